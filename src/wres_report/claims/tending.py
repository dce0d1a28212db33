"""Trends, extremes and comparisons with an earlier year, as words tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import better_is_up
from wres_report.claims.facts import Facts
from wres_report.claims.judged import held
from wres_report.claims.mentions import wres_years
from wres_report.claims.number_words import WORDS
from wres_report.claims.sentences import Sentence
from wres_report.claims.spoken import Spoken, of_others, spoken_of
from wres_report.documents.passages import Passage

UP = (
    r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|ing)?|up|climb\w*|higher|went up|gone up|"
    r"widen\w*|upwards?|risen|more|▲|↑"
)
DOWN = (
    r"fell|fall(?:s|en|ing)?|decreas\w+|declin\w+|dropp?\w*|down|lower|come down|came down|gone "
    r"down|"
    r"less|fewer|went down|narrow\w*|shrunk|shrank|shrink\w*|clos(?:ed|ing)|reduc\w+|downwards?|▼|↓"
)
BETTER, WORSE = r"improv\w+|better", r"worse\w*|deteriorat\w+"
_WORD = re.compile(
    rf"(?:\b(?:(?P<better>{BETTER})|(?P<worse>{WORSE})|(?P<up>{UP})|(?P<down>{DOWN}))(?!\w))|"
    r"(?P<upmark>[▲↑])|(?P<downmark>[▼↓])", re.I,
)  # fmt: skip
_EVERY = re.compile(
    r"\b(?:in|at|with) (?:each|every)(?: successive)?(?: single)?(?: one)? (?:of (?:the |its "
    r"|our )?(?:(?:last"
    r"|past|\w+) ){0,2})?"
    r"(?:surveys?|years?|time)\b|\b(?:each|every) (?:time|year|survey)\b(?! we)|\byear (?:on"
    r"|after|by) year\b|"
    r"\bthroughout\b|\b(?P<both>(?:in |for )?both (?:years|surveys|times))\b|"
    r"\b(?:in|for) all (?P<all>\w+) (?:years|surveys)\b|\bsteadily\b|"
    r"\b(?P<n>two|three|four|five|\d) (?:years|surveys|times) (?:running|in a row|in succession)\b|"
    r"\bfor (?:the|a) (?P<o>second|third|fourth|fifth) (?:consecutive |successive )?(?:year|time"
    r"|survey)"
    r"(?: running| in a row| in succession)?\b|"
    r"\b(?P<m>two|three|four|five|\d) (?:consecutive|successive) (?:years|surveys)\b|"
    r"\b(?P<again>as (?:it|they) (?:had|did) (?:in )?the (?:year|survey) before|for the second "
    r"(?:year|time) "
    r"(?:running|in a row))\b|\bwithout (?:a break|exception)\b|\bnever (?:stopped|ceased)\b", re.I,
)  # fmt: skip
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NOT_EVERY = re.compile(
    r"\bnot (?:in |at )?(?:every|each|steadily|all)\b|\bthough not\b|\bbut not\b", re.I
)
_NO_TREND = re.compile(
    r"\bfluctuat\w+|\bexcept\b|\bapart from\b|\buntil\b|\bif\b|\bbefore (?=ris|fall)|\b(?:will"
    r"|must|should|"
    r"to|would|want|hope|aim)\b (?:\w+ ){0,2}$|\bwe ask\b|\bpublish\w*|\breport (?:every"
    r"|each)\b", re.I,
)  # fmt: skip
_SINCE = re.compile(r"\b(?:since|from|between)\b", re.I)


def trend_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“has fallen in every survey since 2017”, “up each time”, “narrowed in both years”."""
    every = _EVERY.search(sentence.text)
    if not every or _NO_TREND.search(sentence.text):
        return
    clause = sentence.clause_of(every.start())
    told = _direction(sentence.text, every)
    if told is None or _apart(told, every) > _NEAR.get(every[0].lower(), _FAR):
        return
    if sentence.clause_of(told.start()) is not clause:
        # “the headcount grew, yet the share was the same in both years”
        return
    spoken = spoken_of(sentence, clause, told.start(), facts)
    theirs = [
        m for m in sentence.sources if clause.start <= m.start < max(told.start(), every.start())
    ]
    if spoken is not None and theirs:
        spoken = of_others(facts, spoken, theirs[0].value)
    up = rises(told, spoken)
    if spoken is None or up is None or len(spoken.series) < 2:
        return
    values = _values(sentence, every, spoken, facts)
    if len(values) < 2:
        return
    steps = [spoken.sign(b - a) for a, b in pairwise(values.values())]
    all_so = all(step == (1 if up else -1) for step in steps)
    shown = ", ".join(f"{value:g} in {year - (1 if spoken.indicator in (5, 6, 7, 8) else 0)}"
                      for year, value in values.items())  # fmt: skip
    said = told[0] if told.start() > every.end() or told.end() < every.start() - 40 else (
        sentence.text[min(told.start(), every.start()) : max(told.end(), every.end())])  # fmt: skip
    if _NOT_EVERY.search(sentence.text):
        all_so = not all_so
    elif all_so and not _complete(values, facts):
        return
    why = "The years go as the words say." if all_so else (
        f"The figures do not all go that way: {shown}.")  # fmt: skip
    yield held(passage, spoken.indicator, said, shown, why, right=all_so,
               fault=Fault.FALSE_TREND, start=told.start())  # fmt: skip


_NEAR, _FAR = {"throughout": 15, "steadily": 25}, 120


def _apart(told: re.Match[str], every: re.Match[str]) -> int:
    return max(every.start() - told.end(), told.start() - every.end(), 0)


def _direction(text: str, every: re.Match[str]) -> re.Match[str] | None:
    """The word of direction nearest to the words that spread it over the years."""
    found = list(_WORD.finditer(text))
    if not found:
        return None
    return min(found, key=lambda m: min(abs(m.end() - every.start()), abs(m.start() - every.end())))


def rises(told: re.Match[str], spoken: Spoken | None) -> bool | None:
    """Whether a word says that the figure rises; of better and worse the indicator decides."""
    if spoken is None:
        return None
    known = told.groupdict()
    if known.get("better") or known.get("worse"):
        if spoken.kind in ("gap", "difference"):
            return bool(known.get("worse"))
        if spoken.kind == "ratio":
            return None
        return better_is_up(spoken.indicator) == bool(known.get("better"))
    return bool(known.get("up") or known.get("upmark"))


def _values(
    sentence: Sentence, every: re.Match[str], spoken: Spoken, facts: Facts
) -> dict[int, float]:
    """The values of the years that are spoken of."""
    years = sorted(spoken.series)
    told = every.groupdict()
    count = 2 if told.get("both") or told.get("again") else 0
    for name in ("n", "m", "o"):
        if number := told.get(name):
            ordinal = _ORDINALS.get(number.lower(), 0)
            count = int(number) if number.isdigit() else WORDS.get(number.lower(), ordinal)
    starts = [
        year for mention in sentence.years if mention.value not in ("this", "last", "then")
        for year in wres_years(mention.value, spoken.indicator, facts.year)[:1]
    ]  # fmt: skip
    if count:
        steps = told.get("both") or told.get("again") or told.get("o")
        years = years[-(count + 1) :] if steps else years[-count:]
        if (told.get("n") or told.get("m")) and len(years) < count:
            return {}
    elif starts and _SINCE.search(sentence.text):
        years = [year for year in years if year >= min(starts)]
    return {year: spoken.series[year] for year in years}


def _complete(values: dict[int, float], facts: Facts) -> bool:
    """Whether no year between is missing."""
    years = list(values)
    return len(years) == years[-1] - years[0] + 1 and years[-1] == facts.year


_THAN_THEN = re.compile(
    r"(?P<not>\b(?:not|no|never|hardly any)\s+(?:quite |any )?)?(?:(?P<as>\b(?:as|so)\s+))?\b"
    r"(?P<word>wide|wider|large|"
    r"larger|big|bigger|great|greater|narrow|narrower|small|smaller|high|higher|low|lower|bad|worse|better)\b"
    r"[^.;,]{0,30}?\b(?P<link>as|than)\b\s+(?:(?:it|they|that|those|was|were|had been|the|what"
    r"|is)\s+)*"
    r"(?P<when>(?:in|at|for|of|on)?\s*(?:the )?(?:survey of |year to |March )?(?:20\d\d|last year"
    r"|a year "
    r"(?:ago|earlier|before)|(?:the )?year before|(?:the )?previous year|(?:the )?survey before|"
    r"before|(?:the )?last survey|previously))", re.I,
)  # fmt: skip
_LARGE = ("wide", "wider", "large", "larger", "big", "bigger", "great", "greater", "high", "higher")
_SMALL = ("narrow", "narrower", "small", "smaller", "low", "lower")


def then_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“not as wide as in the survey of 2019”, “no higher than a year earlier”."""
    for found in _THAN_THEN.finditer(sentence.text):
        word = found["word"].lower()
        if not (found["not"] or found["as"]) and not re.search(
            r"\bgap|\bshortfall|\bdisparit", sentence.text, re.I
        ):
            continue
        if word not in (*_LARGE, *_SMALL) or (found["link"] == "as") != bool(found["as"]):
            continue
        clause = sentence.clause_of(found.start())
        spoken = spoken_of(sentence, clause, found.start(), facts)
        if spoken is None or facts.year not in spoken.series or sentence.sources:
            continue
        years = [
            y
            for m in sentence.years
            if found.start("when") <= m.start < found.end("when") + 12
            for y in wres_years(m.value, spoken.indicator, facts.year)[:1]
        ] or [facts.year - 1]
        before = spoken.series.get(years[0])
        if before is None:
            continue
        sign = spoken.sign(spoken.series[facts.year] - before)
        right = _holds(
            sign, large=word in _LARGE, equal=found["link"] == "as", negated=bool(found["not"])
        )
        moved = f"from {spoken.written(before)} to {spoken.written(spoken.series[facts.year])}"
        yield held(passage, spoken.indicator, found[0], moved, f"It went {moved}.", right=right,
                   fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


_BOARD_GAP = re.compile(
    r"\b(?:gap|shortfall|difference|disparity)\b(?P<of>[^.;,]{0,60}?)\b(?:has |have |had )?"
    r"(?:(?P<wider>widened|grown|grew|increased)|(?P<closer>narrowed|closed|shrunk|shrank|halved))\b"
    r"(?! by \d)", re.I,
)  # fmt: skip


def board_gap_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“The gap between board and workforce has narrowed.”"""
    found = _BOARD_GAP.search(sentence.text)
    if found is None or sentence.sources or _NO_TREND.search(sentence.text):
        return
    if any(mention.value not in ("this", "last") for mention in sentence.years):
        return
    spoken = spoken_of(sentence, sentence.clause_of(found.start()), found.start(), facts)
    if spoken is None or spoken.indicator != 9 or not {facts.year, facts.year - 1} <= set(
            spoken.series):  # fmt: skip
        return
    before, this = spoken.series[facts.year - 1], spoken.series[facts.year]
    sign = spoken.sign(this - before)
    if not sign:
        return
    right = (sign > 0) == bool(found["wider"])
    moved = f"from {spoken.written(before)} to {spoken.written(this)}"
    yield held(passage, spoken.indicator, found[0], moved, f"It went {moved}.", right=right,
               fault=Fault.FALSE_TREND, start=found.start())  # fmt: skip


def _holds(sign: int, *, large: bool, equal: bool, negated: bool) -> bool:
    more = sign if large else -sign
    if equal:
        return more < 0 if negated else more == 0
    return more <= 0 if negated else more > 0
