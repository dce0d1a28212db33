"""How likely it is, the two groups side by side."""

from __future__ import annotations

from dataclasses import replace

from wres_report.indicators.formula import DIVIDED
from wres_report.indicators.hiding import ALL_STAFF, hidden_count, staff
from wres_report.indicators.likelihood.kind import sides_of
from wres_report.indicators.likelihood.words import likelihood_finding, likelihood_words
from wres_report.indicators.published import changes_stand_in, stand_in
from wres_report.indicators.result import Result, with_previous
from wres_report.indicators.year import YearData
from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if
from wres_report.measures.likelihood import (
    Cases,
    can_be_told_from_chance,
    few_cases,
    rate,
    relative_likelihood,
)
from wres_report.measures.value import FROM_RATES, Status, Unit, Value, absent, count, decimals_of
from wres_report.measures.verdicts import WITHOUT_COUNTS, Verdict, against_parity
from wres_report.standard import Indicator

# Rates of a per cent or so differ in the second decimal, and trusts publish two.
RATE_DECIMALS = 2


def measure_likelihood(data: YearData, indicator_id: str, cases: Counts, group: Counts) -> Result:
    """Measure a likelihood.

    cases: to whom it happened. group: the people they come from. Both as headcounts of the
    three groups. The result has the rates, the relative likelihood, last year's
    and the national figure where known, the verdict and the finding.
    """
    indicator = data.indicator(indicator_id)
    values = _figures(data, indicator, cases, group)
    _add_previous(data, indicator, values)
    _add_benchmark(data, indicator, values)
    ratio = values[indicator.key("ratio")]
    verdict = _verdict(indicator, ratio, cases, group)
    result = Result(data, indicator, values, verdict)
    result.words = likelihood_words(indicator, values, verdict, data.term)
    result.told = likelihood_finding(result)
    return result


def _figures(
    data: YearData, indicator: Indicator, cases: Counts, group: Counts
) -> dict[str, Value]:
    confidence = data.settings.confidence
    said, groups = indicator.words, data.standard.groups
    sources = data.likelihood_sources(indicator.id)
    assert indicator.cases is not None
    case_rows = data.rows(indicator.cases.table, cases)
    people = indicator.people
    group_rows = data.rows("workforce" if people is None else people.table, group)
    rows = [*case_rows, *group_rows]
    few_cases, few_people = _hidden(data, indicator, cases, group)
    # An average of two years may be half a case; rounded, the groups would not add up to the total.
    decimals = decimals_of(groups.number(cases, column) for column in groups.columns)
    # A rate would tell the one of the other, so it is shown where both are.
    hidden = few_cases | few_people
    values: dict[str, Value] = {}
    for column in groups.columns:
        part = Cases(groups.number(cases, column), groups.number(group, column))
        share = replace(rate(part, confidence), decimals=RATE_DECIMALS)
        cases_shown = hide_if(replace(count(part.cases), decimals=decimals), column in few_cases)
        people_shown = hide_if(count(part.group), column in few_people)
        values |= {
            f"{column}_percent": hide_if(share, column in hidden).from_source(*sources, rows=rows),
            f"{said['cases_key']}_{column}": cases_shown.from_source(*sources, rows=case_rows),
            f"{said['group_key']}_{column}": people_shown.from_source(*sources, rows=group_rows),
        }
    ratio = _computed(data, indicator, cases, group)
    if {*groups.pair} & hidden:
        # A ratio of 0 tells only that there are no cases, and a count of 0 is shown.
        ratio = hide_if(replace(ratio, n=None, low=None, high=None), bool(ratio.value))
    rates = (indicator.key(f"{side}_percent") for side in sides_of(indicator))
    values["ratio"] = ratio.made_of(DIVIDED, *rates).from_source(*sources, rows=rows)
    values = {indicator.key(key): value for key, value in values.items()}
    stand_in(data.published, values, _published_keys(data, indicator), data.year)
    _add_ratio_of_rates(indicator, values)
    return values


def _hidden(
    data: YearData, indicator: Indicator, cases: Counts, group: Counts
) -> tuple[set[str], set[str]]:
    """The columns in which the cases are not shown, and those in which the people are not."""
    row, beside = indicator.cases, indicator.people
    assert row is not None
    plan = data.plan(row.table)
    few_cases, few_people = set(), set()
    for column in data.standard.groups.columns:
        people = staff(ALL_STAFF, column)
        if beside is not None:
            people = (beside.table, beside.name, column)
        if hidden_count(data, plan, cases, (row.table, row.name, column)):
            few_cases.add(column)
        if hidden_count(data, plan, group, people):
            few_people.add(column)
    return few_cases, few_people


def _published_keys(data: YearData, indicator: Indicator) -> list[str]:
    columns = data.standard.groups.columns
    return [indicator.key("ratio"), *(indicator.key(f"{c}_percent") for c in columns)]


def _computed(data: YearData, indicator: Indicator, cases: Counts, group: Counts) -> Value:
    """The relative likelihood from the counts."""
    groups, (top, bottom) = data.standard.groups, sides_of(indicator)
    return relative_likelihood(
        Cases(groups.number(cases, top), groups.number(group, top)),
        Cases(groups.number(cases, bottom), groups.number(group, bottom)),
        data.settings.confidence,
    )


def _add_ratio_of_rates(indicator: Indicator, values: dict[str, Value]) -> None:
    """The ratio of two rates that were published without their counts and without a ratio."""
    key = indicator.key("ratio")
    top, bottom = (values.get(indicator.key(f"{side}_percent")) for side in sides_of(indicator))
    known = values.get(key)
    if known is not None and known.status is not Status.NOT_SUPPLIED:
        return
    if top is None or bottom is None or not (top.ok and bottom.ok):
        return
    ratio = (
        Value(top.number / bottom.number, Unit.RATIO, note=FROM_RATES) if bottom.number
        else absent(Unit.RATIO, Status.NOT_CALCULABLE, "no cases in the group divided by")
    )  # fmt: skip
    source = dict.fromkeys((*top.source, *bottom.source))
    rates = (indicator.key(f"{side}_percent") for side in sides_of(indicator))
    values[key] = ratio.made_of(DIVIDED, *rates).from_source(
        *source, rows=(*top.rows, *bottom.rows)
    )


def _add_previous(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    before, keys = data.previous, _published_keys(data, indicator)
    usual = indicator.version(data.year - 1).basis
    basis = usual if before is None else before.basis(indicator.id)
    if basis != data.basis(indicator.id):
        return
    earlier: dict[str, Value] = {}
    if before is not None:
        earlier = _figures(before, indicator, *before.likelihood_counts(indicator.id))
        if any(value.status is Status.SUPPRESSED for value in earlier.values()):
            # What was published beside what is hidden could tell it.
            if earlier[keys[0]].ok:
                _add_three(data, indicator, values, earlier)
            return
        if not earlier[keys[0]].ok:
            # A rate beside a ratio that was hidden would tell what was hidden.
            earlier = {key: value for key, value in earlier.items() if value.published}
    stand_in(data.published, earlier, keys, data.year - 1)
    _add_ratio_of_rates(indicator, earlier)
    _add_three(data, indicator, values, earlier)
    if not any(key in values and values[key].status is Status.SUPPRESSED for key in keys):
        changes_stand_in(data.published, values, keys, data.year)


def _add_three(
    data: YearData, indicator: Indicator, values: dict[str, Value], earlier: dict[str, Value]
) -> None:
    for name in ("ratio", *(f"{group}_percent" for group in data.standard.groups.pair)):
        with_previous(values, indicator.key(name), earlier.get(indicator.key(name)))


def _add_benchmark(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    national = data.national(indicator.id, "ratio", "", Unit.RATIO)
    if national.ok:
        values[indicator.key("ratio.benchmark")] = national


def _verdict(indicator: Indicator, ratio: Value, cases: Counts, group: Counts) -> Verdict:
    if ratio.ok and ratio.published:
        return WITHOUT_COUNTS
    groups = (Cases(cases.comparator, group.comparator), Cases(cases.study, group.study))
    # Above parity the group on top is the likelier. Being appointed or trained is good, being
    # disciplined is not; either way a standard sets its ratios up so that above 1 they are worse
    # for the group under study.
    return against_parity(
        ratio,
        indicator.parity or 1.0,
        "above",
        few=few_cases(*groups),
        weighed=can_be_told_from_chance(*groups),
    )
