"""Names the kind of fault: which other figure a printed number is, tried in a fixed order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Fault, span_of
from wres_report.claims.figures import RATIOS, SURVEY, Figure, Figures
from wres_report.claims.lexicon import is_understood
from wres_report.claims.printed import is_figure, is_percent_more, off_by_one
from wres_report.claims.vocabulary import BME, THIS, WHITE, When

# A sentence that speaks of an earlier year may mean that one, unless it says otherwise.
_EARLIER = re.compile(
    rf"{words.LAST_YEAR}|\b(?:previous|earlier|ago|before|since|prior)\b|\b20[01]\d\b", re.I
)
_YEARS = re.compile(r"\b20[0-4]\d\b")
# “was 1.50 and is now 1.38”
_WAS = re.compile(r"\b(?:was|were|had been|stood at)\s*$", re.I)
_IS_NOW = re.compile(r"\b(?:now|this year|currently|is|are)\b[^;]*\d", re.I)
_NOW = re.compile(r"\b(?:this year|now|currently|latest|today)\b", re.I)
ROW_AND_COLUMN = {
    "i1.senior_bme_percent": "i1.cluster_8a_vsm_share",
    "i1.cluster_8a_vsm_share": "i1.senior_bme_percent",
}


@dataclass(frozen=True)
class Named:
    """A kind of fault with its reason."""

    fault: Fault
    why: str


Test = Callable[[Claim, Figures, Figure], Named | None]


def name_value(claim: Claim, figures: Figures, right: Figure | None) -> Named | None:
    """The kind of fault of a number that is not the figure; None where it may be no fault.

    right: the figure it should be, or None where that is not known.
    """
    if right is None:
        return _row_for_column(claim, figures)
    tests: tuple[Test, ...] = (
        _last_year, _percent_on_ratio, _inverted, _other_group, _other_label, _row_or_column,
        _rounding, _direction, _nothing_else,
    )  # fmt: skip
    if _may_be_meant(claim, figures):
        return None
    if right.unit == "ratio" and claim.number and claim.number.unit == "percent":
        # Without “more likely” a percentage beside a ratio may be one of the rates.
        tests = tests if claim.factor else (_percent_on_ratio,)
    for test in tests:
        if named := test(claim, figures, right):
            return named if _may_accuse(claim, named) else None
    return None


def _may_be_meant(claim: Claim, figures: Figures) -> bool:
    """Whether the number is another figure of the indicator that the sentence has a word for."""
    text, number = claim.passage.text, claim.number
    if number is None or claim.when != THIS:
        return False
    start, end = span_of(claim)
    if _WAS.search(text[:start]) and _IS_NOW.search(text[end:]):
        return True
    beside = text[max(0, start - 40) : end + 60]
    if _EARLIER.search(text) and not _NOW.search(beside):
        earlier = [figures.get(f"{claim.key}.previous")]
        if any(is_that(claim, figure) for figure in earlier):
            return True
    if words.BENCHMARK.search(text):
        return is_that(claim, figures.get(f"{claim.key}.benchmark"))
    return False


def _may_accuse(claim: Claim, named: Named) -> bool:
    """Whether the sentence is plain enough for the accusation.

    A whole number is another known figure by chance more often than one with decimals.
    """
    vague = (Fault.SWAPPED_GROUPS, Fault.WRONG_VALUE, Fault.MISLABELLED)
    if not claim.sure and named.fault in vague:
        return False
    number = claim.number
    by_chance = number is not None and number.unit == "percent" and number.decimals == 0
    return not by_chance or is_understood(claim.passage.text, *span_of(claim))


def is_that(claim: Claim, figure: Figure) -> bool:
    """Whether the number is that figure and no other one near it."""
    number = claim.number
    if number is None or figure.value is None or number.loose or number.hedge in ("over", "under"):
        return False
    return is_figure(number, figure.value) is True


def _last_year(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del right
    last = figures.get(f"{claim.key}.previous")
    if claim.when not in (THIS, When(figures.year)):
        return None
    number = claim.number
    if number is None or number.loose or number.hedge:
        return None
    told = last
    if claim.factor and claim.flipped and last.value:
        told = Figure(1 / last.value, last.unit)
    if not is_that(claim, told):
        return None
    return Named(
        Fault.LAST_YEARS_FIGURE, f"{last.written(_decimals(claim))} was last year's figure."
    )


def _percent_on_ratio(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    if claim.number is None or claim.number.unit != "percent":
        return None
    rate = claim.indicator in RATIOS and claim.key.endswith("_percent")
    ratio = figures.get(f"i{claim.indicator}.ratio") if rate else right
    # “146%” of what is 1.46; below a hundred it may be a rate.
    hundredfold = 100 * (ratio.value or 0.0) if not rate and claim.number.value > 100 else 0.0
    if is_that(claim, ratio) or (hundredfold and is_figure(claim.number, hundredfold)):
        return Named(Fault.PERCENT_ON_RATIO, "A relative likelihood is a ratio and has no % sign.")
    return None


def _inverted(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del figures
    if right.unit != "ratio" or not right.value or claim.number is None:
        return None
    if claim.number.unit == "percent":
        swapped = 1 / spoken_ratio(claim, right.value)
        if not claim.factor or not is_percent_more(claim.number, swapped, claim.factor):
            return None
    elif not is_figure(
        claim.number, right.value if claim.factor and claim.flipped else 1 / right.value
    ):
        return None
    way = "BME ÷ White" if claim.indicator == 3 else "White ÷ BME"
    why = f"The ratio is upside down: the standard has {way}, which is {right.written()}."
    if claim.factor:
        why = f"The groups stand the wrong way round: {way} is {right.written()}."
    return Named(Fault.INVERTED_RATIO, why)


def spoken_ratio(claim: Claim, value: float) -> float:
    """The ratio of the group that is said to be more or less likely to the other one."""
    return 1 / value if claim.flipped == (claim.factor == "more") else value


def _other_group(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del right
    if claim.group not in (BME, WHITE) or f"{claim.group}" not in claim.key:
        return None
    other = WHITE if claim.group == BME else BME
    for figure in figures.at(claim.key.replace(claim.group, other, 1), claim.when):
        if is_that(claim, figure):
            name = "White staff" if other == WHITE else f"{figures.term} staff"
            return Named(Fault.SWAPPED_GROUPS, f"This is the figure of {name}.")
    return None


def _other_label(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del right
    if not claim.labelled or claim.when != THIS:
        return None
    for other in SURVEY if claim.indicator in SURVEY else RATIOS:
        key = claim.key.replace(f"i{claim.indicator}.", f"i{other}.", 1)
        if other != claim.indicator and is_that(claim, figures.get(key)):
            return Named(Fault.MISLABELLED, f"This is the figure of indicator {other}.")
    return None


def _row_for_column(claim: Claim, figures: Figures) -> Named | None:
    other = ROW_AND_COLUMN.get(claim.key, "")
    if not other or claim.number is None or claim.number.decimals < 1:
        return None
    figure = figures.get(other)
    if not is_that(claim, figure):
        return None
    if claim.key.endswith("_share"):
        why = f"This is the share of the posts that {figures.term} staff hold, not where they work."
    else:
        why = f"This is the share of all {figures.term} staff who work there, not of these posts."
    return Named(Fault.ROW_FOR_COLUMN, why)


def _row_or_column(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del right
    return _row_for_column(claim, figures)


def _rounding(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    del figures
    number = claim.number
    if number is None or right.value is None or number.hedge or number.loose:
        return None
    value = 1 / right.value if claim.factor and claim.flipped and right.value else right.value
    if right.unit == "count" or not off_by_one(number, value):
        return None
    if right.unit == "ratio" and number.unit == "percent":
        return None
    return Named(Fault.ROUNDING, "It is one off in its last digit: the figure was not rounded.")


def _direction(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    """A ratio on the other side of parity than ours, where ours is clearly on its own."""
    del figures
    number = claim.number
    if right.unit != "ratio" or right.value is None or number is None or claim.factor:
        return None
    if number.unit == "percent" or right.low is None or right.high is None or claim.when != THIS:
        return None
    if right.low <= 1 <= right.high or (number.value > 1) == (right.value > 1) or number.value == 1:
        return None
    top, bottom = ("BME", "White") if claim.indicator == 3 else ("White", "BME")
    more = top if right.value > 1 else bottom
    why = (
        f"{top} ÷ {bottom} is {right.written()} (95% interval {right.low:.2f} to "
        f"{right.high:.2f}): "
        f"the {more} group is the more likely, not the other."
    )
    return Named(Fault.WRONG_DIRECTION, why)


def _nothing_else(claim: Claim, figures: Figures, right: Figure) -> Named | None:
    """A number that fits no figure, in a clause that holds nothing but known words."""
    del right
    number, text = claim.number, claim.passage.text
    years = {int(year) for year in _YEARS.findall(text)} - {figures.year, figures.survey_year}
    if number is None or (claim.when == THIS and years):
        return None
    if not is_understood(text, *span_of(claim)):
        return None
    return Named(Fault.WRONG_VALUE, "The data of the trust-year gives another figure.")


def _decimals(claim: Claim) -> int | None:
    return claim.number.decimals if claim.number is not None and claim.number.decimals else None
