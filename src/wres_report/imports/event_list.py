"""A list with a row for each applicant, case or attendance becomes counts by stage and group."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.faults import usage_fault
from wres_report.imports.answers import EMPTY
from wres_report.imports.event_codes import AFTER, OUT, TWO_YEARS, VALUES_OUT, EventCodes
from wres_report.imports.event_rows import CASE_KEY, EventRows
from wres_report.imports.event_tables import Counts
from wres_report.imports.event_values import (
    BASIS,
    EARLIER,
    EVERY_ROW,
    LAST,
    PERSON,
    THIS,
    EventValues,
)
from wres_report.imports.heads import Head
from wres_report.imports.meanings import Placement, column_of, columns_of, plain
from wres_report.imports.model import Line, Remark
from wres_report.imports.row_list import Value
from wres_report.imports.showing import shown
from wres_report.imports.source import Sheet
from wres_report.imports.staff_values import Understood
from wres_report.words import counted

YES_FLAG = 1
# The columns in the database by their meanings; some of the words are SQL's own.
SEEN = {name: name for name in (
    "ethnicity", "stage", "kind", "status", "shortlisted", "appointed", "mandatory"
)} | {"date": "day"}  # fmt: skip
UNSEEN = {name: name for name in ("application", "vacancy", "person", "organisation")} | {
    "case": CASE_KEY
}


class EventListReader:
    """Reads one sheet. basis: ``year_end`` or ``two_year_average``; of how many years it is."""

    def __init__(
        self, sheet: Sheet, head: Head, placements: Sequence[Placement], values: EventValues,
        basis: str,
    ) -> None:  # fmt: skip
        self.sheet, self.head, self.placements = sheet, head, placements
        self.values, self.table, self.basis = values, values.table, basis
        self.found = Understood()
        self.codes = EventCodes(values)
        self.columns = {
            name: p.index for meaning, name in (UNSEEN | SEEN).items()
            if (p := column_of(placements, meaning))
        } | {
            f"assignment_{n}": p.index for n, p in enumerate(columns_of(placements, "assignment"))
        }  # fmt: skip
        # Flags say more than a stage: they say what somebody went through, not where it ended.
        if {"shortlisted", "appointed"} <= set(self.columns):
            self.columns.pop("stage", None)

    def read(self, codes: frozenset[str] | None) -> Understood:
        """Count every event. codes: the organisations to count; None for all of the list."""
        connection = self.sheet.connection()
        try:
            rows = EventRows(connection, self.sheet, self.columns)
            self._ask_of_the_file(self._rows(rows, codes))
            self._encode(rows)
            self.found.undecided += self.values.asked
            if not self.found.undecided:
                self._count(rows)
        finally:
            connection.close()
        return self.found

    def _ask_of_the_file(self, rows: int) -> None:
        table, values, columns = self.table, self.values, self.columns
        ask, every = values.ask, values.said(EVERY_ROW)
        told = f'--value "{EVERY_ROW}={table.measures[0]}"'
        if table.below:
            for measure, option in zip(table.measures, (
                f'--map "HEADING=stage" or =shortlisted, or {told} if every row is one',
                '--map "HEADING=stage", or =appointed',
            ), strict=True):  # fmt: skip
                said = every if measure == table.measures[0] else ""
                if "stage" not in columns and measure not in columns and not said:
                    ask("what the rows are", f"no column says who was {measure}", rows, "", option)
        elif "kind" not in columns and "mandatory" not in columns and not every:
            ask(
                "what the rows are", "no column says which kind they are", rows,
                f"every row is to be counted as {table.measures[0]}",
                f'{told}, or --map "HEADING=kind"',
            )  # fmt: skip
        if table.name == "training" and "person" not in columns and not values.said(PERSON):
            ask(
                "who attended", "no column names a person, and people count once", rows,
                "each row is another person",
                f'--map "HEADING=person", or --value "{PERSON}=each_row"',
            )  # fmt: skip
        if self.basis == TWO_YEARS and "day" not in columns:
            ask(
                "the two years", "no column says of which year a case is", rows,
                "the cases of one year", f'--map "HEADING=date", or --value "{BASIS}=year_end"',
            )  # fmt: skip

    def _rows(self, rows: EventRows, codes: frozenset[str] | None) -> int:
        """Read the rows and leave out those that are none of these events; how many there are."""
        person = column_of(self.placements, "person")
        numbered = person is not None and "assignment" in plain(person.heading).split()
        count = rows.load(self.head.below, self.head.width, numbered=numbered)
        rows.trim_keys()
        self.found.lines.append(Line("rows below the head", count))
        of_data = [name for name in rows.looked_at if not name.startswith("assignment")]
        head = self.sheet.preview[self.head.below - 1]
        written = [rows.written(name, head[self.columns[name]]) for name in of_data]
        if written and all(written):
            same = " and ".join(
                f"{name} in ({', '.join('?' for _ in found)})"
                for name, found in zip(of_data, written, strict=True)
            )
            texts = [text for found in written for text in found]
            self._out("the head again", rows.drop_rows(same, texts))
        keys = sorted((self.columns[n], n) for n in UNSEEN.values() if n in self.columns)
        first = keys[0][1] if keys else ""
        self._out("titles, totals and notes", rows.drop_notes(of_data, first))
        if codes is not None and "organisation" in self.columns:
            known = rows.codes()
            if not codes & set(known):
                raise usage_fault(
                    f"No row of this list is of {', '.join(sorted(codes))}.", self.sheet.place,
                    f"It is about {', '.join(map(shown, known[:40]))}. Name one with --code, or "
                    "take --all.",
                )  # fmt: skip
            listed = ", ".join("?" for _ in codes)
            others = rows.drop_rows(f"organisation not in ({listed})", sorted(codes))
            self._out("of other organisations", others)
        return count

    def _out(self, reason: str, rows: int) -> None:
        if rows:
            self.found.lines.append(Line(f"left out: {reason}", rows))

    def _encode(self, rows: EventRows) -> None:
        """Understand the values of every column, and leave out the rows that do not count."""
        known: dict[str, dict[int, Value]] = {}
        codes: dict[str, dict[int, int]] = {}
        for name in rows.looked_at:
            values = rows.values(name)
            known[name] = {value.number: value for value in values}
            codes[name] = {v.number: c for v, c in zip(values, self.codes.of(name, values),
                                                       strict=True)}  # fmt: skip
        first = [name for name in self.table.first if name in self.columns]
        if "vacancy" in first:
            # A number of an application suffices; that of a vacancy needs the applicant's.
            first = ["application"] if "application" in first else (
                ["person", "vacancy"] if "person" in self.columns else [])  # fmt: skip
        second = "person" if self.table.once and "person" in self.columns else ""
        rows.encode_events(codes, first, second)
        self._leave_out(rows, codes, known)
        for name in codes:
            self.codes.ask(rows, name, known[name])

    def _leave_out(
        self, rows: EventRows, codes: dict[str, dict[int, int]], known: dict[str, dict[int, Value]]
    ) -> None:
        """Take out what is of another kind, then what is of another time."""
        for name in codes:
            if name.startswith("assignment"):
                self._out("bank, honorary or not employed", rows.drop(f"{name} = {OUT}"))
            elif name == "mandatory":
                self._out("mandatory training", rows.drop(f"{name} = {YES_FLAG}"))
            for number, code in codes[name].items():
                if code >= VALUES_OUT:
                    word = shown(known[name][number].text) or EMPTY
                    self._out(f"{name} “{word}”", rows.drop(f"{name} = {code}"))
        if "day" in codes:
            self._out("no day", rows.drop(f"day = {OUT}"))
            self._out("after the year", rows.drop(f"day = {AFTER}"))
            if self.table.first != (CASE_KEY,):
                self._out("before the year", rows.drop(f"day in ({LAST}, {EARLIER})"))

    def _count(self, rows: EventRows) -> None:
        rows.add_level(self._level(set(rows.looked_at)))
        before = rows.rows_by_level()
        periods = 2 if self.basis == TWO_YEARS else 1
        nameless = rows.nameless("person")
        tallies, merged = rows.tally("day" if "day" in self.columns else str(THIS), periods)
        self._out("further rows of the same event", merged.repeated)
        self._out("first entry before the year", merged.earlier)
        self._out("further events of the same person in the year", merged.again)
        self._tell(nameless, merged.contradicting, merged.filled)
        self.found.undecided += self.codes.ask_two_years(tallies, periods)
        if not self.found.undecided:
            Counts(self.table, self.basis, self.values.answers.names).tell(
                tallies, before, self.found
            )

    def _level(self, columns: set[str]) -> str:
        """How far a row came, in SQL: 0 below the first measure, 1 at the first, 2 at the next."""
        if not self.table.below:
            return "1"
        every = 1 if self.values.said(EVERY_ROW) else 0
        parts = [str(every)]
        if "stage" in columns:
            parts.append("stage")
        parts += [f"{name} * {level}" for level, name in enumerate(self.table.measures, start=1)
                  if name in columns]  # fmt: skip
        return f"greatest({', '.join(parts)})"

    def _tell(self, nameless: int, contradicting: int, filled: int) -> None:
        rules, remarks = self.found.rules, self.found.remarks
        ends = self.values.ends
        if "day" in self.columns:
            rules.append(f"What happened in the year to {ends.isoformat()} is counted.")
        else:
            remarks.append(Remark(
                "dates", "No column says when, so every row is taken as of the year to "
                f"{ends.isoformat()}.",
            ))  # fmt: skip
        if self.table.once and "person" in self.columns:
            rules.append("A person counts once in a year, however many events there are.")
            if nameless:
                remarks.append(Remark(
                    "person", "Rows without a person's number count as a person each.",
                    (counted(nameless, "row"),),
                ))  # fmt: skip
        elif self.table.once:
            remarks.append(Remark("person", "No column names a person, so nobody is looked for "
                                  "twice."))  # fmt: skip
        if CASE_KEY in self.columns:
            rules.append("The rows of one case are one entry, of the day of the first of them.")
        if self.table.below:
            known = "application" in self.columns or {"person", "vacancy"} <= set(self.columns)
            text = "The rows of one application are one, as far as the furthest of them."
            rules += [text] if known else []
            if not known:
                remarks.append(Remark("application", "No columns name an application, so each row "
                                      "counts as one."))  # fmt: skip
        names = self.values.answers.names
        word = self.values.answers.word("ethnicity")
        one, other = (names.spoken[name] for name in names.pair)
        if contradicting:
            remarks.append(Remark(
                word, f"{one} in one row and {other} in another: counted as unknown.",
                (f"{contradicting:,} {self.table.units}",),
            ))  # fmt: skip
        if filled:
            remarks.append(Remark(
                word, "Unknown in one row and known in another: the known group is taken.",
                (f"{filled:,} {self.table.units}",),
            ))  # fmt: skip
