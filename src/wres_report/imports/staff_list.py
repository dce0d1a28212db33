"""A staff list with a row for each person or assignment becomes counts by band and group."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wres_report import words
from wres_report.faults import usage_fault
from wres_report.imports.answers import EMPTY, STAFF_GROUPS, Answers
from wres_report.imports.cells import Cells
from wres_report.imports.heads import Head
from wres_report.imports.meanings import Placement, column_of, columns_of, plain
from wres_report.imports.model import Line, Remark, Undecided
from wres_report.imports.people import Duplicates, StaffList
from wres_report.imports.row_list import Value
from wres_report.imports.showing import shown
from wres_report.imports.source import Sheet
from wres_report.imports.staff_values import OUT, REASONS, TOLD_OUT, StaffValues, Understood

# A staff list has at most so many pay scales, staff groups or ethnicities that no table knows.
MOST_ASKED = 60


class StaffListReader:
    """Reads one sheet. snapshot: the day on which somebody must be employed."""

    def __init__(
        self, sheet: Sheet, head: Head, placements: Sequence[Placement], answers: Answers,
        cells: Cells, snapshot: date,
    ) -> None:  # fmt: skip
        self.sheet, self.head, self.placements = sheet, head, placements
        self.answers, self.cells, self.snapshot = answers, cells, snapshot
        self.found = Understood()
        self.values = StaffValues(answers, cells, snapshot, self.found)
        self.columns = self._columns()

    def _columns(self) -> dict[str, int]:
        names = {
            "person": "person", "organisation": "organisation", "primary": "main",
            "staff_group": "staff_group", "pay": "pay", "ethnicity": "ethnicity",
            "start": "started", "leave": "ended",
        }  # fmt: skip
        columns = {
            name: columns_of(self.placements, meaning)[0].index
            for meaning, name in names.items()
            if columns_of(self.placements, meaning)
        }
        for meaning in OUT:
            for number, placement in enumerate(columns_of(self.placements, meaning)):
                columns[f"{meaning}_{number}"] = placement.index
        return columns

    def read(self, codes: frozenset[str] | None) -> Understood:
        """Count everyone. codes: the organisations to count; None for all of the list."""
        connection = self.sheet.connection()
        try:
            staff = StaffList(connection, self.sheet, self.columns)
            self._rows(staff, codes)
            self._encode(staff)
            if not self.found.undecided:
                self._count(staff)
        finally:
            connection.close()
        return self.found

    def _rows(self, staff: StaffList, codes: frozenset[str] | None) -> None:
        lines = self.found.lines
        person = column_of(self.placements, "person")
        numbered = person is not None and "assignment" in plain(person.heading).split()
        rows = staff.load(self.head.below, self.head.width, numbered=numbered)
        lines.append(Line("rows below the head", rows))
        of_data = [n for n in ("staff_group", "pay", "ethnicity") if n in self.columns]
        head = self.sheet.preview[self.head.below - 1]
        for reason, texts in (
            ("titles, totals and notes", [""] * len(of_data)),
            ("the head again", [head[self.columns[name]] for name in of_data]),
        ):
            written = [staff.written(n, text) for n, text in zip(of_data, texts, strict=True)]
            if all(written):
                same = " and ".join(
                    f"{name} in ({', '.join('?' for _ in found)})"
                    for name, found in zip(of_data, written, strict=True)
                )
                every = [text for found in written for text in found]
                self._out(reason, staff.drop_kinds(same, every))
        if codes is not None and "organisation" in self.columns:
            known = staff.codes()
            listed_codes = ", ".join(map(shown, known[:40]))
            if not codes & set(known):
                raise usage_fault(
                    f"No row of this list is of {', '.join(sorted(codes))}.",
                    self.sheet.place,
                    f"It is about {listed_codes}. Name one with --code, or take --all.",
                )
            listed = ", ".join("?" for _ in codes)
            others = staff.drop_rows(f"organisation not in ({listed})", sorted(codes))
            self._out("of other organisations", others)

    def _out(self, reason: str, rows: int) -> None:
        if rows:
            self.found.lines.append(Line(f"left out: {reason}", rows))

    def _encode(self, staff: StaffList) -> None:
        """Understand the values of every column, and leave out the rows that do not count."""
        kept: dict[str, dict[int, int]] = {}
        known: dict[str, dict[int, Value]] = {}
        for name in staff.looked_at:
            values = staff.values(name)
            known[name] = {value.number: value for value in values}
            kept[name] = self.values.codes(name, values)
        staff.encode(kept)
        out = [n for n in kept if n.split("_")[0] in OUT or n in ("started", "ended")]
        first = "coalesce(" + ", ".join(f"nullif({n} // {REASONS}, 0)" for n in out) + ", 0)"
        rows_of = staff.rows_by(first) if out else {}
        for number, reason in enumerate(self.values.reasons, start=1):
            self._out(reason, rows_of.get(number, 0))
        if self.values.reasons:
            every = " and ".join(f"{name} < {REASONS}" for name in out)
            staff.keep(every)
        for name in ("staff_group", "pay", "ethnicity"):
            if name in kept:
                rows = staff.rows_with(f"{name} = {TOLD_OUT}")
                self._out(f"{self.answers.word(name).replace('_', ' ')} told to be left out", rows)
                staff.keep(f"{name} <> {TOLD_OUT}")
        if "main" in kept and "person" not in self.columns:
            self._out("not the primary assignment", staff.rows_with("main <> 0"))
            staff.keep("main = 0")
        self._doctors(staff, kept)
        self._ask(staff, kept, known)

    def _doctors(self, staff: StaffList, kept: dict[str, dict[int, int]]) -> None:
        """Let the role say the grade of doctors whose pay scale nobody knows."""
        for name in kept:
            if name.startswith("role_") and {"pay", "staff_group"} <= set(kept):
                medical = self.values.meanings["pay"].index("medical")
                doctors = STAFF_GROUPS.index("medical")
                rows = staff.replace(
                    "pay", medical,
                    f"pay < 0 and staff_group = {doctors} and {name} between 1 and {TOLD_OUT}",
                )  # fmt: skip
                if rows:
                    self.found.remarks.append(Remark(
                        "doctors", "Doctors whose pay scale is not known are placed by their role.",
                        (words.counted(rows, "row"),),
                    ))  # fmt: skip

    def _ask(
        self, staff: StaffList, kept: dict[str, dict[int, int]],
        known: dict[str, dict[int, Value]],
    ) -> None:  # fmt: skip
        """List what nobody knows, with its people; only of rows that would be counted."""
        word = self.answers.word("ethnicity")
        words = {"staff_group": "staff group", "pay": "pay scale", "ethnicity": word}
        for name, label in words.items():
            if not any(code < 0 for code in kept.get(name, {}).values()):
                continue
            unknown = staff.people_by_unknown(name)
            if len(unknown) > MOST_ASKED:
                # So many are no pay scales; they may be names, and are never listed.
                self.found.undecided.append(Undecided(
                    label, f"{len(unknown):,} different values", sum(n for _, n in unknown),
                    f"another column holds the {label}",
                    f'--map "HEADING={self.answers.word(name)}"',
                ))  # fmt: skip
                continue
            for number, people in unknown:
                value = known[name][number]
                proposal = self.values.answer(name, value.text).proposal
                text = shown(value.text) or EMPTY
                self.found.undecided.append(
                    Undecided(label, text, people, proposal, f'--value "{text}=MEANING"')
                )

    def _count(self, staff: StaffList) -> None:
        names = ["staff_group", "pay", *(n for n in self.columns if n.startswith("role_"))]
        names = [name for name in names if name in self.columns]
        meanings = self.values.meanings
        placed: list[tuple[int, ...]] = []
        moved: dict[str, int] = {}
        for combination in staff.combinations(names):
            codes = dict(zip(names, combination, strict=False))
            group = STAFF_GROUPS[codes["staff_group"]] if "staff_group" in codes else ""
            pay = meanings["pay"][codes["pay"]] if "pay" in codes else ""
            role = next(
                (meanings["pay"][code - 1] for n, code in codes.items()
                 if n.startswith("role_") and code), "",
            )  # fmt: skip
            cell = self.cells.cell(group, pay, role)
            if cell is None:
                self.found.undecided.append(Undecided(
                    "grade of doctors", f"{group or 'medical'}, {pay or EMPTY}", combination[-1],
                    "a column with the role or the pay scale would tell",
                    '--map "HEADING=role", or --value "TEXT=consultant"',
                ))  # fmt: skip
                continue
            if cell.moved:
                moved[cell.moved] = moved.get(cell.moved, 0) + combination[-1]
            number = self.cells.number[cell.staff_group, cell.band]
            placed.append((*combination[:-1], number, self.cells.order(cell)))
        if self.found.undecided:
            return
        for why, rows in moved.items():
            self.found.remarks.append(Remark(
                "moved", f"{why[:1].upper()}{why[1:]}: counted as medical.",
                (words.counted(rows, "row"),),
            ))  # fmt: skip
        staff.place_cells(names, placed)
        counted, duplicates = staff.count()
        self._tell(duplicates)
        self.found.lines.append(Line("people counted", sum(c.people for c in counted)))
        consultants = self.cells.number["medical", "consultant"]
        if any(c.cell == consultants for c in counted):
            self.found.remarks.append(Remark(
                "senior", "No staff list says which consultants are senior medical managers. They "
                "are counted among the consultants; add the row “of which” by hand.",
            ))  # fmt: skip
        self.found.tables = self.cells.tables((c.trust, c.cell, c.group, c.people) for c in counted)

    def _tell(self, duplicates: Duplicates) -> None:
        if "person" in self.columns:
            rule = "A person with several assignments counts once: "
            first = "by the primary one, and " if "main" in self.columns else ""
            self.found.rules.append(
                f"{rule}{first}otherwise by the one in the highest band, a grade of doctors before "
                "any band."
            )
        else:
            self.found.remarks.append(Remark(
                "person", "No column names a person, so each row counts as one.",
            ))  # fmt: skip
        if duplicates.nameless and "person" in self.columns:
            self.found.remarks.append(Remark(
                "person", "Rows without a person's number count as a person each.",
                (words.counted(duplicates.nameless, "row"),),
            ))  # fmt: skip
        self._out("further assignments of the same person", duplicates.assignments)
        if duplicates.undecided:
            self.found.remarks.append(Remark(
                "assignments", "People with several assignments, not exactly one of them primary: "
                "counted in the highest band of these.",
                (words.people_counted(duplicates.undecided),),
            ))  # fmt: skip
        if duplicates.contradicting:
            self.found.remarks.append(Remark(
                self.answers.word("ethnicity"),
                "People whose assignments have different groups: the one of "
                "the assignment that counts is taken.",
                (words.people_counted(duplicates.contradicting),),
            ))  # fmt: skip
