"""The rows of a Word table, with cells that are merged or span columns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wres_report.documents.tables import Span
from wres_report.documents.word.names import (
    W,
    children,
    chosen,
    is_deleted_cell,
    is_deleted_row,
    is_on,
    is_placeholder,
    is_unfilled_cell,
    joins_the_next,
    number,
)  # fmt: skip
from wres_report.documents.word.styles import Styles
from wres_report.documents.word.text import Text, text_of


@dataclass
class WordRow:
    """number: in the table from 1, as Word counts. head: repeated on each page.

    texts: what the paragraphs of its cells show, with what hangs on them.
    """

    number: int
    spans: tuple[Span, ...]
    head: bool
    texts: list[Text]


@dataclass
class WordTable:
    """nested: tables within its cells. left: what of it was not read."""

    rows: list[WordRow] = field(default_factory=list)
    nested: list[Any] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)

    def leave(self, kind: str) -> None:
        self.left[kind] = self.left.get(kind, 0) + 1


def rows_of(table: Any, styles: Styles) -> WordTable:
    """The rows as Word shows them: those deleted or hidden are left out."""
    read = WordTable()
    above: list[Span] = []
    for place, row in enumerate(children(table, W + "tr"), start=1):
        properties = row.find(W + "trPr")
        hidden = None if properties is None else properties.find(W + "hidden")
        if is_deleted_row(row) or (hidden is not None and is_on(hidden)):
            read.leave("deleted" if is_deleted_row(row) else "hidden")
            continue
        repeated = None if properties is None else properties.find(W + "tblHeader")
        head = repeated is not None and is_on(repeated)
        texts: list[Text] = []
        spans = _spans(row, above, read, styles, texts)
        above = [span for span in spans for _ in range(span.columns)]
        read.rows.append(WordRow(place, tuple(spans), head, texts))
    return read


def _spans(
    row: Any, above: list[Span], read: WordTable, styles: Styles, texts: list[Text]
) -> list[Span]:
    before = number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    spans = [Span("", before)] if before else []
    column = before
    for cell in children(row, W + "tc"):
        properties = cell.find(W + "tcPr")
        columns = number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
        across = None if properties is None else properties.find(W + "hMerge")
        if across is not None and across.get(W + "val", "continue") == "continue" and spans:
            last = spans.pop()
            spans.append(Span(last.text, last.columns + columns, last.above))
            column += columns
            continue
        merge = None if properties is None else properties.find(W + "vMerge")
        goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
        if goes_on and column < len(above):
            spans.append(Span(above[column].text, columns, above=True))
        elif is_deleted_cell(cell):
            read.leave("deleted")
            spans.append(Span("", columns))
        elif is_unfilled_cell(cell):
            read.leave("placeholders")
            spans.append(Span("", columns))
        else:
            spans.append(Span(cell_text(cell, read, styles, texts), columns))
        column += columns
    return spans


def cell_text(cell: Any, read: WordTable, styles: Styles, texts: list[Text]) -> str:
    """The paragraphs of a cell, a line each; tables within it are set aside."""
    lines, carried = [], ""
    for element in cell:
        if element.tag == W + "sdt" and is_placeholder(element):
            read.leave("placeholders")
    for element in chosen(cell):
        if element.tag == W + "tbl":
            read.nested.append(element)
        elif element.tag == W + "p":
            text = text_of(element, styles)
            texts.append(text)
            carried += text.text
            if not joins_the_next(element):
                lines.append(carried.strip())
                carried = ""
    lines.append(carried.strip())
    return "\n".join(line for line in lines if line)


def is_layout(table: Any) -> bool:
    """Whether a table only places text: one column, or one row with more than a line in a cell."""
    rows = list(children(table, W + "tr"))
    widths = [len(list(children(row, W + "tc"))) for row in rows]
    if max(widths, default=0) <= 1:
        return True
    if len(rows) > 1:
        return False
    return any(
        sum(child.tag in (W + "p", W + "tbl") and _filled(child) for child in chosen(cell)) > 1
        for cell in children(rows[0], W + "tc")
    )


def _filled(element: Any) -> bool:
    return any((text.text or "").strip() for text in element.iter(W + "t"))
