"""Judges numbers that are differences: from last year, between groups, from the benchmark."""

from __future__ import annotations

import re

from wres_report.claims.claim import Claim, Fault, Finding, span_of
from wres_report.claims.figures import SURVEY, Figure, Figures
from wres_report.claims.judged import agrees, contradicts, open_
from wres_report.claims.lexicon import is_understood
from wres_report.claims.printed import is_figure, off_by_one
from wres_report.claims.vocabulary import LAST_YEAR, THIS
from wres_report.measures.value import DECIMALS, Unit, rounded
from wres_report.standard import load_standard

OTHER_BASIS = "The figure of the earlier year is on another basis."
PERCENT_WHY = "The difference between two percentages is in percentage points, not in %."


def better_is_up(indicator: int) -> bool:
    """Whether a higher figure of the indicator is the better one."""
    return load_standard().indicator(f"i{indicator}").better == "higher"


def means(direction: str, indicator: int) -> str:
    """``up`` or ``down``, also where the words say better or worse."""
    if direction in ("better", "worse") and indicator in (2, 3, 4, *SURVEY):
        return "up" if (direction == "better") == better_is_up(indicator) else "down"
    return direction if direction in ("up", "down") else ""


def judge_change(claim: Claim, figures: Figures) -> Finding | None:
    """“a rise of 4%”, “fell by 1.2 percentage points”."""
    now = figures.get(claim.key)
    befores = [f for f in figures.at(claim.key, claim.when) if f.value is not None]
    if claim.key.endswith(".gap"):
        now, befores = _width(now), [_width(figure) for figure in befores]
    if claim.national or now.value is None or not befores:
        return open_(claim, "The figure of the earlier year is not in the data.")
    if not figures.comparable(claim.key, claim.when):
        return open_(claim, OTHER_BASIS)
    return _judge(claim, [(now, before) for before in befores], _unit_of_difference(now))


def _width(gap: Figure) -> Figure:
    """A gap without its sign: which group is ahead does not matter for how wide it is."""
    return gap if gap.value is None else Figure(abs(gap.value), gap.unit)


def judge_gap(claim: Claim, figures: Figures) -> Finding | None:
    """“a gap of 7.2 percentage points between White and BME staff”."""
    gaps = [f for key in (claim.key, *claim.other_keys) for f in figures.at(key, claim.when)]
    known = [figure for figure in gaps if figure.value is not None]
    if claim.national or not known:
        return open_(claim, "The data of the trust-year has no such difference.")
    nothing = Figure(0.0, "pp")
    undirected = [(figure, nothing) for figure in known]
    number, last = claim.number, figures.get(f"{claim.key}.previous").value
    told = any(is_figure(number, f.value or 0.0, absolute=True) for f in known) if number else True
    if number and not told and claim.when == THIS and last is not None and claim.sure:
        earlier = re.search(rf"{LAST_YEAR}|\b20\d\d\b|\bfrom\b", claim.passage.text, re.I)
        if not earlier and is_figure(number, last, absolute=True):
            why = f"{Figure(last, 'pp').written()} was last year's figure."
            return contradicts(claim, known[0], Fault.LAST_YEARS_FIGURE, why)
    return _judge(claim, undirected, "pp", directed=claim.indicator == 9 and bool(claim.direction))


def judge_from_benchmark(claim: Claim, figures: Figures) -> Finding | None:
    """“7.3% higher than the average of the benchmark group”."""
    now = figures.get(claim.key)
    found = [figures.get(f"{claim.key}.benchmark"), *(
        figures.national(claim.indicator) if claim.group != "white" else [])]  # fmt: skip
    known = [figure for figure in found if figure.value is not None]
    if claim.national or now.value is None or not known:
        return open_(claim, "No confirmed figure to compare with is known.")
    return _judge(claim, [(now, figure) for figure in known], _unit_of_difference(now))


def _unit_of_difference(figure: Figure) -> str:
    return "pp" if figure.unit == "percent" else figure.unit


def _judge(
    claim: Claim, pairs: list[tuple[Figure, Figure]], unit: str, *, directed: bool = True
) -> Finding | None:
    number = claim.number
    assert number is not None
    differences = [_difference(now, before) for now, before in pairs]
    for value, (now, before) in zip(differences, pairs, strict=True):
        shown = Figure(value, unit)
        # Which group is taken from which differs between documents.
        unsigned = not number.signed or (not directed and claim.indicator in SURVEY)
        if is_figure(number, value, absolute=unsigned):
            if unit == "pp" and number.unit == "percent":
                if _is_relative(claim, now, before):
                    return agrees(claim, shown, "It is the relative change.")
                return contradicts(claim, shown, Fault.PP_FOR_PERCENT, PERCENT_WHY)
            return _directed(claim, value, shown) if directed else agrees(
                claim, shown, "It is the difference between the two figures.")  # fmt: skip
    if any(_is_relative(claim, now, before) for now, before in pairs):
        return agrees(claim, Figure(differences[0], unit), "It is the relative change.")
    return _wrong(claim, differences, pairs, unit)


def _wrong(
    claim: Claim, differences: list[float], pairs: list[tuple[Figure, Figure]], unit: str
) -> Finding:
    number, value = claim.number, differences[0]
    assert number is not None
    shown = Figure(value, unit)
    loose = (
        number.hedge or number.loose or (unit == "ratio" and number.unit in ("percent", "times"))
    )
    if (
        loose
        or not claim.sure
        or (len({round(d, 6) for d in differences}) > 1 and number.unit != "pp")
    ):
        return open_(claim, "The sentence leaves open which difference is meant.", shown)
    if number.unit == "percent" and pairs[0][1].value:
        return open_(claim, "A relative change may be meant.", shown)
    if off_by_one(number, value):
        return contradicts(claim, shown, Fault.ROUNDING, "It is one off in its last digit.")
    if not is_understood(claim.passage.text, *span_of(claim)):
        return open_(claim, "The sentence leaves open which difference is meant.", shown)
    return contradicts(claim, shown, Fault.WRONG_VALUE, "The two figures give another difference.")


def _difference(now: Figure, before: Figure) -> float:
    """Of the figures as they are shown where both are, so that a reader's subtraction holds."""
    assert now.value is not None
    assert before.value is not None
    return round(now.value - before.value, 10)


def _is_relative(claim: Claim, now: Figure, before: Figure) -> bool:
    number = claim.number
    if number is None or number.unit != "percent" or not before.value or now.value is None:
        return False
    change = 100 * (now.value - before.value) / before.value
    return is_figure(number, change, absolute=True) is True


def _directed(claim: Claim, value: float, shown: Figure) -> Finding:
    """The size is right; the direction that is told with it may be wrong."""
    wanted = means(claim.direction, claim.indicator)
    small = rounded(value, DECIMALS[Unit(shown.unit)]) == 0
    if wanted and not small and (wanted == "up") != (value > 0):
        word = "rose" if value > 0 else "fell"
        why = f"The size is right, but the figure {word}."
        if claim.kind in ("from_benchmark", "gap"):
            side = "above" if value > 0 else "below"
            why = f"The size is right, but the figure is {side} the one it is compared with."
        return contradicts(claim, shown, Fault.WRONG_DIRECTION, why)
    return agrees(claim, shown, "It is the difference between the two figures.")
