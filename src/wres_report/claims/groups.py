"""Which group a number belongs to."""

from __future__ import annotations

import re

from wres_report.claims.numbers import Number
from wres_report.claims.vocabulary import (
    BME,
    BME_WORDS,
    GROUP,
    WHITE,
    WHITE_WORDS,
    YEAR,
    groups_in,
)

_GROUPS = rf"(?:(?P<bme>{BME_WORDS})|(?P<white>{WHITE_WORDS}))"
_RIGHT = re.compile(
    rf"^\s*\(?(?:(?:of|for|among|amongst|by|in the case of|from|as reported by)\s+)?"
    rf"(?:(?:the|our|all|shortlisted|its|their|those|staff|colleagues|respondents|applicants|"
    rf"people|employees|candidates|who|are|were|is|was|from|in|a|an)\s+){{0,4}}{_GROUPS}\b", re.I,
)  # fmt: skip
_SET_AGAINST = re.compile(
    r"\bcompar(?:ed|es|ing|ison)\b|\bagainst\b|\bversus\b|\bvs\b|\bthan\b|^\s*(?:and|,)\s*$", re.I
)
_IN_CASE_OF = re.compile(r"\b(?:for|among|amongst|by|of|in) (?:our |the |all )?$", re.I)
_MOVED_IN = re.compile(
    rf"^[^,;.]{{0,40}}?\b(?:in|for|among|of)\b(?P<between>[^,;.]{{0,60}}?)\b(?:{BME_WORDS}|white)\b",
    re.I,
)
_COMPARED_TO = re.compile(
    r"\b(?:compared|comparison) (?:to|with) (?:our |the |all )?(?:those of |that of )?$", re.I
)
# “2020: 39% 2021: 33%”: the same group in another year.
_NEXT_YEAR = re.compile(rf"[\s,;|(]*(?:in )?(?:{YEAR})\s?[:=–-]?\s*", re.I)
_PAIRED = re.compile(r"\s*(?:and|,|/|;|against|versus|vs|compared (?:with|to))\s*", re.I)
_BOTH = re.compile(rf"(?:{BME_WORDS}) and white|white and (?:{BME_WORDS})", re.I)


def assign_groups(text: str, numbers: list[Number]) -> list[tuple[str, bool]]:
    """The group of each number and whether the words beside it tell it; nothing where open."""
    if (respectively := _respectively(text, numbers)) is not None:
        return respectively
    found: list[tuple[str, bool]] = []
    for position, number in enumerate(numbers):
        left = text[numbers[position - 1].end if position else 0 : number.start]
        following = numbers[position + 1].start if position + 1 < len(numbers) else len(text)
        if _is_in_pair(text, numbers, position):
            found.append(("", False))
        elif found and _NEXT_YEAR.fullmatch(left):
            found.append(found[-1])
        else:
            found.append(_beside(left, text[number.end : following]))
    named = groups_in(text)
    if len(named) != 1:
        return found
    return [
        known if known[0] else (_only_group(text, numbers, position, found), False)
        for position, known in enumerate(found)
    ]


def _only_group(
    text: str, numbers: list[Number], position: int, found: list[tuple[str, bool]]
) -> str:
    """The one group that a sentence names, for a number that no group stands beside.

    Nothing where the number may be the other group's: set against one that is told, or before
    White staff are named, since an unnamed figure is most often that of BME staff.
    """
    number = numbers[position]
    mention = next(match for match in GROUP.finditer(text))
    if mention.start() > number.end and mention.lastgroup == WHITE:
        before = text[number.end : mention.start()]
        beside = len(before) <= 40 and not re.search(r"\d|\bwhich\b", before)
        told = beside and _IN_CASE_OF.search(before) and not _SET_AGAINST.search(before)
        return WHITE if told else ""
    for other, (group, _) in enumerate(found):
        if group:
            first, last = sorted((position, other))
            between = text[numbers[first].end : numbers[last].start]
            if _SET_AGAINST.search(between):
                return ""
    return str(mention.lastgroup)


def is_of_others(right: str) -> bool:
    """Whether a percentage is a share of something else: “34% of those appointed”."""
    return bool(re.match(r"\s*of\b", right)) and _RIGHT.match(right) is None


def _is_in_pair(text: str, numbers: list[Number], position: int) -> bool:
    """Whether a number is one of two in brackets, such as “(17.3% and 5.7%)”.

    No words there say which of the groups before it is which.
    """
    for first in (position - 1, position):
        if 0 <= first < len(numbers) - 1:
            one, other = numbers[first], numbers[first + 1]
            opened = text.rfind("(", 0, one.start)
            inside = text[opened : one.start] if opened >= 0 else ")"
            after = text[other.end :].lstrip()
            if (_PAIRED.fullmatch(text[one.end : other.start]) and after.startswith(")")
                    and ")" not in inside and not GROUP.search(inside)):  # fmt: skip
                return len(groups_in(text[:opened])) == 2
    return False


def _beside(left: str, right: str) -> tuple[str, bool]:
    if match := _RIGHT.match(right):
        if _BOTH.match(right[match.start("bme") if match["bme"] else match.start("white") :]):
            return "", False
        return (BME if match["bme"] else WHITE), True
    last = last_group(left)
    if last is None:
        return "", False
    named = list(GROUP.finditer(left))
    between = left[named[0].end() : last.start()]
    if named[0].lastgroup != last.lastgroup and _COMPARED_TO.search(between):
        # “the percentage of BME staff, compared with White staff, is”: of the first.
        return str(named[0].lastgroup), False
    behind = left[last.end() :]
    near = len(behind) <= 140 and not re.search(r"[;]", behind)
    return (str(last.lastgroup), near) if near else ("", False)


def last_group(text: str) -> re.Match[str] | None:
    """Where a text names a group for the last time."""
    found = list(GROUP.finditer(text))
    return found[-1] if found else None


def group_of_movement(text: str, start: int, end: int, carried: str) -> str:
    """The group whose figure moved. start, end: of the words that say how; carried: from before.

    It stands before them, or right after: “a rise in the share of White staff”.
    """
    if nearest := last_group(text[:start]):
        return str(nearest.lastgroup)
    after = _MOVED_IN.match(text[end:])
    if after and not _SET_AGAINST.search(after["between"]):
        return str(next(GROUP.finditer(after[0])).lastgroup)
    only = groups_in(text)
    return carried if not only else BME if only == {BME} else ""


def _respectively(text: str, numbers: list[Number]) -> list[tuple[str, bool]] | None:
    if len(numbers) != 2 or not re.search(r"\brespectively\b", text, re.I):
        return None
    order = list(dict.fromkeys(str(match.lastgroup) for match in GROUP.finditer(text)))
    return [(group, True) for group in order] if len(order) == 2 else None
