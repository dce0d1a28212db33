"""One comparison between figures, as a row of the frame that ``agreement.json`` runs on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from wres_report.gate.results import people
from wres_report.gate.validation import POSITION
from wres_report.inputs.trust_year import TrustYear

Row = dict[str, Any]
# Tables of one trust-year: rows as plain values, None where a figure is not given or is wrong.
Tables = dict[str, list[Row]]

GROUPS = ("white", "bme", "unknown")
GROUP_WORDS = {"white": "White", "bme": "BME", "unknown": "unknown"}

# Every number that a rule of agreement.json may look at.
MEASURES = (
    "bands_minus_row", "groups_minus_row", "clusters_minus_row", "cluster_bands_minus_row",
    "part_minus_whole", "appointed_minus_shortlisted", "cases_minus_workforce",
    "members_minus_board", "own_factor", "cross_factor", "n", "survey_own_distance",
    "survey_cross_distance", "ratio_own_factor", "ratio_cross_factor", "balance_factor",
    "balance_cross_factor", "workforce_change_percent", "implied_change_percent",
    "bme_share_change_pp", "bme_share_factor", "survey_change_pp", "restated_by",
    "reported_minus_data",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """What was compared, and how far it is apart.

    file: from the workspace. row: the line in it, 0 where it is no single one. measures: by
    the names of ``MEASURES``; a rule looks at the one of its name. found, expected: in words.
    """

    file: str
    row: int
    column: str
    found: str
    expected: str
    measures: dict[str, float] = field(default_factory=dict)
    last_year_unreadable: str = "no"


def comparisons_frame(comparisons: Iterable[tuple[TrustYear, Comparison]]) -> pd.DataFrame:
    """One row for each comparison: trust, year, file, file_row, position, column, found,
    expected, last_year_unreadable, and the measures, NaN where one does not apply."""
    listed = list(comparisons)
    if not listed:
        return pd.DataFrame()
    frame = pd.DataFrame(
        [
            {
                "trust": trust_year.code,
                "year": trust_year.year,
                "file": c.file,
                "file_row": c.row,
                "column": c.column,
                "found": c.found,
                "expected": c.expected,
                "last_year_unreadable": c.last_year_unreadable,
                **c.measures,
            }
            for trust_year, c in listed
        ]
    )
    for measure in MEASURES:
        frame[measure] = frame[measure].astype("float64") if measure in frame else float("nan")
    frame[POSITION] = range(len(frame))
    return frame


def file_of(trust_year: TrustYear, table: str) -> str:
    return f"data/{trust_year}/{table}.csv"


def first(rows: Iterable[Row], **where: Any) -> Row | None:
    """The first row in which every column of ``where`` has its value."""
    return next((r for r in rows if all(r.get(k) == v for k, v in where.items())), None)


def factor(one: float, other: float) -> float:
    """How many times the smaller of two positive numbers goes into the larger: 1 or more."""
    return max(one, other) / min(one, other)


def pair_words(white: float | None, bme: float | None) -> str:
    """“White 2,643, BME 143”, with what is given of the two."""
    given = [("White", white), ("BME", bme)]
    return ", ".join(f"{group} {people(number)}" for group, number in given if number is not None)
