"""Names of WordprocessingML, and small questions to its elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
# They only wrap what stands in them. A content control is looked at before.
WRAPPERS = {W + name for name in ("ins", "moveTo", "customXml", "smartTag", "hyperlink")}
DELETED = {W + "del", W + "moveFrom"}
OFF = ("0", "false", "off", "none")


def value(element: Any, name: str) -> str | None:
    """The value of a child of that name; None where there is no such child."""
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")


def is_on(element: Any) -> bool:
    """Whether a property that is there is switched on."""
    return str(element.get(W + "val", "1")).lower() not in OFF


def number(element: Any, otherwise: int) -> int:
    written = None if element is None else element.get(W + "val")
    return int(written) if written is not None and written.isdigit() else otherwise


def is_placeholder(control: Any) -> bool:
    """Whether a content control shows nothing but “Click or tap here to enter text”."""
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return shown is not None and is_on(shown)


def children(element: Any, tag: str) -> Iterator[Any]:
    """The children of that name, also those that Word has wrapped in something."""
    for child in chosen(element):
        if child.tag == tag:
            yield child


def chosen(element: Any) -> Iterator[Any]:
    """The children that Word shows: wrappers opened, one of alternatives, no placeholders."""
    for child in element:
        if child.tag in DELETED or not isinstance(child.tag, str):
            continue
        if child.tag in WRAPPERS:
            yield from chosen(child)
        elif child.tag == W + "sdt":
            content = child.find(W + "sdtContent")
            if content is None:
                continue
            # The cell of a control that nobody has filled in is there, and empty.
            for inner in chosen(content):
                if inner.tag in (W + "tc", W + "tr") or not is_placeholder(child):
                    yield inner
        elif child.tag == MC + "AlternateContent":
            yield from chosen(alternative(child))
        else:
            yield child


def alternative(element: Any) -> Any:
    """That of several ways to say one thing which Word takes: the first, else the fallback."""
    choice = element.find(MC + "Choice")
    fallback = element.find(MC + "Fallback")
    if choice is not None and (len(choice) or fallback is None):
        return choice
    return fallback if fallback is not None else element


def is_deleted_row(row: Any) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def is_deleted_cell(cell: Any) -> bool:
    return cell.find(f"{W}tcPr/{W}cellDel") is not None


def is_unfilled_cell(cell: Any) -> bool:
    """Whether the cell is itself a content control that nobody has filled in."""
    outer = cell.getparent()
    while outer is not None and outer.tag not in (W + "tbl", W + "tc"):
        if outer.tag == W + "sdt" and is_placeholder(outer):
            return True
        outer = outer.getparent()
    return False


def joins_the_next(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted, so that it runs on into the next."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(name) is not None for name in DELETED)
