"""Verdicts: against parity, against last year, against a benchmark.

A verdict is a word and a shape, so that it reads the same in colour, in print and aloud.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from wres_report.measures.gaps import ONE_SIDED
from wres_report.measures.value import DECIMALS, Status, Unit, Value, rounded
from wres_report.words import number_word

# A ratio between these is commonly read as not adverse: the four-fifths rule.
FOUR_FIFTHS = (0.80, 1.25)
_NORMAL = NormalDist()


@dataclass(frozen=True)
class Verdict:
    """code: a stable name. shape: one character, different for each. adverse: for the group under
    study. senior: the senior bands, of which some verdicts speak."""

    code: str
    shape: str
    text: str
    adverse: bool = False
    senior: str = "the senior bands"

    def words(self, term: str = "BME") -> str:
        return self.text.format(term=term, senior=self.senior)

    def marked(self, term: str = "BME") -> str:
        return f"{self.shape} {self.words(term)}"


WORSE = Verdict("worse", "▲", "worse for {term} staff", adverse=True)
BETTER = Verdict("better", "▼", "better for {term} staff")
NO_CLEAR_DIFFERENCE = Verdict("no_clear_difference", "●", "no clear difference")
TOO_FEW = Verdict("too_few", "◇", "too few to tell")
WITHOUT_COUNTS = Verdict("without_counts", "◇", "counts not supplied, so not told from chance")
BOARD_WITHOUT_COUNTS = Verdict("without_counts", "◇", "counts not supplied")
NOT_SUPPLIED = Verdict("not_supplied", "○", "not supplied")
BANDS_NOT_SUPPLIED = Verdict("not_supplied", "○", "bands not supplied")
NOT_CALCULABLE = Verdict("not_calculable", "○", "not calculable")
SUPPRESSED = Verdict("suppressed", "○", "suppressed")
FEWER_SENIOR = Verdict("worse", "▲", "{term} staff under-represented at {senior}", adverse=True)
MORE_SENIOR = Verdict("better", "▼", "{term} share of staff higher at {senior}")
SAME_AS_SHOWN = "the same, to the decimals shown"
# The board is counted in seats and chance is not weighed, so its mark is its own.
SEATS = "◆"

# No comparison is made: there is nothing to compare with, or chance cannot be weighed.
UNWEIGHED = "unweighed"


def unweighed(why: str) -> Verdict:
    """What stands in the place of a verdict where none is made, and why."""
    return Verdict(UNWEIGHED, "□", why)


ABSENT = {
    Status.NOT_SUPPLIED: NOT_SUPPLIED,
    Status.NOT_CALCULABLE: NOT_CALCULABLE,
    Status.SUPPRESSED: SUPPRESSED,
}


def against_parity(
    value: Value, parity: float, worse_when: str, *, few: bool, weighed: bool = True
) -> Verdict:
    """The verdict on a ratio or a gap against parity.

    worse_when: ``above`` or ``below`` parity. few: so few cases that an interval with parity
    in it says little. weighed: False where too few stand behind the interval for it to tell
    chance at all. A difference counts where the interval leaves parity out.
    """
    if not value.ok:
        return ABSENT[value.status]
    if not weighed or value.low is None or value.high is None:
        return TOO_FEW
    if value.low <= parity <= value.high:
        return TOO_FEW if few else NO_CLEAR_DIFFERENCE
    above = value.number > parity
    return WORSE if above == (worse_when == "above") else BETTER


def of_board(bme_members: float, mirrored: int) -> Verdict:
    """The verdict on a board, in seats: its BME members against those that would mirror the staff.

    A board is counted whole, so no interval is weighed, and one seat more or less is often all
    that could be told: the words say how many seats it is. A board with none of them, where none
    would mirror so small a share, is said to have none.
    """
    seats = round(bme_members) - mirrored
    if not seats and not mirrored:
        words = "mirrors the workforce, to the nearest seat, with no {term} member"
        return Verdict("none_mirrors", SEATS, words)
    if not seats:
        return Verdict("mirrors", SEATS, "mirrors the workforce, to the nearest seat")
    number = f"{number_word(abs(seats))} seat{'' if abs(seats) == 1 else 's'}"
    if seats < 0:
        return Verdict("short", SEATS, f"{number} short of mirroring the workforce", adverse=True)
    return Verdict("above", SEATS, f"{number} more than would mirror the workforce")


def barely_beyond(figure: Value, parity: float, confidence: float = 0.95) -> bool:
    """Whether a figure whose interval leaves parity out does so by little.

    confidence: of its interval, from 0 to 1. By so little that an interval with a fifth of its
    error would hold parity, such as one of 99% where that given is of 95%. How many times as far
    its end would lie is taken from the normal distribution. A ratio is measured by its logarithm.
    """
    if not figure.ok or figure.low is None or figure.high is None:
        return False
    ends = (figure.number, figure.low if figure.number > parity else figure.high, parity)
    if figure.unit is Unit.RATIO:
        if min(ends) <= 0:
            return False
        ends = (math.log(ends[0]), math.log(ends[1]), math.log(ends[2]))
    number, nearer, level = ends
    error = (1 - confidence) / 2
    wider = _NORMAL.inv_cdf(1 - error / 5) / _NORMAL.inv_cdf(1 - error)
    return abs(number - nearer) < abs(number - level) < wider * abs(number - nearer)


def within_four_fifths(ratio: Value) -> bool | None:
    """Whether a ratio, as it is printed, lies between 0.80 and 1.25; None where there is none.

    As printed, since a reader holds 1.25 against 1.25: what stands behind it is 1.254 at most.
    """
    if ratio.value is None:
        return None
    return FOUR_FIFTHS[0] <= as_printed(ratio) <= FOUR_FIFTHS[1]


def as_printed(value: Value) -> float:
    """The figure with the decimals that are printed; raises ValueError where there is none."""
    decimals = DECIMALS[value.unit] if value.decimals is None else value.decimals
    return float(rounded(value.number, decimals))


def told_from_chance(change: Value) -> bool:
    """Whether a change has an interval of both its ends, and that leaves 0 out."""
    return change.has_interval and change.note != ONE_SIDED and not _holds(change, 0.0)


def movement(change: Value, better: str) -> str:
    """What a change on last year means, in words.

    better: ``lower`` or ``higher``. Where the interval of the change holds 0 it is not told
    from chance; where an end of it has no interval of its own, nothing is claimed beyond the
    direction.
    """
    if change.value is None:
        return "no figure for last year" if change.status is Status.NOT_SUPPLIED else "not shown"
    if rounded(change.value, DECIMALS[change.unit]) == 0:
        return SAME_AS_SHOWN
    direction = "higher" if change.value > 0 else "lower"
    if _holds(change, 0.0):
        return f"{direction}, within chance"
    if not change.has_interval or change.note == ONE_SIDED:
        return direction
    return f"{direction}, {'an improvement' if direction == better else 'a deterioration'}"


def movement_to_parity(current: Value, previous: Value, change: Value) -> str:
    """What a change of a ratio means, in words: a ratio is best at 1, from either side.

    The distance from parity is that of the logarithms: 0.5 and 2.0 are equally far.
    """
    if change.published and not previous.ok:
        return movement(change, "")  # as it was published: from which side is not known
    if not (current.ok and previous.ok and change.ok):
        return "no figure for last year"
    if not current.number or not previous.number:
        return movement(change, "lower")
    if as_printed(current) == as_printed(previous):
        return SAME_AS_SHOWN
    now, then = abs(math.log(current.number)), abs(math.log(previous.number))
    if now == then:
        return "as far from parity"
    words = "closer to parity" if now < then else "further from parity"
    return f"{words}, within chance" if _holds(change, 0.0) else words


def against_benchmark(value: Value, benchmark: Value, better: str) -> str:
    """How a figure stands beside a benchmark, in words; empty where either is missing.

    better: ``lower``, ``higher`` or ``parity``. Where the figure's own interval holds the
    benchmark the two are not told apart.
    """
    if value.value is None or benchmark.value is None:
        return ""
    if value.value == benchmark.value:
        return "the same as the benchmark"
    if value.display == benchmark.display:
        return "the same as the benchmark, to the decimals shown"
    direction = "above" if value.value > benchmark.value else "below"
    if _holds(value, benchmark.value):
        return f"{direction} the benchmark, within chance"
    if better == "parity":
        return f"{direction} the benchmark"
    good = (direction == "above") == (better == "higher")
    return f"{direction} the benchmark, which is {'better' if good else 'worse'}"


def _holds(value: Value, number: float) -> bool:
    """Whether the figure's interval includes the number."""
    return value.low is not None and value.high is not None and value.low <= number <= value.high
