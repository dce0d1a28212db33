"""Which variable an author could have named instead of a figure that is written out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache

from wres_report.claims.numbers import Number, numbers_in
from wres_report.measures.value import rounded
from wres_report.narrative.binding.literals import Literal

MOST_NAMED = 3
# A neighbour further off than this has nothing to do with what was meant.
NEAR = 0.1


def variable_for(literal: Literal, indicators: Collection[int], printed: Mapping[str, str]) -> str:
    """The variable of these indicators that prints as the literal does; empty where none does.

    printed: what each variable prints.
    """
    fitting = [
        key
        for key, number in _numbers(printed)
        if _is_of(key, indicators) and _prints_alike(literal, number)
    ]
    return min(fitting, key=len, default="")


def nearest(literal: Literal, indicators: Collection[int], printed: Mapping[str, str]) -> str:
    """The variable whose value is nearest, with what it prints; empty where none has the unit.

    Of several that print the same, those of the indicators come first.
    """
    written = literal.number
    if written is None:
        return ""
    known = [
        (abs(number.value - written.value), not _is_of(key, indicators), len(key), key)
        for key, number in _numbers(printed)
        if number.unit == _unit(written) and _is_near(written, number)
    ]
    if not known:
        return ""
    first = min(known)
    same = [entry[-1] for entry in sorted(known) if printed[entry[-1]] == printed[first[-1]]]
    return f"{' or '.join(same[:MOST_NAMED])} ({printed[first[-1]]})"


def _is_near(written: Number, number: Number) -> bool:
    """Whether a figure may have been meant by a number that is written out."""
    distance = abs(number.value - written.value)
    return distance <= NEAR * max(abs(written.value), abs(number.value))


def _numbers(printed: Mapping[str, str]) -> Iterator[tuple[str, Number]]:
    """The variables that print one number, with it."""
    for key, text in printed.items():
        number = _number(text)
        if number is not None:
            yield key, number


@cache
def _number(text: str) -> Number | None:
    """The number that a printed figure begins with; None for words, dates and several numbers."""
    numbers = numbers_in(text)
    return numbers[0] if len(numbers) == 1 and numbers[0].start == 0 else None


def _is_of(key: str, indicators: Collection[int]) -> bool:
    starts = [f"i{indicator}." for indicator in indicators]
    starts += [f"national.{start}" for start in starts]
    starts += ["workforce."] if 1 in indicators else []
    return key.startswith(tuple(starts))


def _prints_alike(literal: Literal, number: Number) -> bool:
    """Whether the literal is the number as printed; a hedged one, such as “about 32%”, rounded."""
    written = literal.number
    if written is None or _unit(written) != number.unit or _leading_zero(written):
        return False
    decimals = written.decimals
    if decimals > number.decimals or (decimals < number.decimals and not written.hedge):
        return False
    return rounded(number.value, decimals) == rounded(
        written.value, decimals
    ) and _on_the_side_told(written, number.value)


def _on_the_side_told(written: Number, value: float) -> bool:
    """Whether “more than 32%” is not said of 31.5%."""
    if written.hedge == "over":
        return value >= written.value
    return written.hedge != "under" or value <= written.value


def _unit(number: Number) -> str:
    """A ratio is written as “1.61 times” in a sentence, and prints as a bare number."""
    return "" if number.unit == "times" else number.unit


def _leading_zero(number: Number) -> bool:
    digits = number.text.lstrip("+-−")
    return len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()
