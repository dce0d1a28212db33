"""The space of facts: everything that the data of a trust-year can say, with what it is of.

A fact is a figure with the words it answers to: indicator, kind, group, whole, year, source.
Sums, shares, differences and ratios that a writer may work out are facts as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from weakref import WeakKeyDictionary

from wres_report.claims.figures import Figures
from wres_report.standard import load_standard

GROUPS = ("white", "bme", "unknown", "total")
TRUST, BENCHMARK, ENGLAND = "trust", "benchmark", "england"
# What a figure can be: the share of a group to which it happened, a group's share of a whole, …
RATE, SHARE, WITHIN, RATIO, GAP, COUNT, RESPONSES, DIFFERENCE = (
    "rate", "share", "within", "ratio", "gap", "count", "responses", "difference",
)  # fmt: skip
EVENTS = {2: ("appointed", "shortlisted"), 3: ("entered", "workforce"),
          4: ("accessed", "workforce")}  # fmt: skip
_KNOWN: WeakKeyDictionary[Figures, Facts] = WeakKeyDictionary()
_TIMED = re.compile(r"^(?P<key>.+?)(?P<benchmark>\.benchmark)?(?:\.(?P<when>previous|y\d{4}))?$")
_RATE_KEY = re.compile(r"i([2-8])\.(white|bme|total|unknown)_percent")
_STAGE_KEY = re.compile(r"i([2-4])\.(shortlisted|appointed|entered|accessed|workforce)_(\w+)")
_BOARD_KEY = re.compile(r"i9\.(voting|total|executive)_(.+)")
_SCOPE_KEY = re.compile(r"i1\.(\w+?)_(bme_percent|bme|white|unknown|total|share)")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that the data can say.

    of: the whole or stage that it is of, such as ``appointed``, ``voting`` or ``clinical_5``.
    year: the WRES year. key: the results key it is, or is worked out from.
    """

    indicator: int
    kind: str
    group: str
    of: str
    year: int
    source: str
    unit: str
    value: float
    key: str


@dataclass
class Facts:
    """All facts of a trust-year, to be looked up by what they are of."""

    year: int
    term: str = "BME"
    known: dict[tuple[int, str, str, str, int, str], list[Fact]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)

    def add(self, fact: Fact) -> None:
        at = (fact.indicator, fact.kind, fact.group, fact.of, fact.year, fact.source)
        known = self.known.setdefault(at, [])
        if all(other.value != fact.value for other in known):
            known.append(fact)

    def find(
        self, indicators: Iterable[int], kinds: Iterable[str], groups: Iterable[str],
        wholes: Iterable[str], years: Iterable[int], sources: Iterable[str] = (TRUST,),
    ) -> list[Fact]:  # fmt: skip
        """The facts with any of these attributes."""
        return [
            fact
            for at in product(indicators, kinds, groups, wholes, years, sources)
            for fact in self.known.get(at, ())
        ]

    def one(
        self, indicator: int, kind: str, group: str = "", of: str = "", year: int = 0,
        source: str = TRUST,
    ) -> Fact | None:  # fmt: skip
        """The fact with these attributes; year 0 is this year."""
        found = self.known.get((indicator, kind, group, of, year or self.year, source))
        return found[0] if found else None

    def every(self, indicator: int) -> list[Fact]:
        """All facts of an indicator."""
        return [fact for at, facts in self.known.items() if at[0] == indicator for fact in facts]

    def series(self, indicator: int, kind: str, group: str = "", of: str = "") -> dict[int, float]:
        """The trust's values by WRES year, in their order."""
        return {
            at[4]: facts[0].value
            for at, facts in sorted(self.known.items(), key=lambda entry: entry[0][4])
            if at[:4] == (indicator, kind, group, of) and at[5] == TRUST
        }


def facts_of(figures: Figures) -> Facts:
    """The space of facts of the figures of a trust-year, made once for these."""
    known = _KNOWN.get(figures)
    if known is None:
        known = _KNOWN[figures] = _facts_of(figures)
    return known


def _facts_of(figures: Figures) -> Facts:
    facts = Facts(figures.year, figures.term)
    for key, figure in {**figures.of_tables, **figures.values}.items():
        if figure.value is None:
            if figure.status == "suppressed":
                facts.hidden.add(key)
            continue
        for fact in _read(key, figure.unit, figure.value, figures.year):
            facts.add(fact)
    for (key, year), figure in figures.by_year.items():
        for fact in _read(key, figure.unit, figure.value or 0.0, figures.year):
            at = (fact.indicator, fact.kind, fact.group, fact.of, year, TRUST)
            if at not in facts.known:
                facts.add(Fact(*at, fact.unit, fact.value, key))
    if figures.values:
        _add_england(facts)
    from wres_report.claims.worked_out import add_worked_out

    add_worked_out(facts)
    return facts


def _read(key: str, unit: str, value: float, this_year: int) -> Iterator[Fact]:
    """The facts that one entry of the results is."""
    timed = _TIMED.match(key)
    if timed is None or key.endswith(".change"):
        return
    plain, when = timed["key"], timed["when"] or ""
    year = this_year - 1 if when == "previous" else int(when[1:]) + 1 if when else this_year
    source = BENCHMARK if timed["benchmark"] else TRUST
    for indicator, kind, group, of in _meaning(plain):
        yield Fact(indicator, kind, group, of, year, source, unit, value, plain)


def _meaning(key: str) -> Iterator[tuple[int, str, str, str]]:
    if found := re.fullmatch(r"workforce\.(\w+)", key):
        yield 1, COUNT, found[1], "workforce"
    elif found := re.fullmatch(r"i1\.(white|bme)_percent", key):
        yield 1, SHARE, found[1], "workforce"
    elif found := _RATE_KEY.fullmatch(key):
        yield int(found[1]), RATE, found[2], ""
    elif found := re.fullmatch(r"i([2-4])\.ratio", key):
        yield int(found[1]), RATIO, "", ""
    elif found := re.fullmatch(r"i([5-8])\.gap", key):
        yield int(found[1]), GAP, "", ""
    elif found := re.fullmatch(r"i([5-8])\.responses_(\w+)", key):
        yield int(found[1]), RESPONSES, found[2], ""
    elif found := _STAGE_KEY.fullmatch(key):
        yield int(found[1]), COUNT, found[3], found[2]
    elif found := _BOARD_KEY.fullmatch(key):
        yield from _of_board(found[1], found[2])
    elif key == "i1.senior_bme_percent":
        yield 1, SHARE, "bme", "cluster_8a_vsm"
    elif found := _SCOPE_KEY.fullmatch(key):
        what = {"bme_percent": (SHARE, "bme"), "share": (WITHIN, "bme")}.get(found[2])
        kind, group = what or (COUNT, found[2])
        yield 1, kind, group, found[1]


def _of_board(board: str, what: str) -> Iterator[tuple[int, str, str, str]]:
    if what == "difference":
        yield 9, DIFFERENCE, "bme", board
    elif what == "members":
        yield 9, COUNT, "total", board
    elif what in GROUPS:
        yield 9, COUNT, what, board
    elif what.endswith("_percent"):
        yield 9, SHARE, what.removesuffix("_percent"), board


def _add_england(facts: Facts) -> None:
    measures = {"bme_percent": RATE, "ratio": RATIO, "board_bme_percent": SHARE,
                "vsm_bme_percent": SHARE}  # fmt: skip
    for known in load_standard().benchmarks:
        indicator, kind = int(known.indicator[1:]), measures.get(known.measure)
        if kind is None:
            continue
        wholes = {9: ("voting", "total", "executive"), 1: ("workforce",)}.get(indicator, ("",))
        if known.measure == "vsm_bme_percent":
            wholes = ("vsm",)
        for of in wholes:
            shared = SHARE if indicator in (1, 9) else kind
            group = "" if kind == RATIO else "bme"
            facts.add(Fact(indicator, shared, group, of, known.wres_year, ENGLAND, known.unit,
                           known.value, f"{known.indicator}.{known.measure}"))  # fmt: skip
