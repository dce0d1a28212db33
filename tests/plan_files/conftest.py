"""Files as people have them, made for one test each, and words for what an import gave."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from wres_report.faults import ExitStatus, Fault
from wres_report.plan_files.importing import Imported

HEAD = ["Metric", "Action Required", "Lead", "Due Date"]


@pytest.fixture
def write(tmp_path: Path):
    """``write([["Metric", …], […]])``: the path of a CSV file with those rows."""

    def write(rows: list[list[str]], name: str = "plan.csv") -> Path:
        path = tmp_path / name
        lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
        path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path):
    """``workbook(build)``: the path of an .xlsx whose first sheet ``build(sheet, book)`` fills."""

    def make(build, name: str = "plan.xlsx") -> Path:
        book = Workbook()
        build(book.active, book)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def document(tmp_path: Path):
    """``document(build)``: the path of a .docx that ``build(document)`` fills."""

    def make(build) -> Path:
        word = Document()
        build(word)
        word.save(tmp_path / "plan.docx")
        return tmp_path / "plan.docx"

    return make


def table_of(word, rows: list[list[str]]):
    table = word.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    return table


def columns_of(imported: Imported) -> dict[str, tuple[str, str]]:
    return {
        placed.placement.heading: (placed.placement.column, str(placed.placement.certainty))
        for placed in imported.columns
    }


def remarks_of(imported: Imported, kind: str) -> str:
    return "\n".join(
        f"{remark.text} {'; '.join(remark.places)}"
        for remark in imported.remarks
        if remark.kind == kind
    )


def fault_of(call, *arguments, status: ExitStatus = ExitStatus.INPUT_MISSING, **options) -> Fault:
    with pytest.raises(Fault) as caught:
        call(*arguments, **options)
    assert caught.value.status is status
    return caught.value
