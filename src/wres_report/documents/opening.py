"""What a file is, whatever its name says, and the fault that says what to do with it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wres_report.faults import Fault, input_fault

WORD = "Open it in Word, choose Save As, then “Word Document (*.docx)”."
EXCEL = "Open it in Excel, choose Save As, then “Excel Workbook (*.xlsx)”."
OPEN_TYPES = {".docx": WORD, ".xlsx": EXCEL}
STRICT = "purl.oclc.org/ooxml"
PACKAGE, COMPOUND, PDF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD, OLD_EXCEL = "WordDocument".encode("utf-16-le"), "Workbook".encode("utf-16-le")
HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")
# Where the directory of a compound file may stand; larger files of people are none.
MOST_SEARCHED = 64 * 2**20
LARGEST_PART = 64 * 2**20  # bytes, unpacked; but for a sheet, which is read row by row
LARGEST_SHEET = 1024 * 2**20
SHEET = re.compile(r"(?:^|/)worksheets/[^/]+\.xml$")


def first_bytes(path: Path, where: str, wanted: str = "document") -> bytes:
    """The start of a file. Raises an input fault for one that is missing, a folder or empty."""
    if path.exists() and not path.is_file() and not path.is_dir():
        what = f"This is no plain file, so no {wanted}."
        raise input_fault(what, where, f"Name the file with the {wanted}.")
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except FileNotFoundError:
        raise input_fault(
            "This file is missing.", where, "Check the name and the folder."
        ) from None
    except IsADirectoryError:
        what = f"This is a folder, not a {wanted}."
        raise input_fault(what, where, "Name a file.") from None
    except OSError as error:
        raise unreadable(error, where) from None
    if not start:
        raise input_fault("This file is empty.", where, f"Name the file with the {wanted}.")
    return start


def unreadable(error: OSError, where: str) -> Fault:
    return input_fault(
        f"This file cannot be read: {error.strerror or error}.", where,
        "Close it in other programs, and check that you may read it.",
    )  # fmt: skip


def damaged(error: Exception, where: str) -> Fault:
    """The fault of a file that a library stumbled over."""
    return input_fault(
        f"This file is damaged and cannot be read ({type(error).__name__}).",
        where,
        "Open it in the program it was made with, save it anew, and name that.",
    )


@contextmanager
def reading(where: str) -> Iterator[None]:
    """Tell what goes wrong while a file is read as an input fault; those that are told stay."""
    try:
        yield
    except Fault:
        raise
    except OSError as error:
        raise unreadable(error, where) from None
    except Exception as error:
        # The libraries raise whatever the damage makes them stumble over; none of it is ours.
        raise damaged(error, where) from None


def refuse_bombs(path: Path, where: str, largest_texts: int = 0) -> None:
    """Raise an input fault for a package whose parts are larger than any real one has.

    The sizes are those that the package declares; nothing is unpacked beyond them.
    largest_texts: how large the texts of a workbook's cells may be, in bytes; 0 for as large as
    any other part.
    """
    with zipfile.ZipFile(path) as package:
        for part in package.infolist():
            limit = LARGEST_SHEET if SHEET.search(part.filename) else LARGEST_PART
            if largest_texts and part.filename.endswith("/sharedStrings.xml"):
                limit = largest_texts
            if part.file_size > limit:
                raise input_fault(
                    f"A part of this file unpacks to {part.file_size / 2**20:,.0f} MB, and is not "
                    f"read: {Path(part.filename).name}.",
                    where,
                    "Copy what is used into a new file, and name that.",
                )


def kind_of(path: Path, start: bytes) -> str:
    """What a file holds, as the ending such a file should have; empty for text of any kind.

    ``.docx``, ``.xlsx``, ``.pptx``, ``.odt``, ``.ods`` or ``.zip``; ``.pdf``; ``.rtf``;
    ``locked``, ``.doc``, ``.xls`` or ``.ole`` for compound files; ``.html``.
    """
    if start.startswith(PDF) or PDF in start[:1024]:
        return ".pdf"
    if start.startswith(PACKAGE):
        return _package_kind(path)
    if start.startswith(COMPOUND[:4]):
        return _compound_kind(path)
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return ".html" if text.startswith(HTML_STARTS) else ""


def _package_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names:
                kind = archive.read("mimetype").decode("ascii", "replace")
                return {"text": ".odt", "spreadsheet": ".ods"}.get(kind.rpartition(".")[2], ".zip")
    except (OSError, zipfile.BadZipFile, RuntimeError):
        return ".zip"
    folders = {name.partition("/")[0] for name in names}
    for folder, kind in (("word", ".docx"), ("xl", ".xlsx"), ("ppt", ".pptx")):
        if folder in folders:
            return kind
    return ".zip"


def _compound_kind(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(MOST_SEARCHED)
    if ENCRYPTED in content:
        return "locked"
    if OLD_WORD in content:
        return ".doc"
    return ".xls" if OLD_EXCEL in content else ".ole"


def refuse_compound(kind: str, path: Path, where: str) -> None:
    """Raises an input fault for a file that is locked, or of Office before 2007."""
    save_as = OPEN_TYPES.get(path.suffix.lower()[:4] + "x", WORD)
    if kind == "locked":
        raise input_fault(
            "This file is protected by a password.", where,
            f"Take the password off (File, Info, Protect). {save_as}",
        )  # fmt: skip
    named = path.suffix.lower()
    if kind == ".ole" and named in (".doc", ".xls"):
        kind = named
    if kind in (".doc", ".xls"):
        program, action = ("Word", WORD) if kind == ".doc" else ("Excel", EXCEL)
        raise input_fault(f"This is a file of {program} 97-2003, which is not read.", where, action)
    if kind == ".ole":
        raise input_fault(
            "This file is protected by a password, or of an older kind.", where,
            f"Take the password off (File, Info, Protect). {save_as}",
        )  # fmt: skip


def refuse_strict(path: Path, where: str) -> None:
    """Raises an input fault for a package in the Strict form of Office Open XML.

    Its names differ from those of every other file, and no reader here knows them.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            strict = STRICT in archive.read("_rels/.rels").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile, RuntimeError):
        return
    if strict:
        word = path.suffix.lower() != ".xlsx"
        name = "Strict Open XML " + ("Document (*.docx)" if word else "Spreadsheet (*.xlsx)")
        raise input_fault(
            f"This file is saved as “{name}”, which is not read.", where,
            WORD if word else EXCEL,
        )  # fmt: skip
