"""Writes changes of the read text into its source, so that the source prints the new text.

Each change is tried by itself, from the last to the first, and is kept only where the source then
prints what the reviewer wrote, with the variables that it had.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from wres_report.markdown import escape_words
from wres_report.review.flow import LINE_BREAK, OBJECT
from wres_report.review.hunks import END, Hunk
from wres_report.review.refusing import (
    EVERYTHING,
    SYMBOL,
    UNKNOWN,
    UNWRITTEN,
    Refusal,
    refusal_of,
    touched,
)
from wres_report.review.sources import REFERENCE, Sourced, balanced, open_blocks, sourced

ITEM = re.compile(r"([ \t]*)([-*+]|\(?(?:\d{1,3}|[A-Za-z]|#)[.)])([ \t]+)")
OPENS_BLOCK = re.compile(
    r"(?:[-+*]|\d{1,9}[.)]|[A-Za-z#][.)]|[:>#=|])(?=\s|$|#|:)|:{3,}|-{3,}|={3,}"
)
# Emphasis and links that hold nothing.
EMPTY = re.compile(r"(?<![\\*_~])(\*{1,3}|_{1,3}|~~)\1(?![*_~])|\[\]\([^()\n]*\)")
ONLY_BETWEEN = re.compile(r"\s*(?:>[ \t]?)?(?:(?:[-*+]|\(?(?:\d{1,3}|[A-Za-z]|#)[.)])[ \t]+)?")


@dataclass(frozen=True)
class Outcome:
    """What became of one change. line: of the source, from 1; 0 where not known."""

    hunk: Hunk
    line: int
    refusal: Refusal | None


def patched(
    text: str, source: str, hunks: Sequence[Hunk], variables: Mapping[str, str],
    origin: Callable[[str], str], moved: Mapping[str, str] | None = None,
    *, plain: bool = False,
) -> tuple[str, list[Outcome]]:  # fmt: skip
    """The source with the changes written into it, and what became of each, in order.

    text: what the source prints. variables: what each prints, by key. origin: where a variable
    comes from, in words. moved: the source of texts that were moved, by what they print. plain:
    whether the source is a cell of a plan, which is no Markdown.
    """
    first = sourced(text, source, variables, plain=plain)
    state, outcomes = first, []
    for hunk in reversed(hunks):
        refusal = _refused(hunk, first, origin)
        if refusal is None:
            written = _tried(hunk, state, variables, moved or {}, plain)
            refusal = UNWRITTEN if written is None else None
            state = written or state
        outcomes.append(Outcome(hunk, first.line(min(hunk.start, len(text) - 1)), refusal))
    return state.source, outcomes[::-1]


def _refused(hunk: Hunk, known: Sourced, origin: Callable[[str], str]) -> Refusal | None:
    variable = touched(hunk, known.filled, known.text)
    if variable is not None:
        return refusal_of(variable, origin(variable.key))
    places = [known.at[n] for n in range(hunk.start, hunk.end) if known.text[n] != END]
    if any(place is None for place in places):
        return UNKNOWN
    if OBJECT in hunk.new:
        return SYMBOL
    if hunk.old == known.text and not hunk.new.strip():
        return EVERYTHING
    if not hunk.old and _around(hunk, known) == (None, None):
        return UNKNOWN
    return None


def _around(hunk: Hunk, known: Sourced) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """The places of the source before and behind a change."""
    before = [n for n in range(hunk.start - 1, -1, -1) if known.text[n] != END][:1]
    after = [n for n in range(hunk.end, len(known.text)) if known.text[n] != END][:1]
    return (
        known.at[before[0]] if before else None,
        known.at[after[0]] if after else None,
    )


def _tried(
    hunk: Hunk, state: Sourced, variables: Mapping[str, str], moved: Mapping[str, str], plain: bool
) -> Sourced | None:
    """The source with one change in it; None where no way of writing it prints the new text."""
    text = state.text[: hunk.start] + hunk.new + state.text[hunk.end :]
    writer = _Writer(state, hunk, moved, plain)
    for way in (writer.paragraphs_gone, writer.paragraphs_new, writer.whole, writer.signs):
        source = way()
        if source is None or (not plain and open_blocks(source) > open_blocks(state.source)):
            continue
        # A paragraph that is empty is none.
        written = sourced(text, source, variables, plain=plain)
        known_before = sum(place is None for place in state.at) - state.text.count(END)
        unknown = sum(place is None for place in written.at) - text.count(END)
        if unknown <= known_before and _keys(written) == _expected(state, hunk, writer.brought):
            return written
    return None


def _keys(known: Sourced) -> Counter[str]:
    return Counter(filled.key for filled in known.filled if filled.key != REFERENCE)


def _expected(state: Sourced, hunk: Hunk, brought: Sequence[str]) -> Counter[str]:
    gone = Counter(f.key for f in state.filled if hunk.start <= f.start and f.end <= hunk.end)
    expected = _keys(state) + Counter(brought)
    expected.subtract(gone)
    return Counter(
        {key: count for key, count in expected.items() if count > 0 and key != REFERENCE}
    )


class _Writer:
    """The ways to write one change into a source."""

    def __init__(self, known: Sourced, hunk: Hunk, moved: Mapping[str, str], plain: bool) -> None:
        self.known, self.hunk, self.moved, self.plain = known, hunk, moved, plain
        self.brought: list[str] = []
        self.source = known.source

    def paragraphs_gone(self) -> str | None:
        """Whole paragraphs are deleted: their lines go."""
        hunk, text = self.hunk, self.known.text
        if hunk.new.strip() or self.plain or not hunk.old.strip():
            return None
        start, end = hunk.start, hunk.end
        start += hunk.old.startswith(END)
        end -= hunk.old.endswith(END) and end > start
        if (start and text[start - 1] != END) or (end < len(text) and text[end] != END):
            return None
        places = [p for p in self.known.at[start:end] if p is not None]
        first = self.source.rfind("\n", 0, places[0][0]) + 1
        last = self.source.find("\n", places[-1][1])
        last = len(self.source) if last < 0 else last + 1
        others = (p for n, p in enumerate(self.known.at) if not start <= n < end and p is not None)
        if any(first <= p[0] < last for p in others):
            return None
        before, after = self.source[:first], self.source[last:]
        if not before or before.endswith("\n\n"):
            after = after.lstrip("\n") if after.startswith("\n") else after
        return before + after if after else before.rstrip("\n") + "\n"

    def paragraphs_new(self) -> str | None:
        """Whole paragraphs are inserted: they get lines of their own, as items in a list."""
        hunk, text = self.hunk, self.known.text
        if hunk.old or self.plain or END not in hunk.new:
            return None
        behind = hunk.new.startswith(END) and (hunk.start == len(text) or text[hunk.start] == END)
        before = hunk.new.endswith(END) and (not hunk.start or text[hunk.start - 1] == END)
        texts = hunk.new.strip(END).split(END)
        previous, following = _around(hunk, self.known)
        place = previous if previous is not None and (behind or before) else following
        if place is None or not (behind or before):
            return None
        line = self.source.rfind("\n", 0, place[0]) + 1
        end = self.source.find("\n", place[1])
        end = len(self.source) if end < 0 else end
        item = ITEM.match(self.source, line)
        flags = (*hunk.listed, *[False] * len(texts))
        blocks = [
            (listed and behind, self.words(words, opens=True))
            for listed, words in zip(flags, texts, strict=False)
        ]
        if place is previous:
            tail = self.source[end:]
            out, joins = self.source[:end], item is not None
            for listed, block in blocks:
                new = block if not listed else _next(item, block) if item else f"- {block}"
                out += f"\n{new}" if listed and joins else f"\n\n{new}"
                joins = listed
            in_list = blocks[-1][0] and item is not None
            return out + (tail if in_list or tail.startswith("\n\n") or not tail.strip()
                          else "\n" + tail)  # fmt: skip
        lines = "\n\n".join(block for _, block in blocks)
        return f"{self.source[:line]}{lines}\n\n{self.source[line:]}"

    def whole(self) -> str | None:
        """The change replaces a stretch of the source at one go."""
        places = self.places()
        if not places:
            return self.inserted()
        start, end = places[0][0], places[-1][1]
        if END in self.hunk.old and not self.joins():
            return None
        if not self.plain and not balanced(self.source, start, end, places):
            return None
        written = self.source[:start] + self.new() + self.source[end:]
        return written if self.hunk.new else _without_empty(written, start)

    def signs(self) -> str | None:
        """The change takes single signs out, so that what stands between them stays."""
        places = list(dict.fromkeys(self.places()))
        if not places or END in self.hunk.old:
            return None
        source, new = self.source, self.new()
        for start, end in reversed(places[1:]):
            source = source[:start] + source[end:]
        start, end = places[0]
        written = source[:start] + new + source[end:]
        return written if new else _without_empty(written, start)

    def places(self) -> list[tuple[int, int]]:
        return [p for p in self.known.at[self.hunk.start : self.hunk.end] if p is not None]

    def joins(self) -> bool:
        """Whether nothing but blank lines and marks of lists stands between the paragraphs."""
        for n in range(self.hunk.start, self.hunk.end):
            if self.known.text[n] == END:
                one = replace(self.hunk, start=n, end=n + 1)
                before, after = _around(one, self.known)
                if before is None or after is None:
                    return False
                if not ONLY_BETWEEN.fullmatch(self.source, before[1], after[0]):
                    return False
        return True

    def inserted(self) -> str | None:
        before, after = _around(self.hunk, self.known)
        if self.hunk.old == END:  # two paragraphs become one
            if before is None or after is None or not self.joins():
                return None
            return self.source[: before[1]] + self.new() + self.source[after[0] :]
        text, start = self.known.text, self.hunk.start
        at_end = start > 0 and text[start - 1] != END
        if self.hunk.old:
            return None
        if at_end and before is not None:
            outside = after is not None and self.hunk.new[:1].isspace() and start < len(text)
            gap = self.source[before[1] : after[0]] if outside and after is not None else ""
            place = after[0] if gap and after is not None and not gap.strip("*_]~^") else before[1]
        elif after is not None:
            place = after[0]
        else:
            return None
        return self.source[:place] + self.new() + self.source[place:]

    def new(self) -> str:
        """What is new, in the signs of the source."""
        opens = self.hunk.start == 0 or self.known.text[self.hunk.start - 1] == END
        parts = self.hunk.new.split(END)
        between = " | " if self.plain else "\n\n"
        return between.join(
            self.words(part, opens=(opens if n == 0 else True)) for n, part in enumerate(parts)
        )

    def words(self, text: str, *, opens: bool) -> str:
        """Words of a reviewer; those that were moved here keep the variables of their source."""
        for shown in sorted(self.moved, key=len, reverse=True):
            if shown in text:
                before, _, after = text.partition(shown)
                self.brought += re.findall(r"\{\{<\s*var\s+([^\s>]+)\s*>\}\}", self.moved[shown])
                return (
                    self.words(before, opens=opens) + self.moved[shown]
                    + self.words(after, opens=opens and not before)
                )  # fmt: skip
        if self.plain:
            return " ".join(text.replace(LINE_BREAK, " ").split("\t"))
        lines = [escape_words(line) for line in text.split(LINE_BREAK)]
        if opens and OPENS_BLOCK.match(lines[0].lstrip()):
            lines[0] = _plain_start(lines[0].lstrip())
        return "\\\n".join(lines)


def _without_empty(source: str, place: int) -> str:
    """The source without emphasis and links that hold nothing any more, from a place to the end
    of its line."""
    start = max(place - 3, 0)
    end = source.find("\n", place)
    end = len(source) if end < 0 else end
    return source[:start] + EMPTY.sub("", source[start:end]) + source[end:]


def _plain_start(line: str) -> str:
    """A line that would open a list or a heading as the words it is."""
    number = re.match(r"(\w+)([.)])", line)
    return f"{number[1]}\\{line[number.end(1) :]}" if number else f"\\{line}"


def _next(item: re.Match[str], block: str) -> str:
    """A further item of a list."""
    number = re.search(r"\d+", item[2])
    mark = item[2] if number is None else item[2].replace(number[0], str(int(number[0]) + 1))
    return f"{item[1]}{mark}{item[3]}{block}"
