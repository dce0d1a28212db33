"""What the columns of lists of applicants, cases and attendances, or of counts of them, are headed.

No layout of the systems that these come from is published. So these words are practice, every one
can be overruled with ``--map``, and no file is refused because of them alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from wres_report.faults import usage_fault
from wres_report.imports.event_rows import CASE_KEY
from wres_report.imports.group_words import of_standard
from wres_report.imports.meanings import Meaning
from wres_report.imports.staff_columns import (
    ASSIGNMENT,
    ETHNICITY,
    HEADCOUNT,
    ORGANISATION,
    PERSON,
)
from wres_report.standard import Standard

LEFT_OUT = "left_out"
APPLICATION = Meaning(
    "application", "an application's number",
    ("application id", "application number", "application no", "application reference",
     "application ref"),
    ("application id", "application number", "application reference"),
)  # fmt: skip
APPLICANT = Meaning(
    "person", "an applicant's number",
    ("applicant id", "applicant number", "applicant no", "applicant reference", "candidate id",
     "candidate number", "candidate no", "candidate reference", "person id"),
    ("applicant id", "candidate id", "applicant number", "candidate number"),
)  # fmt: skip
VACANCY = Meaning(
    "vacancy", "a vacancy's number",
    ("vacancy id", "vacancy number", "vacancy reference", "vacancy ref", "vacancy", "job reference",
     "job ref", "requisition id", "requisition number", "campaign id"),
    ("vacancy id", "vacancy reference", "vacancy ref", "job reference", "requisition"),
)  # fmt: skip
STAGE = Meaning(
    "stage", "how far an applicant came",
    ("stage", "application status", "applicant status", "recruitment stage", "status", "outcome",
     "application stage", "current stage", "stage reached", "applicant stage", "current status",
     "final status", "application outcome"),
    ("application status", "applicant status"),
)  # fmt: skip
SHORTLISTED = Meaning(
    "shortlisted", "whether, or how many, were shortlisted",
    ("shortlisted", "shortlisted y n", "was shortlisted", "shortlisted flag", "date shortlisted",
     "shortlisted date", "number shortlisted", "shortlisted applicants", "total shortlisted"),
    weak=True,
)  # fmt: skip
APPOINTED = Meaning(
    "appointed", "whether, or how many, were appointed",
    ("appointed", "appointed y n", "was appointed", "appointed flag", "date appointed",
     "appointed date", "appointment date", "number appointed", "appointed applicants", "hired",
     "total appointed"),
    weak=True,
)  # fmt: skip
CASE = Meaning(
    "case", "a case's number",
    ("case id", "case number", "case no", "case reference", "case ref", "er case number",
     "case"),
    ("case id", "case number", "case reference", "case ref"),
)  # fmt: skip
CASE_KIND = Meaning(
    "kind", "which process a case is of",
    ("case type", "type of case", "case category", "process", "procedure", "policy",
     "type of process", "case kind", "type", "er case type"),
    ("case type", "case category"),
)  # fmt: skip
CASE_STATUS = Meaning(
    "status", "whether a case is formal",
    ("formal informal", "formal or informal", "formal", "case level", "case stage", "level",
     "formality"),
    weak=True,
)  # fmt: skip
COURSE_KIND = Meaning(
    "kind", "which sort of training it is",
    ("training type", "type of training", "course type", "course category", "training category",
     "learning type", "type", "category", "requirement", "mandatory or not", "training kind"),
    ("training type", "course type", "course category", "training category"),
)  # fmt: skip
MANDATORY = Meaning(
    "mandatory", "whether the training is mandatory",
    ("mandatory", "mandatory y n", "is mandatory", "mandatory flag", "statutory and mandatory",
     "mandatory training"),
    weak=True,
)  # fmt: skip
COURSE_STATUS = Meaning(
    "status", "whether somebody attended",
    ("attendance", "attendance status", "enrolment status", "completion status", "attended",
     "status", "course status", "booking status", "outcome"),
    ("attendance status", "enrolment status", "completion status"), weak=True,
)  # fmt: skip


def _day(label: str, words: tuple[str, ...]) -> Meaning:
    return Meaning("date", label, words)


APPLIED = _day(
    "the day that decides about the year",
    ("closing date", "vacancy closing date", "shortlisting date", "application date",
     "date of application", "date applied", "date"),
)  # fmt: skip
ENTERED = _day(
    "the day on which somebody entered the process",
    ("date entered formal process", "formal process start date", "formal start date",
     "date of entry", "entry date", "date entered", "case start date", "case opened",
     "date case opened", "date opened", "case open date", "start date", "opened", "date"),
)  # fmt: skip
ATTENDED = _day(
    "the day of the training",
    ("date attended", "attendance date", "completion date", "date completed", "course date",
     "course start date", "training date", "start date", "date", "course end date"),
)  # fmt: skip


@dataclass(frozen=True)
class EventTable:
    """One table that is counted from events.

    name: as its file. label: the name of its first column. measures: its rows, each holding the
    following ones. below: an outcome that is in none of its rows. meanings: of columns. several:
    columns whose values ``outcomes.csv`` knows. first: the keys of which rows with the same value
    are one. once: whether a person counts once in a year. subject, units: in words.
    has_basis: whether the table says of how many years it is.
    """

    name: str
    label: str
    measures: tuple[str, ...]
    meanings: tuple[Meaning, ...]
    outcomes: tuple[str, ...]
    first: tuple[str, ...]
    once: bool
    subject: str
    units: str
    below: tuple[str, ...] = ()
    has_basis: bool = False

    @property
    def possible(self) -> tuple[str, ...]:
        """What a value of its outcome columns may stand for."""
        return (*self.measures, *self.below, LEFT_OUT)

    def with_groups(
        self, standard: Standard, recognise: Callable[[str], bool]
    ) -> tuple[Meaning, ...]:
        """The meanings, with one for columns that are headed by a group."""
        group = Meaning("group", "people of the group in its heading", (), (), True, recognise)
        return (*of_standard(self.meanings, standard), group)


RECRUITMENT = EventTable(
    "recruitment", "stage", ("shortlisted", "appointed"),
    (APPLICATION, APPLICANT, VACANCY, STAGE, SHORTLISTED, APPOINTED, ETHNICITY, APPLIED,
     ORGANISATION, HEADCOUNT),
    ("stage",), ("application", "vacancy"), False, "a list of applicants", "applications",
    ("not_shortlisted",),
)  # fmt: skip
DISCIPLINARY = EventTable(
    "disciplinary", "measure", ("entered",),
    (PERSON, CASE, CASE_KIND, CASE_STATUS, ETHNICITY, ENTERED, ASSIGNMENT, ORGANISATION, HEADCOUNT),
    ("kind", "status"), (CASE_KEY,), True, "a list of cases", "people", (), True,
)  # fmt: skip
TRAINING = EventTable(
    "training", "measure", ("accessed",),
    (PERSON, COURSE_KIND, MANDATORY, COURSE_STATUS, ETHNICITY, ATTENDED, ASSIGNMENT, ORGANISATION,
     HEADCOUNT),
    ("kind", "status"), (), True, "a list of attendances", "people",
)  # fmt: skip
EVENTS = {table.name: table for table in (RECRUITMENT, DISCIPLINARY, TRAINING)}


def event_table(name: str, standard: Standard) -> EventTable:
    """The table of that name of a standard.

    A formal process that only this standard counts is read as the disciplinary one. Raises a
    usage fault where the standard has no such table.
    """
    if name not in standard.case_tables:
        raise usage_fault(
            f"The {standard.short} has no table “{name}”.", f"wres import {name}",
            f"Its tables of events: {', '.join(standard.case_tables)}. The lists of a formal "
            "process are read by wres import cases.",
        )  # fmt: skip
    cases = standard.of_cases(name).cases
    if name in EVENTS or cases is None:
        return EVENTS[name]
    return replace(DISCIPLINARY, name=name, label=cases.column, measures=(cases.name,),
                   has_basis=cases.has_basis)  # fmt: skip


def table_of_cases(standard: Standard) -> str:
    """The table of a standard for those who entered a formal process; a usage fault without one."""
    others = {RECRUITMENT.name, TRAINING.name}
    found = [name for name in standard.case_tables if name not in others]
    if len(found) != 1:
        raise usage_fault(
            f"The {standard.short} has {len(found) or 'no'} tables of formal processes.",
            "wres import cases", "Bring the counts in: wres import tables FILE.",
        )  # fmt: skip
    return found[0]
