"""The layout of a plan: columns, grouping, legend, values, priorities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wres_report.plans.layout_schema import COMPUTED
from wres_report.words import capitalised

# What belongs to the group of an action, so that its cell is one for the whole group.
OF_GROUP = frozenset({"theme", "objective", "indicators", "priorities", *COMPUTED} - {"references"})


@dataclass(frozen=True)
class Column:
    """show: what stands in it, one thing below the other. year: the WRES year of a ``value``.

    width: relative to the other columns; 0 lets the content decide.
    """

    show: tuple[str, ...]
    heading: str
    width: float = 0.0
    year: int = 0

    @property
    def of_group(self) -> bool:
        """Whether its cell is one for the whole group."""
        return all(part in OF_GROUP for part in self.show)


@dataclass(frozen=True)
class State:
    """A state of the trust's legend. done: an action in it needs nothing more."""

    state: str
    colour: str = "grey"
    done: bool = False


@dataclass(frozen=True)
class Group:
    """What a layout says of one group. indicators: the words for them. values: of which
    indicators the figures are shown; None shows those of the actions."""

    name: str
    indicators: str = ""
    values: tuple[int, ...] | None = None


@dataclass(frozen=True)
class Layout:
    """The layout of a plan; fields as in ``layout_schema.LAYOUT_SCHEMA``.

    title: of the table; empty for the usual one. priorities: title of a list, and its items by
    id. high_impact_actions: whether the six of the
    NHS equality improvement plan are listed before the plan.
    """

    columns: tuple[Column, ...]
    title: str = ""
    group_by: str = "none"
    groups_as: str = "cells"
    actions_as: str = "rows"
    list_by: str = "none"
    show_ids: bool = False
    indicator_label: str = "Indicator"
    high_impact_actions: bool = False
    value_years: tuple[int, ...] = ()
    aims: Mapping[int, str | float] = field(default_factory=dict)
    positions: Mapping[int, str] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    legend: tuple[State, ...] = ()
    priorities: tuple[tuple[str, Mapping[str, str]], ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    usual: bool = False  # whether its columns are those of no settings, which fit what a plan fills

    def group(self, name: str) -> Group:
        """What the layout says of the group of that name; nothing where it does not say."""
        return next((group for group in self.groups if group.name == name), Group(name))

    def state(self, name: str) -> State | None:
        """The state that a cell names, whatever its capitals; None where the legend has none."""
        wanted = name.casefold()
        return next((s for s in self.legend if s.state.casefold() == wanted), None)

    def legend_for(self, ratings: Iterable[str]) -> tuple[State, ...]:
        """The legend to show; of the usual one, which is long, the states that are given."""
        if self.legend != USUAL_LEGEND:  # equal, not the same: it may come from another process
            return self.legend
        given = {self.state(rating) for rating in ratings}
        return tuple(state for state in self.legend if state in given)

    @property
    def priority_ids(self) -> frozenset[str]:
        return frozenset(id for _, items in self.priorities for id in items)


# Last year's plan and this year's, where the settings give no layout of their own.
USUAL_LEGEND = (
    State("Red", "red"), State("Amber", "amber"), State("Green", "green"),
    State("Not started", "grey"), State("At risk", "amber"), State("Off track", "red"),
    State("On track", "green"), State("Delivered", "blue", done=True),
    State("Complete", "blue", done=True), State("Completed", "blue", done=True),
    State("Closed", "grey", done=True), State("Blue", "blue", done=True),
    State("Amber/Red", "amber"), State("Red/Amber", "amber"), State("Amber/Green", "amber"),
    State("Green/Amber", "amber"), State("In progress"), State("Ongoing"), State("Overdue", "red"),
    State("Not yet started"), State("Achieved", "blue", done=True),
)  # fmt: skip
USUAL = Layout(
    columns=(
        Column(("id",), "No."),
        Column(("objective",), "Outcome"),
        Column(("action",), "Actions"),
        Column(("indicators",), "Indicator"),
        Column(("timeframe",), "When"),
        Column(("lead",), "Lead"),
    ),
    legend=USUAL_LEGEND,
    usual=True,
)
USUAL_LAST = Layout(
    columns=(
        Column(("indicators",), "Indicator"),
        Column(("objective",), "Objective"),
        Column(("action",), "Actions"),
        Column(("timeframe",), "Timescale"),
        Column(("lead",), "Lead"),
        Column(("rag", "progress"), "Progress"),
    ),
    legend=USUAL_LEGEND,
    usual=True,
)


def layout_of(settings: Mapping[str, Any], usual: Layout, noun: str = "indicator") -> Layout:
    """The layout that settings give, checked against ``LAYOUT_SCHEMA`` already.

    What they leave out is as in ``usual``. noun: what the standard calls an indicator.
    """
    label = capitalised(noun)
    simple = {
        name: settings[name]
        for name in ("title", "group_by", "groups_as", "actions_as", "list_by", "show_ids",
                     "indicator_label", "high_impact_actions")
        if name in settings
    }  # fmt: skip
    return Layout(
        columns=tuple(map(_column, settings["columns"])) if "columns" in settings
        else tuple(replace(c, heading=label) if c.show == ("indicators",) else c
                   for c in usual.columns),
        value_years=tuple(settings.get("value_years", ())),
        aims={int(number): aim for number, aim in settings.get("aims", {}).items()},
        positions={int(number): text for number, text in settings.get("positions", {}).items()},
        groups=tuple(map(_group, settings.get("groups", ()))),
        legend=tuple(State(**state) for state in settings["legend"]) if "legend" in settings
        else usual.legend,
        priorities=tuple((p["title"], dict(p["items"])) for p in settings.get("priorities", ())),
        sources=tuple((s["text"], s["address"]) for s in settings.get("sources", ())),
        usual=usual.usual and "columns" not in settings,
        **{"indicator_label": label, **simple},
    )  # fmt: skip


def _column(settings: Mapping[str, Any]) -> Column:
    show = settings["show"]
    return Column(
        (show,) if isinstance(show, str) else tuple(show),
        settings["heading"],
        settings.get("width", 0.0),
        settings.get("year", 0),
    )


def _group(settings: Mapping[str, Any]) -> Group:
    values = settings.get("values")
    return Group(
        settings["name"],
        settings.get("indicators", ""),
        None if values is None else tuple(values),
    )
