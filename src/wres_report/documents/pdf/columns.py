"""Text set in columns: which segments of a page are read one after another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median

from wres_report.documents.pdf.grids import Grid
from wres_report.documents.pdf.lines import Segment

Item = Segment | Grid
# A gutter is at least so wide; columns of text have so many lines, and lines so many letters.
LEAST_GUTTER, LEAST_LINES, LEAST_LETTERS = 7.0, 5, 18
MOST_ACROSS, LEAST_FILLED = 0.25, 0.55


def flows_of(segments: Sequence[Segment], grids: Sequence[Grid]) -> list[list[Item]]:
    """The parts of a page in the order in which people read them, each from top to bottom.

    What crosses all columns, such as a heading or a wide table, parts what is above it from what
    is below.
    """
    items: list[Item] = [*segments, *grids]
    gutters = _gutters(segments)
    if not gutters:
        return [sorted(items, key=_height)]
    flows: list[list[Item]] = []
    columns: list[list[Item]] = [[] for _ in range(len(gutters) + 1)]

    def flush() -> None:
        flows.extend(column for column in columns if column)
        for n in range(len(columns)):
            columns[n] = []

    crossing: list[Item] = []
    for item in sorted(items, key=_height):
        if any(item.x0 < gutter < item.x1 for gutter in gutters):
            if not crossing:
                flush()
            crossing.append(item)
            continue
        if crossing:
            flows.append(crossing)
            crossing = []
        columns[sum(gutter <= item.x0 for gutter in gutters)].append(item)
    if crossing:
        flows.append(crossing)
    flush()
    return flows


def _height(item: Item) -> tuple[float, float]:
    return (-item.top if isinstance(item, Grid) else -item.y, item.x0)


def _gutters(segments: Sequence[Segment]) -> list[float]:
    """Where the columns of a page part; nothing for a page of one column."""
    if len(segments) < 2 * LEAST_LINES:
        return []
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    crossing = _crossing(segments)
    most = int(MOST_ACROSS * len(segments))
    for count in (2, 3):
        reach = (right - left) / (3 * count)
        found = []
        for n in range(1, count):
            middle = left + (right - left) * n / count
            strip = _widest_strip(crossing, int(middle - reach), int(middle + reach), most)
            if strip is not None:
                found.append(_gutter(segments, *strip))
        if len(found) == count - 1 and _are_columns(segments, found):
            return found
    return []


def _crossing(segments: Sequence[Segment]) -> list[int]:
    """How many segments lie over each point from the left edge of the page."""
    steps = [0] * (int(max(s.x1 for s in segments)) + 2)
    for s in segments:
        steps[max(int(s.x0) + 1, 0)] += 1
        steps[max(int(s.x1) + 1, 0)] -= 1
    return list(accumulate(steps))


def _widest_strip(
    crossing: Sequence[int], first: int, last: int, most: int
) -> tuple[int, int] | None:
    """The widest strip between two points that few segments cross, if wide enough."""
    best: tuple[int, int] | None = None
    start: int | None = None
    for place in range(max(first, 0), min(last, len(crossing) - 1) + 1):
        free = crossing[place] <= most
        if free and start is None:
            start = place
        if start is not None and (not free or place == last):
            if best is None or place - start > best[1] - best[0]:
                best = (start, place)
            start = None
    return best if best is not None and best[1] - best[0] >= LEAST_GUTTER else None


def _gutter(segments: Sequence[Segment], start: int, end: int) -> float:
    """Just before the column at the right: lines at the left may end early."""
    starts = [s.x0 for s in segments if start - 1 <= s.x0 <= end + 2]
    return median(starts) - 2 if starts else (start + end) / 2


def _are_columns(segments: Sequence[Segment], gutters: Sequence[float]) -> bool:
    """Whether there is running text on each side, not the columns of a table."""
    edges = [min(s.x0 for s in segments), *gutters, max(s.x1 for s in segments)]
    for left, right in pairwise(edges):
        own = [s for s in segments if s.x0 >= left - 2 and s.x1 <= right + 2]
        if len(own) < LEAST_LINES:
            return False
        if median(len(s.text) for s in own) < LEAST_LETTERS:
            return False
        if median(s.x1 - s.x0 for s in own) < LEAST_FILLED * (right - left):
            return False
    return True
