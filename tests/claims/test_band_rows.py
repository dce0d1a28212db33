"""A row of a pay band is told by its own figures: of all staff, of clinical or of other ones."""

from __future__ import annotations

import pytest

from wres_report.claims.audit import read_claims
from wres_report.claims.claim import Verdict
from wres_report.claims.engine import Read
from wres_report.claims.figures import Figures
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document

COUNTS = "| Band | White | BME | Unknown |"


def row(figures: Figures, head: str, cells: str, heading: str = "Metric 1") -> Read:
    lines = [f"## {heading}", "", head, "| --- | --- | --- | --- |", cells]
    collector = Collector()
    read_lines(list(enumerate(lines, 1)), collector)
    return read_claims(Document("table.md", "line", tuple(collector.passages)), figures)[-1]


def verdicts(read: Read) -> list[tuple[str, Verdict]]:
    return [(found.found, found.verdict) for found in read.findings]


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (COUNTS, "| Band 5 | 768 | 311 | 51 |"), (COUNTS, "| Band 5 | 644 | 291 | 45 |"),
        (COUNTS, "| Band 5 | 124 | 20 | 6 |"),
        ("| AfC | White % | BME % | Not stated % |", "| Band 5 | 68.0 | 27.5 | 4.5 |"),
    ],
)  # fmt: skip
def test_a_row_agrees_where_one_part_has_all_of_it(
    head: str, cells: str, invented: Figures
) -> None:
    read = row(invented, head, cells)
    assert [verdict for _, verdict in verdicts(read)] == [Verdict.AGREES] * 3
    assert not read.left


def test_one_figure_that_is_of_no_part_is_accused_beside_the_others(invented: Figures) -> None:
    read = row(invented, COUNTS, "| Band 5 | 768 | 113 | 51 |")
    assert verdicts(read) == [
        ("768", Verdict.AGREES), ("113", Verdict.CONTRADICTS), ("51", Verdict.AGREES),
    ]  # fmt: skip
    assert read.findings[1].expected == "311"
    assert read.passage.text[read.findings[1].start :].startswith("113")


@pytest.mark.parametrize(
    ("head", "cells", "heading"),
    [
        (COUNTS, "| Band 5 | 768 | 20 | 51 |", "Metric 1"),  # of non-clinical staff
        (COUNTS, "| Band 5 | 700 | 300 | 51 |", "Metric 1"),
        (COUNTS, "| Band 5 | 768 | 113 | 51 |", "Metric 1 in March 2020"),
        ("| Band | White 2020 | BME 2020 | Unknown 2020 |", "| Band 5 | 768 | 113 | 51 |", "1"),
        (COUNTS, "| Bands 5 and 6 | 768 | 113 | 51 |", "Metric 1"),
        (COUNTS, "| VSM | 9 | 1 | 0 |", "Metric 1"),
    ],
)
def test_a_row_that_may_be_of_something_else_is_left(
    head: str, cells: str, heading: str, invented: Figures
) -> None:
    read = row(invented, head, cells, heading)
    assert not read.findings
    assert len(read.left) == 3
