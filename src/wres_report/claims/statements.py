"""Claims made in words: who is more likely, what rose or fell, what stands above a benchmark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.differences import means
from wres_report.claims.figures import HEADLINES, RATIOS, SURVEY
from wres_report.claims.groups import last_group
from wres_report.claims.movements import movement_claims
from wres_report.claims.numbers import Number
from wres_report.claims.subjects import Subject
from wres_report.claims.trends import trend_claims, trend_in
from wres_report.documents.passages import Passage

_LIKELY = re.compile(
    rf"(?P<who>{words.BME_WORDS}|{words.WHITE_WORDS})\b(?P<between>[^,;.]{{0,50}}?)\b"
    r"(?P<how>(?:much |significantly |slightly |somewhat |far |clearly )?(?:more|less|equally)|"
    r"just as|no more|(?<=are )as|(?<=were )as) likely\b", re.I,
)  # fmt: skip
# “had become more likely than a year ago”: than before, and not than the others.
_BECAME = re.compile(
    r"\b(?:become|becomes|became|becoming|grown|growing|get|gets|got|getting)\b", re.I
)
_THAN_BEFORE = re.compile(
    r"\s*(?:\w+ ){0,4}?than (?:(?:it |they |he |she |we )?(?:was|were|had been|did|before)\b|"
    r"(?:in |at )?(?:a|the|last|one|\d+|two|three) (?:\w+ ){0,2}?(?:years?|survey|report)\b|"
    r"in 20\d\d\b|previous)", re.I,
)  # fmt: skip
# “just as likely to be disciplined as a year ago”
_AS_BEFORE = re.compile(
    r"[^.;]{0,60}?\bas (?:(?:it |they |he |she |we )(?:was|were|had been|did)\b|before\b|ever\b|"
    r"(?:in )?(?:a|the|last) (?:\w+ )?(?:year|survey|report)\b|in 20\d\d\b)", re.I,
)  # fmt: skip
MORE = re.compile(
    r"^\s*(?P<how>more|less|as|greater|higher|lower)\s+(?:likely\b|likelihood\b|for\b)", re.I
)
_WANTED = re.compile(
    r"\b(?:expect\w*|want\w*|hop(?:e|es|ing)|aim\w*|ensur\w*|so that|in order|wish\w*)\b", re.I
)
_EQUAL = re.compile(
    r"\b(?:demonstrates?|shows?|indicates?|there is|we have|achieved|reached) (?:that there is )?"
    r"(?:equality(?: of opportunity)?|parity|no difference|equal access)\b"
    r"(?! (?:act|and diversity))",
    re.I,
)
_HIGHER_SHARE = re.compile(
    rf"\ba (?P<how>higher|lower|greater|smaller) (?:percentage|proportion|share) of "
    rf"(?P<who>{words.BME_WORDS}|{words.WHITE_WORDS})\b"
    rf"(?=(?:[^.;]|\.\d)*\bthan\b(?! (?:in |at |on |it was )*(?:20\d\d|{words.LAST_YEAR})))", re.I,
)  # fmt: skip
_COMPARED = re.compile(
    r"\b(?P<how>above|below|less often (?:\w+ )?than|more often (?:\w+ )?than|less frequently "
    r"than|higher than|lower than|better than|worse than|more than|less than|"
    r"greater than|exceeds?|outperforms?)\s+(?:that (?:of|for) )?(?:the |our |its )?"
    rf"(?P<what>[^,;.%]{{0,45}}?(?:{words.BENCHMARK.pattern}))", re.I,
)  # fmt: skip
_COMPARES = re.compile(
    r"\bcompar(?:es?|ed|ing) (?:very |rather |quite |fairly )?(?P<how>well|favourably|badly|poorly|"
    r"unfavourably)\s+(?:with|to|against)\s+"
    rf"(?P<what>(?:[^,;.%]|\.\d|\d\s?%){{0,45}}?(?:{words.BENCHMARK.pattern}|\bEngland\b))"
    # A figure printed behind it is judged itself.
    r"(?!\w*(?: \w+)? ?\()", re.I,
)  # fmt: skip
_THAN_THE_OTHER = re.compile(
    r"\b(?P<how>higher|lower|greater|smaller|better|worse|more|less|fewer)\b"
    # “fewer than 6 % of White staff” is a number loosely told.
    r"(?!(?<=more|less) than \d)(?!(?<=fewer) than \d)[^,;.%\d]{0,70}? than "
    r"(?:(?:that|those|it (?:is|was)|the (?:figure|percentage|proportion|rate|share|score)|of|for|"
    r"among|reported by|from|by|the|our|their|in|at|\d[\d.]*\s?%)\s+){0,5}"
    rf"(?P<other>{words.BME_WORDS}|{words.WHITE_WORDS})\b", re.I,
)  # fmt: skip


def statements(
    text: str, numbers: list[Number], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    """The claims of a sentence that no number carries."""
    if subject.source == "" or words.HYPOTHETICAL.search(text) or words.NOT_A_CLAIM.search(text):
        return
    if not words.DEFINITION.search(text) and subject.source in ("words", "label"):
        yield from _likelihoods(text, numbers, passage, subject)
    if trend := trend_in(text):
        yield from trend_claims(text, trend, passage, subject)
    else:
        yield from movement_claims(text, passage, subject)
    yield from _comparisons(text, passage, subject)
    yield from _between_groups(text, passage, subject)


def _likelihoods(
    text: str, numbers: list[Number], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    if (
        words.NATIONAL.search(text)
        or _WANTED.search(text)
        or re.search(r"\bon average\b|\blast year\b|\bprevious", text, re.I)
    ):
        return
    told_by_number = any(MORE.match(text[n.end :]) for n in numbers)
    found = _LIKELY.search(text)
    if found and (_BECAME.search(found["between"]) or _THAN_BEFORE.match(text, found.end())
                  or _AS_BEFORE.match(text, found.end())):  # fmt: skip
        found = None
    if found and not told_by_number:
        who, how = words.group_of(found["who"]), found["how"].lower()
        other = words.WHITE if who == words.BME else words.BME
        direction = who if "more" in how else other
        if how.startswith(("equally", "just as", "no more", "as")):
            direction = "same"
        if subject.indicator in RATIOS and not re.search(r"\bnot\b", found["between"], re.I):
            key = f"i{subject.indicator}.ratio"
            yield Claim(Kind.LIKELIHOOD, passage, subject.indicator, key, group=who,
                        direction=direction, said=found[0])  # fmt: skip
        elif subject.indicator in SURVEY and direction != "same":
            key = f"i{subject.indicator}.gap"
            yield Claim(Kind.LIKELIHOOD, passage, subject.indicator, key, group=who,
                        direction=direction, said=found[0])  # fmt: skip
    if subject.indicator in RATIOS and (found := _EQUAL.search(text)):
        yield Claim(Kind.LIKELIHOOD, passage, subject.indicator, f"i{subject.indicator}.ratio",
                    direction="same", said=found[0])  # fmt: skip
    if subject.indicator in SURVEY and (found := _HIGHER_SHARE.search(text)):
        who = words.group_of(found["who"])
        other = words.WHITE if who == words.BME else words.BME
        higher = found["how"].lower() in ("higher", "greater")
        yield Claim(
            Kind.LIKELIHOOD, passage, subject.indicator, f"i{subject.indicator}.gap", group=who,
            direction=who if higher else other, said=found[0], steady=True,
        )  # fmt: skip


_NOT = re.compile(r"\bnot\b", re.I)
_SIZED = re.compile(
    r"\bnot\b|\bpoints?\b|\bpp\b|\d\s*%\s*(?:(?!is |was |are |were |stands )\w+ )?$", re.I
)


def _comparisons(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    for found in (*_COMPARED.finditer(text), *_COMPARES.finditer(text)):
        before = text[: found.start()]
        # “a score of 18.4% compares well”: the figure is its subject, not its size.
        size = _SIZED if found.re is _COMPARED else _NOT
        if size.search(before[-25:]):
            continue
        around = text[max(0, found.start() - 60) : found.end() + 25]
        if re.search(r"\blast year\b|\bprevious|\b20[01]\d\b", around, re.I):
            continue
        how = found["how"].lower()
        direction = _side(how)
        key = _compared_key(before, text, found["what"], subject)
        if key:
            yield Claim(Kind.COMPARISON, passage, subject.indicator, key, direction=direction,
                        said=found[0], national="national" in found["what"].lower()
                        or "england" in found["what"].lower())  # fmt: skip


def _headline_key(indicator: int, text: str) -> str:
    """The BME share of the workforce, or of the voting board."""
    if indicator == 9:
        other = re.search(r"\bexecutives?\b|\b(?:total|whole) board\b", text, re.I)
        return "" if other else "i9.voting_bme_percent"
    narrower = words.BANDS.search(text) or re.search(r"clinical|medical", text, re.I)
    return "" if narrower or words.group_of(text) != words.BME else "i1.bme_percent"


def _side(how: str) -> str:
    if how in ("well", "favourably") or "better" in how or "outperform" in how:
        return "better"
    if how in ("badly", "poorly", "unfavourably") or "worse" in how:
        return "worse"
    return "up" if how.startswith(("above", "higher", "more", "greater", "exceed")) else "down"


def _compared_key(before: str, text: str, what: str, subject: Subject) -> str:
    indicator = subject.indicator
    if indicator in RATIOS:
        return "" if "%" in text else f"i{indicator}.ratio"
    if indicator in HEADLINES and indicator not in SURVEY:
        return _headline_key(indicator, text)
    named = words.groups_in(before) or words.groups_in(text)
    of_benchmark = words.group_of(what)
    group = named.pop() if len(named) == 1 else of_benchmark if of_benchmark in named else ""
    if not named and not group and not words.GROUP.search(text):
        group = subject.group
    return f"i{indicator}.{group}_percent" if group else ""


_GOOD_EVENTS = (2, 4)


def _between_groups(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    """“The figure for BME staff is higher than that of White staff”, of indicators 5 to 8."""
    indicator = subject.indicator
    of_a_ratio = indicator in RATIOS and re.search(r"\blikelihood\b|\bchance\b", text, re.I)
    for found in _THAN_THE_OTHER.finditer(text) if indicator in SURVEY or of_a_ratio else ():
        other = words.group_of(found["other"])
        who = last_group(text[: found.start()])
        theirs = words.BENCHMARK.search(text[found.end() : found.end() + 45])
        if theirs or "likely" in found[0] or who is None or who.lastgroup == other:
            continue
        how = found["how"].lower()
        side = _side(f"{how} than")
        if how in ("better", "worse"):
            # “a better chance” of what is good is a higher one.
            side = means(how, indicator) if not of_a_ratio else (
                "up" if (how == "better") == (indicator in _GOOD_EVENTS) else "down")  # fmt: skip
        first = str(who.lastgroup)
        yield Claim(
            Kind.LIKELIHOOD, passage, indicator, f"i{indicator}.{'ratio' if of_a_ratio else 'gap'}",
            group=first, direction=first if side == "up" else other, said=found[0], steady=True,
        )  # fmt: skip
