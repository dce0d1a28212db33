"""A word diff: what stands in the old text alone, in the new alone, and in both."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator

from wres_report.diff.model import Part, Stretch

# A variable is one word, although it holds spaces.
WORD = re.compile(r"(?:\{\{<.*?>\}\}|\S)+", re.DOTALL)
Run = tuple[bool, int, int, int, int]  # whether it is the same; from and to in each text
SHORTEST_RUN = 3
CONTEXT = 4  # words shown to either side of a change


def words_of(text: str) -> list[str]:
    """The words of a text; a variable with what clings to it is one word."""
    return WORD.findall(text)


def word_diff(
    old: str,
    new: str,
    print_old: Callable[[str], str] = str,
    print_new: Callable[[str], str] = str,
) -> tuple[Stretch, ...]:
    """The stretches of two texts; nothing where they have the same words.

    print_old, print_new: how a stretch is printed, such as with its variables filled in. Where a
    word stands in both it is printed as the new text has it. Swapping the texts swaps the
    stretches.
    """
    a, b = words_of(old), words_of(new)
    if a == b:
        return ()
    # SequenceMatcher may tell another story from the other side: always from the same one.
    if b < a:
        return tuple(_swapped(_stretches(b, a, print_new, print_old, print_new)))
    return tuple(_stretches(a, b, print_old, print_new, print_new))


def _stretches(
    a: list[str], b: list[str], print_a: Callable[[str], str], print_b: Callable[[str], str],
    print_both: Callable[[str], str],
) -> Iterator[Stretch]:  # fmt: skip
    for same, a1, a2, b1, b2 in _runs(a, b):
        if same:
            yield Part.BOTH, print_both(" ".join(a[a1:a2]))
            continue
        if a2 > a1:
            yield Part.OLD, print_a(" ".join(a[a1:a2]))
        if b2 > b1:
            yield Part.NEW, print_b(" ".join(b[b1:b2]))


def _runs(a: list[str], b: list[str]) -> list[Run]:
    """The runs of words that are the same and that are not, one after the other.

    A word or two in common between two changes are chance, and a reader sees one change.
    """
    codes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    runs: list[Run] = []
    for place, (tag, a1, a2, b1, b2) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        same = tag == "equal" and not (inside and a2 - a1 < SHORTEST_RUN)
        if runs and not same and not runs[-1][0]:
            _, first_a, _, first_b, _ = runs.pop()
            a1, b1 = first_a, first_b
        runs.append((same, a1, a2, b1, b2))
    return runs


def _swapped(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches as they are seen from the other text, what is old first."""
    waiting: list[Stretch] = []
    for part, text in stretches:
        if part is Part.OLD:
            waiting.append((Part.NEW, text))
            continue
        if part is Part.NEW:
            yield Part.OLD, text
            continue
        yield from waiting
        waiting.clear()
        yield part, text
    yield from waiting


def shortened(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The stretches with only a few words left of what stands in both."""
    found = list(stretches)
    last = len(found) - 1
    return [
        (part, _ends(text, first=place > 0, last=place < last) if part is Part.BOTH else text)
        for place, (part, text) in enumerate(found)
    ]


def _ends(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    kept = CONTEXT * (first + last)
    if len(words) <= kept + 1:
        return text
    before = " ".join(words[:CONTEXT]) if first else ""
    after = " ".join(words[-CONTEXT:]) if last else ""
    return " ".join(part for part in (before, "…", after) if part)


MARKS = {Part.BOTH: "{}", Part.OLD: "[-{}-]", Part.NEW: "{{+{}+}}"}


def marked(stretches: Iterable[Stretch]) -> str:
    """The stretches in one line: ``as [-before-] {+after+}``."""
    return " ".join(MARKS[part].format(text) for part, text in shortened(stretches))
