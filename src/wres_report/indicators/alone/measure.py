"""Measures what one group alone was asked: its figures, its table, its chart, its words."""

from __future__ import annotations

import pandas as pd

from wres_report.charts.rows import RowsChart
from wres_report.charts.survey import survey_chart
from wres_report.indicators.cells import Row, written
from wres_report.indicators.result import Result, published_last_year, with_previous
from wres_report.indicators.survey.answers import answers_of
from wres_report.indicators.year import YearData
from wres_report.markdown import pipe_table
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import survey_percent
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.measures.verdicts import (
    NOT_SUPPLIED,
    SUPPRESSED,
    against_benchmark,
    movement,
    unweighed,
)


def measure_alone(data: YearData, indicator_id: str, rows: pd.DataFrame) -> Result:
    """Measure an indicator of the group under study alone.

    rows: as ``survey_rows`` gives them; those of another group are passed over.
    """
    indicator, group = data.indicator(indicator_id), data.standard.groups.study
    this, source = data.trust_year.survey_year, data.source("survey")
    key = indicator.key(f"{group}_percent")
    values: dict[str, Value] = {}
    series: dict[int, Value] = {}
    for row in answers_of(rows, (group,)):
        place = [] if row.line is None else [(source, row.line)]
        small = is_small(row.responses, data.settings.minimum_responses)
        value = survey_percent(row.percent, row.responses, data.settings.confidence)
        value = hide_if(value, small, "too few responses").from_source(source, rows=place)
        series[row.year] = values[f"{key}.y{row.year}"] = value
        suffix = "" if row.year == this else f".y{row.year}"
        if row.responses is not None:
            count = hide_if(Value(row.responses, Unit.COUNT), small)
            count = count.from_source(source, rows=place)
            values[indicator.key(f"responses_{group}{suffix}")] = count
        if row.median is not None:
            median = Value(row.median, Unit.PERCENT, note="benchmark-group median")
            values[f"{key}.benchmark{suffix}"] = median.from_source(source, rows=place)
    values[key] = series.get(this, absent(Unit.PERCENT))
    if values[key].status is Status.NOT_SUPPLIED:
        values[key] = data.published.of_key(key, data.year) or values[key]
    with_previous(values, key, series.get(this - 1) or published_last_year(data, key))
    verdict = {
        Status.OK: unweighed("one group alone, so nothing to compare with"),
        Status.SUPPRESSED: SUPPRESSED,
    }.get(values[key].status, NOT_SUPPLIED)
    result = Result(data, indicator, values, verdict, series={group: series})
    result.words = {
        indicator.key("verdict"): verdict.words(data.term),
        indicator.key("movement"): movement(
            values.get(f"{key}.change", absent(Unit.PP)), indicator.better
        ),
        indicator.key("against_benchmark"): against_benchmark(
            values[key], values.get(f"{key}.benchmark", absent(Unit.PERCENT)), indicator.better
        ),
    }
    result.told = _finding(result)
    return result


def _finding(result: Result) -> list[str]:
    term, study = result.data.term, f"{result.data.standard.groups.study}_percent"
    value, at = result[study], result.indicator.key
    if value.status is Status.SUPPRESSED:
        return [f"Too few {term} staff answered for their percentage to be shown."]
    if not value.ok:
        return [result.not_supplied]
    sentences = [
        f"{value.shown}{result.interval(value)} of {term} respondents {result.said('said')}.",
        "The question is put to them alone, so there is no other group to compare with.",
    ]
    previous = result.get(f"{study}.previous")
    if previous is not None:
        sentences.append(
            f"Last year it was {previous.shown}; this year's is {result.words[at('movement')]}."
        )
    benchmark = result.get(f"{study}.benchmark")
    if benchmark is not None:
        sentences.append(
            f"The median of the benchmark group is {benchmark.shown}; the trust's figure is "
            f"{result.words[at('against_benchmark')]}."
        )
    return sentences


def alone_table(result: Result) -> str:
    """One row for each survey year, the latest first; empty where there is none."""
    data, group = result.data, result.data.standard.groups.study
    rows: list[Row] = []
    for year in sorted(result.series[group], reverse=True):
        suffix = "" if year == data.trust_year.survey_year else f".y{year}"
        cells = [
            result.get(f"{group}_percent.y{year}"),
            result.get(f"responses_{group}{suffix}"),
            result.get(f"{group}_percent.benchmark{suffix}"),
        ]
        rows.append((str(year), cells))
    head = ["Survey", data.term, f"{data.term} responses", f"{data.term} median"]
    return pipe_table(head, written(rows), "lrrr", [20, 20, 20, 20]) if rows else ""


def chart(result: Result) -> tuple[RowsChart, str] | None:
    """The percentages by survey year; None where there is none."""
    data, groups = result.data, result.data.standard.groups
    series = result.series[groups.study]
    if not any(value.ok for value in series.values()):
        return None
    median = result.get(f"{groups.study}_percent.benchmark")
    responses = result.get(f"responses_{groups.study}")
    n = f"{responses.display} responses; " if responses is not None and responses.ok else ""
    figure = survey_chart(
        {"study": series},
        {} if median is None else {"study": median},
        frozenset(),
        names={"study": data.term},
        title=f"{data.term} staff: {result.said('subject')}",
        subtitle=f"{n}{data.trust_year.survey_year} NHS Staff Survey",
    )
    told = "; ".join(
        f"{year}: {value.shown}"
        for year in sorted(series)
        if (value := result.get(f"{groups.study}_percent.y{year}")) is not None
    )
    return figure, f"Dot chart of {result.said('subject')} by survey year. {told}."
