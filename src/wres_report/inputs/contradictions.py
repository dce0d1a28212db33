"""A file and a sheet of one name: whether they say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from wres_report.inputs.reading import Cells
from wres_report.inputs.tables import TableSchema


def is_filled(cells: Cells, schema: TableSchema) -> bool:
    """Whether any row has more than the names that ``wres new`` gives it."""
    figures = [name for name in schema.numbers if name not in schema.key]
    return not figures or any(text for name in figures for text in cells.texts[name])


@dataclass(frozen=True)
class Difference:
    """The first cell in which a sheet and a file differ.

    row: below the heads, the first being 1. column: empty where one of the two ends here. sheet,
    file: what they have there.
    """

    row: int
    column: str
    sheet: str
    file: str

    def words(self, shown: Callable[[str], str] = str) -> str:
        """The difference in words. shown: what is made of a cell before it is told."""
        if not self.column:
            return f"the {self.sheet or self.file} has more rows ({self.row} and on)"
        return (
            f"in the {self.row}. row below the heads, column “{self.column}”, the sheet has "
            f"“{shown(self.sheet)}” and the file “{shown(self.file)}”"
        )


def contradiction(sheet: Cells, file: Cells, schema: TableSchema) -> Difference | None:
    """Where a sheet and a file differ; None where they say the same."""
    columns = [name for name in schema.columns if {name} & {*sheet.head, *file.head}]
    ours = zip(*(sheet.texts[name] for name in columns), strict=True)
    theirs = zip(*(file.texts[name] for name in columns), strict=True)
    for number, (own, other) in enumerate(zip_longest(ours, theirs), start=1):
        if own is None or other is None:
            return Difference(number, "", "" if own is None else "sheet", "file")
        for name, text, written in zip(columns, own, other, strict=True):
            if text != written:
                return Difference(number, name, text, written)
    return None
