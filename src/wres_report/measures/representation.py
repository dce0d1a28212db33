"""Shares of the workforce and the board: indicators 1 and 9."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from wres_report.measures.likelihood import Cases, rate
from wres_report.measures.value import Status, Unit, Value, absent, first_failure


def share(part: float | None, whole: float | None, confidence: float = 0.95) -> Value:
    """``part`` of ``whole`` in percent; people of unknown ethnicity stay in ``whole``.

    The interval tells how much a group of this size would vary by chance alone.
    """
    return rate(Cases(part, whole), confidence)


def headcount(*parts: float | None) -> float | None:
    """The sum of the parts; None where any of them is not known."""
    total = 0.0
    for part in parts:
        if part is None:
            return None
        total += part
    return total


def board_difference(board_share: Value, workforce_share: Value) -> Value:
    """BME share of the board minus BME share of the workforce, in signed percentage points.

    Both are complete counts, not samples, so there is no interval; n is the board.
    """
    failure = first_failure(board_share, workforce_share)
    if failure:
        return absent(Unit.PP, failure)
    return Value(board_share.number - workforce_share.number, Unit.PP, n=board_share.n)


def mirrored_seats(board_size: int, workforce_share: Value) -> int:
    """How many BME members a board of this size would have if it mirrored the workforce.

    Rounded half up to a whole person. Raises ValueError where the share is not known.
    """
    seats = Decimal(repr(board_size * workforce_share.number / 100))
    return int(seats.quantize(Decimal(1), ROUND_HALF_UP))


def disparity_ratio(
    bme_lower: float | None,
    bme_upper: float | None,
    white_lower: float | None,
    white_upper: float | None,
) -> Value:
    """The race disparity ratio between two tiers of the pay bands.

    (BME in the lower tier ÷ BME in the upper) ÷ (White lower ÷ White upper); headcounts.
    Above 1, BME staff progress less than White staff. Common practice, not part of the nine
    indicators; see the standard's README.
    """
    counts = (bme_lower, bme_upper, white_lower, white_upper)
    if any(number is None for number in counts):
        return absent(Unit.RATIO)
    if not bme_upper or not white_upper or not white_lower:
        return absent(Unit.RATIO, Status.NOT_CALCULABLE, "an empty tier")
    assert bme_lower is not None
    ratio = (bme_lower / bme_upper) / (white_lower / white_upper)
    return Value(ratio, Unit.RATIO, n=round(bme_lower + bme_upper))
