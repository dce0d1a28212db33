"""Opens a file of any kind that the imports read, or says what to do with it."""

from __future__ import annotations

from pathlib import Path

from wres_report.documents.extents import check_extents
from wres_report.faults import Fault, input_fault
from wres_report.imports.source import Sheet, Source

WORKBOOKS, TEXTS = (".xlsx", ".xlsm"), (".csv", ".tsv", ".txt")
ZIP, OLE, PDF = b"PK", b"\xd0\xcf\x11\xe0", b"%PDF"
EXCEL = "Open it in Excel, choose Save As, then “Excel Workbook (*.xlsx)”."


def open_source(path: Path, *, wide: bool = False) -> Source:
    """The sheets of a workbook, or a text file as one sheet.

    wide: whether its sheets have many columns and few rows, for which another reader is quicker.
    Raises an input fault where the file is missing, empty, damaged, protected, or of another
    kind. No message holds any of its content.
    """
    where = path.as_posix()
    start = _first_bytes(path, where)
    kind = path.suffix.lower()
    if kind == ".zip":
        raise input_fault("This is an archive.", where, "Unpack it, and import the file in it.")
    if start.startswith(ZIP):
        kind = ".xlsx" if kind not in WORKBOOKS else kind
    elif start.startswith((OLE, PDF)) or (kind not in TEXTS and kind not in WORKBOOKS):
        raise _other_kind(kind, start, where)
    elif kind in WORKBOOKS:
        raise input_fault(f"This is no {kind} file, whatever its name says.", where, EXCEL)
    try:
        if kind in WORKBOOKS:
            return Source(where, _sheets(path, where, wide=wide))
        from wres_report.imports.text_files import read_text_file

        return Source(where, (read_text_file(path, where),))
    except Fault:
        raise
    except Exception as error:
        # The libraries raise whatever the damage makes them stumble over, and quote it.
        raise input_fault(
            f"This file is damaged and cannot be read ({type(error).__name__}).",
            where,
            "Open it in the program it was made with, save it anew, and import that.",
        ) from None


def _sheets(path: Path, where: str, *, wide: bool) -> tuple[Sheet, ...]:
    check_extents(path, where)
    if wide:
        from wres_report.imports.wide_workbooks import read_wide_workbook

        return read_wide_workbook(path, where)
    from wres_report.imports.workbooks import read_workbook

    return read_workbook(path, where)


def _other_kind(kind: str, start: bytes, where: str) -> Fault:
    if start.startswith(OLE):
        return input_fault(
            "This file is protected by a password, or is an older kind of workbook.",
            where,
            f"Take the password off (File, Info, Protect). {EXCEL}",
        )
    what = "A PDF is" if start.startswith(PDF) else f"A file of the kind “{kind}” is"
    return input_fault(f"{what} not read.", where, "Export it as .xlsx or .csv.")


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
        raise input_fault("This file is empty.", where, "Export it again.")
    return start
