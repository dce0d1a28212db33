"""What the headings of a file mean: proposed from known words, overridden by a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wres_report.faults import usage_fault

SIGNS = re.compile(r"[^0-9a-z%<>+&]+")
NUMBERED = re.compile(r"^column (\d+)$")


class Certainty(StrEnum):
    """How sure it is that a heading means what it is taken for."""

    EXACT = "exact"
    LIKELY = "likely"
    GUESS = "guess"
    TOLD = "told"
    NONE = "-"


@dataclass(frozen=True)
class Meaning:
    """What a column may hold.

    name: what the readers call it. label: in words. words: headings that mean it, the surest
    first. phrases: words that a heading holds that likely means it. several: whether more than
    one column may have it. recognise: says of a heading whether it means it, where words do not
    suffice. weak: its words are also values of such columns, so that alone they make no head. said:
    its name where ``--map`` writes another one.
    """

    name: str
    label: str
    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    several: bool = False
    recognise: Callable[[str], bool] | None = None
    weak: bool = False
    said: str = ""

    @property
    def word(self) -> str:
        """As ``--map`` writes it."""
        return self.said or self.name


@dataclass(frozen=True)
class Placement:
    """A heading of the file and what it is taken for; ``meaning`` is empty for nothing."""

    heading: str
    index: int
    meaning: str = ""
    certainty: Certainty = Certainty.NONE
    reason: str = ""


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """The text in small letters, its signs and line breaks as single spaces."""
    return " ".join(SIGNS.sub(" ", text.casefold()).split())


def likeness(heading: str, meaning: Meaning) -> tuple[int, int]:
    """How well a heading fits: a rank, 0 for not at all, and a second one among equals."""
    words = plain(heading)
    if words in meaning.words:
        return 2, -meaning.words.index(words)
    if meaning.recognise is not None and meaning.recognise(heading):
        return 2, 0
    padded = f" {words} "
    for place, phrase in enumerate(meaning.phrases):
        if f" {phrase} " in padded:
            return 1, -place
    return 0, 0


def parse_told(maps: Sequence[str], meanings: Sequence[Meaning]) -> dict[str, str]:
    """Read ``HEADING=MEANING``: the heading plainly, and the meaning; empty to leave it out.

    Raises a usage fault for what is no such pair, or names no meaning of this table.
    """
    known = {meaning.word: meaning.name for meaning in meanings}
    told: dict[str, str] = {}
    for text in maps:
        heading, sign, meaning = text.rpartition("=")
        meaning = meaning.strip().casefold().replace(" ", "_").replace("-", "_")
        if not sign or not heading.strip():
            raise usage_fault(
                f"“{text}” does not say what a heading means.", "--map",
                'Write --map "HEADING=MEANING".',
            )  # fmt: skip
        if meaning and meaning not in known:
            raise usage_fault(
                f"“{meaning}” is no meaning that a column of this table can have.", "--map",
                f"Choose one of: {', '.join(m.word for m in meanings)}; or nothing, to leave the "
                "column out.",
            )  # fmt: skip
        told[plain(heading)] = known.get(meaning, "")
    return told


def place(
    headings: Sequence[str], meanings: Sequence[Meaning], told: dict[str, str]
) -> list[Placement]:
    """The meaning of each heading: as told, otherwise the one whose words it has.

    Where two headings would have a meaning that only one can have, the better one has it, the
    first of equals, and the other says so.
    """
    found = [Placement(heading, index) for index, heading in enumerate(headings)]
    for index, heading in enumerate(headings):
        words = plain(heading)
        said = told.get(words, told.get(f"column {index + 1}"))
        if said is not None:
            found[index] = Placement(heading, index, said, Certainty.TOLD)
    taken = {p.meaning for p in found if p.meaning}
    claims = sorted(
        (
            (rank, meaning, index)
            for index, heading in enumerate(headings)
            if heading and found[index].certainty is not Certainty.TOLD
            for meaning in meanings
            if (rank := likeness(heading, meaning))[0]
        ),
        key=lambda claim: (-claim[0][0], -claim[0][1], claim[2]),
    )
    for rank, meaning, index in claims:
        if found[index].meaning:
            continue
        if meaning.name in taken and not meaning.several:
            if not found[index].reason:
                found[index] = Placement(
                    headings[index], index, reason=f"another column is taken as {meaning.label}"
                )
            continue
        certainty = Certainty.EXACT if rank[0] == 2 else Certainty.LIKELY
        found[index] = Placement(headings[index], index, meaning.name, certainty)
        taken.add(meaning.name)
    return found


def check_told(told: dict[str, str], headings: Sequence[str], where: str) -> None:
    """Raise a usage fault where ``--map`` names a heading that the file does not have."""
    known = {plain(heading) for heading in headings}
    for heading in told:
        numbered = NUMBERED.match(heading)
        if heading not in known and not (numbered and 1 <= int(numbered[1]) <= len(headings)):
            named = ", ".join(f"“{h}”" for h in headings if h)
            raise usage_fault(
                f"There is no heading “{heading}”.", where,
                f"Choose one of: {named}; or write column 3 for one without a heading.",
            )  # fmt: skip


def columns_of(placements: Sequence[Placement], meaning: str) -> list[Placement]:
    """The columns that have a meaning."""
    return [p for p in placements if p.meaning == meaning]


def column_of(placements: Sequence[Placement], meaning: str) -> Placement | None:
    found = columns_of(placements, meaning)
    return found[0] if found else None
