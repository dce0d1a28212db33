"""Judges claims made in words: more likely, rose, above the benchmark, a declining trend."""

from __future__ import annotations

from itertools import pairwise

from wres_report.claims.claim import Claim, Fault, Finding
from wres_report.claims.differences import OTHER_BASIS, means, sign
from wres_report.claims.figures import RATIOS, SURVEY, Figure, Figures
from wres_report.claims.judged import agrees, contradicts, open_
from wres_report.claims.standard_now import standard_now
from wres_report.claims.vocabulary import BME, WHITE
from wres_report.measures.verdicts import FOUR_FIFTHS

NO_FIGURE = "The data of the trust-year has no such figure."
CHANCE = "By the interval it may be chance."


def top_of(indicator: int) -> str:
    """The group whose rate is the numerator of a ratio."""
    return str(standard_now().indicator(f"i{indicator}").top)


def judge_likelihood(claim: Claim, figures: Figures) -> Finding | None:
    """“BME applicants are more likely to be appointed”."""
    figure = figures.get(claim.key)
    if figure.value is None:
        return open_(claim, NO_FIGURE)
    ratio = claim.indicator in RATIOS
    parity = 1.0 if ratio else 0.0
    upper = top_of(claim.indicator) if ratio else BME
    lower = WHITE if upper == BME else BME
    more = upper if figure.value > parity else lower
    if figure.value == parity:
        return open_(claim, "The two groups stand the same.", figure)
    if claim.direction == "same" and FOUR_FIFTHS[0] <= figure.value <= FOUR_FIFTHS[1]:
        return open_(claim, "The ratio is in the range that is read as not adverse.", figure)
    return _by_side(claim, figure, more, figures.term)


def _by_side(claim: Claim, figure: Figure, more: str, term: str) -> Finding:
    name = "White" if more == WHITE else term
    why = f"{name} people are the more likely: {_what(claim)} is {figure.written()}."
    parity = 1.0 if claim.indicator in RATIOS else 0.0
    if figure.low is not None and figure.high is not None and figure.low <= parity <= figure.high:
        why += f" {CHANCE}"
    if claim.direction == more:
        return agrees(claim, figure, why)
    return contradicts(claim, figure, Fault.WRONG_DIRECTION, why)


def _what(claim: Claim) -> str:
    if claim.indicator in SURVEY:
        return "the gap, BME minus White,"
    return "BME ÷ White" if claim.indicator == 3 else "White ÷ BME"


def judge_movement(claim: Claim, figures: Figures) -> Finding | None:
    """“has risen since last year”."""
    printed = _printed(claim)
    if printed or not claim.key:
        return printed
    now = figures.get(claim.key)
    befores = [f for f in figures.at(claim.key, claim.when) if f.value is not None]
    if now.value is None or not befores:
        return open_(claim, "The figure of the earlier year is not in the data.")
    if not figures.comparable(claim.key, claim.when):
        return open_(claim, OTHER_BASIS)
    width = abs if claim.key.endswith("gap") else float
    signs = {sign(width(now.value) - width(f.value or 0.0), now.unit) for f in befores}
    if len(signs) > 1 or 0 in signs:
        return open_(claim, "The figure moved too little, or the year is not clear.", now)
    rose = signs.pop() > 0
    wanted = means(claim.direction, claim.indicator)
    moved = f"from {befores[0].written()} to {now.written()}"
    if not wanted:
        return None
    valued = claim.direction in ("better", "worse") and claim.indicator in RATIOS
    if valued and min(befores[0].value or 0.0, now.value) < 1:
        return open_(claim, "Below 1 it is a matter of view what an improvement is.", moved)
    if (wanted == "up") == rose:
        return agrees(claim, moved, "The figure moved as the words say.")
    word = "rose" if rose else "fell"
    return contradicts(claim, moved, Fault.WRONG_DIRECTION, f"The figure {word}, {moved}.")


def _printed(claim: Claim) -> Finding | None:
    """A movement whose own two figures go the other way."""
    wanted = means(claim.direction, claim.indicator)
    if claim.moved is None or not wanted or claim.direction in ("better", "worse"):
        return None
    before, now = claim.moved
    if before == now or (wanted == "up") == (now > before):
        return None
    moved = f"from {before:g} to {now:g}"
    word = "rise" if now > before else "fall"
    return contradicts(claim, moved, Fault.WRONG_DIRECTION, f"The figures printed are a {word}.")


def judge_comparison(claim: Claim, figures: Figures) -> Finding | None:
    """“above the benchmark”, “better than the national average”."""
    now = figures.get(claim.key)
    group_fits = claim.indicator in RATIOS or ".bme_" in claim.key
    found = [] if claim.national else [figures.get(f"{claim.key}.benchmark")]
    if claim.national or claim.indicator in RATIOS or found[0].value is None:
        found += figures.national(claim.indicator) if group_fits else []
    own = figures.get(f"{claim.key}.benchmark")
    known = [f for f in (*found, *([own] if claim.national else [])) if f.value is not None]
    if now.value is None or not known:
        return open_(claim, "No confirmed figure to compare with is known.")
    signs = {sign(now.value - (f.value or 0.0), now.unit) for f in known}
    wanted = means(claim.direction, claim.indicator)
    valued = claim.direction in ("better", "worse") and claim.indicator in RATIOS
    if valued and min(now.value, *(f.value or 0.0 for f in known)) < 1:
        return open_(claim, "Below 1 it is a matter of view what is better.", known[0])
    if len(signs) > 1 or 0 in signs or not wanted:
        return open_(claim, "The figures to compare with do not tell it.", known[0])
    above = signs.pop() > 0
    sides = f"{now.written()} against {known[0].written()}"
    if (wanted == "up") == above:
        return agrees(claim, sides, "The figure stands as the words say.")
    word = "above" if above else "below"
    return contradicts(claim, sides, Fault.WRONG_DIRECTION, f"The figure is {word}: {sides}.")


def judge_trend(claim: Claim, figures: Figures) -> Finding | None:
    """“a four-year declining trend”: every known step of those years goes the way it says."""
    series = figures.series(claim.key)
    wanted = means(claim.direction, claim.indicator)
    if (claim.direction in ("better", "worse") and claim.indicator in RATIOS) or not wanted:
        return open_(claim, "Of a ratio it is a matter of view what an improvement is.")
    years = sorted(series)
    if claim.since > 0:
        shown = [year for year in years if year >= claim.since]
        shown = shown if claim.since in series else years
    else:
        # Four years of a trend are four figures to some and four steps to others.
        shown = [y for y in years if not claim.since or y > years[-1] + claim.since]
    steps = [series[b] - series[a] for a, b in pairwise(shown)]
    unit = figures.get(claim.key).unit
    told = ", ".join(f"{series[y]:g} in {y}" for y in shown)
    against = [s for s in steps if sign(s, unit) not in (0, 1 if wanted == "up" else -1)]
    if not claim.steady and against and steps[-1] not in against:
        return open_(claim, "Only the last year may be meant.", told)
    if against:
        return contradicts(
            claim, told, Fault.FALSE_TREND, f"The figures do not all go that way: {told}."
        )
    full = len(shown) > 1 and len(shown) == shown[-1] - shown[0] + 1
    if (claim.since < 0 and len(shown) < -claim.since) or not full:
        return open_(claim, "Not all years of the trend are in the data.", told)
    return agrees(claim, told, "Every year goes the way the words say.")
