"""What a row of yearly figures does, in words that the figures bear out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise

from wres_report.measures.gaps import ONE_SIDED, difference
from wres_report.measures.value import Unit, Value


@dataclass(frozen=True)
class Trend:
    """words: ``rose in each year``, ``fell``, ``fell, then rose, and ends lower``.

    first, last: the years between which it holds, 0 where there is no trend. steady: whether
    every step went one way. clear: whether the interval of the whole change leaves out 0;
    None where it cannot be told.
    """

    words: str
    first: int = 0
    last: int = 0
    steady: bool = False
    clear: bool | None = None


def trend(series: dict[int, Value], breaks: frozenset[int] = frozenset()) -> Trend:
    """The trend of the figures by year, up to the latest.

    series: figures in percent by year; those that are not ok are passed over. breaks: the years
    from which another basis holds; years before the latest break are never compared with
    years after it.
    """
    since = max((year for year in breaks if year <= max(series, default=0)), default=0)
    points = [(year, value) for year, value in sorted(series.items()) if value.ok and year >= since]
    if len(points) < 2:
        return Trend("one year only, so no trend" if points else "no figures, so no trend")
    first, last = points[0][0], points[-1][0]
    steps = [later.number - earlier.number for (_, earlier), (_, later) in pairwise(points)]
    whole = difference(points[-1][1], points[0][1], Unit.PP)
    clear = None
    # A year whose responses are not known has no interval, so chance cannot be weighed.
    if whole.low is not None and whole.high is not None and whole.note != ONE_SIDED:
        clear = whole.low > 0 or whole.high < 0
    words, steady = _words(steps, points[-1][1].number - points[0][1].number)
    return Trend(words, first, last, steady, clear)


def _words(steps: list[float], whole: float) -> tuple[str, bool]:
    # The whole change apart, since steps such as 13.1 and −20.5 do not add up to it in binary.
    if all(step == 0 for step in steps):
        return "stayed the same", True
    if all(step > 0 for step in steps):
        return ("rose in each year" if len(steps) > 1 else "rose"), True
    if all(step < 0 for step in steps):
        return ("fell in each year" if len(steps) > 1 else "fell"), True
    if all(step >= 0 for step in steps):
        return "rose, though not in each year", False
    if all(step <= 0 for step in steps):
        return "fell, though not in each year", False
    return f"{_turns(steps)}, and {_end(whole)}", False


def _turns(steps: list[float]) -> str:
    """The ways it went, in the order of the years: “fell, then rose”."""
    ways = [way for way, _ in groupby("rose" if step > 0 else "fell" for step in steps if step)]
    if len(ways) > 3:
        return f"{ways[0]} at first, then went up and down"
    return ", then ".join(ways)


def _end(whole: float) -> str:
    return "ends higher" if whole > 0 else "ends lower" if whole < 0 else "ends where it began"
