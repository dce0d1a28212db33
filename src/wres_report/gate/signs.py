"""Signs and names in tables of text: what no document can show, what no variable can tell apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from wres_report.typefaces import character_in_words, without_letter
from wres_report.words import UNPRINTABLE, slug


def odd_texts(columns: Mapping[str, Sequence[Any]], names: Sequence[str]) -> dict[str, list[str]]:
    """For each row the first column with a character that no document can show, and the first
    with one that the PDF has no letter for; empty where all is well.

    Columns: control_column, letter_column, letter_column_hint.
    """
    length = len(columns[names[0]])
    control, letter, hints = [""] * length, [""] * length, [""] * length
    whole = "".join(chain.from_iterable(columns[name] for name in names))
    # All in one first: hardly any table has such a sign.
    if UNPRINTABLE.search(whole) or without_letter(UNPRINTABLE.sub("", whole)):
        for row in range(length):
            for name in reversed(names):
                text = columns[name][row]
                if UNPRINTABLE.search(text):
                    control[row] = name
                if missing := without_letter(UNPRINTABLE.sub("", text)):
                    letter[row] = name
                    hints[row] = f"It is {character_in_words(missing[0])}."
    return {"control_column": control, "letter_column": letter, "letter_column_hint": hints}


def clashes(columns: Mapping[str, Sequence[Any]]) -> list[str]:
    """For each area of ``locality`` an earlier one whose variables have the same name, or ""."""
    first: dict[tuple[str, int, str], str] = {}
    found = []
    for trust, year, area in zip(columns["trust"], columns["year"], columns["area"], strict=True):
        earlier = first.setdefault((trust, year, slug(area)), area)
        found.append(earlier if area and earlier != area else "")
    return found
