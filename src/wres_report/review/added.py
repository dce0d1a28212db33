"""Paragraphs, tables and notes of a reviewed file that belong to nothing the report printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from wres_report.review.flow import Change, Paragraph
from wres_report.review.hunks import END
from wres_report.review.model import Finding, Place, State
from wres_report.review.placing import Placing

NO_PLACE = "It stands between what the program writes, where the report has no words of yours."
IN_TABLE = "The program writes this table, and would write it again without these cells."
NEW_TABLE = "Write the table into the narrative by hand, with | between its cells."
NOTE = "Write it by hand behind the words that it is a note of, as ^[its words]."
BETWEEN_CELLS = " | "


def added_findings(placing: Placing, taken: set[int]) -> list[Finding]:
    """What was added, each table and each note once. taken: numbers of paragraphs that have been
    told of otherwise, such as new rows of a plan."""
    paragraphs = placing.reviewed.paragraphs
    numbers = [
        number for number, _ in placing.matched.added
        if number not in taken and paragraphs[number].accepted.strip()
    ]  # fmt: skip
    found = []
    for (table, part), together in groupby(numbers, lambda n: _held_by(n, paragraphs[n])):
        group = list(together)
        finding = (
            _in_table if table is not None else _note if part in placing.reviewed.notes else _words
        )
        found.append(finding(placing, group))
    return found


def _held_by(number: int, paragraph: Paragraph) -> tuple[int | None, str]:
    """What a paragraph is told together with: its table or its note; else it is told alone."""
    if paragraph.cell is not None:
        return paragraph.cell.table, paragraph.part
    return None, paragraph.part or str(number)


def _in_table(placing: Placing, numbers: Sequence[int]) -> Finding:
    paragraphs = placing.reviewed.paragraphs
    cell = paragraphs[numbers[0]].cell
    assert cell is not None
    printed = [n for n in placing.matched.of if (c := paragraphs[n].cell) and c.table == cell.table]
    words = rows_as_words([paragraphs[n] for n in numbers])
    if printed:
        before = [n for n in printed if n < numbers[0]] or printed
        place = placing.place([(max(before), 0, 0)])
        return _finding(placing, numbers, place, words, IN_TABLE)
    own = placing.is_own(numbers[0])
    return _finding(
        placing, numbers, placing.after(numbers[0]), words, NEW_TABLE if own else NO_PLACE
    )


def _note(placing: Placing, numbers: Sequence[int]) -> Finding:
    paragraphs = placing.reviewed.paragraphs
    paragraph, at = placing.reviewed.notes[paragraphs[numbers[0]].part]
    place = placing.place([(paragraph, at, at)])
    words = END.join(paragraphs[n].accepted for n in numbers)
    return _finding(placing, numbers, place, words, NOTE)


def _words(placing: Placing, numbers: Sequence[int]) -> Finding:
    (number,) = numbers
    words = placing.reviewed.paragraphs[number].accepted
    return _finding(placing, numbers, placing.after(number), words, NO_PLACE)


def rows_as_words(paragraphs: Sequence[Paragraph]) -> str:
    """The paragraphs of a table as lines, with strokes between their cells."""
    lines = []
    for _, row in groupby(paragraphs, lambda p: p.cell and p.cell.row):
        cells = groupby(row, lambda p: p.cell and p.cell.column)
        texts = (" ".join(p.accepted.strip() for p in cell) for _, cell in cells)
        lines.append(BETWEEN_CELLS.join(text for text in texts if text))
    return END.join(lines)


def _finding(
    placing: Placing, numbers: Sequence[int], place: Place, words: str, reason: str
) -> Finding:
    changes = list(changes_of(placing.reviewed.paragraphs[n] for n in numbers))
    return Finding(
        "insertion", place, State.LEFT, "", words,
        tuple(dict.fromkeys(c.author for c in changes if c.author)),
        max((c.date for c in changes), default=""), tracked=bool(changes), reason=reason,
    )  # fmt: skip


def changes_of(paragraphs: Iterable[Paragraph]) -> Iterator[Change]:
    """The tracked changes of some paragraphs."""
    return (p.change for paragraph in paragraphs for p in paragraph.pieces if p.change is not None)
