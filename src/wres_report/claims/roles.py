"""What a number is in its sentence: this year's figure, last year's, a benchmark, a change, a gap.

Told from the words between it and its neighbours: those left of it back to the number before,
and those right of it up to the number after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Kind
from wres_report.claims.numbers import HEDGES, Number
from wres_report.claims.vocabulary import LAST, LAST_YEAR, THIS, YEAR, When, year_of

_HEDGE = "(?:" + "|".join(re.escape(w) for ws in HEDGES.values() for w in ws) + ")"
_IS = (
    r"(?:of|is|was|are|were|being|at|which (?:is|was)|that (?:is|was)|figure|"
    r"(?:comes?|came|amount(?:s|ed)|equat(?:es|ed)|average[sd]?|scored?|scores|reached|rated|"
    r"calculated|recorded)(?: to| at| as)?|"
    r"(?:figure|ratio|value|average|median|rate)s? (?:of|is|was)|reported|reports?|had|have|"
    r"recorded|shows?|showed|[:(=])"
)
_END = rf"\s*(?:just |only |still )?(?:{_HEDGE}\s*(?:a )?)?$"
_RISES = (
    r"(?:rise|increase|growth|gain|fall|drop|decrease|decline|reduction|improvement|"
    r"deterioration|change|movement)"
)
_ROSE = (
    r"(?:rose|risen|increased|grew|grown|gone up|went up|climbed|fell|fallen|dropped|decreased|"
    r"declined|gone down|went down|reduced|improved|worsened|deteriorated|changed|moved|up|down)"
)
_CHANGE_LEFT = re.compile(rf"(?:\b{_RISES} of|\b{_ROSE} by){_END}", re.I)
_CHANGE_LEFT_PP = re.compile(rf"\b{_ROSE}{_END}", re.I)
_CHANGE_RIGHT = re.compile(rf"^[\s-]*(?:point |percentage point )?{_RISES}\b", re.I)
_THAN = re.compile(
    r"^\s*(?:(?!and\b|but\b|or\b)\w+ )?(?P<dir>higher|lower|more|less|fewer|up|"
    r"down|better|worse|above|below)\b"
    r"(?P<rest>.*)", re.I | re.DOTALL,
)  # fmt: skip
_GAP_LEFT = re.compile(
    rf"\b(?:gap|difference)\b(?P<between>[^;%\d]{{0,180}}?)(?:is|was|of|being|at|to|"
    rf"stood at|stands at|:){_END}",
    re.I,
)
_GAP_RIGHT = re.compile(
    r"^[\s-]*(?:point |percentage point |percentage-point )?(?:gap|difference)\b", re.I
)
_APART = re.compile(r"^\s*(?:apart|between)\b", re.I)
_FROM = re.compile(rf"\bfrom{_END}", re.I)
_BENCHMARK_LEFT = re.compile(
    rf"(?P<cue>{words.BENCHMARK.pattern})(?P<after>[^,;%]{{0,260}}?)(?:{_IS}){_END}", re.I
)
_BENCHMARK_NEXT_TO = re.compile(rf"(?:{words.BENCHMARK.pattern})\s*[:(]?\s*$", re.I)
# Something is said of the benchmark, and whether it is the number stays open.
_BENCHMARK_BEFORE = re.compile(rf"(?:{words.BENCHMARK.pattern})[^,;]*$", re.I)
# Not where the benchmark's own figure follows: “0%, and the national average is 8.4%”.
_BENCHMARK_RIGHT = re.compile(
    rf"^\s*,?\s*\(?(?:(?:of|for|among|reported by|in|at|across|as|is|was|the|a|an|"
    rf"{words.BME_WORDS}|white|staff|colleagues|applicants|respondents|being)\s+){{0,7}}"
    rf"(?:{words.BENCHMARK.pattern})(?!\s*[:(]?\s*\d|\s+$|[^,;.]{{0,60}}(?:[:(]|\b(?:is|was|of|were|at|"
    rf"stands|stood|averages?|median|figure|ratio))\s*$)",
    re.I,
)
_LAST_LEFT = re.compile(
    rf"(?<!than )(?<!with )(?<!to )(?<!on )(?<!since )(?<!from )(?<!against )(?<!the )(?<!\ba )"
    rf"\b(?:{LAST_YEAR})(?:'s|’s)?(?P<after>[^,;]{{0,45}}?)(?:{_IS}|at|had){_END}", re.I,
)  # fmt: skip
_LAST_FROM_LEFT = re.compile(
    rf"\b(?:with|from|on|against|to|than) (?:the )?(?:{LAST_YEAR})(?:'s|’s)?(?: "
    rf"figure| ratio| result| rate| share| value)?"
    rf"(?: of| at|,? which was|,? when it was|,? \(| \()?{_END}|"
    rf"\((?:the )?(?:{LAST_YEAR}):?\s*$", re.I,
)  # fmt: skip
_LAST_OPENS = re.compile(
    rf"(?:^|[.;,]\s*)(?:but |and |in )?(?:{LAST_YEAR})\b[^,;]*$|"
    rf"(?<!than )(?<!with )(?<!to )(?<!on )(?<!since )(?<!from )(?<!the )(?<!\ba "
    rf")\b(?:{LAST_YEAR}),\s*$", re.I,
)  # fmt: skip
_YEAR_OPENS = re.compile(
    rf"(?:^|[.;,]\s*)(?:but |and )?in (?:the )?(?:{YEAR})(?: survey)?,?[^,;]*$", re.I
)
_LAST_RIGHT = re.compile(
    rf"^[^,;(]{{0,60}}?(?!\((?:the )?(?:{LAST_YEAR})\s*[:=]?\s*$)\(?\b(?:in |for )?(?:the )?"
    rf"(?:{LAST_YEAR}|previously)\b",
    re.I,
)
_YEAR_RIGHT = re.compile(
    rf"^\s*\(?(?:in|for|at|of|during)?\s*(?:the\s+)?(?:31 March\s+)?(?:{YEAR})(?!\s*[:=])", re.I
)
_YEAR_IN_RIGHT = re.compile(
    rf"^[^,;]*?\b(?:in|at|for)\s+(?:the\s+)?(?:31 March\s+)?(?:{YEAR})", re.I
)
_YEAR_LEFT = re.compile(
    rf"(?<!since )(?<!from )(?<!than )(?<!on )(?<!with )(?<!between )(?:{YEAR}"
    rf")(?P<after>[^,;]{{0,50}}?)"
    rf"(?:{_IS}|at|where|when|,|\)){_END}", re.I,
)  # fmt: skip
_ON_YEAR_WHERE = re.compile(
    rf"\b(?:on|with|than|from|in|since) (?:{YEAR}),? (?:where|when)(?: it was)?{_END}", re.I
)
_SEVERAL_YEARS = re.compile(
    r"over (?:the|this) same|over the (?:last|past) (?:few |\w+ )?years|throughout", re.I
)
_HOW_IT_MOVED = re.compile(r"\b(?:since|compared (?:with|to)|on|than|from|against)\b", re.I)


@dataclass(frozen=True)
class Role:
    """kind and when of a number; direction: of a change or a distance, where it is told.

    sure: whether the words fix it. against: for a gap, what it is a distance from.
    """

    kind: Kind
    when: When = THIS
    direction: str = ""
    sure: bool = True


def role_of(number: Number, left: str, right: str, year: int) -> Role | None:
    """The role of a number; None where the words leave it open. year: the WRES year."""
    difference = _difference(number, left, right)
    if difference is not None:
        opens = _YEAR_OPENS.search(left)
        if opens and year_of(opens).year not in (year, year - 1):
            return None
        return difference
    return None if number.unit == "pp" else _level(left, right, year)


def _difference(number: Number, left: str, right: str) -> Role | None:
    relative = number.unit in ("percent", "pp") or number.decimals > 0
    if (than := _THAN.match(right)) and relative and "likely" not in right[:25]:
        rest = than["rest"][:60]
        direction = _direction(than["dir"])
        if number.unit != "pp" and than["dir"].lower() in ("up", "down") and " from" in rest[:6]:
            return None
        if words.BENCHMARK.search(rest):
            return Role(Kind.FROM_BENCHMARK, direction=direction)
        if re.search(rf"{LAST_YEAR}|{YEAR}|\bpreviously\b", rest, re.I):
            return Role(Kind.CHANGE, _change_since(rest), direction)
        if re.search(r"\bworkforce\b", rest):
            return Role(Kind.GAP, direction=direction)
        if words.GROUP.search(rest) or number.unit == "pp":
            return Role(Kind.GAP, direction=direction, sure=bool(words.GROUP.search(rest)))
        return None
    if number.signed and words.BENCHMARK.search(left[-60:]):
        return Role(Kind.FROM_BENCHMARK)
    if found := _CHANGE_LEFT.search(left):
        return Role(Kind.CHANGE, _change_since(right), _direction(found[0]))
    if number.unit == "pp" and (found := _CHANGE_LEFT_PP.search(left)):
        return Role(Kind.CHANGE, _change_since(right), _direction(found[0]))
    since = re.match(
        rf"\s*(?:from|on|since|compared (?:to|with)) (?:the )?(?:{LAST_YEAR})", right, re.I
    )
    if since and (found := _CHANGE_LEFT_PP.search(left)):
        return Role(Kind.CHANGE, LAST, _direction(found[0]))
    if relative and (found := _CHANGE_RIGHT.match(right)):
        return Role(Kind.CHANGE, _change_since(right), _direction(found[0]))
    gap = _GAP_LEFT.search(left)
    if gap or _GAP_RIGHT.match(right) or _APART.match(right):
        beside = (gap["between"] if gap else "") + right[:70]
        if words.BENCHMARK.search(beside):
            return Role(Kind.FROM_BENCHMARK)
        last = bool(gap and _LAST_LEFT.search(left)) or bool(_LAST_RIGHT.match(right))
        return Role(Kind.GAP, LAST if last else THIS)
    return None


def _change_since(text: str) -> When:
    if found := re.search(
        rf"\b(?:since|from|on|than|in|between) (?:the )?(?:{YEAR})", text[:60], re.I
    ):
        return year_of(found)
    return LAST


def _direction(text: str) -> str:
    told = words.direction_of(text)
    if not told and re.search(r"\b(?:above|below)\b", text, re.I):
        return "up" if "above" in text.lower() else "down"
    return told


def _level(left: str, right: str, year: int) -> Role | None:
    """The role of a number that is a figure, not a difference between two."""
    starts_from = _FROM.search(left) is not None
    if starts_from:
        if dated := _YEAR_RIGHT.match(right):
            return Role(Kind.VALUE, year_of(dated))
        return Role(Kind.VALUE, LAST, sure=_LAST_RIGHT.match(right) is not None or " to" in right)
    benchmark = _benchmark(left, right)
    if benchmark == "open":
        return None
    when = _when(left, right)
    if benchmark:
        return Role(Kind.BENCHMARK, when)
    if when == THIS and _SEVERAL_YEARS.search(right):
        return None
    return Role(Kind.VALUE, _this(when, year))


def _this(when: When, year: int) -> When:
    return THIS if when.year == year and when.financial else when


def _benchmark(left: str, right: str) -> str:
    found = None
    for match in _BENCHMARK_LEFT.finditer(left):
        found = match
    if found:
        after = found["after"]
        clean = not re.search(
            r"\btrust(?:'s|’s)\b|\bour\b|\bcompared\b|\bthan\b|\bposition\b", after, re.I
        )
        return "yes" if clean else "open"
    if _BENCHMARK_NEXT_TO.search(left):
        return "yes"
    if _BENCHMARK_BEFORE.search(left):
        return "open"
    return "yes" if _BENCHMARK_RIGHT.match(right) else ""


def _when(left: str, right: str) -> When:
    if dated := _YEAR_RIGHT.match(right):
        return year_of(dated)
    if any(known.search(left) for known in (_LAST_LEFT, _LAST_FROM_LEFT, _LAST_OPENS)):
        return LAST
    if (found := _ON_YEAR_WHERE.search(left)) or (found := _YEAR_LEFT.search(left)):
        return year_of(found)
    if found := _YEAR_OPENS.search(left):
        return year_of(found)
    last = _LAST_RIGHT.match(right)
    if last and not _HOW_IT_MOVED.search(last[0]):
        return LAST
    dated = _YEAR_IN_RIGHT.match(right)
    if dated and not _HOW_IT_MOVED.search(dated[0]):
        return year_of(dated)
    return THIS
