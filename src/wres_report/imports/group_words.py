"""How files tell which group a person is of: ``imports.yaml`` in the standard's folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from wres_report.faults import usage_fault
from wres_report.imports.meanings import Meaning, Placement
from wres_report.standard import Standard, further_file

FILE = "imports.yaml"
# What the readers call the column, whatever people call it.
COLUMN = "ethnicity"


@dataclass(frozen=True)
class GroupWords:
    """column: the meaning of its heading; ``said`` is what people call it. plural: what its values
    are. values: the name of the table of these. hints: what a word in another value makes likely.
    """

    column: Meaning
    plural: str
    values: str
    hints: Mapping[str, str]


@cache
def group_words(standard: Standard) -> GroupWords:
    """The words of a standard; a usage fault where it has none."""
    held = further_file(standard, FILE)
    if held is None:
        raise usage_fault(
            f"Nothing says how files tell the groups of the {standard.short}.",
            f"standards/{standard.id}/{FILE}",
            "Write it there; that of the WDES shows how. Or bring counts in: wres import tables.",
        )
    column = held["column"]
    meaning = Meaning(
        COLUMN, column["label"], tuple(column["words"]), tuple(column.get("phrases", ())),
        said=column["name"],
    )  # fmt: skip
    return GroupWords(meaning, column["plural"], held["values"], held.get("hints", {}))


def of_standard(meanings: tuple[Meaning, ...], standard: Standard) -> tuple[Meaning, ...]:
    """The meanings of a table, its column of groups as files about that standard head it."""
    own = group_words(standard).column
    return tuple(own if meaning.name == COLUMN else meaning for meaning in meanings)


def spoken(placements: Sequence[Placement], column: Meaning) -> tuple[Placement, ...]:
    """The placements with the name that people give to the column of groups."""
    return tuple(
        replace(p, meaning=column.word) if p.meaning == column.name else p for p in placements
    )
