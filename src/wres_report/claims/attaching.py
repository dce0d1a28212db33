"""Which of the mentions beside a quantity are its own.

A label may stand in front of its figure (“BME staff: 24%”) or behind it (“24% of BME staff”), and
a sentence keeps to one way. So all ways are tried together, and the cheapest counts; others that
are hardly dearer remain open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise, product

from wres_report.claims.mentions import Mention
from wres_report.claims.quantities import Quantity

Choice = tuple[str, float]
_OPEN_BY = 0.8
_MOST_TOGETHER = 7
_SAME_AGAIN = 1.6
_SET_AGAINST = re.compile(
    r"\b(?:than|against|compared|comparison|versus|vs\.?|while|whereas|but|unlike|as had|as did|"
    r"relative to)\b", re.I,
)  # fmt: skip
_RIGHT_BESIDE = re.compile(
    r"^\s*(?:\(|[–-]\s*)?(?:of|for|on|among|amongst|by|from|in the case of|were|was|are|is)?\s*"
    r"(?:(?:the|our|your|its|their|all|those|shortlisted|a|an|other|respondents|staff|colleagues|"
    r"people|employees|workers|who|are|were|from|in|members?|applicants|candidates|reported by)"
    r"\s+)*$", re.I,
)  # fmt: skip
_LEFT_BESIDE = re.compile(
    r"^(?:\s*(?:staff|colleagues|respondents|applicants|candidates|people|employees|workers|members|"
    r"share|rate|figure))?\s*(?:[:(=|–—-]|\bat\b|\bis\b|\bwas\b|\bare\b)?\s*(?:only |just "
    r")?$", re.I,
)  # fmt: skip


def attach(
    text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention],
    apart: Callable[[int, int], bool] | None = None,
) -> list[list[Choice]]:  # fmt: skip
    """For each quantity the mentions that may be its own, with what they cost, cheapest first.

    apart: whether two quantities may well have the same mention, since something else tells them
    apart, such as their years.
    """
    if in_order := _in_order(text, quantities, mentions):
        return in_order
    options = [
        _options(text, quantities, position, mentions) for position in range(len(quantities))
    ]
    if len(quantities) > _MOST_TOGETHER:
        return options
    best = _best(options, apart or (lambda _one, _other: False))
    return [
        [
            choice
            for choice in known
            if best.get((position, choice[0]), 99) <= best[-1, ""] + _OPEN_BY
        ]
        for position, known in enumerate(options)
    ]


def _best(
    options: list[list[Choice]], apart: Callable[[int, int], bool]
) -> dict[tuple[int, str], float]:
    """The cheapest total with each choice; that of all under ``(-1, "")``."""
    best: dict[tuple[int, str], float] = {(-1, ""): 99.0}
    pairs = [
        (a, b) for b in range(len(options)) for a in range(b) if not apart(a, b)
    ]  # fmt: skip
    for chosen in product(*(known or [("", 0.0)] for known in options)):
        total = sum(cost for _, cost in chosen)
        total += _SAME_AGAIN * sum(chosen[a][0] == chosen[b][0] != "" for a, b in pairs)
        for at in [(-1, ""), *((p, value) for p, (value, _) in enumerate(chosen))]:
            best[at] = min(best.get(at, 99.0), total)
    return best


def _options(
    text: str, quantities: Sequence[Quantity], position: int, mentions: Sequence[Mention]
) -> list[Choice]:
    quantity = quantities[position]
    others = [q for q in quantities if q is not quantity]
    left = [m for m in mentions if m.end <= quantity.start]
    right = [m for m in mentions if m.start >= quantity.end]
    found: dict[str, float] = {}
    for mention, is_left in [*((m, True) for m in left[-2:]), *((m, False) for m in right[:1])]:
        first, last = (mention.end, quantity.start) if is_left else (quantity.end, mention.start)
        between = text[first:last]
        crossed = sum(first <= q.start < last for q in others)
        cost = _left(between) if is_left else _right(between)
        if is_left and _is_set_against(text, mention, left):
            cost += 5.0
        cost += 2.0 * crossed + (0.9 if is_left and mention is not left[-1] else 0.0)
        found[mention.value] = min(found.get(mention.value, 99.0), cost)
    inside = [m for m in mentions if m.start < quantity.end and quantity.start < m.end]
    for mention in inside:
        found[mention.value] = 0.0
    return sorted(found.items(), key=lambda choice: choice[1])


_WITH = re.compile(
    r"\b(?:compar\w+|comparison|relative|against|versus)\s+(?:with |to )?(?:the |our |that of "
    r"|those of )*$",
    re.I,
)


def _is_set_against(text: str, mention: Mention, left: Sequence[Mention]) -> bool:
    """“of BME staff, compared with White staff, is”: the figure is of the first."""
    before = [m for m in left if m.end <= mention.start and m.value != mention.value]
    if not before or not _WITH.search(text[: mention.start]):
        return False
    return not re.search(r"\d", text[before[-1].end : mention.start])


def _left(between: str) -> float:
    if _LEFT_BESIDE.match(between):
        return 0.1
    cost = 0.4 + len(between) / 80 + 0.5 * between.count(",") + 2.0 * between.count(";")
    cost += 3.0 * between.count("|") + 2.5 * len(re.findall(r"\. |:\s.*\bwas\b", between))
    cost += 0.6 * len(re.findall(r"\band\b", between)) + 0.8 * between.count(")")
    return cost + (1.6 if _SET_AGAINST.search(between) else 0.0)


def _right(between: str) -> float:
    if _RIGHT_BESIDE.match(between):
        return 0.15
    cost = 0.6 + len(between) / 50 + 1.3 * between.count(",") + 3.0 * between.count(";")
    cost += 3.0 * between.count("|") + 3.0 * len(re.findall(r"\. ", between))
    cost += 1.0 * len(re.findall(r"\band\b", between)) + 1.5 * between.count(")")
    cost += 1.0 * between.count(":")
    return cost + (2.5 if _SET_AGAINST.search(between) else 0.0)


_LISTED = re.compile(
    r"^\s*(?:(?:staff|colleagues|respondents|applicants|candidates|people|employees|workers)\s*)?"
    r"(?:,|/|\||and|&|:|or|to|v\.?|vs\.?|versus|then|,\s*and)\s*(?:the |for |among |of )?$", re.I,
)  # fmt: skip


def _in_order(
    text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]
) -> list[list[Choice]]:
    """Groups in a list and as many figures in another: “White / BME: 10 / 1”, “respectively”."""
    size = len(quantities)
    if size < 2 or len({q.unit for q in quantities}) > 1:
        return []
    respectively = re.search(r"\brespectively\b|\bin that order\b", text, re.I)
    for first in range(len(mentions) - size + 1):
        run = mentions[first : first + size]
        if len({m.value for m in run}) != size:
            continue
        before = run[-1].end <= quantities[0].start
        after = run[0].start >= quantities[-1].end
        if not before and not after:
            continue
        listed = all(_LISTED.match(text[a.end : b.start]) for a, b in pairwise(run)) and all(
            _LISTED.match(text[a.end : b.start]) for a, b in pairwise(quantities)
        )
        if listed or respectively:
            return [[(mention.value, 0.1)] for mention in run]
    return []
