"""Lines of words, and lines joined to text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from wres_report.documents.lines import with_ends
from wres_report.documents.normalising import is_note_mark
from wres_report.documents.pdf.words import HYPHEN, RAISED, SMALLER, Word

# Of the size of the letters: how far baselines may differ, and how wide a space between words is.
SAME_LINE, WIDEST_SPACE, HIGHEST = 0.3, 0.85, 0.7
KEEPS_HYPHEN = {"non", "self", "co", "anti", "pre", "post", "cross", "part", "full", "year",
                "short", "well", "long", "multi", "under", "over", "inter"}  # fmt: skip
BROKEN_WORD = re.compile(rf"(\W*[\w’/-]+)[{HYPHEN}\u00ad-]+$")
BROKEN_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}[.,]$")


@dataclass(frozen=True)
class Segment:
    """Words of one line with no wide gap between them. y: the baseline. text: with spaces."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    y: float
    size: float
    text: str

    @classmethod
    def of(cls, words: Sequence[Word]) -> Segment:
        longest = max(words, key=lambda word: len(word.text))
        return cls(
            tuple(words), words[0].x0, words[-1].x1, longest.y, longest.size,
            " ".join(word.text for word in words),
        )  # fmt: skip


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by lines, from the top; within a line from the left, marks of notes left out."""
    found: list[list[Word]] = []
    best: list[Word] = []  # of each line the word that says where its baseline is
    for word in sorted(words, key=lambda w: (-w.y, w.x0)):
        for n in range(len(found) - 1, max(len(found) - 4, -1), -1):
            size = best[n].size if best[n].size > word.size else word.size
            if abs(best[n].y - word.y) <= SAME_LINE * size:
                found[n].append(word)
                if len(word.text) * word.size > len(best[n].text) * best[n].size:
                    best[n] = word
                break
        else:
            found.append([word])
            best.append(word)
    order = sorted(range(len(found)), key=lambda n: -best[n].y)
    lines = [_without_marks(sorted(found[n], key=lambda w: w.x0)) for n in order]
    return [
        line
        for line, below in zip_longest(lines, lines[1:], fillvalue=())
        if line and not _are_marks(line, below)
    ]


def _are_marks(line: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether a line is nothing but marks of notes that stand high above the next."""
    if not below or not all(is_note_mark(word.text) for word in line):
        return False
    size = max(word.size for word in below)
    return line[0].size < SMALLER * size and line[0].y - below[0].y < HIGHEST * size


def _without_marks(line: list[Word]) -> list[Word]:
    size = max(word.size for word in line)
    if all(word.size >= SMALLER * size for word in line):
        return line
    base = min(word.y for word in line if word.size >= SMALLER * size)
    return [
        word
        for word in line
        if not (
            word.size < SMALLER * size and word.y - base > RAISED * size and is_note_mark(word.text)
        )
    ]


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The segments of all lines, from the top and from the left."""
    found = []
    for line in lines_of(words):
        start = 0
        for n in range(1, len(line) + 1):
            if n == len(line) or line[n].x0 - line[n - 1].x1 > WIDEST_SPACE * min(
                line[n].size, line[n - 1].size
            ):
                found.append(Segment.of(line[start:n]))
                start = n
    return found


def joined_lines(
    lines: Sequence[Sequence[Word]], *, in_cell: bool = False, known: frozenset[str] = frozenset()
) -> str:
    """The text of lines that follow each other. known: words of the document, in small letters."""
    texts = [" ".join(word.text for word in line) for line in lines]
    return joined_texts(texts, in_cell=in_cell, known=known)


def joined_texts(
    texts: Sequence[str], *, in_cell: bool = False, known: frozenset[str] = frozenset()
) -> str:
    text = ""
    for line in texts:
        text = joined(text, line, in_cell=in_cell, known=known) if text else line
    return with_ends(re.sub(f"[{HYPHEN}]", "-", text))


def joined(
    text: str, line: str, *, in_cell: bool = False, known: frozenset[str] = frozenset()
) -> str:
    """Two lines as one: words that were broken are whole again, and figures."""
    first, last = line.split(" ", 1)[0], text.rpartition(" ")[2]
    if (broken := BROKEN_WORD.match(last)) and first[:1].isalnum():
        start = broken[1].rstrip("-")
        head = text[: len(text) - len(last)] + start
        return head + ("-" if _keeps(start, first, known) else "") + line
    if BROKEN_FIGURE.search(last) and re.match(r"\d+(?:\s?%|$)" if not in_cell else r"\d", line):
        return text + line
    return f"{text} {line}"


def _keeps(start: str, first: str, known: frozenset[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word."""
    end = re.match(r"[\w’]*", first)
    last = re.split(r"[-\s]", start)[-1].lower()
    whole = f"{last}{end[0] if end else ''}".lower()
    if not first[:1].islower() or not start[-1:].isalpha():
        return True
    if whole in known:
        return False
    if f"{last}-{end[0] if end else ''}".lower() in known or last in KEEPS_HYPHEN:
        return True
    return "-" in start
