"""The elements of a Word file that hold others, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wres_report.documents.word.names import VML, A, W

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
FORMATS = {W + f"{name}Change" for name in ("rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr",
                                            "tcPr", "sectPr", "numbering")}  # fmt: skip


def elements(holder: Any) -> Iterator[Any]:
    return (child for child in holder if isinstance(child.tag, str))


def rows(table: Any) -> Iterator[Any]:
    return _found(table, W + "tr", W + "tbl")


def cells(row: Any) -> Iterator[Any]:
    return _found(row, W + "tc", W + "tr")


def _found(holder: Any, wanted: str, never: str) -> Iterator[Any]:
    """The rows or cells of a table, also those within content controls."""
    for child in elements(holder):
        if child.tag == wanted:
            yield child
        elif child.tag not in (never, W + "tc", W + "tbl"):
            yield from _found(child, wanted, never)


def in_contents(element: Any) -> bool:
    """Whether it stands in the contents, which Word makes anew."""
    holder = element.getparent()
    while holder is not None and holder.tag != W + "body":
        gallery = holder.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if gallery is not None and "contents" in gallery.get(W + "val", "").lower():
            return True
        holder = holder.getparent()
    return False


def words_in(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def picture_in(drawing: Any) -> str | None:
    """The alternative of a drawing that is a picture, a chart or another object; None for one that
    only holds text."""
    if next(drawing.iter(W + "txbxContent"), None) is not None:
        return None
    properties = next(drawing.iter(f"{DRAWING}docPr"), None)
    if properties is not None:
        told = properties.get("descr") or properties.get("title") or properties.get("name")
        return " ".join((told or "").split())
    shown = next(drawing.iter(A + "blip", VML + "imagedata", VML + "shape"), None)
    return None if shown is None else " ".join(shown.get("alt", "").split())
