"""Names exchanged in a text, with where each place of it was before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """What is exchanged, and for what: words, of which ``<who>`` keeps a part, or what a function
    makes of it."""

    pattern: re.Pattern[str]
    words: str | Callable[[re.Match[str]], str]

    def of(self, match: re.Match[str]) -> str:
        """What stands for a match."""
        if not isinstance(self.words, str):
            return self.words(match)
        return self.words.replace("<who>", match["who"]) if "<who>" in self.words else self.words


@dataclass(frozen=True)
class Exchanged:
    """A text with names exchanged. spans: where what was exchanged stands in it and stood before:
    start and end here, start and end there."""

    text: str
    spans: tuple[tuple[int, int, int, int], ...]

    def before(self, position: int) -> int:
        """Where a place of this text was in the one that it was made of."""
        moved = 0
        for start, end, first, last in self.spans:
            if position < start:
                break
            if position < end:
                return first
            moved = last - end
        return position + moved


def exchanged(text: str, rules: Iterable[Rule]) -> Exchanged:
    """The text with every rule applied once; where two meet, the earlier one."""
    found = [(match.start(), order, match, rule) for order, rule in enumerate(rules)
             for match in rule.pattern.finditer(text)]  # fmt: skip
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    last = length = 0
    for start, _, match, rule in sorted(found, key=lambda entry: entry[:2]):
        if start < last:
            continue
        words = rule.of(match)
        parts += [text[last:start], words]
        length += start - last
        spans.append((length, length + len(words), start, match.end()))
        length, last = length + len(words), match.end()
    return Exchanged("".join((*parts, text[last:])), tuple(spans))
