"""``recruitment.csv``, ``disciplinary.csv`` and ``training.csv`` from lists or from counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.answers import Answers
from wres_report.imports.choosing import Chosen, choose, codes_of, require
from wres_report.imports.event_columns import RECRUITMENT, event_table
from wres_report.imports.event_list import EventListReader
from wres_report.imports.event_pivot import EventPivotReader
from wres_report.imports.event_values import BASIS, EventValues
from wres_report.imports.group_words import spoken
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Certainty, Placement, column_of, columns_of
from wres_report.imports.model import Imported, Line, Remark, Wishes
from wres_report.imports.pivot import NUMBER
from wres_report.imports.source import Source

# So many values of a column must be ethnicities, each of them, for it to be taken as theirs.
LEAST_LABELS = 2
KEYS = ("application", "person", "case")


def read_events(name: str, source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """Count the events of a file for one table: who was shortlisted and appointed, entered a formal
    process, or took up training.

    Raises an input fault where no sheet has such a list or nothing of it is of the year, and a
    usage fault where the command names a sheet, heading or trust that is not there.
    """
    standard = wishes.standard
    table = event_table(name, standard)
    answers = Answers(lookups, standard, dict(wishes.values))
    column = answers.words.column
    meanings = table.with_groups(standard, lru_cache(maxsize=None)(answers.heads_a_group))
    advice = (
        f'It needs a column for the {column.word} with its heading. Other words: --map "HEADING='
        f'{column.word}", or one of: {", ".join(m.word for m in meanings[:-1])}.'
    )
    chosen = choose(source, wishes, meanings, table.subject, advice, _settled)
    chosen = _by_values(chosen, answers)
    where = f"{source.where}, {chosen.words}"
    if not columns_of(chosen.placements, "group"):
        require(chosen.placements, [column], where)
    ends = date.fromisoformat(wishes.snapshot)
    values = EventValues(table, answers, lookups, wishes.values, ends)
    basis = "year_end"
    if table.has_basis:
        basis = values.said(BASIS) or standard.of_cases(table.name).version(ends.year).basis
    reader = EventPivotReader if _is_pivot(chosen) else EventListReader
    found = reader(chosen.sheet, chosen.head, chosen.placements, values, basis).read(
        codes_of(chosen, wishes, "whose rows they are")
    )
    if not found.undecided and not found.tables:
        raise input_fault(
            "Nothing of this file counts for the year.",
            where,
            f"It counts the year to {ends.isoformat()}; --snapshot names the last day of another "
            f"year. What was left out: {_lines(found.lines)}.",
        )
    if not wishes.everyone and len(found.tables) > 1:
        raise usage_fault(
            f"This list is about {len(found.tables)} organisations.", source.where,
            "Name one with --code, or take --all.",
        )  # fmt: skip
    if chosen.forgotten:
        found.remarks.append(Remark(
            "columns", "Headings that were decided for an earlier file are not in this one:",
            chosen.forgotten,
        ))  # fmt: skip
    return Imported(
        table.name, source.where, chosen.words, spoken(chosen.placements, column), found.tables,
        tuple(found.lines), tuple(found.rules), tuple(found.remarks), tuple(found.undecided),
        {"sheet": chosen.sheet.name, "snapshot": wishes.snapshot},
    )  # fmt: skip


def _lines(lines: Sequence[Line]) -> str:
    return "; ".join(f"{line.number:,} {line.what}" for line in lines)


def _settled(placements: Sequence[Placement]) -> list[Placement]:
    """Groups side by side make a pivot, where there are several and no column of ethnicities.

    A row of a person could hold several such words as well, so that the other headings of such a
    head are not shown.
    """
    groups = columns_of(placements, "group")
    pivot = len(groups) > 1 and column_of(placements, "ethnicity") is None
    settled = []
    for placed in placements:
        if placed.meaning == "group" and not pivot:
            settled.append(Placement(placed.heading, placed.index))
        elif pivot and not placed.meaning:
            settled.append(replace(placed, heading=""))
        else:
            settled.append(placed)
    return settled


def _by_values(chosen: Chosen, answers: Answers) -> Chosen:
    """Take a column whose every value is an ethnicity for theirs, where no heading says it.

    Raises an input fault where there are several; the command must say which.
    """
    if columns_of(chosen.placements, "group") or column_of(chosen.placements, "ethnicity"):
        return chosen
    rows = chosen.sheet.preview[chosen.head.below :]
    fitting = []
    for placed in chosen.placements:
        texts = {row[placed.index] for row in rows if row[placed.index]}
        labels = {text for text in texts if len(text) > 2}
        if placed.meaning or placed.certainty is Certainty.TOLD or len(labels) < LEAST_LABELS:
            continue
        if all(answers.group(text).meaning for text in texts):
            fitting.append(placed)
    word = answers.words.column.word
    if len(fitting) > 1:
        raise input_fault(
            f"Several columns hold {answers.words.plural}, and no heading says which one is meant.",
            chosen.sheet.place,
            "Name it: "
            + ", or ".join(f'--map "{p.heading or f"column {p.index + 1}"}={word}"'
                           for p in fitting) + ".",
        )  # fmt: skip
    if not fitting:
        return chosen
    taken = replace(
        fitting[0], meaning="ethnicity", certainty=Certainty.GUESS,
        reason=f"all its values are {answers.words.plural}",
    )  # fmt: skip
    placements = tuple(taken if p.index == taken.index else p for p in chosen.placements)
    return replace(chosen, placements=placements)


def _is_pivot(chosen: Chosen) -> bool:
    placements = chosen.placements
    if columns_of(placements, "group"):
        return True
    if any(column_of(placements, key) for key in KEYS):
        return False
    if column_of(placements, "headcount") is not None:
        return True
    # Yes and no may be written 1 and 0; a larger number is how many.
    flags = [p for name in RECRUITMENT.measures for p in columns_of(placements, name)]
    texts = [row[p.index] for row in chosen.sheet.preview[chosen.head.below :] for p in flags]
    filled = [text for text in texts if text]
    return (
        bool(filled)
        and all(map(NUMBER.match, filled))
        and any(1 < float(text.replace(",", "")) < 20_000 for text in filled)
    )
