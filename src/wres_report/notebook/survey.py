"""Indicators 5 to 8: what staff said in the NHS Staff Survey."""

from __future__ import annotations

import pandas as pd

from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.trends import Trend, trend
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.measures.verdicts import (
    WITHOUT_COUNTS,
    Verdict,
    against_parity,
)
from wres_report.notebook.answers import COLUMNS, FILE_ROW, PAIR, Answers, answers_of
from wres_report.notebook.data import YearData
from wres_report.notebook.published import changes_stand_in, stand_in
from wres_report.notebook.result import Result, published_last_year, with_previous
from wres_report.notebook.survey_words import survey_finding, survey_words
from wres_report.standard import Indicator


def survey_rows(data: YearData, indicator_id: str) -> pd.DataFrame:
    """The rows of one indicator up to this year's survey.

    Columns survey_year, group, percent, responses, benchmark_percent; the index is the line in
    the file, the head being 1. No rows where the table is not supplied.
    """
    table = data.table("survey")
    number = data.indicator(indicator_id).number
    if table is None:
        return pd.DataFrame(columns=COLUMNS)
    wanted = (table["indicator"] == number) & (table["survey_year"] <= data.trust_year.survey_year)
    return table.loc[wanted].set_index(FILE_ROW)[COLUMNS]


def measure_survey(data: YearData, indicator_id: str, rows: pd.DataFrame) -> Result:
    """Measure indicator 5, 6, 7 or 8 from its rows (columns as ``survey_rows`` gives them)."""
    indicator = data.indicator(indicator_id)
    answers = answers_of(rows)
    series = _series(data, indicator_id, answers)
    values = _figures(data, indicator, series, answers)
    value = values[f"{indicator_id}.gap"]
    verdict = _verdict(indicator, value, values)
    trends = {group: _trend(indicator, series[group]) for group in PAIR}
    result = Result(data, indicator, values, verdict, series=series)
    result.words = survey_words(result, trends)
    result.told = survey_finding(result, trends)
    return result


def _series(data: YearData, name: str, answers: list[Answers]) -> dict[str, dict[int, Value]]:
    settings = data.settings
    series: dict[str, dict[int, Value]] = {group: {} for group in PAIR}
    for row in answers:
        value = survey_percent(row.percent, row.responses, settings.confidence)
        small = is_small(row.responses, settings.minimum_responses)
        value = hide_if(value, small, "too few responses")
        value = value.from_source(data.source("survey"), rows=_place(data, row))
        series[row.group][row.year] = value.named(f"{name}.{row.group}_percent.y{row.year}")
    return series


def _place(data: YearData, row: Answers) -> list[tuple[str, int]]:
    return [] if row.line is None else [(data.source("survey"), row.line)]


def _figures(
    data: YearData,
    indicator: Indicator,
    series: dict[str, dict[int, Value]],
    answers: list[Answers],
) -> dict[str, Value]:
    name, this = indicator.id, data.trust_year.survey_year
    values: dict[str, Value] = {}
    for group in PAIR:
        key = f"{name}.{group}_percent"
        values[key] = series[group].get(this, absent(Unit.PERCENT))
        stand_in(data.published, values, [key], data.year)
        if not _basis_breaks(indicator, data.year):
            before = series[group].get(this - 1)
            if before is None or before.status in (Status.NOT_SUPPLIED, Status.NOT_CALCULABLE):
                before = published_last_year(data, key)
            with_previous(values, key, before)
        for year, value in sorted(series[group].items()):
            values[f"{key}.y{year}"] = value
        of_group = [row for row in answers if row.group == group]
        values |= _responses_and_benchmarks(data, name, group, of_group)
    _add_gap(data, name, values, joined=not _basis_breaks(indicator, data.year))
    return values


def _basis_breaks(indicator: Indicator, year: int) -> bool:
    return indicator.version(year).basis != indicator.version(year - 1).basis


def _responses_and_benchmarks(
    data: YearData, name: str, group: str, answers: list[Answers]
) -> dict[str, Value]:
    """The responses and the benchmark-group medians of a group, by year and for this year."""
    this, source = data.trust_year.survey_year, (data.source("survey"),)
    responses, medians = f"{name}.responses_{group}", f"{name}.{group}_percent.benchmark"
    values: dict[str, Value] = {}
    for row in answers:
        suffix = "" if row.year == this else f".y{row.year}"
        if row.responses is not None:
            small = is_small(row.responses, data.settings.minimum_responses)
            shown = hide_if(Value(row.responses, Unit.COUNT), small)
            values[responses + suffix] = shown.from_source(*source, rows=_place(data, row))
        if row.median is not None:
            median = Value(row.median, Unit.PERCENT, note="benchmark-group median")
            values[medians + suffix] = median.from_source(*source, rows=_place(data, row))
    if responses in values:
        with_previous(values, responses, values.get(f"{responses}.y{this - 1}"))
    return values


def _add_gap(data: YearData, name: str, values: dict[str, Value], *, joined: bool) -> None:
    def gap_of(suffix: str) -> Value | None:
        pair = [values.get(f"{name}.{group}_percent{suffix}") for group in ("bme", "white")]
        if pair[0] is None or pair[1] is None:
            return None
        return gap_between(data, pair[0], pair[1])

    key = f"{name}.gap"
    values[key] = gap_of("") or absent(Unit.PP)
    stand_in(data.published, values, [key], data.year)
    of_pair = [f"{name}.{group}_percent" for group in PAIR]
    last = data.trust_year.survey_year - 1
    around = (values.get(k + suffix) for k in of_pair for suffix in ("", f".y{last}"))
    hidden = any(value is not None and value.status is Status.SUPPRESSED for value in around)
    # A published gap or change beside one of two figures would tell the other, which is hidden.
    if joined and hidden:
        with_previous(values, key, gap_of(".previous"))
    elif joined:
        with_previous(values, key, gap_of(".previous") or published_last_year(data, key))
        changes_stand_in(data.published, values, [key, *of_pair], data.year)
    benchmark = gap_of(".benchmark")
    if benchmark is not None:
        values[f"{name}.gap.benchmark"] = benchmark


def gap_between(data: YearData, bme: Value, white: Value) -> Value:
    """BME minus White of one survey, from the rows of both."""
    source = dict.fromkeys((*bme.source, *white.source)) or [data.source("survey")]
    return gap(bme, white).from_source(*source, rows=(*bme.rows, *white.rows))


def _verdict(indicator: Indicator, value: Value, values: dict[str, Value]) -> Verdict:
    worse_when = "below" if indicator.better == "higher" else "above"
    verdict = against_parity(value, indicator.parity or 0.0, worse_when, few=False)
    bme = values[f"{indicator.id}.bme_percent"]
    # Without the number of BME responses nothing can be said of chance.
    without = value.published or not bme.has_interval
    return WITHOUT_COUNTS if value.ok and without else verdict


def _trend(indicator: Indicator, series: dict[int, Value]) -> Trend:
    # The series goes by survey year, the standard by WRES year, which is one later.
    return trend(series, frozenset(year - 1 for year in indicator.breaks()))
