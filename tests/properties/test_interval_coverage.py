"""How often the interval of a ratio holds the true ratio, counted exactly; and its page in docs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binom

from wres_report.measures.intervals import ratio_of_shares

SIZES = ((10, 10), (10, 50), (10, 200), (25, 25), (25, 200), (50, 200))
SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
RATIOS = (0.5, 0.8, 1.0, 1.25, 2.0)
# Where the group divided by mostly has no case, there is mostly no ratio to be right about.
LEAST_CHANCE_OF_A_RATIO = 0.5

HEAD = (
    "# Interval coverage\n\n"
    "A 95% interval of a ratio should hold the true ratio in 95 of 100 years. How often it does "
    "can be counted without chance: for two groups of given sizes and given true shares, every "
    "possible table is gone through with its probability. Below, the true ratio is 0.5, 0.8, 1, "
    "1.25 or 2, "
    "and the true share of the group divided by goes from 1% to 99%.\n\n"
    "| Smaller group | Larger group | On average | At worst | At worst, the ratio being 1 |\n"
    "| --: | --: | --: | --: | --: |\n"
)
FOOT = (
    "\nThe method is the score interval of Miettinen and Nurminen; see [verdicts and intervals]"
    "(../explanation/verdicts-and-intervals.md). The log method, which is common elsewhere, falls "
    "to 35% at worst for groups of 10 and 200. `nox -s docs` counts this page anew.\n"
)


@dataclass(frozen=True)
class Coverage:
    mean: float
    worst: float
    worst_at_parity: float


def coverage(top: int, bottom: int) -> Coverage:
    x, y = np.arange(top + 1), np.arange(1, bottom + 1)
    tables = [[(a, top, b, bottom) for b in y.tolist()] for a in x.tolist()]
    ends = np.array([[ratio_of_shares(*table) for table in row] for row in tables])
    found, at_parity = [], []
    for ratio in RATIOS:
        holds = (ends[..., 0] <= ratio + 1e-9) & (ratio <= ends[..., 1] + 1e-9)
        for share in SHARES:
            if ratio * share >= 1:
                continue
            chance = np.outer(binom.pmf(x, top, ratio * share), binom.pmf(y, bottom, share))
            if chance.sum() < LEAST_CHANCE_OF_A_RATIO:
                continue
            covered = float((chance * holds).sum() / chance.sum())
            found.append(covered)
            if ratio == 1:
                at_parity.append(covered)
    return Coverage(float(np.mean(found)), min(found), min(at_parity))


@pytest.fixture(scope="module")
def measured() -> dict[tuple[int, int], Coverage]:
    return {sizes: coverage(*sizes) for sizes in SIZES}


def test_the_interval_holds_the_true_ratio_nearly_as_often_as_it_says(
    measured: dict[tuple[int, int], Coverage],
) -> None:
    for sizes, found in measured.items():
        assert 0.945 <= found.mean <= 0.98, sizes
        assert found.worst >= 0.90, sizes
        assert found.worst_at_parity >= 0.91, sizes


def test_the_page_of_coverage_is_what_is_counted(
    measured: dict[tuple[int, int], Coverage], repository: Path, request: pytest.FixtureRequest
) -> None:
    rows = [
        f"| {top:,} | {bottom:,} | {found.mean:.1%} | {found.worst:.1%} | "
        f"{found.worst_at_parity:.1%} |\n"
        for (top, bottom), found in measured.items()
    ]
    page = HEAD + "".join(rows) + FOOT
    path = repository / "docs" / "reference" / "interval-coverage.md"
    if request.config.getoption("--write-docs"):
        path.write_text(page, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == page, "run: nox -s docs"
