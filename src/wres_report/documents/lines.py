"""Lines of text, of Markdown or of a narrative: headings, lists, tables and paragraphs."""

from __future__ import annotations

import re

from wres_report.documents.passages import Collector, Kind
from wres_report.documents.tables import Line, Span, take_table

# What is named by a mark stands at the end of the file, and is a paragraph of its own.
NOTE_MARK, NOTE = re.compile(r"\[\^[\w-]+\](?!:)"), re.compile(r"^\[\^[\w-]+\]:\s*")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?$")
# A number and a word, but no date: “31 March 2021” heads nothing.
NUMBERED_HEADING = re.compile(
    r"^(\d+(?:\.\d+)*)\.?\s+(?=[A-Z])(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    r"(?:\s+\d|$))"
)
INDICATOR_HEADING = re.compile(r"^(?:WRES\s+)?(?:Indicator|INDICATOR|Metric|METRIC)\s+\d\b")
HAS_FIGURE = re.compile(r"\d\s*%|\d\.\d{2}")
BULLET = re.compile(r"^(\s*)(?:[-*•✓‣▪]|\d+[.)]|\(?[a-z][.)])\s+")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
CAPTION = re.compile(r"^(?:Table|Figure|Chart|Graph)\s+[\dA-Z][\d.]*\s*[:.–—-]\s*\S")
LONGEST_HEADING = 200
# A line that ends so goes on, wherever somebody has broken it.
GOES_ON = re.compile(
    r"(?:[,;&/(–—-]|\b(?:a|an|and|as|at|by|for|from|in|is|of|on|or|than|that|the|to|was|were|with))$"
)
STARTS = re.compile(r"[A-Z0-9•✓▪‣*“\"'(+-]")


def read_lines(lines: list[tuple[int, str]], collector: Collector) -> None:
    """Lines with their places, told apart into headings, table rows and paragraphs."""
    _Lines(collector).take(lines)


class _Lines:
    def __init__(self, collector: Collector) -> None:
        self.collector = collector
        self.waiting: list[tuple[int, str]] = []
        self.rows: list[Line] = []
        self.level = -1
        self.caption = ""

    def take(self, lines: list[tuple[int, str]]) -> None:
        fenced = False
        for place, raw in lines:
            if raw.lstrip().startswith("```"):
                fenced = not fenced
                self.flush()
                continue
            line = TAG.sub(" ", raw).replace("**", "").replace("\u00a0", " ").rstrip()
            if fenced or NOTE.match(line):
                self.flush()
            if not fenced:
                self.line(NOTE_MARK.sub("", NOTE.sub("", line)), place)
        self.flush()
        self.end_table()

    def line(self, line: str, place: int) -> None:
        cells, rule = cells_of(line), bool(RULE.match(line)) and bool(line.strip())
        if rule and len(self.rows) == 1:
            self.rows[0] = Line(self.rows[0].spans, self.rows[0].place, head=True)
        if len(cells) < 2 and not rule:
            self.end_table()
        if not line.strip() or rule:
            self.flush()
            return
        if len(cells) > 1:
            self.flush()
            self.rows.append(Line(tuple(map(Span, cells)), place))
            return
        level, title = heading_of(line.strip())
        if level:
            self.flush()
            self.collector.heading(level, title, place)
            return
        if bullet := BULLET.match(line):
            self.flush()
            self.level = len(bullet[1].expandtabs(4)) // 2
        self.waiting.append((place, line[bullet.end() :] if bullet else line))

    def flush(self) -> None:
        if self.waiting:
            kind = Kind.LIST_ITEM if self.level >= 0 else Kind.PARAGRAPH
            if self.level < 0 and CAPTION.match(self.waiting[0][1].strip()):
                kind, self.caption = Kind.CAPTION, " ".join(text for _, text in self.waiting)
            self.collector.paragraph(self.waiting, kind, max(self.level, 0))
            self.waiting = []
        self.level = -1

    def end_table(self) -> None:
        if self.rows:
            take_table(self.rows, self.collector, self.caption)
            self.rows, self.caption = [], ""


def cells_of(line: str) -> list[str]:
    """The cells of a line that is a table row: between tabs, or between bars."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if line.strip().startswith("|") and line.count("|") > 1 and not RULE.match(line):
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return []


def heading_of(line: str) -> tuple[int, str]:
    """The level and words of a heading; level 0 for what is none."""
    if found := MARKDOWN_HEADING.match(line):
        return len(found[1]), found[2]
    if len(line) > LONGEST_HEADING or HAS_FIGURE.search(line):
        return 0, ""
    if INDICATOR_HEADING.match(line) and line[-1] not in ".;,:-–":
        return 5, line
    numbered = NUMBERED_HEADING.match(line)
    if numbered and (line[-1] not in ".;:," or re.search(r"\bindicator \d\b", line, re.I)):
        return numbered[1].count(".") + 1, line
    if line.isupper() and len(line.split()) > 2:
        return 4, line
    return 0, ""


def with_ends(text: str) -> str:
    """The text of a paragraph, its line breaks kept where what follows begins anew.

    People break a line to start another fact; where the words go on, the break is for looks.
    """
    lines = [line for part in text.split("\n") if (line := " ".join(part.split()))]
    shown = lines[:1]
    for line in lines[1:]:
        anew = STARTS.match(line) and not GOES_ON.search(shown[-1])
        if anew:
            shown.append(line)
        else:
            shown[-1] += f" {line}"
    return "\n".join(shown)
