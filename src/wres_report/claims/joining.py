"""Sentences that are one claim: a question with its answer, a figure with “That is how many …”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres_report.documents.passages import Kind, Passage

_ANSWER, _FIGURE = 9, 6
_HAS_NUMBER = re.compile(
    r"\d|\b(?:none|no|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"half|third|quarter|fifth|twice|dozen|\w+teen|\w+ty)\b", re.I,
)  # fmt: skip
_NAMES_IT = re.compile(
    r"(?:that|this|which|it)(?:[’']s| is| was) (?:how (?:many|much|far|often|large|big|wide)|what|"
    r"the (?:number|share|proportion|percentage|ratio|rate|gap|size))\b", re.I,
)  # fmt: skip
_SAID = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.NOTE)


def joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages; those that only together say what a figure is of are one, at the first."""
    held: Passage | None = None
    for passage in passages:
        if held is not None and _are_one(held, passage):
            held = replace(held, text=f"{held.text} {passage.text}")
            continue
        if held is not None:
            yield held
        held = passage
    if held is not None:
        yield held


def _are_one(first: Passage, second: Passage) -> bool:
    if first.block != second.block or first.kind not in _SAID or first.cells or second.cells:
        return False
    if first.kind is not second.kind or not _HAS_NUMBER.search(f"{first.text} {second.text}"):
        return False
    if first.text.endswith("?"):
        return len(second.text.split()) <= _ANSWER and bool(_HAS_NUMBER.search(second.text))
    return bool(_NAMES_IT.match(second.text)) and len(first.text.split()) <= _FIGURE
