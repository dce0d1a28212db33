"""The first lines of a report, and the list of what could not be weighed, on few figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.plan_tools import report_of
from wres_report.marks import unmarked
from wres_report.measures import verdicts
from wres_report.measures.codec import value_as_json
from wres_report.measures.gaps import ONE_SIDED
from wres_report.measures.value import Unit, Value
from wres_report.plans.model import Action
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.headline import headline
from wres_report.report.parts.standing import (
    in_words,
    last_standing_part,
    plan_standing,
    standing_part,
)
from wres_report.report.parts.verdicts import uncertain, unclear


def reporting(
    root: Path, figures: dict[str, tuple[Value, verdicts.Verdict]], **settings: Any
) -> ReportContext:
    """A report with these figures and verdicts by results key; the others are not supplied."""
    told = {
        key.partition(".")[0]: {
            "code": verdict.code, "shape": verdict.shape, "words": verdict.words(),
            "adverse": verdict.adverse,
        }
        for key, (_, verdict) in figures.items()
    }  # fmt: skip
    report = report_of(root, {}, verdicts=told, **settings)
    for key, (value, _) in figures.items():
        report.handovers[key.partition(".")[0]].values[key] = value_as_json(value)
    return report


def ratio(number: float, low: float, high: float) -> Value:
    return Value(number, Unit.RATIO, low=low, high=high)


WORSE = (ratio(1.38, 1.2, 1.6), verdicts.WORSE)
OPEN = (ratio(1.63, 0.8, 3.3), verdicts.NO_CLEAR_DIFFERENCE)


@pytest.mark.parametrize(
    ("other", "begins"),
    [
        (OPEN, "**Furthest from parity beyond chance:** [Indicator 2]"),
        ((ratio(1.3, 0.8, 2.0), verdicts.NO_CLEAR_DIFFERENCE), "**Furthest from parity:** "),
        (
            (Value(1.7, Unit.RATIO), verdicts.WITHOUT_COUNTS),
            "**Furthest from parity beyond chance:",
        ),
        ((ratio(0.5, 0.4, 0.6), verdicts.BETTER), "**Worst for BME staff:** [Indicator 2]"),
    ],
)
def test_the_furthest_is_called_so_only_among_what_it_was_chosen_from(
    tmp_path: Path, other: tuple[Value, verdicts.Verdict], begins: str
) -> None:
    report = reporting(tmp_path, {"i2.ratio": WORSE, "i3.ratio": other})
    assert begins in headline(report)


def test_the_best_is_called_so_only_among_what_it_was_chosen_from(tmp_path: Path) -> None:
    better = (ratio(0.8, 0.7, 0.9), verdicts.BETTER)
    further = (ratio(0.6, 0.3, 1.4), verdicts.NO_CLEAR_DIFFERENCE)
    report = reporting(tmp_path, {"i2.ratio": better, "i3.ratio": further})
    assert "**Best for BME staff beyond chance:** [Indicator 2]" in headline(report)
    report = reporting(tmp_path, {"i2.ratio": better, "i3.ratio": OPEN})
    assert "**Best for BME staff:** [Indicator 2]" in headline(report)


def test_the_kind_stands_behind_what_the_furthest_is_chosen_from(tmp_path: Path) -> None:
    gap = (Value(5.0, Unit.PP, low=2.0, high=8.0), verdicts.WORSE)
    report = reporting(tmp_path, {"i2.ratio": WORSE, "i3.ratio": OPEN, "i5.gap": gap})
    assert "**Furthest from parity beyond chance, ratio:** [Indicator 2]" in headline(report)
    assert "**Furthest from parity, survey gap:** [Indicator 5]" in headline(report)


def test_a_report_without_figures_says_so_once(tmp_path: Path) -> None:
    told = headline(reporting(tmp_path, {}))
    assert "could be weighed. For none of them is there a figure to judge." in told
    assert "For nine" not in told


def test_a_group_without_responses_is_named_where_what_is_unclear_is_told(tmp_path: Path) -> None:
    gap = Value(5.0, Unit.PP, low=2.0, high=8.0, note=ONE_SIDED)
    told = unclear(reporting(tmp_path, {"i8.gap": (gap, verdicts.WORSE)}))
    assert "The White responses for indicator 8 are not supplied: the White figure is taken" in told
    assert "counts behind it" not in told


def test_the_range_of_a_gap_has_its_unit(tmp_path: Path) -> None:
    gap = (Value(0.2, Unit.PP, low=-1.4, high=1.9), verdicts.NO_CLEAR_DIFFERENCE)
    told = unmarked(uncertain(reporting(tmp_path, {"i5.gap": gap, "i3.ratio": OPEN})))
    assert "lies somewhere from −1.4 to +1.9\u00a0pp, where parity is 0." in told
    assert "lies somewhere from 0.80 to 3.30, where parity is 1.00." in told


def test_actions_are_called_actions_where_a_number_alone_could_be_a_count(tmp_path: Path) -> None:
    last = [
        Action("2.1", "1", action="A", timeframe="June 2021", rag="Red"),
        Action("6", "1", action="B", timeframe="June 2021", rag="Red"),
        Action("7", "1", action="C", timeframe="June 2021", rag="Complete"),
    ]
    report = report_of(
        tmp_path,
        {"last": last, "actions": [Action("1", "1", action="D")], "progress": last},
        as_at="2021-09-30",
    )
    told = last_standing_part(report)
    assert "Overdue on 30 September 2021: actions 2.1 and 6." in told
    assert "this year's plan: actions 2.1 and 6. A reader may ask what becomes of them." in told


def test_one_action_left_open_is_one(tmp_path: Path) -> None:
    last = [Action("6", "1", action="B", timeframe="June 2021", rag="Red")]
    tables = {"last": last, "actions": [Action("1", "1", action="D")], "progress": last}
    told = last_standing_part(report_of(tmp_path, tables, as_at="2021-09-30"))
    assert "this year's plan: action 6. A reader may ask what becomes of it." in told


def test_a_report_without_a_plan_has_no_part_on_how_it_stands(tmp_path: Path) -> None:
    assert standing_part(report_of(tmp_path, {"actions": []}, kind="full")) == ""
    actions = [Action("1", "1", action="A")]
    told = standing_part(report_of(tmp_path, {"actions": actions}, kind="full"))
    assert told.startswith("## How the plan stands {#sec-standing .unnumbered}\n\nAs at ")


def test_several_roles_lead_one_action_or_several(tmp_path: Path) -> None:
    one = Action("1", "1", action="A", lead=("Chair", "Director"))
    several = (one, Action("2", "1", action="B"))
    led = (one, Action("2", "1", action="B", lead=("Chair",)))
    for actions, words in (
        ((one,), "2 roles lead it."), (led, "2 roles lead them."),
        (several, "2 roles lead 1 of them. 1 has no lead."),
    ):  # fmt: skip
        report = report_of(tmp_path, {"actions": actions})
        assert words in in_words(plan_standing(report), "indicator")


def test_one_action_in_all_is_not_told_as_one_of_several(tmp_path: Path) -> None:
    report = report_of(tmp_path, {"actions": [Action("1", "1", action="A")]})
    assert in_words(plan_standing(report), "indicator") == (
        "The plan has 1 action. It has no due date. It names no lead."
    )
