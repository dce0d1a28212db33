"""Tables whose cells hold paragraphs and lists, and span rows: a list of lists in Markdown.

``report/filters/list-tables.lua`` turns them into tables. A pipe table holds one line a cell, and
a grid table is drawn with characters, which text of other scripts would push out of line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.markdown import escape
from wres_report.words import UNPRINTABLE

# Before every paragraph, so that no text can start a list, a heading or a rule of its own.
GUARD = "[]{.cell}"
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]")
SHORTCODE = re.compile(r"(\{\{<\s*var\s+[^\s>]+\s*>\}\})")
# What pandoc would make typographic, or read as its own, beyond what ``escape`` makes plain.
TYPOGRAPHIC = re.compile(r"(?<!\w)'|'(?!\w)|\"|(?<=-)-|-(?=-)|\.(?=\.)|(?<=\.)\.|[{}]|&(?=\w+;)")


@dataclass
class Cell:
    """blocks: Markdown, each a paragraph or a list made by the functions below."""

    blocks: tuple[str, ...]
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class Line:
    """One row. new_group: a group of rows starts here. group_head: it is the group's heading."""

    cells: tuple[Cell, ...]
    new_group: bool = False
    group_head: bool = False


def text(cell: str) -> str:
    """A cell of a plan as Markdown that prints it as it stands.

    Its variables are left as they are, and a web address becomes a link to itself.
    """
    parts = SHORTCODE.split(UNPRINTABLE.sub("", cell).strip())
    return "".join(part if SHORTCODE.fullmatch(part) else _plain(part) for part in parts)


def paragraph(markdown: str) -> str:
    return f"{GUARD} {markdown}"


def bullets(items: Sequence[str]) -> str:
    return "\n".join(f"- {GUARD} {item}" for item in items)


def lettered(items: Sequence[str]) -> str:
    """The items as a), b) …; beyond 26 they are numbered."""
    if len(items) > 26:
        return "\n".join(f"{n}) {GUARD} {item}" for n, item in enumerate(items, 1))
    return "\n".join(f"{chr(ord('a') + n)}) {GUARD} {item}" for n, item in enumerate(items))


def list_table(
    head: Sequence[str], lines: Sequence[Line], *, label: str, caption: str,
    widths: Sequence[float] = (), marks: Sequence[str] = (),
) -> str:  # fmt: skip
    """The table with its caption. head: plain text. widths: relative, for paper; or none. marks: a
    class for each column, which its head has in a page; empty for none."""
    given = f' widths="{",".join(f"{w:g}" for w in widths)}"' if widths else ""
    classes = marks or [""] * len(head)
    heads = [
        _cell(Cell((paragraph(text(name)),)), f" .{mark}" if mark else "")
        for name, mark in zip(head, classes, strict=True)
    ]
    rows = [_list(heads)]
    for line in lines:
        mark = " .group-head" if line.group_head else " .new-group" if line.new_group else ""
        rows.append(_row(line.cells, mark))
    body = "\n\n".join(rows)
    return (
        f"::: {{#{label}}}\n\n:::: {{.list-table{given}}}\n\n{body}\n\n::::\n\n{caption}\n\n:::\n"
    )


def _row(cells: Sequence[Cell], mark: str) -> str:
    return _list([_cell(cell, mark if index == 0 else "") for index, cell in enumerate(cells)])


def _list(written: Sequence[str]) -> str:
    first, *others = written
    return "\n".join([f"- {first}", *(f"  {other}" for other in others)])


def _cell(cell: Cell, mark: str) -> str:
    spans = f" rowspan={cell.rows}" if cell.rows > 1 else ""
    spans += f" colspan={cell.columns}" if cell.columns > 1 else ""
    first, *others = cell.blocks or (paragraph(""),)
    # The marks of a cell stand on an empty span of its own, since a list may be its first block.
    blocks = [f"[]{{.cell .marks{mark}{spans}}} {first.removeprefix(GUARD).strip()}"]
    if not first.startswith(GUARD):
        blocks = [f"[]{{.cell .marks{mark}{spans}}}", first]
    indented = "\n\n".join([*blocks, *others]).replace("\n", "\n    ")
    return "- " + re.sub(r"\n +\n", "\n\n", indented)


def _plain(part: str) -> str:
    pieces, start = [], 0
    for match in ADDRESS.finditer(part):
        # Even here a stroke would end the cell of a pipe table, and a backslash keep the > open.
        target = match[0].replace("\\", "%5C").replace("|", "%7C")
        pieces += [_words(part[start : match.start()]), f"[{_words(match[0])}](<{target}>)"]
        start = match.end()
    return "".join([*pieces, _words(part[start:])])


def _words(part: str) -> str:
    """Escaped, with a space kept at each end: it parts the words from a variable."""
    if not part.strip():
        return " " if part else ""
    lead = " " if part[0].isspace() else ""
    tail = " " if part[-1].isspace() else ""
    return lead + TYPOGRAPHIC.sub(lambda m: "\\" + m[0], escape(part)) + tail
