"""Figures that differ: their change in the right unit, and what chance has to do with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.diff_tools import RATIO, WORSE, a_build, changes, percent, ratio, the_change
from wres_report.diff.model import Tier
from wres_report.faults import ExitStatus, Fault
from wres_report.measures.value import Status, Unit, Value, absent, count


def test_a_changed_headline_of_one_year_is_in_the_first_tier_and_not_weighed() -> None:
    old, new = a_build(values={"i2.ratio": RATIO}), a_build(values={"i2.ratio": ratio(1.51)})
    tier, change = the_change(old, new)
    assert tier is Tier.HEADLINES
    assert (change.old, change.new, change.change) == ("1.50", "1.51", "+0.01")
    assert change.within_noise is None
    assert change.where == "data/ZZX/2021/recruitment.csv"


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        (percent(31.5), percent(25.5), ("31.5%", "25.5%", "−6.0 pp")),
        (Value(7.2, Unit.PP), Value(-1.2, Unit.PP), ("+7.2 pp", "−1.2 pp", "−8.4 pp")),
        (ratio(1.5), ratio(1.38), ("1.50", "1.38", "−0.12")),
        (count(1015), count(2101), ("1,015", "2,101", "+1,086")),
        (Value(6.5, Unit.SCORE), Value(6.9, Unit.SCORE), ("6.5", "6.9", "+0.4")),
        (percent(10.111), percent(10.122, decimals=2), ("10.1%", "10.12%", "+0.01 pp")),
    ],
)
def test_a_change_has_the_unit_of_a_difference(
    was: Value, now: Value, told: tuple[str, str, str]
) -> None:
    _, change = the_change(a_build(values={"x.y": was}), a_build(values={"x.y": now}))
    assert (change.old, change.new, change.change) == tuple(t.replace(" ", "\u00a0") for t in told)


def test_a_change_below_the_printed_decimals_is_shown_with_as_many_as_it_takes() -> None:
    old, new = a_build(values={"x.y": ratio(0.6402)}), a_build(values={"x.y": ratio(0.6404)})
    _, change = the_change(old, new)
    assert (change.old, change.new, change.change) == ("0.6402", "0.6404", "+0.0002")


def test_an_interval_that_alone_is_another_is_told_with_its_ends() -> None:
    old = a_build(values={"i2.ratio": RATIO})
    new = a_build(values={"i2.ratio": replace(RATIO, high=2.0, n=800)})
    tier, change = the_change(old, new)
    assert (tier, change.kind) == (Tier.HEADLINES, "interval")
    assert change.old == "1.50 (1.20 to 1.90, n 900)"
    assert change.new == "1.50 (1.20 to 2.00, n 800)"


def test_what_one_build_of_a_year_suppresses_the_other_does_not_tell() -> None:
    hidden = absent(Unit.PERCENT, Status.SUPPRESSED, "small number")
    old, new = a_build(values={"x.y": percent(12.0)}), a_build(values={"x.y": hidden})
    _, change = the_change(old, new)
    assert (change.old, change.new, change.change) == ("shown", "suppressed", None)
    _, change = the_change(new, old)
    assert (change.old, change.new, change.change) == ("suppressed", "shown", None)
    assert not changes(new, new)


def test_another_year_may_show_what_this_year_suppresses() -> None:
    hidden = absent(Unit.PERCENT, Status.SUPPRESSED, "small number")
    old, new = a_build(2020, values={"x.y": percent(12.0)}), a_build(2021, values={"x.y": hidden})
    assert the_change(old, new)[1].old == "12.0%"


def test_a_figure_that_one_build_does_not_have_is_absent_there() -> None:
    _, change = the_change(a_build(), a_build(values={"x.y": percent(12.0)}))
    assert (change.old, change.new, change.change) == (None, "12.0%", None)


def test_figures_of_two_units_have_no_change() -> None:
    old, new = a_build(values={"x.y": percent(12.0)}), a_build(values={"x.y": ratio(1.2)})
    assert the_change(old, new)[1].change is None


@pytest.mark.parametrize(
    ("was", "now", "within", "tier"),
    [
        (percent(30.0, 3), percent(31.0, 3), True, Tier.NOISE),
        (percent(30.0, 1), percent(40.0, 1), False, Tier.FIGURES),
        # 4.2 is just below the root of 3² + 3², 4.3 just above it.
        (percent(30.0, 3), percent(34.2, 3), True, Tier.NOISE),
        (percent(30.0, 3), percent(34.3, 3), False, Tier.FIGURES),
        (percent(30.0), percent(40.0), None, Tier.FIGURES),
        # One side without an interval: within chance may be told, beyond it may not.
        (percent(30.0, 3), percent(31.0), True, Tier.NOISE),
        (percent(30.0, 3), percent(40.0), None, Tier.FIGURES),
        (count(30), count(40), None, Tier.FIGURES),
    ],
)
def test_between_two_years_the_interval_of_the_change_decides(
    was: Value, now: Value, within: bool | None, tier: Tier
) -> None:
    old, new = a_build(2020, values={"x.y": was}), a_build(2021, values={"x.y": now})
    found, change = the_change(old, new)
    assert (found, change.within_noise) == (tier, within)


def test_a_headline_within_chance_is_no_headline_change() -> None:
    old = a_build(2020, values={"i5.gap": percent(7.0, 5), "i2.ratio": ratio(1.1, 1.0, 1.2)})
    new = a_build(2021, values={"i5.gap": percent(8.0, 5), "i2.ratio": ratio(1.9, 1.8, 2.0)})
    found = changes(old, new)
    assert found["i5.gap"][0] is Tier.NOISE
    assert found["i2.ratio"][0] is Tier.HEADLINES


def test_years_on_two_bases_are_not_compared() -> None:
    old = a_build(2021, values={"i7.gap": percent(7.0, 1)})
    new = a_build(2022, values={"i7.gap": percent(20.0, 1)})
    tier, change = the_change(old, new)
    assert (tier, change.change, change.within_noise) == (Tier.HEADLINES, None, None)
    assert "measured on another basis" in change.where


def test_one_group_stands_for_a_gap_that_nobody_supplied() -> None:
    old = a_build(values={"i5.gap": absent(Unit.PP), "i5.bme_percent": percent(30.0)})
    new = a_build(values={"i5.gap": absent(Unit.PP), "i5.bme_percent": percent(33.0)})
    assert the_change(old, new)[0] is Tier.HEADLINES


def test_a_verdict_that_is_another_comes_first() -> None:
    none = {"code": "no_clear_difference", "shape": "●", "words": "no clear difference"}
    old = a_build(values={"i2.ratio": RATIO}, verdicts={"i2": WORSE})
    new = a_build(values={"i2.ratio": ratio(1.1)}, verdicts={"i2": none})
    first, second = changes(old, new).values()
    assert (first[0], first[1].key) == (Tier.HEADLINES, "i2.verdict")
    assert first[1].old == "▲ worse for BME staff"
    assert first[1].new == "● no clear difference"
    assert second[1].key == "i2.ratio"


def test_between_two_years_a_report_s_own_look_back_is_no_change() -> None:
    values = {"i2.ratio": RATIO, "i2.ratio.previous": ratio(1.2), "i2.ratio.change": ratio(0.3)}
    old, new = a_build(2020, values={"i2.ratio": RATIO}), a_build(2021, values=values)
    assert set(changes(old, new)) == {"i2.ratio"}
    assert changes(old, new)["i2.ratio"][0] is Tier.BASIS


def test_beyond_chance_comes_before_what_cannot_be_weighed_and_headcounts_last() -> None:
    old = a_build(2020, values={"a.a": count(1), "b.b": percent(1.0), "c.c": percent(1.0, 0.1)})
    new = a_build(2021, values={"a.a": count(2), "b.b": percent(9.0), "c.c": percent(9.0, 0.1)})
    assert list(changes(old, new)) == ["c.c", "b.b", "a.a"]


def test_a_fact_that_a_trust_gives_as_text_is_told() -> None:
    old = a_build(variables={"facts.sites": "41", "i2.ratio": "1.5"})
    new = a_build(variables={"facts.sites": "42", "i2.ratio": "1.6"})
    tier, change = the_change(old, new)
    assert (tier, change.kind, change.old, change.new) == (Tier.FIGURES, "fact", "41", "42")


def test_two_trusts_are_not_compared() -> None:
    with pytest.raises(Fault, match="two trusts") as caught:
        changes(a_build(), a_build(code="RV9"))
    assert caught.value.status is ExitStatus.USAGE


def test_what_a_plan_adds_up_to_is_one_change_however_many_counts_there_are() -> None:
    old = a_build(2020, values={f"plan.i{n}": count(n) for n in range(1, 10)})
    new = a_build(2021, values={f"plan.i{n}": count(n + n % 2) for n in range(1, 10)})
    tier, change = the_change(old, new)
    assert (tier, change.key, change.where) == (Tier.WORDS, "plan", "data/ZZX/2021/actions.csv")
    assert change.old == (
        "indicator 1: 1, indicator 3: 3, indicator 5: 5, indicator 7: 7, indicator 9: 9"
    )
    assert change.new == (
        "indicator 1: 2, indicator 3: 4, indicator 5: 6, indicator 7: 8, indicator 9: 10"
    )


def test_plans_that_add_up_to_the_same_differ_in_no_count() -> None:
    same = {f"plan.i{n}": count(n) for n in range(1, 10)}
    assert changes(a_build(2020, values=same), a_build(2021, values=same)) == {}
