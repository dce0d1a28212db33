"""What the styles of a Word file say of a paragraph or a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wres_report.documents.word.names import W, is_on, value

HEADING = re.compile(r"heading ([1-9])$")
CONTENTS = re.compile(r"toc (?:heading|[1-9])$|table of figures$")


class Styles:
    """The styles by their id. ``root``: of styles.xml, None where a file has none."""

    def __init__(self, root: Any) -> None:
        self.known = (
            {} if root is None else {s.get(W + "styleId"): s for s in root.iter(W + "style")}
        )
        defaults = [s for s in self.known.values() if s.get(W + "default") in ("1", "true")]
        self.usual = next(
            (s.get(W + "styleId") for s in defaults if s.get(W + "type") == "paragraph"), None
        )

    def chain(self, name: str | None) -> Iterator[Any]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while name is not None and name not in seen and name in self.known:
            seen.add(name)
            yield self.known[name]
            name = value(self.known[name], "basedOn")

    def of(self, paragraph: Any) -> list[Any]:
        own = paragraph.find(W + "pPr")
        name = None if own is None else value(own, "pStyle")
        return list(self.chain(name if name is not None else self.usual))

    def names(self, paragraph: Any) -> list[str]:
        """The names of its style and of those below, in small letters: ``heading 1``."""
        return [(value(style, "name") or "").lower() for style in self.of(paragraph)]

    def heading_level(self, paragraph: Any) -> int | None:
        """1 to 9, 0 for the title of the document; None for what is no heading."""
        own = paragraph.find(W + "pPr")
        outline = None if own is None else value(own, "outlineLvl")
        if outline is not None:
            return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None
        for n, style in enumerate(self.of(paragraph)):
            name = (value(style, "name") or "").lower()
            if found := HEADING.match(name):
                return int(found[1])
            if name == "title":
                # Styles of a cover are based on it, for dates and authors; they head nothing.
                return None if n else 0
            properties = style.find(W + "pPr")
            level = None if properties is None else value(properties, "outlineLvl")
            if level is not None:
                return int(level) + 1 if level.isdigit() and int(level) < 9 else None
        return None

    def is_contents(self, paragraph: Any) -> bool:
        return any(CONTENTS.match(name) for name in self.names(paragraph))

    def is_caption(self, paragraph: Any) -> bool:
        return "caption" in self.names(paragraph)

    def has(self, run: Any, paragraph: Any, *wanted: str) -> bool:
        """Whether a run has one of these properties, by itself or by a style."""
        return any(
            found is not None and is_on(found)
            for name in wanted
            for found in (self._property(run, paragraph, name),)
        )

    def raised(self, run: Any, paragraph: Any) -> bool:
        """Whether a run stands above the line, as the marks of notes do."""
        aligned = self._property(run, paragraph, "vertAlign")
        if aligned is not None:
            return str(aligned.get(W + "val")) == "superscript"
        position = self._property(run, paragraph, "position")
        height = "" if position is None else str(position.get(W + "val", ""))
        return height.isdigit() and int(height) >= 4  # half points

    def _property(self, run: Any, paragraph: Any, name: str) -> Any:
        own = run.find(W + "rPr")
        if own is not None:
            found = own.find(W + name)
            if found is not None:
                return found
            for style in self.chain(value(own, "rStyle")):
                found = style.find(f"{W}rPr/{W}{name}")
                if found is not None:
                    return found
        for style in self.of(paragraph):
            found = style.find(f"{W}rPr/{W}{name}")
            if found is not None:
                return found
        return None
