"""Finds numbers of people in a trust's own words that its report may hide.

What the trust writes is printed as it stands. So a number of BME or White people that is smaller
than the smallest the report shows is told to whoever can still take it out. It may be one that
nobody hides, or one that is public already: it is never more than a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wres_report.claims.vocabulary import BME_WORDS, WHITE_WORDS
from wres_report.faults import Fault
from wres_report.inputs.places import place_of
from wres_report.inputs.supplied import cells_at
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.binding.remark import Remark
from wres_report.standard import HOME, Standard

PLANS = ("actions", "progress")
# What sentences call the groups of the standard that trust-years are of where they name none.
OF_HOME = f"{BME_WORDS}|{WHITE_WORDS}"
WORDS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}
PEOPLE = (
    r"staff|colleagues?|employees?|people|persons?|nurses?|doctors?|consultants?|managers?|"
    r"applicants?|candidates?|trainees?|midwi(?:fe|ves)|members? of staff|leaders?"
)
# “3 BME staff”, “two of our BME nurses”, “four newly appointed White managers”.
COUNT = (
    rf"(?<![\w.,/£-])(?P<number>\d{{1,3}}|{'|'.join(WORDS)})\s+(?:of\s+(?:our|the|its|their)\s+)?"
    rf"(?:(?!in|out|to|per|of|years?|months?|weeks?|days?)[a-z-]+\s+){{0,2}}"
    rf"(?P<group>@groups)\s+(?:[a-z-]+\s+){{0,2}}?(?:{PEOPLE})\b"
)
# The members of a board are named on its website.
BOARD = re.compile(r"\b(?:board|(?:non-)?executives?|directors?|NEDs?)\b", re.I)
# “2 in 3 …”, “the next two …”, “at least four …” count nobody who is there.
WISHES = re.compile(
    rf"\b(?:next|another|further|least|most|every|each|than|to)\s+$|"
    rf"\b(?:\d+|{'|'.join(WORDS)})\s+(?:in|(?:out\s+)?of)\s+$",
    re.I,
)
WHAT = (
    "“{text}” is a small number of people. It may be one that the report does not show, or one "
    "that tells such a number."
)
TO_DO = "Leave the number out, unless it is public already or of nobody whom the report counts."


def named_groups(standard: Standard) -> str:
    """A regular expression of what sentences call the two groups of a standard."""
    if standard.id == HOME:
        return OF_HOME
    words = [*standard.groups.terms, standard.groups.word]
    return "|".join(rf"(?<![\w-]){re.escape(word)}" for word in words)


@cache
def _pattern(groups: str) -> re.Pattern[str]:
    return re.compile(COUNT.replace("@groups", groups), re.I)


def small_counts(text: str, minimum: int, groups: str = OF_HOME) -> Iterator[tuple[int, str]]:
    """Numbers of people of one group from 1 to below ``minimum``: the line, and the words.

    groups: as ``named_groups`` gives it.
    """
    for match in _pattern(groups).finditer(text):
        number = WORDS.get(match["number"].lower()) or int(match["number"])
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        before = text[line_start : match.start()]
        if 0 < number < minimum and not BOARD.search(line) and not WISHES.search(before):
            yield text.count("\n", 0, match.start()) + 1, " ".join(match[0].split())


def remarks_on(text: str, where: str, minimum: int, groups: str = OF_HOME) -> list[Remark]:
    """What is to be said of a narrative file."""
    return [
        Remark(f"{where}, line {line}", WHAT.format(text=words), TO_DO, wrong=False)
        for line, words in small_counts(text, minimum, groups)
    ]


def remarks_on_plans(
    workspace: Workspace, trust_year: TrustYear, minimum: int, groups: str = OF_HOME
) -> list[Remark]:
    """What is to be said of the cells of the action plans, in the order of their rows."""
    remarks, tables = [], tables_of(workspace.standard(trust_year))
    for name in PLANS:
        place = place_of(workspace, trust_year, name)
        try:
            cells = None if place is None else cells_at(place, tables[name])
        except Fault:
            continue  # the gate tells it
        if place is None or cells is None:
            continue
        for position, row in enumerate(cells.file_rows):
            for column, texts in cells.texts.items():
                for _, words in small_counts(texts[position], minimum, groups):
                    at = f"{place.where}, row {row}, column {column}"
                    remarks.append(Remark(at, WHAT.format(text=words), TO_DO, wrong=False))
    return remarks
