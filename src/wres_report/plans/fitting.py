"""Makes the usual layouts show what a plan holds: a column for each field that is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wres_report.plans.layout import Column, Layout
from wres_report.plans.model import Action

# More are too narrow to be read on a page of paper.
MOST_COLUMNS = 9
# In the order in which room is given to them; each is shown with the column it belongs to.
FURTHER = (
    Column(("rag", "progress"), "Progress"),
    Column(("theme",), "Theme"),
    Column(("monitoring",), "How success is measured"),
    Column(("rationale",), "Why"),
    Column(("outcome",), "Expected outcome"),
    Column(("priorities",), "Priorities"),
    Column(("note",), "Note"),
    Column(("carried_over_from",), "Carried over from"),
    Column(("references",), "See also"),
)
FIELDS = {"references": ("see_actions", "see_plans")}
# In place of one of the usual columns that a plan leaves empty.
MAY_GO = ("objective",)


def fitted(layout: Layout, actions: Sequence[Action]) -> tuple[Layout, tuple[str, ...]]:
    """The layout with a column for what is filled, and in words what there is no room for.

    Only the usual layouts are changed; what settings choose stays as they say.
    """
    if not layout.usual:
        return layout, ()
    shown = {part for column in layout.columns for part in column.show}
    wanted = [c for c in FURTHER if not shown & set(c.show) and _filled(c, actions)]
    columns = list(layout.columns)
    if wanted:
        columns = [c for c in columns if not set(c.show) <= set(MAY_GO) or _filled(c, actions)]
    room = max(MOST_COLUMNS - len(columns), 0)
    left = tuple(column.heading.lower() for column in wanted[room:])
    return replace(layout, columns=(*columns, *wanted[:room])) if wanted else layout, left


def _filled(column: Column, actions: Sequence[Action]) -> bool:
    fields = [field for part in column.show for field in FIELDS.get(part, (part,))]
    return any(getattr(action, field) for action in actions for field in fields)
