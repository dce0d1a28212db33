"""Words as people write them: a capital at the start, a long list told shortly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

NUMBERED = re.compile(r"^(.*?)([0-9]{1,9})$")
SHORTEST_RUN = 3
# No document can hold these, tab and line breaks aside: control characters, those that only one
# font has a shape for, such as the bullets of Word's Symbol, and those that are none.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + last) for plane in range(0x10000, 0xF0000, 0x10000)
              for last in (0xFFFE, 0xFFFF))
    + "\U000f0000-\U0010ffff]"
)  # fmt: skip


def enclosed(name: str) -> str:
    """The name of a figure before its verb: one with a comma in it has another at its end.

    “gap, BME minus White,” as in “the gap, BME minus White, has rank 3”.
    """
    return f"{name}," if ", " in name else name


def capitalised(text: str) -> str:
    """The text with a capital at its start, and nothing else changed.

    The word for a group may be ``ethnic minority``, and any sentence or heading may start with it.
    """
    return text[:1].upper() + text[1:]


NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip


def agreeing(number: float, one: str = "is", several: str = "are") -> str:
    """The form that goes with a number in figures: “1 is”, “0 are”, “1,101 are”."""
    return one if number == 1 else several


def counted(number: int, noun: str) -> str:
    """“1 report”, “2,120 reports”."""
    return f"{number:,} {agreeing(number, noun, f'{noun}s')}"


def people_counted(number: int) -> str:
    """“1 person”, “2,120 people”."""
    return f"{number:,} {agreeing(number, 'person', 'people')}"


def number_word(number: int) -> str:
    """“none”, “one” to “ten”, then figures."""
    return NUMBERS[number] if 0 <= number < len(NUMBERS) else f"{number:,}"


def listed(parts: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”; the parts are at least one."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def lower_first(text: str) -> str:
    """The text for the middle of a sentence; “BME share” and its like keep their capitals."""
    return text if text[:2].isupper() else text[0].lower() + text[1:]


def slug(name: str) -> str:
    """A name as part of a variable: ``east_riding`` for ``East Riding``."""
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def day_in_words(day: date) -> str:
    """“31 March 2021”."""
    return f"{day.day} {day:%B %Y}"


def runs(names: Iterable[object]) -> str:
    """The names with commas; three or more that follow each other as first and last.

    ``3.1 to 3.4, 5`` for ``3.1, 3.2, 3.3, 3.4, 5``.
    """
    groups: list[list[str]] = []
    for name in map(str, names):
        if groups and _follows(groups[-1][-1], name):
            groups[-1].append(name)
        else:
            groups.append([name])
    return ", ".join(
        f"{group[0]} to {group[-1]}" if len(group) >= SHORTEST_RUN else ", ".join(group)
        for group in groups
    )


def _follows(one: str, other: str) -> bool:
    a, b = NUMBERED.match(one), NUMBERED.match(other)
    return a is not None and b is not None and a[1] == b[1] and int(b[2]) == int(a[2]) + 1
