"""Changes of what the program has written: sentences, tables, captions, headings."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.inputs.places import place_of
from wres_report.review.flow import Flow
from wres_report.review.hunks import Hunk, hunks_of
from wres_report.review.matching import Unit
from wres_report.review.model import Finding, Place, State
from wres_report.review.own_words import around, pieces_of
from wres_report.review.refusing import touched
from wres_report.review.report import SentReport
from wres_report.review.sources import Filled
from wres_report.review.telling import finding_of

HIDDEN = "_"  # bookmarks of the program's own
LONGEST_NEAR = 80
# Tables of a report whose words are those of a table of the data.
TABLES = {"tbl-locality": "locality"}


def generated_findings(report: SentReport, unit: Unit, reviewed: Flow) -> list[Finding]:
    """The changes of one generated paragraph: all refused, each with its key."""
    place = unit.before[0]
    text = report.flow.paragraphs[place].whole
    hunks = hunks_of(text, *pieces_of(reviewed, unit.after))
    return [_refused(report, place, hunk) for hunk in hunks]


def _refused(report: SentReport, place: int, hunk: Hunk) -> Finding:
    paragraph = report.flow.paragraphs[place]
    figures = [Filled(start, end, key) for start, end, key in report.figures(paragraph)]
    figure = touched(hunk, figures, paragraph.whole)
    where = generated_place(report, place, "" if figure is None else figure.key)
    if figure is not None:
        reason = (
            f"This is the figure “{figure.key}” from {report.origin(figure.key)}: change it there, "
            "and build again."
        )
    elif where.key in TABLES:
        table = place_of(report.workspace, report.trust_year, TABLES[where.key])
        reason = (
            f"The program takes these words from {table.where if table else 'a table'}: change "
            "them there, and build again."
        )
    else:
        keys = ", ".join(dict.fromkeys(f.key for f in figures))
        of = f" It tells of {keys}." if keys else ""
        reason = f"The program wrote these words, and would write them again.{of}"
    near = around(paragraph.whole, hunk)
    return finding_of(hunk, Place(key=where.key, near=near), State.REFUSED, reason)


def generated_place(report: SentReport, place: int, key: str = "") -> Place:
    """The place of a generated paragraph: the figure, or the part of the report it stands in."""
    return Place(
        key=key or _part_of(report, place),
        near=report.flow.paragraphs[place].whole[:LONGEST_NEAR],
    )


def _part_of(report: SentReport, place: int) -> str:
    """The nearest name above: a table, a chart, a finding or a section."""
    part = report.flow.paragraphs[place].part
    if part:
        return part
    for n in range(place, -1, -1):
        names: Sequence[str] = [
            name for name in report.flow.paragraphs[n].anchors if not name.startswith(HIDDEN)
        ]
        if names:
            return names[-1]
    return "cover"
