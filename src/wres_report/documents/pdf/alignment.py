"""Columns of a table without ruled cells: what stands below each other."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.documents.pdf.lines import WIDEST_SPACE, Segment


def columns_of(rows: Sequence[Sequence[Segment]]) -> list[tuple[float, float]]:
    """The columns, left and right, from the rows with the most parts."""
    most = max(len(row) for row in rows)
    found: list[tuple[float, float]] = []
    for row in rows:
        if len(row) < most:
            continue
        for s in row:
            touching = [c for c in found if c[0] < s.x1 and s.x0 < c[1]]
            found = [c for c in found if c not in touching]
            found.append((min([s.x0, *(c[0] for c in touching)]),
                          max([s.x1, *(c[1] for c in touching)])))  # fmt: skip
    for row in rows:
        # A shorter row may have a column that the fullest rows lack, and widens those it is in.
        for s in row:
            touching = [c for c in found if c[0] < s.x1 and s.x0 < c[1]]
            if not touching and min(distance(c, s) for c in found) > s.size:
                found.append((s.x0, s.x1))
            elif len(touching) == 1:
                found.remove(touching[0])
                found.append((min(s.x0, touching[0][0]), max(s.x1, touching[0][1])))
    return _without_splinters(sorted(found), rows)


def _without_splinters(
    columns: list[tuple[float, float]], rows: Sequence[Sequence[Segment]]
) -> list[tuple[float, float]]:
    """The columns, two words of one cell of the head put together again."""

    def filled(column: tuple[float, float]) -> int:
        return sum(any(column[0] < s.x1 and s.x0 < column[1] for s in row) for row in rows)

    found = columns[:1]
    for column in columns[1:]:
        close = column[0] - found[-1][1] < WIDEST_SPACE * rows[0][0].size
        if close and filled(column) == filled(found[-1]) == 1:
            found[-1] = (found[-1][0], column[1])
        else:
            found.append(column)
    return found


def distance(column: tuple[float, float], segment: Segment) -> float:
    return max(column[0] - segment.x1, segment.x0 - column[1], 0.0)
