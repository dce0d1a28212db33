"""Reads the table of all trusts, as ``wres country`` writes it."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from wres_report.faults import Fault, input_fault
from wres_report.formulas import unprotected
from wres_report.inputs.opening import check_plain
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import COUNTRY, country_file
from wres_report.inputs.workspace import Workspace
from wres_report.peers.figure import COLUMNS, TYPES, Figure

FIGURES = "country.csv"
AGAIN = "Write it again: wres country --out data/country"


@dataclass(frozen=True)
class Others:
    """What the table has of a year for one trust.

    known: a figure of the trust itself there, which names its group, region and care board; None
    where it has none. figures: of the other trusts, those that are compared.
    """

    known: Figure | None = None
    figures: tuple[Figure, ...] = ()


def others_of(workspace: Workspace, trust_year: TrustYear) -> Others:
    """The other trusts of a year; none without a table, and none for a trust that is not compared.

    Raises an input fault for a table that is none or cannot be read, with the row.
    """
    for where, path in country_file(workspace, trust_year).items():
        check_plain(path, where)
        try:
            figures = _of_year(path, path.stat().st_mtime_ns, trust_year.year)
        except OSError as error:
            raise input_fault(
                f"This table cannot be read: {error.strerror or error}.", where, AGAIN
            ) from None
        known = next((figure for figure in figures if figure.trust == trust_year.code), None)
        if known is None or known.compared:
            others = (f for f in figures if f.compared and f.trust != trust_year.code)
            return Others(known, tuple(others))
    return Others()


@lru_cache(maxsize=2)
def _of_year(path: Path, _changed: int, year: int) -> tuple[Figure, ...]:
    return tuple(_rows(path, year))


def figures_of(path: Path, indicator: str, years: Container[int]) -> Iterator[Figure]:
    """The figures of one indicator and some years of a ``country.csv``."""
    return (f for f in _rows(path, indicator=indicator) if f.year in years)


def figures_of_csv(path: Path) -> list[Figure]:
    """The figures of a ``country.csv``, as they were written."""
    return list(_rows(path))


def _rows(path: Path, year: int | None = None, indicator: str = "") -> Iterator[Figure]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        try:
            if next(rows, None) != list(COLUMNS):
                raise _no_table("These are not the columns of the table of all trusts.", 1)
            place, wanted = list(COLUMNS).index("year"), str(year)
            kind = list(COLUMNS).index("indicator")
            for row in rows:
                # Most rows of a country are of other years, or of other indicators.
                if year is not None and row[place] != wanted:
                    continue
                if not indicator or row[kind] == indicator:
                    cells = zip(COLUMNS, row, strict=True)
                    yield Figure(*(_read(name, cell) for name, cell in cells))
        except (ValueError, IndexError, TypeError, csv.Error):
            raise _no_table("This row cannot be read.", rows.line_num) from None


def _no_table(what: str, row: int) -> Fault:
    return input_fault(what, f"{COUNTRY}, row {row}", AGAIN)


def _read(name: str, text: str) -> Any:
    kind = TYPES.get(name)
    if kind == "boolean":
        return text == "true"
    if kind == "integer":
        return int(text) if text else None
    if kind == "double":
        return float(text) if text else None
    return unprotected(text)
