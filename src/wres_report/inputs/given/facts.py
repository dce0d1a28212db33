"""``facts.csv``: figures that no other table holds, such as the number of a trust's sites."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.inputs.given.model import GivenFigure, GivenTable, Row, Shape
from wres_report.standard import Standard
from wres_report.words import capitalised

NAME = "facts"
# What the name of a fact writes in small letters, and a reader with others.
SHORT_FORMS = {"km2": "km²", "nhs": "NHS", "wres": "WRES", "wdes": "WDES", "uk": "UK"}


def _shape(_standard: Standard) -> Shape:
    return ("key", "value", "unit", "display", "source"), ("value",), ("key",), ()


def _figures(row: Row, standard: Standard, term: str) -> Iterator[GivenFigure]:
    name = row["key"]
    if name:
        called = {**SHORT_FORMS, standard.groups.study: term}
        words = " ".join(called.get(part, part) for part in name.split("_"))
        yield GivenFigure(
            f"{NAME}.{name}", row["display"], "display", row["value"], row["unit"],
            capitalised(words), row["source"],
        )  # fmt: skip


FACTS = GivenTable(NAME, _shape, _figures, texts=("display", "source"), alone=True,
                   called="facts in own words")  # fmt: skip
