"""``recruitment.csv``, ``disciplinary.csv`` and ``training.csv`` from lists or from counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.answers import Answers
from wres_report.imports.choosing import Chosen, choose, codes_of, require
from wres_report.imports.event_columns import DISCIPLINARY, RECRUITMENT, TRAINING, EventTable
from wres_report.imports.event_list import EventListReader
from wres_report.imports.event_pivot import EventPivotReader
from wres_report.imports.event_values import BASIS, EventValues
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Certainty, Placement, column_of, columns_of
from wres_report.imports.model import Imported, Line, Remark, Wishes
from wres_report.imports.pivot import NUMBER
from wres_report.imports.source import Source
from wres_report.imports.staff_columns import ETHNICITY, is_total
from wres_report.standard import load_standard

# So many values of a column must be ethnicities, each of them, for it to be taken as theirs.
LEAST_LABELS = 2
KEYS = ("application", "person", "case")


def read_recruitment(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """Count who was shortlisted and appointed; faults as of ``read_events``."""
    return read_events(RECRUITMENT, source, wishes, lookups)


def read_disciplinary(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """Count who entered the formal disciplinary process; faults as of ``read_events``."""
    return read_events(DISCIPLINARY, source, wishes, lookups)


def read_training(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """Count who took up non-mandatory training; faults as of ``read_events``."""
    return read_events(TRAINING, source, wishes, lookups)


def read_events(
    table: EventTable, source: Source, wishes: Wishes, lookups: Lookups
) -> Imported:  # fmt: skip
    """Count the events of a file for one table.

    Raises an input fault where no sheet has such a list or nothing of it is of the year, and a
    usage fault where the command names a sheet, heading or trust that is not there.
    """
    standard = load_standard()
    answers = Answers(lookups, standard, dict(wishes.values))
    recognised = lru_cache(maxsize=None)(partial(_is_group, answers))
    advice = (
        'It needs a column for the ethnicity with its heading. Other words: --map "HEADING='
        f'ethnicity", or one of: {", ".join(m.name for m in table.meanings)}.'
    )
    chosen = choose(source, wishes, table.with_groups(recognised), table.subject, advice, _settled)
    chosen = _by_values(chosen, answers)
    where = f"{source.where}, {chosen.words}"
    if not columns_of(chosen.placements, "group"):
        require(chosen.placements, [ETHNICITY], where)
    ends = date.fromisoformat(wishes.snapshot)
    values = EventValues(table, answers, lookups, wishes.values, ends)
    basis = "year_end"
    if table is DISCIPLINARY:
        basis = values.said(BASIS) or standard.indicator("i3").version(ends.year).basis
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
        table.name, source.where, chosen.words, chosen.placements, found.tables,
        tuple(found.lines), tuple(found.rules), tuple(found.remarks), tuple(found.undecided),
        {"sheet": chosen.sheet.name, "snapshot": wishes.snapshot},
    )  # fmt: skip


def _lines(lines: Sequence[Line]) -> str:
    return "; ".join(f"{line.number:,} {line.what}" for line in lines)


def _is_group(answers: Answers, heading: str) -> bool:
    return bool(heading) and not is_total(heading) and bool(answers.ethnicity(heading).meaning)


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
        if all(answers.ethnicity(text).meaning for text in texts):
            fitting.append(placed)
    if len(fitting) > 1:
        raise input_fault(
            "Several columns hold ethnicities, and no heading says which one is meant.",
            chosen.sheet.place,
            "Name it: "
            + ", or ".join(f'--map "{p.heading or f"column {p.index + 1}"}=ethnicity"'
                           for p in fitting) + ".",
        )  # fmt: skip
    if not fitting:
        return chosen
    taken = replace(
        fitting[0], meaning="ethnicity", certainty=Certainty.GUESS,
        reason="all its values are ethnicities",
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
