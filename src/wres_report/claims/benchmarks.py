"""Names the kind of fault of a number that is given as the figure to compare with."""

from __future__ import annotations

from wres_report.claims.alternatives import Named, is_that
from wres_report.claims.claim import Claim, Fault
from wres_report.claims.figures import SURVEY, Figure, Figures
from wres_report.claims.printed import off_by_one
from wres_report.claims.vocabulary import BME


def name_benchmark(claim: Claim, figures: Figures, right: Figure) -> Named:
    """The kind of fault of a number that is not the figure to compare with."""
    number = claim.number
    assert number is not None
    for other in range(1, 10):
        if other == claim.indicator:
            continue
        for told, figure in _benchmarks(figures, other, claim.group):
            if is_that(claim, figure) and figure.unit == right.unit:
                why = f"This is the figure to compare indicator {other} with ({told})."
                return Named(Fault.WRONG_BENCHMARK, why)
    for year, figure in figures.nationals_of_any_year(claim.indicator):
        if is_that(claim, figure):
            return Named(Fault.WRONG_BENCHMARK, f"This was England's figure of WRES {year}.")
    if off_by_one(number, right.value or 0.0):
        return Named(Fault.ROUNDING, "It is one off in its last digit.")
    why = f"The figure to compare with is another ({right.note})."
    return Named(Fault.WRONG_BENCHMARK, why)


def _benchmarks(figures: Figures, indicator: int, group: str) -> list[tuple[str, Figure]]:
    if indicator in SURVEY:
        own = [("benchmark group", figures.get(f"i{indicator}.{group or BME}_percent.benchmark"))]
    else:
        own = []
    return own + [
        (f"WRES {year}", figure) for year, figure in figures.nationals_of_any_year(indicator)
    ]
