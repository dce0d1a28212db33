"""Explains a difference between two files down to the part that differs, by kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from wres_report.verify.json_parts import json_parts
from wres_report.verify.notebook_parts import notebook_parts
from wres_report.verify.package_parts import package_parts
from wres_report.verify.parts import Part, byte_parts, text_parts
from wres_report.verify.pdf_parts import pdf_parts

_BY_ENDING: dict[str, Callable[[bytes, bytes], list[Part]]] = {
    ".json": json_parts,
    ".ipynb": notebook_parts,
    ".docx": package_parts,
    ".pptx": package_parts,
    ".xlsx": package_parts,
    ".pdf": pdf_parts,
    ".png": byte_parts,
    ".ttf": byte_parts,
    ".otf": byte_parts,
}


def explain(name: str, before: bytes, again: bytes) -> list[Part]:
    """The parts in which two versions of a file differ; none where they are equal.

    name: the file's; its ending says what it holds. What is of no known kind is read as text,
    and as bytes where it is none.
    """
    if before == again:
        return []
    return _BY_ENDING.get(PurePosixPath(name).suffix, text_parts)(before, again)
