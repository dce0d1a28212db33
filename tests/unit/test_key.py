"""The name of a figure, read in its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.measures.codec import value_as_json, value_from_json
from wres_report.measures.value import Unit, Value
from wres_report.standard import Key, Parts, load_standard, read_key
from wres_report.standard.key import number_of


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("i2.ratio", Key("i2", "ratio")),
        ("i10.ratio", Key("i10", "ratio")),
        ("m4.patients_gap.previous", Key("m4", "patients_gap", form="previous")),
        ("i8.gap.benchmark.y2019", Key("i8", "gap", benchmark=True, year=2019)),
        ("i5.bme_percent.change", Key("i5", "bme_percent", form="change")),
        ("national.i2_ratio", Key("national", "i2_ratio")),
        ("plan.i10", Key("plan", "i10")),
        ("previous", Key("previous")),
        ("value.y2019", Key("value", "y2019")),
    ],
)
def test_a_key_is_read_in_its_parts(text: str, key: Key) -> None:
    assert read_key(text) == key
    assert str(key) == text


PARTS = ("i1", "m10", "", "gap", "benchmark", "previous", "change", "y2019", "y2x19", "y20١٩")


@pytest.mark.parametrize(
    ("standard", "key", "parts"),
    [
        ("wres", "i2.ratio", Parts("ratio", measure="ratio")),
        ("wres", "i2.total_percent", Parts("total_percent", group="total", measure="percent")),
        ("wres", "i2.shortlisted_bme", Parts("shortlisted_bme", "shortlisted", "bme")),
        ("wres", "i5.responses_white.y2018", Parts("responses_white", "responses", "white")),
        ("wres", "i1.clinical_8a_bme_percent",
         Parts("clinical_8a_bme_percent", "clinical_8a", "bme", "percent")),
        ("wres", "i1.medical_share", Parts("medical_share", "medical", measure="share")),
        ("wres", "i9.total_difference", Parts("total_difference", "total", measure="difference")),
        ("wres", "i9.total_bme", Parts("total_bme", "total", "bme")),
        ("wdes", "m10.voting_non_disabled", Parts("voting_non_disabled", "voting", "non_disabled")),
        ("wdes", "m4.patients_disabled_percent.benchmark",
         Parts("disabled_percent", group="disabled", measure="percent")),
        ("wdes", "m9.engagement_gap", Parts("gap", measure="gap")),
    ],
)  # fmt: skip
def test_the_name_of_a_figure_says_of_what_it_is_whose_and_in_which_measure(
    standard: str, key: str, parts: Parts
) -> None:
    assert load_standard(standard).parts_of_key(key) == parts


@given(st.lists(st.sampled_from(PARTS), max_size=6).map(".".join))
def test_a_key_that_was_read_is_written_as_it_was(text: str) -> None:
    assert str(read_key(text)) == text


@pytest.mark.parametrize(
    ("stem", "number"),
    [("i1", 1), ("i10", 10), ("m10", 10), ("plan", 0), ("i", 0), ("", 0), ("i0", 0), ("i²", 0)],
)
def test_the_number_of_an_indicator_is_all_its_digits(stem: str, number: int) -> None:
    assert number_of(stem) == number


@pytest.mark.parametrize("decimals", [None, 0, 1, 3])
@pytest.mark.parametrize("unit", list(Unit))
def test_a_figure_that_was_handed_over_is_printed_as_it_was(
    unit: Unit, decimals: int | None
) -> None:
    value = Value(1234.5678, unit, low=-0.5, high=2.5, decimals=decimals)
    read = value_from_json(value_as_json(value))
    assert (read.display, read.display_interval) == (value.display, value.display_interval)


def test_the_decimals_of_results_that_do_not_say_them_are_those_that_were_printed() -> None:
    for unit in Unit:
        entry = value_as_json(Value(1234.5678, unit, decimals=2))
        del entry["decimals"]
        assert value_from_json(entry).decimals == 2
