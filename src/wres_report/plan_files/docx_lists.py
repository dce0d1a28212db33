"""How Word's own lists mark a paragraph: the mark stands in no text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LETTERS = {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}


class ListMarks:
    """The list marks of a document, looked up paragraph by paragraph."""

    def __init__(self, document: Any) -> None:
        self._formats = _formats(document)
        self._styles = {
            style.get(W + "styleId"): style for style in document.styles.element.iter(W + "style")
        }

    def of(self, paragraph: Any) -> tuple[str, int]:
        """The mark (``bullet``, ``letter``, ``number`` or empty) and the level from 0."""
        own = paragraph.find(W + "pPr")
        if own is None:
            return "", 0
        # What the paragraph leaves open its style says, or a style that one is based on.
        said = [own, *self._of_styles(_value(own, "pStyle"))]
        lists = [n for p in said if (n := p.find(W + "numPr")) is not None]
        number = next((n for element in lists if (n := _value(element, "numId"))), "0")
        if number == "0":
            return "", 0
        level = next((n for element in lists if (n := _value(element, "ilvl"))), "0")
        return self._formats.get((number, level), "bullet"), int(level)

    def _of_styles(self, name: str | None) -> Iterator[Any]:
        """The paragraph properties of a style and of those that it is based on."""
        seen: set[str] = set()
        while name is not None and name not in seen and name in self._styles:
            seen.add(name)
            style = self._styles[name]
            properties = style.find(W + "pPr")
            if properties is not None:
                yield properties
            name = _value(style, "basedOn")


def _formats(document: Any) -> dict[tuple[str, str], str]:
    """The mark of each level of each list, by the list's number and the level."""
    try:
        root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:  # a document without lists has no such part
        return {}
    abstract = {
        element.get(W + "abstractNumId"): element for element in root.iter(W + "abstractNum")
    }
    found = {}
    for number in root.iter(W + "num"):
        kind = abstract.get(_value(number, "abstractNumId"))
        for level in () if kind is None else kind.iter(W + "lvl"):
            written = _value(level, "numFmt") or "bullet"
            mark = {"bullet": "bullet", "none": ""}.get(
                written, "letter" if written in LETTERS else "number"
            )
            found[number.get(W + "numId"), level.get(W + "ilvl")] = mark
    return found


def _value(element: Any, name: str) -> str | None:
    child = element.find(W + name)
    return None if child is None else child.get(W + "val")
