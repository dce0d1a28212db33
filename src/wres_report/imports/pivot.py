"""A count of staff that somebody has made already: a row a group, or the groups side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres_report.faults import input_fault
from wres_report.imports.answers import EMPTY, LEFT_OUT, Answer, Answers
from wres_report.imports.cells import Cells
from wres_report.imports.heads import Head
from wres_report.imports.meanings import Placement, column_of, columns_of
from wres_report.imports.model import Line, Remark, Undecided
from wres_report.imports.showing import shown
from wres_report.imports.source import Sheet
from wres_report.imports.staff_columns import is_total
from wres_report.imports.staff_values import Understood
from wres_report.words import people_counted

NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d+(?:\.0+)?$")
NOTHING = frozenset({"", "-", "–"})


class PivotReader:
    """Reads one sheet with counts. A cell of a group that is empty below another repeats it."""

    def __init__(
        self, sheet: Sheet, head: Head, placements: Sequence[Placement], answers: Answers,
        cells: Cells,
    ) -> None:  # fmt: skip
        self.sheet, self.head, self.placements = sheet, head, placements
        self.answers, self.cells = answers, cells
        self.found = Understood()
        self.unknown: dict[tuple[str, str], tuple[int, str]] = {}
        self.counted: dict[tuple[str, int, int], int] = {}
        self.moved: dict[str, int] = {}

    def read(self, codes: frozenset[str] | None) -> Understood:
        """Add up every row. codes: the organisations to count; None for all."""
        rows = self.sheet.rows()[self.head.below :]
        filled = [row for row in rows if any(row)]
        used = sums = notes = others = 0
        before = {"organisation": "", "staff_group": "", "pay": ""}
        for row in filled:
            texts = self._texts(row)
            numbers = self._numbers(row)
            if any(is_total(text) for text in texts.values()) or is_total(row[0]):
                sums += 1
                before["pay"] = ""
                continue
            if numbers is None:
                notes += 1
                # A group's name alone in its row stands for the rows below it.
                before |= {name: text for name, text in texts.items() if text and name in before}
                continue
            for name in before:
                texts[name] = texts.get(name) or before[name]
                before[name] = texts[name]
            if codes is not None and texts["organisation"] and texts["organisation"] not in codes:
                others += 1
                continue
            used += 1
            self._add(texts, numbers)
        self._tell(len(filled), used, sums, notes, others)
        return self.found

    def _texts(self, row: Sequence[str]) -> dict[str, str]:
        names = ("organisation", "staff_group", "pay", "ethnicity")
        placed = {name: column_of(self.placements, name) for name in names}
        return {name: row[p.index] for name, p in placed.items() if p is not None}

    def _numbers(self, row: Sequence[str]) -> list[tuple[str, int]] | None:
        """Each ethnicity of the row with its people; None where the row holds no number."""
        groups = columns_of(self.placements, "group")
        if groups:
            cells = [(p.heading, row[p.index]) for p in groups]
        else:
            ethnicity = column_of(self.placements, "ethnicity")
            headcount = column_of(self.placements, "headcount")
            assert ethnicity is not None
            assert headcount is not None
            cells = [(row[ethnicity.index], row[headcount.index])]
        if all(text in NOTHING for _, text in cells):
            return None
        numbers = []
        for ethnicity_text, text in cells:
            if text in NOTHING:
                continue
            if not NUMBER.match(text):
                raise input_fault(
                    "A headcount in this count is no whole number.",
                    f"{self.sheet.place}, column “{ethnicity_text}”"
                    if groups
                    else self.sheet.place,
                    "Write the count, or nothing. A count that was suppressed cannot be added up.",
                )
            numbers.append((ethnicity_text, int(float(text.replace(",", "")))))
        return numbers

    def _add(self, texts: dict[str, str], numbers: list[tuple[str, int]]) -> None:
        people = sum(number for _, number in numbers)
        group = self._known("staff group", texts["staff_group"], people, self.answers.staff_group)
        pay = self._known("pay scale", texts["pay"], people, self.answers.pay)
        for text, number in numbers:
            ethnicity = self._known(
                self.answers.word("ethnicity"), text, number, self.answers.group
            )
            if LEFT_OUT in (group, pay, ethnicity) or not (group and pay and ethnicity):
                continue
            cell = self.cells.cell(group, pay, "")
            if cell is None:
                self._unknown("grade of doctors", f"{group}, {pay}", number, "")
                continue
            if cell.moved:
                self.moved[cell.moved] = self.moved.get(cell.moved, 0) + number
            place = self.cells.number[cell.staff_group, cell.band]
            key = (texts["organisation"], place, self.answers.groups.index(ethnicity))
            self.counted[key] = self.counted.get(key, 0) + number

    def _known(self, column: str, text: str, people: int, answer_of: object) -> str:
        answer: Answer = answer_of(text)  # type: ignore[operator]
        if not answer.meaning:
            self._unknown(column, text, people, answer.proposal)
        return answer.meaning

    def _unknown(self, column: str, text: str, people: int, proposal: str) -> None:
        before = self.unknown.get((column, text), (0, proposal))
        self.unknown[column, text] = (before[0] + people, proposal)

    def _tell(self, rows: int, used: int, sums: int, notes: int, others: int) -> None:
        self.found.lines = [
            Line("rows below the head", rows),
            *(Line(f"left out: {what}", number) for what, number in (
                ("totals", sums), ("titles and notes", notes), ("of other organisations", others),
            ) if number),
            Line("rows added up", used),
        ]  # fmt: skip
        self.found.rules.append("The counts are taken as they stand: nobody is looked for twice.")
        for (column, text), (people, proposal) in self.unknown.items():
            value = shown(text) or EMPTY
            self.found.undecided.append(
                Undecided(column, value, people, proposal, f'--value "{value}=MEANING"')
            )
        if self.found.undecided:
            return
        for why, people in self.moved.items():
            self.found.remarks.append(Remark(
                "moved", f"{why[:1].upper()}{why[1:]}: counted as medical.",
                (people_counted(people),),
            ))  # fmt: skip
        self.found.lines.append(Line("people counted", sum(self.counted.values())))
        self.found.tables = self.cells.tables((*key, n) for key, n in self.counted.items())
