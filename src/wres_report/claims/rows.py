"""Claims in rows of a table: the head and the first cell say what each figure is.

Every figure of a row is told: as a sentence, or with the reason why it is not read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims.numbers import numbers_in
from wres_report.claims.scope import FOREIGN
from wres_report.claims.sentences import Before, Sentence
from wres_report.claims.vocabulary import BANDS, GROUP
from wres_report.documents.passages import Passage

_FIGURE = re.compile(r"[−+-]?\d[\d.,]*\s?(?:%|pp|percentage points|points)?")
_YEAR = re.compile(r"(?:WRES |survey )?20\d\d(?:[/–-]\d\d)?(?: survey)?", re.I)
_HAS_UNIT = re.compile(r"%|pp|points")
# What stands in a table beside the figures themselves.
_OTHER_COLUMN = re.compile(
    r"\binterval\b|\bCI\b|\blow(?:er)?\b|\bhigh(?:er)?\b|\bn\b|\bbase\b|\bchange\b|\bdifference\b|"
    r"\btarget\b|\brank\b|\bgap\b|\bverdict\b|\bRAG\b|\bresponses?\b|\btrend\b|\bmore\b|\bfewer\b|"
    r"\bindicators?\b|\bmetrics?\b|\bactions?\b|\bleads?\b|\bwhen\b|\bdates?\b|\bno\.?$|\bnº|^#$|"
    r"\bdisparity\b|\bweight\w*|\bratio of\b",
    re.I,
)

_NUMBERED = re.compile(r"[1-9][.):] ")
_NUMBER = re.compile(r"^[1-9][.):]?\s+(?=\w)")
_INDICATORS = re.compile(r"\b(?:indicators?|metrics?)\b", re.I)


# “White 36.2%”: a cell that has its head with it.
_WITH_ITS_GROUP = re.compile(
    rf"(?P<group>(?:{GROUP.pattern})(?: (?:staff|people|applicants|colleagues))?)\s*[:–-]?\s*"
    rf"(?P<figure>{_FIGURE.pattern})", re.I,
)  # fmt: skip
UNNAMED = "The row does not say what its figures are."
OF_BANDS = "It is of a pay band or of senior posts, whose rows are not read."
BESIDE_FIGURES = "Its head or row says that it is something else than a figure of an indicator."
OTHER_MATTER = "It is of a matter that the tables do not hold."
NO_PLAIN_CELL = "Its cell holds more than one figure, or words beside it."
OF_OTHERS = "It stands under a heading on others than this trust."


@dataclass(frozen=True)
class CellFigure:
    """A figure of a row.

    printed: as it stands in its cell. sentence: label, head and figure as one; None where it is
    not read, and why then says so. offset: from a place in the sentence to that in the row.
    label, head: what names its row and its column.
    """

    printed: str
    sentence: Sentence | None = None
    offset: int = 0
    why: str = ""
    label: str = ""
    head: str = ""


def cell_figures(passage: Passage, before: Before, year: int) -> Iterator[CellFigure]:
    """Every figure of a row, in its order; years, dates and the number of the row are none."""
    label, bare, of_row = _label(passage)
    name = label
    if _INDICATORS.search(passage.head[0]) or _NUMBERED.match(label):
        # “6. BME staff: …” and, below “Indicator”, “6 BME staff: …”.
        name = _NUMBER.sub("", label)
    end = 0
    for n, (head, cell) in enumerate(zip(passage.head, passage.cells, strict=True)):
        start = passage.text.find(cell, end) if cell else end
        end = max(end, start + len(cell))
        if n and (beside := _WITH_ITS_GROUP.fullmatch(cell.strip())):
            # The group of the cell is a part of its head.
            head = f"{head} {beside['group']}".strip()
            start += cell.find(beside["figure"])
            cell = beside["figure"]
        if n == 0 or (cell == label and not bare):
            # A number in a name is none of its figures, unless it has a unit or decimals.
            yield from (
                CellFigure(f.printed, why=UNNAMED)
                for f in numbers_in(cell)
                if f.unit or (n and f.decimals)
            )
        elif why := of_row or (OF_OTHERS if before.national else "") or _not_read(
                label, head, cell, bare=bare):  # fmt: skip
            yield from (CellFigure(figure.printed, why=why) for figure in numbers_in(cell))
        elif numbers_in(cell):
            text, unit = _as_sentence(name, head, cell)
            offset = start - (len(text) - len(unit) - len(cell))
            yield CellFigure(cell.strip(), Sentence(text, before, year), offset, "", name, head)


def _label(passage: Passage) -> tuple[str, bool, str]:
    """The name of a row; whether it is the number of an indicator alone; why no figure is read."""
    label = passage.cells[0]
    numbered = _FIGURE.fullmatch(label.strip()) and not _YEAR.fullmatch(label.strip())
    if numbered and len(passage.cells) > 2:
        # A numbered row: the second cell is its name.
        label = passage.cells[1]
    if BANDS.search(label):
        return label, False, OF_BANDS
    if not numbered or _FIGURE.fullmatch(label.strip()) is None:
        return label, False, ""
    # “5 | 24.3% | 31.5%” below “Indicator”: the number is all that names the row.
    told = _INDICATORS.search(passage.head[0]) and re.fullmatch(r"[1-9]", passage.cells[0])
    return f"Indicator {passage.cells[0]}", True, "" if told else UNNAMED


def _not_read(label: str, head: str, cell: str, *, bare: bool) -> str:
    """Why the figures of a cell are not read; empty where they are."""
    if not _FIGURE.fullmatch(cell.strip()):
        return NO_PLAIN_CELL
    if _OTHER_COLUMN.search(head) or (not bare and _OTHER_COLUMN.search(label)):
        return BESIDE_FIGURES
    return OTHER_MATTER if FOREIGN.search(label + head) else ""


def _as_sentence(label: str, head: str, cell: str) -> tuple[str, str]:
    """Label, head and cell as a sentence, and the unit that only the head or label has."""
    unit = "%" if "%" in f"{head} {label}" and not _HAS_UNIT.search(cell) else ""
    named = re.sub(r"[,\s]*%|\(%\)", "", head).strip()
    if _YEAR.fullmatch(label.strip()):
        return f"{named} in {label}: {cell}{unit}", unit
    return f"{label}, {named}: {cell}{unit}", unit
