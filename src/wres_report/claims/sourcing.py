"""Whose figure a quantity is: the trust's, England's, or that of the benchmark group."""

from __future__ import annotations

import re

from wres_report.claims.dating import OWNS_NEXT, neighbours
from wres_report.claims.facts import ENGLAND, TRUST
from wres_report.claims.mentions import Mention
from wres_report.claims.quantities import Quantity
from wres_report.claims.sentences import Clause, Sentence

_OF_SOURCE_RIGHT = re.compile(
    r"^\s*\(?(?:%|of|for|in|across|among|amongst|at|by|on|reported by|seen|recorded|found|as|that|"
    r"which|(?:published|printed|reported|recorded|given|quoted|measured)"
    r"(?: (?:for|in|by|across))?|"
    r"(?:is|was) the|that is|BME staff|BME|White)?\s*(?:(?:the|our|all|other|NHS|staff|its|BME"
    r"|BAME|White|colleagues|people|employees|"
    r"respondents|in|of|for|across)\s+){0,4}$",
    re.I,
)
_COMPARED_WITH = re.compile(
    r"\b(?:above|below|higher than|lower than|better than|worse than|than|exceeds?|over|under|"
    r"against|beats?|behind|short of|in line with|ahead of|compared|equal to|match\w*)\b", re.I,
)  # fmt: skip


_OURS = re.compile(
    r"\b(?:ours?|we|us|own)\b|\b(?:the|this) trust(?:.s)? (?:figures?|was|is|stands|share|score"
    r"|itself|had|has|"
    r"result|own|ratio)\b", re.I,
)  # fmt: skip
_THAN_BEFORE = re.compile(
    r"\b(?:than|above|below|against|compared (?:to|with)|versus|over|under|beats?|to)\s+"
    r"(?:the |our |a |an |that of |those of )*(?:[\w’]+ ){0,3}$", re.I,
)  # fmt: skip


# “24.3% as against a median of 25.4%”: what is set against a figure to compare with is ours.
_SET_AGAINST = re.compile(
    r"^\s*,?\s*(?:as )?(?:against|(?:when )?compared (?:with|to)|versus|vs\.?|beside)\s+"
    r"(?:(?:an?|the|its|their|our|that of)\s+)?(?:\w+ ){0,2}?$", re.I,
)  # fmt: skip

# “At 19.7 %, the national share …”: what it is at follows it.
_AT = re.compile(r"(?:^|[.;:]\s|\band )at (?:\w+ )?$", re.I)
_FOLLOWS = re.compile(r"^\s*,\s*(?:the |that of )?$", re.I)


def _is_told_of(before: str, between: str) -> bool:
    """Whether a source that follows a quantity is its own."""
    if _OF_SOURCE_RIGHT.match(between):
        return True
    return _AT.search(before) is not None and _FOLLOWS.match(between) is not None


def source_of(sentence: Sentence, position: int) -> str:
    """Whose figure a quantity is: the trust's, England's or the benchmark group's."""
    text, quantity = sentence.text, sentence.quantities[position]
    first, last = neighbours(sentence, position)
    for mention in sentence.sources:
        between = text[quantity.end : mention.start]
        inside = quantity.end <= mention.start < last
        if (
            inside
            and _is_told_of(text[: quantity.start], between)
            and not OWNS_NEXT.match(text[mention.end :])
        ):
            return mention.value
    following = [m for m in sentence.sources if quantity.end <= m.start < last]
    if following and _SET_AGAINST.match(text[quantity.end : following[0].start]):
        return TRUST
    clause = sentence.clause_of(quantity.start)
    behind = [m for m in sentence.sources
              if clause.start <= m.start and m.end <= quantity.start]  # fmt: skip
    for mention in reversed(behind):
        between = text[mention.end : quantity.start]
        pronoun = re.search(r"\b(?:above|below|than|under|over) it\b", between)
        if _OURS.search(between) or (_COMPARED_WITH.search(between) and not pronoun):
            break
        if position and _is_of(sentence, position - 1, mention):
            break
        if (
            mention.start < first
            and not pronoun
            and not _AND_ANOTHER.match(text[first : quantity.start])
        ):
            break
        apposed = re.fullmatch(
            r"(?: (?:of|for|among))?(?: the)?(?: \w+){0,5}\s*,\s*"
            r"(?:at |which (?:was|is|stood at|stands at) |of )?",
            between,
        )
        if (
            re.search("[,:]", between)
            and not apposed
            and _THAN_BEFORE.search(text[: mention.start])
        ):
            break
        return mention.value
    return ENGLAND if sentence.before.national else _only_source(sentence, clause, quantity)


def _only_source(sentence: Sentence, clause: Clause, quantity: Quantity) -> str:
    """England's, where the one number of a clause is said of all the country at its end."""
    inside = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    told = [m for m in sentence.sources if quantity.end <= m.start < clause.end]
    if len(inside) != 1 or not told or _OURS.search(clause.text):
        return TRUST
    where = sentence.text[told[0].start : told[0].end]
    between = sentence.text[quantity.end : told[0].start]
    between = re.sub(r"\bthan (?:white|BME|BAME)\b", "", between, flags=re.I)
    everywhere = re.match(r"nationally|across|in England", where, re.I)
    return told[0].value if everywhere and not _COMPARED_WITH.search(between) else TRUST


_AND_ANOTHER = re.compile(
    r"^\s*(?:,|and|or|/|;|for (?:BME|BAME|White)(?: staff)?|\(?(?:BME|BAME|White)(?: staff)?\)?"
    r"|in 20\d\d|"
    r"was|were|[\s,])*(?:and|,|/|to)?\s*(?:for )?(?:(?:BME|BAME|White)(?: staff)?)?[\s:]*$", re.I,
)  # fmt: skip


def _is_of(sentence: Sentence, position: int, mention: Mention) -> bool:
    """Whether a mention stands right behind an earlier quantity, and is its own."""
    quantity = sentence.quantities[position]
    return (
        quantity.end <= mention.start
        and bool(
            _OF_SOURCE_RIGHT.match(sentence.text[quantity.end : mention.start])
            # “28.3 (benchmark 27.6)”
            and not OWNS_NEXT.match(sentence.text[mention.end :])
        )
    )
