"""Measures a score: its figures by survey year, its table, its chart, its words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from wres_report.charts.rows import RowsChart
from wres_report.charts.survey import survey_chart
from wres_report.indicators.cells import Row, written
from wres_report.indicators.formula import LESS
from wres_report.indicators.result import Result, published_last_year, signed, with_previous
from wres_report.indicators.survey.answers import rows_of_survey
from wres_report.indicators.year import YearData
from wres_report.inputs.headcounts import number_or_none
from wres_report.markdown import pipe_table
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import difference
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.measures.verdicts import NOT_SUPPLIED, SUPPRESSED, unweighed

COLUMNS = ["survey_year", "group", "score", "responses", "benchmark_score"]
NO_INTERVAL = "the survey gives no spread of a score, so chance is not weighed"


def score_rows(data: YearData, indicator_id: str) -> pd.DataFrame:
    """The rows of a score up to this year's survey.

    Columns survey_year, group, score (0 to 10), responses, benchmark_score; the index is the line
    in the file. No rows where the table is not supplied.
    """
    return rows_of_survey(data, indicator_id, COLUMNS)


def measure_score(data: YearData, indicator_id: str, rows: pd.DataFrame) -> Result:
    """Measure a score from its rows (columns as ``score_rows`` gives them)."""
    indicator, pair = data.indicator(indicator_id), data.standard.groups.pair
    this, source = data.trust_year.survey_year, data.source("survey")
    values: dict[str, Value] = {}
    series: dict[str, dict[int, Value]] = {group: {} for group in pair}
    for line, year, group, score, n, median in rows.itertuples():
        if group not in pair:
            continue
        known, responses, place = number_or_none(score), number_or_none(n), [(source, line)]
        small = is_small(responses, data.settings.minimum_responses)
        people = None if responses is None else round(responses)
        value = absent(Unit.SCORE) if known is None else Value(known, Unit.SCORE, n=people)
        value = hide_if(value, small, "too few responses").from_source(source, rows=place)
        series[group][int(year)] = value
        suffix = "" if year == this else f".y{int(year)}"
        values[indicator.key(f"{group}_score.y{int(year)}")] = value
        if responses is not None:
            count = hide_if(Value(responses, Unit.COUNT), small).from_source(source, rows=place)
            values[indicator.key(f"responses_{group}{suffix}")] = count
        if (benchmark := number_or_none(median)) is not None:
            found = Value(benchmark, Unit.SCORE, note="benchmark-group median")
            key = indicator.key(f"{group}_score.benchmark{suffix}")
            values[key] = found.from_source(source, rows=place)
    for group in pair:
        key = indicator.key(f"{group}_score")
        found = series[group].get(this, absent(Unit.SCORE))
        values[key] = found
        if found.status is Status.NOT_SUPPLIED:
            values[key] = data.published.of_key(key, data.year) or found
        before = series[group].get(this - 1) or published_last_year(data, key)
        with_previous(values, key, before)
    other, study = (indicator.key(f"{group}_score") for group in pair)
    gap = indicator.key("gap")
    values[gap] = _gap(values, study, other)
    if {f"{study}.previous", f"{other}.previous"} <= values.keys():
        with_previous(values, gap, _gap(values, f"{study}.previous", f"{other}.previous"))
    if {f"{study}.benchmark", f"{other}.benchmark"} <= values.keys():
        values[f"{gap}.benchmark"] = _gap(values, f"{study}.benchmark", f"{other}.benchmark")
    verdict = {Status.OK: unweighed(NO_INTERVAL), Status.SUPPRESSED: SUPPRESSED}.get(
        values[study].status, NOT_SUPPLIED
    )
    result = Result(data, indicator, values, verdict, series=series)
    result.words = {indicator.key("verdict"): verdict.words(data.term)}
    result.told = _finding(result)
    return result


def _gap(values: Mapping[str, Value], ours: str, theirs: str) -> Value:
    """The score of the group under study minus the other one, by their keys."""
    study, other = values[ours], values[theirs]
    source = dict.fromkeys((*study.source, *other.source))
    found = difference(study, other, Unit.SCORE)
    made = found.made_of(LESS, ours, theirs)
    return made.from_source(*source, rows=(*study.rows, *other.rows))


def _finding(result: Result) -> list[str]:
    groups, term = result.data.standard.groups, result.data.term
    other, study = (result[f"{group}_score"] for group in groups.pair)
    if study.status is Status.SUPPRESSED:
        return [f"Too few {term} staff answered for their score to be shown."]
    if not (study.ok or other.ok):
        return [result.not_supplied]
    named = ((term, study), (groups.word, other))
    known = [f"{value.shown} for {name} staff" for name, value in named if value.ok]
    sentences = [f"The score, from 0 to 10, is {' and '.join(known)}."]
    gap = result["gap"]
    if gap.ok:
        sentences.append(
            f"The difference, {term} minus {groups.word}, is {signed(gap)}; "
            f"{NO_INTERVAL} and no verdict is made."
        )
    previous = result.get(f"{groups.study}_score.previous")
    if previous is not None:
        sentences.append(f"Last year the score of {term} staff was {previous.shown}.")
    benchmark = result.get(f"{groups.study}_score.benchmark")
    if benchmark is not None:
        sentences.append(
            f"The median of the benchmark group for {term} staff is {benchmark.shown}."
        )
    return sentences


def score_table(result: Result) -> str:
    """One row for each survey year, the latest first; empty where there is none."""
    data = result.data
    term, groups = data.term, data.standard.groups
    years = sorted({year for known in result.series.values() for year in known}, reverse=True)
    rows: list[Row] = []
    for year in years:
        suffix = "" if year == data.trust_year.survey_year else f".y{year}"
        cells: list[Value | None] = []
        for group in groups.pair:
            known = result.series[group].get(year)
            key = result.indicator.key(f"{group}_score.y{year}")
            cells += [
                None if known is None else known.named(key),
                result.get(f"responses_{group}{suffix}"),
                result.get(f"{group}_score.benchmark{suffix}"),
            ]
        rows.append((str(year), cells))
    head = [
        "Survey", groups.word, f"{groups.word} responses", f"{groups.word} median",
        term, f"{term} responses", f"{term} median",
    ]  # fmt: skip
    return pipe_table(head, written(rows), "lrrrrrr", [9, 12, 14, 12, 12, 14, 12]) if rows else ""


def chart(result: Result) -> tuple[RowsChart, str] | None:
    """The scores by survey year; None where there is none."""
    groups, term = result.data.standard.groups, result.data.term
    if not any(value.ok for known in result.series.values() for value in known.values()):
        return None
    names = groups.named(term)
    benchmarks = {
        groups.role(group): value
        for group in groups.pair
        if (value := result.get(f"{group}_score.benchmark")) is not None
    }
    figure = survey_chart(
        {groups.role(group): known for group, known in result.series.items()},
        benchmarks,
        frozenset(),
        names={groups.role(group): name for group, name in names.items()},
        title=f"The {result.said('subject')} of {term} and {groups.word} staff",
        subtitle=f"score from 0 to 10; {result.data.trust_year.survey_year} NHS Staff Survey",
        score=True,
    )
    years = sorted({year for known in result.series.values() for year in known})
    told = "; ".join(
        f"{year}: "
        + ", ".join(
            f"{name} {value.shown}"
            for group, name in names.items()
            if (value := result.values.get(result.indicator.key(f"{group}_score.y{year}")))
        )
        for year in years
    )
    return figure, f"Dumbbell chart of the {result.said('subject')} by survey year. {told}."
