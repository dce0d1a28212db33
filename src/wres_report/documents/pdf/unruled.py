"""Tables without ruled cells: rows whose parts stand below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.documents.lines import CAPTION
from wres_report.documents.passages import is_figure
from wres_report.documents.pdf.alignment import columns_of, distance
from wres_report.documents.pdf.lines import Segment, joined_texts
from wres_report.documents.pdf.rivers import parted_at_rivers
from wres_report.documents.pdf.words import Rule
from wres_report.documents.tables import YEAR, Span

# Distances between baselines, of the size of the letters.
SAME_ROW, SAME_CELL, SURELY_APART, FARTHEST = 0.3, 1.35, 1.7, 3.6
EVEN = 2.0  # how much the ends of lines of one width may differ


@dataclass(frozen=True)
class Unruled:
    """A table. y: its first baseline. size: of its letters. rows: its cells."""

    y: float
    size: float
    rows: tuple[tuple[Span, ...], ...]


def rows_by_height(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments on one baseline, from the top and from the left."""
    found: list[list[Segment]] = []
    for segment in segments:
        if found and abs(found[-1][0].y - segment.y) <= SAME_ROW * segment.size:
            found[-1].append(segment)
        else:
            found.append([segment])
    return [sorted(row, key=lambda s: s.x0) for row in found]


def parts_of(segments: Sequence[Segment], rules: Sequence[Rule]) -> list[Segment | Unruled]:
    """A flow of segments, with those that make a table put into one."""
    rows = rows_by_height(segments)
    parts: list[Segment | Unruled] = []
    index = 0
    while index < len(rows):
        end = _end_of_table(rows, index)
        table = _table(rows[index:end], rules) if end - index > 1 else None
        if table is None:
            # No table: wide gaps, as in lines that are set to one width, part nothing.
            parts.append(Segment.of([word for s in rows[index] for word in s.words]))
            index += 1
        else:
            first, left = index, min(s.x0 for row in rows[index:end] for s in row)
            while parts and first and _begins_head(parts[-1], rows[first], left):
                parts.pop()
                first -= 1
            if first < index:
                table = _table(rows[first:end], rules) or table
            parts.append(table)
            index = end
    return parts


def _begins_head(part: Segment | Unruled, below: Sequence[Segment], left: float) -> bool:
    """Whether a line above a table is the first of words in its head that take several lines.

    below: the line under it. left: the left edge of the table.
    """
    return (
        isinstance(part, Segment)
        and 0 < part.y - below[0].y <= SAME_CELL * below[0].size
        and part.x0 > left + part.size
        and part.x1 <= below[-1].x1 + part.size
        and not any(sign.isdigit() for sign in part.text)
    )


def _end_of_table(rows: Sequence[Sequence[Segment]], start: int) -> int:
    """Where the table that begins there ends; there itself where none begins."""
    if len(rows[start]) < 2:
        return start
    end, last = start + 1, start + 1
    edge = rows[start][1].x0
    while end < len(rows):
        row, above = rows[end], rows[end - 1]
        if CAPTION.match(row[0].text):
            break
        if above[0].y - row[0].y > FARTHEST * max(row[0].size, above[0].size):
            break
        if len(row) > 1:
            edge = min(edge, row[1].x0) if row[0].x0 <= rows[start][0].x0 + 2 else edge
            last = end + 1
        elif row[0].x0 < edge - 2 and row[0].x1 > edge + 2:
            break  # a line of text that runs across the columns
        end += 1
        if end - last > 3:
            break
    # A last line of a first cell may stand below its figures.
    while last < len(rows) and last < end and _goes_on(rows[last], rows[last - 1], edge):
        last += 1
    return last


def _goes_on(row: Sequence[Segment], above: Sequence[Segment], edge: float) -> bool:
    near = above[0].y - row[0].y <= SAME_CELL * row[0].size
    return len(row) == 1 and near and (row[0].x1 <= edge or row[0].x0 >= edge - 2)


def _is_prose(rows: Sequence[Sequence[Segment]]) -> bool:
    """Whether the lines are text that is set to one width, with gaps where words are long."""
    figures = sum(any(is_figure(s.text) and len(s.text) < 12 for s in row[1:]) for row in rows)
    if 2 * figures >= len(rows):
        return False
    ends = [row[-1].x1 for row in rows[:-1]]
    return max(ends) - min(ends) < EVEN and max(len(row) for row in rows) > 1


def _head_over_heads(
    rows: Sequence[Sequence[Segment]],
) -> tuple[Sequence[Segment], Sequence[Sequence[Segment]]]:
    """The first line, where it names groups of the columns that the second names, and the rest."""
    apart = rows[0][0].y - rows[1][0].y > SAME_CELL * rows[0][0].size
    if len(rows) > 2 and apart and len(rows[0]) < len(rows[1]):
        heads = [segment.text for row in rows[:2] for segment in row]
        if not any(is_figure(text) and not YEAR.match(text) for text in heads):
            return rows[0], rows[1:]
    return (), rows


def _over(row: Sequence[Segment], columns: Sequence[tuple[float, float]]) -> tuple[Span, ...]:
    """Cells of a head that may stand over several columns, or in between."""
    spans, column = [], 0
    for segment in row:
        over = [n for n, c in enumerate(columns) if c[0] < segment.x1 and segment.x0 < c[1]]
        if not over:  # in the gap between two
            over = [n for n, c in enumerate(columns) if c[1] <= segment.x0][-1:]
            over += [n for n, c in enumerate(columns) if c[0] >= segment.x1][:1]
        first = max(over[0], column)
        last = max(over[-1], first)
        if first > column:
            spans.append(Span("", first - column))
        if first >= len(columns):
            break
        spans.append(Span(segment.text, last - first + 1))
        column = last + 1
    return (*spans, Span("", len(columns) - column)) if column < len(columns) else tuple(spans)


def _table(rows: Sequence[Sequence[Segment]], rules: Sequence[Rule]) -> Unruled | None:
    top, rows = _head_over_heads(rows)
    rows = parted_at_rivers(rows)
    columns = columns_of(rows)
    full = [row for row in rows if len(row) > 1]
    if len(columns) < 2 or len(full) < 2 or _is_prose(rows):
        return None
    groups = _logical(rows, columns, rules)
    if len(groups) < 2:
        return None
    spans = tuple(_spans(group, columns) for group in groups)
    if top:
        spans = (_over(top, columns), *spans)
    return Unruled(rows[0][0].y, rows[0][0].size, spans)


def _logical(
    rows: Sequence[Sequence[Segment]], columns: Sequence[tuple[float, float]],
    rules: Sequence[Rule],
) -> list[list[Segment]]:  # fmt: skip
    """Lines put together to rows, for cells of several lines."""
    flat = [r.y0 for r in rules if r.flat and r.x0 <= columns[-1][0] and r.x1 >= columns[0][1]]
    groups: list[list[Segment]] = []
    ruled = sum(any(low < row[0].y < high for row in rows)
                for low, high in zip(sorted(flat), sorted(flat)[1:], strict=False))  # fmt: skip
    by_rules = ruled >= max(3, len(rows) // 4)
    for n, row in enumerate(rows):
        above = rows[n - 1][0] if n else None
        if above is None:
            groups.append(list(row))
            continue
        gap = (above.y - row[0].y) / max(row[0].size, above.size)
        parted = any(row[0].y < y - 1 < above.y for y in flat)
        has_first = row[0].x0 < columns[0][1]
        if by_rules:
            new = parted or gap > SURELY_APART
        elif gap > SAME_CELL:
            new = True
        elif gap < 0.8:
            new = False  # figures set against the middle of a label of two lines
        elif len(groups) == 1 and not _has_figures(groups[0]) and not _has_figures(row):
            new = False  # words of a head over two lines
        else:
            new = len(row) > 1 and has_first and _has_figures(row) and _has_figures(groups[-1])
            new = new or (len(row) > 1 and has_first and len(row) == len(columns))
        if new:
            groups.append(list(row))
        else:
            groups[-1] += row
    return groups


def _has_figures(row: Sequence[Segment]) -> bool:
    return any(sign.isdigit() for segment in row[1:] for sign in segment.text)


def _spans(group: Sequence[Segment], columns: Sequence[tuple[float, float]]) -> tuple[Span, ...]:
    cells: dict[tuple[int, int], list[str]] = {}
    for segment in group:
        over = [n for n, c in enumerate(columns) if c[0] < segment.x1 and segment.x0 < c[1]]
        over = over or [min(range(len(columns)), key=lambda n: distance(columns[n], segment))]
        cells.setdefault((over[0], len(over)), []).append(segment.text)
    spans, column = [], 0
    while column < len(columns):
        own = sorted((key for key in cells if key[0] == column), key=lambda key: -key[1])
        if not own:
            spans.append(Span(""))
            column += 1
            continue
        texts = [text for key in own for text in cells[key]]
        spans.append(Span(joined_texts(texts, in_cell=True), own[0][1]))
        column += own[0][1]
    return tuple(spans)
