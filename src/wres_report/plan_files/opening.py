"""Opens a file with a plan: the reader for its kind, or a fault that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wres_report.faults import Fault, input_fault
from wres_report.plan_files.from_csv import read_csv
from wres_report.plan_files.from_docx import read_docx
from wres_report.plan_files.from_xlsx import read_xlsx
from wres_report.plan_files.grid import Source

READERS: dict[str, Callable[[Path, str], Source]] = {
    ".xlsx": read_xlsx, ".xlsm": read_xlsx, ".docx": read_docx, ".csv": read_csv,
}  # fmt: skip
PACKAGES = (".xlsx", ".xlsm", ".docx")
ZIP, OLE, PDF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"
WORD = "Open it in Word, choose Save As, then “Word Document (*.docx)”."
EXCEL = "Open it in Excel, choose Save As, then “Excel Workbook (*.xlsx)”."
NO_PDF = (
    "Ask for the Word or Excel file it was made from, or open the PDF in Word, "
    "check its tables, and save it as .docx."
)
TO_DO = {
    ".doc": WORD, ".docm": WORD, ".dotx": WORD, ".odt": WORD, ".rtf": WORD,
    ".xls": EXCEL, ".xlsb": EXCEL, ".ods": EXCEL, ".tsv": EXCEL, ".txt": EXCEL,
    ".pdf": NO_PDF,
}  # fmt: skip


def read_source(path: Path) -> Source:
    """The grids of a file.

    Raises an input fault where the file is missing, of a kind that cannot be read, encrypted or
    damaged, or where it holds no table at all.
    """
    where, kind = path.as_posix(), path.suffix.lower()
    start = _first_bytes(path, where)
    if kind not in READERS or start.startswith(PDF):
        what = "A PDF is" if start.startswith(PDF) else f"A file of the kind “{kind}” is"
        action = NO_PDF if start.startswith(PDF) else TO_DO.get(kind, "")
        raise input_fault(
            f"{what} not read.", where, action or "Save the plan as .xlsx, .docx or .csv."
        )
    if kind in PACKAGES and not start.startswith(ZIP):
        raise _not_a_package(kind, start, where)
    try:
        source = READERS[kind](path, where)
    except Fault:
        raise
    except Exception as error:
        # The libraries raise whatever the damage makes them stumble over; none of it is ours.
        raise input_fault(
            f"This file is damaged and cannot be read ({type(error).__name__}).",
            where,
            "Open it in the program it was made with, save it anew, and import that.",
        ) from None
    if not any(row.filled for grid in source.grids for row in grid.rows):
        raise input_fault(
            "There is no table in this file.",
            where,
            "Put the plan into a table, one action a row, with the columns named in a head row.",
        )
    return source


def _first_bytes(path: Path, where: str) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except FileNotFoundError:
        raise input_fault(
            "This file is missing.", where, "Check the name and the folder."
        ) from None
    except IsADirectoryError:
        raise input_fault("This is a folder, not a file.", where, "Name a file.") from None
    except OSError as error:
        raise input_fault(
            f"This file cannot be read: {error.strerror}.", where,
            "Close it in other programs, and check that you may read it.",
        ) from None  # fmt: skip
    if not start:
        raise input_fault("This file is empty.", where, "Name the file with the plan.")
    return start


def _not_a_package(kind: str, start: bytes, where: str) -> Fault:
    """The fault of an Office file that is no zip archive."""
    action = WORD if kind == ".docx" else EXCEL
    if start.startswith(OLE):
        return input_fault(
            f"This file is protected by a password, or is an older kind named {kind}.",
            where,
            f"Take the password off (File, Info, Protect). {action}",
        )
    return input_fault(f"This is no {kind} file, whatever its name says.", where, action)
