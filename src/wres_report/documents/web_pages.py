"""Reads an HTML page: headings, paragraphs, list items and tables; its places are source lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wres_report.documents.passages import Collector, Row

SKIPPED = {"script", "style", "nav", "template", "svg", "math", "title", "head", "noscript"}
BLOCKS = {"p", "li", "dt", "dd", "figcaption", "blockquote", "caption", "summary", "td", "th"}
CONTAINERS = {"div", "section", "article", "main", "ul", "ol", "dl", "table", "figure", "body"}


def read_html(path: Path, collector: Collector) -> str:
    """Take the text of a page in the order in which it is read."""
    from lxml import html

    root = html.fromstring(path.read_bytes())
    body = root.find(".//body")
    _take(body if body is not None else root, collector)
    return "line"


def _take(element: Any, collector: Collector) -> None:
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in SKIPPED or _is_not_shown(child):
            continue
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            collector.heading(int(tag[1]), words_of(child), child.sourceline or 0)
        elif tag == "table":
            _table(child, collector)
        elif (
            tag in BLOCKS
            or (tag not in CONTAINERS and not _has_blocks(child))
            or (tag == "div" and not _has_blocks(child))
        ):
            _block(child, collector)
        else:
            _take(child, collector)


def _is_not_shown(element: Any) -> bool:
    """Whether a reader sees an element only on asking, such as the card of a figure."""
    return element.get("hidden") is not None or element.get("role") == "dialog"


def _block(element: Any, collector: Collector) -> None:
    if element.tag != "p" and _has_blocks(element):
        if text := " ".join((element.text or "").split()):
            collector.paragraph([(element.sourceline or 0, text)])
        _take(element, collector)
    elif text := words_of(element):
        collector.paragraph([(element.sourceline or 0, text)])


def _has_blocks(element: Any) -> bool:
    return any(
        isinstance(inner.tag, str) and (inner.tag in BLOCKS | CONTAINERS or inner.tag[0] == "h")
        for inner in element.iterdescendants()
        if inner.tag not in ("html", "head", "hr", "header")
    )


def _table(table: Any, collector: Collector) -> None:
    head: list[str] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        spanned = any(
            int(cell.get(name, "1") or 1) > 1 for cell in cells for name in ("colspan", "rowspan")
        )
        texts = [words_of(cell) for cell in cells]
        if not head and all(cell.tag == "th" for cell in cells):
            head = [] if spanned else texts
            continue
        collector.row(Row(tuple(texts), () if spanned else tuple(head), row.sourceline or 0))


def words_of(element: Any) -> str:
    """The text of an element without what is not read aloud as text."""
    parts: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node.tag, str) and node.tag not in SKIPPED:
            parts.append(node.text or "")
            for child in node:
                walk(child)
                if child.tag in ("br", "p", "li", "div"):
                    parts.append(" ")
                parts.append(child.tail or "")

    walk(element)
    return " ".join("".join(parts).replace("\u00a0", " ").split())
