"""The words of last year's plan in this year's report: their figures stay those of last year."""

from __future__ import annotations

import pytest

from wres_report.narrative.last_year import of_last_year

VARIABLES = {
    "i2.ratio", "i2.ratio.previous", "i7.bme_percent", "i7.bme_percent.y2020",
    "workforce.bme.previous", "term.short", "facts.pairs",
}  # fmt: skip
FACTS = {"facts.pairs": "24"}


def var(key: str) -> str:
    return f"{{{{< var {key} >}}}}"


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (f"below {var('i2.ratio')}", f"below {var('i2.ratio.previous')}"),
        (var("workforce.bme"), var("workforce.bme.previous")),
        # Its question is another one since, so the report compares nothing with it.
        (var("i7.bme_percent"), var("i7.bme_percent.y2020")),
        (f"{var('facts.pairs')} pairs", "24 pairs"),
        (f"{var('term.short')} staff", f"{var('term.short')} staff"),
        # What was last year's then is in no figure of this year: it is told as unknown.
        (var("i2.ratio.previous"), var("i2.ratio.previous.previous")),
        ("no figure", "no figure"),
    ],
)
def test_a_variable_names_the_figure_that_it_stood_for_then(then: str, now: str) -> None:
    assert of_last_year(then, VARIABLES, FACTS, 2021) == now
