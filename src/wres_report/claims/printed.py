"""Whether a printed number says a value: rounding, and how far a hedge may reach."""

from __future__ import annotations

import re
from decimal import Decimal

from wres_report.claims.hedges import CLOSE_SIDES
from wres_report.claims.numbers import Number
from wres_report.claims.quantities import Quantity
from wres_report.measures.value import rounded

# A hedged number may be this far off, as a share of the figure; up to OPEN nothing is said.
NEAR, OPEN, FAR = 0.09, 0.13, 0.25
TINY = 1e-9
_AT_LEAST = re.compile(r"\bat least\b|\bno fewer\b|\bnot less\b|\bup to\b", re.I)


def is_figure(
    number: Number, value: float, *, absolute: bool = False, known: int = 2
) -> bool | None:
    """Whether the number says the value; None where its words leave that open.

    absolute: signs do not count, as in “a fall of 1.2 points”. known: to how many decimals the
    value is known at least; a number with more of them need only round to it.
    """
    printed, value = number.value, float(value)
    if absolute or (printed > 0 and not number.signed and value < 0):
        printed, value = abs(printed), abs(value)
    same = not number.loose and _rounds_to(number, printed, value, known)
    if number.hedge in ("over", "under"):
        ahead = value - printed if number.hedge == "over" else printed - value
        # “More than twice” does not round 1.7 up.
        whole = number.unit == "times" and number.decimals == 0 and number.value > 1
        same = same and not (whole and ahead < 0)
        return _beyond(number, ahead, value, same=same)
    if same:
        return True
    if number.hedge == "about" or number.loose:
        # A step of “about twice” would reach from once to three times.
        whole = number.unit == "times" and number.decimals == 0
        if abs(value - printed) <= number.step * (1 + TINY) and not number.loose and not whole:
            return True
        return _loosely(printed, value)
    return False


def says_in_words(one: Quantity, other: Quantity) -> bool:
    """Whether one percentage says in words what the other prints: “one in five (20 %)”."""
    if not one.worded or not one.unit == other.unit == "percent":
        return False
    return True in (is_figure(one.number, other.value), is_figure(other.number, one.value))


def _rounds_to(number: Number, printed: float, value: float, known: int) -> bool:
    if number.step > 1:
        return abs(value - printed) <= number.step / 2
    if abs(value - printed) > max(number.step, 10.0**-known):
        # Far off: no need of the slow arithmetic that rounds halves as people do.
        return False
    if rounded(value, number.decimals) == rounded(printed, number.decimals):
        return True
    own = max(_decimals(value), known)
    if own < number.decimals and rounded(printed, own) == rounded(value, own):
        return True
    # A half may be rounded either way.
    return abs(abs(value - printed) - number.step / 2) < TINY


def _decimals(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _loosely(printed: float, value: float) -> bool | None:
    off = abs(value - printed) / max(abs(value), TINY)
    return True if off <= NEAR + TINY else None if off <= OPEN else False


def _beyond(number: Number, ahead: float, value: float, *, same: bool) -> bool | None:
    """ahead: how far the value lies on the side that the words say; negative on the other."""
    size = max(abs(value), TINY)
    if ahead < 0:
        # “Just over 24 %” of 23.98 is a matter of taste; so is “nearly a third” of 33.4.
        return (True if same else None) if same or -ahead <= 0.01 * size else False
    close = CLOSE_SIDES.search(number.printed) is not None
    if close:
        return True if ahead <= NEAR * size + number.step / 2 else (
            None if ahead <= OPEN * size else False)  # fmt: skip
    if same and not _AT_LEAST.search(number.printed) and ahead == 0:
        return None
    return True if ahead <= FAR * size + 1 else None


def off_by_one(number: Number, value: float) -> bool:
    """Whether the number is the value but for one in its last printed digit."""
    printed = abs(number.value) if not number.signed else number.value
    target = abs(value) if not number.signed else value
    distance = abs(rounded(target, number.decimals) - rounded(printed, number.decimals))
    return 0 < distance <= Decimal(repr(number.step)) * Decimal("1.0001")
