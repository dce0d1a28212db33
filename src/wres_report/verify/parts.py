"""The part of a file in which two builds differ, and the two plainest ways to find it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres_report.words import counted

WIDTH = 60  # characters of a line that are shown around a difference
WITHHELD = "not shown"


@dataclass(frozen=True)
class Part:
    """One place in which a file differs.

    where: in words, such as ``page 3, line 2``. before: what stands there in the outputs.
    again: what the new build has there. Both are short, and empty where words would not help.
    """

    where: str
    before: str = ""
    again: str = ""

    def within(self, place: str) -> Part:
        """The same part, told from further out: ``cell 4``, then ``line 2``."""
        return replace(self, where=f"{place}, {self.where}")

    def withheld(self) -> Part:
        """The place alone, without what stands there."""
        return Part(self.where)


def byte_parts(before: bytes, again: bytes) -> list[Part]:
    """Where two files of unknown form part: the first byte that is another."""
    if before == again:
        return []
    pairs = zip(before, again, strict=False)
    shorter = min(len(before), len(again))
    first = next((n for n, (one, other) in enumerate(pairs) if one != other), shorter)
    return [Part(f"from byte {first + 1:,}", f"{len(before):,} bytes", f"{len(again):,} bytes")]


def text_parts(before: bytes, again: bytes) -> list[Part]:
    """The lines in which two texts in UTF-8 differ; bytes where they are none."""
    try:
        return line_parts(before.decode(), again.decode()) or byte_parts(before, again)
    except UnicodeDecodeError:
        return byte_parts(before, again)


def line_parts(before: str, again: str) -> list[Part]:
    """The lines that differ. Lines that only one of the texts has are told as one part."""
    one, other = before.split("\n"), again.split("\n")
    start = _equal_at_start(one, other)
    end = _equal_at_start(one[start:][::-1], other[start:][::-1])
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    if len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True), start=start + 1)
        return [Part(f"line {n}", *excerpts(a, b)) for n, (a, b) in pairs if a != b]
    what = f"{counted(len(one), 'line')} became {counted(len(other), 'line')}"
    first = excerpts(one[0] if one else "", other[0] if other else "")
    return [Part(f"from line {start + 1}: {what}", *first)]


def excerpts(before: str, again: str) -> tuple[str, str]:
    """The stretch of both lines in which they first part; long lines are cut around it."""
    start = max(0, _equal_at_start(before, again) - WIDTH // 3)
    return _cut(before, start), _cut(again, start)


def _cut(line: str, start: int) -> str:
    shown = line[start : start + WIDTH]
    plain = "".join(c if c.isprintable() else "�" for c in shown)
    return ("…" if start else "") + plain + ("…" if start + WIDTH < len(line) else "")


def _equal_at_start(one: str | list[str], other: str | list[str]) -> int:
    shorter = min(len(one), len(other))
    return next((n for n in range(shorter) if one[n] != other[n]), shorter)
