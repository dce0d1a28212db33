"""The name of a figure in the results, such as ``i8.gap.benchmark.y2019``: one reader for all.

``<stem>.<figure>`` with, behind it, ``.benchmark`` for what the figure is set beside, and one of
``.previous``, ``.change`` and ``.y2019`` for when it is of. The stem is an indicator's (``i2``,
``m10``) or a table's (``workforce``, ``plan``, ``national``).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

PREVIOUS, CHANGE, BENCHMARK = "previous", "change", "benchmark"
# The stem of England's figures: ``national.i2.ratio`` has a key behind it.
NATIONAL = "national"
PERCENT, SCORE, SHARE = "percent", "score", "share"
RATIO, GAP, DIFFERENCE, MEMBERS = "ratio", "gap", "difference", "members"
OF_NO_GROUP = (RATIO, GAP, DIFFERENCE, MEMBERS)
MEASURES = (PERCENT, SCORE, SHARE, *OF_NO_GROUP)


@dataclass(frozen=True, slots=True)
class Key:
    """A figure's name in its parts.

    stem: the indicator's or the table's part. figure: what stands behind it, all of it where it is
    of no form that is known here. benchmark: whether it is what the figure is set beside. form:
    ``previous``, ``change`` or empty. year: that of ``y2019``; 0 for none.
    """

    stem: str
    figure: str = ""
    benchmark: bool = False
    form: str = ""
    year: int = 0

    def __str__(self) -> str:
        behind = [BENCHMARK] if self.benchmark else []
        behind += [self.form] if self.form else []
        behind += [f"y{self.year}"] if self.year else []
        return ".".join([self.stem, *([self.figure] if self.figure else []), *behind])

    @property
    def number(self) -> int:
        """That of the indicator: 2 of ``i2.ratio``, 10 of ``m10.total``; 0 for no indicator's."""
        return number_of(self.stem)

    @property
    def plain(self) -> Key:
        """The figure itself: this year's, and not its benchmark."""
        return Key(self.stem, self.figure)

    @property
    def this_year(self) -> Key:
        """The same of this year: what is last year's, a change or of another year is one figure."""
        return replace(self, form="", year=0)


def read_key(text: str) -> Key:
    """A key in its parts; ``str`` of what is returned is the text again, whatever it was."""
    stem, _, rest = text.partition(".")
    parts = rest.split(".") if rest else []
    form, year, benchmark = "", 0, False
    if len(parts) > 1 and parts[-1] in (PREVIOUS, CHANGE):
        form = parts.pop()
    elif len(parts) > 1 and (year := year_of(parts[-1])):
        parts.pop()
    if len(parts) > 1 and parts[-1] == BENCHMARK:
        benchmark = bool(parts.pop())
    key = Key(stem, ".".join(parts), benchmark, form, year)
    return key if str(key) == text else Key(text)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the name of an indicator's figure says, such as ``voting_bme_percent``.

    name: all of it, without the indicator's own part. of: what it is a figure of within the
    indicator: ``voting``, ``responses``, ``clinical_8a``; empty for the whole. group: as keys write
    the groups, or ``total``; empty where it is of no one group. measure: one of ``MEASURES``, empty
    for a count of people or answers.
    """

    name: str
    of: str = ""
    group: str = ""
    measure: str = ""


def parts_of(name: str, groups: Collection[str]) -> Parts:
    """The name of a figure in its parts. groups: as keys write them, the total among them.

    Of groups that end alike, such as ``non_disabled`` and ``disabled``, the longest is meant.
    """
    rest, _, last = name.rpartition("_")
    measure = last if last in MEASURES else ""
    of = rest if measure else name
    if measure in OF_NO_GROUP:
        return Parts(name, of, "", measure)
    for group in sorted(groups, key=len, reverse=True):
        if of == group or of.endswith(f"_{group}"):
            return Parts(name, of[: -len(group)].rstrip("_"), group, measure)
    return Parts(name, of, "", measure)


def number_of(stem: str) -> int:
    """The number behind the one letter of a standard: 2 of ``i2``, 10 of ``m10``; 0 for others."""
    letter, digits = stem[:1], stem[1:]
    if not (letter.isalpha() and digits.isascii() and digits.isdigit()) or digits[0] == "0":
        return 0
    return int(digits)


def year_of(part: str) -> int:
    """The year of a part such as ``y2019``; 0 for any other."""
    digits = part[1:]
    if len(part) == 5 and part.startswith("y20") and digits.isascii() and digits.isdigit():
        return int(digits)
    return 0
