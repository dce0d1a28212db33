"""Quantities as people write them: figures, and counts, shares and multiples in words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wres_report.claims.counted import (
    MOST_TIMES,
    NONE,
    NOT_COUNTED,
    OF_A_CHANCE,
    PEOPLE,
    PRONOUN,
    PRONOUN_ENDS,
    RATE_OF,
)
from wres_report.claims.hedges import hedge_before
from wres_report.claims.number_words import WORD, WORDS, folds, spoken_decimals
from wres_report.claims.numbers import Number, numbers_in, without_intervals

_ORDINALS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD})"
_SHARE_OF = re.compile(
    rf"\b(?P<of>{_N})\s+(?:(?:employee|person|colleague|worker|respondent|applicant|candidate|member)s?\s+)?"
    rf"(?P<how>in|out of|of(?=\s+(?:every|each)\b))\s+(?:every\s+|each\s+)?"
    rf"(?P<all>{_N})\b(?!\s*%|[.,]?\d)|"
    rf"\b(?P<some>{WORD})-(?:in|out-of)-(?P<each>{WORD})\b",
    re.I,
)
_BETTER_THAN = re.compile(r"\bbetter than (?:an? )?$", re.I)
_FRACTION = re.compile(
    rf"\b(?:(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|\d)[ -])?"
    rf"(?P<part>{'|'.join(_ORDINALS)})s?\b(?![- ](?:year|time|consecutive|survey|sector|party|row|"
    r"place|most|largest|highest|lowest|hour|day|indicator|metric|in a row|and final|such))",
    re.I,
)
_TIMES = re.compile(
    rf"\b(?:(?P<twice>twice|double)|(?P<thrice>thrice|treble|triple)|(?P<one_half>one and a half)|"
    rf"(?P<halves>{_N}) and a half|(?<![\d.,])(?P<n>\d+(?:\.\d+)?|{WORD})[ -]?(?=times|fold))"
    r"(?:[ -]?(?:times|fold))?(?=\b)", re.I,
)  # fmt: skip
_FOLD_WORDS = ("doubl", "halv", "trebl", "tripl", "upl")
_MULTIPLE_WORDS = ("time", "fold", "twice", "double", "thrice", "treble", "triple", "and a half")
_TO_ONE = re.compile(r"(?<![\w.,:])(?P<n>\d+(?:\.\d+)?)(?: to |:)(?:1|one)(?![\w.]|,\d)", re.I)
_WORD_NUMBER = re.compile(
    rf"(?<![\w-])(?P<n>{WORD})(?P<unit>\s+per ?cent(?:age points?)?|\s+percentage points?|"
    r"\s+points?)?(?![\w-])", re.I,
)  # fmt: skip
_NO_PERCENT = {"percentage point": "pp", "point": "pp", "per cent": "percent",
               "percent": "percent"}  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """One quantity of a sentence.

    unit: ``percent``, ``pp``, ``times``, ``count`` or, of a number with decimals and no unit,
    ``bare``. parts: the two counts of “17 of 143” or “1 in 12”. worded: written in words.
    """

    number: Number
    unit: str
    parts: tuple[float, float] | None = None
    worded: bool = False

    @property
    def value(self) -> float:
        return self.number.value

    @property
    def start(self) -> int:
        return self.number.start

    @property
    def end(self) -> int:
        return self.number.end


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of a sentence in their order; years, dates and names of things left out."""
    plain = without_intervals(text)
    found: list[Quantity] = []
    lower = plain.lower()
    makers = (
        (_spoken, (" point ", "-point-")), (_folds, _FOLD_WORDS), (_shares, (" in ", " out of ")),
        (_to_one, (" to 1", " to one", ":1")), (_fractions, tuple(_ORDINALS)),
        (_multiples, _MULTIPLE_WORDS),
    )  # fmt: skip
    for make, needed in makers:
        if not any(word in lower for word in needed):
            continue
        found += [q for q in make(plain) if not _overlaps(q, found)]
    for number in numbers_in(plain):
        if number.loose or not any(sign.isdigit() for sign in number.text):
            continue
        quantity = Quantity(_hedged(number, plain), _unit(number))
        if not _overlaps(quantity, found):
            found.append(quantity)
    for quantity in _counts_in_words(plain):
        if not _overlaps(quantity, found):
            found.append(quantity)
    kept = [quantity for quantity in found if not counts_nothing(quantity, plain)]
    return sorted(kept, key=lambda quantity: quantity.start)


def _unit(number: Number) -> str:
    if number.unit == "times" and number.value > MOST_TIMES:
        return "count"  # “answered 1,704 times”
    return number.unit or ("count" if number.decimals == 0 else "bare")


def _overlaps(quantity: Quantity, others: list[Quantity]) -> bool:
    return any(quantity.start < o.end and o.start < quantity.end for o in others)


def _hedged(number: Number, text: str) -> Number:
    kind, words = hedge_before(text[: number.start])
    if not kind or number.hedge:
        return number
    return replace(number, hedge=kind, printed=words + number.printed)


def _made(
    text: str, found: re.Match[str], value: float, unit: str, *, loose: bool = False,
    parts: tuple[float, float] | None = None, decimals: int = 0, worded: bool = True,
) -> Quantity:  # fmt: skip
    kind, words = hedge_before(text[: found.start()])
    number = Number(
        found[0], value, decimals, unit, found.start(), found.end(), kind, 10.0**-decimals,
        loose=loose, printed=words + found[0],
    )  # fmt: skip
    return Quantity(number, unit, parts, worded)


def number_of(word: str) -> float:
    """What a number in digits or words counts."""
    plain = " ".join(word.lower().replace(",", "").split())
    return WORDS[plain] if plain in WORDS else float(plain)


def _spoken(text: str) -> list[Quantity]:
    # It is said digit by digit, so it is no rough word.
    return [
        _made(text, found, value, unit, decimals=decimals, worded=False)
        for found, value, decimals, unit in spoken_decimals(text)
    ]


def _folds(text: str) -> list[Quantity]:
    return [_made(text, found, value, "times", loose=True) for found, value in folds(text)]


def _shares(text: str) -> list[Quantity]:
    """“One in six”, “88 out of 100”: a share in per cent."""
    made = []
    for found in _SHARE_OF.finditer(text):
        how = (found["how"] or "in").lower()
        some = number_of(found["of"] or found["some"])
        every = number_of(found["all"] or found["each"])
        if not 0 < some < every or (how == "in" and every > 100):
            continue
        exact = every == 100 or every > 12
        share = _made(text, found, 100 * some / every, "percent", loose=not exact,
                      parts=(some, every))  # fmt: skip
        if _BETTER_THAN.search(text[: found.start()]):
            share = replace(share, number=replace(share.number, hedge="over"))
        made.append(share)
    return made


def _fractions(text: str) -> list[Quantity]:
    made = []
    for found in _FRACTION.finditer(text):
        part, count = found["part"].lower(), (found["n"] or "").lower()
        hedged = hedge_before(text[: found.start()])[0]
        after = text[found.end() : found.end() + 8].lower()
        if not count and not (part == "half" and (hedged or re.match(r" (?:of|the|our|all|as)\b",
                                                                     after))):  # fmt: skip
            continue
        if OF_A_CHANCE.match(text[found.end() :]):
            some = 1 if count in ("", "a", "an") else number_of(count)
            made.append(_made(text, found, some / _ORDINALS[part], "times", loose=True))
            continue
        if part == "half" and re.match(r" as ", after):
            made.append(_made(text, found, 0.5, "times"))
            continue
        some = 1 if count in ("", "a", "an") else number_of(count)
        if some < _ORDINALS[part]:
            made.append(_made(text, found, 100 * some / _ORDINALS[part], "percent", loose=True))
    return made


def _multiples(text: str) -> list[Quantity]:
    made = []
    for found in _TIMES.finditer(text):
        if found["twice"] and re.match(
            r"\s*(?:a (?:year|month)|yearly|monthly)", text[found.end() :]
        ):
            continue
        value = (
            2.0 if found["twice"] else 3.0 if found["thrice"] else 1.5 if found["one_half"]
            else number_of(found["halves"]) + 0.5 if found["halves"] else number_of(found["n"])
        )  # fmt: skip
        if value > MOST_TIMES:
            continue
        digits = found["n"] or ""
        decimals = len(digits.partition(".")[2]) if digits[:1].isdigit() else 0
        if found["one_half"] or found["halves"]:
            decimals = 1
        worded = not digits[:1].isdigit()
        made.append(_made(text, found, value, "times", decimals=decimals, worded=worded))
    return made


def _to_one(text: str) -> list[Quantity]:
    return [
        _made(text, found, float(found["n"]), "times",
              decimals=len(found["n"].partition(".")[2]), worded=False)
        for found in _TO_ONE.finditer(text)
        if "." in found["n"] or " to " in found[0]
    ]  # fmt: skip


def counts_nothing(quantity: Quantity, text: str) -> bool:
    """Whether a whole number counts years, indicators or the like, not people."""
    after = text[quantity.end : quantity.end + 60]
    if quantity.unit != "count" or quantity.parts:
        return False
    before = text[: quantity.start]
    if NOT_COUNTED.match(after) or (RATE_OF.search(before) and quantity.value >= 100):
        return True
    if quantity.value == 1 and PRONOUN.search(before) and PRONOUN_ENDS.match(after):
        return True
    return quantity.worded and quantity.value != 0 and not PEOPLE.match(after)


def _counts_in_words(text: str) -> list[Quantity]:
    # “not one” is none, so it comes before “one”.
    made = [_made(text, found, 0.0, "count") for found in NONE.finditer(text)]
    for found in _WORD_NUMBER.finditer(text):
        unit = " ".join((found["unit"] or "").split()).removesuffix("s").lower()
        made.append(_made(text, found, number_of(found["n"]), _NO_PERCENT.get(unit, "count")))
    return made
