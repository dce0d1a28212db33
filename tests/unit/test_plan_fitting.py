"""The usual layout shows what a plan holds."""

from __future__ import annotations

import pickle
from dataclasses import replace

from wres_report.plans.fitting import FURTHER, MOST_COLUMNS, fitted
from wres_report.plans.layout import USUAL, USUAL_LAST, layout_of
from wres_report.plans.model import Action, action_of

PLAIN = action_of({"id": "1", "indicators": "3", "action": "Train", "lead": "HR"})
FULL = replace(
    PLAIN, theme="Fair", objective="Parity", rag="Red", progress="Begun", monitoring="KPI",
    rationale="Gap", outcome="Trust", priorities=("HIA1",), note="Ask", see_actions=("2",),
    carried_over_from="2020",
)  # fmt: skip


def shown(actions: list[Action]) -> set[str]:
    layout, _ = fitted(USUAL, actions)
    return {part for column in layout.columns for part in column.show}


def test_state_progress_and_measure_of_an_imported_plan_are_shown() -> None:
    action = replace(PLAIN, rag="Amber", progress="Begun", monitoring="Fewer cases")
    assert {"rag", "progress", "monitoring"} <= shown([action])


def test_what_has_no_room_is_named() -> None:
    for usual in (USUAL, USUAL_LAST):
        layout, left = fitted(usual, [FULL])
        parts = {part for column in layout.columns for part in column.show}
        assert len(layout.columns) <= MOST_COLUMNS
        for column in FURTHER:
            assert set(column.show) & parts or column.heading.lower() in left


def test_a_plan_that_holds_no_more_and_a_layout_of_settings_stay_as_they_are() -> None:
    assert fitted(USUAL, [PLAIN]) == (USUAL, ())
    own = layout_of({"columns": [{"show": "action", "heading": "Action"}]}, USUAL)
    assert fitted(own, [FULL]) == (own, ())


def test_a_layout_from_another_process_fits_as_well() -> None:
    for usual in (USUAL, USUAL_LAST):
        assert fitted(pickle.loads(pickle.dumps(usual)), [FULL]) == fitted(usual, [FULL])


def test_the_column_of_indicators_is_headed_as_the_standard_calls_them() -> None:
    layout = layout_of({}, USUAL, "metric")
    assert "Metric" in [column.heading for column in layout.columns]
    assert layout.indicator_label == "Metric"
    assert layout_of({}, USUAL) == USUAL
    assert layout_of({"indicator_label": "Aim"}, USUAL, "metric").indicator_label == "Aim"
