"""A contractor's local file of one trust: positive scores by question and group."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.answers import Answers
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Certainty, Placement, plain
from wres_report.imports.model import Imported, Line, Remark, Table, Wishes
from wres_report.imports.showing import shown
from wres_report.imports.source import Source
from wres_report.inputs.tables import TABLES
from wres_report.standard import load_standard
from wres_report.words import counted

NEEDED = ("year", "questionnumber", "dimname", "dimvalue")
DIMENSIONS = frozenset(
    {"ethnicity", "ethnic group", "ethnic background", "ethnic background summary"}
)
RELEASE = "local file"
# By question number of the survey from 2021 on, and before: the indicator, and whether the
# positive answer is the one that the indicator does not count.
QUESTIONS = {
    2021: {"q14a": (5, True), "q15": (7, False), "q16b": (8, True)},
    0: {"q13a": (5, True), "q14": (7, False), "q15b": (8, True)},
}
MISSING = frozenset({"", "*", "-", "na", "n/a"})


def is_local(source: Source) -> bool:
    """Whether this is a contractor's file: known by its columns."""
    for sheet in source.sheets:
        if any(set(NEEDED) <= {h.casefold() for h in row} for row in sheet.preview[:20]):
            return True
    return False


def read_local(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """The results of indicators 5, 7 and 8 by group.

    Raises an input fault for the file without scores, and a usage fault where --all is asked for.
    """
    if wishes.everyone:
        raise usage_fault("This file is about one trust.", source.where, "Leave --all out.")
    sheet = next(s for s in source.sheets if s.preview)
    number, head = next(
        (n, row) for n, row in enumerate(sheet.preview)
        if set(NEEDED) <= {h.casefold() for h in row}
    )  # fmt: skip
    place = {heading.casefold(): i for i, heading in enumerate(head)}
    if "score" not in place:
        raise input_fault(
            "This file has no column Score.", source.where,
            "Take the file with the positive scores (positive_scoring), whose columns are Year, "
            "QuestionNumber, DimName, DimValue, BaseSize and Score.",
        )  # fmt: skip
    answers = Answers(lookups, load_standard(), dict(wishes.values))
    rows = sheet.rows()[number + 1 :]
    found, other, unread = _results(rows, place, answers, wishes)
    if not found:
        raise input_fault(
            "This file has no result of White and BME staff for indicators 5, 7 or 8.",
            source.where,
            "It needs rows whose DimName is Ethnicity and whose DimValue is White or BME.",
        )
    table = tuple(
        (str(i), str(year), group, score, responses, "", RELEASE)
        for (i, year, group), (score, responses) in sorted(
            found.items(), key=lambda entry: (entry[0][0], entry[0][1], entry[0][2] != "white")
        )
    )
    columns = [
        Placement(h, i, "" if h.casefold() not in (*NEEDED, "score", "basesize") else h.casefold(),
                  Certainty.EXACT) for i, h in enumerate(head)
    ]  # fmt: skip
    remarks = [
        Remark("indicator 6", "Indicator 6 joins two questions, and cannot be made of their "
               "separate scores."),
        Remark("weighting", "Whether a contractor's scores are weighted is not known. They are "
               "kept apart from the benchmark workbook, and no benchmark is given."),
    ]  # fmt: skip
    if other:
        remarks.append(Remark("groups", "Groups that are not White or BME as a whole:", other))
    if unread:
        remarks.append(Remark(
            "scores", "Scores that are no number from 0 to 100, or the second of one question, "
            "group and year, are not taken:", (counted(unread, "row"),),
        ))  # fmt: skip
    return Imported(
        "survey", source.where, sheet.place, tuple(columns), (Table("", TABLES["survey"].columns,
        table),), (Line("rows below the head", len(rows)), Line("results taken", len(table))),
        ("Scores are those of the positive answer: for indicators 5 and 8 the share is 100 minus "
         "the score.",), tuple(remarks), (), {"release": RELEASE},
    )  # fmt: skip


def _results(
    rows: Sequence[Sequence[str]], place: dict[str, int], answers: Answers, wishes: Wishes
) -> tuple[dict[tuple[int, int, str], tuple[str, str]], tuple[str, ...], int]:
    """The results, the groups that are neither White nor BME, and how many scores were not taken;
    those that say they are missing are not among them."""
    found: dict[tuple[int, int, str], tuple[str, str]] = {}
    other: set[str] = set()
    unread = 0
    for row in rows:
        if plain(row[place["dimname"]]) not in DIMENSIONS or not row[place["year"]].isdigit():
            continue
        year = int(row[place["year"]])
        if wishes.year and year >= wishes.year:
            continue
        questions = QUESTIONS[2021 if year >= 2021 else 0]
        question = row[place["questionnumber"]].casefold().replace(" ", "")
        indicator, positive = questions.get(question, questions.get(f"q{question}", (0, False)))
        if not indicator:
            continue
        value = row[place["dimvalue"]]
        group = answers.lookups.groups.find(plain(value))
        if group not in ("white", "bme"):
            other.add(shown(value))
            continue
        written = row[place["score"]]
        score = _number(written)
        again = (indicator, year, group) in found
        if again or (score is None and written.casefold() not in MISSING):
            unread += 1
            continue
        base = row[place["basesize"]] if "basesize" in place else ""
        if score is not None:
            share = 100 - score if positive else score
            text = f"{share.quantize(Decimal('0.0001')):f}".rstrip("0").rstrip(".")
            found[indicator, year, group] = (text, base if base.isdigit() else "")
    return found, tuple(sorted(other)), unread


def _number(text: str) -> Decimal | None:
    if text.casefold() in MISSING:
        return None
    try:
        number = Decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        return None
    return number if 0 <= number <= 100 else None
