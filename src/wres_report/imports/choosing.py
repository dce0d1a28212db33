"""Chooses the sheet to read, finds its head, and gives its headings their meanings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.heads import Head, find_head
from wres_report.imports.meanings import Meaning, Placement, check_told, column_of, place, plain
from wres_report.imports.model import Wishes
from wres_report.imports.source import Sheet, Source

LEAST_COLUMNS = 2


@dataclass(frozen=True)
class Chosen:
    """The sheet that is read, its head, what its headings mean, and the sheets that are not.

    forgotten: headings that were decided earlier and are not in this file.
    """

    sheet: Sheet
    head: Head
    placements: tuple[Placement, ...]
    others: tuple[str, ...]
    forgotten: tuple[str, ...]

    @property
    def words(self) -> str:
        """Where the table stands, and what beside it is not read."""
        notes = f" ({self.sheet.notes})" if self.sheet.notes else ""
        others = f"; not read: {', '.join(self.others)}" if self.others else ""
        return f"{self.sheet.place}{notes}, head in {self.head.words}{others}"


def sheets_named(source: Source, wishes: Wishes) -> list[Sheet]:
    """The sheets that may be read; raises a usage fault where --sheet names none."""
    sheets = [s for s in source.sheets if not wishes.sheet or s.name == wishes.sheet]
    if not sheets:
        raise usage_fault(
            f"There is no sheet “{wishes.sheet}”.", source.where,
            f"Choose one of: {', '.join(s.name for s in source.sheets)}.",
        )  # fmt: skip
    return sheets


def choose(
    source: Source, wishes: Wishes, meanings: Sequence[Meaning], subject: str, advice: str,
    settle: Callable[[list[Placement]], list[Placement]] = lambda placements: placements,
) -> Chosen:  # fmt: skip
    """Take the sheet whose head names the most; the first of equals.

    subject, advice: for the fault where no sheet has such a head. settle: puts placements right
    that only all of them together can tell.
    """
    sheets = sheets_named(source, wishes)
    both = {**wishes.before, **wishes.told}
    found: list[tuple[int, Sheet, Head]] = []
    for sheet in sheets:
        head, named = find_head(sheet, meanings, both, LEAST_COLUMNS)
        if head is not None:
            found.append((named, sheet, head))
    if not found:
        raise input_fault(
            f"No row of this file names the columns of {subject}.",
            f"{source.where}: {', '.join(s.place for s in sheets)}",
            advice,
        )
    _, sheet, head = max(found, key=lambda entry: entry[0])
    check_told(dict(wishes.told), head.headings, f"{source.where}, {sheet.place}, {head.words}")
    present = {plain(heading) for heading in head.headings}
    forgotten = tuple(h for h in wishes.before if h not in present and h not in wishes.told)
    told = {h: m for h, m in wishes.before.items() if h in present} | dict(wishes.told)
    placements = settle(place(head.headings, meanings, told))
    others = tuple(s.place for s in source.sheets if s is not sheet)
    return Chosen(sheet, head, tuple(placements), others, forgotten)


def require(placements: Sequence[Placement], needed: Sequence[Meaning], where: str) -> None:
    """Raise an input fault where no heading has one of the meanings."""
    known = {p.meaning for p in placements}
    missing = [meaning for meaning in needed if meaning.name not in known]
    if missing:
        headings = ", ".join(f"“{p.heading}”" for p in placements if p.heading and not p.meaning)
        raise input_fault(
            f"No heading is known for {' and '.join(m.label for m in missing)}.", where,
            f'Say which it is: --map "HEADING={missing[0].word}". Headings without a meaning: '
            f"{headings or 'none'}.",
        )  # fmt: skip


def codes_of(chosen: Chosen, wishes: Wishes, whose: str) -> frozenset[str] | None:
    """The organisations to count; empty where the file is of one, None for every one of it.

    whose: what a column must say with --all, such as ``whose staff it is``; raises a usage fault
    where none does.
    """
    if wishes.everyone:
        if column_of(chosen.placements, "organisation") is None:
            raise usage_fault(
                f"With --all a column must say {whose}.", chosen.sheet.place,
                'Name it: --map "HEADING=organisation".',
            )  # fmt: skip
        return None
    return frozenset({wishes.code}) if wishes.code else None
