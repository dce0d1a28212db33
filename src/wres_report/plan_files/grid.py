"""What every reader makes of a file: grids of cells, each cell a few lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Line:
    """One paragraph of a cell. mark: how the document's own list marks it, ``bullet``,
    ``letter`` or ``number``; empty where it does not, whatever the text begins with. level: how
    deep the list is."""

    text: str
    mark: str = ""
    level: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell, or one of several that are merged into one.

    origin: row and column, counted in the grid from 0, of the first cell of those merged; of
    the cell itself otherwise. columns: how many it spans. place: how people name it.
    coloured: whether it is filled with a colour.
    """

    lines: tuple[Line, ...] = ()
    origin: tuple[int, int] = (0, 0)
    columns: int = 1
    place: str = ""
    coloured: bool = False

    @property
    def text(self) -> str:
        """The text as it stands in the file."""
        return "\n".join(line.text for line in self.lines)

    @property
    def plain(self) -> str:
        """The text in one line."""
        return one_line(self.text)


@dataclass(frozen=True)
class Row:
    """index: counted in the grid from 0. where: how people name it, such as ``row 5``."""

    index: int
    where: str
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        """The cell in that column; an empty one where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else Cell(origin=(self.index, column))

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that hold something, merged ones once."""
        return tuple({cell.origin: cell for cell in self.cells if cell.plain}.values())


@dataclass(frozen=True)
class Grid:
    """A sheet, a table of a document, or a whole CSV file.

    number: counted from 1 in the file. inside: the number of the table in a cell of which it
    stands; 0 where it stands by itself. apart: whether words stand between it and the table before.
    """

    name: str
    number: int
    rows: tuple[Row, ...]
    hidden: bool = False
    inside: int = 0
    apart: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass(frozen=True)
class Remark:
    """Something that a person should know of an import.

    kind: one word for programs. text: a sentence. places: the rows or cells it is about.
    """

    kind: str
    text: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A file that has been read. unit: what its grids are, ``sheet``, ``table`` or ``file``.

    remarks: what the reader could not read, or read in a way that should be known.
    """

    unit: str
    grids: tuple[Grid, ...]
    remarks: tuple[Remark, ...] = field(default=())


def one_line(text: str) -> str:
    """The text with every run of spaces and line breaks as one space."""
    return SPACE.sub(" ", text).strip()


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text that knows no paragraphs; put together again they are the text."""
    return tuple(Line(part) for part in text.split("\n")) if text else ()
