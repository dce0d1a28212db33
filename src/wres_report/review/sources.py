"""Which signs of a source made which signs of the text that people read.

The text of the report is known from its Word file; the source is what the trust has written, with
Markdown and variables. Both are walked through side by side: whatever of the source prints nothing
is passed over, and whatever prints must be what stands in the text. So nothing is guessed: a
source that does not print the text is not matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from wres_report.review.flow import LINE_BREAK, SAME

VARIABLE = re.compile(r"\{\{<\s*var\s+([^\s>]+)\s*>\}\}")
# What stands at the start of a line and is not printed.
LINE_STARTS = re.compile(
    r"[ \t]*(?:#{1,6}[ \t]+|:{3,}[^\n]*|>[ \t]?|[-*+][ \t]+|\(?(?:\d{1,3}|[A-Za-z]|#)[.)][ \t]+"
    r"|(?:[|+]?[ \t]*:?[-=]{2,}:?[ \t]*)+[|+]?[ \t]*(?=\n|$)|\[\^[^\]\s]+\]:[ \t]*|:[ \t]+)"
)
SILENT = re.compile(
    r"<!--.*?-->|!\[(?:\\.|[^\]\\])*\]\([^)]*\)(?:\{[^}\n]*\})?|\[\^[^\]\s]+\](?!:)"
    r"|\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)"
    r"|\]\[[^\]\n]*\]|\{(?!\{<)[^{}\n]*\}|</?[A-Za-z][^<>]*>|[*_~^`|\[\]<>]+|\\(?=[\W_])",
    re.DOTALL,
)
CROSS_REFERENCE = re.compile(r"\[?-?@(?:sec|tbl|fig)-[\w-]+\]?")
REFERS = re.compile(r"(?:Section|Table|Figure) \d+(?:\.\d+)*|Appendix \d+|\d+(?:\.\d+)*")
NUMBERED = re.compile(r"(?:Table|Figure) \d+: |\d+(?:\.\d+)*\.?\t")
SMART = {
    "’": ("'",), "‘": ("'",), "“": ('"',), "”": ('"',), "–": ("--",), "—": ("---",),
    "…": ("...",), " ": ("&nbsp;", "\\ "), "&": ("&amp;",), "<": ("&lt;",), ">": ("&gt;",),
}  # fmt: skip
BETWEEN = re.compile(r"[\s|]+")
BAR = re.compile(r"\s*\|\s*")
SPACES = re.compile(r"[ \t]*\n[ \t]*(?:>[ \t]?)*(?!\s*\n)|[ \t\u00a0\u202f]")
ENTITY = re.compile(r"&nbsp;|\\ ")
HARD_BREAK = re.compile(r"(?:\\| {2,})\n[ \t]*|<br\s*/?>\n?")
BREAK = re.compile(r"\\?[ \t]*\n|[ \t]+")
EMPTY = re.compile(r"&(?:shy|zwnj);")
REFERENCE = "@"
OPENING = re.compile(r"(?<!\\)[*_~`\[]+$")
CLOSING = re.compile(r"[*_~`]+")
BLOCK_ENDS = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\(?(?:\d{1,3}|[A-Za-z]|#)[.)])[ \t])")
SIGNS = re.compile(r"(?<!\\)(?:\*+|_+|~+|`+|\[|\])")


@dataclass(frozen=True)
class Filled:
    """What a variable prints, from ``start`` to before ``end`` of the text; key: its name, or
    ``@`` for what the report numbers by itself."""

    start: int
    end: int
    key: str


@dataclass
class Sourced:
    """A text with its source. at: for each sign of the text the start and end of what made it in
    the source; None where that is not known. filled: the variables, in order."""

    text: str
    source: str
    at: list[tuple[int, int] | None] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return all(
            place is not None for sign, place in zip(self.text, self.at, strict=True)
            if sign != "\n"
        )  # fmt: skip

    def slice(self, start: int, end: int) -> str:
        """The source of a stretch of the text, with the marks of emphasis and links around it
        where they are whole; else its bare words with their variables."""
        places = [place for place in self.at[start:end] if place is not None]
        if not places:
            return ""
        first, last = places[0][0], places[-1][1]
        wider = OPENING.search(self.source[:first]), CLOSING.match(self.source, last)
        first = wider[0].start() if wider[0] else first
        last = wider[1].end() if wider[1] else last
        if balanced(self.source, first, last, places):
            return self.source[first:last]
        return "".join(self.source[a:b] for a, b in dict.fromkeys(places))

    def line(self, place: int) -> int:
        """The line of the source, from 1, that a place of the text is of; 0 where not known."""
        near = [n for n in (*range(place, len(self.at)), *range(place - 1, -1, -1))
                if self.at[n] is not None]  # fmt: skip
        if not near:
            return 0
        found = self.at[near[0]]
        assert found is not None
        return self.source.count("\n", 0, found[0]) + 1


def balanced(source: str, start: int, end: int, places: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch of Markdown closes what it opens: emphasis, code, links.

    places: of what it prints, which opens nothing.
    """
    marks, at = [], start
    for first, last in places:
        marks += SIGNS.findall(source[at:first])
        at = max(at, last)
    marks += SIGNS.findall(source[at:end])
    brackets = marks.count("[") == marks.count("]")
    return brackets and all(marks.count(m) % 2 == 0 for m in set(marks) - {"[", "]"})


def open_blocks(source: str) -> int:
    """How many paragraphs and items of a text open emphasis that they do not close.

    What an item prints is the same without the signs, so this is seen in its source alone.
    """
    blocks = BLOCK_ENDS.split(source)
    return sum(block.replace("\\*", "").count("**") % 2 for block in blocks)


def sourced(
    text: str, source: str, variables: Mapping[str, str], *, plain: bool = False
) -> Sourced:
    """Match a text, its paragraphs parted by ``\\n``, to its source.

    variables: what each prints, by key. plain: whether the source is no Markdown, as a cell of a
    plan is none. A paragraph that the source does not print is left without places.
    """
    result = Sourced(text, source)
    scanner = _Scanner(source, variables, plain)
    at = 0
    for paragraph in text.split("\n"):
        found = scanner.paragraph(paragraph, at) if paragraph else None
        if found is None:
            result.at += [None] * len(paragraph)
        else:
            start = len(result.at)
            result.filled += [Filled(f.start + start, f.end + start, f.key) for f in found.filled]
            result.at += found.places
            at = found.end
        result.at.append(None)  # the end of the paragraph
    result.at.pop()
    return result


@dataclass
class _Found:
    places: list[tuple[int, int] | None]
    filled: list[Filled]
    end: int


class _Scanner:
    def __init__(self, source: str, variables: Mapping[str, str], plain: bool) -> None:
        self.source, self.plain = source, plain
        self.variables = {key: text.translate(SAME) for key, text in variables.items()}

    def paragraph(self, text: str, at: int) -> _Found | None:
        """The places of a paragraph: the first from ``at`` on that prints it."""
        starts = [at, *(m.end() for m in re.finditer(r"\n|\|" if not self.plain else r"\|",
                                                      self.source) if m.end() > at)]  # fmt: skip
        for start in starts:
            for skips in (True, False):
                found = self.attempt(text, start, skips)
                if found is not None:
                    return found
        return None

    def attempt(self, text: str, at: int, skips: bool) -> _Found | None:
        """The places of a paragraph that begins right at ``at``; skips: whether what looks like
        the mark of a list at the start of a line is one."""
        found = _Found([], [], at)
        place = 0
        number = None if self.plain else NUMBERED.match(text)
        while place < len(text):
            marked = self.mark_of_line(at) if skips and not place else at
            step = None if marked > at else self.step(text, place, at)
            if step is not None:
                length, end, key = step
                if key:
                    found.filled.append(Filled(place, place + length, key))
                found.places += [(at, end)] * length
                place, at = place + length, end
                continue
            passed = marked if marked > at else self.passed(at, skips)
            if passed > at:
                at = passed
            elif number is not None and not place:
                # The number of a heading or a caption is the report's own.
                place = number.end()
                found.places += [(at, at)] * place
                found.filled.append(Filled(0, place, REFERENCE))
            else:
                return None
        found.end = at
        return found

    def step(self, text: str, place: int, at: int) -> tuple[int, int, str] | None:
        """How many signs of the text the source prints at ``at``, where it goes on, and the key of
        the variable that printed them; None where it prints none or others."""
        source = self.source
        if variable := VARIABLE.match(source, at):
            shown = self.variables.get(variable[1], "")
            if shown and text.startswith(shown, place):
                return len(shown), variable.end(), variable[1]
            return None
        if at >= len(source):
            return None
        sign = text[place]
        if not self.plain and (reference := CROSS_REFERENCE.match(source, at)):
            number = REFERS.match(text, place)
            return (len(number[0]), reference.end(), REFERENCE) if number else None
        if sign.isspace():
            return self.space(sign, at)
        if source[at].translate(SAME) == sign:
            return 1, at + 1, ""
        for written in SMART.get(sign, ()) if not self.plain else ():
            if source.startswith(written, at):
                return 1, at + len(written), ""
        if self.plain and sign == "," and (bar := BAR.match(source, at)):
            return (2, bar.end(), "") if text.startswith(", ", place) else None
        return None

    def space(self, sign: str, at: int) -> tuple[int, int, str] | None:
        source = self.source
        if sign == LINE_BREAK:
            found = HARD_BREAK.match(source, at)
        else:
            found = SPACES.match(source, at)
            if found is None and not self.plain:
                found = ENTITY.match(source, at)
        return (1, found.end(), "") if found else None

    def mark_of_line(self, at: int) -> int:
        """Where the source goes on behind the mark of a list, a heading or a quotation."""
        if self.plain or (at > 0 and self.source[at - 1] != "\n"):
            return at
        found = LINE_STARTS.match(self.source, at)
        return found.end() if found else at

    def passed(self, at: int, skips: bool) -> int:
        """Where the source goes on behind what prints nothing; ``at`` where it prints something."""
        source = self.source
        if self.plain:
            found = BETWEEN.match(source, at)
            return found.end() if found else at
        if skips and (marked := self.mark_of_line(at)) > at:
            return marked
        if found := BREAK.match(source, at):
            return found.end()
        if (found := SILENT.match(source, at)) or (found := EMPTY.match(source, at)):
            return found.end()
        if (variable := VARIABLE.match(source, at)) and not self.variables.get(variable[1], "x"):
            return variable.end()
        return at
