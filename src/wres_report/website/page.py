"""The page of a website that lists the reports and their files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Protocol

from wres_report.index.report import Report
from wres_report.index.words import WORDS, kind_words, size_words
from wres_report.page_policy import policy
from wres_report.words import capitalised, counted

FOLDER = Path(__file__).parent
PAGE = "index.html"
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
    style = (FOLDER / "page.css").read_text(encoding="utf-8")
    return Template((FOLDER / "page.html").read_text(encoding="utf-8")).substitute(
        policy=policy([style]),
        style=style,
        count=counted(len(reports), "report"),
        reports="\n".join(_section(report, files) for report, files in reports),
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
    rows = "\n".join(_row(file) for file in files)
    return (
        f'<section aria-labelledby="{key}">\n<h2 id="{key}">{heading}</h2>\n'
        f"<p>{escape(' · '.join(marks))}</p>\n"
        f"<table>\n<caption>Files of {name}</caption>\n"
        '<thead><tr><th scope="col">File</th><th scope="col">Format</th>'
        '<th scope="col" class="number">Size</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</section>"
    )


def _row(file: File) -> str:
    name = file.source.name
    shown = "The report" if name == PAGE else escape(Path(file.address).name)
    return (
        f'<tr><th scope="row"><a href="{escape(file.address)}">{shown}</a></th>'
        f"<td>{escape(WORDS.get(name, RESULTS))}</td>"
        f'<td class="number">{size_words(file.size)}</td></tr>'
    )
