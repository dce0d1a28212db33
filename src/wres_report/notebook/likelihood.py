"""Indicators 2, 3 and 4: how likely it is, White and BME side by side."""

from __future__ import annotations

from dataclasses import replace

from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if
from wres_report.measures.likelihood import (
    Cases,
    can_be_told_from_chance,
    few_cases,
    rate,
    relative_likelihood,
)
from wres_report.measures.value import Unit, Value, count
from wres_report.measures.verdicts import WITHOUT_COUNTS, Verdict, against_parity
from wres_report.notebook.data import LIKELIHOOD_ROWS, YearData
from wres_report.notebook.hiding import GROUP_COLUMNS, hidden_columns
from wres_report.notebook.likelihood_words import (
    PHRASES,
    likelihood_finding,
    likelihood_words,
)
from wres_report.notebook.result import Result, with_previous
from wres_report.standard import Indicator

# Rates of a per cent or so differ in the second decimal, and trusts publish two.
RATE_DECIMALS = 2


def measure_likelihood(data: YearData, indicator_id: str, cases: Counts, group: Counts) -> Result:
    """Measure indicator 2, 3 or 4.

    cases: to whom it happened. group: the people they come from. Both as headcounts of White,
    BME and unknown ethnicity. The result has the rates, the relative likelihood, last year's
    and the national figure where known, the verdict and the finding.
    """
    indicator = data.indicator(indicator_id)
    values = _figures(data, indicator, cases, group)
    _add_previous(data, indicator, values)
    _add_benchmark(data, indicator, values)
    ratio = values[f"{indicator_id}.ratio"]
    verdict = _verdict(indicator, ratio, cases, group)
    result = Result(data, indicator, values, verdict)
    result.words = likelihood_words(indicator, values, verdict, data.term)
    result.told = likelihood_finding(result)
    result.layout = {"cases": cases, "group": group}
    return result


def _figures(
    data: YearData, indicator: Indicator, cases: Counts, group: Counts
) -> dict[str, Value]:
    confidence = data.settings.confidence
    sources = data.likelihood_sources(indicator.id)
    case_rows = data.rows(LIKELIHOOD_ROWS[indicator.id][0], cases)
    group_rows = data.rows("recruitment" if indicator.id == "i2" else "workforce", group)
    rows = [*case_rows, *group_rows]
    # A rate on a hidden group would tell it, so a group too small to show hides its cases too.
    few_people = hidden_columns(group, data.settings.minimum_count)
    hidden = {*hidden_columns(cases, data.settings.minimum_count), *few_people}
    phrases = PHRASES[indicator.id]
    values: dict[str, Value] = {}
    for column in GROUP_COLUMNS:
        part = Cases(cases.of(column), group.of(column))
        small = column in hidden
        share = replace(rate(part, confidence), decimals=RATE_DECIMALS)
        cases_shown = hide_if(count(part.cases), small)
        people_shown = hide_if(count(part.group), column in few_people)
        values |= {
            f"{column}_percent": hide_if(share, small).from_source(*sources, rows=rows),
            f"{phrases.cases_key}_{column}": cases_shown.from_source(*sources, rows=case_rows),
            f"{phrases.group_key}_{column}": people_shown.from_source(*sources, rows=group_rows),
        }
    ratio = reported_or_computed(data, indicator, cases, group)
    ratio = hide_if(ratio, bool({"white", "bme"} & hidden) and not ratio.note)
    values["ratio"] = ratio if ratio.source else ratio.from_source(*sources, rows=rows)
    return {f"{indicator.id}.{key}": value for key, value in values.items()}


def reported_or_computed(
    data: YearData, indicator: Indicator, cases: Counts, group: Counts
) -> Value:
    """The relative likelihood from the counts, otherwise as ``reported.csv`` has it."""
    top, bottom = indicator.top or "white", indicator.bottom or "bme"
    computed = relative_likelihood(
        Cases(cases.of(top), group.of(top)),
        Cases(cases.of(bottom), group.of(bottom)),
        data.settings.confidence,
    )
    if cases.bme is None and cases.white is None:
        return data.reported(indicator.number, "ratio", "", data.year) or computed
    return computed


def _add_previous(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    before = data.previous
    if before is not None:
        cases, group = before.likelihood_counts(indicator.id)
        earlier = _figures(before, indicator, cases, group)
        if before.basis(indicator.id) != data.basis(indicator.id):
            return
        if earlier[f"{indicator.id}.ratio"].ok:
            for name in ("ratio", "white_percent", "bme_percent"):
                key = f"{indicator.id}.{name}"
                with_previous(values, key, earlier[key])
            return
    elif indicator.version(data.year - 1).basis != data.basis(indicator.id):
        return
    key = f"{indicator.id}.ratio"
    with_previous(values, key, data.reported(indicator.number, "ratio", "", data.year - 1))


def _add_benchmark(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    national = data.national(indicator.id, "ratio", "", Unit.RATIO)
    if national.ok:
        values[f"{indicator.id}.ratio.benchmark"] = national


def _verdict(indicator: Indicator, ratio: Value, cases: Counts, group: Counts) -> Verdict:
    if ratio.ok and cases.bme is None:
        return WITHOUT_COUNTS
    groups = (Cases(cases.white, group.white), Cases(cases.bme, group.bme))
    # Above parity the group on top is the likelier. Being appointed or trained is good,
    # being disciplined is not; either way the standard's ratios are worse for BME above 1.
    return against_parity(
        ratio,
        indicator.parity or 1.0,
        "above",
        few=few_cases(*groups),
        weighed=can_be_told_from_chance(*groups),
    )
