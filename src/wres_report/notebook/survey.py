"""Indicators 5 to 8: what staff said in the NHS Staff Survey."""

from __future__ import annotations

import pandas as pd

from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.trends import Trend, trend
from wres_report.measures.value import Unit, Value, absent
from wres_report.measures.verdicts import (
    WITHOUT_COUNTS,
    Verdict,
    against_benchmark,
    against_parity,
    movement,
)
from wres_report.notebook.answers import COLUMNS, FILE_ROW, PAIR, Answers, answers_of
from wres_report.notebook.data import YearData
from wres_report.notebook.result import Result, with_previous
from wres_report.standard import Indicator

SAID = {
    "i5": "experienced harassment, bullying or abuse from patients, relatives or the public",
    "i6": "experienced harassment, bullying or abuse from other staff",
    "i7": "believe the trust gives equal opportunities for career progression or promotion",
    "i8": "experienced discrimination from a manager, team leader or other colleague",
}


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
    result.words = _words(result, trends)
    result.told = _finding(result, trends)
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
        current = series[group].get(this, absent(Unit.PERCENT))
        if not current.ok:
            reported = data.reported(indicator.number, "percent", group, data.year)
            current = reported or current
        values[key] = current
        if not _basis_breaks(indicator, data.year):
            before = series[group].get(this - 1)
            if before is None or not before.ok:
                before = data.reported(indicator.number, "percent", group, data.year - 1)
            with_previous(values, key, before)
        for year, value in sorted(series[group].items()):
            values[f"{key}.y{year}"] = value
        of_group = [row for row in answers if row.group == group]
        values |= _responses_and_benchmarks(data, name, group, of_group)
    _add_gap(data, name, values)
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


def _add_gap(data: YearData, name: str, values: dict[str, Value]) -> None:
    def gap_of(suffix: str) -> Value | None:
        pair = [values.get(f"{name}.{group}_percent{suffix}") for group in ("bme", "white")]
        if pair[0] is None or pair[1] is None:
            return None
        return gap_between(data, pair[0], pair[1])

    values[f"{name}.gap"] = gap_of("") or absent(Unit.PP)
    with_previous(values, f"{name}.gap", gap_of(".previous"))
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
    return WITHOUT_COUNTS if value.ok and not bme.has_interval else verdict


def _trend(indicator: Indicator, series: dict[int, Value]) -> Trend:
    # The series goes by survey year, the standard by WRES year, which is one later.
    return trend(series, frozenset(year - 1 for year in indicator.breaks()))


def _words(result: Result, trends: dict[str, Trend]) -> dict[str, str]:
    name, better = result.indicator.id, result.indicator.better
    bme = result["bme_percent"]
    benchmark = result.get("bme_percent.benchmark") or absent(Unit.PERCENT)
    moved = result.get("bme_percent.change") or absent(Unit.PP)
    return {
        f"{name}.verdict": result.verdict.words(result.data.term),
        f"{name}.movement": movement(moved, better),
        f"{name}.against_benchmark": against_benchmark(bme, benchmark, better),
        f"{name}.trend": trends["bme"].words,
        f"{name}.white_trend": trends["white"].words,
    }


def _finding(result: Result, trends: dict[str, Trend]) -> list[str]:
    bme, white, term = result["bme_percent"], result["white_percent"], result.data.term
    if bme.status.value == "suppressed":
        return [
            f"Too few {term} staff answered this question for their percentage to be shown "
            "without the risk of pointing to a person."
        ]
    if not bme.ok and not white.ok:
        return ["The trust did not supply the figures for this indicator."]
    said = SAID[result.indicator.id]
    sentences = [
        f"{_shown(bme)} of {term} respondents and {_shown(white)} of White respondents {said}."
    ]
    sentences += _gap_sentences(result)
    sentences += _beside(result)
    for group, label in (("bme", term), ("white", "White")):
        sentences += _trend_sentence(trends[group], label)
    return sentences


def _shown(value: Value) -> str:
    return value.shown if value.ok else f"An unknown share ({value.display})"


def _gap_sentences(result: Result) -> list[str]:
    value, term = result["gap"], result.data.term
    if not value.ok:
        return []
    sentence = f"The gap, {term} minus White, is {value.shown}{result.interval(value)}."
    code = result.verdict.code
    if code == "without_counts":
        reading = "The number of responses is not supplied, so it cannot be told from chance."
    elif code == "no_clear_difference":
        reading = "The interval includes 0, so the two groups are not clearly apart."
    else:
        reading = f"The interval leaves 0 out: the experience is {result.verdict.words(term)}."
    if value.note and not result["white_percent"].has_interval:
        reading += " The White responses are not supplied, so their figure is taken as exact."
    return [sentence, reading]


def _beside(result: Result) -> list[str]:
    name, term = result.indicator.id, result.data.term
    sentences = []
    previous = result.get("bme_percent.previous")
    if previous is not None:
        sentences.append(
            f"The {term} figure was {previous.shown} last year; this year's is "
            f"{result.words[f'{name}.movement']}."
        )
    benchmark = result.get("bme_percent.benchmark")
    if benchmark is not None and result["bme_percent"].ok:
        sentences.append(
            f"The median of the benchmark group for {term} staff is {benchmark.shown}; the "
            f"trust's figure is {result.words[f'{name}.against_benchmark']}."
        )
    return sentences


def _trend_sentence(found: Trend, label: str) -> list[str]:
    if not found.first:
        return []
    certain = {True: ", more than chance", False: ", a change within chance", None: ""}
    span = f"Between the {found.first} and {found.last} surveys"
    return [f"{span} the {label} figure {found.words}{certain[found.clear]}."]
