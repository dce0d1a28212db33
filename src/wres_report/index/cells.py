"""The cells of a report's row, as HTML. Every text of a report is escaped here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from wres_report.index.report import Document, Figure, Report
from wres_report.index.words import document_words, gate_words, kind_words
from wres_report.words import capitalised

NONE = "–"
# The look of a verdict: the classes of page.css. Any other code is of figures that tell nothing.
LOOKS = {
    "worse": "worse", "better": "better", "no_clear_difference": "none",
    "short": "seats", "mirrors": "seats", "none_mirrors": "seats", "above": "seats",
}  # fmt: skip
# What begins so is about the figure above it, and in a narrow cell its first word says the same.
# Other words stand in full: those on indicator 1 are about senior bands, its figure is not.
SHORT = ("worse for ", "better for ")
NEAREST = ", to the nearest seat, with "


@dataclass(frozen=True)
class Cell:
    """html: what stands in it. rank: the number to sort by, where it is not the one that a cell of
    plain numbers begins with; None sorts last. look: a class."""

    html: str
    rank: float | None = None
    look: str = ""


def trust(report: Report, rank: int) -> Cell:
    """The name, a link to the report's own page where it has one, and the code."""
    name = escape(report.name)
    if any(document.file == "index.html" for document in report.documents):
        name = f'<a href="{report.place}/index.html">{name}</a>'
    code = f" <span>{report.code}</span>" if report.name != report.code else ""
    mark = ' <strong class="synthetic">Synthetic data</strong>' if report.synthetic else ""
    return Cell(name + code + mark, rank)


def year(report: Report) -> Cell:
    """The WRES year and the year of its actions."""
    actions = ""
    if report.action_year:
        actions = f" <span>actions <span>{escape(report.action_year)}</span></span>"
    return Cell(f"{report.year}{actions}")


def kind(report: Report, ranks: Mapping[str, int]) -> Cell:
    """The kind, and the formats to open it in."""
    links = "".join(f"<li>{_link(report, document)}</li>" for document in report.documents)
    formats = f"<ul>{links}</ul>"
    return Cell(escape(kind_words(report.kind)) + formats, ranks.get(report.kind))


def state(report: Report, ranks: Mapping[str, int]) -> Cell:
    """Draft, approved or published, and when."""
    when = ""
    if report.state == "published" and report.published:
        when = f" <span>{escape(report.published)}</span>"
    return Cell((escape(capitalised(report.state)) or NONE) + when, ranks.get(report.state))


def figure(found: Figure | None) -> Cell:
    """A figure over its verdict; “○ not supplied” is said once."""
    if found is None:
        return Cell(NONE, look="open")
    # A board with nobody of the group is told so: “mirrors the workforce with no BME member”.
    words = found.verdict.replace(NEAREST, " with ").partition(",")[0]
    if words.startswith(SHORT):
        words = words.partition(" ")[0]
    look = LOOKS.get(found.code, "open")
    verdict = f"<span>{escape(f'{found.shape} {words}'.strip())}</span>" if words else ""
    if not found.text or (found.number is None and found.text in words):
        return Cell(verdict, look=look)
    return Cell(f"<b>{escape(found.text)}</b> {verdict}".rstrip(), found.number, look)


def actions(report: Report) -> Cell:
    """How many actions, and how many of them are overdue."""
    if report.actions is None:
        return Cell(NONE)
    overdue = f" <span>{report.overdue:,.0f} overdue</span>" if report.overdue else ""
    return Cell(escape(report.actions.text) + overdue)


def checks(report: Report) -> Cell:
    """The state of the gate; sorted by how many findings it has."""
    words = gate_words(report)
    return Cell(escape(words) or NONE, report.critical + report.warnings if words else None)


def _link(report: Report, document: Document) -> str:
    words = document_words(document)
    return f'<a href="{report.place}/{document.file}">{words}</a>'
