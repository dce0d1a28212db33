"""Most, none, every, hardly any: quantifiers over people, as bounds of a percentage.

What they are said of is a rate of a group (“most BME applicants were appointed”) or a share of a
whole (“the majority of cases concerned BME staff”). It is accused where each percentage that the
words may mean lies clearly outside, and confirmed where each lies within.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.asserting import asserts
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.facts import EVENTS, Fact, Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.lexicon import strange_words
from wres_report.claims.mentions import boards_in
from wres_report.claims.scope import is_foreign
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import indicator_of
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_QUANTIFIER = re.compile(
    r"\b(?P<nearly_all>(?:almost|nearly|virtually|practically) (?:all|every(?:one)?)|"
    r"(?:the |an? )?(?:vast|great|overwhelming) majority)|"
    r"\b(?P<few>hardly any|scarcely any|very few|only a (?:few|handful)|(?:just )?a handful)\b|"
    r"\b(?P<most>most(?! (?:of the time|likely|often|common|senior|recent))|"
    r"(?:the |a )?majority|(?:more|better) than half|over half)\b|"
    r"\b(?P<minority>(?:the |a )?minority(?![- ]ethnic)|(?:less|fewer) than half|under half)\b|"
    r"\b(?P<none>no|none|not one|not a single|nobody|no one)\b|"
    r"\b(?P<all>all|every|each|everyone|everybody)\b", re.I,
)  # fmt: skip
# From so much to so much, and by how much it must be missed to be accused, in points.
_BOUNDS = {
    "nearly_all": (80.0, 100.0, 15.0), "few": (0.0, 20.0, 15.0), "most": (50.0, 100.0, 2.0),
    "minority": (0.0, 50.0, 2.0), "none": (0.0, 0.0, 0.0), "all": (100.0, 100.0, 0.0),
}  # fmt: skip
_OPEN = re.compile(
    rf"\b(?:{words.DENIALS}|if|whether|should|would|could|may|might|must|will|need\w*|except|but|"
    r"other than|apart from|almost|nearly|than|both|welcome\w*|invited|reason|doubt|longer|"
    r"difference|change|matter|data|records?|who)\b|n['’]t\b|\?|%|\d", re.I,
)  # fmt: skip
_PEOPLE = (
    r"(?: (?:staff|people|colleagues|applicants?|candidates?|employees|workers|respondents|"
    r"members?(?: of staff)?|person|employee))?"
)
_OF_A_GROUP = re.compile(
    rf"^(?: of)?(?: (?:the|our|its|all|these|those))*(?: shortlisted)? "
    rf"(?:{words.GROUP.pattern}){_PEOPLE}\b", re.I,
)  # fmt: skip
_OF_A_WHOLE = re.compile(
    r"^(?: of)?(?: (?:the|our|its|all|these|those|formal))* ?(?P<whole>[^.;,]{3,60}?)\s+"
    r"(?:is|are|was|were|concern(?:s|ed)|involv(?:es|ed)|went to|comes? from|came from|"
    r"identif(?:y|ies|ied) as|held by|filled by)\s+(?:held by |filled by |from (?:an? )?)?"
    rf"(?:our |the )?(?:{words.GROUP.pattern})\b", re.I,
)  # fmt: skip
_STAGES = (
    ("entered", re.compile(r"\bcases?\b|\bdisciplin|\bentered\b|\bformal process", re.I)),
    ("appointed", re.compile(r"\bappoint|\brecruits?\b|\bhired\b|\btook up (?:a )?posts?", re.I)),
    ("shortlisted", re.compile(r"\bshort-?\s?list|\bcandidates?\b|\bapplicants?\b", re.I)),
    ("accessed", re.compile(r"\btraining\b|\bcourses?\b|\btrained\b|\bCPD\b", re.I)),
)  # fmt: skip


def proportion_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“Most shortlisted BME applicants were appointed”, “none of the voting members is BME”."""
    if (
        not _QUANTIFIER.search(sentence.text)
        or not asserts(sentence)
        or sentence.sources
        or any(m.value != "this" for m in sentence.years)
    ):
        return
    for clause in sentence.clauses:
        found = list(_QUANTIFIER.finditer(clause.text))
        if len(found) != 1 or clause.text[: found[0].start()].strip(" ,–—-").count(" ") > _OPENING:
            continue
        rest = clause.text[found[0].end() :]
        before = clause.text[: found[0].start()]
        if _OPEN.search(rest) or _OPEN.search(before) or not _is_plain(clause):
            continue
        known = list(_meant(sentence, clause, rest, facts))
        verdicts = {_holds(str(found[0].lastgroup), fact) for fact in known}
        if verdicts not in ({True}, {False}):
            continue
        shown = write(known[0].value, Unit.PERCENT)
        yield held(passage, known[0].indicator, found[0][0], shown, f"It is {shown}.",
                   right=verdicts == {True}, fault=Fault.WRONG_VALUE,
                   start=clause.start + found[0].start())  # fmt: skip


_OPENING = 6


def _is_plain(clause: Clause) -> bool:
    text = clause.text
    return not (
        is_foreign(text) or words.SUBGROUP.search(text) or words.ELSEWHERE.search(text)
        or strange_words(text)
    )  # fmt: skip


def _holds(quantifier: str, fact: Fact) -> bool | None:
    """Whether a percentage is within what a quantifier says; None where it is near to it."""
    low, high, margin = _BOUNDS[quantifier]
    if low <= fact.value <= high:
        return True
    off = low - fact.value if fact.value < low else fact.value - high
    return False if off > margin else None


def _meant(sentence: Sentence, clause: Clause, rest: str, facts: Facts) -> Iterator[Fact]:
    """The percentages that the words behind a quantifier may mean."""
    if whole := _OF_A_WHOLE.match(rest):
        if not words.GROUP.search(whole["whole"]):
            yield from _shares(sentence, whole["whole"], str(_group_of(whole)), facts)
        return
    group = _OF_A_GROUP.match(rest)
    indicator = indicator_of(clause)
    if group is None or not clause.sure or len(sentence.groups) > 1:
        return
    name = _group_of(group)
    if sentence.scopes:
        yield from _in_a_part(sentence, rest, indicator, name, facts)
        return
    if indicator in (*SURVEY, *RATIOS):
        yield from facts.find([indicator], [kinds.RATE], [name], [""], [facts.year])
    elif indicator == 9:
        boards = [m.value for m in boards_in(clause.text)] or ["voting", "total"]
        yield from facts.find([9], [kinds.SHARE], [name], boards, [facts.year])


def _in_a_part(
    sentence: Sentence, rest: str, indicator: int, group: str, facts: Facts
) -> list[Fact]:
    """“Most of our BME staff work in non-clinical roles”: how many of a group's own are there."""
    parts = {m.value for m in sentence.scopes}
    if indicator != 1 or len(parts) != 1 or not _ARE_THERE.search(rest):
        return []
    part = parts.pop()
    part = "cluster_8a_vsm" if part == "senior" else part
    return facts.find([1], [kinds.WITHIN], [group], [part], [facts.year])


_ARE_THERE = re.compile(
    r"\b(?:work|works|working|are|is|sit|sits|found|employed|hold|holds)\b", re.I
)


def _group_of(found: re.Match[str]) -> str:
    return "bme" if found["bme"] else "white"


def _shares(sentence: Sentence, whole: str, group: str, facts: Facts) -> list[Fact]:
    """The share of a group among those at a stage, on the board, or in a part of the staff."""
    if words.GROUP.search(whole):
        return []
    for stage, pattern in _STAGES:
        indicator = next(n for n, stages in EVENTS.items() if stage in stages)
        if pattern.search(whole):
            return facts.find([indicator], [kinds.SHARE], [group], [stage], [facts.year])
    if re.search(r"\b(?:board|directors?|voting|members?)\b(?! of staff)", whole, re.I):
        boards = [m.value for m in boards_in(whole)] or ["voting", "total"]
        return facts.find([9], [kinds.SHARE], [group], boards, [facts.year])
    parts = {m.value for m in sentence.scopes}
    if len(parts) == 1:
        part = parts.pop()
        part = "cluster_8a_vsm" if part == "senior" else part
        return facts.find([1], [kinds.SHARE], [group], [part], [facts.year])
    if re.search(r"\b(?:staff|workforce|employees|people (?:who work|working))\b", whole, re.I):
        return facts.find([1], [kinds.SHARE], [group], ["workforce"], [facts.year])
    return []
