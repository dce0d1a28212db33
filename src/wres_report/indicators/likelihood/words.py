"""How a likelihood is put into words."""

from __future__ import annotations

from wres_report.indicators.likelihood.kind import sides_of
from wres_report.indicators.result import Result, signed
from wres_report.measures.value import FROM_RATES, TURNED_OVER, Status, Unit, Value, absent
from wres_report.measures.verdicts import (
    Verdict,
    against_benchmark,
    movement_to_parity,
    within_four_fifths,
)
from wres_report.standard import Indicator


def likelihood_words(
    indicator: Indicator, values: dict[str, Value], verdict: Verdict, term: str
) -> dict[str, str]:
    """The computed words of the indicator by key: verdict, movement, against the benchmark."""
    key = indicator.key("ratio")
    ratio = values[key]
    benchmark = values.get(f"{key}.benchmark", absent(Unit.RATIO))
    return {
        indicator.key("verdict"): verdict.words(term),
        indicator.key("movement"): movement_to_parity(
            ratio,
            values.get(f"{key}.previous", absent(Unit.RATIO)),
            values.get(f"{key}.change", absent(Unit.RATIO)),
        ),
        indicator.key("against_benchmark"): _against_benchmark(ratio, benchmark, verdict),
    }


def _against_benchmark(ratio: Value, benchmark: Value, verdict: Verdict) -> str:
    """Beside the country; with no interval to weigh chance by, so few cases are said to be few."""
    words = against_benchmark(ratio, benchmark, "parity")
    few = words and verdict.code == "too_few" and not ratio.has_interval
    return f"{words}, on too few cases to weigh chance" if few else words


def likelihood_finding(result: Result) -> list[str]:
    """The sentences that tell the ratio, what it means, and what stands beside it."""
    ratio = result["ratio"]
    if not ratio.ok:
        rates = _rates(result) if ratio.status is Status.NOT_SUPPLIED else []
        return [*rates, _without_ratio(result, rates), *_published_change(result)]
    sentences = _rates(result)
    top, bottom = _names(result)
    sentences.append(
        f"The relative likelihood, {top} ÷ {bottom}, is {ratio.shown}{result.interval(ratio)}, "
        "where 1.00 is parity."
    )
    sentences.append(_meaning(result))
    sentences.extend(_beside(result))
    return sentences


def _rates(result: Result) -> list[str]:
    """What happened to each group, so far as it is known."""
    said, groups, term = result.indicator.words, result.data.standard.groups, result.data.term
    who, happened = said["people"], said["happened"]
    other, study = _of_pair(result)
    people = [result[f"{said['group_key']}_{group}"] for group in groups.pair]
    if other.ok and study.ok and all(number.ok for number in people):
        return [
            f"Of {people[0].shown} {groups.word} {who}, {other.shown} {happened}; of "
            f"{people[1].shown} {term} {who}, {study.shown}."
        ]
    known = [
        f"{rate.shown} of {name} {who} {happened}"
        for name, rate in ((groups.word, other), (term, study)) if rate.ok
    ]  # fmt: skip
    return [f"{' and '.join(known)}."] if known else []


def _of_pair(result: Result) -> tuple[Value, Value]:
    """The rates of the other group and of the one under study."""
    other, study = (result[f"{group}_percent"] for group in result.data.standard.groups.pair)
    return other, study


def _names(result: Result) -> tuple[str, str]:
    name = result.data.standard.groups.named(result.data.term)
    top, bottom = sides_of(result.indicator)
    return name[top], name[bottom]


def _without_ratio(result: Result, rates: list[str]) -> str:
    status, happened = result["ratio"].status, result.indicator.words["happened"]
    if status.value == "suppressed":
        return f"How many people {happened} is not shown, since it would give a small number away."
    if status.value == "not_calculable":
        if "not_calculable" in [rate.status.value for rate in _of_pair(result)]:
            return "The ratio is not calculable: nobody is in one of the two groups."
        return f"The ratio is not calculable: nobody in the group it is divided by {happened}."
    if rates:
        return "The relative likelihood is not supplied, nor what it could be worked out from."
    return result.not_supplied


def _meaning(result: Result) -> str:
    said, code = result.indicator.words, result.verdict.code
    if code == "too_few":
        return (
            "With so few cases the ratio cannot be told from chance; one case more or less "
            "would change it greatly."
        )
    if code == "without_counts":
        return {
            FROM_RATES: "It is made from the two rates, which were published without their "
            "counts, so it cannot be told from chance.",
            TURNED_OVER: "It was published the other way round and without its counts, so it "
            "cannot be told from chance.",
        }.get(
            result["ratio"].note,
            "It was published without its counts, so it cannot be told from chance.",
        )
    if code == "no_clear_difference":
        return "The interval includes parity, so the two groups are not clearly apart."
    # Whether the likelier group is the one under study depends on what befell it.
    likelier = said["likelier"] == code
    group = result.data.term if likelier else result.data.standard.groups.word
    who = f"{group} {said['people']}"
    inside = within_four_fifths(result["ratio"])
    margin = (
        "The ratio stays within 0.80 to 1.25, the range commonly read as not adverse."
        if inside
        else "The ratio is outside 0.80 to 1.25, the range commonly read as not adverse."
    )
    return f"{who} were the more likely: the interval leaves parity out. {margin}"


def _beside(result: Result) -> list[str]:
    sentences = []
    previous = result.get("ratio.previous")
    if previous is not None:
        as_published = " as published" if previous.published else ""
        sentences.append(
            f"Last year's ratio{as_published} was {previous.shown}; this year's is "
            f"{result.words[result.indicator.key('movement')]}."
        )
    sentences += _published_change(result)
    benchmark = result.get("ratio.benchmark")
    if benchmark is not None:
        sentences.append(
            f"The national ratio is {benchmark.shown} ({benchmark.note}); the trust's is "
            f"{result.words[result.indicator.key('against_benchmark')]}."
        )
    return sentences


def _published_change(result: Result) -> list[str]:
    """The change on last year where that alone was published."""
    change = result.get("ratio.change")
    if change is None or not change.published:
        return []
    return [f"As published, the ratio's change on last year is {signed(change)}."]
