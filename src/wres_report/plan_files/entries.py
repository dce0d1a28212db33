"""Reads the rows of a table one by one: which hold actions, and what belongs to each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wres_report.plan_files.apart import LONGEST_THEME, TITLE, is_title, outside_plan
from wres_report.plan_files.blocks import Block
from wres_report.plan_files.grid import Cell, Row, one_line
from wres_report.plan_files.headings import normalised
from wres_report.plan_files.indicator_cells import is_remainder, read_indicators
from wres_report.plan_files.legend import is_legend
from wres_report.plan_files.placing import Placement
from wres_report.plan_files.remarks import Remarks
from wres_report.plan_files.standards import of_other_standard, of_that_standard
from wres_report.plan_files.tables import PlanTable

# What belongs to a group of actions, so that an empty cell means the one above.
GROUP_COLUMNS = ("indicators", "theme", "objective")
ID_ALONE = 6
NO_ACTION = "Left out: rows without an action."

Columns = dict[str, list[tuple[int, ...]]]


@dataclass
class Entry:
    """A row that holds one action or several. cells: by column of the model. theme: of the row
    across the table above it."""

    where: str
    cells: dict[str, Cell]
    theme: str = ""


@dataclass
class _Above:
    """What the rows so far say of those below."""

    cells: dict[str, Cell] = field(default_factory=dict)
    theme: str = ""
    footer: bool = False  # whether the rows below the plan have begun
    alone: list[tuple[Row, list[Cell]]] = field(default_factory=list)  # rows of a group only


def entries_of(
    table: PlanTable, placements: tuple[Placement, ...], remarks: Remarks
) -> list[Entry]:
    """The rows with actions, the cells of groups filled down; the others are remarked on."""
    entries: list[Entry] = []
    above = _Above()
    for block in table.blocks:
        columns = columns_in(block, table.first, placements)
        above.footer = False
        for row in block.above:
            _take_title(row, above, remarks)
        for row in block.rows:
            entry = _entry(row, block, columns, above, entries, remarks)
            if entry is not None:
                entries.append(entry)
    used = {id(cell) for entry in entries for cell in entry.cells.values()}
    for row, cells in above.alone:
        if any(id(cell) not in used for cell in cells):
            remarks.add("left_out", NO_ACTION, _told(row))
    return entries


def columns_in(block: Block, first: Block, placements: tuple[Placement, ...]) -> Columns:
    """Where the columns of the model stand in a block, which may lack some of the first's.

    A column without a heading is the one that stands there in the first block.
    """
    found: Columns = {}
    for placement in placements:
        if not placement.column:
            continue
        indexes = placement.indexes
        if block is not first and block.head is not None:
            wanted = normalised(placement.heading)
            same = [i for i, h in enumerate(block.headings) if normalised(h) == wanted]
            bare = [i for i in indexes if i < len(block.headings) and not block.headings[i]]
            indexes = tuple(same or bare)
        if indexes:
            found.setdefault(placement.column, []).append(indexes)
    return found


def _entry(
    row: Row, block: Block, columns: Columns, above: _Above, entries: list[Entry], remarks: Remarks
) -> Entry | None:
    own = [cell for cell in row.filled if cell.origin[0] == row.index]
    if not own:
        return None
    if is_legend([cell.plain for cell in own]):
        remarks.add("legend", "Left out: rows with a legend.", _told(row))
        return None
    reason, above.footer = outside_plan(row, own, columns, above.footer)
    if reason:
        remarks.add("left_out", reason, _told(row))
        return None
    header = _header(row, own, block.grid.width, columns)
    if header is not None:
        _take_header(header, row, above, remarks)
        return None
    cells = _cells(row, columns, remarks)
    _fill_down(row, cells, columns, above, remarks)
    action = cells.get("action", Cell())
    if not action.plain and not cells.get("sub_actions", Cell()).plain:
        grouped = {cell.origin for name in GROUP_COLUMNS if (cell := cells.get(name))}
        if {cell.origin for cell in own} - grouped:
            remarks.add("left_out", NO_ACTION, _told(row))
        else:
            above.alone.append((row, own))
        return None
    if action.plain and action.origin[0] != row.index and entries:
        _add_to(entries[-1], row, cells)
        remarks.add(
            "merged", "An action that is merged over rows takes what each of them holds.",
            row.where,
        )  # fmt: skip
        return None
    for name, cell in cells.items():
        if cell.plain and cell.origin[0] != row.index and name not in GROUP_COLUMNS:
            text = f"A cell merged over several rows counts for each of them: {name}."
            remarks.add("merged", text, row.where)
    return Entry(row.where, cells, above.theme)


def _take_title(row: Row, above: _Above, remarks: Remarks) -> None:
    """Of a row above a head, the indicator that it names for the rows below the head."""
    if is_title(row):
        _take_header(row.filled[0], row, above, remarks)


def _header(row: Row, own: list[Cell], width: int, columns: Columns) -> Cell | None:
    """The cell of a row that stands over those below; None for any other row."""
    if len(row.filled) > 1:
        return None
    cell = own[0]
    if cell.columns > 1 and 2 * cell.columns >= width:
        return cell
    name = next((n for n, places in columns.items() for p in places if cell.origin[1] in p), "")
    if name == "indicators":
        return None if read_indicators(cell.text).told else cell
    if cell.origin[1] == 0 and TITLE.match(cell.plain) and is_title(row):
        return cell
    if name in ("action", "theme", "objective") or cell.origin[1] > 0:
        return None
    return cell if len(cell.plain) > ID_ALONE else None


def _take_header(header: Cell, row: Row, above: _Above, remarks: Remarks) -> None:
    if len(header.plain) > LONGEST_THEME:
        remarks.add("left_out", "Left out: notes across the table.", _told(row))
        return
    above.cells.clear()
    above.theme = header.plain
    text = "Rows across the table are the theme of those below"
    if read_indicators(header.text).told:
        above.cells["indicators"] = header
        text += ", and name their indicators"
    remarks.add("theme", f"{text}.", f"{row.where}: {header.plain}")


def _cells(row: Row, columns: Columns, remarks: Remarks) -> dict[str, Cell]:
    """The cells of the row by column of the model; what is merged across goes to the first."""
    found: dict[str, Cell] = {}
    seen: dict[tuple[int, int], str] = {}
    for name, places in sorted(columns.items(), key=lambda item: item[1]):
        parts: list[Cell] = []
        for indexes in places:
            for cell in {c.origin: c for c in map(row.cell, indexes)}.values():
                if seen.get(cell.origin, name) == name:
                    parts.append(cell)
                elif cell.plain:
                    text = f"A cell merged over columns is taken for {seen[cell.origin]} alone."
                    remarks.add("merged", text, cell.place)
                seen.setdefault(cell.origin, name)
        found[name] = _joined(parts, numbered=name == "action")
    own = found.get("indicators")
    if own is not None and own.plain and of_other_standard(row, columns):
        found["indicators"] = of_that_standard(own, row)
    return found


def _joined(parts: list[Cell], numbered: bool) -> Cell:
    """Several cells as one. numbered: whether a short number before the others is an id."""
    filled = [cell for cell in parts if cell.plain]
    if len(filled) < 2:
        return filled[0] if filled else (parts or [Cell()])[0]
    first, second = filled[0], filled[1]
    lines = sum((cell.lines for cell in filled), ())
    if (
        numbered
        and len(first.plain) <= ID_ALONE
        and any(c.isdigit() for c in first.plain)
        and second.lines
    ):
        number = first.plain.strip("[]().: ")
        head = replace(second.lines[0], text=f"[{number}] {second.lines[0].text}", mark="")
        lines = (head, *second.lines[1:], *sum((cell.lines for cell in filled[2:]), ()))
    return replace(first, lines=lines)


def _fill_down(
    row: Row, cells: dict[str, Cell], columns: Columns, above: _Above, remarks: Remarks
) -> None:
    """Give empty cells of a group the one above, and remember what this row says for those below.

    A new cell in one column of a group ends those to its right.
    """
    names = [name for name in columns if name in GROUP_COLUMNS]
    for place, name in enumerate(sorted(names, key=lambda n: columns[n])):
        later = sorted(names, key=lambda n: columns[n])[place + 1 :]
        cell = cells[name]
        if name == "indicators" and is_remainder(cell.plain) and not read_indicators(
            cell.text
        ).told and name in above.cells:  # fmt: skip
            text = "Figures alone, as a page break leaves them, are no indicator: left out."
            remarks.add("left_out", text, f"{cell.place}: {cell.plain}")
            cells[name] = above.cells[name]
        elif not cell.plain or cell.origin[0] != row.index:
            if name == "indicators" and not cell.plain and of_other_standard(row, columns):
                above.cells.pop(name, None)
            elif name in above.cells and (not cell.plain or cell == above.cells[name]):
                cells[name] = above.cells[name]
                text = f"Empty cells below a filled one mean the same as that: {name}."
                remarks.add("filled_down", text, row.where)
        else:
            above.cells[name] = cell
            for other in later:
                above.cells.pop(other, None)
    if "indicators" not in cells and "indicators" in above.cells:
        cells["indicators"] = above.cells["indicators"]  # of a row across the table


def _add_to(entry: Entry, row: Row, cells: dict[str, Cell]) -> None:
    for name, cell in cells.items():
        before = entry.cells.get(name, Cell())
        new = cell.plain and cell.origin[0] == row.index
        if new and one_line(cell.text) not in {one_line(line.text) for line in before.lines}:
            entry.cells[name] = replace(before, lines=before.lines + cell.lines)


def _told(row: Row) -> str:
    """A row with what it holds."""
    return f"{row.where}: {' | '.join(cell.plain for cell in row.filled)}"
