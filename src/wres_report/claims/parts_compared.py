"""One part of the workforce, or the board, set beside another: more there than here.

Each whole that a sentence names has a count and a share of each group. Which of them is compared
the words tell; where they leave it open, either must refute what is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.asserting import asserts
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import sign
from wres_report.claims.direction_words import DIRECTION, FALLING, OPEN, RISING, THAN
from wres_report.claims.facts import Fact, Facts
from wres_report.claims.judged import held
from wres_report.claims.lexicon import strange_words
from wres_report.claims.measured import counted_or_shared
from wres_report.claims.mentions import Mention, boards_in
from wres_report.claims.scope import is_foreign
from wres_report.claims.sentences import Clause, Sentence
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_WORKFORCE = re.compile(
    r"\b(?:workforce|staff as a whole|all staff|(?:the|our) (?:whole )?trust as a whole|"
    r"our staff overall)\b", re.I,
)  # fmt: skip
_BOARD = re.compile(r"\b(?:boards?|boardroom|directors)\b", re.I)
_REPRESENTED = re.compile(r"\brepresent(?:ed|ation)\b", re.I)
_MOST_FIGURES = 2


def part_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“more BME people in bands 5 to 7 than in bands 1 to 4”, “more diverse than the workforce”."""
    clauses = [c for c in sentence.clauses if c.indicators and set(c.indicators) <= {1, 9}]
    if not clauses or not THAN.search(sentence.text) or not asserts(sentence):
        return
    if any(m.value != "this" for m in sentence.years):
        return
    for clause in clauses:
        if not _is_plain(sentence, clause):
            continue
        told = list(DIRECTION.finditer(clause.text))
        than = THAN.search(clause.text, told[0].start()) if len(told) == 1 else None
        if than is None or not (up := _way(clause, told[0])):
            continue
        wholes = _wholes(sentence, clause)
        first = [m for m in wholes if m.end <= clause.start + than.start()]
        second = [m for m in wholes if m.start >= clause.start + than.start()]
        if len(first) != 1 or len(second) != 1 or first[0].value == second[0].value:
            continue
        groups = {m.value for m in sentence.groups if clause.start <= m.start < clause.end}
        if groups - {"bme", "white"} or len(groups) > 1:
            continue
        group = groups.pop() if groups else "bme"
        pairs = list(_pairs(clause, first[0].value, second[0].value, group, facts))
        signs = {sign(one.value - other.value, one.unit) * up for one, other in pairs}
        if signs not in ({1}, {-1}):
            continue
        shown = " against ".join(write(fact.value, Unit(fact.unit)) for fact in pairs[0])
        right = signs == {1}
        why = "The figures stand as the words say." if right else f"The figures are {shown}."
        yield held(passage, 9 if 9 in clause.indicators else 1, told[0][0], shown, why,
                   right=right, fault=Fault.WRONG_DIRECTION,
                   start=clause.start + told[0].start())  # fmt: skip


def _is_plain(sentence: Sentence, clause: Clause) -> bool:
    if OPEN.search(clause.text) or is_foreign(clause.text) or strange_words(clause.text):
        return False
    if words.SUBGROUP.search(clause.text) or words.ELSEWHERE.search(clause.text):
        return False
    if any(clause.start <= m.start < clause.end for m in sentence.sources):
        return False
    inside = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    return len(inside) <= _MOST_FIGURES and all(
        q.unit in ("percent", "count") and not q.number.hedge and not q.parts for q in inside
    )


def _way(clause: Clause, told: re.Match[str]) -> int:
    """1 where the first is said to be more, -1 where less, 0 where that is open."""
    kind = str(told.lastgroup)
    if kind in ("better", "worse"):
        represented = _REPRESENTED.search(clause.text) is not None
        return 0 if not represented else 1 if kind == "better" else -1
    return 1 if kind == "above" and kind in RISING else -1 if kind in FALLING[1:] else 0


def _wholes(sentence: Sentence, clause: Clause) -> list[Mention]:
    """The parts of the trust that a clause names; the board is one of them."""
    start, end = clause.start, clause.end
    found = [m for m in sentence.scopes if start <= m.start < end]
    for pattern, value in ((_WORKFORCE, "workforce"), (_BOARD, "board")):
        found += [
            Mention(value, start + m.start(), start + m.end())
            for m in pattern.finditer(clause.text)
            if not any(o.start < start + m.end() and start + m.start() < o.end for o in found)
        ]  # fmt: skip
    # “the clinical workforce” is no workforce as a whole.
    return [m for m in found if m.value != "workforce" or not any(
        o is not m and 0 <= m.start - o.end <= 1 for o in found)]  # fmt: skip


def _pairs(
    clause: Clause, first: str, second: str, group: str, facts: Facts
) -> Iterator[tuple[Fact, Fact]]:
    wanted = counted_or_shared(clause.text)
    if _REPRESENTED.search(clause.text) or "workforce" in (first, second):
        wanted = (kinds.SHARE,)
    for kind in wanted:
        ones = _of(first, kind, group, clause, facts)
        others = _of(second, kind, group, clause, facts)
        yield from ((one, other) for one in ones for other in others)


def _of(whole: str, kind: str, group: str, clause: Clause, facts: Facts) -> list[Fact]:
    if whole == "board":
        named = [m.value for m in boards_in(clause.text)] or ["voting", "total"]
        return facts.find([9], [kind], [group], named, [facts.year])
    whole = "cluster_8a_vsm" if whole == "senior" else whole
    found = facts.find([1], [kind], [group], [whole], [facts.year])
    # Where no counts are given, the shares of a group's own staff stand in the same order.
    return found or (
        facts.find([1], [kinds.WITHIN], [group], [whole], [facts.year])
        if kind == kinds.COUNT else []
    )  # fmt: skip
