"""Shards: every trust-year in exactly one, whatever the order they are named in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.faults import Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.options import Shard

TRUST_YEARS = st.lists(
    st.builds(TrustYear, st.sampled_from(["RV9", "ZZX", "R1L"]), st.integers(2015, 2030)),
    unique=True,
)


@given(trust_years=TRUST_YEARS, count=st.integers(1, 9), data=st.data())
def test_the_shards_together_are_everything_once(
    trust_years: list[TrustYear], count: int, data: st.DataObject
) -> None:
    parts = [
        Shard(index, count).of(data.draw(st.permutations(trust_years)))
        for index in range(1, count + 1)
    ]
    assert sorted(t for part in parts for t in part) == sorted(trust_years)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


@pytest.mark.parametrize("text", ["0/3", "4/3", "3", "1/0", "a/b", "1/3/5", "-1/3", "²/3", ""])
def test_anything_else_is_no_shard(text: str) -> None:
    with pytest.raises(Fault, match="is not a shard"):
        Shard.parse(text)


def test_a_shard_is_written_as_it_is_read() -> None:
    assert str(Shard.parse("3/8")) == "3/8"
