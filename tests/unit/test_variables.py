"""Variables: the contract's keys in the narrative, Quarto's names in the staged copy."""

from __future__ import annotations

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.narrative.variables import bind, filled, nested, quarto_name
from wres_report.words import slug

VARIABLES = {"i2.ratio": "0.64", "i2.ratio.previous": "0.97", "trust.name": "A Trust"}


def test_what_follows_the_second_part_of_a_key_is_joined() -> None:
    assert quarto_name("i2.ratio") == "i2.ratio"
    assert quarto_name("i2.ratio.previous") == "i2.ratio_previous"
    assert quarto_name("i8.bme_percent.benchmark.y2018") == "i8.bme_percent_benchmark_y2018"


def test_a_figure_and_its_previous_one_stand_side_by_side() -> None:
    assert nested(VARIABLES)["i2"] == {"ratio": "0.64", "ratio_previous": "0.97"}


def test_two_keys_that_come_out_as_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match=r"two variables are called i2\.ratio_previous"):
        nested({"i2.ratio.previous": "1", "i2.ratio_previous": "2"})


def test_binding_renames_every_variable_and_nothing_else() -> None:
    text = "Was {{< var i2.ratio.previous >}}, is {{<var i2.ratio>}}; {{< pagebreak >}}"
    assert bind(text, VARIABLES, "f.md") == (
        "Was {{< var i2.ratio_previous >}}, is {{< var i2.ratio >}}; {{< pagebreak >}}"
    )


def test_an_unknown_variable_is_told_with_its_line_and_the_nearest_ones() -> None:
    with pytest.raises(Fault) as caught:
        bind("one\ntwo {{< var i2.ratoi >}}", VARIABLES, "data/X/narrative/foreword.md")
    assert caught.value.status is ExitStatus.NARRATIVE_AT_FAULT
    assert caught.value.where == "data/X/narrative/foreword.md, line 2"
    assert "“i2.ratio”" in caught.value.action


def test_an_area_becomes_part_of_a_variable() -> None:
    assert slug("East Riding of Yorkshire") == "east_riding_of_yorkshire"


@pytest.mark.parametrize("part", ["previous", "change"])
def test_a_figure_without_one_of_last_year_says_so_instead_of_being_unknown(part: str) -> None:
    text = f"\nIt was {{{{< var i1.bme_percent.{part} >}}}}."
    with pytest.raises(Fault) as caught:
        filled(text, {"i1.bme_percent": "4.7%"}, "x.md")
    assert "no figure of last year beside “i1.bme_percent”" in caught.value.what
    assert caught.value.where == "x.md, line 2"
    assert "reported.csv" in caught.value.action
