"""What is asked of the facts for a reading: its attributes, settled or open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wres_report.claims.claim import Fault
from wres_report.claims.facts import BENCHMARK, ENGLAND, RATE, TRUST, Fact, Facts
from wres_report.claims.mentions import wres_years
from wres_report.claims.readings import Reading
from wres_report.claims.senses import Sense
from wres_report.claims.sentences import Sentence
from wres_report.claims.wholes import Whole, sides_of, whole_of

OTHER = {"bme": "white", "white": "bme"}
# The ratio of an indicator sets the first group in relation to the second.
STANDARD = {2: ("white", "bme"), 3: ("bme", "white"), 4: ("white", "bme")}


@dataclass(frozen=True)
class Candidate:
    """One number that a quantity may print.

    value: as it would be printed. unit: the unit it has. fact: what it is, or is worked out from.
    other: the second fact of a difference or ratio. how: in what way. right_way: whether the
    direction that the words give is that of the figures. free: whether its sign is not printed.
    """

    value: float
    unit: str
    fact: Fact
    how: str = "level"
    other: Fact | None = None
    right_way: bool = True
    free: bool = False


@dataclass(frozen=True)
class Explained:
    """A fault that explains a number. candidate: the figure that it is instead."""

    fault: Fault
    why: str
    candidate: Candidate | None = None
    expected: str = ""


@dataclass(frozen=True)
class Asked:
    """What is looked for: a reading with its attributes settled, so that one can be exchanged."""

    sentence: Sentence
    reading: Reading
    facts: Facts
    indicators: tuple[int, ...]
    groups: tuple[str, ...]
    source: str
    whole: Whole
    sides: tuple[str, str] | None
    years: tuple[int, ...] | None = None
    transposed: bool = False

    def years_of(self, indicator: int) -> tuple[int, ...]:
        """The WRES years that the reading may be of."""
        if self.years is not None:
            return self.years
        this = self.facts.year
        told = [y for y in self.reading.years if y != "?"]
        known = [y for value in told for y in wres_years(value, indicator, this)]
        if self.reading.used.earlier:
            if told and "?" not in self.reading.years and told != ["this"]:
                return tuple(dict.fromkeys(known))
            others = (this,) if indicator == 1 and self.sentence.scopes else ()
            return tuple(dict.fromkeys([*known, *wres_years("then", indicator, this), *others]))
        if not told:
            # National figures lag behind; the benchmark of a survey comes with its results.
            known_now = self.facts.one(indicator, RATE, "bme", source=BENCHMARK)
            now = self.source == TRUST or (self.source == BENCHMARK and known_now is not None)
            return (this,) if now else (this, this - 1)
        return tuple(dict.fromkeys([*known, this] if "?" in self.reading.years else known))

    @property
    def year_is_told(self) -> bool:
        """Whether it is this year's figure, or one of a year that the words tell."""
        if "?" not in self.reading.years:
            return True
        this = self.facts.year
        indicator = (self.indicators or (0,))[0]
        told = [y for y in self.reading.years if y != "?"]
        return all(this in wres_years(value, indicator, this) for value in told)


def asked(sentence: Sentence, reading: Reading, facts: Facts, before: Asked | None = None) -> Asked:
    """What a reading asks of the facts. before: what the quantity before it asked."""
    whole = whole_of(sentence, reading)
    there = re.match(
        r"\s*(?:are |work |were )?(?:in|at|as|non-?clinical|clinical|medical|doctors|"
        r"consultants)\b",
        reading.right,
    )
    if there and not whole.told and before is not None and before.whole.group:
        whole = before.whole if before.reading.scopes else whole
    indicators = reading.topics or reading.clause.indicators
    near = sentence.text[reading.quantity.end : reading.quantity.end + 40]
    if whole.staff or re.match(r"\s*of (?:the |our |all )*(?:\w+ )?workforce", near):
        indicators = (*indicators, *(n for n in reading.clause.side if n == 1))
    left = sentence.text[: reading.quantity.start]
    if 1 in reading.clause.side and re.search(r"\bworkforce\b[^,;%]{0,25}$", left, re.I):
        indicators = (1, *indicators)
    indicators = tuple(dict.fromkeys(indicators))
    groups = _groups(sentence, reading, indicators, whole)
    sides = _sides(sentence, reading)
    return Asked(sentence, reading, facts, indicators, groups, reading.source, whole, sides)


# “a ratio of 0.84 means that BME staff were more likely”: as the standard has it, then in words.
_MEANS = re.compile(
    r"\s*,?\s*(?:which |this |that )?(?:means?|meaning|shows?|showing|tells?|indicat\w+|suggest\w*|"
    r"says?|impl(?:y|ies|ying)|so)\b", re.I,
)  # fmt: skip


def _sides(sentence: Sentence, reading: Reading) -> tuple[str, str] | None:
    """The groups of a ratio or a gap; of a level nobody asks."""
    if reading.quantity.unit == "bare" and _MEANS.match(reading.right):
        return None
    sensed = reading.used.sense in (Sense.RELATIVE, Sense.GAP, Sense.DISTANCE)
    return (
        sides_of(sentence, reading)
        if sensed or reading.quantity.unit in ("times", "bare")
        else None
    )


def _groups(
    sentence: Sentence, reading: Reading, indicators: tuple[int, ...], whole: Whole
) -> tuple[str, ...]:
    if whole.group and not {1, 9} & set(indicators):
        return (whole.group,)
    groups = tuple(g for g in reading.groups if g)
    of_all = groups[:1] == ("total",) and reading.quantity.unit == "percent"
    if of_all and set(indicators) <= {1, 9}:
        # “20.2% of all staff were from a BME background”: all staff are the whole.
        clause = reading.clause
        named = [m.value for m in sentence.groups if clause.start <= m.start < clause.end]
        return tuple(dict.fromkeys(g for g in named if g != "total")) or ("bme",)
    if groups:
        return (*groups, *_of_all(sentence, reading, indicators, groups, whole))
    if reading.quantity.unit == "count":
        return ("bme", "total") if set(indicators) <= {1, 9} else ("total", "bme", "white")
    return ("bme",) if set(indicators) <= {1, 9} and indicators else ("bme", "white", "total")


_PEOPLE_NEXT = re.compile(
    r"\s+(?:of us|of you|of them|employees|staff|people|colleagues|members of staff|workers)\b"
    r"(?! (?:with|whose|from|who|of|not|identif\w+|describ\w+)\b)", re.I,
)  # fmt: skip


# “two of our 12 voting members”: the number of all.
_SO_MANY_OF = re.compile(r"(?:\d|\b\w+) (?:out )?of (?:our|the|its|these|all)(?: \w+)? $", re.I)


def _of_all(
    sentence: Sentence, reading: Reading, indicators: tuple[int, ...], groups: tuple[str, ...],
    whole: Whole,
) -> tuple[str, ...]:  # fmt: skip
    """All people, beside groups that only other words name: “the 5,188 of us, unknown and all”."""
    quantity, clause = reading.quantity, reading.clause
    of_some = whole.told and not whole.staff
    if "total" in groups or of_some or not set(indicators) <= {1, 9, *STANDARD}:
        return ()
    named = any(clause.start <= m.start < clause.end for m in sentence.groups)
    counted = quantity.unit == "count" and (
        _PEOPLE_NEXT.match(sentence.text, quantity.end)
        or _SO_MANY_OF.search(sentence.text[: quantity.start])
    )
    return ("total",) if counted or (not named and not {1, 9} & set(indicators)) else ()


_WITHIN = re.compile(r"\s*(?:in|within|among|amongst|across|for) (?:the |our |its )*$", re.I)


def _opens_with_a_part(ask: Asked) -> bool:
    """Whether a clause begins with a part of the workforce that all of it is about."""
    clause = ask.reading.clause
    return any(
        clause.start <= m.start < ask.reading.quantity.start
        and _WITHIN.fullmatch(ask.sentence.text[clause.start : m.start])
        for m in ask.sentence.scopes
    )


def scopes_of(ask: Asked) -> list[str]:
    """The parts of the workforce that are meant, those of a band and a staff group joined."""
    scopes = [s for s in ask.reading.scopes if s != "?"]
    near = ask.sentence.text[ask.reading.quantity.end : ask.reading.quantity.end + 30]
    overall = re.match(r"\s*(?:overall|in the workforce|trust-?wide|in total)\b", near)
    if not scopes or overall or (ask.whole.staff and not ask.whole.scoped):
        if "?" in ask.reading.scopes and not overall:
            return ["?"]
        # “In the non-clinical workforce they hold 14.3 % of posts”: of these posts, or of all.
        within = scopes[:1] if not overall and _opens_with_a_part(ask) else []
        return [*within, "workforce"]
    scopes = ["cluster_8a_vsm" if scope == "senior" else scope for scope in scopes]
    first = scopes[0]
    staff = next((s for s in scopes if s in ("clinical", "non_clinical")), "")
    band = next((s for s in scopes if s not in ("clinical", "non_clinical", "medical")), "")
    both = {"clinical", "non_clinical"} <= set(scopes)
    if staff and band and not both and not band.startswith("medical"):
        return [f"{staff}_{band}"]
    if both and band:
        return [band]
    if first == "medical" and "medical_consultant" in scopes:
        return ["medical", "medical_consultant"]
    if first == "medical_consultant":
        return ["medical_consultant", "medical"]
    return [first]


def exchanged(ask: Asked, **attributes: object) -> Asked:
    """The same question with other attributes."""
    return replace(ask, **attributes)  # type: ignore[arg-type]


def sources_of(ask: Asked) -> tuple[str, ...]:
    """A national figure and one of the benchmark group are often taken for each other.

    Where none of England's is known, one that is called national is held against none.
    """
    if ask.source == TRUST:
        return (TRUST,)
    unknown = ask.source == ENGLAND and ENGLAND not in ask.facts.sources
    return (ENGLAND,) if unknown else (BENCHMARK, ENGLAND)
