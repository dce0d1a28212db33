"""The words of a new row of a printed plan, as the cells of the plan's file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from wres_report.plans.cells import join_list
from wres_report.plans.layout import Layout
from wres_report.plans.model import PLAN_COLUMNS
from wres_report.review.cell_words import indicator_cell
from wres_report.review.flow import LINE_BREAK, Paragraph
from wres_report.review.plan_cells import NOTHING, is_list
from wres_report.review.plan_file import next_id
from wres_report.review.plans import NO_INDICATORS, NO_STATE

# What a layout calls otherwise than the file.
SAME_AS = {"indicator_names": "indicators", "indicator": "indicators"}
SHAPE = re.compile(r"\d+")


@dataclass
class NewRow:
    """cells: by column of the file. left: words that no column of the file is for. problem: why
    the row cannot be written; empty where it can."""

    cells: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    problem: str = ""


def row_of_words(
    layout: Layout, head: Collection[str], paragraphs: Sequence[Paragraph],
    neighbour: Mapping[str, str], ids: Collection[str],
) -> NewRow:  # fmt: skip
    """A row of a plan's file from the paragraphs of a row of its table.

    head: the columns of the file. neighbour: the row before it, which it shares a group with.
    ids: of the other actions.
    """
    row = NewRow()
    for number, column in enumerate(layout.columns):
        within = [p for p in paragraphs if p.cell is not None and p.cell.column == number]
        within = [p for p in within if p.accepted.strip() not in ("", NOTHING)]
        if within:
            _take(row, layout, column.show, within)
    last = len(layout.columns)
    row.left += [_words(p) for p in paragraphs
                 if p.cell and p.cell.column >= last and p.accepted.strip()]  # fmt: skip
    _check(row, layout)
    if layout.group_by != "none":
        shown = {part for column in layout.columns if column.of_group for part in column.show}
        for part in (*shown, layout.group_by):
            name = SAME_AS.get(part, part)
            if name in PLAN_COLUMNS and neighbour.get(name):
                row.cells.setdefault(name, neighbour[name])
    row.cells.setdefault("indicators", "general")
    row.cells["id"] = _id(layout, row, neighbour, ids)
    for name in [name for name in row.cells if name not in head]:
        words = row.cells.pop(name)
        if words and name not in ("id", "indicators"):
            row.left.append(words)
    return row


def _take(
    row: NewRow, layout: Layout, show: Sequence[str], paragraphs: Sequence[Paragraph]
) -> None:
    """Take the paragraphs of one cell."""
    parts = [part for part in show if part in PLAN_COLUMNS]
    words = [_words(p) for p in paragraphs]
    if parts == ["action"]:
        row.cells["action"] = " ".join(_words(p) for p in paragraphs if not p.is_list)
        row.cells["sub_actions"] = join_list(_words(p) for p in paragraphs if p.is_list)
    elif len(parts) == 1:
        (name,) = parts
        together = " ".join(words)
        row.cells[name] = join_list(together.split(", ")) if is_list(name) else together
    elif len(parts) == len(words):
        row.cells |= dict(zip(parts, words, strict=True))
    elif parts == ["rag", "progress"]:
        has_state = layout.state(words[0]) is not None
        row.cells |= {"rag": words[0]} if has_state else {}
        row.cells["progress"] = " ".join(words[1:] if has_state else words)
    elif "indicator_names" in show and (found := _named(layout, words)):
        row.cells["indicators"] = found
    else:
        row.left += words


def _named(layout: Layout, words: Sequence[str]) -> str:
    """The indicators whose names stand in a cell, as the file has them."""
    label = re.escape(layout.indicator_label)
    found = [
        m[1] for text in words for m in re.finditer(rf"\b(?:{label}|[Ii]ndicator) (\d+)", text)
    ]
    return ";".join(dict.fromkeys(found)) or indicator_cell(" ".join(words)) or ""


def _check(row: NewRow, layout: Layout) -> None:
    """Make of indicators and states what the file has; a problem where that cannot be done."""
    if row.cells.get("indicators"):
        found = indicator_cell(row.cells["indicators"])
        row.problem = NO_INDICATORS if found is None else row.problem
        row.cells["indicators"] = found or ""
    if row.cells.get("rag"):
        state = layout.state(row.cells["rag"])
        if state is None:
            states = ", ".join(s.state for s in layout.legend)
            row.problem = NO_STATE.format(state=row.cells["rag"], states=states)
        else:
            row.cells["rag"] = state.state


def _id(layout: Layout, row: NewRow, neighbour: Mapping[str, str], ids: Collection[str]) -> str:
    """The id that the row has in the table, or the next one behind its neighbour's."""
    shape = SHAPE.sub("0", neighbour.get("id", ""))
    written = row.cells.get("id", "")
    action = row.cells.get("action", "")
    if layout.show_ids and not written:
        first, _, rest = action.partition(" ")
        if shape and SHAPE.sub("0", first.rstrip(".)")) == shape:
            written, row.cells["action"] = first.rstrip(".)"), rest
    if written and written not in ids:
        return written
    return next_id(neighbour.get("id", ""), ids)


def _words(paragraph: Paragraph) -> str:
    return " ".join(paragraph.accepted.replace(LINE_BREAK, " ").split())
