"""The groups that a standard compares: how tables and keys write them, how sentences do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class CountsOfGroups(Protocol):
    """Headcounts by the role of their group, such as ``measures.counts.Counts``."""

    def of(self, role: str) -> float | None: ...


@dataclass(frozen=True)
class Groups:
    """The groups that a standard compares.

    study: the group under study. comparator: the one that it is set beside. unknown: the people
    of whom it is not known; each as tables and keys write it. words: how a sentence names a group
    that has no setting for its name. terms: the words that the settings may call the group under
    study, each with its meaning; the first is the standard's own. unknown_label: what people of
    the third group are called unless the settings say otherwise. also, heads: other words for
    the groups in cells and in heads of tables, in small letters with _ between them.
    """

    study: str
    comparator: str
    unknown: str
    words: Mapping[str, str]
    terms: Mapping[str, str]
    unknown_label: str
    also: Mapping[str, str]
    heads: Mapping[str, str]

    @property
    def names(self) -> tuple[str, str, str]:
        """The columns that a table of headcounts has, in their order."""
        return self.comparator, self.study, self.unknown

    @property
    def columns(self) -> tuple[str, ...]:
        """The groups and their total."""
        return (*self.names, "total")

    @property
    def pair(self) -> tuple[str, str]:
        return self.comparator, self.study

    @property
    def term(self) -> str:
        """What the standard itself calls the group under study."""
        return next(iter(self.terms))

    @property
    def word(self) -> str:
        """What a sentence calls the comparator: ``White``."""
        return self.words[self.comparator]

    def role(self, name: str) -> str:
        """``study``, ``comparator``, ``unknown`` or ``total``; KeyError for no group."""
        return {
            self.study: "study", self.comparator: "comparator", self.unknown: "unknown",
            "total": "total",
        }[name]  # fmt: skip

    def number(self, counts: CountsOfGroups, name: str) -> float | None:
        """The headcount of a group, or of ``total``."""
        return counts.of(self.role(name))

    @property
    def spoken(self) -> dict[str, str]:
        """What a message calls the groups: ``White``, ``BME``, ``unknown``."""
        return {**self.named(self.term), self.unknown: "unknown"}

    def named(self, term: str) -> dict[str, str]:
        """What a sentence calls the two groups. term: the word that the settings give."""
        return {self.comparator: self.word, self.study: term}
