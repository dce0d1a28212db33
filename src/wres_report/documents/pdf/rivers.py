"""Columns that stand close together: strips that run through all lines of a table."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.documents.pdf.lines import Segment
from wres_report.documents.pdf.words import Word

# How wide a strip is that no word of a table crosses, and in what share of the rows it parts words.
LEAST_RIVER, LEAST_PARTED = 0.3, 0.6
FEWEST_FOR_RIVERS = 5


def parted_at_rivers(rows: Sequence[Sequence[Segment]]) -> Sequence[Sequence[Segment]]:
    """The rows with segments parted where a strip runs through all of them.

    Narrow columns stand no farther apart than words may; that they do so in every row tells.
    """
    full = [row for row in rows if len(row) > 1]
    if len(full) < FEWEST_FOR_RIVERS:
        return rows
    spans = sorted((w.x0, w.x1) for row in rows for s in row for w in s.words)
    least = LEAST_RIVER * rows[0][0].size
    rivers, reach = [], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach >= least:
            rivers.append((reach + x0) / 2)
        reach = max(reach, x1)
    parting = [river for river in rivers if _parts(river, full)]
    if not parting:
        return rows
    return [[part for s in row for part in _parted(s, parting)] for row in rows]


def _parts(river: float, rows: Sequence[Sequence[Segment]]) -> bool:
    """Whether a strip parts a segment, and has something at either side in most rows."""
    if not any(s.x0 < river < s.x1 for row in rows for s in row):
        return False
    beside = sum(row[0].x0 < river < row[-1].x1 for row in rows)
    return beside >= LEAST_PARTED * len(rows)


def _parted(segment: Segment, rivers: Sequence[float]) -> list[Segment]:
    groups: dict[int, list[Word]] = {}
    for word in segment.words:
        groups.setdefault(sum(river <= word.x0 for river in rivers), []).append(word)
    return [Segment.of(words) for words in groups.values()]
