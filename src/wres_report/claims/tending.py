"""Trends, extremes and comparisons with an earlier year, as words tell them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.facts import Facts
from wres_report.claims.figures import SURVEY
from wres_report.claims.mentions import wres_years
from wres_report.claims.passages import Passage
from wres_report.claims.quantities import WORDS
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import Spoken, better_is_up, indicator_of, of_others, spoken_of
from wres_report.claims.vocabulary import HYPOTHETICAL

UP = (
    r"ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|ing)?|up|climb\w*|higher|went up|gone up|"
    r"widen\w*|upwards?|risen|▲|↑"
)
DOWN = (
    r"fell|fall(?:s|en|ing)?|decreas\w+|declin\w+|dropp?\w*|down|lower|come down|came down|gone down|"
    r"went down|narrow\w*|shrunk|shrank|shrink\w*|clos(?:ed|ing)|reduc\w+|downwards?|▼|↓"
)
BETTER, WORSE = r"improv\w+|better", r"worse\w*|deteriorat\w+"
_WORD = re.compile(
    rf"(?:\b(?:(?P<better>{BETTER})|(?P<worse>{WORSE})|(?P<up>{UP})|(?P<down>{DOWN}))(?!\w))|"
    r"(?P<upmark>[▲↑])|(?P<downmark>[▼↓])", re.I,
)  # fmt: skip
_EVERY = re.compile(
    r"\b(?:in|at|with) (?:each|every)(?: single)?(?: one)? (?:of (?:the |its |our )?(?:(?:last|past|\w+) ){0,2})?"
    r"(?:surveys?|years?|time)\b|\b(?:each|every) (?:time|year|survey)\b(?! we)|\byear (?:on|after|by) year\b|"
    r"\bthroughout\b|\b(?P<both>(?:in |for )?both (?:years|surveys|times))\b|"
    r"\b(?:in|for) all (?P<all>\w+) (?:years|surveys)\b|\bsteadily\b|"
    r"\b(?P<n>two|three|four|five|\d) (?:years|surveys|times) (?:running|in a row|in succession)\b|"
    r"\bfor (?:the|a) (?P<o>second|third|fourth|fifth) (?:consecutive |successive )?(?:year|time|survey)"
    r"(?: running| in a row| in succession)?\b|"
    r"\b(?P<m>two|three|four|five|\d) (?:consecutive|successive) (?:years|surveys)\b|"
    r"\b(?P<again>as (?:it|they) (?:had|did) (?:in )?the (?:year|survey) before|for the second (?:year|time) "
    r"(?:running|in a row))\b|\bwithout (?:a break|exception)\b|\bnever (?:stopped|ceased)\b", re.I,
)  # fmt: skip
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}
_NOT_EVERY = re.compile(r"\bnot (?:in |at )?(?:every|each|steadily|all)\b|\bthough not\b|\bbut not\b", re.I)
_NO_TREND = re.compile(
    r"\bfluctuat\w+|\bexcept\b|\bapart from\b|\buntil\b|\bif\b|\bbefore (?=ris|fall)|\b(?:will|must|should|"
    r"to|would|want|hope|aim)\b (?:\w+ ){0,2}$|\bwe ask\b|\bpublish\w*|\breport (?:every|each)\b", re.I,
)  # fmt: skip
_SINCE = re.compile(r"\b(?:since|from|between)\b", re.I)


def trend_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“has fallen in every survey since 2017”, “up each time”, “narrowed in both years”."""
    every = _EVERY.search(sentence.text)
    if not every or _NO_TREND.search(sentence.text):
        return
    clause = sentence.clause_of(every.start())
    told = _direction(sentence.text, every)
    if told is None:
        return
    spoken = spoken_of(sentence, clause, told.start(), facts)
    theirs = [m for m in sentence.sources if clause.start <= m.start < max(told.start(), every.start())]
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
    elif all_so and not _complete(values, spoken, every, facts):
        return
    if all_so:
        yield _finding(passage, spoken, Verdict.AGREES, said, shown,
                       "The years go as the words say.", None, told.start())  # fmt: skip
    else:
        yield _finding(passage, spoken, Verdict.CONTRADICTS, said, shown,
                       f"The figures do not all go that way: {shown}.", Fault.FALSE_TREND,
                       told.start())  # fmt: skip


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


def _complete(
    values: dict[int, float], spoken: Spoken, every: re.Match[str], facts: Facts
) -> bool:
    """Whether no year between is missing."""
    years = list(values)
    return len(years) == years[-1] - years[0] + 1 and years[-1] == facts.year


_EXTREME = re.compile(
    r"\b(?:(?P<low>lowest|smallest|narrowest|fewest)|(?P<high>highest|largest|widest|biggest|greatest)|"
    r"(?P<best>best)|(?P<worst>worst))\b(?P<what>[^.;]{0,45}?)\b(?:of|in|since|for|across|on|yet|so far)\b"
    r"(?P<among>[^.;]{0,40})", re.I,
)  # fmt: skip
_OF_YEARS = re.compile(r"\b(?:surveys?|years?|since 20\d\d|record|reports?|20\d\d)\b|^\s*20\d\d", re.I)


def extreme_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the lowest rate of the four surveys”."""
    for found in _EXTREME.finditer(sentence.text):
        if _GAP_OF_ALL.search(sentence.text):
            return
        if HYPOTHETICAL.search(sentence.text) or re.search(r"[\d,]", found["what"]):
            continue
        if not _OF_YEARS.search(found["among"]) or re.search(
                r"\bnot\b|\bband|\bregion|\bcountry|\btrusts\b", found[0], re.I):  # fmt: skip
            continue
        clause = sentence.clause_of(found.start())
        spoken = spoken_of(sentence, clause, found.start(), facts)
        if spoken is None or len(spoken.series) < 3 or facts.year not in spoken.series:
            continue
        high = _is_high(found, spoken)
        if high is None:
            continue
        values = list(spoken.series.values())
        this = spoken.series[facts.year]
        right = this == (max(values) if high else min(values))
        shown = ", ".join(f"{value:g}" for value in values)
        verdict = Verdict.AGREES if right else Verdict.CONTRADICTS
        why = f"The figures of the years are {shown}."
        yield _finding(passage, spoken, verdict, found[0].strip(), spoken.written(this), why,
                       None if right else Fault.WRONG_DIRECTION, found.start())  # fmt: skip


_GAP_OF_ALL = re.compile(
    r"\b(?:(?P<large>widest|largest|biggest|greatest)|(?P<small>narrowest|smallest))\b (?:\w+ ){0,2}?gap\b"
    r"[^.;]{0,12}\b(?:of|among|across|on|in|between)\b[^.;]{0,20}\b(?:four|survey|all)\b", re.I,
)  # fmt: skip


def gap_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the widest gap of the four survey measures”."""
    found = _GAP_OF_ALL.search(sentence.text)
    if found is None:
        return
    clause = sentence.clause_of(found.start())
    indicator = indicator_of(clause)
    gaps = {n: facts.one(n, "gap") for n in SURVEY}
    if indicator not in SURVEY or any(gap is None for gap in gaps.values()):
        return
    sizes = {n: abs(gap.value) for n, gap in gaps.items() if gap is not None}
    wanted = max(sizes.values()) if found["large"] else min(sizes.values())
    right = sizes[indicator] == wanted
    shown = ", ".join(f"{size:.1f} on indicator {n}" for n, size in sizes.items())
    yield Finding(passage, indicator, Verdict.AGREES if right else Verdict.CONTRADICTS, found[0],
                  f"{wanted:.1f}", f"The gaps are {shown}.", None if right else Fault.WRONG_VALUE,
                  found.start())  # fmt: skip


def _is_high(found: re.Match[str], spoken: Spoken) -> bool | None:
    if found["low"] or found["high"]:
        return bool(found["high"])
    if spoken.kind in ("ratio",):
        return None
    if spoken.kind in ("gap", "difference"):
        return bool(found["worst"])
    return better_is_up(spoken.indicator) == bool(found["best"])


_THAN_THEN = re.compile(
    r"(?P<not>\b(?:not|no|never|hardly any)\s+(?:quite |any )?)?(?:(?P<as>\b(?:as|so)\s+))?\b(?P<word>wide|wider|large|"
    r"larger|big|bigger|great|greater|narrow|narrower|small|smaller|high|higher|low|lower|bad|worse|better)\b"
    r"[^.;,]{0,30}?\b(?P<link>as|than)\b\s+(?:(?:it|they|that|those|was|were|had been|the|what|is)\s+)*"
    r"(?P<when>(?:in|at|for|of|on)?\s*(?:the )?(?:survey of |year to |March )?(?:20\d\d|last year|a year "
    r"(?:ago|earlier|before)|(?:the )?year before|(?:the )?previous year|(?:the )?survey before|"
    r"before|(?:the )?last survey|previously))", re.I,
)  # fmt: skip
_LARGE = ("wide", "wider", "large", "larger", "big", "bigger", "great", "greater", "high", "higher")
_SMALL = ("narrow", "narrower", "small", "smaller", "low", "lower")


def then_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“not as wide as in the survey of 2019”, “no higher than a year earlier”."""
    for found in _THAN_THEN.finditer(sentence.text):
        word = found["word"].lower()
        if not (found["not"] or found["as"]) and not re.search(r"\bgap|\bshortfall|\bdisparit", sentence.text, re.I):
            continue
        if word not in (*_LARGE, *_SMALL) or (found["link"] == "as") != bool(found["as"]):
            continue
        clause = sentence.clause_of(found.start())
        spoken = spoken_of(sentence, clause, found.start(), facts)
        if spoken is None or facts.year not in spoken.series or sentence.sources:
            continue
        years = [y for m in sentence.years if found.start("when") <= m.start < found.end("when") + 12
                 for y in wres_years(m.value, spoken.indicator, facts.year)[:1]] or [facts.year - 1]  # fmt: skip
        before = spoken.series.get(years[0])
        if before is None:
            continue
        sign = spoken.sign(spoken.series[facts.year] - before)
        right = _holds(sign, large=word in _LARGE, equal=found["link"] == "as", negated=bool(found["not"]))
        moved = f"from {spoken.written(before)} to {spoken.written(spoken.series[facts.year])}"
        verdict = Verdict.AGREES if right else Verdict.CONTRADICTS
        yield _finding(passage, spoken, verdict, found[0].strip(), moved, f"It went {moved}.",
                       None if right else Fault.WRONG_DIRECTION, found.start())  # fmt: skip


def _holds(sign: int, *, large: bool, equal: bool, negated: bool) -> bool:
    more = sign if large else -sign
    if equal:
        return more < 0 if negated else more == 0
    return more <= 0 if negated else more > 0


def _finding(
    passage: Passage, spoken: Spoken, verdict: Verdict, said: str, expected: str, why: str,
    fault: Fault | None, start: int,
) -> Finding:  # fmt: skip
    return Finding(passage, spoken.indicator, verdict, said.strip(), expected, why, fault, start)


__all__ = ["Clause", "extreme_findings", "indicator_of", "then_findings", "trend_findings"]
