"""What a plan sets beside England's figure: the answers to one question alone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from wres_report.measures.value import Unit, Value
from wres_report.plans.layout import USUAL
from wres_report.report.parts.plan_values import PlanFigure, PlanValues
from wres_report.standard import load_standard


@pytest.mark.parametrize(
    ("year", "national_year", "beside"),
    # The question of indicator 7 is another one from WRES 2022 on.
    [(2021, 2021, 2020), (2021, 2022, None), (2022, 2021, None), (2023, 2023, 2022)],
)
def test_a_figure_of_one_question_is_not_set_beside_england_s_of_another(
    monkeypatch: pytest.MonkeyPatch, year: int, national_year: int, beside: int | None
) -> None:
    report = SimpleNamespace(
        standard=load_standard(),
        params=SimpleNamespace(national_year=national_year),
        trust_year=SimpleNamespace(year=year),
    )
    figure = PlanFigure(Value(50.0, Unit.PERCENT), "i7.bme_percent", comparable=True)
    monkeypatch.setattr(PlanValues, "figure", lambda *_: figure)
    found = PlanValues(report, USUAL).against_national(7)  # type: ignore[arg-type]
    assert (found and found[2]) == beside
