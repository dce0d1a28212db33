"""The tables of a trust-year: their columns, which of them are numbers, what each is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.spellings import vocabulary_of, words_of_heads
from wres_report.plans.model import PLAN_COLUMNS
from wres_report.standard import Standard, load_standard

WORKFORCE, SURVEY, BOARD = "workforce", "survey", "board"


@dataclass(frozen=True)
class TableSchema:
    """name: the file's name without ``.csv``. columns: in order. numbers: those that hold numbers.

    key: the columns that together name a row. optional: columns that a file may leave out.
    vocabulary: the names that columns may hold, by column and plain form. heads: other words for
    its columns, by plain form.
    """

    name: str
    columns: tuple[str, ...]
    numbers: tuple[str, ...]
    key: tuple[str, ...]
    optional: tuple[str, ...] = ()
    vocabulary: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False)
    heads: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column not in self.optional)


# What a file must have; the rest of a plan's columns may be left out.
_PLAN_REQUIRED = ("id", "indicators", "action", "lead", "timeframe")
_PLAN_OPTIONAL = tuple(name for name in PLAN_COLUMNS if name not in _PLAN_REQUIRED)
# A row of last year's plan may give its id and what became of it alone.
_PROGRESS_OPTIONAL = tuple(name for name in PLAN_COLUMNS if name != "id")


@cache
def tables_of(standard: Standard) -> dict[str, TableSchema]:
    """The tables of a standard by name: those that its indicators are made from come first."""
    used = {name for indicator in standard.indicators for name in indicator.tables}
    shapes = [
        *([_workforce(standard)] if WORKFORCE in used else []),
        *_cases(standard),
        *([_survey(standard)] if SURVEY in used else []),
        *([_board(standard)] if BOARD in used else []),
        *_of_every_standard(standard),
    ]
    return {name: _schema(standard, name, *shape) for name, *shape in shapes}


def counted_tables(standard: Standard) -> tuple[str, ...]:
    """The tables of people of whom small numbers are hidden; a board's members are known."""
    known = tables_of(standard)
    return tuple(name for name in (WORKFORCE, *standard.case_tables) if name in known)


Shape = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _schema(
    standard: Standard, name: str, columns: tuple[str, ...], numbers: tuple[str, ...],
    key: tuple[str, ...], optional: tuple[str, ...],
) -> TableSchema:  # fmt: skip
    return TableSchema(
        name, columns, numbers, key, optional, vocabulary_of(standard, name),
        words_of_heads(standard),
    )  # fmt: skip


def _workforce(standard: Standard) -> Shape:
    names = standard.groups.names
    key = ("staff_group", "band")
    return WORKFORCE, (*key, *names), names, key, ()


def _cases(standard: Standard) -> list[Shape]:
    names = standard.groups.names
    shapes: list[Shape] = []
    for indicator in standard.indicators:
        rows = indicator.cases
        if rows is not None:
            basis = ("basis",) if rows.has_basis else ()
            columns = (rows.column, *names, *basis)
            shapes.append((rows.table, columns, names, (rows.column,), basis))
    return shapes


def _survey(standard: Standard) -> Shape:
    part = ("part",) if any(i.part for i in standard.indicators) else ()
    key = ("indicator", *part, "survey_year", "group")
    scores = bool(standard.of_kind("score"))
    figures = (
        "percent", *(["score"] if scores else []), "responses", "benchmark_percent",
        *(["benchmark_score"] if scores else []),
    )  # fmt: skip
    numbers = ("indicator", "survey_year", *figures)
    return SURVEY, (*key, *figures, "release"), numbers, key, ("release",)


def _board(standard: Standard) -> Shape:
    names = standard.groups.names
    return BOARD, ("membership", *names), names, ("membership",), ()


def _of_every_standard(standard: Standard) -> list[Shape]:
    given = [(name, *table.shape(standard)) for name, table in GIVEN.items()]
    return [
        (
            "reported",
            ("indicator", "measure", "year", "group", "value", "unit", "source"),
            ("indicator", "year", "value"),
            ("indicator", "measure", "year", "group"),
            (),
        ),
        *given,
        ("actions", PLAN_COLUMNS, (), ("id",), _PLAN_OPTIONAL),
        ("progress", PLAN_COLUMNS, (), ("id",), _PROGRESS_OPTIONAL),
        (
            "published",
            (
                "key", "page_or_section", "printed", "value", "unit", "note", "verdict_expected",
                "reason",
            ),
            ("value",),
            (),
            ("note",),
        ),
    ]  # fmt: skip


# Those of the standard that trust-years are of where they name none.
TABLES = tables_of(load_standard())
