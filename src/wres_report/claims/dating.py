"""Of which years a quantity may be: its own year, that of its sentence, its place in a series."""

from __future__ import annotations

import re

from wres_report.claims.mentions import Mention
from wres_report.claims.senses import Sense, Used
from wres_report.claims.sentences import Sentence

_YEAR_RIGHT = re.compile(
    r"^\s*(?:\(|[–-])?\s*(?:(?:in|for|at|on|from|during|reported|recorded|as at|to|of|the|had "
    r"been|it was)\s+){0,3}$",
    re.I,
)
_YEAR_LEFT = re.compile(
    r"^(?:\s*(?:survey|results?|report|figures?|staff|it|was|were|at|to|the|is|stood|of|BME|BAME|White|"
    r"that|had|been|and|just|we|had|share|rate|only|respondents|colleagues|when"
    r"|,)\b)*\s*[:=,(–-]?\s*(?:was |at |of |to |\()?$",
    re.I,
)
# “(2019: 27.3%)”: what stands here is of the next number.
OWNS_NEXT = re.compile(r"^\s*(?:[:=]|of|was|at|is|being)?\s*\d")
# “from 38.1% in 2017 to 24%”: the year is of what came before.
_TO = re.compile(r"\s*,?\s*(?:(?:up|down|back) )?to\s+(?:(?:just|about|only|nearly)\s+)?")
_BASELINE = re.compile(
    r"\b(?:since|than(?: in)?|compared (?:with|to)|against|over|on|from|between)\s+(?:the |that "
    r"of |those of |in |"
    r"it was |at )*$", re.I,
)  # fmt: skip


_ALSO = re.compile(r"\s*(?:,|/|;|and|, and)\s*(?:(?:for )?(?:BME|BAME|White)(?: staff)?:? ?)?")
_FROM_TO = re.compile(r"\b(?:between|from)\s+(?P<a>20\d\d)\s+(?:and|to)\s+(?P<b>20\d\d)", re.I)
_IN_BRACKETS = re.compile(
    r"(?P<y>20\d\d|last year(?:.s)?)(?: figures?)? in (?:brackets|parentheses)", re.I
)


def years_of_all(sentence: Sentence, used: list[Used]) -> list[tuple[str, ...]]:
    """The years of each quantity; those of a series one after the other."""
    quantities = sentence.quantities
    years = [_years_of(sentence, n, used[n]) for n in range(len(quantities))]
    for run in series_in(sentence):
        for place, position in enumerate(run):
            if not years[position] or "?" in years[position] or place == 0:
                years[position] = (f"wres {sentence.year - (len(run) - 1 - place)}",)
    for n in range(1, len(quantities)):
        between = sentence.text[quantities[n - 1].end : quantities[n].start]
        if years[n - 1] and between.strip() == "(" and not years[n]:
            years[n] = years[n - 1]
        if years[n - 1] and not years[n] and "?" not in years[n - 1]:
            start = quantities[n].start
            opened = sentence.text.rfind("(", 0, start) > sentence.text.rfind(")", 0, start)
            years[n] = years[n - 1] if opened and _ALSO.fullmatch(between) else ()
    for n in range(1, len(quantities)):
        between = sentence.text[quantities[n - 1].end : quantities[n].start]
        if not years[n] and re.fullmatch(
            r"\s*(?:against|compared (?:with|to)|versus|vs?\.?)\s*", between
        ):
            baselines = [
                m.value
                for m in sentence.years
                if m.end <= quantities[n].start and _is_baseline(sentence.text, m.start)
            ]
            years[n] = (baselines[-1], "?") if baselines else years[n - 1]
    for n in range(1, len(quantities)):
        spans = list(_FROM_TO.finditer(sentence.text[: quantities[n - 1].start]))
        if spans and sentence.text[quantities[n - 1].end : quantities[n].start].strip() == "to":
            years[n - 1], years[n] = (spans[-1]["a"],), (spans[-1]["b"],)
    bracketed = _IN_BRACKETS.search(sentence.text)
    if bracketed:
        value = bracketed["y"] if bracketed["y"].isdigit() else "last"
        for n, quantity in enumerate(quantities):
            inside = sentence.text[: quantity.start].rstrip().endswith("(")
            years[n] = (value,) if inside else ()
    return years


_SERIES_MARK = re.compile(
    r"^\s*(?:,|;|/|▸|→|->|>|–|-|,?\s*(?:and|then|to|and then|and now|now|and finally))\s*$", re.I
)
SHORTEST_SERIES = 3


def series_in(sentence: Sentence) -> list[list[int]]:
    """Runs of figures that follow one another with nothing between them but a mark."""
    quantities, runs = sentence.quantities, []
    run: list[int] = []
    for position, quantity in enumerate(quantities):
        last = quantities[position - 1] if run else None
        if quantity.unit not in ("percent", "bare"):
            last, run = None, []
            continue
        if last and _SERIES_MARK.match(sentence.text[last.end : quantity.start]):
            run.append(position)
        else:
            run = [position]
            runs.append(run)
    listed = [found for found in runs if len(found) >= SHORTEST_SERIES]
    first = listed[0][0] if listed else 0
    grouped = any(m.end <= quantities[first].start for m in sentence.groups) if listed else False
    groups = {m.value for m in sentence.groups}
    return [
        found for found in listed if len(groups) < SHORTEST_SERIES and (grouped or len(groups) < 2)
    ]


def _years_of(sentence: Sentence, position: int, used: Used) -> tuple[str, ...]:
    """The years that a quantity may be of; empty where none is told for it."""
    text, quantity = sentence.text, sentence.quantities[position]
    before_, after_ = neighbours(sentence, position)
    level = used.sense is Sense.LEVEL and not used.earlier
    for mention in sentence.years:
        between = text[quantity.end : mention.start]
        inside = quantity.end <= mention.start < after_
        if inside and _YEAR_RIGHT.match(between) and not OWNS_NEXT.match(text[mention.end :]):
            return (mention.value,)
    left = [m for m in sentence.years if before_ <= m.start and m.end <= quantity.start]
    if left and len(text[left[-1].end : quantity.start]) < 60:
        between = text[left[-1].end : quantity.start]
        if _TO.fullmatch(between) and _is_of_another(sentence, left[-1].start, position):
            return ()
        owned = re.match(r"^.s (?:\w+ ){0,3}$", between)
        close = owned or re.match(r"^\s*\(|^,? (?:when|where)\b", between)
        if close or (
            _YEAR_LEFT.match(between) and not (level and _is_baseline(text, left[-1].start))
        ):
            return (left[-1].value,)
    end = sentence.clause_of(quantity.start).end
    behind = [m for m in sentence.years if quantity.end <= m.start < min(after_, end)]
    near = [m.value for m in (*left[::-1], *behind) if not (level and _is_baseline(text, m.start))]
    every = {m.value for m in sentence.years}
    first = sentence.years[0] if len(every) == 1 else None
    if first and not near and first.end < sentence.quantities[0].start:
        near = [] if level and _is_baseline(text, first.start) else [first.value]
    clause = sentence.clause_of(quantity.start)
    beside = [
        m
        for m in sentence.years
        if clause.start <= m.start < clause.end
        and not _is_baseline(text, m.start)
        and not _is_of_another(sentence, m.start, position)
    ]
    if not near and len({m.value for m in beside}) == 1:
        near = [beside[0].value]
    if first and level and len(sentence.quantities) == 1 and _ends_with(text, first, quantity.end):
        return (first.value,)
    titled = re.search(r"\b20\d\d (?:\w+ )?reports?\b", clause.text)
    leading = not titled and len(near) == 1 and len(every) == 1 and any(
        m.start - clause.start < 12 and m.end <= quantity.start and not _is_baseline(text, m.start)
        for m in beside)  # fmt: skip
    if leading:
        return (near[0],)
    return tuple(dict.fromkeys([*near, "?"])) if near else ()


# “1,101 staff at the end of March 2020.”
_DATED = re.compile(
    r"^(?![^.;,]*\b(?:publish|report|submit|written|wrote|compar|since|than)\w*)[^.;,]*"
    r"\b(?:in|at|on|by|as at|of)\s+(?:the )?(?:end of )?(?:the )?$", re.I,
)  # fmt: skip


def _ends_with(text: str, year: Mention, end: int) -> bool:
    """Whether a sentence ends with the year that its only number, which ends at end, is of."""
    last = not text[year.end :].strip(" .!)")
    return last and end <= year.start and _DATED.match(text[end : year.start]) is not None


def _is_of_another(sentence: Sentence, start: int, position: int) -> bool:
    """Whether a year stands right behind another quantity, and is its own."""
    return any(
        n != position
        and quantity.end <= start
        and _YEAR_RIGHT.match(sentence.text[quantity.end : start])
        for n, quantity in enumerate(sentence.quantities)
    )


def _is_baseline(text: str, start: int) -> bool:
    """Whether a year is what is compared with: “since 2017”, “than last year”."""
    return bool(_BASELINE.search(text[:start]))


def neighbours(sentence: Sentence, position: int) -> tuple[int, int]:
    """The end of the quantity before, and the start of the one behind."""
    quantities = sentence.quantities
    first = quantities[position - 1].end if position else 0
    last = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence.text)
    return first, last
