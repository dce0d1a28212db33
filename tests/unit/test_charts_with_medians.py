"""Medians of other trusts come into charts that were drawn without them, and fit their scales."""

from __future__ import annotations

import json

import pytest

from tests.unit.test_charts import DRAWINGS, NAMES, likelihood, percent, ratio
from wres_report.charts.bands import bands_chart
from wres_report.charts.codec import chart_as_data, chart_of_data
from wres_report.charts.forms import drawn
from wres_report.charts.medians import with_line, with_strokes
from wres_report.charts.rows import RowsChart
from wres_report.charts.survey import survey_chart

YEAR = "2020"


def survey(**benchmark: float) -> RowsChart:
    return survey_chart(
        {
            "comparator": {2020: percent(20), 2019: percent(21)},
            "study": {2020: percent(24), 2019: percent(25)},
        },
        {group: percent(value) for group, value in benchmark.items()}, frozenset(), names=NAMES,
        title="t", subtitle="s",
    )  # fmt: skip


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_read_back_is_drawn_the_same(name: str) -> None:
    chart = DRAWINGS[name]()
    read = chart_of_data(json.loads(json.dumps(chart_as_data(chart))))
    assert drawn(read) == drawn(chart)


def test_strokes_are_drawn_in_the_rows_of_this_year_alone_with_their_words() -> None:
    chart = with_strokes(survey(), {"comparator": 18.0, "study": 27.0}, "median of ten", YEAR)
    assert [entry.median for entry in chart.entries()] == [18.0, 27.0, None, None]
    assert ("median", "stroke: median of ten") in chart.legend()
    assert chart.scale == survey().scale
    ratios = with_strokes(
        likelihood(ratio(1.2), ("England", ratio(1.5))), {"study": 1.4}, "median", ""
    )
    assert [entry.median for entry in ratios.entries()] == [1.4, None]


def test_a_median_that_the_scale_does_not_hold_makes_it_longer() -> None:
    wide = with_strokes(survey(), {"study": 77.0}, "median", YEAR)
    assert not wide.scale.is_above(77)
    far = with_strokes(likelihood(ratio(1.2)), {"study": 4.5}, "median", "")
    assert not far.scale.is_above(4.5)
    assert far.scale.low * far.scale.high == pytest.approx(1)


def test_strokes_of_the_trusts_own_stay_and_another_year_gets_none() -> None:
    own = survey(study=31.0)
    assert with_strokes(own, {"study": 27.0}, "median", YEAR) == own
    assert with_strokes(survey(), {"study": 27.0}, "median", "2021") == survey()


def test_a_median_of_the_whole_is_a_line_through_all_bands() -> None:
    chart = bands_chart([("Clinical", [("5", percent(20)), ("9", percent(9))])], percent(21),
                        title="t", subtitle="s")  # fmt: skip
    drawn_in = with_line(chart, 44.0, "median of ten trusts")
    assert ("across", "dotted line: median of ten trusts") in drawn_in.legend()
    assert not drawn_in.scale.is_above(44)
    for form in ("wide", "narrow", "print"):
        words = drawn(drawn_in)[form]
        assert "dotted line: median of ten trusts" in words
        assert words.count("stroke-dasharray") == drawn(chart)[form].count("stroke-dasharray") + 2
