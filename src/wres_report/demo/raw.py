"""The files that an analyst really has, for the last year of a synthetic country.

They stand in ``raw/``: one workbook of the staff survey for all trusts, and for each a staff list
and lists of applicants, cases and training. The tables that are made of them are not in ``data/``
then: ``wres import`` makes them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from wres_report.demo.country import Trust, trust_of
from wres_report.demo.raw_events import applicant_rows, case_rows, course_rows
from wres_report.demo.raw_staff import PREAMBLE, staff_rows
from wres_report.demo.raw_survey import survey_sheets
from wres_report.packing import pack

FOLDER = "raw"
# Of the last year, by the imports.
MADE = ("survey.csv", "workforce.csv", "recruitment.csv", "disciplinary.csv", "training.csv")
EPOCH = 0  # the files have no time of their own


def survey_name(year: int) -> str:
    """The name of the survey's workbook, as the survey names it."""
    return f"NSS-benchmark-report-excel-data-for-{year - 5}-{year - 1}.xlsx"


def staff_name(trust: Trust, year: int) -> str:
    """The name of a trust's staff list; of three kinds, as exports are."""
    return f"{trust.code} staff list {year}.{('xlsx', 'csv', 'csv')[trust.index % 3]}"


def write_raw(root: Path, seed: int, trusts: int, year: int) -> int:
    """Write the raw files of a WRES year below the folder; returns how many."""
    folder = root / FOLDER
    folder.mkdir(parents=True)
    everyone = [trust_of(seed, index) for index in range(trusts)]
    write_workbook(folder / survey_name(year), survey_sheets(everyone, year))
    for trust in everyone:
        path = folder / staff_name(trust, year)
        rows = staff_rows(trust, year)
        if path.suffix == ".xlsx":
            write_workbook(path, {"Export": [*PREAMBLE, *rows]})
        elif trust.index % 3 == 1:
            path.write_bytes(_csv(rows, ",").encode())
        else:
            path.write_bytes(_csv([*PREAMBLE, *rows], ";").encode("cp1252"))
        applicants = folder / f"{trust.code} applicants {year}.xlsx"
        write_workbook(applicants, {"Applications": applicant_rows(trust, year)})
        cases = folder / f"{trust.code} cases {year}.csv"
        cases.write_bytes(_csv(case_rows(trust, year), ",").encode())
        courses = folder / f"{trust.code} training {year}.csv"
        courses.write_bytes(_csv(course_rows(trust, year), "\t").encode("utf-16"))
    return 4 * trusts + 1


def write_workbook(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> None:
    """A workbook of plain sheets, the same bytes for the same content."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    pack(path, book, EPOCH)


def _csv(rows: Sequence[Sequence[object]], separator: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue()
