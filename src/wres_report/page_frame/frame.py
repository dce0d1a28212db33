"""A page in its frame: one file that holds all that it needs and loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from wres_report.page_policy import policy
from wres_report.words import counted

FOLDER = Path(__file__).parent
# So many rows are read at a glance; what goes beyond is folded, unless it is one or two.
SHOWN = 10
FEW = 2


def framed(
    *, title: str, cover: str, content: str, skip: str, style: str = "", script: str = "",
    below: str = "", pictures: bool = False,
) -> str:  # fmt: skip
    """The whole page as HTML.

    title, skip: text; of the browser's window, and of the link that leads past the head. cover,
    content, below: HTML of the head, of the page and of what stands under it. style, script: the
    page's own, behind those of the frame. pictures: whether it holds any.
    """
    whole = f"\n{(FOLDER / 'frame.css').read_text(encoding='utf-8')}{style}"
    return Template((FOLDER / "frame.html").read_text(encoding="utf-8")).substitute(
        policy=policy([whole], [script] if script else [], pictures=pictures),
        title=escape(title),
        style=whole,
        skip=escape(skip),
        cover=cover,
        content=content,
        below=f"{below}<script>{script}</script>" if script else below,
    )


def folded(summary: str, content: str) -> str:
    """Content that opens on demand. summary: text; content: HTML."""
    return f'<details class="fold"><summary>{escape(summary)}</summary>\n{content}\n</details>'


def parted(rows: Iterable[str]) -> tuple[list[str], list[str]]:
    """The rows that are shown, and those that are folded below them."""
    every = list(rows)
    if len(every) <= SHOWN + FEW:
        return every, []
    return every[:SHOWN], every[SHOWN:]


def table(
    caption: str, heads: Iterable[str], rows: Iterable[str], look: str = "", more: str = "row"
) -> str:
    """A table with a caption, of which the rows beyond the first few are folded.

    caption, heads: HTML. rows: ``tr`` elements. look: its classes. more: what a row is, such as
    “figure”, for the words of the fold.
    """
    heads = list(heads)
    shown, rest = parted(rows)
    text = whole_table(caption, heads, shown, look)
    if not rest:
        return text
    words = counted(len(rest), f"more {more}")
    return text + folded(words, whole_table(f"{caption}, continued", heads, rest, look))


def whole_table(caption: str, heads: Iterable[str], rows: Iterable[str], look: str = "") -> str:
    """A table with a caption, and all its rows; arguments as those of ``table``."""
    of = f' class="{look}"' if look else ""
    return (
        f"<table{of}><caption>{caption}</caption>\n<thead><tr>{''.join(heads)}</tr></thead>\n"
        "<tbody>\n" + "\n".join(rows) + "\n</tbody></table>"
    )


def head(text: str, look: str = "") -> str:
    """The head of a column. text: HTML."""
    of = f' class="{look}"' if look else ""
    return f'<th scope="col"{of}>{text}</th>'
