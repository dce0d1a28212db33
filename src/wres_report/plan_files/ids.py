"""Gives every action of a plan an id of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.plan_files.remarks import Remarks

FROM_COLUMN, FROM_TEXT = "column", "text"


@dataclass(frozen=True)
class Claim:
    """What an action says of its id: the text, from a column or the start of the action, or
    nothing. indicators: of the action, as the model writes them."""

    id: str
    source: str
    indicators: str
    where: str


def unique_ids(claims: Sequence[Claim], remarks: Remarks) -> list[str]:
    """One id for each claim, in order, none of them twice.

    Numbers that begin again at every indicator get the indicator before them; an id that
    stands for several actions is counted on, 3.1, 3.2; one that is missing is made of the
    indicator and a count, or of a count alone.
    """
    ids = _with_indicator(claims, remarks)
    taken = set(filter(None, ids))
    often = Counter(filter(None, ids))
    for place, name in enumerate(ids):
        if often[name] > 1:
            ids[place] = _counted(name, taken)
            text = f"The id “{name}” stands for several actions: it is counted on."
            remarks.add("ids", text, f"{claims[place].where}: {ids[place]}")
    missing = [place for place, name in enumerate(ids) if not name]
    by_indicator = all(claims[place].indicators.isdigit() for place in missing)
    for place in missing:
        stem = f"{claims[place].indicators}." if by_indicator else ""
        ids[place] = _next(stem, taken)
    if missing:
        what = "indicator and count" if by_indicator else "count"
        text = f"Ids are made, of {what}, where the file gives none."
        for place in missing:
            remarks.add("ids", text, f"{claims[place].where}: {ids[place]}")
    return ids


def _with_indicator(claims: Sequence[Claim], remarks: Remarks) -> list[str]:
    """The ids as claimed; numbers of the text with their indicator where they are not unique."""
    ids = [claim.id for claim in claims]
    numbers = [claim for claim in claims if claim.id and claim.source == FROM_TEXT]
    plain = all(claim.id.isdigit() and claim.indicators.isdigit() for claim in numbers)
    fuller = [f"{claim.indicators}.{claim.id}" for claim in numbers]
    again = len({claim.id for claim in numbers}) < len(numbers)
    if not (again and plain and len(set(fuller)) == len(fuller)):
        return ids
    remarks.add("ids", "Numbers that begin again have their indicator before them.")
    return [
        f"{claim.indicators}.{claim.id}" if claim.id and claim.source == FROM_TEXT else claim.id
        for claim in claims
    ]


def _counted(name: str, taken: set[str]) -> str:
    return _next(f"{name}.", taken)


def _next(stem: str, taken: set[str]) -> str:
    number = 1
    while f"{stem}{number}" in taken:
        number += 1
    taken.add(f"{stem}{number}")
    return f"{stem}{number}"
