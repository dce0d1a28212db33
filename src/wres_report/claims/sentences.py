"""A sentence as the audit reads it: its quantities, clauses, topics and mentions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from wres_report.claims import mentions as told
from wres_report.claims import vocabulary as words
from wres_report.claims.bases import shares_of_bases, with_the_unit_at_head
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.headlines import is_headline
from wres_report.claims.lexicon import ADDRESS, strange_words
from wres_report.claims.mentions import Mention
from wres_report.claims.quantities import Quantity, quantities_in
from wres_report.claims.topics import Topic, labels_in, topics_in

_CLAUSE = re.compile(
    r";\s*|\.\s+(?=[A-Z\d])|,?\s+(?:while|whilst|whereas|but|yet|although|though|even though)\s+|"
    # “…, so nobody can say that the network is not learning”: what follows is of no figure.
    r",\s+so (?=(?:that )?(?:nobody|no one|no-one|everyone|we|you|they|there|this|it)\b)|"
    r"(?<!8a)(?<!\d)\s[–—]\s(?!VSM|\d)|,\s+(?=(?:and|with|for) (?:for |on |in )?(?:the )?"
    r"(?:indicator|metric)\b)",
    re.I,
)
_AND = re.compile(r",?\s+and\s+", re.I)
_SUBJECT = re.compile(r"\W*(?:our|the|your|its)?\s*(?:total )?(?:workforce|headcount)\b", re.I)
_RATIO = re.compile(r"\bratios?\b|\blikelihood\b|\btimes\b|\bgap\b", re.I)
_OF_STAFF = re.compile(r"of\s", re.I)
# A heading of a line is at most so far from its start.
_HEAD = 12
_EVENTS = {*RATIOS, *SURVEY}


@dataclass(frozen=True)
class Before:
    """What the sentences before, or the heading, have told.

    indicators: the topics. sure: whether they were told in so many words. group: the last group
    that was named. both: whether the other group was named beside it.
    """

    indicators: tuple[int, ...] = ()
    sure: bool = False
    group: str = ""
    both: bool = False
    boards: tuple[str, ...] = ()
    national: bool = False
    heading: bool = False
    echoes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with one subject. indicators: empty where nothing tells it.

    side: further topics that only words right beside a number may call for, such as the workforce.
    """

    start: int
    end: int
    text: str
    indicators: tuple[int, ...]
    sure: bool
    side: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()


@dataclass
class Sentence:
    """One sentence. year: the WRES year of the report."""

    text: str
    before: Before
    year: int
    clauses: list[Clause] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = words.without_list_commas(self.text)
        self.clauses = self._told(self._divided())

    @cached_property
    def quantities(self) -> list[Quantity]:
        found = with_the_unit_at_head(quantities_in(self.text), self.text)
        found = shares_of_bases(found, self.text)
        # “in 5-7” names bands.
        return [
            q
            for q in found
            if q.unit != "count"
            or not any(m.start <= q.start and q.end <= m.end for m in self.scopes)
        ]

    @cached_property
    def groups(self) -> list[Mention]:
        found = told.groups_in(self.text)
        # “In total 21.2% of our workforce is BME” is of the group, not of the total.
        return [m for m in found if m.value != "total"] if is_headline(self.text) else found

    @cached_property
    def years(self) -> list[Mention]:
        return told.years_in(self.text)

    @cached_property
    def sources(self) -> list[Mention]:
        return told.sources_in(self.text)

    @cached_property
    def scopes(self) -> list[Mention]:
        return told.scopes_in(self.text)

    @cached_property
    def boards(self) -> list[Mention]:
        return told.boards_in(self.text)

    @cached_property
    def stages(self) -> list[Mention]:
        return told.stages_in(self.text)

    @cached_property
    def topics(self) -> list[Topic]:
        return topics_in(self.text)

    @cached_property
    def labels(self) -> list[Topic]:
        return labels_in(self.text)

    def clause_of(self, position: int) -> Clause:
        """The clause that a place of the sentence is in."""
        return next((c for c in reversed(self.clauses) if c.start <= position), self.clauses[0])

    def _divided(self) -> list[tuple[int, int]]:
        parts, start = [], self._address()
        if start:
            parts.append((0, start))
        for found in _CLAUSE.finditer(self.text):
            parts.append((start, found.start()))
            start = found.end()
        parts.append((start, len(self.text)))
        return [span for part in parts for span in self._at_and(*part)]

    def _address(self) -> int:
        """Where the words end that only say to whom a sentence speaks: “Good news for you: …”."""
        found = ADDRESS.match(self.text)
        if found is None or told.groups_in(found[0]) or topics_in(found[0]):
            return 0
        return found.end()

    def _at_and(self, start: int, end: int) -> list[tuple[int, int]]:
        """Divided at an “and” that has a topic of its own, and a number, on either side."""
        for found in _AND.finditer(self.text, start, end):
            sides = [(start, found.start()), (found.end(), end)]
            topics = [{t.indicator for t in (*self.topics, *self.labels)
                       if t.sure and first <= t.start and t.end <= last and t.indicator != 1}
                      for first, last in sides]  # fmt: skip
            numbers = [any(first <= q.start < last for q in self.quantities)
                       for first, last in sides]  # fmt: skip
            if topics[0] and topics[1] and not topics[0] & topics[1] and all(numbers):
                return [sides[0], *self._at_and(*sides[1])]
        return [(start, end)]

    def _told(self, spans: list[tuple[int, int]]) -> list[Clause]:
        clauses = [self._clause(start, end) for start, end in spans]
        known = [clause for clause in clauses if clause.indicators]
        filled = []
        last: Clause | None = None
        for clause in clauses:
            if clause.indicators:
                last = clause
            else:
                source = last or (known[0] if known else None)
                clause = self._inherited(clause, source)
                # What a weak word tells holds for the clauses behind it as well.
                last = last or (clause if clause.indicators else None)
            filled.append(clause)
        return filled

    def _opens(self, topic: Topic) -> bool:
        """Whether a topic stands before a colon at the start, as a heading would: “Training: …”."""
        alone = topic.indicator not in (1, 5, 6)
        return alone and topic.start < _HEAD and self.text[topic.end :].startswith(":")

    def _inherited(self, clause: Clause, source: Clause | None) -> Clause:
        if source is not None:
            return Clause(clause.start, clause.end, clause.text, source.indicators, source.sure,
                          tuple({*clause.side, *source.side}), clause.labels)  # fmt: skip
        weak = {t.indicator for t in self.topics if not t.sure
                and clause.start <= t.start < clause.end}  # fmt: skip
        before = self.before.indicators
        other = weak - {1} - set(before)
        if before and other and self.before.heading:
            both = (*sorted(other), *before)
            return Clause(clause.start, clause.end, clause.text, both, False,
                          tuple({*clause.side, *weak}), clause.labels)  # fmt: skip
        if before:
            return Clause(clause.start, clause.end, clause.text, before, self.before.sure,
                          tuple({*clause.side, *weak}), clause.labels)  # fmt: skip
        narrowed = weak - {1} or weak
        sure = len(narrowed) == 1 and self._is_plainly_told(clause)
        return Clause(clause.start, clause.end, clause.text, tuple(sorted(narrowed)), sure,
                      clause.side, clause.labels)  # fmt: skip

    def _is_plainly_told(self, clause: Clause) -> bool:
        """Whether a weak word will do: the only one, beside a group or a ratio, in plain words."""
        text = self.text
        told = [t for t in self.topics if clause.start <= t.start < clause.end]
        of_staff = [t for t in told if t.indicator == 1]
        if of_staff and not any(_OF_STAFF.match(text, t.start) for t in of_staff):
            return False
        named = any(clause.start <= m.start < clause.end for m in self.groups)
        ratio = not of_staff and _RATIO.search(clause.text) is not None
        return (named or ratio) and not strange_words(text)

    def _clause(self, start: int, end: int) -> Clause:
        if is_headline(self.text):
            # What it is of is told, whatever the heading or the sentence before is about.
            return Clause(start, end, self.text[start:end], (1,), sure=True)
        inside = [t for t in self.topics if start <= t.start < end]
        sure = {t.indicator for t in inside if t.sure or self._opens(t)}
        unsure = {t.indicator for t in inside if not t.sure}
        labels = {t.indicator for t in self.labels if start <= t.start < end}
        side = {1} & (sure | unsure)
        if {5, 6} <= unsure:
            # Harassment, and by whom is told elsewhere.
            known = {5, 6} & (set(self.before.indicators) | labels)
            sure |= known or set()
            if not known and not sure:
                return Clause(start, end, self.text[start:end], (5, 6), False, tuple(side),
                              tuple(sorted(labels)))  # fmt: skip
        named = _main(sure)
        if not named and labels:
            named = labels
        elif labels and labels & named:
            named = named & labels
        elif not named - {1} and sure == {1} and set(self.before.indicators) & _EVENTS:
            # “of the workforce” under the heading of another indicator.
            told = self.before.heading or _SUBJECT.match(self.text[start:end])
            both = (*self.before.indicators, 1) if told else ()
            return Clause(start, end, self.text[start:end], both or self.before.indicators,
                          self.before.sure, (1,), tuple(sorted(labels)))  # fmt: skip
        ordered = tuple(sorted(named, key=lambda n: (n == 1, n)))
        return Clause(start, end, self.text[start:end], ordered, bool(named),
                      tuple(side - named), tuple(sorted(labels)))  # fmt: skip


def _main(sure: set[int]) -> set[int]:
    """The topics without those that only lend a word: the board that heard, the staff asked."""
    if sure & _EVENTS:
        sure = sure & _EVENTS
    if 4 in sure and 7 in sure:
        sure = sure - {7}
    if {2, 7} <= sure:
        sure = sure - {2} if len(sure) == 2 else sure
    return sure
