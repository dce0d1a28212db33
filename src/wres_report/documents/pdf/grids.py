"""Tables with ruled lines: rows and columns are where the lines are."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.documents.pdf.lines import joined_lines, lines_of
from wres_report.documents.pdf.words import Rule, Word
from wres_report.documents.tables import Span

NEAR = 3.0
LEAST_CELL = 6.0
MOST_CUT = 0.02


@dataclass(frozen=True)
class Grid:
    """A ruled table. x0 to top: where it lies. rows: its cells."""

    x0: float
    x1: float
    bottom: float
    top: float
    rows: tuple[tuple[Span, ...], ...]


def grids_of(words: Sequence[Word], rules: Sequence[Rule]) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page, and the words outside of them."""
    standing = sorted((r for r in rules if not r.flat), key=lambda rule: rule.y0)
    flat = [rule for rule in rules if rule.flat]
    grids: list[Grid] = []
    rest = list(words)
    for bottom, top, uprights in _stretches(standing):
        x0, x1 = min(r.x0 for r in uprights), max(r.x1 for r in uprights)
        across = [r for r in flat if bottom - NEAR <= r.y0 <= top + NEAR
                  and r.x1 > x0 and r.x0 < x1]  # fmt: skip
        inside = [w for w in rest if bottom - NEAR < w.y < top and x0 - NEAR <= w.x0 < x1 + NEAR]
        grid = _grid(uprights, across, inside)
        if grid is not None:
            grids.append(grid)
            held = {word.index for word in inside}
            rest = [word for word in rest if word.index not in held]
    return grids, rest


def _stretches(standing: Sequence[Rule]) -> list[tuple[float, float, list[Rule]]]:
    """Standing lines that overlap in height, as one stretch each."""
    found: list[tuple[float, float, list[Rule]]] = []
    for rule in standing:
        if found and rule.y0 <= found[-1][1] + NEAR:
            bottom, top, known = found[-1]
            found[-1] = (bottom, max(top, rule.y1), [*known, rule])
        else:
            found.append((rule.y0, rule.y1, [rule]))
    return [stretch for stretch in found if len(_distinct([r.x0 for r in stretch[2]])) >= 3]


def _distinct(places: Sequence[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > LEAST_CELL:
            found.append(place)
    return found


def _grid(uprights: list[Rule], across: list[Rule], words: list[Word]) -> Grid | None:
    edges = _distinct([r.x0 for r in uprights])
    levels = _distinct([r.y0 for r in across] + [min(r.y0 for r in uprights)]
                       + [max(r.y1 for r in uprights)])  # fmt: skip
    width, height = len(edges) - 1, len(levels) - 1
    if width < 2 or height < 1 or not words or (height < 2 and len(across) < 2):
        return None
    cells: dict[tuple[int, int], list[Word]] = {}
    if MOST_CUT * len(words) < sum(_is_cut(word, uprights) for word in words):
        return None  # lines that run through words part no cells
    for word in words:
        row = height - 1 - min(max(bisect_right(levels, word.y + word.size / 4) - 1, 0), height - 1)
        column = min(max(bisect_right(edges, (word.x0 + word.x1) / 2) - 1, 0), width - 1)
        cells.setdefault((row, column), []).append(word)
    filled = Counter(row for row, _ in cells)
    if len({column for _, column in cells}) < 2 or max(filled.values()) < 2:
        return None
    rows: list[tuple[Span, ...]] = []
    for row in range(height):
        top, bottom = levels[height - row], levels[height - row - 1]
        rows.append(tuple(
            _spans(row, (bottom + top) / 2, edges, cells, uprights)
        ))  # fmt: skip
    texts = _carried(rows, edges, levels, across)
    return Grid(edges[0], edges[-1], levels[0], levels[-1], tuple(texts))


def _is_cut(word: Word, uprights: list[Rule]) -> bool:
    return any(
        word.x0 + 1 < rule.x0 < word.x1 - 1 and rule.y0 <= word.y + word.size / 4 <= rule.y1
        for rule in uprights
    )


def _spans(
    row: int, middle: float, edges: list[float], cells: dict[tuple[int, int], list[Word]],
    uprights: list[Rule],
) -> list[Span]:  # fmt: skip
    """The cells of one row; where no line parts two columns they are one cell."""
    parted = [
        n for n, edge in enumerate(edges)
        if any(abs(r.x0 - edge) <= LEAST_CELL and r.y0 - NEAR <= middle <= r.y1 + NEAR
               for r in uprights)
    ]  # fmt: skip
    starts = sorted({0, *parted} - {len(edges) - 1})
    ends = [*starts[1:], len(edges) - 1]
    spans = []
    for start, end in zip(starts, ends, strict=True):
        words = [word for n in range(start, end) for word in cells.get((row, n), [])]
        spans.append(Span(joined_lines(lines_of(words), in_cell=True), end - start))
    return spans


def _carried(
    rows: list[tuple[Span, ...]], edges: list[float], levels: list[float], across: list[Rule]
) -> list[tuple[Span, ...]]:
    """Cells over several rows: where no line parts a cell from that above, it goes on."""
    found: list[tuple[Span, ...]] = []
    for n, row in enumerate(rows):
        level, column, spans = levels[len(rows) - n], 0, []
        for span in row:
            middle = (edges[column] + edges[column + span.columns]) / 2
            parted = any(abs(r.y0 - level) <= NEAR + 1 and r.x0 <= middle <= r.x1 for r in across)
            above = _at(found[-1], column) if found else None
            if n and not parted and above is not None and above.columns == span.columns:
                text = f"{above.text}\n{span.text}".strip() if span.text else above.text
                spans.append(Span(text, span.columns, above=True))
            else:
                spans.append(span)
            column += span.columns
        found.append(tuple(spans))
    return found


def _at(row: tuple[Span, ...], column: int) -> Span | None:
    place = 0
    for span in row:
        if place == column:
            return span
        place += span.columns
    return None
