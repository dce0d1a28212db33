"""Opens a file with a plan: the reader for its kind, or a fault that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wres_report.documents import opening
from wres_report.documents.opening import EXCEL, WORD
from wres_report.faults import input_fault
from wres_report.plan_files.from_csv import read_csv
from wres_report.plan_files.from_docx import read_docx
from wres_report.plan_files.from_xlsx import read_xlsx
from wres_report.plan_files.grid import Source

READERS: dict[str, Callable[[Path, str], Source]] = {
    ".xlsx": read_xlsx, ".xlsm": read_xlsx, ".docx": read_docx, ".docm": read_docx,
    ".csv": read_csv,
}  # fmt: skip
NO_PDF = (
    "Ask for the Word or Excel file it was made from, or open the PDF in Word, "
    "check its tables, and save it as .docx."
)
TO_DO = {
    ".doc": WORD, ".dotx": WORD, ".odt": WORD, ".rtf": WORD, ".html": WORD, ".htm": WORD,
    ".xls": EXCEL, ".xlsb": EXCEL, ".ods": EXCEL, ".tsv": EXCEL, ".txt": EXCEL,
    ".pdf": NO_PDF,
}  # fmt: skip


def read_source(path: Path) -> Source:
    """The grids of a file.

    What it holds decides how it is read, not its name. Raises an input fault where the file is
    missing, of a kind that cannot be read, locked or damaged, or where it holds no table at all.
    """
    where, named = path.as_posix(), path.suffix.lower()
    start = opening.first_bytes(path, where, "plan")
    kind = opening.kind_of(path, start)
    opening.refuse_compound(kind, path, where)
    if kind in (".docx", ".xlsx"):
        opening.refuse_strict(path, where)
    if kind == ".zip" and named in READERS:
        kind = named
    if kind == "" and named in (".xlsx", ".xlsm", ".docx", ".docm"):
        action = WORD if named.startswith(".doc") else EXCEL
        raise input_fault(f"This is no {named} file, whatever its name says.", where, action)
    kind = kind or named
    if kind not in READERS:
        what = "A PDF is" if kind == ".pdf" else f"A file of the kind “{kind}” is"
        action = TO_DO.get(kind, "Save the plan as .xlsx, .docx or .csv.")
        raise input_fault(f"{what} not read.", where, action)
    with opening.reading(where):
        if kind != ".csv":
            opening.refuse_bombs(path, where)
        source = READERS[kind](path, where)
    if not any(row.filled for grid in source.grids for row in grid.rows):
        raise input_fault(
            "There is no table in this file.",
            where,
            "Put the plan into a table, one action a row, with the columns named in a head row.",
        )
    return source
