"""Finds numbers of people in a trust's own words that its report may hide.

What the trust writes is printed as it stands. So a number of BME or White people that is smaller
than the smallest the report shows is told to whoever can still take it out. It may be one that
nobody hides, or one that is public already: it is never more than a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.binding.remark import Remark
from wres_report.claims.vocabulary import BME_WORDS, WHITE_WORDS
from wres_report.faults import Fault
from wres_report.inputs.opening import supplied
from wres_report.inputs.reading import read_cells
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

PLANS = ("actions", "progress")
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
COUNT = re.compile(
    rf"(?<![\w.,/£-])(?P<number>\d{{1,3}}|{'|'.join(WORDS)})\s+(?:of\s+(?:our|the|its|their)\s+)?"
    rf"(?:(?!in|out|to|per|of|years?|months?|weeks?|days?)[a-z-]+\s+){{0,2}}"
    rf"(?P<group>{BME_WORDS}|{WHITE_WORDS})\s+(?:[a-z-]+\s+){{0,2}}?(?:{PEOPLE})\b",
    re.I,
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


def small_counts(text: str, minimum: int) -> Iterator[tuple[int, str]]:
    """Numbers of people of one group from 1 to below ``minimum``: the line, and the words."""
    for match in COUNT.finditer(text):
        number = WORDS.get(match["number"].lower()) or int(match["number"])
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        before = text[line_start : match.start()]
        if 0 < number < minimum and not BOARD.search(line) and not WISHES.search(before):
            yield text.count("\n", 0, match.start()) + 1, " ".join(match[0].split())


def remarks_on(text: str, where: str, minimum: int) -> list[Remark]:
    """What is to be said of a narrative file."""
    return [
        Remark(f"{where}, line {line}", WHAT.format(text=words), TO_DO, wrong=False)
        for line, words in small_counts(text, minimum)
    ]


def remarks_on_plans(workspace: Workspace, trust_year: TrustYear, minimum: int) -> list[Remark]:
    """What is to be said of the cells of the action plans, in the order of their rows."""
    remarks = []
    for name in PLANS:
        path = workspace.data_folder(trust_year) / f"{name}.csv"
        where = f"data/{trust_year}/{name}.csv"
        if not supplied(path):
            continue
        try:
            cells = read_cells(path, TABLES[name], where)
        except Fault:
            continue  # the gate tells it
        for position, row in enumerate(cells.file_rows):
            for column, texts in cells.texts.items():
                for _, words in small_counts(texts[position], minimum):
                    place = f"{where}, row {row}, column {column}"
                    remarks.append(Remark(place, WHAT.format(text=words), TO_DO, wrong=False))
    return remarks
