"""Another standard in the terms of the grammar: names exchanged in what is read, and back again.

The words of a standard stand in ``audit.yaml`` in its folder. Its figures are given the keys that
they would have in the race standard; sentences are read with the groups called BME and White, and
a metric that is named by its number with its place; findings are told in the standard's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from wres_report.claims.claim import Finding
from wres_report.claims.engine import Read
from wres_report.claims.exchanging import Exchanged, Rule, exchanged
from wres_report.claims.facts import SCORE
from wres_report.claims.figures import Figures, figures_of
from wres_report.claims.joining import joined
from wres_report.claims.own_name import read_named
from wres_report.claims.placing import (
    COMPARATOR,
    OTHERS,
    STUDY,
    labels_of,
    places_of,
    rules_of,
    seen_of,
)
from wres_report.claims.standard_now import Seen, seen_as
from wres_report.documents.passages import Passage
from wres_report.standard import Standard, further_file, load_standard
from wres_report.words import capitalised

FILE = "audit.yaml"
# What the grammar calls a metric whose number stands for several.
NO_NUMBER = "the metric"
# The grammar writes what the survey tells of a group as a percentage; a score has no unit.
LIKELIER, HIGHER = "are the more likely", "have the higher score"
UNIT = re.compile(r"(?<=\d)(?:%|\s?pp\b)")


@dataclass(frozen=True, eq=False)
class Another:
    """A standard that is read in the terms of another.

    places: by the id of an indicator the place that it has in the grammar. unread: what no figure
    is held against, each with why.
    """

    standard: Standard
    seen: Seen
    places: Mapping[str, int]
    rules: tuple[Rule, ...]
    unread: tuple[tuple[re.Pattern[str], str], ...]

    def figures(self, content: Mapping[str, Any], reported: Iterable[Mapping[str, str]]) -> Figures:
        """The figures of ``results.json`` and of ``reported.csv`` in the terms of the grammar."""
        renamed = {
            name: {key: entry for old, entry in content.get(name, {}).items()
                   if (key := self._key(old))}
            for name in ("values", "of_tables")
        }  # fmt: skip
        with seen_as(self.seen):
            figures = figures_of(
                {"trust": content["trust"], "year": content["year"], **renamed},
                map(self._reported, reported),
            )
        figures.seen = self.seen
        return figures

    def read(self, passages: Iterable[Passage], figures: Figures, term: str) -> Iterator[Read]:
        """Each passage with its findings. term: what the trust calls the group under study."""
        originals = list(joined(passages))
        with seen_as(self.seen):
            reads = list(read_named(map(self._passage, originals), figures))
        for original, read in zip(originals, reads, strict=True):
            yield self._back(original, read, term)

    def exchanged(self, text: str) -> Exchanged:
        """A text with the names of the standard exchanged for those that the grammar knows."""
        label = Rule(labels_of(self.standard.noun), self._label)
        return exchanged(text, (label, *self.rules))

    def _label(self, match: re.Match[str]) -> str:
        """What stands for a metric that is named by its number."""
        if match["more"]:
            return NO_NUMBER
        place = self._place(int(match["number"]), (match["letter"] or "").lower())
        return f"k{place}" if place else NO_NUMBER

    def _place(self, number: int, letter: str) -> int:
        """The place of the one indicator of a number and letter; 0 where there are several."""
        places = {
            self.places.get(i.id, 0) for i in self.standard.numbered(number)
            if not letter or re.match(rf"{number}{letter}\b", i.label)
        }  # fmt: skip
        return places.pop() if len(places) == 1 else 0

    def _passage(self, passage: Passage) -> Passage:
        def of(text: str) -> str:
            return self.exchanged(text).text

        cells = list(passage.cells)
        if (
            cells
            and passage.head
            and re.search(rf"\b{self.standard.noun}s?\b", passage.head[0], re.I)
        ):
            cells[0] = self._first_cell(cells[0])
        cells = [of(cell) for cell in cells]
        text = of(passage.text)
        if passage.cells and cells[0] != of(passage.cells[0]):
            text = text.replace(passage.cells[0], cells[0], 1)
        return replace(
            passage, text=text, cells=tuple(cells), head=tuple(map(of, passage.head)),
            headings=tuple(map(of, passage.headings)), lead=of(passage.lead),
            label=of(passage.label), column=of(passage.column), caption=of(passage.caption),
        )  # fmt: skip

    def _first_cell(self, cell: str) -> str:
        """The number of a metric at the start of a row, below a head that says so."""
        match = re.fullmatch(r"\s*(\d{1,2})\s?([a-z])?\s*", cell)
        return f"{self.standard.noun} {match[1]}{match[2] or ''}" if match else cell

    def _back(self, original: Passage, read: Read, term: str) -> Read:
        for pattern, why in self.unread:
            if pattern.search(original.text) and read.figures:
                numbers = [number for number, _ in read.left] + [f.found for f in read.findings]
                left = [(number, why) for number in numbers][: read.figures]
                return replace(read, passage=original, findings=[], told=[], left=left)
        text = self.exchanged(original.text)
        findings = [self._finding(original, text, found, term) for found in read.findings]
        left = [(number, self._told(why, term)) for number, why in read.left]
        return replace(read, passage=original, findings=findings, left=left, told=[])

    def _finding(self, original: Passage, text: Exchanged, found: Finding, term: str) -> Finding:
        start = text.before(found.start)
        said = original.text[start : text.before(found.start + len(found.found))]
        scored = self._is_scored(found.indicator)

        def told(said: str) -> str:
            said = UNIT.sub("", said).replace(LIKELIER, HIGHER) if scored else said
            return self._told(said, term)

        as_read = text.text[found.start : found.start + len(found.found)] == found.found
        return replace(
            found, passage=original, start=start,
            found=said if as_read and said else self._told(found.found, term),
            expected=told(found.expected), why=told(found.why),
            label=self._label_of(found.indicator),
        )  # fmt: skip

    def _is_scored(self, place: int) -> bool:
        return any(self.places.get(i.id) == place and i.unit == SCORE
                   for i in self.standard.indicators)  # fmt: skip

    def _label_of(self, place: int) -> str:
        return next((i.label for i in self.standard.indicators
                     if self.places.get(i.id) == place), "")  # fmt: skip

    def _told(self, text: str, term: str) -> str:
        """What is said of a finding, in the words of the standard."""
        groups, home = self.standard.groups, load_standard()
        others = " or ".join(home.groups.spoken[name] for name in reversed(home.groups.pair))

        def word(match: re.Match[str]) -> str:
            noun = self.standard.noun
            if number := match["number"] or match["place"]:
                return f"{noun} {self._label_of(int(number)) or number}"
            if match["noun"]:
                return noun if match["noun"].islower() else capitalised(noun)
            return {
                STUDY: term, COMPARATOR: groups.word, OTHERS: others,
                home.short: self.standard.short, self.standard.short: home.short,
            }[match[0]]  # fmt: skip

        names = "|".join(
            map(re.escape, (STUDY, COMPARATOR, OTHERS, home.short, self.standard.short))
        )
        pattern = (
            r"\bindicators? (?P<number>\d+)\b|\bk(?P<place>\d+)\b|\b(?P<noun>[Ii]ndicator)(?=s?\b)|"
            rf"\b(?:{names})\b"
        )
        return re.sub(pattern, word, text)

    def _key(self, key: str) -> str:
        """The key that a figure has in the terms of the grammar; empty where it has none."""
        indicator = self.standard.of_key(key)
        if indicator is None:
            return self._groups(key) if key.startswith("workforce.") else ""
        place, figure = self.places.get(indicator.id, 0), key.removeprefix(indicator.prefix)
        if not place:
            return ""
        if figure.startswith("senior_") and self.standard.senior != load_standard().senior:
            return ""  # of other bands
        return f"i{place}.{self._groups(figure)}"

    def _groups(self, figure: str) -> str:
        home = load_standard().groups
        roles = dict(zip(self.standard.groups.names, home.names, strict=True))
        names = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
        return re.sub(rf"(?<![a-z])(?:{names})(?![a-z])", lambda m: roles[m[0]], figure)

    def _reported(self, row: Mapping[str, str]) -> dict[str, str]:
        number = row["indicator"]
        place = self._place(int(number), "") if number.isdigit() else 0
        return {**row, "indicator": str(place or ""), "group": self._groups(row["group"])}


@cache
def another(standard: Standard) -> Another | None:
    """How a standard is read in the terms of the grammar; None where its folder does not say."""
    held = further_file(standard, FILE)
    if held is None:
        return None
    places = places_of(standard)
    unread = tuple((re.compile(pattern, re.I), why) for pattern, why in held.get("unread", ()))
    return Another(
        standard, seen_of(standard, places, held), places, tuple(rules_of(standard, held)), unread
    )
