"""The points in which a plan is held beside its document: counts, columns, values, verdicts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres_report.backtest.figure import Figure
from wres_report.measures.value import Unit, write
from wres_report.plans.layout import Layout
from wres_report.plans.model import GENERAL, Action
from wres_report.plans.timeframe import Kind
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import ADDRESS
from wres_report.report.parts.plan_table import group_actions
from wres_report.report.parts.plan_values import PlanValues
from wres_report.report.parts.standing import last_standing, plan_counts, plan_standing
from wres_report.standard import read_key
from wres_report.standard.key import number_of

OF_INDICATOR = ("movement", "against_national", "aim", "plan.label")
OF_THEME = re.compile(r"^actions\.theme_([1-9][0-9]?)$")
GROUPINGS = {"objective": "theme"}


class PlanPoints:
    """The points of one report's plans, by the keys of ``published.csv``."""

    def __init__(self, report: ReportContext) -> None:
        self.report = report
        self.values = PlanValues(report, report.params.plan)

    def words(self, key: str) -> str | None:
        """A point that is told in words; None for any other key."""
        kind, number = _of_indicator(key)
        if kind in OF_INDICATOR and number:
            return self._words_of(kind, number)
        layout = self._layout(key)
        last = key.rpartition(".")[2]
        if last == "columns":
            return " · ".join(column.heading for column in layout.columns)
        if last == "group_by":
            return GROUPINGS.get(layout.group_by, layout.group_by)
        if last == "legend":
            rated = any("rag" in column.show for column in layout.columns)
            return " · ".join(state.state for state in layout.legend if rated) or "none"
        return None

    def _words_of(self, kind: str, number: int) -> str | None:
        if kind == "movement":
            movement = self.values.movement(number)
            return movement.word if movement else ""
        if kind == "aim":
            aim = self.values.aim(number)
            return aim if isinstance(aim, str) else None
        if kind == "plan.label":
            return f"{self.report.params.plan.indicator_label} {number}"
        return None

    def figure(self, key: str) -> Figure | None:
        """A point that is a figure; None where the report has none."""
        read = read_key(key)
        stem, _, white = read.figure.partition(".")
        if read.stem == "value" and number_of(stem) and read.year and white in ("", "white"):
            found = self.values.figure(number_of(stem), read.year, white or "bme")
            value = found and found.value
            return Figure(value.number, value.unit, found.display) if found and value else None
        kind, number = _of_indicator(key)
        if kind == "against_national" and number:
            national = self.values.against_national(number)
            if national is None:
                return None
            difference = national[0]
            sign = "+" if difference.unit is Unit.RATIO and difference.number > 0 else ""
            return Figure(difference.number, difference.unit, sign + difference.display)
        if kind == "aim" and number:
            aim = self.values.aim(number)
            return None if isinstance(aim, str) or aim is None else _figure(aim, Unit.RATIO)
        count = self._count(key)
        return None if count is None else _figure(count, Unit.COUNT)

    def _count(self, key: str) -> int | None:
        counts = plan_counts(self.report)
        if key in counts:
            return counts[key]
        table, _, rest = key.partition(".")
        actions = self.report.plan_of_last_year if table == "last_plan" else self.report.plan
        layout = self._layout(key)
        if not actions:
            return None
        if rest == "links":
            return self._links(actions, layout, with_preface=table == "plan")
        if rest == "dates":
            standing = (last_standing if table == "last_plan" else plan_standing)(self.report)
            frames = standing.timeframes.values()
            return sum(1 for frame in frames if frame.kind in (Kind.DAY, Kind.MONTH))
        return _counted(rest, actions, layout)

    def _links(self, actions: Sequence[Action], layout: Layout, *, with_preface: bool) -> int:
        """The web addresses of a plan, its preface and its sources, each once."""
        texts = [action.text for action in actions] + [address for _, address in layout.sources]
        texts += self.report.narrative.values() if with_preface else ()
        return len({address for text in texts for address in ADDRESS.findall(text)})

    def _layout(self, key: str) -> Layout:
        params = self.report.params
        return params.last_plan if key.startswith("last_plan.") else params.plan


def _counted(point: str, actions: Sequence[Action], layout: Layout) -> int | None:
    themes = list(dict.fromkeys(action.theme for action in actions))
    match = OF_THEME.match(point)
    if match:
        own = themes[int(match[1]) - 1 : int(match[1])]
        return sum(1 for action in actions if action.theme in own) if own else None
    kind, number = _of_indicator(point)
    if kind == "actions" and number:
        return sum(1 for action in actions if action.serves(number))
    counts = {
        "actions": len(actions),
        "actions.general": sum(1 for action in actions if action.indicators == GENERAL),
        "groups": len(group_actions(actions, layout)),
        "leads": len({lead for action in actions for lead in action.lead}),
        "states": sum(1 for action in actions if action.rag),
        "sub_actions": sum(len(action.sub_actions) for action in actions),
        "priorities": sum(len(items) for _, items in layout.priorities),
        "high_impact_actions": 6 if layout.high_impact_actions else 0,
    }
    return counts.get(point)


def _of_indicator(point: str) -> tuple[str, int]:
    """What a point such as ``aim.i2`` or ``plan.label.i2`` asks, and the number; 0 for none."""
    kind, _, stem = point.rpartition(".")
    return kind, number_of(stem)


def _figure(number: float, unit: Unit) -> Figure:
    return Figure(number, unit, write(number, unit))
