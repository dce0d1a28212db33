"""Reads a PDF; its places are pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from wres_report.documents.normalising import normalised
from wres_report.documents.passages import Collector, Kind
from wres_report.documents.pdf.columns import flows_of
from wres_report.documents.pdf.flow import Flow
from wres_report.documents.pdf.grids import grids_of
from wres_report.documents.pdf.lines import Segment, joined_texts, segments_of
from wres_report.documents.pdf.words import Page, Word, page_of
from wres_report.faults import input_fault

FEWEST_LETTERS = 20
PASSWORD = 4
# The strips of a page where headers and footers stand, and on how many pages they come again.
TOP, BOTTOM, FEWEST_PAGES, LEAST_SHARE = 0.9, 0.1, 3, 0.3
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–|\s]*\d{1,3}[-–|\s]*(?:(?:of|/)\s*\d{1,3})?$", re.I)


def read_pdf(path: Path, collector: Collector) -> str:
    """Take the text in the order in which people read it, tables row by row.

    Raises an input fault for a PDF that is protected, or that has pictures of text only.
    """
    pages = _pages(path)
    letters = sum(sign.isalpha() for page in pages for word in page.words for sign in word.text)
    if letters < FEWEST_LETTERS:
        raise input_fault(
            "This PDF holds no text: it has no text layer, being a scan or a drawing.",
            path.as_posix(),
            "Audit the Word file or web page it was made from, or run it through text recognition.",
        )
    running = _running(pages)
    known = frozenset(
        part.lower()
        for page in pages
        for word in page.words
        for part in (normalised(word.text).strip(".,;:()“”‘’'\""),)
    )
    flow = Flow(pages, collector, known)
    for page in pages:
        held = {word.index for _, line in running[page.number] for word in line.words}
        words = [word for word in page.words if word.index not in held]
        grids, rest = grids_of(words, page.rules)
        flow.take(page, flows_of(segments_of(rest), grids))
        _leave(page, collector)
    flow.end()
    flow.end_table()
    _take_running(running, collector)
    return "page"


def _pages(path: Path) -> list[Page]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD or "password" in str(error).lower():
            raise input_fault(
                "This PDF is protected by a password.", path.as_posix(),
                "Save it without the password, and audit that.",
            ) from None  # fmt: skip
        raise
    try:
        return [page_of(page, number) for number, page in enumerate(document, 1)]
    finally:
        document.close()


def _leave(page: Page, collector: Collector) -> None:
    """Note what of a page is not read."""
    if not page.words and page.pictures:
        collector.unread.add("pages", page.number)
    elif page.pictures:
        collector.unread.add("pictures", page.number, page.pictures)
    if page.remarks:
        collector.unread.add("comments", page.number, page.remarks)
    if page.fields:
        collector.unread.add("placeholders", page.number, page.fields)


def _running(pages: Sequence[Page]) -> dict[int, list[tuple[str, Segment]]]:
    """The headers and footers of each page: what comes again at the same height."""
    edges: dict[int, list[tuple[str, Segment]]] = {}
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        strip = [w for w in page.words if not BOTTOM < w.y / page.height < TOP]
        edges[page.number] = [(_shape(line), line) for line in _whole_lines(strip)]
        seen.update({(shape, round(line.y / 4)) for shape, line in edges[page.number]})
    least = max(FEWEST_PAGES, LEAST_SHARE * len(pages)) if len(pages) > 2 else 2

    def comes_again(shape: str, line: Segment) -> bool:
        height = round(line.y / 4)
        return sum(seen[shape, height + off] for off in (-1, 0, 1)) >= least

    return {
        number: [
            (shape, line)
            for shape, line in lines
            if comes_again(shape, line) or PAGE_NUMBER.match(line.text.strip())
        ]
        for number, lines in edges.items()
    }


def _whole_lines(words: Sequence[Word]) -> list[Segment]:
    from wres_report.documents.pdf.lines import lines_of

    return [Segment.of(line) for line in lines_of(words)]


def _shape(line: Segment) -> str:
    """The words of a line without what counts from page to page."""
    return re.sub(r"\d+", "#", line.text)


def _take_running(running: dict[int, list[tuple[str, Segment]]], collector: Collector) -> None:
    seen: set[str] = set()
    for number, lines in running.items():
        for shape, line in lines:
            text = normalised(joined_texts([line.text]))
            if shape in seen or not re.search(r"[A-Za-z]{3}", text):
                continue
            seen.add(shape)
            collector.paragraph([(number, text)], Kind.RUNNING, where="header or footer")
