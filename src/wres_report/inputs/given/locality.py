"""``locality.csv``: the areas that the trust serves, with their people."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.inputs.given.model import GivenFigure, GivenTable, Row, Shape
from wres_report.measures.value import Unit, write
from wres_report.standard import Standard
from wres_report.words import slug

NAME, POPULATION = "locality", "population"


def _share(standard: Standard) -> str:
    return f"{standard.groups.study}_percent"


def _shape(standard: Standard) -> Shape:
    share = _share(standard)
    columns = ("area", POPULATION, "population_source", share, "ethnicity_source", "note")
    return columns, (POPULATION, share), ("area",), ("note",)


def _figures(row: Row, standard: Standard, term: str) -> Iterator[GivenFigure]:
    for column, unit, what, source in (
        (POPULATION, Unit.COUNT, POPULATION, "population_source"),
        (_share(standard), Unit.PERCENT, f"{term} share", "ethnicity_source"),
    ):
        number = row[column]
        if number == number:  # not NaN
            yield GivenFigure(
                f"{NAME}.{slug(row['area'])}.{column}", write(number, unit), column, number,
                unit, f"{row['area']}, {what}", row[source],
            )  # fmt: skip


LOCALITY = GivenTable(
    NAME, _shape, _figures, texts=("area", "population_source", "ethnicity_source", "note"),
    alone=False, called="the area that is served",
)  # fmt: skip
