"""How indicators 2, 3 and 4 are put into words."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.measures.value import FROM_RATES, TURNED_OVER, Status, Unit, Value, absent
from wres_report.measures.verdicts import (
    Verdict,
    against_benchmark,
    movement_to_parity,
    within_four_fifths,
)
from wres_report.notebook.result import Result, signed
from wres_report.standard import Indicator


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


def likelihood_words(
    indicator: Indicator, values: dict[str, Value], verdict: Verdict, term: str
) -> dict[str, str]:
    """The computed words of the indicator by key: verdict, movement, against the benchmark."""
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


def likelihood_finding(result: Result) -> list[str]:
    """The sentences that tell the ratio, what it means, and what stands beside it."""
    phrases = PHRASES[result.indicator.id]
    ratio = result["ratio"]
    if not ratio.ok:
        rates = _rates(result, phrases) if ratio.status is Status.NOT_SUPPLIED else []
        return [*rates, _without_ratio(result, phrases, rates), *_published_change(result)]
    sentences = _rates(result, phrases)
    top, bottom = _names(result)
    sentences.append(
        f"The relative likelihood, {top} ÷ {bottom}, is {ratio.shown}{result.interval(ratio)}, "
        "where 1.00 is parity."
    )
    sentences.append(_meaning(result, phrases))
    sentences.extend(_beside(result))
    return sentences


def _rates(result: Result, phrases: Phrases) -> list[str]:
    """What happened to each group, so far as it is known."""
    white, bme, term = result["white_percent"], result["bme_percent"], result.data.term
    groups = [result[f"{phrases.group_key}_{group}"] for group in ("white", "bme")]
    if white.ok and bme.ok and all(group.ok for group in groups):
        return [
            f"Of {groups[0].shown} White {phrases.people}, {white.shown} {phrases.happened}; of "
            f"{groups[1].shown} {term} {phrases.people}, {bme.shown}."
        ]
    known = [
        f"{rate.shown} of {name} {phrases.people} {phrases.happened}"
        for name, rate in (("White", white), (term, bme)) if rate.ok
    ]  # fmt: skip
    return [f"{' and '.join(known)}."] if known else []


def _names(result: Result) -> tuple[str, str]:
    name = {"white": "White", "bme": result.data.term}
    return name[result.indicator.top or "white"], name[result.indicator.bottom or "bme"]


def _without_ratio(result: Result, phrases: Phrases, rates: list[str]) -> str:
    status = result["ratio"].status
    if status.value == "suppressed":
        return (
            f"How many people {phrases.happened} is not shown, since it would give a small "
            "number away."
        )
    if status.value == "not_calculable":
        return (
            f"The ratio is not calculable: nobody in the group it is divided by "
            f"{phrases.happened}, or the group is empty."
        )
    if rates:
        return "The relative likelihood is not supplied, nor what it could be worked out from."
    return "The trust did not supply the figures for this indicator."


def _meaning(result: Result, phrases: Phrases) -> str:
    term, code = result.data.term, result.verdict.code
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
        as_published = " as published" if previous.published else ""
        sentences.append(
            f"Last year's ratio{as_published} was {previous.shown}; this year's is "
            f"{result.words[result.indicator.id + '.movement']}."
        )
    sentences += _published_change(result)
    benchmark = result.get("ratio.benchmark")
    if benchmark is not None:
        sentences.append(
            f"The national ratio is {benchmark.shown} ({benchmark.note}); the trust's is "
            f"{result.words[result.indicator.id + '.against_benchmark']}."
        )
    return sentences


def _published_change(result: Result) -> list[str]:
    """The change on last year where that alone was published."""
    change = result.get("ratio.change")
    if change is None or not change.published:
        return []
    return [f"As published, the ratio's change on last year is {signed(change)}."]
