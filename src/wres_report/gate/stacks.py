"""A table of many trust-years, one under the other, as the suites look at it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import pandas as pd

from wres_report.gate.validation import POSITION
from wres_report.gate.years import YearTables
from wres_report.inputs.trust_year import TrustYear


@dataclass(frozen=True)
class Part:
    """The rows of one trust-year in a stack: from ``start`` up to before ``end``."""

    trust_year: TrustYear
    file: str
    start: int
    end: int


@dataclass(frozen=True)
class Stack:
    """columns: by name, each with one value for each row. parts: the trust-years, in order.

    Plain lists: pandas would spend more on the many small tables than all the checks cost.
    """

    columns: dict[str, Sequence[Any]]
    parts: tuple[Part, ...] = ()

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def row(self, position: int) -> dict[str, Any]:
        return {name: column[position] for name, column in self.columns.items()}

    def rows(self, part: Part, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The columns of these names in the rows of one trust-year."""
        columns = [self.columns[name][part.start : part.end] for name in names]
        for values in zip(*columns, strict=True):
            yield dict(zip(names, values, strict=True))

    def frame(self, names: Iterable[str], rows: Sequence[int] | None = None) -> pd.DataFrame:
        """The columns of these names, so far as there are such, and the positions.

        rows: by position, those that the frame is to have; None for all.
        """
        chosen = {name: self.columns[name] for name in names if name in self.columns}
        if rows is None or len(rows) == len(self):
            return pd.DataFrame({**chosen, POSITION: range(len(self))})
        some = {name: [column[row] for row in rows] for name, column in chosen.items()}
        return pd.DataFrame({**some, POSITION: rows})


def stacked(table: str, years: Iterable[YearTables], renamed: Mapping[str, str]) -> Stack:
    """The table as it is written, of those trust-years that supply it.

    renamed: columns of the table that get another name. Columns: trust, year, file, file_row and
    those of the table, as text.
    """
    supplied = [(year, year.tables[table]) for year in years if table in year.tables]
    parts, start = [], 0
    for year, cells in supplied:
        end = start + len(cells)
        parts.append(Part(year.trust_year, year.file(table), start, end))
        start = end
    if not parts:
        return Stack({})
    columns: dict[str, Sequence[Any]] = {
        "trust": _repeated((part.trust_year.code, part) for part in parts),
        "year": _repeated((part.trust_year.year, part) for part in parts),
        "file": _repeated((part.file, part) for part in parts),
        "file_row": _chained(cells.file_rows for _, cells in supplied),
    }
    for name in supplied[0][1].texts:
        columns[renamed.get(name, name)] = _chained(cells.texts[name] for _, cells in supplied)
    return Stack(columns, tuple(parts))


def _repeated(values: Iterable[tuple[Any, Part]]) -> list[Any]:
    return _chained(repeat(value, part.end - part.start) for value, part in values)


def _chained(lists: Iterable[Iterable[Any]]) -> list[Any]:
    return list(chain.from_iterable(lists))
