"""What better and worse mean of an indicator, which way a difference goes, and where years cannot
be compared."""

from __future__ import annotations

from wres_report.claims.figures import SURVEY
from wres_report.claims.standard_now import standard_now
from wres_report.measures.value import DECIMALS, Unit, rounded

OTHER_BASIS = "The figure of the earlier year is on another basis."


def better_is_up(indicator: int) -> bool:
    """Whether a higher figure of the indicator is the better one."""
    return indicator in (1, 9) or standard_now().indicator(f"i{indicator}").better == "higher"


def sign(difference: float, unit: str) -> int:
    """Which way a difference goes, as far as it shows in the decimals that are printed."""
    shown = rounded(difference, DECIMALS[Unit(unit)])
    return (shown > 0) - (shown < 0)


def means(direction: str, indicator: int) -> str:
    """``up`` or ``down``, also where the words say better or worse."""
    if direction in ("better", "worse") and indicator in (2, 3, 4, *SURVEY):
        return "up" if (direction == "better") == better_is_up(indicator) else "down"
    return direction if direction in ("up", "down") else ""
