"""Which published figures a trust is set beside: those that it chose, of where it is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wres_report.inputs.params import Peers
from wres_report.peers.comparators import Compared, alike, compared_with
from wres_report.standard import load_standard

FILE = Path(__file__).parents[2] / "src/wres_report/standard/wres/comparators.csv"
KNOWN = {"region": "north west", "benchmark_group": "Acute & Acute Community Trusts"}


def found(indicator: str, *kinds: str, year: int = 2025, **known: str) -> tuple[Compared, ...]:
    standard = load_standard()
    peers = Peers(published=kinds)
    return compared_with(standard, standard.indicator(indicator), year, peers, known or KNOWN)


def printed(indicator: str, kind: str, scope: str) -> dict[str, str]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return {
            row["group"]: row["value"] for row in csv.DictReader(file)
            if (row["indicator"], row["scope_kind"], row["scope"]) == (indicator, kind, scope)
        }  # fmt: skip


def test_a_trust_is_beside_england_its_region_and_its_group_in_the_order_chosen() -> None:
    both = found("i5", "benchmark_group", "region", "england")
    assert [one.kind for one in both] == ["benchmark_group", "region", "england"]
    assert [one.scope for one in both] == [
        "Acute&Acute Community Trusts", "North West", "England, NHS trusts"
    ]  # fmt: skip
    for one in both:
        own = {group: c.printed for group, c in one.by_group.items()}
        assert own == printed("i5", one.kind, one.scope)
    assert {one.kind: one.first.weighting for one in both} == {
        "benchmark_group": "unweighted", "region": "weighted", "england": "weighted"
    }  # fmt: skip


def test_all_ethnic_groups_are_shown_and_no_other_region() -> None:
    assert len(found("i7", "ethnic_group")) == 18
    assert [one.scope for one in found("i7", "region")] == ["North West"]
    assert found("i7", "region", region="the Mill Towns") == ()
    assert found("i7", "region", benchmark_group="Ambulance Trusts") == ()
    assert found("i7") == ()


def test_of_indicator_6_only_medians_are_published_and_of_2024_nothing() -> None:
    assert [one.kind for one in found("i6", "england", "region", "benchmark_group")] == [
        "benchmark_group"
    ]
    assert found("i5", "england", year=2024) == ()
    assert found("i2", "england") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("North East and Yorkshire", "NORTH EAST & YORKSHIRE", True),
        ("Acute&Acute Community Trusts", "Acute and Acute Community Trusts", True),
        ("South East", "South West", False),
        ("Community Trusts", "Acute&Acute Community Trusts", False),
    ],
)
def test_names_are_one_where_only_their_signs_differ(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
