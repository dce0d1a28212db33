"""The tables of figures that a trust gives as they stand. A new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from wres_report.inputs.given.facts import FACTS
from wres_report.inputs.given.locality import LOCALITY
from wres_report.inputs.given.model import GivenFigure, GivenTable, Row
from wres_report.standard import Standard

if TYPE_CHECKING:
    import pandas as pd

GIVEN: dict[str, GivenTable] = {table.name: table for table in (LOCALITY, FACTS)}


def rows_and_figures(
    tables: Mapping[str, pd.DataFrame], standard: Standard, term: str
) -> Iterator[tuple[str, Row, GivenFigure]]:
    """Every figure of these tables with its table's name and its row.

    tables: by name; those of other shapes are passed over. term: the word for the group.
    """
    for name, table in GIVEN.items():
        for row in tables[name].to_dict("records") if name in tables else ():
            for figure in table.figures(row, standard, term):
                yield name, row, figure


def printed(tables: Mapping[str, pd.DataFrame], standard: Standard) -> dict[str, str]:
    """Every figure of these tables by the key of its variable, as it is printed."""
    found = rows_and_figures(tables, standard, standard.groups.term)
    return {figure.key: figure.display for _, _, figure in found}
