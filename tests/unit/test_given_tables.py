"""Tables of figures that a trust gives as they stand: one room for each, and one list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from wres_report.inputs.given.model import GivenFigure, GivenTable, Row, Shape
from wres_report.inputs.given.tables import GIVEN, printed, rows_and_figures
from wres_report.inputs.tables import tables_of
from wres_report.inputs.used import read_tables
from wres_report.standard import Standard, load_standard

WRES, WDES = load_standard(), load_standard("wdes")
SOURCE = Path(__file__).resolve().parents[2] / "src" / "wres_report"
FACTS = pd.DataFrame([
    {"key": "area_km2", "value": 40.0, "unit": "count", "display": "40", "source": "A map"},
    {"key": "", "value": 1.0, "unit": "count", "display": "1", "source": ""},
    {"key": "bme_leads", "value": 3.0, "unit": "count", "display": "three", "source": "HR"},
])  # fmt: skip
AREAS = pd.DataFrame([
    {"area": "North Shire", "population": 1000.0, "population_source": "Census",
     "bme_percent": 5.26, "ethnicity_source": "Census 2", "note": ""},
    {"area": "Vale", "population": float("nan"), "population_source": "", "bme_percent": 7.0,
     "ethnicity_source": "", "note": ""},
])  # fmt: skip


def test_every_figure_has_the_key_of_its_variable_and_only_what_is_supplied_is_one() -> None:
    assert printed({"facts": FACTS, "locality": AREAS}, WRES) == {
        "facts.area_km2": "40", "facts.bme_leads": "three",
        "locality.north_shire.population": "1,000", "locality.north_shire.bme_percent": "5.3%",
        "locality.vale.bme_percent": "7.0%",
    }  # fmt: skip


def test_a_card_calls_a_figure_as_its_readers_would() -> None:
    tables = {"facts": FACTS, "locality": AREAS}
    titles = {f.key: f.title for _, _, f in rows_and_figures(tables, WRES, "global majority")}
    assert titles["facts.area_km2"] == "Area km²"
    assert titles["facts.bme_leads"] == "Global majority leads"
    assert titles["locality.vale.bme_percent"] == "Vale, global majority share"


@pytest.mark.parametrize("standard", [WRES, WDES])
@pytest.mark.parametrize("table", GIVEN.values(), ids=list(GIVEN))
def test_what_a_table_says_of_its_columns_is_so(table: GivenTable, standard: Standard) -> None:
    columns, numbers, key, optional = table.shape(standard)
    assert {*numbers, *key, *optional, *table.texts} <= set(columns)
    assert tables_of(standard)[table.name].columns == columns


def test_a_further_table_is_a_module_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def shape(_standard: Standard) -> Shape:
        return ("site", "beds"), ("beds",), ("site",), ()

    def figures(row: Row, _standard: Standard, _term: str) -> Iterator[GivenFigure]:
        yield GivenFigure(f"sites.{row['site']}", f"{row['beds']:.0f}", "beds", row["beds"],
                          "count", f"Beds, {row['site']}", "")  # fmt: skip

    monkeypatch.setitem(GIVEN, "sites", GivenTable("sites", shape, figures, ("site",), alone=True))
    tables_of.cache_clear()
    try:
        assert tables_of(WRES)["sites"].required == ("site", "beds")
        assert "sites" in read_tables(WDES)
        table = pd.DataFrame([{"site": "west", "beds": 20.0}])
        assert printed({"sites": table}, WRES) == {"sites.west": "20"}
    finally:
        monkeypatch.undo()
        tables_of.cache_clear()


def test_a_table_is_named_in_its_own_room_and_where_only_it_is_meant() -> None:
    """Beside its room: the columns that rules of the gate need, its place in the text, invented
    trusts, what a new year takes over, and the readers of files from elsewhere."""
    named = re.compile(r"""["'](facts|locality)["']""")
    elsewhere = re.compile(r"^(?:imports|demo|starting|store|cli)/|/sections(?:_of_others)?\.py$")
    found = {
        (path.relative_to(SOURCE).as_posix(), match)
        for path in SOURCE.rglob("*.py")
        for match in named.findall(path.read_text(encoding="utf-8"))
    }
    assert {entry for entry in found if not elsewhere.search(entry[0])} == {
        ("inputs/given/facts.py", "facts"), ("inputs/given/locality.py", "locality"),
        ("gate/frames.py", "facts"), ("gate/frames.py", "locality"),
        ("report/parts/indicators.py", "locality"), ("report/staging.py", "locality"),
        ("review/generated.py", "locality"),
    }  # fmt: skip
