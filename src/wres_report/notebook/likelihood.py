"""Indicators 2, 3 and 4: how likely it is, White and BME side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.likelihood import Cases, few_cases, rate, relative_likelihood
from wres_report.measures.value import Unit, Value, absent, count
from wres_report.measures.verdicts import (
    Verdict,
    against_benchmark,
    against_parity,
    movement_to_parity,
    within_four_fifths,
)
from wres_report.notebook.data import YearData
from wres_report.notebook.result import Result, with_previous
from wres_report.standard import Indicator

# Rates of a per cent or so differ in the second decimal, and trusts publish two.
RATE_DECIMALS = 2
GROUP_COLUMNS = ("white", "bme", "unknown", "total")


@dataclass(frozen=True)
class Phrases:
    """How to speak of an indicator. people: who they are. happened: what befell them.

    cases_key, group_key: the first part of the results keys of the headcounts.
    """

    people: str
    happened: str
    cases_key: str
    group_key: str
    group_row: str
    cases_row: str
    rate_row: str


PHRASES = {
    "i2": Phrases(
        "shortlisted applicants",
        "were appointed",
        "appointed",
        "shortlisted",
        "Shortlisted",
        "Appointed",
        "Appointed, of those shortlisted",
    ),
    "i3": Phrases(
        "staff",
        "entered the formal disciplinary process",
        "entered",
        "workforce",
        "Workforce",
        "Entered the disciplinary process",
        "Entered, of the workforce",
    ),
    "i4": Phrases(
        "staff",
        "took up non-mandatory training or CPD",
        "accessed",
        "workforce",
        "Workforce",
        "Took up training or CPD",
        "Took up training, of the workforce",
    ),
}


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
    result.words = _words(indicator, values, verdict, data.term)
    result.finding = _finding(result)
    result.layout = {"cases": cases, "group": group}
    return result


def _figures(
    data: YearData, indicator: Indicator, cases: Counts, group: Counts
) -> dict[str, Value]:
    confidence = data.settings.confidence
    sources = data.likelihood_sources(indicator.id)
    hidden = hidden_columns(cases, data.settings.minimum_count)
    phrases = PHRASES[indicator.id]
    values: dict[str, Value] = {}
    for column in GROUP_COLUMNS:
        part = Cases(cases.of(column), group.of(column))
        small = column in hidden
        share = replace(rate(part, confidence), decimals=RATE_DECIMALS)
        values[f"{column}_percent"] = hide_if(share, small)
        values[f"{phrases.cases_key}_{column}"] = hide_if(count(part.cases), small)
        values[f"{phrases.group_key}_{column}"] = count(part.group)
    ratio = reported_or_computed(data, indicator, cases, group)
    values["ratio"] = hide_if(ratio, bool({"white", "bme"} & set(hidden)) and not ratio.note)
    return {
        f"{indicator.id}.{key}": value if value.source else value.from_source(*sources)
        for key, value in values.items()
    }


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


def hidden_columns(cases: Counts, minimum: int) -> list[str]:
    """The groups whose cases are not shown.

    Where one group alone is small the total goes with it, since the total less the others
    would tell it; likewise where two are 1 each, since nothing else adds up to 2.
    """
    hidden = [name for name in GROUP_COLUMNS[:3] if is_small(cases.of(name), minimum)]
    told = sum(cases.of(name) or 0 for name in hidden) == len(hidden)
    return [*hidden, "total"] if hidden and (len(hidden) == 1 or told) else hidden


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
    few = few_cases(Cases(cases.white, group.white), Cases(cases.bme, group.bme))
    # Above parity the group on top is the likelier. Being appointed or trained is good,
    # being disciplined is not; either way the standard's ratios are worse for BME above 1.
    return against_parity(ratio, indicator.parity or 1.0, "above", few=few)


def _words(
    indicator: Indicator, values: dict[str, Value], verdict: Verdict, term: str
) -> dict[str, str]:
    key = f"{indicator.id}.ratio"
    ratio = values[key]
    benchmark = values.get(f"{key}.benchmark", absent(Unit.RATIO))
    return {
        f"{indicator.id}.verdict": verdict.words(term),
        f"{indicator.id}.movement": movement_to_parity(
            ratio,
            values.get(f"{key}.previous", absent(Unit.RATIO)),
            values.get(f"{key}.change", absent(Unit.RATIO)),
        ),
        f"{indicator.id}.against_benchmark": against_benchmark(ratio, benchmark, "parity"),
    }


def _finding(result: Result) -> list[str]:
    phrases = PHRASES[result.indicator.id]
    ratio = result["ratio"]
    if not ratio.ok:
        return [_without_ratio(result, phrases)]
    sentences = []
    if result["white_percent"].ok and result["bme_percent"].ok:
        sentences.append(
            f"Of {result[phrases.group_key + '_white'].display} White {phrases.people}, "
            f"{result['white_percent'].display} {phrases.happened}; of "
            f"{result[phrases.group_key + '_bme'].display} {result.data.term} {phrases.people}, "
            f"{result['bme_percent'].display}."
        )
    top, bottom = _names(result)
    interval = f" (95% interval {ratio.display_interval})" if ratio.has_interval else ""
    sentences.append(
        f"The relative likelihood, {top} ÷ {bottom}, is {ratio.display}{interval}, "
        "where 1.00 is parity."
    )
    sentences.append(_meaning(result, phrases))
    sentences.extend(_beside(result))
    return sentences


def _names(result: Result) -> tuple[str, str]:
    name = {"white": "White", "bme": result.data.term}
    return name[result.indicator.top or "white"], name[result.indicator.bottom or "bme"]


def _without_ratio(result: Result, phrases: Phrases) -> str:
    status = result["ratio"].status
    if status.value == "suppressed":
        return (
            f"Too few people {phrases.happened} for the figures to be shown without the risk "
            "of pointing to a person."
        )
    if status.value == "not_calculable":
        return (
            f"The ratio is not calculable: nobody in the group it is divided by "
            f"{phrases.happened}, or the group is empty."
        )
    return "The trust did not supply the figures for this indicator."


def _meaning(result: Result, phrases: Phrases) -> str:
    term, code = result.data.term, result.verdict.code
    if code == "too_few":
        return (
            "With so few cases the ratio cannot be told from chance; one case more or less "
            "would change it greatly."
        )
    if code == "no_clear_difference":
        return "The interval includes parity, so the two groups are not clearly apart."
    likelier = {"i2": "better", "i3": "worse", "i4": "better"}[result.indicator.id] == code
    group = f"{term} {phrases.people}" if likelier else f"White {phrases.people}"
    inside = within_four_fifths(result["ratio"])
    margin = (
        "The ratio stays within 0.80 to 1.25, the range commonly read as not adverse."
        if inside
        else "The ratio is outside 0.80 to 1.25, the range commonly read as not adverse."
    )
    return f"{group} were the more likely: the interval leaves parity out. {margin}"


def _beside(result: Result) -> list[str]:
    sentences = []
    previous = result.get("ratio.previous")
    if previous is not None:
        as_published = " as published" if previous.note == "as published" else ""
        sentences.append(
            f"Last year's ratio{as_published} was {previous.display}; this year's is "
            f"{result.words[result.indicator.id + '.movement']}."
        )
    benchmark = result.get("ratio.benchmark")
    if benchmark is not None:
        sentences.append(
            f"The national ratio is {benchmark.display} ({benchmark.note}); the trust's is "
            f"{result.words[result.indicator.id + '.against_benchmark']}."
        )
    return sentences
