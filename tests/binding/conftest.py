"""Figures of a trust-year as a report has them, and their variables."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wres_report.claims.figures import Figure, Figures
from wres_report.measures.value import Unit, write
from wres_report.narrative.binding.check import check_text
from wres_report.narrative.binding.remark import Remark

VALUES = {
    "i2.ratio": Figure(1.43, "ratio", low=1.2, high=1.7),
    "i2.white_percent": Figure(19.63, "percent"),
    "i2.bme_percent": Figure(13.74, "percent"),
    "i5.white_percent": Figure(24.3, "percent", low=22.5, high=26.2),
    "i5.bme_percent": Figure(31.5, "percent", low=26.9, high=36.5),
    "i5.bme_percent.previous": Figure(29.1, "percent"),
    "i5.bme_percent.y2019": Figure(29.1, "percent"),
    "i5.bme_percent.benchmark": Figure(28.9, "percent"),
    "i5.gap": Figure(7.2, "pp", low=2.0, high=12.4),
    "workforce.bme": Figure(1101.0, "count"),
}
VARIABLES = {
    key: write(figure.value or 0.0, Unit(figure.unit)) for key, figure in VALUES.items()
} | {"facts.sites": "79"}
Check = Callable[..., list[Remark]]


@pytest.fixture(scope="session")
def figures() -> Figures:
    return Figures("ZZX", 2021, "BME", VALUES)


@pytest.fixture(scope="session")
def check(figures: Figures) -> Check:
    def check(text: str, name: str = "indicator-5") -> list[Remark]:
        return check_text(text, f"data/ZZX/2021/narrative/{name}.md", VARIABLES, figures)

    return check
