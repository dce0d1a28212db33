"""An action plan as a table, in the layout that the settings give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.markdown import escape
from wres_report.plans.layout import Column, Group, Layout
from wres_report.plans.model import ALL, Action
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import Cell, Line, list_table
from wres_report.report.parts.plan_parts import PlanParts

# What belongs to a theme, which may hold several objectives.
OF_THEME = frozenset({"theme", "priorities"})
# What a page narrows a plan down by, and the mark of a column that begins with it.
FILTERED = {"indicators": "by-indicator", "lead": "by-lead", "rag": "by-state"}


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
    groups = [_rows(parts, layout, group) for group in group_actions(actions, layout)]
    _merge_themes(layout, groups)
    lines = [line for group in groups for line in group.lines()]
    widths = [column.width for column in layout.columns]
    return list_table(
        [column.heading for column in layout.columns],
        lines,
        label=label,
        caption=escape(caption),
        widths=widths if all(widths) else (),
        marks=[FILTERED.get(column.show[0], "") for column in layout.columns],
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
        named = action.numbers or action.indicators == ALL
        return action.indicators if named else f"{action.indicators} {action.theme}"
    return action.theme if group_by == "theme" else f"{action.theme}\n{action.objective}"


def _group_named(layout: Layout, action: Action) -> Group:
    """What the layout says of a group, by its theme, or by its indicators."""
    name = action.indicators if layout.group_by == "indicator" else action.theme
    return layout.group(name)


@dataclass
class _Rows:
    """The rows of one group. grid: for each row a cell for each column, or None where the cell
    above reaches down to it. heading: a row of its own above them."""

    theme: str
    grid: list[list[Cell | None]]
    heading: Cell | None = None
    starts: bool = True

    def lines(self) -> list[Line]:
        head = [Line((self.heading,), group_head=True)] if self.heading else []
        return head + [
            Line(tuple(cell for cell in row if cell is not None), new_group=self.starts and n == 0)
            for n, row in enumerate(self.grid)
        ]


def _rows(parts: PlanParts, layout: Layout, group: _ActionGroup) -> _Rows:
    """The rows of a group: its own cells span what the actions or the indicators need."""
    lanes = [_lane(parts, layout, column, group) for column in layout.columns]
    height = max(map(len, lanes))
    grid: list[list[Cell | None]] = [
        [_cell_at(lane, row, height) for lane in lanes] for row in range(height)
    ]
    return _Rows(group.actions[0].theme, grid, _group_heading(parts, layout, group))


def _cell_at(lane: list[tuple[str, ...]], row: int, height: int) -> Cell | None:
    if len(lane) > 1:
        return Cell(lane[row])
    return Cell(lane[0], rows=height) if row == 0 else None


def _merge_themes(layout: Layout, groups: list[_Rows]) -> None:
    """One cell for a theme over several objectives, where both are columns of their own."""
    if layout.group_by != "objective" or layout.groups_as == "rows":
        return
    outer = [n for n, column in enumerate(layout.columns) if OF_THEME.issuperset(column.show)]
    if len(outer) == len(layout.columns):  # each objective needs a cell of its own
        return
    tops: dict[int, Cell] = {}
    before: _Rows | None = None
    for group in groups:
        same_theme = before is not None and group.theme == before.theme
        group.starts = not (same_theme and outer)
        for column in outer:
            cell, top = group.grid[0][column], tops.get(column)
            assert cell is not None
            if same_theme and top is not None and top.blocks == cell.blocks:
                top.rows += cell.rows
                group.grid[0][column] = None
            else:
                tops[column] = cell
        before = group


def _group_heading(parts: PlanParts, layout: Layout, group: _ActionGroup) -> Cell | None:
    if layout.groups_as != "rows" or layout.group_by == "none":
        return None
    column = Column(_heading_parts(layout), "")
    return Cell(parts.blocks(column, group.group, group.actions), columns=len(layout.columns))


def shown_parts(layout: Layout) -> set[str]:
    """What a layout shows, in its columns and in the rows that head its groups."""
    heads = _heading_parts(layout) if layout.groups_as == "rows" else ()
    return {*heads, *(name for column in layout.columns for name in column.show)}


def _heading_parts(layout: Layout) -> tuple[str, ...]:
    return {
        "none": (),
        "indicator": ("indicator_names", "values", "result"),
        "theme": ("theme",),
        "objective": ("theme", "objective"),
    }[layout.group_by]


def _lane(
    parts: PlanParts, layout: Layout, column: Column, group: _ActionGroup
) -> list[tuple[str, ...]]:
    """The cells of one column within a group, one below the other."""
    if column.of_group and layout.group_by != "none":
        numbers = group.group.values
        # Beside actions in rows of their own, each would seem to belong to the action beside it.
        in_list = layout.actions_as == "list"
        if in_list and numbers is not None and len(numbers) > 1 and _of_indicator(column):
            return [_for_one(parts, column, group, number) for number in numbers]
        return [parts.blocks(column, group.group, group.actions)]
    if layout.actions_as == "list":
        return [parts.blocks(column, group.group, group.actions)]
    return [parts.blocks(column, group.group, (action,)) for action in group.actions]


def _of_indicator(column: Column) -> bool:
    return bool({"indicator_names", "aim", "values", "value", "position", "result"}
                & set(column.show))  # fmt: skip


def _for_one(parts: PlanParts, column: Column, group: _ActionGroup, number: int) -> tuple[str, ...]:
    """The cell of one of several indicators of a group."""
    one = Action("", str(number), theme=group.actions[0].theme)
    return parts.blocks(column, Group(group.group.name, "", (number,)), (one,))
