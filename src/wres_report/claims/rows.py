"""Claims in rows of a table: the head and the first cell say what each figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims.scope import FOREIGN
from wres_report.claims.sentences import Before, Sentence
from wres_report.claims.vocabulary import BANDS
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

_INDICATORS = re.compile(r"\b(?:indicators?|metrics?)\b", re.I)


def row_sentences(passage: Passage, before: Before, year: int) -> Iterator[tuple[Sentence, int]]:
    """Each figure of a row as a sentence of label, head and figure, with where it stands."""
    label = passage.cells[0]
    numbered = _FIGURE.fullmatch(label.strip()) and not _YEAR.fullmatch(label.strip())
    if numbered and len(passage.cells) > 2:
        # A numbered row: the second cell is its name.
        label = passage.cells[1]
    if BANDS.search(label):
        return
    bare = numbered and _FIGURE.fullmatch(label.strip()) is not None
    if bare:
        # “5 | 24.3% | 31.5%” below “Indicator”: the number is all that names the row.
        told = _INDICATORS.search(passage.head[0]) and re.fullmatch(r"[1-9]", passage.cells[0])
        if not told:
            return
        label = f"Indicator {passage.cells[0]}"
    end = 0
    for head, cell in zip(passage.head, passage.cells, strict=True):
        if not cell:
            continue
        start = passage.text.find(cell, end)
        end = max(end, start + len(cell))
        if (
            cell is passage.cells[0]
            or (cell == label and not bare)
            or not _FIGURE.fullmatch(cell.strip())
        ):
            continue
        if (
            _OTHER_COLUMN.search(head)
            or (not bare and _OTHER_COLUMN.search(label))
            or FOREIGN.search(label + head)
        ):
            continue
        unit = "%" if "%" in f"{head} {label}" and not _HAS_UNIT.search(cell) else ""
        named = re.sub(r"[,\s]*%|\(%\)", "", head).strip()
        text = f"{named} in {label}: {cell}{unit}" if _YEAR.fullmatch(label.strip()) else (
            f"{label}, {named}: {cell}{unit}")  # fmt: skip
        yield Sentence(text, before, year), start - (len(text) - len(unit) - len(cell))
