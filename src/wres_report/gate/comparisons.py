"""One comparison between figures, as a row of what ``agreement.json`` runs on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from wres_report.gate.results import people
from wres_report.gate.stacks import Stack
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Groups

Row = dict[str, Any]
# Tables of one trust-year: rows as plain values, None where a figure is not given or is wrong.
Tables = dict[str, list[Row]]

# Every number that a rule of agreement.json may look at.
MEASURES = (
    "bands_minus_row", "groups_minus_row", "clusters_minus_row", "cluster_bands_minus_row",
    "part_minus_whole", "appointed_minus_shortlisted", "cases_minus_workforce",
    "members_minus_board", "own_factor", "cross_factor", "n", "survey_own_distance",
    "survey_cross_distance", "ratio_own_factor", "ratio_cross_factor", "balance_factor",
    "balance_cross_factor", "workforce_change_percent", "implied_change_percent",
    "bme_share_change_pp", "bme_share_factor", "survey_change_pp", "restated_by",
    "reported_minus_data", "empty_parts", "groups_missing", "medical_missing", "rows_gone",
    "people_gone_percent", "figures_gone", "same_people", "surveys_missing", "groups_alone",
    "same_answers", "answers_per_person", "answers_minus_workforce",
    "published_minus_counts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
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


def comparisons_stack(comparisons: Iterable[tuple[TrustYear, Comparison]]) -> Stack:
    """One row for each comparison: trust, year, file, file_row, column, found, expected,
    last_year_unreadable, and the measures, NaN where one does not apply."""
    listed = list(comparisons)
    columns: dict[str, Sequence[Any]] = {
        "trust": [trust_year.code for trust_year, _ in listed],
        "year": [trust_year.year for trust_year, _ in listed],
        "file": [c.file for _, c in listed],
        "file_row": [c.row for _, c in listed],
        "column": [c.column for _, c in listed],
        "found": [c.found for _, c in listed],
        "expected": [c.expected for _, c in listed],
        "last_year_unreadable": [c.last_year_unreadable for _, c in listed],
    }
    measures = {name: [math.nan] * len(listed) for name in MEASURES}
    for position, (_, comparison) in enumerate(listed):
        for name, number in comparison.measures.items():
            measures[name][position] = number
    return Stack(columns | measures)


def first(rows: Iterable[Row], **where: Any) -> Row | None:
    """The first row in which every column of ``where`` has its value."""
    return next((r for r in rows if all(r.get(k) == v for k, v in where.items())), None)


def factor(one: float, other: float) -> float:
    """How many times the smaller of two positive numbers goes into the larger: 1 or more."""
    return max(one, other) / min(one, other)


def pair_words(groups: Groups, comparator: float | None, study: float | None) -> str:
    """“White 2,643, BME 143”, with what is given of the two."""
    given = [(groups.word, comparator), (groups.term, study)]
    return ", ".join(f"{group} {people(number)}" for group, number in given if number is not None)
