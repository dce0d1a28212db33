"""Rows and cells of tables in web pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wres_report.documents.tables import Span

SECTIONS = ("thead", "tbody", "tfoot")
CELLS = ("td", "th")
MOST_SPANNED = 1000


def is_layout(table: Any) -> bool:
    """Whether a table only places text: it says so, has one column, or holds tables or headings."""
    if table.get("role") in ("presentation", "none"):
        return True
    rows = [list(cells_of(row)) for row, _ in rows_of(table)]
    if max((len(cells) for cells in rows), default=0) <= 1:
        return True
    tags = ("table", "h1", "h2", "h3", "h4", "h5", "h6")
    inner = [cell for cells in rows for cell in cells if next(cell.iter(*tags), None) is not None]
    return bool(inner) and 2 * len(inner) >= len(rows)


def rows_of(table: Any) -> Iterator[tuple[Any, bool]]:
    """The rows of a table itself, and whether each is marked as a head."""
    for child in table:
        if child.tag == "tr":
            yield child, _is_head(child)
        elif child.tag in SECTIONS:
            for row in child:
                if row.tag == "tr":
                    yield row, child.tag == "thead" or _is_head(row)


def _is_head(row: Any) -> bool:
    cells = list(cells_of(row))
    return len(cells) > 1 and all(cell.tag == "th" for cell in cells)


def cells_of(row: Any) -> Iterator[Any]:
    return (cell for cell in row if cell.tag in CELLS)


def spans_of(
    cells: Sequence[tuple[Any, str]], carried: dict[int, tuple[int, str]]
) -> list[Span]:  # fmt: skip
    """The spans of a row. carried: columns that a cell above goes on in, with for how many rows
    more and its text; it is changed to what goes on below this row."""
    spans: list[Span] = []
    below: dict[int, tuple[int, str]] = {}
    column = 0

    def go_on() -> int:
        place = column
        while place in carried:
            rows, text = carried.pop(place)
            spans.append(Span(text, above=True))
            if rows > 1:
                below[place] = (rows - 1, text)
            place += 1
        return place

    for cell, text in cells:
        column = go_on()
        columns, rows = _number(cell, "colspan"), _number(cell, "rowspan")
        spans.append(Span(text, columns, head=cell.tag == "th"))
        for place in range(column, column + columns):
            if rows > 1:
                below[place] = (rows - 1, text)
        column += columns
    go_on()
    carried.update(below)
    return spans


def _number(cell: Any, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    if not written.isdigit():
        return 1
    # Nothing means to the end of the section for rows, and one for columns.
    return min(int(written) or (MOST_SPANNED if name == "rowspan" else 1), MOST_SPANNED)
