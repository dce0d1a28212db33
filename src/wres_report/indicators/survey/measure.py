"""What the two groups said in the NHS Staff Survey, year by year."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from wres_report.indicators.formula import LESS
from wres_report.indicators.published import changes_stand_in, stand_in
from wres_report.indicators.result import Result, published_last_year, with_previous
from wres_report.indicators.survey.answers import COLUMNS, Answers, answers_of, rows_of_survey
from wres_report.indicators.survey.words import survey_finding, survey_words
from wres_report.indicators.year import YearData
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.trends import Trend, trend
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.measures.verdicts import (
    WITHOUT_COUNTS,
    Verdict,
    against_parity,
)
from wres_report.standard import Indicator


def survey_rows(data: YearData, indicator_id: str) -> pd.DataFrame:
    """The rows of one indicator up to this year's survey.

    Columns survey_year, group, percent, responses, benchmark_percent; the index is the line in
    the file, the head being 1. No rows where the table is not supplied.
    """
    return rows_of_survey(data, indicator_id, COLUMNS)


def measure_survey(data: YearData, indicator_id: str, rows: pd.DataFrame) -> Result:
    """Measure an indicator of the survey from its rows (columns as ``survey_rows`` gives them)."""
    indicator = data.indicator(indicator_id)
    pair = data.standard.groups.pair
    answers = answers_of(rows, pair)
    series = _series(data, indicator, answers)
    values = _figures(data, indicator, series, answers)
    value = values[indicator.key("gap")]
    verdict = _verdict(indicator, value, values[indicator.key(f"{pair[1]}_percent")])
    trends = {group: _trend(indicator, series[group]) for group in pair}
    result = Result(data, indicator, values, verdict, series=series)
    result.words = survey_words(result, trends)
    result.told = survey_finding(result, trends)
    return result


def _series(
    data: YearData, indicator: Indicator, answers: list[Answers]
) -> dict[str, dict[int, Value]]:
    settings = data.settings
    series: dict[str, dict[int, Value]] = {group: {} for group in data.standard.groups.pair}
    for row in answers:
        value = survey_percent(row.percent, row.responses, settings.confidence)
        small = is_small(row.responses, settings.minimum_responses)
        value = hide_if(value, small, "too few responses")
        value = value.from_source(data.source("survey"), rows=_place(data, row))
        series[row.group][row.year] = value.named(indicator.key(f"{row.group}_percent.y{row.year}"))
    return series


def _place(data: YearData, row: Answers) -> list[tuple[str, int]]:
    return [] if row.line is None else [(data.source("survey"), row.line)]


def _figures(
    data: YearData,
    indicator: Indicator,
    series: dict[str, dict[int, Value]],
    answers: list[Answers],
) -> dict[str, Value]:
    this = data.trust_year.survey_year
    values: dict[str, Value] = {}
    for group in data.standard.groups.pair:
        key = indicator.key(f"{group}_percent")
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
        values |= _responses_and_benchmarks(data, indicator, group, of_group)
    _add_gap(data, indicator, values, joined=not _basis_breaks(indicator, data.year))
    return values


def _basis_breaks(indicator: Indicator, year: int) -> bool:
    return indicator.version(year).basis != indicator.version(year - 1).basis


def _responses_and_benchmarks(
    data: YearData, indicator: Indicator, group: str, answers: list[Answers]
) -> dict[str, Value]:
    """The responses and the benchmark-group medians of a group, by year and for this year."""
    this, source = data.trust_year.survey_year, (data.source("survey"),)
    responses = indicator.key(f"responses_{group}")
    medians = indicator.key(f"{group}_percent.benchmark")
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


def _add_gap(
    data: YearData, indicator: Indicator, values: dict[str, Value], *, joined: bool
) -> None:
    of_pair = [indicator.key(f"{group}_percent") for group in data.standard.groups.pair]

    def gap_of(suffix: str) -> Value | None:
        theirs, ours = (key + suffix for key in of_pair)
        other, study = values.get(theirs), values.get(ours)
        if other is None or study is None:
            return None
        return gap_between(data, study, other).made_of(LESS, ours, theirs)

    key = indicator.key("gap")
    values[key] = gap_of("") or absent(Unit.PP)
    stand_in(data.published, values, [key], data.year)
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
        values[f"{key}.benchmark"] = benchmark


def gap_between(data: YearData, study: Value, other: Value) -> Value:
    """The group under study minus the other one in one survey, from the rows of both.

    Without an interval of the group under study it has none: one made of the other's answers alone
    would leave out the chance of the smaller group, which is most of it.
    """
    source = dict.fromkeys((*study.source, *other.source)) or [data.source("survey")]
    found = gap(study, other)
    if found.ok and not study.has_interval:
        found = replace(found, low=None, high=None, note="")
    return found.from_source(*source, rows=(*study.rows, *other.rows))


def _verdict(indicator: Indicator, value: Value, study: Value) -> Verdict:
    worse_when = "below" if indicator.better == "higher" else "above"
    verdict = against_parity(value, indicator.parity or 0.0, worse_when, few=False)
    # Without the number of responses nothing can be said of chance.
    without = value.published or not study.has_interval
    return WITHOUT_COUNTS if value.ok and without else verdict


def _trend(indicator: Indicator, series: dict[int, Value]) -> Trend:
    # The series goes by survey year, the standard by its own, which is one later.
    return trend(series, frozenset(year - 1 for year in indicator.breaks()))
