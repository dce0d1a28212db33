"""Published figures that stand nowhere else in a report, so that none that was supplied is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wres_report.indicators.publication import CHANGE, published_kind
from wres_report.markdown import escape, pipe_table
from wres_report.marks import MARKED
from wres_report.measures.value import Value
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.plan_values import reported_key, reported_value
from wres_report.report.parts.plans import actions_part, progress_part
from wres_report.standard import read_key
from wres_report.words import capitalised

WORDS = {
    "percent": "share", "headcount": "headcount", "ratio": "relative likelihood",
    "gap": "gap",
    "absolute_gap": "gap, of which the source does not say who is ahead",
    "absolute_difference": "difference from the workforce, without its sign", "score": "score",
}  # fmt: skip
Row = dict[str, Any]


def further_published(report: ReportContext, numbers: Iterable[int]) -> str:
    """A table of the rows of ``reported.csv`` of these indicators that the report shows nowhere
    else; empty where there are none."""
    wanted = set(numbers)
    rows = [row for row in unused_rows(report) if int(row["indicator"]) in wanted]
    return _table(report, rows, several=len(wanted) > 1)


def _table(report: ReportContext, rows: Sequence[Row], *, several: bool) -> str:
    """several: whether rows may be of more than one indicator."""
    if not rows:
        return ""
    cells = [
        [
            *([str(int(row["indicator"]))] if several else []),
            str(int(row["year"])), escape(_words(report, row)), _value(row),
            escape(str(row["source"]) or "–"),
        ] for row in rows
    ]  # fmt: skip
    head = [
        *(["No."] if several else []),
        f"{report.standard.short} year",
        "Figure",
        "Value",
        "Published in",
    ]
    widths = [*([5] if several else []), 10, 30, 12, 43]
    return (
        pipe_table(head, cells, ("r" if several else "") + "llrl", widths)
        + "\n\n: Further figures as they were published"
    )


def published_part(report: ReportContext) -> str:
    """The same rows of all indicators under a heading of their own, for a plan; else empty.

    A full report has them in the section of their indicator. Those that stand beside an action
    are not printed twice.
    """
    if report.params.kind == "full":
        return ""
    plans = actions_part(report) + progress_part(report)
    shown = {(match[1], match[2]) for match in MARKED.finditer(plans)}
    left = [row for row in unused_rows(report) if (_key(report, row), _value(row)) not in shown]
    table = _table(report, left, several=True)
    if not table:
        return ""
    return (
        "# Figures as they were published {#sec-published .unnumbered}\n\n"
        "The trust supplied these figures beside those that stand with the actions. They are "
        f"printed as they were published.\n\n{table} {{#tbl-published}}\n"
    )


def _key(report: ReportContext, row: Row) -> str:
    number, year = int(row["indicator"]), int(row["year"])
    return reported_key(report.standard, number, str(row["measure"]), year)


def unused_rows(report: ReportContext) -> list[Row]:
    """The rows that no figure of the results was read from, and that none of them replaces."""
    table = report.tables.get("reported")
    if table is None:
        return []
    file = report.place("reported")
    read = {
        line
        for handover in report.handovers.values()
        for entry in handover.values.values()
        for line in entry.get("rows", {}).get(file, ())
    }
    return [
        row
        for row in table.to_dict("records")
        if row["value"] == row["value"]
        and row["file_row"] not in read
        and published_kind(report.standard, row["indicator"], row["measure"], row["group"])
        is not None
        and not _replaced(report, row)
        and not _beside_hidden(report, row)
    ]


def _beside_hidden(report: ReportContext, row: Row) -> bool:
    """Whether a figure of the row's indicator is hidden: a change on last year could tell it."""
    parts = report.standard.numbered(int(row["indicator"]))
    return any(
        entry["status"] == "suppressed"
        for indicator in parts
        for entry in report.handovers[indicator.id].values.values()
    )


def _replaced(report: ReportContext, row: Row) -> bool:
    """Whether the data itself gives the figure; the gate has told where the two differ."""
    kind = published_kind(report.standard, row["indicator"], row["measure"], row["group"])
    suffix = {0: "", 1: ".previous"}.get(report.trust_year.year - int(row["year"]))
    if kind is None or not kind.key or suffix is None:
        return False
    if read_key(kind.key).form and suffix:
        return False
    value = report.value(kind.key + suffix)
    # What is suppressed is not told by the way of its publication.
    return value is not None and value.status.value != "not_supplied"


def _words(report: ReportContext, row: Row) -> str:
    """What a row is a figure of, in words."""
    measure, group = str(row["measure"]), str(row["group"])
    base = measure.removesuffix(CHANGE)
    groups = report.standard.groups
    named = groups.named(report.term)
    words = WORDS.get(base, "")
    over, _, under = base.partition("_to_")
    if over in named and under in named:
        words = f"{named[over]} ÷ {named[under]}"
    elif not words:
        words = base.replace("percent", "share")
        for name in (*groups.pair,):
            words = words.replace(name, named[name])
        words = words.replace("_", " ")
    whose = {**named, groups.unknown: groups.words[groups.unknown].removeprefix("of ")}.get(
        group, ""
    )
    said = f"{words}, {whose}" if whose and whose.lower() not in words.lower() else words
    if base == "percent" and not group:
        said = "share, of which the source does not say whose it is"
    change = ", change on the year before" if measure != base else ""
    return capitalised(said + change)


def _value(row: Row) -> str:
    value: Value = reported_value(row)
    unsigned = str(row["measure"]).startswith("absolute_")
    return value.display.lstrip("+") if unsigned else value.display
