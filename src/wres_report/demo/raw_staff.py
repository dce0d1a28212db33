"""A staff list of an invented trust: a row for each assignment, as exports have it.

Everybody in it is drawn: names are made of syllables of places, numbers are counted up.
"""

from __future__ import annotations

from wres_report.demo.country import Subject, Trust
from wres_report.demo.places import FIRST, LAST
from wres_report.demo.staff import SENIOR_GRADE, staff_of

HEAD = (
    "Organisation Code", "Employee Number", "Last Name", "First Name", "Primary",
    "Assignment Category", "Staff Group", "Role", "Pay Scale", "Ethnic Origin", "FTE",
    "Latest Start Date", "Termination Date", "Org L3",
)  # fmt: skip
# Exports of the staff record have rows above the head: a title, the prompts and when it was run.
PREAMBLE = (
    ("Staff List", *[""] * 13), ("", *[""] * 13), ("Snapshot Date", "31 March", *[""] * 12),
    ("Payroll", "All", *[""] * 12), ("Employee Person Type", "All", *[""] * 12),
    ("", *[""] * 13), ("Invented data", *[""] * 13), ("", *[""] * 13),
)  # fmt: skip
NON_CLINICAL = ("Administrative and Clerical", "Estates and Ancillary")
CLINICAL = (
    "Nursing and Midwifery Registered", "Additional Clinical Services",
    "Allied Health Professionals", "Add Prof Scientific and Technic", "Healthcare Scientists",
)  # fmt: skip
ROLES = {
    "consultant": "Consultant", "career_grade": "Specialty Doctor",
    "trainee": "Foundation Year 1", "other": "Salaried Doctor",
}  # fmt: skip
PAY = {
    "under_1": "Apprentice", "vsm": "Very Senior Manager", "consultant": "YM72|Consultant",
    "career_grade": "Specialty Doctor", "trainee": "Specialty Registrar", "other": "Band 6",
    "8a": "NHS|XR08|Review Body Band 8 - Range A", "8b": "NHS|XR09|Review Body Band 8 - Range B",
    "8c": "NHS|XR10|Review Body Band 8 - Range C", "8d": "NHS|XR11|Review Body Band 8 - Range D",
    "9": "NHS|XR12|Review Body Band 9",
}  # fmt: skip
ETHNICITIES = {
    "white": ("A White - British", "B White - Irish", "C White - Any other White background"),
    "bme": (
        "H Asian or Asian British - Indian", "N Black or Black British - African",
        "D Mixed - White & Black Caribbean",
        "L Asian or Asian British - Any other Asian background", "R Chinese",
        "S Any Other Ethnic Group",
    ),
    "unknown": ("Z Not Stated", ""),
}  # fmt: skip
# So many in a hundred have a second assignment; and so many people more are on the bank alone,
# are honorary, or have left or not joined yet.
SECOND, BANK, HONORARY, MOVED = 4, 6, 1, 2


def staff_rows(trust: Trust, year: int) -> list[tuple[str, ...]]:
    """The head and every row, in no order. They count to ``staff_of``, once those are left out
    who do not count."""
    draw = trust.draws(Subject.RAW, year)
    rows: list[tuple[str, ...]] = []
    number = 20_000_000 + 40_000 * trust.index
    for (group, band), people in staff_of(trust, year).rows.items():
        if band == SENIOR_GRADE:
            continue
        for ethnicity, count in zip(ETHNICITIES, people, strict=True):
            texts = ETHNICITIES[ethnicity]
            for choice in draw.integers(0, 1_000_000, size=int(count)).tolist():
                number += 1
                person = _Person(trust.code, number, choice, texts[choice % len(texts)], year)
                rows += _assignments(person, group, band)
    order = draw.permutation(len(rows)).tolist()
    return [HEAD, *(rows[place] for place in order)]


class _Person:
    """choice: a random number from which everything about the person follows."""

    def __init__(self, code: str, number: int, choice: int, ethnicity: str, year: int) -> None:
        self.code, self.number, self.choice = code, number, choice
        self.ethnicity, self.year = ethnicity, year

    def row(
        self, group: str, pay: str, role: str, *, number: int = 0, primary: str = "Yes",
        category: str = "Permanent", started: str = "", ended: str = "",
    ) -> tuple[str, ...]:  # fmt: skip
        choice = self.choice
        start = (
            started or f"{choice % 28 + 1:02d}/{choice % 12 + 1:02d}/{self.year - 1 - choice % 9}"
        )
        return (
            self.code, str(number or self.number), FIRST[choice % 29] + LAST[choice % 31],
            FIRST[choice % 23], primary, category, group, role, pay, self.ethnicity,
            ("1", "0.8", "0.6")[choice % 3], start, ended, f"{self.code} Division {choice % 7} L3",
        )  # fmt: skip


def _assignments(person: _Person, group: str, band: str) -> list[tuple[str, ...]]:
    """The rows of one person who counts, and perhaps of others beside who do not."""
    choice = person.choice
    if group == "medical":
        words, role = "Medical and Dental", ROLES[band]
    else:
        kinds = NON_CLINICAL if group == "non_clinical" else CLINICAL
        words, role = kinds[choice % len(kinds)], ("Officer", "Practitioner")[choice % 2]
    pay = PAY.get(band, f"NHS|XR0{band}|Review Body Band {band}")
    rows = [person.row(words, pay, role)]
    of_hundred, other = choice // 10 % 100, person.number + 5_000_000
    if of_hundred < SECOND:
        rows.append(person.row(words, "Band 2", role, primary="No"))
    if SECOND <= of_hundred < SECOND + BANK:
        rows.append(person.row(words, pay, role, number=other, category="Bank"))
    elif of_hundred < SECOND + BANK + HONORARY:
        if of_hundred >= SECOND:
            rows.append(person.row(words, pay, role, number=other, category="Honorary"))
    elif of_hundred < SECOND + BANK + HONORARY + MOVED:
        year = person.year
        left = of_hundred % 2 == 0
        rows.append(person.row(
            words, pay, role, number=other, ended=f"30/11/{year - 1}" if left else "",
            started="" if left else f"06/04/{year}",
        ))  # fmt: skip
    return rows
