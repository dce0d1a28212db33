"""The page of a website that lists the reports and their files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Protocol

from wres_report.index.report import Report
from wres_report.index.words import WORDS, kind_words, size_words
from wres_report.page_frame.frame import folded, framed, head, whole_table
from wres_report.words import capitalised, counted, listed

FOLDER = Path(__file__).parent
PAGE = "index.html"
TITLE = "Race and disability equality reports"
RESULTS = "Every figure, for programs (JSON)"


class File(Protocol):
    """A file of the website, by its address."""

    @property
    def address(self) -> str: ...
    @property
    def source(self) -> Path: ...
    @property
    def size(self) -> int: ...


def site_page(reports: Sequence[tuple[Report, Sequence[File]]]) -> str:
    """The page of all reports with a table of the files of each; it loads nothing."""
    return framed(
        title=TITLE,
        skip="Skip to the reports",
        cover=f"<h1>{TITLE}</h1>\n<p>{counted(len(reports), 'report')}. Each is a page for the "
        "web, with files to download.</p>",
        content="\n".join(_section(report, files) for report, files in reports),
        style=(FOLDER / "page.css").read_text(encoding="utf-8"),
    )


def _section(report: Report, files: Sequence[File]) -> str:
    """A heading that leads to the report, its state, and the table of its files."""
    standard = report.standard or "WRES"
    name = f"{escape(report.name)}, {escape(standard)} {report.year}"
    key = report.place.lower().replace("/", "-")
    page = next((file for file in files if file.source.name == PAGE), None)
    heading = f'<a href="{escape(page.address)}">{name}</a>' if page else name
    marks = [kind_words(report.kind), capitalised(report.state) or "Draft"]
    if report.published:
        marks[-1] += f" {report.published}" if report.state == "published" else ""
    if report.synthetic:
        marks.append("Synthetic data: not a real trust")
    heads = [head("File"), head("Format"), head("Size", "number")]
    table = whole_table(f"Files of {name}", heads, map(_row, files))
    formats = dict.fromkeys(WORDS.get(f.source.name, "data") for f in files if f is not page)
    return (
        f'<section aria-labelledby="{key}">\n<h2 id="{key}">{heading}</h2>\n'
        f"<p>{escape(' · '.join(marks))}</p>\n"
        f"{folded(f'Files: {listed([*formats])}', table) if formats else table}\n</section>"
    )


def _row(file: File) -> str:
    name = file.source.name
    shown = "The report" if name == PAGE else escape(Path(file.address).name)
    return (
        f'<tr><th scope="row"><a href="{escape(file.address)}">{shown}</a></th>'
        f"<td>{escape(WORDS.get(name, RESULTS))}</td>"
        f'<td class="number">{size_words(file.size)}</td></tr>'
    )
