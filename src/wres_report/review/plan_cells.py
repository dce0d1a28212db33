"""Which cell of the plan's file a paragraph of the printed plan shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wres_report.plans.cells import split_list
from wres_report.plans.layout import Layout
from wres_report.plans.model import ALL, GENERAL, LIST_COLUMNS, action_of
from wres_report.review.flow import Flow, Paragraph
from wres_report.review.plan_file import PlanFile
from wres_report.review.report import SentReport
from wres_report.review.sources import Sourced, sourced

NOTHING = "–"  # what an empty cell prints
# What a layout calls by one name and the file has in several columns.
SHOWN = {"action": ("action", "sub_actions"), "references": ("see_actions", "see_plans")}
OF_GROUP = ("theme", "objective")
TELLING = 12  # letters from which on a text is taken to name its row


@dataclass(frozen=True)
class Target:
    """A cell: its row as a place in ``records``, and its column. known: the words that the
    paragraph prints, with their source. prefix: letters before them, such as the action's id."""

    row: int
    column: str
    known: Sourced
    prefix: int = 0


@dataclass
class PrintedPlan:
    """A plan as the report printed it. table: the number of its table in the Word file."""

    report: SentReport
    file: PlanFile
    layout: Layout
    table: int
    _rows: dict[int, set[int]] = field(default_factory=dict)

    def targets(self, paragraph: Paragraph) -> list[Target]:
        """The cells that a paragraph of the table shows; none where no cell has its words."""
        assert paragraph.cell is not None
        wanted = self.columns_at(paragraph.cell.column)
        rows = self.rows_at(paragraph.cell.row)
        if paragraph.whole.strip() == NOTHING:
            return self.empty(rows, wanted, paragraph.whole)
        found = self.showing(paragraph.whole)
        found = [t for t in found if t.column in wanted] or found
        here = [t for t in found if t.row in rows]
        grouped = self.layout.group_by in ("objective", "theme")
        if here and here[0].column in OF_GROUP and grouped:
            return [t for t in found if t.column == here[0].column]
        return [t for t in here if t.column == here[0].column]

    def columns_at(self, column: int) -> tuple[str, ...]:
        """The columns of the file that a column of the table shows."""
        columns = self.layout.columns
        if column >= len(columns):
            return ()
        return tuple(name for part in columns[column].show for name in SHOWN.get(part, (part,)))

    def empty(self, rows: set[int], wanted: Sequence[str], text: str) -> list[Target]:
        """The empty cell that a dash stands for, where it is only one."""
        names = [name for name in wanted if name in self.file.head]
        if len(rows) != 1 or not names:
            return []
        row = next(iter(rows))
        if self.file.records[row].cells[names[0]].strip():
            return []
        return [Target(row, names[0], Sourced(text, "", [None] * len(text)))]

    def rows_at(self, row: int) -> set[int]:
        """The rows of the file whose own words stand in a row of the table."""
        if not self._rows:
            self._find_rows()
        return self._rows.get(row, set())

    def _find_rows(self) -> None:
        scores: dict[int, dict[int, int]] = {}
        for paragraph in self.report.flow.paragraphs:
            cell = paragraph.cell
            if cell is None or cell.table != self.table:
                continue
            of_row = scores.setdefault(cell.row, {})
            for target in self.showing(paragraph.whole):
                if target.column in ("action", "sub_actions", "progress", "objective"):
                    weight = len(paragraph.whole) if target.column != "objective" else 1
                    of_row[target.row] = of_row.get(target.row, 0) + weight
        listed = self.layout.actions_as == "list"
        for row, found in scores.items():
            best = max(found.values(), default=0)
            self._rows[row] = {
                n for n, score in found.items() if score == best or (listed and score >= TELLING)
            }

    def showing(self, text: str) -> list[Target]:
        """Every cell of the file that prints a text as a whole, or as one item of its list."""
        found = []
        for row, record in enumerate(self.file.records):
            prefix = 0
            id = record.cells.get("id", "").strip()
            if self.layout.show_ids and id and text.startswith(f"{id} "):
                prefix = len(id) + 1
            for column, cell in record.cells.items():
                target = _shows(text, prefix, row, column, cell, self.report)
                if target is not None:
                    found.append(target)
        return found


def _shows(
    text: str, prefix: int, row: int, column: str, cell: str, report: SentReport
) -> Target | None:
    if not cell.strip():
        return None
    if column == "indicators":
        shown = shown_indicators(cell)
        return Target(row, column, Sourced(text, cell, [None] * len(text))) if (
            shown == text.strip()
        ) else None  # fmt: skip
    words = text[prefix:] if column == "action" else text
    # Most cells begin otherwise, and are not looked at more closely.
    if not cell.lstrip().startswith("{{") and column != "sub_actions" and (
        cell.lstrip()[:1] != words.lstrip()[:1]
    ):  # fmt: skip
        return None
    variables = report.variables(cell)
    known = sourced(words, cell, variables, plain=True)
    if not known.complete or not known.at:
        return None
    last = known.at[-1]
    if last is None or (column != "sub_actions" and cell[last[1] :].strip()):
        return None
    if column == "sub_actions" and not _is_item(words, cell, variables):
        return None
    return Target(row, column, known, prefix if column == "action" else 0)


def _is_item(words: str, cell: str, variables: Mapping[str, str]) -> bool:
    for item in split_list(cell):
        known = sourced(words, item, variables, plain=True)
        if known.complete and known.at[-1] is not None and not item[known.at[-1][1] :].strip():
            return True
    return False


def shown_indicators(cell: str) -> str:
    """A cell of indicators as the plan prints it."""
    action = action_of({"id": "", "indicators": cell})
    if action.indicators in (ALL, GENERAL):
        return {ALL: "All", GENERAL: "General"}[action.indicators]
    return ", ".join(map(str, action.numbers))


def is_list(column: str) -> bool:
    """Whether a column holds several items, parted by strokes."""
    return column in LIST_COLUMNS


def table_of(report: Flow, anchor: str) -> int | None:
    """The number of the table that follows a bookmark such as ``tbl-actions``."""
    for place, paragraph in enumerate(report.paragraphs):
        if anchor in paragraph.anchors:
            following = (p.cell for p in report.paragraphs[place:] if p.cell is not None)
            cell = next(following, None)
            return None if cell is None else cell.table
    return None
