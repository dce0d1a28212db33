"""Of what a percentage is, by the words beside it, and which groups a ratio sets in relation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wres_report.claims import vocabulary as words
from wres_report.claims.mentions import scopes_in, stages_in
from wres_report.claims.readings import Reading
from wres_report.claims.sentences import Sentence

_RIGHT = re.compile(
    r"^\)?\s*(?:of|among|amongst|out of|for)\s+(?P<of>[^,;.()|]*)", re.I
)  # fmt: skip
_LEFT = re.compile(
    r"(?:^|[,;(:|]\s*|\b(?:and|but|that|while|whereas)\s+)(?:only |just )?(?:of|among|amongst"
    r"|out of)\s+"
    r"(?P<of>[^,;.%]{2,80}?),?\s*(?:(?:only|just|some|about|around|roughly|nearly|almost|over|under|"
    r"approximately|more than|less than|fewer than|just)\s+)*$", re.I,
)  # fmt: skip
_VERB = re.compile(
    r"\b(?:were|was|are|is|had|have|has|entered|took|believe\w*|report\w*|experienc\w*|said|say|think|"
    r"work|works|hold|went|got|faced|met|did|compared|against|than|went|goes|come|came|in bands?"
    r"|at bands?|"
    r"in the|at the)\b", re.I,
)  # fmt: skip
_PEOPLE_WHO = re.compile(
    r"^(?:all |the |our |those |these |its |other )*(?:those|people|staff|colleagues|applicants"
    r"|candidates|"
    r"employees|everyone|individuals|participants)?\s*(?:who|that|we|whom|being)\b", re.I,
)  # fmt: skip
_WORKFORCE = re.compile(
    r"\b(?:posts?|roles?|jobs|positions|workforce|staff|employees|headcount|payroll|personnel|colleagues|"
    r"us|our (?:own )?people|everyone (?:here|who works (?:here|for us)))\b",
    re.I,
)
_SHARE_LEFT = re.compile(
    rf"(?:\b(?:{words.BME_WORDS}|white|unknown|their|minority)\b[^,;.%]{{0,25}}\b(?:share|proportion|"
    rf"percentage|representation)|\bmake up|\bmade up|\baccount(?:s|ed)? for|\bconstitut\w+|"
    rf"\bcompris\w+|\bform(?:s|ed)?|\brepresent(?:s|ed)?)\b[^,;.%]{{0,70}}$|"
    rf"\b(?:{words.BME_WORDS}|white)(?: (?:people|staff|candidates|applicants))? (?:were|are) $",
    re.I,
)  # fmt: skip
_SHARE_OF = re.compile(
    r"\b(?:share|proportion|percentage)\b of (?:the |all |our |those |people )*"
    r"(?P<of>[^,;.:%]{0,70})$",
    re.I,
)
_WERE_GROUP = re.compile(
    rf"^[^,;.]{{0,70}}?\b(?:were|was|are|is|being|identif\w+ as|came|come|from|went to|held by"
    rf"|filled by)\s+"
    rf"(?:\w+ ){{0,4}}?(?:{words.BME_WORDS}|white|unknown|minorit\w+)\b", re.I,
)  # fmt: skip


_IN_BRACKETS = re.compile(r"^\s*\([^()]*\d[^()]*\)")
_GROUP_BESIDE = re.compile(r"\s+(?:of (?:our |the |all )*)?(?:" + words.GROUP.pattern + ")", re.I)
_PRONOUN = re.compile(r"(?:them|these|whom|which|it)\b", re.I)


@dataclass(frozen=True)
class Whole:
    """What a percentage is a share of.

    group: the group, where it is of one. stage: the people at a stage, such as ``appointed``.
    staff: whether it is of the whole workforce. told: whether the words say so.
    """

    group: str = ""
    stage: str = ""
    staff: bool = False
    told: bool = False
    share: bool = False
    scoped: bool = False
    either: bool = False


def whole_of(sentence: Sentence, reading: Reading) -> Whole:
    """What the words beside a percentage say that it is of."""
    right = sentence.text[reading.quantity.end : reading.quantity.end + 140]
    # “More than a third (36%) of those appointed”: what is said again in brackets is passed over.
    right = _IN_BRACKETS.sub("", right)
    left = sentence.text[: reading.quantity.start][-140:]
    if reading.quantity.number.printed != reading.quantity.number.text:
        hedge = len(reading.quantity.number.printed) - len(reading.quantity.number.text)
        left = sentence.text[: max(0, reading.quantity.start - hedge)][-140:]
    share = bool(_SHARE_LEFT.search(left) or _WERE_GROUP.match(right))
    group = _GROUP_BESIDE.match(right)
    if group and reading.quantity.parts and not share:
        # “Seven in ten BME staff work in clinical posts.”
        return Whole(group=str(group.lastgroup), told=True)
    shares = _SHARE_OF.search(left)
    for found in (_RIGHT.match(right), _LEFT.search(left), shares):
        if found:
            whole = _of(found["of"], share)
            if whole.share and _PRONOUN.match(found["of"].strip()):
                return whole
            if whole.told:
                scoped = bool(scopes_in(found["of"]))
                return replace(whole, scoped=scoped, either=found is shares and bool(whole.group))
    return Whole(share=share)


def _of(text: str, share: bool) -> Whole:
    verb = _VERB.search(text)
    short = text[: verb.start()] if verb else text
    if _PRONOUN.match(text.strip()):
        return Whole(share=True)
    group = words.GROUP.search(short)
    if group:
        return Whole(group=str(group.lastgroup), told=True, share=share)
    if _PEOPLE_WHO.match(text):
        short = re.split(r"\b(?:were|was|are|is)\s+(?=[\w ]*(?:BME|BAME|White|minorit))", text)[0][
            :80
        ]
    stages = [m.value for m in stages_in(short)]
    if stages and stages != ["workforce"]:
        best = next((s for s in ("appointed", "entered", "accessed") if s in stages), stages[0])
        return Whole(stage=best, told=True, share=share)
    if _WORKFORCE.search(short):
        return Whole(staff=True, told=True, share=share)
    return Whole(share=share)


_FROM = r"(?:applicants|candidates|staff|people|those) from an? "
_NAMED = (
    r"(?: (?:staff|applicants?|candidates?|people|colleagues|employees|workers|ones|respondents|"
    r"peers|counterparts))?"
    r"(?:.s)?"
)
_G = (
    rf"(?:(?:{_FROM}|our |the |their |your |its |all |those of |that of |for |shortlisted )*"
    rf"(?:(?P<{{0}}bme>{words.BME_WORDS})|(?P<{{0}}white>white))(?:.s)?{_NAMED})"
)
_SIDES = [
    re.compile(pattern.replace("<A>", _G.format("a")).replace("<B>", _G.format("b")), re.I)
    for pattern in (
        r"\b(?:against|compared (?:to|with)|relative to)\s+<B>\s*,[^;|]{0,110}?<A>",
        r"<A>[ -](?:to|over)[ -]<B>",
        r"<A>\s*(?:÷|/|:|divided by)\s*<B>",
        r"<A>[^;.|]{0,90}?\b(?:relative to|(?:as )?compared (?:to|with)|in comparison (?:to|with)"
        r"|against|versus|vs\.?|over)\s+<B>",
        r"<A>[^;|]{0,60}?\btimes the (?:chance|likelihood|odds|risk|rate)\b[^;|]{0,60}?"
        r"\b(?:that|which)\s+(?:an? )?<B>",
        r"<A>[^;|]{0,60}?\btimes (?:the )?<B>['’]?s? (?:\w+ )?"
        r"(?:chance|likelihood|odds|risk|rate)\b",
        r"<A>[^;|]{0,110}?\b(?:times|likel\w+|prone|apt|chance|rate|odds|lower|higher|better|worse|"
        r"greater|large|often|frequently|share)\b[^;|]{0,110}?\b(?:than|as|of|to)\s+"
        r"(?:(?:is|was|were|that|those|the|rate|figure|likelihood|chance|share|for|of|a|success|"
        r"among|it|did|do)\s+)*<B>",
    )
]  # fmt: skip
_FAVOUR = re.compile(
    rf"\b(?:in favour of|favour(?:s|ed|ing)?|to the advantage of|advantage(?:s|d)? (?:for|to)|"
    rf"disadvantag(?:e|es|ed|ing)(?: (?:for|to))?|against)\s+{_G.format('a')}", re.I,
)  # fmt: skip
_BOTH_AFTER = re.compile(
    rf"^[^;.|]{{0,70}}?\b(?:of|among|amongst|for|by|from)\s+{_G.format('a')}[^;.|]{{0,40}}?"
    rf"\b(?:as|than)\s+(?:(?:of|among|amongst|for|by|from|that|those|is"
    rf"|was)\s+)*{_G.format('b')}", re.I,
)  # fmt: skip
_LEAST_AFTER = re.compile(
    rf"^[^;.|]{{0,60}}?\b(?:than|as|of)\s+(?:(?:is|was|that|those|the|rate|for|of|"
    rf"likelihood|it|among)\s+)*{_G.format('b')}", re.I,
)  # fmt: skip


def sides_of(sentence: Sentence, reading: Reading) -> tuple[str, str] | None:
    """Which group a ratio sets in relation to which; None where the words leave it open."""
    text = sentence.text
    clause = reading.clause
    spans = [(clause.start, clause.end), (0, len(text))]
    for start, end in dict.fromkeys(spans):
        if not {"bme", "white"} <= {m.value for m in sentence.groups if start <= m.start < end}:
            continue
        part = text[start:end]
        for pattern in _SIDES:
            for found in pattern.finditer(part):
                one = "bme" if found["abme"] else "white"
                other = "bme" if found["bbme"] else "white"
                if one != other:
                    return one, other
    favoured = _FAVOUR.search(text)
    if (
        favoured
        and reading.quantity.unit in ("times", "bare")
        and "to 1"
        in reading.quantity.number.text.lower()
        + text[reading.quantity.end : reading.quantity.end + 6].lower()
    ):
        one = "bme" if favoured["abme"] else "white"
        if favoured[0].lower().startswith(("disadvantag", "against")):
            one = "white" if one == "bme" else "bme"
        return one, "white" if one == "bme" else "bme"
    both = _BOTH_AFTER.match(text[reading.quantity.end :])
    if both:
        one = "bme" if both["abme"] else "white"
        if one != ("bme" if both["bbme"] else "white"):
            return one, "white" if one == "bme" else "bme"
    after = _LEAST_AFTER.match(text[reading.quantity.end :])
    if after:
        other = "bme" if after["bbme"] else "white"
        return ("white" if other == "bme" else "bme"), other
    if reading.quantity.unit == "times" or reading.used.sense.value == "relative":
        named = [g for g in dict.fromkeys(m.value for m in sentence.groups
                                          if clause.start <= m.start < clause.end)
                 if g in ("bme", "white")]  # fmt: skip
        if len(named) == 1:
            return named[0], "white" if named[0] == "bme" else "bme"
    return None
