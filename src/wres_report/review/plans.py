"""Changes of the printed plans, brought to the rows of their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from wres_report.faults import Fault
from wres_report.inputs.params import read_params
from wres_report.inputs.places import SHEET, TablePlace, nominal, place_of, workbook_of
from wres_report.inputs.tables import tables_of
from wres_report.inputs.text import read_text
from wres_report.plans.fitting import fitted
from wres_report.plans.layout import Layout
from wres_report.plans.model import plan_of
from wres_report.review.cell_words import as_cell, as_words, indicator_cell, without_item
from wres_report.review.flow import Flow
from wres_report.review.hunks import END, Hunk, hunks_of, with_hunks
from wres_report.review.matching import Unit
from wres_report.review.model import BookChange, FileChange, Finding, Place, State
from wres_report.review.own_words import around, pieces_of
from wres_report.review.patching import patched
from wres_report.review.plan_cells import NOTHING, OF_GROUP, PrintedPlan, Target, table_of
from wres_report.review.plan_file import PlanFile, RowEdits, next_id, plan_file
from wres_report.review.plan_sheet import plan_sheet, sheet_change
from wres_report.review.refusing import apart
from wres_report.review.report import SentReport
from wres_report.review.telling import finding_of

TABLES = (("tbl-actions", "actions"), ("tbl-progress", "progress"))
MAY_BE_EMPTY = ("lead", "timeframe", "rag", "progress", "monitoring", "outcome", "rationale",
                "note", "theme", "carried_over_from", "see_actions", "see_plans",
                "priorities", "sub_actions")  # fmt: skip
NO_CELL = (
    "No cell of {file} prints these words: they are computed, stand in last year's plan, or the "
    "plan has changed since."
)
NO_ROWS = "No row of {file} can be read: wres check says why."
NO_STATE = "The legend has no state “{state}”. It has: {states}."
NO_INDICATORS = "These are no numbers of indicators, “All” or “General”."
BEHIND = "A new row, behind row {row}."
BELOW = "A new row, below the others."
LONGEST_NEAR = 80
NOT_EMPTY = "An action without these words says nothing. Delete its row if it is to go."


@dataclass
class PlanReview:
    """The plans of a report while their changes are gathered.

    edits: what is to become of each file, by its path. gone: rows of the printed tables of which
    nothing is left, each as table and row.
    """

    report: SentReport
    plans: list[PrintedPlan] = field(default_factory=list)
    edits: dict[str, RowEdits] = field(default_factory=dict)
    gone: set[tuple[int, int]] = field(default_factory=set)

    def plan_at(self, place: int) -> PrintedPlan | None:
        """The plan that a paragraph of the report stands in the table of."""
        cell = self.report.flow.paragraphs[place].cell
        if cell is None or not cell.row:  # the head of the table is the layout's
            return None
        return next((plan for plan in self.plans if plan.table == cell.table), None)

    def place_of(self, place: int) -> Place | None:
        """The cell that a paragraph of the report shows; None for what is in no plan's file."""
        plan = self.plan_at(place)
        paragraph = self.report.flow.paragraphs[place]
        targets = [] if plan is None else plan.targets(paragraph)
        if plan is None or not targets:
            return None
        row = plan.file.records[targets[0].row].number
        near = paragraph.whole[:LONGEST_NEAR]
        return Place(plan.file.path, row=row, column=targets[0].column, near=near)

    def findings(self, plan: PrintedPlan, unit: Unit, reviewed: Flow) -> list[Finding]:
        """What becomes of the changes of one paragraph of a plan."""
        paragraph = self.report.flow.paragraphs[unit.before[0]]
        assert paragraph.cell is not None
        hunks = hunks_of(paragraph.whole, *pieces_of(reviewed, unit.after))
        if not hunks:
            return []
        if (paragraph.cell.table, paragraph.cell.row) in self.gone:
            return []  # told once for the whole row
        targets = plan.targets(paragraph)
        if not plan.file.records:
            reason = NO_ROWS.format(file=plan.file.path)
            return _all(hunks, plan, paragraph.whole, State.LEFT, reason)
        if not targets:
            reason = NO_CELL.format(file=plan.file.path)
            return _all(hunks, plan, paragraph.whole, State.REFUSED, reason, key="plan")
        return self._written(plan, targets, paragraph.whole, hunks)

    def _written(
        self, plan: PrintedPlan, targets: Sequence[Target], text: str, hunks: Sequence[Hunk]
    ) -> list[Finding]:
        findings: list[Finding] = []
        for target in targets:
            shifted = [
                replace(h, start=h.start - target.prefix, end=h.end - target.prefix) for h in hunks
            ]
            if any(h.start < 0 for h in shifted):
                return _all(hunks, plan, text, State.LEFT, "The number of an action is its name.",
                            target)  # fmt: skip
            items = [h for h in shifted if _is_new_item(plan, target, text, h)]
            findings += [self._new_action(plan, target, h) for h in items]
            shifted = [h for h in shifted if h not in items]
            if not shifted:
                continue
            cells = self.edits_of(plan.file).cells
            before = cells.get(
                (target.row, target.column), plan.file.records[target.row].cells[target.column]
            )
            cell, told = self._cell(plan, target, text, before, shifted)
            if cell != before:
                cells[target.row, target.column] = cell
            findings += told
        return findings

    def _new_action(self, plan: PrintedPlan, target: Target, hunk: Hunk) -> Finding:
        """An item behind another in a list of actions is an action of the same group."""
        edits, record = self.edits_of(plan.file), plan.file.records[target.row]
        kept = (*OF_GROUP, "indicators", plan.layout.list_by)
        for words in hunk.new.strip(END).split(END):
            row = {name: record.cells[name] for name in kept if name in record.cells}
            row |= {"id": next_id(record.cells.get("id", ""), edits.ids(plan.file))}
            row["action"] = " ".join(words.split())
            edits.added.setdefault(target.row, []).append(row)
        reason = BELOW if plan.file.in_workbook else BEHIND.format(row=record.number)
        return finding_of(hunk, Place(plan.file.path, row=record.number), State.PROPOSED, reason)

    def _cell(
        self, plan: PrintedPlan, target: Target, text: str, before: str, hunks: Sequence[Hunk]
    ) -> tuple[str, list[Finding]]:
        """The cell as it is to be, and what became of each change."""
        column = target.column
        new = with_hunks(text[target.prefix :], hunks).strip()
        if column == "indicators":
            return _checked(plan, target, text, before, hunks, indicator_cell(new), NO_INDICATORS)
        if column == "rag":
            state = plan.layout.state(new) if new != NOTHING else None
            states = ", ".join(s.state for s in plan.layout.legend)
            reason = NO_STATE.format(state=new, states=states)
            wanted = state.state if state is not None else "" if new in ("", NOTHING) else None
            return _checked(plan, target, text, before, hunks, wanted, reason)
        if text.strip() == NOTHING:
            filled = new.replace(NOTHING, "").strip()
            return _checked(plan, target, text, before, hunks, as_cell(filled, column), "")
        if not new:
            emptied = without_item(before, text) if column == "sub_actions" else ""
            wanted = emptied if column in MAY_BE_EMPTY else None
            return _checked(plan, target, text, before, hunks, wanted, NOT_EMPTY)
        hunks = apart(hunks, target.known.filled, text[target.prefix :])
        ready = [replace(h, new=as_words(h.new, column)) for h in hunks]
        report = self.report
        cell, outcomes = patched(
            text[target.prefix :], before, ready, report.variables(before), report.origin, {},
            plain=True,
        )  # fmt: skip
        findings = []
        for hunk, outcome in zip(hunks, outcomes, strict=True):
            refusal = outcome.refusal
            state_of = State.PROPOSED if refusal is None else (
                State.REFUSED if refusal.key else State.LEFT
            )  # fmt: skip
            place = _place(plan, target, text, hunk, "" if refusal is None else refusal.key)
            reason = "" if refusal is None else refusal.reason
            findings.append(finding_of(hunk, place, state_of, reason))
        return cell, findings

    def edits_of(self, file: PlanFile) -> RowEdits:
        """What is to become of a file, to be added to."""
        return self.edits.setdefault(file.path, RowEdits())

    def files(self) -> list[FileChange]:
        """The files as they are to be."""
        return [
            FileChange(plan.file.path, plan.file.text, plan.file.edited(edits))
            for plan in self.plans
            if (edits := self.edits.get(plan.file.path)) and not plan.file.in_workbook
        ]

    def books(self) -> list[BookChange]:
        """The workbook as it is to be, where plans are sheets of it."""
        report = self.report
        workbook = workbook_of(report.workspace, report.trust_year)
        if workbook is None:
            return []
        schemas = tables_of(report.workspace.standard(report.trust_year))
        before = after = workbook.path.read_bytes()
        lines: list[str] = []
        for plan in self.plans:
            edits = self.edits.get(plan.file.path)
            if edits and plan.file.in_workbook:
                name = plan.file.path.partition(SHEET)[2]
                place = TablePlace(workbook.path, plan.file.path, sheet=True)
                after, told = sheet_change(after, place, schemas[name], plan.file, edits)
                lines += [f"{name} {line}" for line in told]
        return [BookChange(workbook.where, before, after, tuple(lines))] if lines else []


def plan_review(report: SentReport, units: Sequence[Unit], reviewed: Flow) -> PlanReview:
    """The plans that the report printed, each with its file and its layout."""
    result = PlanReview(report)
    params = read_params(report.workspace, report.trust_year)
    for (anchor, name), layout in zip(TABLES, (params.plan, params.last_plan), strict=True):
        table = table_of(report.flow, anchor)
        if table is None:
            continue
        file = _file(report, name)
        result.plans.append(PrintedPlan(report, file, _fitted(layout, file), table))
    _find_gone(result, units, reviewed)
    return result


def _file(report: SentReport, name: str) -> PlanFile:
    workspace, year = report.workspace, report.trust_year
    place = place_of(workspace, year, name)
    if place is None:
        return PlanFile(nominal(year, name), "", [], [])
    try:
        if place.sheet:
            return plan_sheet(place, tables_of(workspace.standard(year))[name])
        return plan_file(place.where, read_text(place.path, place.where))
    except Fault:
        return PlanFile(place.where, "", [], [])


def _fitted(layout: Layout, file: PlanFile) -> Layout:
    return fitted(layout, plan_of(record.cells for record in file.records))[0]


def _find_gone(result: PlanReview, units: Sequence[Unit], reviewed: Flow) -> None:
    """Rows of a table of which nothing is left."""
    left: dict[tuple[int, int], bool] = {}
    for unit in units:
        if unit.section or result.plan_at(unit.before[0]) is None:
            continue
        cell = result.report.flow.paragraphs[unit.before[0]].cell
        assert cell is not None
        stands = any(reviewed.paragraphs[n].accepted.strip() for n in unit.after)
        row = (cell.table, cell.row)
        left[row] = left.get(row, False) or stands
    result.gone = {row for row, stands in left.items() if not stands}


def _is_new_item(plan: PrintedPlan, target: Target, text: str, hunk: Hunk) -> bool:
    listed = plan.layout.actions_as == "list" and target.column == "action" and all(hunk.listed)
    behind = hunk.start == len(text) - target.prefix and hunk.new.startswith(END)
    return listed and behind and not hunk.old and bool(hunk.listed)


def _checked(
    plan: PrintedPlan, target: Target, text: str, before: str, hunks: Sequence[Hunk],
    wanted: str | None, reason: str,
) -> tuple[str, list[Finding]]:  # fmt: skip
    """A cell that is written as a whole; ``wanted`` is None where it cannot be."""
    state = State.LEFT if wanted is None else State.PROPOSED
    told = _all(hunks, plan, text, state, reason if wanted is None else "", target)
    return before if wanted is None else wanted, told


def _all(
    hunks: Sequence[Hunk], plan: PrintedPlan, text: str, state: State, reason: str,
    target: Target | None = None, key: str = "",
) -> list[Finding]:  # fmt: skip
    return [
        finding_of(hunk, _place(plan, target, text, hunk, key), state, reason) for hunk in hunks
    ]


def _place(plan: PrintedPlan, target: Target | None, text: str, hunk: Hunk, key: str) -> Place:
    near = around(text, hunk)
    if target is None:
        return Place(plan.file.path, key=key, near=near)
    number = plan.file.records[target.row].number
    return Place(plan.file.path, row=number, column=target.column, key=key, near=near)
