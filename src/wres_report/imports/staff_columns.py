"""What the columns of a staff list, or of a count made of one, may be headed."""

from __future__ import annotations

from collections.abc import Callable

from wres_report.imports.group_words import COLUMN, of_standard
from wres_report.imports.meanings import Meaning, plain
from wres_report.standard import Standard

PERSON = Meaning(
    "person", "a person's number",
    ("employee number", "employee no", "employee id", "staff number", "staff no", "person number",
     "person id", "personnel number", "unique id", "unique identifier", "payroll number",
     "employee", "assignment number", "assignment no", "assignment id"),
    ("employee number", "employee no", "staff number", "assignment number", "person id"),
)  # fmt: skip
ORGANISATION = Meaning(
    "organisation", "an organisation's code",
    ("ods code", "organisation code", "org code", "trust code", "employer code",
     "organisation ods code", "provider code", "org id"),
    ("ods code", "org code", "organisation code", "trust code"),
)  # fmt: skip
PRIMARY = Meaning(
    "primary", "whether it is the primary assignment",
    ("primary", "primary assignment", "primary flag", "primary y n", "is primary",
     "primary assignment flag", "primary indicator"),
    ("primary assignment", "primary flag"),
)  # fmt: skip
STAFF_GROUP = Meaning(
    "staff_group", "the staff group",
    ("staff group", "staffgroup", "staff group name", "job staff group", "staff groups",
     "nhs staff group", "staff group description"),
    ("staff group",),
)  # fmt: skip
PAY = Meaning(
    "pay", "the pay scale or grade",
    ("pay scale", "payscale", "pay scale description", "payscale description", "pay band", "band",
     "banding", "afc band", "grade", "pay grade", "grade name", "assignment grade",
     "pay scale name", "bands", "pay scale code", "payscale code"),
    ("pay scale", "payscale", "pay band", "afc band", "banding", "grade"),
)  # fmt: skip
# How it is headed depends on the standard: ``group_words``.
ETHNICITY = Meaning(COLUMN, "the group", ())
ASSIGNMENT = Meaning(
    "assignment", "the kind or state of an assignment",
    ("assignment category", "assignment status", "assignment type", "employee category",
     "employee type", "person type", "user person type", "employee person type",
     "contract type", "type of contract", "employment status", "employment type",
     "payroll status", "assignment status type"),
    ("assignment category", "assignment status", "person type", "contract type"), several=True,
)  # fmt: skip
ROLE = Meaning(
    "role", "the role",
    ("role", "job role", "role name", "job title", "job name", "job"), ("job role", "job title"),
)  # fmt: skip
POSITION = Meaning(
    "position", "the position", ("position title", "position name", "position"),
    ("position title", "position name"),
)  # fmt: skip
START = Meaning(
    "start", "the day of joining",
    ("latest start date", "start date", "hire date", "latest hire date", "date of joining",
     "joining date", "employment start date", "start date in organisation", "date started"),
    ("latest start date", "latest hire date"),
)  # fmt: skip
LEAVE = Meaning(
    "leave", "the day of leaving",
    ("leaving date", "leave date", "termination date", "date of leaving", "end date",
     "employment end date", "actual termination date", "leaver date", "date left",
     "assignment end date"),
    ("termination date", "leaving date"),
)  # fmt: skip
HEADCOUNT = Meaning(
    "headcount", "how many people",
    ("headcount", "head count", "count", "number", "employees", "people", "staff", "hc",
     "number of staff", "number of employees", "count of employee number", "staff count",
     "sum of headcount", "employee count", "total", "count of employees"),
    ("headcount", "head count", "count of employee"),
)  # fmt: skip
TOTALS = ("total", "grand total", "totals", "all", "sum", "overall", "all staff", "row total")
LIST = (
    PERSON, ORGANISATION, PRIMARY, STAFF_GROUP, PAY, ETHNICITY, ASSIGNMENT, ROLE, POSITION,
    START, LEAVE, HEADCOUNT,
)  # fmt: skip


def meanings_with_groups(
    standard: Standard, recognise: Callable[[str], bool]
) -> tuple[Meaning, ...]:
    """The meanings, with one for the columns of a pivot that has its groups side by side.

    recognise: says whether a heading is a known group.
    """
    group = Meaning("group", "people of the group in its heading", (), (), True, recognise)
    return (*of_standard(LIST, standard), group)


def is_total(text: str) -> bool:
    """Whether a cell or a heading says that it is a sum of others."""
    words = plain(text)
    return words in TOTALS or words.endswith((" total", " totals")) or words.startswith("total ")
