"""Which indicator a clause is about, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """indicator: 0 where it cannot be told. source: ``label``, ``words``, ``heading``, ``before``.

    group: the group that the sentence before spoke of. echoes: the numbers of the sentences before,
    each with its group. national: whether the sentence or its
    section speaks of England. label: the number that stands in the sentence, 0 where none does.
    """

    indicator: int = 0
    source: str = ""
    group: str = ""
    national: bool = False
    label: int = 0
    echoes: tuple[tuple[str, str], ...] = ()
