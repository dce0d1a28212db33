"""Counts of applicants, cases or attendances that somebody has made already."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.faults import input_fault
from wres_report.imports.answers import EMPTY, LEFT_OUT
from wres_report.imports.event_codes import TWO_YEARS
from wres_report.imports.event_rows import Tally
from wres_report.imports.event_tables import Counts
from wres_report.imports.event_values import BASIS, EVERY_ROW, STAGES, THIS, EventValues
from wres_report.imports.heads import Head
from wres_report.imports.meanings import Placement, column_of, columns_of
from wres_report.imports.model import Line
from wres_report.imports.pivot import NOTHING, NUMBER
from wres_report.imports.showing import shown
from wres_report.imports.source import Sheet
from wres_report.imports.staff_columns import is_total
from wres_report.imports.staff_values import Understood

# An ethnicity, an outcome (empty where none is said) and how many.
Cell = tuple[str, str, int]


class EventPivotReader:
    """Reads one sheet with counts: the groups side by side, or the stages, or a row for each."""

    def __init__(
        self, sheet: Sheet, head: Head, placements: Sequence[Placement], values: EventValues,
        basis: str,
    ) -> None:  # fmt: skip
        self.sheet, self.head, self.placements = sheet, head, placements
        self.values, self.table, self.basis = values, values.table, basis
        self.found = Understood()
        self.unknown: dict[tuple[str, str], tuple[int, str]] = {}
        self.counted: dict[tuple[str, int, int], int] = {}
        self.texts_of_level: dict[int, set[str]] = {}
        self.out: dict[str, int] = {}
        outcomes = [p for name in self.table.outcomes for p in columns_of(placements, name)]
        self.outcome = outcomes[0] if outcomes else None
        self.stages = [p for m in self.table.measures for p in columns_of(placements, m)]

    def read(self, codes: frozenset[str] | None) -> Understood:
        """Add up every row. codes: the organisations to count; None for all."""
        filled = [row for row in self.sheet.rows()[self.head.below :] if any(row)]
        sums = notes = others = used = 0
        before = {"organisation": "", "outcome": ""}
        for row in filled:
            texts = self._texts(row)
            if any(is_total(text) for text in texts.values()) or is_total(row[0]):
                sums += 1
                continue
            cells = self._cells(row, texts)
            if not cells:
                notes += 1
                before |= {name: texts[name] for name in before if texts.get(name)}
                continue
            for name in before:
                texts[name] = before[name] = texts.get(name) or before[name]
            code = texts["organisation"]
            if codes is not None and code and code not in codes:
                others += 1
                continue
            used += 1
            for ethnicity, outcome, number in cells:
                self._add(code, ethnicity, outcome or texts["outcome"], number)
        self.found.lines = [
            Line("rows below the head", len(filled)),
            *(Line(f"left out: {what}", rows) for what, rows in (
                ("totals", sums), ("titles and notes", notes), ("of other organisations", others),
            ) if rows),
            Line("rows added up", used),
        ]  # fmt: skip
        self._ask(used)
        if not self.found.undecided:
            self._tell()
        return self.found

    def _texts(self, row: Sequence[str]) -> dict[str, str]:
        placed = {
            "organisation": column_of(self.placements, "organisation"),
            "outcome": self.outcome, "ethnicity": column_of(self.placements, "ethnicity"),
        }  # fmt: skip
        return {name: row[p.index] for name, p in placed.items() if p is not None}

    def _cells(self, row: Sequence[str], texts: dict[str, str]) -> list[Cell]:
        """Every count of a row; none where it holds no number."""
        groups = columns_of(self.placements, "group")
        headcount = column_of(self.placements, "headcount")
        if groups:
            cells = [(p.heading, "", row[p.index]) for p in groups]
        elif self.stages:
            cells = [(texts["ethnicity"], p.meaning, row[p.index]) for p in self.stages]
        else:
            assert headcount is not None
            cells = [(texts["ethnicity"], "", row[headcount.index])]
        found = []
        for ethnicity, outcome, text in cells:
            if text in NOTHING:
                continue
            if not NUMBER.match(text):
                raise input_fault(
                    "A count in this table is no whole number.",
                    f"{self.sheet.place}, below {self.head.words}",
                    "Write the count, or nothing. A count that was suppressed cannot be added up.",
                )
            found.append((ethnicity, outcome, int(float(text.replace(",", "")))))
        return found

    def _add(self, code: str, ethnicity: str, outcome: str, number: int) -> None:
        group = self.values.answers.group(ethnicity)
        if not group.meaning:
            self._not_known(
                self.values.answers.word("ethnicity"), ethnicity, number, group.proposal
            )
        level = 1
        if outcome in self.table.measures and self.stages:
            level = self.table.measures.index(outcome) + 1
            self.texts_of_level.setdefault(level, set()).add(outcome)
        elif self.outcome is not None:
            answer = self.values.outcome(self.outcome.meaning, outcome)
            if not answer.meaning:
                self._not_known(self.outcome.meaning, outcome, number, answer.proposal)
                return
            if answer.meaning == LEFT_OUT:
                word = f"{self.outcome.meaning} “{shown(outcome) or EMPTY}”"
                self.out[word] = self.out.get(word, 0) + number
                return
            level = (*("",) * (not self.table.below), *self.table.below,
                     *self.table.measures).index(answer.meaning)  # fmt: skip
            self.texts_of_level.setdefault(level, set()).add(outcome)
        if group.meaning == LEFT_OUT:
            self.out["told"] = self.out.get("told", 0) + number
        elif group.meaning:
            key = (code, level, self.values.answers.groups.index(group.meaning))
            self.counted[key] = self.counted.get(key, 0) + number

    def _not_known(self, column: str, text: str, number: int, proposal: str) -> None:
        before = self.unknown.get((column, text), (0, proposal))
        self.unknown[column, text] = (before[0] + number, proposal)

    def _ask(self, rows: int) -> None:
        values, table = self.values, self.table
        for (column, text), (number, proposal) in self.unknown.items():
            word = shown(text) or EMPTY
            values.ask(column, word, number, proposal, f'--value "{word}=MEANING"')
        told = f'--value "{EVERY_ROW}={table.measures[0]}"'
        if table.below:
            if not values.said(STAGES):
                values.ask(
                    "how stages are counted", "applicants at a stage, or all that reached it", rows,
                    "reached, where those appointed are among those shortlisted",
                    f'--value "{STAGES}=reached", or "{STAGES}=each_once" where each applicant is '
                    "in one row alone",
                )  # fmt: skip
            elif values.said(STAGES) == "reached":
                for level, texts in self.texts_of_level.items():
                    if level and len(texts) > 1:
                        listed = ", ".join(sorted(map(shown, texts)))
                        values.ask("stages that say the same", listed, rows, "keep one of them",
                                   f'--value "TEXT={LEFT_OUT}"')  # fmt: skip
            if self.texts_of_level and 2 not in self.texts_of_level:
                values.ask("what the rows are", "nothing says who was appointed", rows, "",
                           '--map "HEADING=appointed"')  # fmt: skip
        elif self.outcome is None and not values.said(EVERY_ROW):
            values.ask(
                "what the counts are", "no column says which kind they are", rows,
                f"all are to be counted as {table.measures[0]}", told,
            )  # fmt: skip
        if self.basis == TWO_YEARS and not values.said(BASIS):
            values.ask(
                "the two years", "counts do not say of which year they are", rows, "one year",
                f'--value "{BASIS}=year_end"; the average of two can be counted from a list alone',
            )  # fmt: skip
        self.found.undecided += values.asked

    def _tell(self) -> None:
        found = self.found
        found.rules.append("The counts are taken as they stand: nobody is looked for twice.")
        for word, number in self.out.items():
            found.lines.append(Line(f"counts not taken: {word}", number))
        # What reached a stage is counted there once more, so that the sums below hold for both.
        reached = self.values.said(STAGES) == "reached"
        tallies = []
        for (code, level, group), number in self.counted.items():
            if reached and level == 1:
                number -= self.counted.get((code, 2, group), 0)
                if number < 0:
                    raise input_fault(
                        "More were appointed than shortlisted in this table.",
                        self.sheet.place,
                        f'If each applicant is in one row alone: --value "{STAGES}=each_once".',
                    )
            tallies.append(Tally(code, THIS, level, group, number))
        Counts(self.table, self.basis, self.values.answers.names).tell_counts(tallies, found)
