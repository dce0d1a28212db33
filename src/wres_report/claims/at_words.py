"""Patterns of many words, put so that they are looked for at the start of words alone."""

from __future__ import annotations

from collections.abc import Iterator


def at_words(pattern: str) -> str:
    """The same alternatives, those that begin at a word behind one sign for that.

    So the letters inside words are passed over at once, and not once for each alternative.
    """
    known = list(_alternatives(pattern))
    words = [one for one in known if _begins_a_word(one)]
    if len(words) < 2 or any("(?P<" in one for one in known):
        return pattern
    others = [one for one in known if one not in words]
    return "|".join([rf"\b(?:{'|'.join(words)})", *others])


def _begins_a_word(one: str) -> bool:
    if one.startswith("(?:") and one.endswith(")") and len(list(_alternatives(one))) == 1:
        inner = list(_alternatives(one[len("(?:") : -1]))
        return all(alternative.startswith(r"\b") for alternative in inner)
    return one.startswith(r"\b")


def _alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern that stand in no brackets."""
    depth, start, place, listed = 0, 0, 0, False
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif listed or sign == "[":
            listed = sign != "]"
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            yield pattern[start:place]
            start = place + 1
        place += 1
    yield pattern[start:]
