"""The numbers along the axis of a chart are told apart from figures."""

from __future__ import annotations

import pytest

from wres_report.claims.scales import marks_of
from wres_report.documents.passages import Kind, Passage


def row(*cells: str, head: tuple[str, ...] = ()) -> Passage:
    return Passage(" | ".join(cells), 1, (), Kind.ROW, cells=cells, head=head or ("",) * len(cells))


@pytest.mark.parametrize(
    "cells",
    [
        ("", "0%", "10%", "20%", "30%", "40%"),
        ("favours BME applicants", "0.5", "0.67", "0.8", "1", "1.25", "1.5", "2", "favours White"),
        ("0.25", "0.5", "1", "2", "4"),
        ("−20 pp", "−10 pp", "0 pp", "+10 pp"),
        ("2017", "2018", "2019", "2020"),
    ],
)
def test_a_scale_is_seen_by_its_steps(cells: tuple[str, ...]) -> None:
    assert marks_of(row(*cells)) == [cell for cell in cells if any(sign.isdigit() for sign in cell)]


@pytest.mark.parametrize(
    "cells",
    [
        ("24.3%", "31.5%", "26.0%", "32.7%"),
        ("BME", "20%", "of", "30%", "or", "40%", "50%"),
        ("5%", "10%", "15%"),
        ("1.38", "1.50", "1.61", "1.75"),
    ],
)
def test_figures_in_a_row_are_no_scale(cells: tuple[str, ...]) -> None:
    assert marks_of(row(*cells)) == []


def test_numbers_below_the_heads_of_a_table_are_no_scale() -> None:
    assert marks_of(row("10%", "20%", "30%", "40%", head=("2018", "2019", "2020", "2021"))) == []
