"""Numbers as documents print them: value, decimals, unit, and words such as “about”."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wres_report.claims.names import is_name

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twenty": 20,
}  # fmt: skip
FRACTIONS = {
    "a quarter": 25.0, "one quarter": 25.0, "a third": 100 / 3, "one third": 100 / 3,
    "half": 50.0, "two thirds": 200 / 3, "two-thirds": 200 / 3, "three quarters": 75.0,
    "three-quarters": 75.0, "a fifth": 20.0, "one fifth": 20.0,
}  # fmt: skip
HEDGES = {
    "about": ("about", "around", "approximately", "approx.", "roughly", "some", "circa", "close to",
              "c."),
    "under": ("nearly", "almost", "just under", "under", "less than", "fewer than", "below"),
    "over": ("just over", "over", "more than", "at least", "above", "upwards of"),
}  # fmt: skip
_HEDGE = re.compile(
    "(?:^|[ (])(" + "|".join(re.escape(w) for ws in HEDGES.values() for w in ws) + r") (?:a )?$",
    re.I,
)
# Its groups: sign, digits, rest (decimals) and unit.
NUMBER = re.compile(
    r"(?<![\w.,/:])(?P<sign>[−+-])?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?"
    r"(?P<unit> ?%(?:[- ]?(?:percentage )?points?\b)?|[- ]?(?:per ?cent|percent)\b|"
    r"[- ](?:percentage|per cent)[- ]points?\b|[- ]?pp\b|[- ]points?\b|"
    r"[- ]?times\b|x\b)?(?![\w/]|[.,:]\d|[a-z])",
    re.I,
)
_IN = re.compile(r"\b(?:(?P<one>one|1) in (?:every )?(?P<of>\d+|" + "|".join(WORDS) + r"))\b", re.I)
_FRACTION = re.compile(r"\b(" + "|".join(FRACTIONS) + r") of\b", re.I)
_TIMES = re.compile(r"\b(twice|(?:two|three|four|five|six) times)\b(?= as| more| less)", re.I)
_INTERVAL = re.compile(
    r"\([^()]*(?:95 ?% ?(?:confidence )?(?:interval|ci)|interval|confidence)[^()]*\)|"
    r"\b95 ?% (?:confidence )?interval\b[^,;]*|"
    r"\bwith \d\d(?:\.\d)? ?% confidence\b[^,;]*",
    re.I,
)


@dataclass(frozen=True)
class Number:
    """One printed number.

    unit: ``percent``, ``pp``, ``times`` or nothing. step: the worth of its last printed digit.
    hedge: ``about``, ``over``, ``under`` or nothing. loose: written as a fraction in words.
    signed: whether it has a sign of its own. printed: with the words that hedge it.
    """

    text: str
    value: float
    decimals: int
    unit: str
    start: int
    end: int
    hedge: str = ""
    step: float = 1.0
    loose: bool = False
    signed: bool = False
    printed: str = field(kw_only=True)

    @property
    def whole(self) -> bool:
        return not self.unit and self.decimals == 0


def without_intervals(text: str) -> str:
    """The text with confidence intervals blanked, so that their ends are no claims."""
    return _INTERVAL.sub(lambda found: " " * len(found[0]), text)


def numbers_in(text: str) -> list[Number]:
    """The numbers of a sentence in their order; years, dates and names of things left out."""
    found = [n for match in NUMBER.finditer(text) if (n := _number(match, text))]
    for match in _IN.finditer(text):
        of = WORDS.get(match["of"].lower()) or int(match["of"])
        if of > 1:
            found = [n for n in found if not match.start() <= n.start < match.end()]
            found.append(_in_words(match, 100 / of, "percent", text))
    for match in _FRACTION.finditer(text):
        found.append(_in_words(match, FRACTIONS[match[1].lower()], "percent", text))
    for match in _TIMES.finditer(text):
        value = 2 if match[1].lower() == "twice" else WORDS[match[1].split()[0].lower()]
        found.append(_in_words(match, value, "times", text))
    return sorted(found, key=lambda number: number.start)


def _number(match: re.Match[str], text: str) -> Number | None:
    before, after = text[: match.start()], text[match.end() :]
    unit = _unit(match["unit"])
    decimals = len(match["rest"] or ".") - 1
    digits = match["digits"].replace(",", "")
    value = float(digits + (match["rest"] or ""))
    if not unit and is_name(match, before, after):
        return None
    sign = match["sign"] or ""
    if sign == "-" and before and not before[-1].isspace() and before[-1] != "(":
        sign = ""
    step = 10.0**-decimals
    hedge, hedged = _hedge(before)
    zeros = len(digits) - len(digits.rstrip("0"))
    if hedge and decimals == 0 and not unit and len(digits) > 2:
        step = 10.0 ** min(zeros, len(digits) - 1)
    return Number(
        match[0].strip(), -value if sign in ("−", "-") else value, decimals, unit,
        match.start(), match.end(), hedge, step, signed=bool(sign),
        printed=hedged + match[0].strip(),
    )  # fmt: skip


def _in_words(match: re.Match[str], value: float, unit: str, text: str) -> Number:
    hedge, hedged = _hedge(text[: match.start()])
    loose = unit == "percent"
    return Number(
        match[0], value, 0, unit, match.start(), match.end(), hedge, loose=loose,
        printed=hedged + match[0],
    )  # fmt: skip


def _unit(text: str | None) -> str:
    plain = (text or "").lower().strip(" -")
    if "point" in plain or plain == "pp":
        return "pp"
    if plain.startswith(("%", "per")):
        return "percent"
    return "times" if plain in ("times", "x") else ""


def _hedge(before: str) -> tuple[str, str]:
    """The kind of hedge in front of a number, and its words as printed."""
    found = _HEDGE.search(before)
    if not found:
        return "", ""
    word = found[1].lower()
    return next(hedge for hedge, words in HEDGES.items() if word in words), found[1] + " "


def surroundings(text: str, numbers: list[Number], position: int) -> tuple[str, str]:
    """What stands left of a number, back to the one before, and right of it, up to the next."""
    left = text[numbers[position - 1].end if position else 0 : numbers[position].start]
    following = numbers[position + 1].start if position + 1 < len(numbers) else len(text)
    return left, text[numbers[position].end : following]
