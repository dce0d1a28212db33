"""In what sense a number is used: a level, a change, a gap, a distance from the benchmark, …"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from wres_report.claims import vocabulary as words
from wres_report.claims.number_words import is_fold
from wres_report.claims.quantities import Quantity


class Sense(StrEnum):
    LEVEL = "level"
    CHANGE = "change"  # from one year to another
    GAP = "gap"  # between two groups
    FROM_BENCHMARK = "from benchmark"
    RELATIVE = "relative"  # per cent more or less likely
    DISTANCE = "distance"  # a change, a gap or a distance, which of them is not told
    OTHER = "other"  # of something else


@dataclass(frozen=True)
class Used:
    """How a number is used. up: the direction the words give, None where they give none.

    earlier: whether it is the earlier of two figures of a movement.
    """

    sense: Sense
    up: bool | None = None
    earlier: bool = False


_UP = (
    r"(?:ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|th|ing)?|up|climb\w*|gain\w*|jump\w*|"
    r"widen\w*|went up|gone up|higher|more|above|ahead|greater|larger|better|wider|improv\w+"
    r"|exceed\w*|"
    r"over-?represented)"
)
_DOWN = (
    r"(?:fell|fall(?:s|en|ing)?|decreas\w+|declin\w+|dropp?\w*|down|reduc\w+|lower|less|fewer|below|"
    r"behind|narrow\w*|shrunk|shrank|smaller|worse\w*|closed|lost|short|under-?represented|slipp?\w*|"
    r"beneath|under)"
)
_VERB_LEFT = re.compile(
    r"\b(?:(?P<up>ris(?:e|es|en|ing)|rose|increas\w+|grew|grow(?:n|s|th|ing)?|up|climb\w*|jump\w*|"
    r"widen\w*|gone up|went up|gain\w*|improv\w+|added|moved up|higher)|(?P<down>fell|fall(?:s|en|"
    r"ing)?|decreas\w+|declin\w+|dropp?\w*|down|reduc\w+|narrow\w*|shrunk|shrank|clos\w+|worsen\w+|"
    r"slipp?\w*|come down|came down|gone down|went down|lower|lost)|(?P<either>chang\w+|mov\w+"
    r"|shift\w*))"
    r"(?:\s+(?:slightly|sharply|only|just|again|further|markedly|a|an|the|on the year))*"
    r"(?:\s+(?:by|of|on last year by))?\s+(?:(?:an?|some|about|around|just|only|nearly|almost|over|"
    r"more than|roughly|approximately|under|less than|the)\s+)*$",
    re.I,
)
_NOUN_RIGHT = re.compile(
    r"^[ -]*(?:\(?(?:percentage[- ])?points?\)?[ -]*)?(?:year-on-year |annual |overall |further )?"
    r"(?:(?P<up>rise|increase|growth|jump|improvement|gain)|(?P<down>fall|drop|decrease|decline|"
    r"reduction|deterioration|dip))\b", re.I,
)  # fmt: skip
_BESIDE_RIGHT = re.compile(rf"^[ ]*(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?P<rest>[^;.]*)", re.I)
_GAP_LEFT = re.compile(
    r"\b(?:gaps?|differen(?:ce|tial)s?|disparit\w+|shortfall|deficit|distance|margin|divide)\b"
    r"[^;.|]{0,90}$", re.I,
)  # fmt: skip
_GAP_RIGHT = re.compile(
    r"^[ -]*(?:\(?(?:percentage[- ])?points?\)?[ -]*)?(?:\w+ )?(?:gap|difference|disparity"
    r"|shortfall|"
    r"deficit|margin|divide|apart)\b", re.I,
)  # fmt: skip
_LIKELY = re.compile(
    r"^\s*(?P<how>more|less|as|fewer|greater|higher|lower|likelier|better|smaller|worse)?\s*"
    r"(?:[\w-]+\s){0,3}?(?:likel\w+|chance|probab\w+|odds|success|rate|prone|apt"
    r"|prospect\w*)\b", re.I,
)  # fmt: skip
_THAN_GROUP = re.compile(
    r"\b(?:than|below|above|behind|ahead of)\b[^;]{0,60}?\b"
    rf"(?:{words.BME_WORDS}|white|the other)\b", re.I,
)  # fmt: skip
_SINCE = re.compile(
    rf"\b(?:since|from|in|on|than|against|compared (?:with|to)|over)\b[^;,]{{0,25}}?"
    rf"(?:{words.LAST_YEAR}|the year\b|\b(?:20[0-4]\d)\b|the (?:last|previous|earlier) (?:survey"
    rf"|report))",
    re.I,
)  # fmt: skip
_BENCHMARK = re.compile(words.BENCHMARK.pattern + r"|\bnational\b|\bEngland\b", re.I)
_FROM = re.compile(
    r"\b(?:from|(?:compared|comparison) (?:with|to)|was|were|against|than|on|of|by way of|after|"
    r"previously|at)\s+(?:the |a |an |some |about |around |just |(?:last|the previous) year.s "
    r")*$", re.I,
)  # fmt: skip
_MOVED_FROM = re.compile(
    rf"\b(?:{_UP}|{_DOWN}|came|come|coming|moved|went|gone|turned|chang\w+|back)\b[^;.]{{0,40}}"
    r"\bfrom\s+(?:\w+ ){0,3}$|\bby way of\s+$|\bfrom\s+$|"
    r"\b(?:up|down) (?:on|from)\s+(?:(?:last|the previous) year.s )?$", re.I,
)  # fmt: skip


# “28% of cases from 21% of the workforce” tells no earlier figure.
_OF_A_WHOLE = re.compile(r"\s*of (?:the|our|all|its)\b(?![^.;]*\bto\b)", re.I)
_TO_NEXT = re.compile(r"^\s*(?:to|→|->|⇒)\s*$", re.I)
_MOVES = re.compile(rf"\b(?:{_UP}|{_DOWN}|halv\w+|doubl\w+|from)\b", re.I)


def _up_of(found: re.Match[str]) -> bool | None:
    """Which way a word goes; better and worse go either way."""
    word = (found["up"] or found["down"] or "").lower()
    if word.startswith(("better", "worse", "improv", "deterior", "ahead", "behind")):
        return None
    return bool(found["up"])


_OF_SOMETHING = re.compile(
    r"\s*as many\b|\s*(?:that of )?(?:the|our|its|that of)\s+(?:\w+\s+)?(?:benchmark|national|gap|"
    r"average|median|target|figure|number|size)\b", re.I,
)  # fmt: skip
# “twice what it was in 2017”, “half last year’s rate”: how many times a figure of before.
_OF_BEFORE = re.compile(
    rf"\s*(?:(?:of )?what (?:it|they|this|that|we) (?:was|were|had|saw|stood|once)\b"
    rf"(?! (?:for|among|in|with|of) (?:the |our |all )*(?:{words.GROUP.pattern}))|"
    rf"(?:of )?(?:the |that of |its |our )*(?:(?:rate|level|share|figure|number|gap|percentage|"
    rf"proportion|size)[\w ]{{0,12}} )?(?:of |in |for |from )?(?:the )?"
    rf"(?:{words.LAST_YEAR}|20\d\d)|"
    rf"as (?:high|large|big|many|great|wide|much|common|often|bad)[\w ]{{0,30}}? as (?:it was "
    rf"|they were |that )?(?:was |of |in |for |at |the )*(?:{words.LAST_YEAR}|20\d\d))", re.I,
)  # fmt: skip
_IS = re.compile(r"\b(?:of|is|was|at|by|to|stands at|stood at|from|:|\()\s*(?:\w+ )?$")
_PLAINLY = re.compile(r"^[ ,]*(?:higher|lower|up|down|more|less|better|worse)\s*[.,;)]?", re.I)


def sense_of(quantity: Quantity, left: str, right: str) -> Used:
    """How a quantity is used. left, right: of it, to the quantities or clauses beside it."""
    moved = bool(_MOVED_FROM.search(left)) and not _OF_A_WHOLE.match(right)
    steps = _TO_NEXT.match(right) and not re.search(r"\bby\s+(?:\w+ )?$", left)
    moved = (
        moved
        or bool(
            steps
            and (_MOVES.search(left) or left.rstrip().endswith("(") or ">" in right or "→" in right)
        )
        or bool(re.search(r"\bwas\s+$", left) and re.match(r"\s*(?:,|and|but)*\s*is now\b", right))
    )
    if quantity.unit == "times":
        if is_fold(quantity.number.text) or _OF_BEFORE.match(right):
            return Used(Sense.CHANGE)
        if _OF_SOMETHING.match(right):
            return Used(Sense.OTHER)
        likely = _LIKELY.match(right)
        up = _rises(likely["how"]) if likely and likely["how"] else None
        return Used(Sense.RELATIVE, up, earlier=moved)
    if quantity.unit == "percent" and quantity.parts is None:
        if (likely := _LIKELY.match(right)) and likely["how"]:
            return Used(Sense.RELATIVE, _rises(likely["how"]))
        if (beside := _BESIDE_RIGHT.match(right)) and not quantity.worded:
            used = _beside(beside, percent=True)
            if not used and _PLAINLY.match(right) and _SINCE.search(left):
                used = Used(Sense.CHANGE, _up_of(beside))
            if used:
                return used
    if quantity.unit in ("percent", "pp", "bare", "count"):
        if moved:
            return Used(Sense.LEVEL, earlier=True)
        if quantity.unit in ("pp", "percent") and _GAP_RIGHT.match(right):
            return Used(Sense.GAP)
        if noun := _NOUN_RIGHT.match(right):
            return Used(Sense.CHANGE, _up_of(noun))
    if quantity.unit == "pp":
        return _points(left, right)
    if verb := _VERB_LEFT.search(left):
        by = re.search(r"\b(?:by|of)\s+(?:\w+\s+){0,3}$", left)
        bare = quantity.unit == "percent" and not re.match(r"\s*(?:of|for|in)\b", right)
        falls = re.search(r"\b(?:up|down|fell|rose|dropped|gained|grew)\s+(?:\w+\s+){0,2}$", left)
        if by or (bare and falls):
            up = None if verb["either"] else _up_of(verb)
            return Used(Sense.CHANGE, up)
    if quantity.unit == "bare" and re.search(r"\bby\s+$", left):
        return Used(Sense.CHANGE)
    levels = quantity.unit in ("percent", "bare")
    if levels and _GAP_LEFT.search(left) and _IS.search(left):
        return Used(Sense.GAP)
    return Used(Sense.LEVEL)


def _rises(how: str) -> bool | None:
    if how.lower() == "as":
        return None
    return how.lower() in ("more", "greater", "higher", "likelier", "better")


_ABOVE_OR_BELOW = re.compile(
    r".*\b(?:above|below|higher|lower|better|worse|under|over|behind|ahead|beneath|short|less|more)\b",
    re.I,
)
_AND_THEN = re.compile(r"[,;]|\b(?:and|but|while)\b", re.I)


def _beside(beside: re.Match[str], *, percent: bool) -> Used | None:
    """“7.2 points higher than for White staff”: of what, the words behind it tell."""
    rest, up = beside[0], _up_of(beside)
    group, source, since = (p.search(rest) for p in (_THAN_GROUP, _BENCHMARK, _SINCE))
    # “1.0 point more than in the survey before, and above the benchmark”: a change comes first.
    moved = since and source and _AND_THEN.search(rest, since.end(), source.start())
    if source and not moved and _ABOVE_OR_BELOW.match(rest):
        first = group.start() if group else 999
        if source.start() <= first or source.start() < first + 60:
            return Used(Sense.FROM_BENCHMARK, up)
    if re.search(
        r"\b(?:below|above|than|short of|behind|beneath)\b[^;.]{0,50}\bworkforce\b", rest, re.I
    ):
        return Used(Sense.GAP, up)
    if since and not group:
        return Used(Sense.CHANGE, up)
    if group and re.search(r"\bthan\b|\bbelow\b|\babove\b|\bbehind\b|\bahead\b", rest, re.I):
        return Used(Sense.GAP, up)
    return None if percent else Used(Sense.DISTANCE, up)


def _points(left: str, right: str) -> Used:
    if beside := _BESIDE_RIGHT.match(right):
        used = _beside(beside, percent=False)
        if used and used.sense is not Sense.DISTANCE:
            return used
        return used or Used(Sense.DISTANCE)
    if verb := _VERB_LEFT.search(left):
        return Used(Sense.CHANGE, None if verb["either"] else _up_of(verb))
    if _GAP_LEFT.search(left):
        return Used(Sense.GAP)
    if re.search(r"\bby (?:\w+ )?$", left) and re.search(
            r"\bthan\b|\brepresented\b|\bshort\b|\btrail\w*|\blead\w*", left, re.I):  # fmt: skip
        return Used(Sense.GAP)
    return Used(Sense.DISTANCE)
