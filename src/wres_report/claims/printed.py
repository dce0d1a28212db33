"""Whether a printed number is a known figure, rounded as it was printed."""

from __future__ import annotations

from decimal import Decimal

from wres_report.claims.numbers import Number
from wres_report.measures.value import rounded

# A hedged or loose number may be this far off, as a share of the figure.
NEAR, FAR = 0.1, 0.25
TINY = 1e-9


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
    if number.loose:
        return _loosely(printed, value)
    if _rounds_to(number, printed, value, known):
        return True
    if number.hedge == "about":
        return (
            True if abs(value - printed) <= number.step * (1 + TINY) else _loosely(printed, value)
        )
    if number.hedge == "over":
        return _beyond(value - printed, value)
    if number.hedge == "under":
        return _beyond(printed - value, value)
    return False


def _rounds_to(number: Number, printed: float, value: float, known: int) -> bool:
    if number.step > 1:
        return abs(value - printed) <= number.step / 2
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
    return True if off <= NEAR else None if off <= FAR else False


def _beyond(distance: float, value: float) -> bool | None:
    """distance: how far the value lies on the side that the words say; negative on the other."""
    if distance < 0:
        return False
    return True if distance <= FAR * abs(value) + 1 else None


def off_by_one(number: Number, value: float) -> bool:
    """Whether the number is the value but for one in its last printed digit."""
    printed = abs(number.value) if not number.signed else number.value
    target = abs(value) if not number.signed else value
    distance = abs(rounded(target, number.decimals) - rounded(printed, number.decimals))
    return 0 < distance <= Decimal(repr(number.step)) * Decimal("1.0001")


def is_percent_more(number: Number, ratio: float, factor: str) -> bool | None:
    """Whether “38% more likely” says a ratio of the group that is spoken of to the other.

    factor: ``more`` or ``less``. Of “less likely”, some count the percentage from the other side.
    """
    if factor == "more":
        return is_figure(number, 100 * (ratio - 1)) if ratio > 1 else False
    if not 0 < ratio < 1:
        return False
    return is_figure(number, 100 * (1 - ratio)) or is_figure(number, 100 * (1 / ratio - 1))
