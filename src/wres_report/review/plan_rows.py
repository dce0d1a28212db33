"""Rows that reviewers added to a printed plan, deleted from it, or moved within it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wres_report.review.added import changes_of, rows_as_words
from wres_report.review.flow import Change, Flow
from wres_report.review.matching import Matched
from wres_report.review.model import Finding, Place, State
from wres_report.review.plan_cells import PrintedPlan
from wres_report.review.plans import BEHIND, BELOW, PlanReview
from wres_report.review.row_words import row_of_words

SEVERAL = "The row holds several actions of {file}: take their rows out there."
GONE = "The whole row was deleted."
NO_ACTION = "A row without an action is no row of a plan."
NO_COLUMN = "No column of {file} is theirs."
FIRST = "A new row, before the others."
MOVED = "The row stands behind row {row} now."


@dataclass(frozen=True)
class _New:
    """A row that the report has not. numbers: of its paragraphs in the reviewed file."""

    plan: PrintedPlan
    numbers: tuple[int, ...]
    behind: int  # a place in the records of the plan


def row_findings(
    plans: PlanReview, reviewed: Flow, matched: Matched, *, removing: bool
) -> tuple[list[Finding], set[int]]:
    """What becomes of whole rows, and the paragraphs of the reviewed file that they are.

    removing: whether rows that were deleted are to be taken out of the file.
    """
    return _Rows(plans, reviewed, matched, removing).findings()


class _Rows:
    def __init__(self, plans: PlanReview, reviewed: Flow, matched: Matched, removing: bool) -> None:
        self.plans, self.reviewed, self.matched = plans, reviewed, matched
        self.removing = removing
        self.told: list[Finding] = []
        self.taken: set[int] = set()

    def findings(self) -> tuple[list[Finding], set[int]]:
        new = [row for plan in self.plans.plans if plan.file.head for row in self.new_rows(plan)]
        for plan in self.plans.plans:
            for table, row in sorted(self.plans.gone):
                if table == plan.table:
                    twin = next((n for n in new if n.plan is plan and self.equal(n, row)), None)
                    if twin is not None:
                        new.remove(twin)
                    self.gone(plan, row, twin)
        for one in new:
            self.added(one)
        return self.told, self.taken

    def new_rows(self, plan: PrintedPlan) -> list[_New]:
        """The rows of the plan's table that hold nothing the report printed."""
        flow, of = self.plans.report.flow, self.matched.of
        known: dict[tuple[int, int], int] = {}  # rows of the reviewed file, as the report's
        for number, printed in of.items():
            cell, was = self.reviewed.paragraphs[number].cell, flow.paragraphs[printed].cell
            if cell is not None and was is not None and was.table == plan.table:
                known.setdefault((cell.table, cell.row), was.row)
        if not known:
            return []
        table, _ = Counter(table for table, _ in known).most_common(1)[0]
        rows: dict[int, list[int]] = {}
        for number, _ in self.matched.added:
            paragraph = self.reviewed.paragraphs[number]
            cell = paragraph.cell
            if cell is not None and cell.table == table and (table, cell.row) not in known:
                rows.setdefault(cell.row, []).append(number)
        return [
            _New(plan, tuple(numbers), self.behind(plan, {r: was for (t, r), was in known.items()
                                                          if t == table}, row))
            for row, numbers in rows.items()
            if any(self.reviewed.paragraphs[n].accepted.strip() for n in numbers)
        ]  # fmt: skip

    def behind(self, plan: PrintedPlan, known: Mapping[int, int], row: int) -> int:
        """The row of the file that a new row comes behind; -1 for none."""
        for before in sorted((r for r in known if r < row), reverse=True):
            if records := plan.rows_at(known[before]):
                return max(records)
        for after in sorted(r for r in known if r > row):
            if records := plan.rows_at(known[after]):
                return min(records) - 1
        return len(plan.file.records) - 1

    def equal(self, new: _New, row: int) -> bool:
        """Whether a new row says what a deleted one said."""
        flow = self.plans.report.flow
        was = [p.whole.strip() for p in flow.paragraphs
               if p.cell and (p.cell.table, p.cell.row) == (new.plan.table, row)]  # fmt: skip
        now = [self.reviewed.paragraphs[n].accepted.strip() for n in new.numbers]
        return list(filter(None, was)) == list(filter(None, now))

    def gone(self, plan: PrintedPlan, row: int, twin: _New | None) -> None:
        flow = self.plans.report.flow
        places = [n for n, p in enumerate(flow.paragraphs)
                  if p.cell and (p.cell.table, p.cell.row) == (plan.table, row)]  # fmt: skip
        printed = [flow.paragraphs[n] for n in places]
        words = rows_as_words(printed)
        after = [n for n, o in self.matched.of.items() if o in places]
        paragraphs = [self.reviewed.paragraphs[n] for n in after]
        changes = [*changes_of(paragraphs), *(p.mark for p in paragraphs if p.mark)]
        records = sorted(plan.rows_at(row))
        number = plan.file.records[records[0]].number if records else 0
        place = Place(plan.file.path, row=number, near=words[:80])
        if len(records) != 1:
            reason = f"{GONE} {SEVERAL.format(file=plan.file.path)}"
            self.tell("deletion", place, State.LEFT, words, "", changes, reason)
            return
        edits = self.plans.edits_of(plan.file)
        if twin is not None:
            self.taken.update(twin.numbers)
            behind = min(twin.behind, len(plan.file.records) - 1)
            edits.removed.add(records[0])
            edits.added.setdefault(behind, []).append(plan.file.records[records[0]].cells)
            reason = MOVED.format(row=plan.file.records[behind].number) if behind >= 0 else FIRST
            reason = BELOW if plan.file.in_workbook else reason
            self.tell("move", place, State.PROPOSED, words, words, changes, reason)
            return
        if self.removing:
            edits.removed.add(records[0])
        state = State.PROPOSED if self.removing else State.REMOVAL
        self.tell("deletion", place, state, words, "", changes, GONE)

    def added(self, new: _New) -> None:
        plan, behind = new.plan, new.behind
        self.taken.update(new.numbers)
        paragraphs = [self.reviewed.paragraphs[n] for n in new.numbers]
        words = rows_as_words(paragraphs)
        near = plan.file.records[behind].number if behind >= 0 else 0
        place = Place(plan.file.path, row=near)
        changes = list(changes_of(paragraphs))
        neighbour = plan.file.records[max(behind, 0)].cells if plan.file.records else {}
        edits = self.plans.edits_of(plan.file)
        others = edits.ids(plan.file)
        row = row_of_words(plan.layout, plan.file.head, paragraphs, neighbour, others)
        if row.problem:
            self.tell("insertion", place, State.LEFT, "", words, changes, row.problem)
            return
        if not (row.cells.get("action") or row.cells.get("sub_actions")):
            self.tell("insertion", place, State.LEFT, "", words, changes, NO_ACTION)
            return
        edits.added.setdefault(behind, []).append(row.cells)
        reason = BEHIND.format(row=near) if behind >= 0 else FIRST
        reason = BELOW if plan.file.in_workbook else reason
        self.tell("insertion", place, State.PROPOSED, "", words, changes, reason)
        for left in row.left:
            self.tell("insertion", place, State.LEFT, "", left, changes,
                      NO_COLUMN.format(file=plan.file.path))  # fmt: skip

    def tell(
        self, kind: str, place: Place, state: State, old: str, new: str,
        changes: Sequence[Change], reason: str,
    ) -> None:  # fmt: skip
        self.told.append(Finding(
            kind, place, state, old, new,
            tuple(dict.fromkeys(c.author for c in changes if c.author)),
            max((c.date for c in changes), default=""), tracked=bool(changes), reason=reason,
        ))  # fmt: skip
