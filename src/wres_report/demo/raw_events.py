"""Lists of applicants, cases and training of an invented trust, as systems export them.

They count to ``recruitment_of``, ``disciplinary_of`` and ``training_of`` once those rows are left
out that do not count: applicants who were not shortlisted, grievances, courses that are mandatory.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.demo.cases import disciplinary_of, recruitment_of, training_of
from wres_report.demo.country import Subject, Trust
from wres_report.demo.places import FIRST, LAST
from wres_report.demo.raw_staff import ETHNICITIES
from wres_report.demo.staff import People

Row = tuple[str, ...]
APPLICANTS = ("Application ID", "Applicant Name", "Vacancy Reference", "Application Status",
              "Ethnic Origin")  # fmt: skip
CASES = ("Employee Number", "Last Name", "Case Number", "Case Type", "Date Entered",
         "Ethnic Origin")  # fmt: skip
COURSES = ("Employee Number", "Last Name", "Course Name", "Course Type", "Attendance Status",
           "Date Attended", "Ethnic Origin")  # fmt: skip
# Of the list of those shortlisted, so many in a hundred more were not.
NOT_SHORTLISTED = 60
# Of those who took up training, every so many came twice; and so many more came to what is
# mandatory alone, as many as they are.
TWICE = 6
OPTIONAL = ("Leadership", "Coaching skills", "Quality improvement", "Research methods")


def applicant_rows(trust: Trust, year: int) -> list[Row]:
    """The head, and a row for each application."""
    shortlisted, appointed = recruitment_of(trust, year)
    rows: list[Row] = []
    for group, listed, taken in zip(ETHNICITIES, shortlisted, appointed, strict=True):
        others = int(listed) * NOT_SHORTLISTED // 100
        for number in range(int(listed) + others):
            status = (
                "Appointed" if number < taken else "Interviewed" if number % 3 else "Shortlisted"
            )
            if number >= listed:
                status = "Not shortlisted"
            rows.append((f"A{len(rows) + 1:06d}", _name(len(rows)), f"V{len(rows) % 997:04d}",
                         status, _text(group, number)))  # fmt: skip
    return [APPLICANTS, *_shuffled(rows, trust, year, 1)]


def case_rows(trust: Trust, year: int) -> list[Row]:
    """The head, and a row for each step of a case."""
    rows: list[Row] = []
    for group, number in _people(disciplinary_of(trust, year)):
        person, case = f"{70_000_000 + len(rows)}", f"C{len(rows) + 1:04d}"
        day = _day(number, year)
        about = (person, _name(len(rows)), case)
        rows.append((*about, "Disciplinary", day, _text(group, number)))
        if number % 4 == 0:  # the same case goes on
            rows.append((*about, "Disciplinary", f"20/03/{year}", _text(group, number)))
        if number % 3 == 0:
            rows.append((f"{71_000_000 + len(rows)}", _name(len(rows)), f"G{len(rows) + 1:04d}",
                         "Grievance", day, _text(group, number)))  # fmt: skip
    return [CASES, *_shuffled(rows, trust, year, 2)]


def course_rows(trust: Trust, year: int) -> list[Row]:
    """The head, and a row for each attendance."""
    rows: list[Row] = []
    for group, number in _people(training_of(trust, year)):
        person = f"{72_000_000 + len(rows)}"
        name, ethnicity = _name(len(rows)), _text(group, number)
        course = OPTIONAL[number % len(OPTIONAL)]
        taken = (course, "Non-mandatory", "Attended", _day(number, year), ethnicity)
        rows.append((person, name, *taken))
        if number % TWICE == 0:
            rows.append((person, name, *taken))
        if number % 2 == 0:
            rows.append((f"{73_000_000 + len(rows)}", name, "Fire safety", "Mandatory", "Attended",
                         _day(number, year), ethnicity))  # fmt: skip
    return [COURSES, *_shuffled(rows, trust, year, 3)]


def _people(people: People) -> Iterator[tuple[str, int]]:
    """Each person: the group, and the number in it from 0."""
    for group, count in zip(ETHNICITIES, people, strict=True):
        for number in range(int(count)):
            yield group, number


def _text(group: str, number: int) -> str:
    return ETHNICITIES[group][number % len(ETHNICITIES[group])]


def _name(number: int) -> str:
    return FIRST[number % len(FIRST)] + LAST[number % len(LAST)]


def _day(number: int, year: int) -> str:
    """A day of the year to 31 March, from April to February."""
    month = number % 11 + 4
    return f"{number % 28 + 1:02d}/{(month - 1) % 12 + 1:02d}/{year - 1 + (month > 12)}"


def _shuffled(rows: list[Row], trust: Trust, year: int, stream: int) -> list[Row]:
    order = trust.draws(Subject.RAW, year * 10 + stream).permutation(len(rows)).tolist()
    return [rows[place] for place in order]
