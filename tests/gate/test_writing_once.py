"""What Great Expectations writes out once is what it would write out each time."""

from __future__ import annotations

import datetime
import enum
from typing import Any

import numpy as np
from great_expectations.core import id_dict
from great_expectations.expectations.expectation import Expectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.util import convert_to_json_serializable
from hypothesis import given
from hypothesis import strategies as st

from wres_report.gate.writing_once import plain_at_once, without_writing_again


class Colour(enum.Enum):
    RED = "red"


SINGLE = (
    st.none() | st.booleans() | st.integers() | st.text() | st.floats() | st.dates()
    | st.sampled_from([Colour.RED, np.int64(3), np.float64(0.5), np.bool_(True), b"x", range(3)])
)  # fmt: skip
DATA = st.recursive(
    SINGLE,
    lambda inner: (
        st.lists(inner)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text() | st.integers(), inner)
    ),
    max_leaves=20,
)


@given(DATA)
def test_what_is_plain_is_taken_as_the_library_takes_it(data: Any) -> None:
    ours, theirs = (
        plain_at_once(convert_to_json_serializable)(data),
        convert_to_json_serializable(data),
    )
    assert repr(ours) == repr(theirs)


@given(st.dictionaries(st.text(min_size=1), DATA))
def test_a_metric_is_identified_as_without_it(data: dict[str, Any]) -> None:
    before = id_dict.IDDict(data).to_id()
    with without_writing_again():
        assert id_dict.IDDict(data).to_id() == before


@given(st.lists(st.dictionaries(st.sampled_from("abc"), SINGLE), min_size=1, max_size=8))
def test_equal_arguments_of_other_kinds_are_identified_apart(several: list[Any]) -> None:
    several += [{"a": True, "b": None}, {"a": 1, "b": None}, {"a": 1.0, "b": None}]
    before = [id_dict.IDDict(data).to_id() for data in several]
    with without_writing_again():
        for _ in range(2):
            assert [id_dict.IDDict(data).to_id() for data in several] == before


def test_an_expectation_is_made_once_of_what_it_is_configured_with() -> None:
    def made() -> ExpectationConfiguration:
        arguments = {"column": "percent", "max_value": 100}
        return ExpectationConfiguration("expect_column_values_to_be_between", arguments)

    configuration = made()
    before = configuration.to_domain_obj()
    arguments = before._get_success_kwargs()
    with without_writing_again():
        expectation = configuration.to_domain_obj()
        assert expectation is configuration.to_domain_obj()
        assert expectation is not made().to_domain_obj()
        assert expectation == before
        expectation._get_success_kwargs()["column"] = "of somebody else"
        assert expectation._get_success_kwargs() == arguments
    assert configuration.to_domain_obj() is not expectation


def test_the_library_is_as_before_afterwards() -> None:
    configuration, convert = Expectation.configuration, id_dict.convert_to_json_serializable
    others = (ExpectationConfiguration.to_domain_obj, id_dict.IDDict.to_id)
    with without_writing_again():
        assert Expectation.configuration is not configuration
        assert id_dict.convert_to_json_serializable is not convert
    assert Expectation.configuration is configuration
    assert id_dict.convert_to_json_serializable is convert
    assert (ExpectationConfiguration.to_domain_obj, id_dict.IDDict.to_id) == others
    assert convert({"day": datetime.date(2021, 3, 31)}) == {"day": "2021-03-31"}
