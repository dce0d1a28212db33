"""Reads one text file of a workspace. Apart from ``reading``, which loads pandas."""

from __future__ import annotations

from pathlib import Path

from wres_report.faults import input_fault
from wres_report.inputs.opening import read_bytes

CSV = "Open it in the spreadsheet, choose Save As, then “CSV UTF-8 (comma delimited)”."
PLAIN = "Open it in its own program, choose Save As, then “Plain Text” in the encoding UTF-8."
# How a file starts that is no text, whatever its name says, with what it is and what to do.
NO_TEXTS = (
    (b"PK\x03\x04", b"xl/", "an Excel workbook", CSV),
    (b"PK\x03\x04", b"word/", "a Word document", PLAIN),
    (b"PK\x03\x04", b"", "a packed file, such as one of a spreadsheet", CSV),
    (b"\xd0\xcf\x11\xe0", b"", "a file of Excel or Word, old or with a password", CSV),
    (b"%PDF", b"", "a PDF", "Take the file that the PDF was made from."),
)


def read_text(path: Path, where: str) -> str:
    """The file's text; UTF-8, with or without a byte order mark, its lines ended by ``\\n``.

    Raises an input fault where the file is missing, empty, in another encoding, or none that is
    read: see ``opening.read_bytes``.
    """
    content = read_bytes(path, where)
    for start, within, kind, action in NO_TEXTS:
        if content.startswith(start) and within in content:
            raise input_fault(f"This is {kind}, whatever its name says.", where, action)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise input_fault(
            "This file is not in UTF-8, so its accented letters and signs cannot be read.",
            f"{where}, row {line}",
            "In the spreadsheet choose Save As, then “CSV UTF-8 (comma delimited)”.",
        ) from None
    if not text.strip():
        raise input_fault(
            "This file is empty.",
            where,
            "Fill it in, or delete it: what is absent is reported as not supplied.",
        )
    return text


def read_words(path: Path, where: str) -> str:
    """As ``read_text``, for a text that people write: every line ends with ``\n``.

    Whoever reads its lines further on looks for the end that this program writes itself. In a
    table the end of a line may be a part of a cell, and stays.
    """
    return read_text(path, where).replace("\r\n", "\n").replace("\r", "\n")
