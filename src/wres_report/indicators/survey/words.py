"""How an indicator of the survey is put into words."""

from __future__ import annotations

from wres_report.indicators.result import Result
from wres_report.measures.trends import Trend
from wres_report.measures.value import Unit, absent
from wres_report.measures.verdicts import against_benchmark, movement


def survey_words(result: Result, trends: dict[str, Trend]) -> dict[str, str]:
    """The computed words of the indicator by key. trends: of each group's figures by year."""
    key, better, groups = result.indicator.key, result.indicator.better, result.data.standard.groups
    study = f"{groups.study}_percent"
    benchmark = result.get(f"{study}.benchmark") or absent(Unit.PERCENT)
    moved = result.get(f"{study}.change") or absent(Unit.PP)
    return {
        key("verdict"): result.verdict.words(result.data.term),
        key("movement"): movement(moved, better),
        key("against_benchmark"): against_benchmark(result[study], benchmark, better),
        key("trend"): trends[groups.study].words,
        key(f"{groups.comparator}_trend"): trends[groups.comparator].words,
    }


def survey_finding(result: Result, trends: dict[str, Trend]) -> list[str]:
    """The sentences that tell the two figures, the gap, and what stands beside them."""
    groups, term = result.data.standard.groups, result.data.term
    other, study = (result[f"{group}_percent"] for group in groups.pair)
    if study.status.value == "suppressed":
        return [
            f"Too few {term} staff answered this question for their percentage to be shown "
            "without the risk of pointing to a person."
        ]
    if not (study.ok or other.ok or result["gap"].ok):
        return [result.not_supplied]
    said = result.said("said")
    known = [
        f"{value.shown} of {name} respondents"
        for name, value in ((term, study), (groups.word, other)) if value.ok
    ]  # fmt: skip
    sentences = [f"{' and '.join(known)} {said}."] if known else []
    sentences += [
        f"The figure of {name} respondents is {value.display}."
        for name, value in ((term, study), (groups.word, other)) if known and not value.ok
    ]  # fmt: skip
    sentences += _gap_sentences(result)
    sentences += _beside(result)
    for group, label in ((groups.study, term), (groups.comparator, groups.word)):
        sentences += _trend_sentence(trends[group], label)
    return sentences


def _gap_sentences(result: Result) -> list[str]:
    value, term, groups = result["gap"], result.data.term, result.data.standard.groups
    if not value.ok:
        return []
    told = "The gap as published" if value.published else "The gap"
    sentence = f"{told}, {term} minus {groups.word}, is {value.shown}{result.interval(value)}."
    code = result.verdict.code
    if code == "without_counts":
        reading = "The number of responses is not supplied, so it cannot be told from chance."
    elif code == "no_clear_difference":
        reading = "The interval includes 0, so the two groups are not clearly apart."
    else:
        reading = f"The interval leaves 0 out: the experience is {result.verdict.words(term)}."
    if value.note and not result[f"{groups.comparator}_percent"].has_interval:
        reading += (
            f" The {groups.word} responses are not supplied, so their figure is taken as exact."
        )
    return [sentence, reading]


def _beside(result: Result) -> list[str]:
    term, groups = result.data.term, result.data.standard.groups
    other, study = (f"{group}_percent" for group in groups.pair)
    sentences = []
    previous = result.get(f"{study}.previous")
    if previous is not None:
        now = (
            result.words[result.indicator.key("movement")]
            if result[study].ok
            else (result[study].status.words)
        )
        sentences.append(f"The {term} figure was {previous.shown} last year; this year's is {now}.")
    for key, what in (
        (study, f"the {term} figure's"), (other, f"the {groups.word} figure's"),
        ("gap", "the gap's"),
    ):  # fmt: skip
        change = result.get(f"{key}.change")
        if change is not None and change.published:
            sentences.append(f"As published, {what} change on last year is {change.shown}.")
    benchmark = result.get(f"{study}.benchmark")
    if benchmark is not None and result[study].ok:
        sentences.append(
            f"The median of the benchmark group for {term} staff is {benchmark.shown}; the "
            f"trust's figure is {result.words[result.indicator.key('against_benchmark')]}."
        )
    return sentences


def _trend_sentence(found: Trend, label: str) -> list[str]:
    if not found.first:
        return []
    certain = {True: ", more than chance", False: ", a change within chance", None: ""}
    span = f"Between the {found.first} and {found.last} surveys"
    moved = not found.words.endswith(("stayed the same", "ends where it began"))
    return [f"{span} the {label} figure {found.words}{certain[found.clear] if moved else ''}."]
