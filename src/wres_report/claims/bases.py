"""“Out of every 100 people, about 75 are White”: counts of a base, which are shares of it."""

from __future__ import annotations

import re
from dataclasses import replace

from wres_report.claims.quantities import Quantity

BASES = {"ten": 10.0, "10": 10.0, "hundred": 100.0, "100": 100.0, "thousand": 1000.0,
         "1,000": 1000.0, "1000": 1000.0}  # fmt: skip
_BASE = re.compile(
    rf"\b(?:(?:for|of|out of|in|from|per) (?:every |each )?|(?:in|per|out of) (?:an? |one ))"
    rf"(?P<n>{'|'.join(BASES)})\b"
    r"(?!,\d|\.\d| ?%| per ?cent)", re.I,
)  # fmt: skip
# “per thousand”; “Out of 100 BME people, 20 …” at the head of a sentence.
_OPENS = re.compile(r"\b(?:every|each|per|an?|one)\b", re.I)
_AT_HEAD = re.compile(r"(?:^|[.;:]\s+)$", re.I)
# “15 and 11 in every thousand”, “15.4 cases per 1,000”
_UP_TO = re.compile(r"(?:\s*(?:,|and|or|to|against)\s*[\d.]+)?(?:\s+[A-Za-z-]+){0,3}?\s+(?:out )?")
_MOST_PERCENT = 100.0
_DIGITS_OF = {10.0: 0, 100.0: 0, 1000.0: 1}


# “Harassment by staff, in per cent: White 28.3, BME 21.2”: the unit is told once, at the head.
_UNIT_AT_HEAD = re.compile(
    r"(?:\b(?:in|as) (?:%|per ?cent\b|percentages?\b)|\(%\)|(?<!\d)(?<!\d )%)[^:;.\d]{0,20}:", re.I
)


def with_the_unit_at_head(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities; those without a unit behind a head that tells it as percentages."""
    head = _UNIT_AT_HEAD.search(text)
    if head is None or any(q.unit == "percent" for q in quantities):
        return quantities
    return [
        replace(q, unit="percent", number=replace(q.number, unit="percent"))
        if q.start >= head.end() and q.unit in ("bare", "count") and q.parts is None
        and not q.worded and 0 <= q.value <= _MOST_PERCENT else q
        for q in quantities
    ]  # fmt: skip


def shares_of_bases(quantities: list[Quantity], text: str) -> list[Quantity]:
    """The quantities; those counted of each ten, hundred or thousand as shares in per cent.

    A base itself counts nobody and is left out.
    """
    bases = [found for found in _BASE.finditer(text)
             if _OPENS.search(found[0]) or _opens_a_sentence(found, text)]  # fmt: skip
    if not bases:
        return quantities
    made = []
    for quantity in quantities:
        if quantity.parts is not None or quantity.unit not in ("count", "bare"):
            made.append(quantity)
            continue
        if any(b.start() <= quantity.start < b.end() for b in bases):
            continue
        before = [b for b in bases if b.end() <= quantity.start]
        after = [b for b in bases if _UP_TO.fullmatch(text[quantity.end : b.start()])]
        near = after[:1] or [b for b in before[-1:] if ". " not in text[b.end() : quantity.start]]
        base = BASES[near[0]["n"].lower()] if near else 0.0
        made.append(_share(quantity, base) if quantity.value < base else quantity)
    return made


def _opens_a_sentence(found: re.Match[str], text: str) -> bool:
    told = found[0].lower().startswith("out of")
    return told and _AT_HEAD.search(text[: found.start()]) is not None


def _share(quantity: Quantity, base: float) -> Quantity:
    value = 100 * quantity.value / base
    printed = quantity.number.decimals
    number = replace(
        quantity.number, value=value, decimals=_DIGITS_OF[base] + printed, unit="percent",
        step=100 / base / 10**printed, loose=base < 100,
    )  # fmt: skip
    return Quantity(number, "percent", (quantity.value, base), quantity.worded)
