"""An action plan as a table, in the layout that the settings give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.fragments.context import ReportContext
from wres_report.fragments.list_table import Cell, Line, list_table, paragraph, text
from wres_report.fragments.plan_parts import PlanParts
from wres_report.markdown import escape
from wres_report.plans.layout import Column, Group, Layout
from wres_report.plans.model import Action


@dataclass(frozen=True)
class _ActionGroup:
    """The actions that a layout puts together, and what it says of them."""

    group: Group
    actions: tuple[Action, ...]


def plan_table(
    report: ReportContext, layout: Layout, actions: Sequence[Action], *, label: str, caption: str
) -> str:
    """The table of a plan; its cells may hold variables."""
    parts = PlanParts(report, layout)
    groups = group_actions(actions, layout)
    lines = [line for group in groups for line in _lines(parts, layout, group)]
    widths = [column.width for column in layout.columns]
    return list_table(
        [column.heading for column in layout.columns],
        lines,
        label=label,
        caption=escape(caption),
        widths=widths if all(widths) else (),
    )


def group_actions(actions: Sequence[Action], layout: Layout) -> list[_ActionGroup]:
    """The actions by group, in the order in which the plan first names each."""
    found: dict[str, list[Action]] = {}
    for index, action in enumerate(actions):
        found.setdefault(_key(action, layout.group_by, index), []).append(action)
    return [
        _ActionGroup(_group_named(layout, members[0]), tuple(members)) for members in found.values()
    ]


def _key(action: Action, group_by: str, index: int) -> str:
    if group_by == "none":
        return str(index)
    if group_by == "indicator":
        return action.indicators if action.numbers else f"{action.indicators} {action.theme}"
    return action.theme if group_by == "theme" else f"{action.theme}\n{action.objective}"


def _group_named(layout: Layout, action: Action) -> Group:
    """What the layout says of a group, by its theme, or by its indicators."""
    name = action.indicators if layout.group_by == "indicator" else action.theme
    return layout.group(name)


def _lines(parts: PlanParts, layout: Layout, group: _ActionGroup) -> list[Line]:
    if layout.groups_as == "rows" and layout.group_by != "none":
        heading = Column(_heading_parts(layout), "")
        cell = Cell(
            parts.blocks(heading, group.group, group.actions), columns=len(layout.columns)
        )
        rest = _rows(parts, layout, group)
        return [Line((cell,), group_head=True), *rest]
    return _rows(parts, layout, group)


def _heading_parts(layout: Layout) -> tuple[str, ...]:
    return {
        "indicator": ("indicator_names", "values", "result"),
        "theme": ("theme",),
        "objective": ("theme", "objective"),
    }[layout.group_by]


def _rows(parts: PlanParts, layout: Layout, group: _ActionGroup) -> list[Line]:
    """The rows of a group: its own cells span what the actions or the indicators need."""
    lanes = [_lane(parts, layout, column, group) for column in layout.columns]
    height = max(map(len, lanes))
    # Two lanes of different lengths cannot stand side by side: the shorter becomes one cell.
    lanes = [lane if len(lane) in (1, height) else [_joined(lane)] for lane in lanes]
    lines = []
    for row in range(height):
        cells = [
            Cell(lane[row] if len(lane) > 1 else lane[0], rows=height if len(lane) == 1 else 1)
            for lane in lanes
            if len(lane) > 1 or row == 0
        ]
        lines.append(Line(tuple(cells), new_group=row == 0))
    return lines


def _lane(
    parts: PlanParts, layout: Layout, column: Column, group: _ActionGroup
) -> list[tuple[str, ...]]:
    """The cells of one column within a group, one below the other."""
    if column.of_group and layout.group_by != "none":
        numbers = group.group.values
        if numbers is not None and len(numbers) > 1 and _of_indicator(column):
            return [_for_one(parts, column, group, number) for number in numbers]
        return [parts.blocks(column, group.group, group.actions)]
    if layout.actions_as == "list":
        return [parts.blocks(column, group.group, group.actions)]
    return [parts.blocks(column, group.group, (action,)) for action in group.actions]


def _of_indicator(column: Column) -> bool:
    return bool({"indicator_names", "aim", "values", "value", "position", "result"}
                & set(column.show))  # fmt: skip


def _for_one(
    parts: PlanParts, column: Column, group: _ActionGroup, number: int
) -> tuple[str, ...]:
    """The cell of one of several indicators of a group."""
    one = Action("", str(number), theme=group.actions[0].theme)
    return parts.blocks(column, Group(group.group.name, "", (number,)), (one,))


def _joined(lane: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(block for blocks in lane for block in blocks if block != paragraph("–"))


def legend(layout: Layout, parts: PlanParts) -> str:
    """The states of the trust's own legend, each a word in its colour."""
    states = " · ".join(parts.state(state.state) for state in layout.legend)
    return f"**Progress states:** {states}\n"


def sources(layout: Layout) -> str:
    return "\n".join(f"- {text(words)}: {text(address)}" for words, address in layout.sources)
