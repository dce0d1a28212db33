"""How Word's own lists mark a paragraph: the mark stands in no text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wres_report.documents.word.names import W, value
from wres_report.documents.word.styles import Styles

LETTERS = {"lowerLetter", "upperLetter", "lowerRoman", "upperRoman"}
HAS_WORD = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Level:
    """mark: ``bullet``, ``letter``, ``number`` or empty. words: how it is shown, “Indicator %1:”.

    start: its first number. kind: the abstract list it belongs to, which counts.
    """

    mark: str
    words: str
    start: int
    kind: str


class ListMarks:
    """The list marks of a document, looked up paragraph by paragraph."""

    def __init__(self, numbering: Any, styles: Styles) -> None:
        self._levels = _levels(numbering)
        self._styles = styles
        self._counts: Counter[tuple[str, int]] = Counter()

    def of(self, paragraph: Any) -> tuple[str, int]:
        """The mark (``bullet``, ``letter``, ``number`` or empty) and the level from 0."""
        found = self._place(paragraph)
        if found is None:
            return "", 0
        number, level = found
        known = self._levels.get((number, str(level)))
        return known.mark if known else "bullet", level

    def is_item(self, paragraph: Any) -> bool:
        """Whether a paragraph is one of several in a list.

        A number alone may be that of a heading, whose list goes on behind the words below it.
        """
        found = self._place(paragraph)
        if found is None or self.of(paragraph)[0] != "number":
            return found is not None
        beside = (paragraph.getprevious(), paragraph.getnext())
        places = (self._place(one) for one in beside if one is not None and one.tag == W + "p")
        return any(place is not None and place[0] == found[0] for place in places)

    def words(self, paragraph: Any) -> str:
        """What the list writes before the paragraph where that has words: “Indicator 5:”.

        Counts the paragraph, so it is to be asked once for each, in their order.
        """
        found = self._place(paragraph)
        level = None if found is None else self._levels.get((found[0], str(found[1])))
        if found is None or level is None or level.mark != "number":
            return ""
        depth = found[1]
        self._counts[level.kind, depth] += 1
        for deeper in range(depth + 1, 9):
            del self._counts[level.kind, deeper]
        if not HAS_WORD.search(level.words):
            return ""

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            own = self._levels.get((found[0], str(at)))
            return str(max(self._counts[level.kind, at], 1) - 1 + (own.start if own else 1))

        return re.sub(r"%(\d)", shown, level.words)

    def _place(self, paragraph: Any) -> tuple[str, int] | None:
        """The number of its list, and the level."""
        own = paragraph.find(W + "pPr")
        # What the paragraph leaves open its style says, or a style that one is based on.
        said = ([] if own is None else [own]) + list(self._of_styles(paragraph))
        lists = [n for p in said if (n := p.find(W + "numPr")) is not None]
        number = next((n for element in lists if (n := value(element, "numId"))), "0")
        if number == "0":
            return None
        level = next((n for element in lists if (n := value(element, "ilvl"))), "0")
        return number, int(level) if level.isdigit() else 0

    def _of_styles(self, paragraph: Any) -> Iterator[Any]:
        for style in self._styles.of(paragraph):
            properties = style.find(W + "pPr")
            if properties is not None:
                yield properties


def _levels(root: Any) -> dict[tuple[str, str], Level]:
    """Each level of each list, by the list's number and the level."""
    if root is None:  # a document without lists has no such part
        return {}
    abstract = {
        element.get(W + "abstractNumId"): element for element in root.iter(W + "abstractNum")
    }
    found = {}
    for number in root.iter(W + "num"):
        name = value(number, "abstractNumId") or ""
        kind = abstract.get(name)
        own = list(number.iter(W + "lvl"))
        for level in [*(() if kind is None else kind.iter(W + "lvl")), *own]:
            written = value(level, "numFmt") or "bullet"
            mark = {"bullet": "bullet", "none": ""}.get(
                written, "letter" if written in LETTERS else "number"
            )
            start = value(level, "start") or "1"
            found[number.get(W + "numId"), level.get(W + "ilvl")] = Level(
                mark, value(level, "lvlText") or "", int(start) if start.isdigit() else 1, name
            )
    return found
