"""Which changes of the trust's own words must not be written, because a figure is no word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wres_report.review.hunks import END, Hunk
from wres_report.review.sources import REFERENCE, Filled

GLUED = re.compile(r"[\w%]")
WORDS = re.compile(r"\w")
DIGIT = re.compile(r"\d")
SENTENCE_END = re.compile(r"[.!?…:][\"”’')\]]*$")


@dataclass(frozen=True)
class Refusal:
    """Why a change is not written. key: of the variable that it touches; empty where none."""

    reason: str
    key: str = ""


UNWRITTEN = Refusal(
    "This cannot be written without a person: the words stand amid signs of Markdown, or in "
    "another paragraph."
)
UNKNOWN = Refusal("The narrative does not print these words any more: it has changed since.")
EVERYTHING = Refusal(
    "Nothing would be left of these words. If that is meant, delete the file or empty the cell."
)

SYMBOL = Refusal(
    "It holds a sign of a symbol font, which is no letter elsewhere: write the sign by hand."
)


def touched(hunk: Hunk, filled: list[Filled], text: str) -> Filled | None:
    """The variable that a change alters: reaches into, replaces, or grows by a sign.

    One that goes with the words around it is not altered.
    """
    for variable in filled:
        within = hunk.start < variable.end and hunk.end > variable.start
        if within and not _goes_with_its_words(hunk, variable):
            return variable
        if within:
            continue
        if not hunk.old and hunk.start == variable.start and GLUED.match(hunk.new[-1:]):
            return variable
        # “31.5%” with “ of” behind it stays what it is; with “5” behind it it does not.
        if hunk.start == variable.end and GLUED.match(hunk.new[:1]):
            return variable
        if hunk.end == variable.start and hunk.old and GLUED.match(hunk.new[-1:]):
            return variable
        if hunk.start < hunk.end == variable.start and not hunk.new and _meets(text, hunk):
            return variable
    return None


def _goes_with_its_words(hunk: Hunk, variable: Filled) -> bool:
    whole = hunk.start <= variable.start and variable.end <= hunk.end
    others = hunk.old[: variable.start - hunk.start] + hunk.old[variable.end - hunk.start :]
    if not whole or not WORDS.search(others):
        return False
    # Another sentence may come in its place, but not another figure.
    return not WORDS.search(hunk.new) or (hunk.sentences and not DIGIT.search(hunk.new))


def _is_sentences(hunk: Hunk, text: str) -> bool:
    """Whether what goes begins and ends as sentences do."""
    before, after = text[: hunk.start].rstrip(" "), text[hunk.end :]
    begins = not before or before.endswith(END) or bool(SENTENCE_END.search(before))
    ends = not after or after.startswith(END) or bool(SENTENCE_END.search(hunk.old.rstrip()))
    return begins and ends


def apart(hunks: Iterable[Hunk], filled: Sequence[Filled], text: str) -> list[Hunk]:
    """The changes, parted around each variable that what is new says again: it stays as it is.

    filled: the variables of the text that the places of the changes are of.
    """
    of_sentences = [replace(hunk, sentences=_is_sentences(hunk, text)) for hunk in hunks]
    return [part for hunk in of_sentences for part in _around_kept(hunk, filled)]


def _around_kept(hunk: Hunk, filled: Sequence[Filled]) -> Iterator[Hunk]:
    if hunk.kind == "replacement" and END not in hunk.old + hunk.new:
        for variable in filled:
            if not hunk.start <= variable.start < variable.end <= hunk.end:
                continue
            at = variable.start - hunk.start
            shown = hunk.old[at : at + variable.end - variable.start]
            again = re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(shown)}(?!\w|[.,]\d|%)", hunk.new)
            if again is None or not WORDS.search(shown):
                continue
            first = replace(
                hunk, end=variable.start, old=hunk.old[:at], new=hunk.new[: again.start()]
            )
            rest = replace(
                hunk, start=variable.end, old=hunk.old[at + len(shown) :],
                new=hunk.new[again.end() :],
            )  # fmt: skip
            if first.old != first.new:
                yield first
            if rest.old != rest.new:
                yield from _around_kept(rest, filled)
            return
    yield hunk


def _meets(text: str, hunk: Hunk) -> bool:
    """Whether a deletion would let two words run into one."""
    before = text[hunk.start - 1 : hunk.start]
    return bool(GLUED.match(before)) and not hunk.old[:1].isspace()


def refusal_of(variable: Filled, source: str) -> Refusal:
    """source: where the value of the variable comes from, in words; empty where not known."""
    if variable.key == REFERENCE:
        return Refusal("The report numbers its sections, tables and figures by itself.")
    of = f" from {source}" if source else ""
    return Refusal(
        f"“{variable.key}” is filled in{of}: change it there, and build again.", variable.key
    )
