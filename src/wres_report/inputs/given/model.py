"""What is asked of a table of figures that a trust gives as they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wres_report.standard import Standard

# A row as a frame has it: numbers are floats, one that is not supplied is NaN.
Row = Mapping[str, Any]
# All columns, those that hold numbers, those that together name a row, those that may be left out.
Shape = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class GivenFigure:
    """A figure of a row. key: of the variable that prints it. display: as it is printed. column:
    where it stands. title: what a card calls it. citation: the document that it was read in."""

    key: str
    display: str
    column: str
    value: float
    unit: str
    title: str
    citation: str


@dataclass(frozen=True)
class GivenTable:
    """A table of such figures.

    name: of its file; the keys of its figures begin with it. shape: by standard. figures: of a
    row, with the word for the group under study. texts: columns that the report prints as they
    are. alone: whether it is compared with no other table and no other year. called: what a reader
    calls it, as in “the area that is served”; empty where that is its name.
    """

    name: str
    shape: Callable[[Standard], Shape]
    figures: Callable[[Row, Standard, str], Iterator[GivenFigure]]
    texts: tuple[str, ...]
    alone: bool
    called: str = ""
