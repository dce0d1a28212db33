"""A finished page as its reader has it: sections, sentences, tables, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, Tag

# Where a sentence ends: at a full stop before what may begin another one.
END = re.compile(r"(?<=[.!?])(?<!\bNo\.)\s+(?=[A-Z“▲▼●◇◆□○\d−+])")
MARKS = "▲▼●◇◆□○"
NONE = ("–", "", "*", "not supplied", "suppressed", "not calculable")


@dataclass(frozen=True)
class Sentence:
    """sections: the anchors around it, the innermost first. kind: the element it stands in."""

    text: str
    sections: tuple[str, ...]
    kind: str
    block: str

    @property
    def indicator(self) -> int | None:
        for name in self.sections:
            if found := re.fullmatch(r"sec-i(\d)", name):
                return int(found[1])
        return None

    def is_in(self, *names: str) -> bool:
        return any(name in self.sections for name in names)


@dataclass(frozen=True)
class Table:
    number: int
    caption: str
    head: list[str]
    rows: list[list[str]]
    sections: tuple[str, ...]

    @property
    def has_figures(self) -> bool:
        return any(re.search(r"\d", cell) for row in self.rows for cell in row[1:])


@dataclass
class Page:
    """sentences: all prose of the report, that of cards and contents left out."""

    sentences: list[Sentence] = field(default_factory=list)
    tables: dict[int, Table] = field(default_factory=dict)
    figures: dict[int, tuple[str, ...]] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    cover: str = ""


def read_page(path: Path) -> Page:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
    page = Page()
    cover = soup.select_one("header.cover")
    page.cover = _text(cover) if cover else ""
    main = soup.find(id="content")
    assert isinstance(main, Tag)
    for away in main.select("dialog, [popover], .card, script, style, svg"):
        away.decompose()
    for found in main.find_all(["p", "li", "figcaption", "caption", "h1", "h2", "h3", "h4"]):
        if isinstance(found, Tag):
            _take(page, found)
    for table in main.find_all("table"):
        if isinstance(table, Tag):
            _take_table(page, table)
    return page


def _take(page: Page, found: Tag) -> None:
    sections = _sections(found)
    text = _text(found)
    if any(name.startswith("figure-") for name in sections):
        return
    if found.name in ("h1", "h2", "h3", "h4"):
        page.headings.append(text)
    elif found.name in ("figcaption", "caption"):
        if number := re.match(r"Figure (\d+): ", text):
            page.figures[int(number[1])] = sections
    elif found.find_parent("table") is None and not found.find(["p", "ul"]):
        for part in sentences_of(text):
            page.sentences.append(Sentence(part, sections, found.name, text))


def _take_table(page: Page, table: Tag) -> None:
    figure = table.find_parent("figure")
    caption = table.find("caption") or (figure.find("figcaption") if figure else None)
    told = re.match(r"Table (\d+): (.*)", _text(caption)) if isinstance(caption, Tag) else None
    if not told:
        return
    rows = [[_text(c) for c in r.find_all(["td", "th"])] for r in table.select("tbody tr")]
    head = [_text(c) for c in table.select("thead th")]
    page.tables[int(told[1])] = Table(int(told[1]), told[2], head, rows, _sections(table))


def _sections(element: Tag) -> tuple[str, ...]:
    return tuple(str(a["id"]) for a in element.parents if a.name == "section" and a.get("id"))


def _text(element: Tag) -> str:
    return " ".join(element.get_text().split())


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a paragraph; a verdict in bold before them is one as well."""
    for part in END.split(text):
        if part.strip():
            yield part.strip()
