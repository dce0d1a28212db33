"""The space of facts: everything that the data of a trust-year can say, with what it is of.

A fact is a figure with the words it answers to: indicator, kind, group, whole, year, source.
Sums, shares, differences and ratios that a writer may work out are facts as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from wres_report.claims.figures import SURVEY, Figures
from wres_report.claims.standard_now import standard_now
from wres_report.standard import Key, read_key
from wres_report.standard.key import CHANGE, PREVIOUS

GROUPS = ("white", "bme", "unknown", "total")
TRUST, BENCHMARK, ENGLAND = "trust", "benchmark", "england"
# What a figure can be: the share of a group to which it happened, a group's share of a whole, …
RATE, SHARE, WITHIN, RATIO, GAP, COUNT, RESPONSES, DIFFERENCE = (
    "rate", "share", "within", "ratio", "gap", "count", "responses", "difference",
)  # fmt: skip
EVENTS = {2: ("appointed", "shortlisted"), 3: ("entered", "workforce"),
          4: ("accessed", "workforce")}  # fmt: skip
SCORE = "score"  # the unit of what the survey tells on a scale from 0 to 10
BOARDS = ("voting", "total", "executive")
# What the ending of a figure of the workforce says, behind the part of it that it is of.
OF_A_SCOPE = {
    "bme_percent": (SHARE, "bme"), "share": (WITHIN, "bme"),
    **{group: (COUNT, group) for group in GROUPS},
}  # fmt: skip


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
    """All facts of a trust-year, to be looked up by what they are of.

    hidden: the keys of those that are suppressed. sources: those that any fact is of.
    """

    year: int
    term: str = "BME"
    known: dict[tuple[int, str, str, str, int, str], list[Fact]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    def add(self, fact: Fact) -> None:
        at = (fact.indicator, fact.kind, fact.group, fact.of, fact.year, fact.source)
        self.sources.add(fact.source)
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

    def is_scored(self, indicator: int) -> bool:
        """Whether what each group has of an indicator is a score, and no percentage."""
        rate = self.one(indicator, RATE, "bme") or self.one(indicator, RATE, "white")
        return rate is not None and rate.unit == SCORE

    def every(self, indicator: int) -> list[Fact]:
        """All facts of an indicator."""
        return [fact for at, facts in self.known.items() if at[0] == indicator for fact in facts]

    def series(self, indicator: int, kind: str, group: str = "", of: str = "") -> dict[int, float]:
        """The trust's values by WRES year, in their order."""
        wanted = (indicator, kind, group, of)
        return dict(sorted(
            (at[4], facts[0].value) for at, facts in self.known.items()
            if at[0] == indicator and at[:4] == wanted and at[5] == TRUST
        ))  # fmt: skip


def given_facts(figures: Figures) -> Facts:
    """What the results and the published figures say themselves, and England beside them."""
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
    return facts


def _read(key: str, unit: str, value: float, this_year: int) -> Iterator[Fact]:
    """The facts that one entry of the results is."""
    read = read_key(key)
    if read.form == CHANGE:
        return
    year = this_year - 1 if read.form == PREVIOUS else read.year + 1 if read.year else this_year
    source = BENCHMARK if read.benchmark else TRUST
    for indicator, kind, group, of in _meaning(read.plain):
        yield Fact(indicator, kind, group, of, year, source, unit, value, str(read.plain))


def _meaning(key: Key) -> Iterator[tuple[int, str, str, str]]:
    """Of which indicator a figure is, of what kind, of which group, of what whole."""
    figure, number = key.figure, key.number
    if key.stem == "workforce" and figure:
        yield 1, COUNT, figure, "workforce"
    elif number == 1:
        yield from _of_workforce(figure)
    elif number in EVENTS:
        yield from _of_likelihood(number, figure)
    elif number in SURVEY:
        yield from _of_survey(number, figure)
    elif number == 9:
        membership, _, what = figure.partition("_")
        if membership in BOARDS:
            yield from _of_board(membership, what)


def _of_workforce(figure: str) -> Iterator[tuple[int, str, str, str]]:
    if figure in ("white_percent", "bme_percent"):
        yield 1, SHARE, figure.removesuffix("_percent"), "workforce"
    elif figure == "senior_bme_percent":
        yield 1, SHARE, "bme", "cluster_8a_vsm"
    else:
        for ending, (kind, group) in OF_A_SCOPE.items():
            scope = figure.removesuffix(f"_{ending}")
            if scope and scope != figure:
                yield 1, kind, group, scope


def _of_likelihood(number: int, figure: str) -> Iterator[tuple[int, str, str, str]]:
    stage, _, group = figure.partition("_")
    if figure == "ratio":
        yield number, RATIO, "", ""
    elif group == "percent" and stage in GROUPS:
        yield number, RATE, stage, ""
    elif stage in EVENTS[number] and group:
        yield number, COUNT, group, stage


def _of_survey(number: int, figure: str) -> Iterator[tuple[int, str, str, str]]:
    first, _, rest = figure.partition("_")
    if figure == "gap":
        yield number, GAP, "", ""
    elif rest in ("percent", SCORE) and first in GROUPS:
        yield number, RATE, first, ""
    elif first == "responses" and rest:
        yield number, RESPONSES, rest, ""


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
    for known in standard_now().benchmarks:
        indicator = standard_now().indicator(known.indicator).number
        kind = measures.get(known.measure)
        if kind is None:
            continue
        wholes = {9: BOARDS, 1: ("workforce",)}.get(indicator, ("",))
        if known.measure == "vsm_bme_percent":
            wholes = ("vsm",)
        for of in wholes:
            shared = SHARE if indicator in (1, 9) else kind
            group = "" if kind == RATIO else "bme"
            facts.add(Fact(indicator, shared, group, of, known.wres_year, ENGLAND, known.unit,
                           known.value, f"{known.indicator}.{known.measure}"))  # fmt: skip
