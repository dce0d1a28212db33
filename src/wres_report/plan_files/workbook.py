"""Writes plans as an accessible workbook that the import reads back as they were.

It follows what the Government Analysis Function asks of spreadsheets: a cover, a sheet of
notes, one table a sheet with one head row and its title in A1, no merged and no empty rows, and
nothing that is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from wres_report.packing import pack
from wres_report.plan_files.headings import columns_of, plain_headings
from wres_report.plan_files.sheet_text import sheet_text
from wres_report.plan_files.sheet_writer import (
    FONT,
    HEAD_ROW,
    SIZE,
    TITLE_SIZE,
    SheetWriter,
    row_height,
)
from wres_report.plan_files.workbook_words import NOTES_HEAD, notes_rows
from wres_report.plans.layout import State
from wres_report.plans.model import Action, row_of

ACTIONS, PROGRESS = "Actions", "Progress"
# In characters; a column that is not here has the last.
WIDTHS = {
    "id": 12, "indicators": 14, "theme": 24, "objective": 36, "action": 60, "sub_actions": 50,
    "lead": 28, "timeframe": 20, "rag": 16, "see_actions": 16, "priorities": 18,
}  # fmt: skip
USUAL_WIDTH = 36
NOTES_WIDTHS = (14, 26, 90)
COVER_WIDTH = 100
ONE_TABLE = "This worksheet contains one table."
# Empty cells have to be explained where they are.
ABOUT_PLAN = f"{ONE_TABLE} Where a cell is empty nothing is given. Notes explains the columns."


@dataclass(frozen=True)
class PlanSheet:
    """A sheet with a plan. name: ``ACTIONS`` or ``PROGRESS``, of the sheet and its table.

    title: stands above the table. actions: at least one, variables filled in. legend: the
    states that their ratings may have. priorities: what each priority that they name is.
    """

    name: str
    title: str
    actions: tuple[Action, ...]
    legend: tuple[State, ...] = ()
    priorities: Mapping[str, str] = field(default_factory=dict)


def write_workbook(
    path: Path,
    sheets: Sequence[PlanSheet],
    *,
    title: str,
    trust: str,
    year_words: str,
    notes: Sequence[str] = (),
    epoch: int,
) -> tuple[str, ...]:
    """Write a workbook with a cover, notes, and a sheet for each plan.

    title, trust, year_words: for the cover, such as "Action plan", the trust's name, "WRES 2022".
    notes: further sentences for the sheet of notes. epoch: the time written into the file, in
    seconds since 1970; the same plans and the same time give the same bytes.

    Returns a sentence for each cell from which characters were left out that no workbook can
    hold. Raises a fault where a cell has more characters than Excel can hold.
    """
    book = Workbook()
    writer = _Writer()
    cover = book.active
    cover.title = "Cover"
    shown = [sheet for sheet in sheets if sheet.actions]
    writer.notes(book.create_sheet("Notes"), shown, notes)
    for sheet in shown:
        writer.plan(book.create_sheet(sheet.name), sheet)
    writer.cover(cover, shown, title, trust, year_words)
    properties = book.properties
    properties.title, properties.creator = sheet_text(f"{title}, {year_words}"), sheet_text(trust)
    properties.language = "en-GB"
    pack(path, book, epoch)
    return tuple(writer.cleaned)


class _Writer(SheetWriter):
    """Writes the sheets of plans."""

    def cover(
        self, sheet: Any, plans: Sequence[PlanSheet], title: str, trust: str, year_words: str
    ) -> None:
        lines = [
            title, f"{trust}, {year_words}",
            "The actions of this plan as data, for those who filter, count or go on with them. "
            "The report says how they came about and what they rest on.",
            "Contents",
        ]  # fmt: skip
        for row, text in enumerate(lines, start=1):
            cell = self.put(sheet, row, 1, text)
            if text in (title, "Contents"):
                cell.font = Font(name=FONT, size=TITLE_SIZE if row == 1 else SIZE + 2, bold=True)
        targets = [("Notes", "Notes: what the columns and the marks mean")]
        for plan in plans:
            count = f"{len(plan.actions)} action{'s' if len(plan.actions) != 1 else ''}"
            targets.append((plan.name, f"{plan.name}: {plan.title}, {count}"))
        for row, (name, text) in enumerate(targets, start=len(lines) + 1):
            self.link(sheet, row, name, text)
            sheet.row_dimensions[row].height = row_height([text], [COVER_WIDTH])
        sheet.row_dimensions[1].height = 2 * row_height([title], [COVER_WIDTH])
        for row, text in enumerate(lines[1:], start=2):
            sheet.row_dimensions[row].height = row_height([text], [COVER_WIDTH])
        sheet.column_dimensions["A"].width = COVER_WIDTH

    def notes(self, sheet: Any, plans: Sequence[PlanSheet], notes: Sequence[str]) -> None:
        columns = [name for plan in plans for name in columns_of(plan.actions)]
        # Of both plans; a state or priority that both name is explained once.
        legend = {state.state: state for plan in plans for state in plan.legend}
        priorities = {n: words for plan in plans for n, words in plan.priorities.items()}
        self.title(sheet, "Notes", ONE_TABLE)
        said = [text for text in notes if text.strip()]  # an empty one would be an empty row
        for place, text in enumerate(said):
            self.unwrapped(self.put(sheet, HEAD_ROW + place, 1, text))
        rows = notes_rows(columns, tuple(legend.values()), priorities)
        head = HEAD_ROW + len(said)
        self.table(sheet, head, "Notes_table", list(NOTES_HEAD), list(rows), NOTES_WIDTHS)

    def plan(self, sheet: Any, plan: PlanSheet) -> None:
        columns = columns_of(plan.actions)
        rows = [[row[name] for name in columns] for row in map(row_of, plan.actions)]
        self.title(sheet, plan.title, ABOUT_PLAN)
        widths = [WIDTHS.get(name, USUAL_WIDTH) for name in columns]
        headings = [plain_headings()[name] for name in columns]
        self.table(sheet, HEAD_ROW, f"{plan.name}_table", headings, rows, widths)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 0
        sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
