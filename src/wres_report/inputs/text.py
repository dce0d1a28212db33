"""Reads one text file of a workspace. Apart from ``reading``, which loads pandas."""

from __future__ import annotations

from pathlib import Path

from wres_report.faults import input_fault
from wres_report.inputs.opening import read_bytes


def read_text(path: Path, where: str) -> str:
    """The file's text; UTF-8, with or without a byte order mark.

    Raises an input fault where the file is missing, empty, in another encoding, or none that is
    read: see ``opening.read_bytes``.
    """
    content = read_bytes(path, where)
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
            "Fill it in, or delete it: a table that is absent is reported as not supplied.",
        )
    return text
