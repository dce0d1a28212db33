"""A figure with all that must go with it: unit, interval, n, status and how it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from wres_report.marks import marked

MINUS = "−"
AS_PUBLISHED = "as published"  # the note of a figure that was published without its counts
TURNED_OVER = "as published, the other way round"  # of a ratio that was published so
FROM_RATES = "from the published rates"  # of a ratio of two rates published without their counts
WITHOUT_COUNTS = (AS_PUBLISHED, TURNED_OVER, FROM_RATES)


class Unit(StrEnum):
    RATIO = "ratio"
    PERCENT = "percent"  # 0 to 100
    PP = "pp"  # percentage points, signed
    COUNT = "count"
    SCORE = "score"  # 0 to 10


class Status(StrEnum):
    OK = "ok"
    SUPPRESSED = "suppressed"  # a small number that is not shown
    NOT_CALCULABLE = "not_calculable"  # a division by zero, an empty group
    NOT_SUPPLIED = "not_supplied"  # the data has no such figure

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


DECIMALS = {Unit.RATIO: 2, Unit.PERCENT: 1, Unit.PP: 1, Unit.COUNT: 0, Unit.SCORE: 1}

PARITY = {Unit.RATIO: 1.0, Unit.PP: 0.0}  # what a figure of the unit is held against
MOST_MORE = 3  # decimals beyond those of the unit


@dataclass(frozen=True)
class Value:
    """One figure.

    value: None unless the status is ok. low, high: the interval, where there is one. n: the
    people behind the figure. source: the files it comes from, as paths in the workspace.
    note: what a reader must know beside it. decimals: printed ones, where they are not those
    of the unit. numerator: of a share of ``n``, how many it is. rows: the rows of those files,
    each as file and line, the head being 1. key: of the results, where the figure has one. made:
    of what it was made of two other figures, ``−`` or ``÷`` and the keys of both.
    """

    value: float | None
    unit: Unit
    status: Status = Status.OK
    low: float | None = None
    high: float | None = None
    n: int | None = None
    source: tuple[str, ...] = ()
    note: str = ""
    decimals: int | None = None
    numerator: float | None = None
    rows: tuple[tuple[str, int], ...] = ()
    key: str = field(default="", compare=False)
    made: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if (self.value is None) == (self.status is Status.OK):
            raise ValueError("a figure has a value exactly when its status is ok")

    @property
    def ok(self) -> bool:
        return self.status is Status.OK

    @property
    def number(self) -> float:
        """The value of a figure known to be ok; raises ValueError for any other."""
        if self.value is None:
            raise ValueError(f"the figure is {self.status.words}")
        return self.value

    @property
    def published(self) -> bool:
        """Whether it was published without its counts, or is made of such figures."""
        return self.note in WITHOUT_COUNTS

    @property
    def has_interval(self) -> bool:
        return self.low is not None and self.high is not None

    @property
    def display(self) -> str:
        """The figure as it is printed, rounded half up, or the status in words."""
        if self.value is None:
            return self.status.words
        return write(self.value, self.unit, self.decimals)

    @property
    def display_interval(self) -> str:
        """“0.43 to 0.95”, or nothing where there is no interval."""
        if self.low is None or self.high is None:
            return ""
        return self.interval_beside(PARITY.get(self.unit))

    def interval_beside(self, level: float | None) -> str:
        """As ``display_interval``, with so many decimals that no end prints as a level it is not.

        level: what the interval is held against, None for nothing. “1.00 to 1.63” that leaves
        1.00 out would be read as one that holds it: it is written “1.003 to 1.627”.
        """
        if self.low is None or self.high is None:
            return ""
        ends = (self.low, self.high)
        decimals = decimals_beside(ends, level, self.unit, self.decimals)
        low, high = (write_bare(end, self.unit, decimals) for end in ends)
        return f"{low} to {high}"

    @property
    def shown(self) -> str:
        """The figure as it is printed, marked as the one of its key."""
        return marked(self.display, self.key) if self.ok else self.display

    @property
    def shown_interval(self) -> str:
        """The interval as it is printed, marked as that of the figure."""
        return marked(self.display_interval, self.key) if self.display_interval else ""

    def named(self, key: str) -> Value:
        return replace(self, key=key)

    def made_of(self, sign: str, one: str, other: str) -> Value:
        """The figure with the keys of the two that it was made of."""
        return replace(self, made=(sign, one, other))

    def from_source(self, *source: str, rows: Iterable[tuple[str, int]] = ()) -> Value:
        """The figure with the files it comes from and, where they are known, the rows."""
        return replace(self, source=source, rows=tuple(sorted(set(rows))))


def absent(unit: Unit, status: Status = Status.NOT_SUPPLIED, note: str = "") -> Value:
    """A figure that has no value, and why."""
    return Value(None, unit, status, note=note)


def count(number: float | None) -> Value:
    """A headcount; not supplied where there is no number."""
    return absent(Unit.COUNT) if number is None else Value(number, Unit.COUNT, n=int(number))


def decimals_of(numbers: Iterable[float | None], most: int = 2) -> int | None:
    """The decimals with which no count loses a part; None where all are whole numbers."""
    known = [number for number in numbers if number is not None]
    for decimals in range(most):
        if all(abs(number - round(number, decimals)) < 1e-9 for number in known):
            return decimals or None
    return most


def first_failure(*values: Value) -> Status | None:
    """The status that stops a figure computed from these, or None where all are ok."""
    order = (Status.NOT_SUPPLIED, Status.SUPPRESSED, Status.NOT_CALCULABLE)
    failed = {value.status for value in values if not value.ok}
    return next((status for status in order if status in failed), None)


def rounded(number: float, decimals: int) -> Decimal:
    """Round half up, as a person does: 0.125 is 0.13, never 0.12."""
    # The repr, because the binary value of 0.125's neighbours would decide otherwise.
    return Decimal(repr(float(number))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def write_bare(number: float, unit: Unit, decimals: int | None = None) -> str:
    """The number with the decimals of its unit and a true minus sign, without the unit."""
    figure = rounded(number, DECIMALS[unit] if decimals is None else decimals)
    text = f"{abs(figure):,}"
    if figure == 0:
        return text
    sign = MINUS if figure < 0 else "+" if unit is Unit.PP else ""
    return sign + text


def write_plain(number: float | None, unit: Unit, decimals: int | None = None) -> str:
    """The number as a CSV file has it, without signs of print; empty where there is none."""
    if number is None:
        return ""
    return write_bare(number, unit, decimals).replace(MINUS, "-").replace(",", "").removeprefix("+")


def decimals_beside(
    numbers: Iterable[float], level: float | None, unit: Unit, decimals: int | None = None
) -> int:
    """With how many decimals none of the numbers prints as a level that it is not.

    decimals: the fewest; those of the unit where None. At most ``MOST_MORE`` are added.
    """
    fewest = DECIMALS[unit] if decimals is None else decimals
    if level is None:
        return fewest
    apart = [number for number in numbers if number != level]
    return next(
        (more for more in range(fewest, fewest + MOST_MORE)
         if all(rounded(number, more) != rounded(level, more) for number in apart)),
        fewest + MOST_MORE,
    )  # fmt: skip


def write(number: float, unit: Unit, decimals: int | None = None) -> str:
    """The number with its unit: ``36.2%``, ``−4.7 pp``, ``0.64``, ``3,029``."""
    suffix = {Unit.PERCENT: "%", Unit.PP: "\u00a0pp"}.get(unit, "")
    return write_bare(number, unit, decimals) + suffix
