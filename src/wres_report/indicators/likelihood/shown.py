"""The table of a likelihood, and its chart: what it says of itself is made from what it draws."""

from __future__ import annotations

from wres_report.charts.likelihood import likelihood_chart
from wres_report.charts.rows import RowsChart
from wres_report.indicators.cells import NOTHING, cell, first_of, group_head, source_name
from wres_report.indicators.result import Result
from wres_report.markdown import pipe_table
from wres_report.measures.value import Status, Value, absent


def likelihood_table(result: Result) -> str:
    """Rows: the people, the cases, the rate, its interval. Columns: the groups and the total.

    Empty where the ratio alone is known.
    """
    said, columns = result.indicator.words, result.data.standard.groups.columns
    rates = [result[f"{column}_percent"] for column in columns]
    group = [result[f"{said['group_key']}_{column}"] for column in columns]
    cases = [result[f"{said['cases_key']}_{column}"] for column in columns]
    if all(value.status is Status.NOT_SUPPLIED for value in (*rates, *group, *cases)):
        return ""
    rows = [
        [said["group_row"], *map(cell, group)],
        [said["cases_row"], *map(cell, cases)],
        [said["rate_row"], *map(cell, rates)],
        [
            f"{result.data.settings.level} interval",
            *(value.shown_interval or NOTHING for value in rates),
        ],
    ]
    first = said["people"][0].upper() + said["people"][1:]
    return pipe_table(group_head(result, first), rows, "lrrrr", [22, 12, 12, 14, 12])


def chart(result: Result) -> tuple[RowsChart, str]:
    national = result.get("ratio.benchmark")
    others = [
        ("Last year", result.get("ratio.previous") or absent(result["ratio"].unit)),
        (source_name(national), national or absent(result["ratio"].unit)),
    ]
    figure = likelihood_chart(
        result["ratio"], others, title=_title(result), subtitle=_subtitle(result),
        sides=(result.said("below"), result.said("above")),
    )  # fmt: skip
    return figure, _alternative(result, others)


def _title(result: Result) -> str:
    code, subject = result.verdict.code, result.said("subject")
    if code in ("worse", "better"):
        return result.said(f"title_{code}")
    if code == "too_few":
        return f"Too few cases to tell: {subject}"
    if code == "without_counts":
        return f"Counts not supplied: {subject}"
    return f"No clear difference: {subject}"


def _subtitle(result: Result) -> str:
    """n of each group, the period, the source. A ratio that was published is not known to be of
    the people whose number stands in this report's tables."""
    said, groups = result.indicator.words, result.data.standard.groups
    other, study = (result.get(f"{said['group_key']}_{group}") for group in groups.pair)
    people = ""
    if other and study and other.ok and study.ok and not result["ratio"].published:
        people = (
            f"{other.display} {groups.word} and {study.display} {result.data.term} "
            f"{said['people']}; "
        )
    source = first_of(result.indicator.source)
    return f"{people}year to {result.data.trust_year.snapshot}; {source}"


def _alternative(result: Result, others: list[tuple[str, Value]]) -> str:
    ratio = result["ratio"]
    beside = "".join(f" {name}: {value.shown}." for name, value in others if value.ok)
    return (
        f"Dot and line chart against parity at 1. This year's relative likelihood of "
        f"{result.said('subject')} is {ratio.shown}{result.interval(ratio)}."
        f"{beside}"
    )
