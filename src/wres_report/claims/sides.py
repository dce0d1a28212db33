"""Which group fares how: the likelier one, the one that is favoured, over- or under-represented."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.asking import OTHER
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.facts import Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.scope import is_foreign
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import indicator_of
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write
from wres_report.measures.verdicts import FOUR_FIFTHS

_GROUP = rf"(?:(?P<bme>{words.BME_WORDS})|(?P<white>{words.WHITE_WORDS}))"
_PEOPLE = r"(?: (?:staff|applicants?|candidates?|people|colleagues|employees|workers|respondents))?"
_LIKELIER = re.compile(
    rf"{_GROUP}{_PEOPLE}[^,;.]{{0,25}}?\b(?:were|was|are|is|remain\w*|being)\s+(?:the\s+)?"
    rf"(?:slightly |clearly |"
    r"somewhat |rather )?(?P<how>likelier|more likely|less likely)\b(?! than)(?=(?: of the "
    r"two)?[^.;]{0,12}\bto\b)",
    re.I,
)
_FAVOURS = re.compile(
    rf"\b(?P<word>favour(?:s|ed|ing)?|in favour of|to the advantage of|advantag(?:es|ed|ing)|"
    rf"disadvantag(?:es|ed|ing)|to the disadvantage of|works? against|worked against|benefit(?:s"
    rf"|ed|ing)?)\s+"
    rf"(?:our |the |shortlisted )?{_GROUP}", re.I,
)  # fmt: skip
_DID = re.compile(
    rf"{_GROUP}{_PEOPLE}[^,;.%\d]{{0,40}}?\b(?:did|do|fared?|had|have|has|came out|come out|were"
    rf"|was|are|"
    r"enjoy\w*|stood)\s+(?:\w+ )?(?P<how>better|worse|(?:a |the )?(?:better|higher|greater|lower"
    r"|smaller|worse) "
    rf"(?:chance|rate|success rate|likelihood|prospects?|odds|share)[^,;.%\d]{{0,30}}?)\s+than\s+"
    rf"(?:that of |those of |"
    rf"the |our )*(?:(?P<other>{words.BME_WORDS}|{words.WHITE_WORDS}))", re.I,
)  # fmt: skip
_AMONG = re.compile(
    r"\b(?P<no>no )?(?P<how>higher|lower|greater|smaller|better|worse|more common|less common"
    r"|rarer)\s+"
    rf"(?:among|amongst|for|in|with)\s+(?:our |the )*{_GROUP}{_PEOPLE}[^.;%\d]{{0,40}}?\bthan\s+"
    r"(?:it (?:is|was) )?(?:among |amongst |for |in |with |the |our )*"
    rf"(?P<other>{words.BME_WORDS}|{words.WHITE_WORDS})\b", re.I,
)  # fmt: skip
_AHEAD = re.compile(
    rf"{_GROUP}{_PEOPLE}[^,;.%\d]{{0,40}}?\b(?:are|were|is|was|remain\w*)\s+(?:now |still |"
    rf"slightly |well |just |again )*(?P<how>ahead of|behind)\s+(?:the |our )*"
    rf"(?P<other>{words.BME_WORDS}|{words.WHITE_WORDS})\b", re.I,
)  # fmt: skip
_RISK = re.compile(
    rf"{_GROUP}{_PEOPLE}[^,;.%\d]{{0,25}}?\b(?:run|runs|ran|face|faces|faced|have|has|had|carry|carries)"
    r"\s+(?:the|a)\s+(?:much |slightly |somewhat |far )?(?P<how>greater|higher|lower|smaller)\s+"
    r"(?:risk|chance|likelihood|odds)\b(?![^.;]{0,60}\bthan\b)", re.I,
)  # fmt: skip
_REPRESENTED = re.compile(r"\b(?P<how>over|under)[- ]?represented\b", re.I)
_NOT = re.compile(
    r"\b(?:not|no longer|never|neither|nor|hardly)\b(?:\s+\w+){0,3}\s*$|\bnot the case that\b"
    r"|\bnot true\b|"
    r"\bwhether\b|\bif\b|\bwould\b|\bcould\b|\bmight\b|\bmay\b|\bshould\b|\bused to\b", re.I,
)  # fmt: skip


def side_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """What a sentence says of which group is ahead, without a number."""
    if sentence.before.national or words.NATIONAL.search(sentence.text):
        return
    text = sentence.text
    for found in _LIKELIER.finditer(text):
        likelier = "less" not in found["how"].lower()
        yield from _held(sentence, passage, facts, found, _who(found), more=likelier)
    for found in _FAVOURS.finditer(text):
        clause = sentence.clause_of(found.start())
        indicator = indicator_of(clause)
        if indicator not in RATIOS:
            continue
        good = not found["word"].lower().startswith(("disadv", "to the disadv", "work"))
        yield from _held(
            sentence, passage, facts, found, _who(found), more=good == better_is_good(indicator)
        )
    for found in (*_DID.finditer(text), *_AMONG.finditer(text)):
        clause = sentence.clause_of(found.start())
        indicator = indicator_of(clause)
        other = "bme" if re.fullmatch(words.BME_WORDS, found["other"], re.I) else "white"
        if indicator not in (*RATIOS, *SURVEY) or other == _who(found):
            continue
        how = found["how"].lower()
        more = not re.search(r"lower|smaller|less|rarer", how)
        if re.search(r"better|worse", how):
            more = better_is_good(indicator) == ("better" in how)
        yield from _held(sentence, passage, facts, found, _who(found), more=more)
    for found in _AHEAD.finditer(text):
        indicator = indicator_of(sentence.clause_of(found.start()))
        other = "bme" if re.fullmatch(words.BME_WORDS, found["other"], re.I) else "white"
        if indicator in (*RATIOS, *SURVEY) and better_is_good(indicator) and other != _who(found):
            more = found["how"].lower() != "behind"
            yield from _held(sentence, passage, facts, found, _who(found), more=more)
    for found in _RISK.finditer(text):
        more = found["how"].lower() in ("greater", "higher")
        yield from _held(sentence, passage, facts, found, _who(found), more=more)
    yield from _representation(sentence, passage, facts)
    yield from _board_and_staff(sentence, passage, facts)
    yield from _ranges(sentence, passage, facts)
    yield from _majorities(sentence, passage, facts)


_MAJORITY = re.compile(
    rf"\b(?:the |a |an )?(?:\w+ )?(?:majority of|most(?: of)?|(?P<few>minority of)) (?:our |the "
    rf"|all |these )*{_GROUP}"
    r"(?: (?:staff|colleagues|people|respondents|employees|workers))?", re.I,
)  # fmt: skip
_HALF = 50.0


def _majorities(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“most BME staff believe …”."""
    for found in _MAJORITY.finditer(sentence.text):
        clause = sentence.clause_of(found.start())
        indicator = indicator_of(clause)
        rate = facts.one(indicator, kinds.RATE, _who(found)) if indicator in SURVEY else None
        if rate is None or not clause.sure or is_foreign(clause.text) or _NOT.search(clause.text):
            continue
        if words.SUBGROUP.search(clause.text) or words.ELSEWHERE.search(clause.text):
            continue
        right = (rate.value > _HALF) != bool(found["few"])
        shown = write(rate.value, Unit.PERCENT)
        yield held(passage, indicator, found[0], shown, f"It is {shown}.", right=right,
                   fault=Fault.WRONG_VALUE, start=found.start())  # fmt: skip


def better_is_good(indicator: int) -> bool:
    """Whether it is good for people if it happens to more of them."""
    return indicator in (2, 4, 7)


def _who(found: re.Match[str]) -> str:
    return "bme" if found["bme"] else "white"


def _held(
    sentence: Sentence,
    passage: Passage,
    facts: Facts,
    found: re.Match[str],
    who: str,
    *,
    more: bool,
) -> Iterator[Finding]:
    clause = sentence.clause_of(found.start())
    indicator = indicator_of(clause)
    if words.DEFINITION.search(sentence.text):
        return
    if not clause.sure or is_foreign(clause.text) or sentence.scopes:
        return
    negated = _NOT.search(
        sentence.text[clause.start : found.start("how" if "how" in found.groupdict() else "word")]
    )
    if negated and re.search(r"whether|if|would|could|might|may|should|used", negated[0], re.I):
        return
    one = facts.one(indicator, kinds.RATE, who)
    other = facts.one(indicator, kinds.RATE, OTHER[who])
    if one is None or other is None or abs(one.value - other.value) < 0.05:
        return
    ahead = one.value > other.value
    right = (ahead == more) != bool(negated or found.groupdict().get("no"))
    name = {"white": "White", "bme": facts.term}
    shown = [write(fact.value, Unit.PERCENT) for fact in (one, other)]
    figures = f"{name[who]} {shown[0]}, {name[OTHER[who]]} {shown[1]}"
    printed = indicator in RATIOS and any(q.unit in ("bare", "times") for q in sentence.quantities)
    fault = Fault.INVERTED_RATIO if printed else Fault.WRONG_DIRECTION
    yield held(passage, indicator, found[0], figures, f"The rates are: {figures}.", right=right,
               fault=fault, start=found.start())  # fmt: skip


def _of_earlier(sentence: Sentence) -> bool:
    return any(mention.value != "this" for mention in sentence.years)


_THAN_STAFF = re.compile(
    rf"\b(?P<how>larger|higher|greater|bigger|smaller|lower) (?:proportion|share|percentage) of "
    rf"(?:{words.BME_WORDS})(?: (?:members|people|directors))? than (?:the |our |its )?"
    r"(?:whole |wider )?workforce\b", re.I,
)  # fmt: skip


def _board_and_staff(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“The voting board has a larger proportion of BME members than the workforce.”"""
    found = _THAN_STAFF.search(sentence.text)
    if found is None or sentence.sources or _of_earlier(sentence) or _NOT.search(
            sentence.text[: found.start()]):  # fmt: skip
        return
    clause = sentence.clause_of(found.start())
    known = _difference(sentence, clause, facts) if 9 in clause.indicators else None
    if known is None or abs(known) < 0.05 or not sentence.boards:
        return
    right = (known > 0) == (found["how"].lower() not in ("smaller", "lower"))
    shown = write(known, Unit.PP)
    yield held(passage, 9, found[0], shown, f"The difference from the workforce is {shown}.",
               right=right, fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


_RANGE = re.compile(
    r"\b(?P<how>within|inside|outside|beyond|out of|in) (?:the |a )?(?:[\w-]+ ){0,3}?range"
    r"(?:,? (?:of|from|between) |,? \()0?\.80? ?(?:to|and|[-–]) ?1\.25\b", re.I,
)  # fmt: skip


def _ranges(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“The appointment ratio is inside the non-adverse range of 0.80 to 1.25.”"""
    found = _RANGE.search(sentence.text)
    if found is None or sentence.sources or sentence.scopes or _of_earlier(sentence):
        return
    clause = sentence.clause_of(found.start())
    ratio = facts.one(indicator_of(clause), kinds.RATIO)
    before = sentence.text[clause.start : found.start()]
    if ratio is None or not clause.sure or _NOT.search(before) or is_foreign(clause.text):
        return
    inside = FOUR_FIFTHS[0] <= ratio.value <= FOUR_FIFTHS[1]
    right = inside == (found["how"].lower() in ("within", "inside", "in"))
    shown = write(ratio.value, Unit.RATIO)
    yield held(passage, ratio.indicator, found[0], shown, f"The ratio is {shown}.", right=right,
               fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def _representation(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    for found in _REPRESENTED.finditer(sentence.text):
        if words.DEFINITION.search(sentence.text):
            continue
        clause = sentence.clause_of(found.start())
        if not {1, 9} & set(clause.indicators) or _NOT.search(
            sentence.text[clause.start : found.start()]
        ):
            continue
        if any(q.unit == "pp" for q in sentence.quantities) or sentence.sources:
            continue
        white = [
            m
            for m in sentence.groups
            if m.value == "white" and clause.start <= m.start < clause.end
        ]
        difference = None if white else _difference(sentence, clause, facts)
        if difference is None or abs(difference) < 0.05:
            continue
        if len({m["how"].lower() for m in _REPRESENTED.finditer(clause.text)}) > 1:
            # “under-represented at band 8a and over-represented at band 5”
            continue
        right = (difference > 0) == (found["how"].lower() == "over")
        indicator = 9 if 9 in clause.indicators else 1
        shown = write(difference, Unit.PP)
        yield held(passage, indicator, found[0], shown,
                   f"The difference from the workforce is {shown}.", right=right,
                   fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def _difference(sentence: Sentence, clause: Clause, facts: Facts) -> float | None:
    if 9 in clause.indicators:
        boards = [m.value for m in sentence.boards] or ["voting"]
        known = facts.one(9, kinds.DIFFERENCE, "bme", boards[0])
        return known.value if known else None
    scopes = [m.value for m in sentence.scopes if clause.start <= m.start < clause.end]
    scope = {"senior": "cluster_8a_vsm"}.get(scopes[0], scopes[0]) if len(scopes) == 1 else ""
    there, overall = (
        facts.one(1, kinds.SHARE, "bme", scope),
        facts.one(1, kinds.SHARE, "bme", "workforce"),
    )
    return there.value - overall.value if there and overall else None
