"""What a figure may be set beside: ``comparators.csv`` of a standard, with scope and weighting.

Beside ``benchmarks.csv``, which holds the national figures that reports print. A weighted figure
and an unweighted one are two things: nothing here sets one beside the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.standard.loading import rows_of
from wres_report.standard.model import Standard

FILE = "comparators.csv"
WEIGHTED, UNWEIGHTED, AS_PRINTED = "weighted", "unweighted", "as printed"
WEIGHTINGS = (WEIGHTED, UNWEIGHTED, AS_PRINTED)
SCOPE_KINDS = ("england", "region", "benchmark_group", "icb", "ethnic_group", "occupation_group")


@dataclass(frozen=True)
class Comparator:
    """One published figure.

    indicator: empty where the question is not an indicator by itself. question, answer: of the
    survey; empty for a median. statistic: ``share`` of those who answered, or ``median`` over
    organisations. group: ``white``, ``bme`` or ``all``. scope_kind: one of ``SCOPE_KINDS``.
    value: in percent, 0 to 100. n: who answered; None for a median. organisations: of a median.
    weighting: one of ``WEIGHTINGS``. vintage: the survey whose release the figure stood in.
    certainty: ``confirmed``, read in the publication; ``stated``, worked out from a copy of it.
    """

    indicator: str
    question: str
    answer: str
    statistic: str
    group: str
    scope_kind: str
    scope: str
    wres_year: int
    value: float
    printed: str
    unit: str
    n: int | None
    organisations: int | None
    weighting: str
    basis: str
    vintage: int
    certainty: str
    source: str


def comparators(standard: Standard) -> tuple[Comparator, ...]:
    """Those that come with a standard; none where it has no such file."""
    return _read(standard.folder / FILE)


def beside(weighting: str, comparator: Comparator) -> str:
    """What must be said where a figure of this weighting stands beside the comparator; empty for
    two of one weighting."""
    if weighting == comparator.weighting and weighting != AS_PRINTED:
        return ""
    one, other = weighting or AS_PRINTED, comparator.weighting
    return f"not to be compared: the figures of the trusts are {one}, this one is {other}"


@cache
def _read(path: Path) -> tuple[Comparator, ...]:
    return tuple(map(_comparator, rows_of(path)))


def _comparator(row: dict[str, str]) -> Comparator:
    read: dict[str, Any] = {name: kind(row[name]) for name, kind in NUMBERS.items()}
    return Comparator(**{**row, **read, "printed": row["value"]})


def _whole(text: str) -> int | None:
    return int(text) if text else None


# The columns that are no text; every other is a field of the same name.
NUMBERS: dict[str, Callable[[str], float | None]] = {
    "wres_year": int, "value": float, "n": _whole, "organisations": _whole, "vintage": int,
}  # fmt: skip
