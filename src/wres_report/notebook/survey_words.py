"""How indicators 5 to 8 are put into words."""

from __future__ import annotations

from wres_report.measures.trends import Trend
from wres_report.measures.value import Unit, absent
from wres_report.measures.verdicts import against_benchmark, movement
from wres_report.notebook.result import Result

SAID = {
    "i5": "experienced harassment, bullying or abuse from patients, relatives or the public",
    "i6": "experienced harassment, bullying or abuse from other staff",
    "i7": "believe the trust gives equal opportunities for career progression or promotion",
    "i8": "experienced discrimination from a manager, team leader or other colleague",
}


def survey_words(result: Result, trends: dict[str, Trend]) -> dict[str, str]:
    """The computed words of the indicator by key. trends: of each group's figures by year."""
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


def survey_finding(result: Result, trends: dict[str, Trend]) -> list[str]:
    """The sentences that tell the two figures, the gap, and what stands beside them."""
    bme, white, term = result["bme_percent"], result["white_percent"], result.data.term
    if bme.status.value == "suppressed":
        return [
            f"Too few {term} staff answered this question for their percentage to be shown "
            "without the risk of pointing to a person."
        ]
    if not (bme.ok or white.ok or result["gap"].ok):
        return ["The trust did not supply the figures for this indicator."]
    said = SAID[result.indicator.id]
    known = [
        f"{value.shown} of {name} respondents"
        for name, value in ((term, bme), ("White", white)) if value.ok
    ]  # fmt: skip
    sentences = [f"{' and '.join(known)} {said}."] if known else []
    sentences += [
        f"The figure of {name} respondents is {value.display}."
        for name, value in ((term, bme), ("White", white)) if known and not value.ok
    ]  # fmt: skip
    sentences += _gap_sentences(result)
    sentences += _beside(result)
    for group, label in (("bme", term), ("white", "White")):
        sentences += _trend_sentence(trends[group], label)
    return sentences


def _gap_sentences(result: Result) -> list[str]:
    value, term = result["gap"], result.data.term
    if not value.ok:
        return []
    told = "The gap as published" if value.published else "The gap"
    sentence = f"{told}, {term} minus White, is {value.shown}{result.interval(value)}."
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
    for key, what in (
        ("bme_percent", f"the {term} figure's"), ("white_percent", "the White figure's"),
        ("gap", "the gap's"),
    ):  # fmt: skip
        change = result.get(f"{key}.change")
        if change is not None and change.published:
            sentences.append(f"As published, {what} change on last year is {change.shown}.")
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
