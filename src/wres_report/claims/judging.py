"""Holds a claim against the known figures: agrees, contradicts with the kind of fault, or open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from wres_report.claims.alternatives import name_value, spoken_ratio
from wres_report.claims.benchmarks import name_benchmark
from wres_report.claims.claim import Claim, Fault, Finding, Kind, Verdict
from wres_report.claims.differences import judge_change, judge_from_benchmark, judge_gap
from wres_report.claims.figures import SURVEY, Figure, Figures
from wres_report.claims.judged import agrees, contradicts, open_
from wres_report.claims.printed import is_figure, is_percent_more
from wres_report.claims.sums import with_sums
from wres_report.claims.told import (
    judge_comparison,
    judge_likelihood,
    judge_majority,
    judge_movement,
    judge_trend,
)
from wres_report.claims.vocabulary import THIS
from wres_report.measures.value import DECIMALS, Unit

Judge = Callable[[Claim, Figures], Finding | None]


def judge_all(claims: Iterable[Claim], figures: Figures) -> list[Finding]:
    """A finding for each claim, in the order of the document."""
    judged = [(claim, judge(claim, figures)) for claim in claims]
    known = [(claim, finding) for claim, finding in judged if finding is not None]
    return _each_once(_with_the_other_figure(known, with_sums(known)))


def _with_the_other_figure(
    judged: list[tuple[Claim, Finding]], findings: list[Finding]
) -> list[Finding]:
    """The findings; a wrong benchmark says where the document itself prints the right one."""
    right = {
        claim.indicator: finding
        for claim, finding in reversed(judged)
        if claim.kind is Kind.BENCHMARK and finding.verdict is Verdict.AGREES
    }
    told = []
    for finding in findings:
        other = right.get(finding.indicator)
        if finding.fault is Fault.WRONG_BENCHMARK and other is not None:
            where = f"The document prints {other.found} as well, at {other.passage.place}."
            finding = replace(finding, why=f"{finding.why} {where}")
        told.append(finding)
    return told


def judge(claim: Claim, figures: Figures) -> Finding | None:
    """The finding of one claim; None where there is nothing to hold it against at all."""
    return JUDGES[claim.kind](claim, figures)


def _value(claim: Claim, figures: Figures) -> Finding | None:
    assert claim.number is not None
    readings = [
        figure for key in (claim.key, *claim.other_keys) for figure in figures.at(key, claim.when)
    ]
    known = [figure for figure in readings if figure.value is not None]
    if not known:
        named = name_value(claim, figures, None)
        if named is None:
            return open_(claim, _missing(readings))
        return contradicts(claim, readings[0], named.fault, named.why)
    verdicts = [_is(claim, figure) for figure in known]
    if True in verdicts:
        figure = known[verdicts.index(True)]
        return agrees(claim, figure, _agreement(claim, figure))
    if None in verdicts:
        return open_(claim, "The number is too loosely worded to tell.", known[0])
    if claim.national:
        return open_(claim, "The sentence may speak of England.", known[0])
    named = name_value(claim, figures, known[0])
    if named is None:
        return open_(claim, "The sentence leaves open which figure is meant.", known[0])
    return contradicts(claim, known[0], named.fault, named.why)


def _missing(readings: list[Figure]) -> str:
    statuses = {figure.status for figure in readings}
    if "suppressed" in statuses:
        return "The figure is suppressed, so the claim is not held against it."
    if "not_calculable" in statuses:
        return "The figure cannot be calculated from the data."
    return "The data of the trust-year has no such figure."


def _is(claim: Claim, figure: Figure) -> bool | None:
    """Whether the printed number is the figure, a ratio as the sentence turns it."""
    number = claim.number
    assert number is not None
    assert figure.value is not None
    if figure.unit != "ratio":
        known = DECIMALS[Unit(figure.unit)]
        return False if _wrong_unit(claim, figure) else is_figure(number, figure.value, known=known)
    value = figure.value
    if claim.factor:
        if not value:
            return None
        if number.unit == "percent":
            return is_percent_more(number, spoken_ratio(claim, value), claim.factor)
        return is_figure(number, 1 / value if claim.flipped else value)
    if number.unit == "percent":
        return False
    if is_figure(number, value):
        return True
    if claim.flipped and value and is_figure(number, 1 / value):
        return True
    return is_figure(number, value)


def _wrong_unit(claim: Claim, figure: Figure) -> bool:
    unit = claim.number.unit if claim.number else ""
    return figure.unit == "percent" and unit == "pp" and claim.kind is Kind.VALUE


def _agreement(claim: Claim, figure: Figure) -> str:
    number, value = claim.number, figure.value
    turned = claim.flipped and not claim.factor and figure.unit == "ratio"
    if turned and number and value and not is_figure(number, value):
        return "The ratio is written the other way up than the standard has it."
    if claim.when == THIS:
        return "It is this year's figure, as printed."
    return "It is the figure of the year that is named."


def _benchmark(claim: Claim, figures: Figures) -> Finding | None:
    """A figure of England or of the benchmark group."""
    assert claim.number is not None
    year = max(claim.when.year, 0)
    found = figures.national(claim.indicator, year)
    group_fits = claim.indicator not in SURVEY or claim.group != "white"
    known = [figure for figure in found if group_fits]
    for key in (*claim.other_keys, claim.key):
        ending = f".benchmark.y{year}" if year else ".benchmark"
        own = figures.get(f"{key}{ending}")
        if own.value is not None and not claim.national:
            known.insert(0, own)
    known = [figure for figure in known if figure.value is not None]
    if any(_is(claim, figure) for figure in known):
        figure = next(figure for figure in known if _is(claim, figure))
        return agrees(claim, figure, f"It is the figure to compare with ({figure.note}).")
    if not known:
        return open_(claim, "No confirmed figure to compare with is known.")
    dated = {int(told) for told in re.findall(r"\b20[0-4]\d\b", claim.passage.text)}
    other_year = bool(dated - {figures.year, figures.year - 1})
    if claim.national or year or other_year or claim.when != THIS or not claim.sure:
        return open_(claim, "Figures of earlier years are restated between reports.", known[0])
    if None in [_is(claim, figure) for figure in known]:
        return open_(claim, "The number is too loosely worded to tell.", known[0])
    named = name_benchmark(claim, figures, known[0])
    return contradicts(claim, known[0], named.fault, named.why)


def _standard(claim: Claim, figures: Figures) -> Finding:
    why = "These are words of the disability standard; this report is on race equality."
    return contradicts(claim, f"{figures.term} staff", Fault.WRONG_STANDARD, why)


def _label(claim: Claim, figures: Figures) -> Finding | None:
    expected = f"indicator {claim.since}"
    if claim.indicator == claim.since:
        return None
    del figures
    why = f"The subject is that of indicator {claim.since}."
    return contradicts(claim, expected, Fault.MISLABELLED, why)


JUDGES: dict[Kind, Judge] = {
    Kind.VALUE: _value,
    Kind.BENCHMARK: _benchmark,
    Kind.CHANGE: judge_change,
    Kind.GAP: judge_gap,
    Kind.FROM_BENCHMARK: judge_from_benchmark,
    Kind.LIKELIHOOD: judge_likelihood,
    Kind.MOVEMENT: judge_movement,
    Kind.COMPARISON: judge_comparison,
    Kind.TREND: judge_trend,
    Kind.MAJORITY: judge_majority,
    Kind.STANDARD: _standard,
    Kind.LABEL: _label,
}


def _each_once(findings: list[Finding]) -> list[Finding]:
    """The findings without those that say the same of the same words."""
    seen: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key = (id(finding.passage), finding.start, finding.indicator, finding.found,
               finding.expected, finding.verdict)  # fmt: skip
        seen.setdefault(key, finding)
    return list(seen.values())
