"""Ranks with their uncertainty, quartiles and medians, against scipy and statsmodels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests

from wres_report.measures.ranks import Rank, quartiles, rank_of


def by_holm(chances: np.ndarray, level: float) -> np.ndarray:
    """Which of several chances are told apart, from the smallest up to the first that is not."""
    order = np.argsort(chances)
    limits = level / np.arange(len(chances), 0, -1)
    told = np.zeros(len(chances), dtype=bool)
    told[order] = np.cumprod(chances[order] <= limits).astype(bool)
    return told


def test_ranks_are_those_of_scipy_and_their_ranges_those_of_holm() -> None:
    random = np.random.default_rng(3)
    for case in range(1000):
        trusts = int(random.integers(2, 80))
        at = np.round(random.normal(0, 3, size=trusts), 1)  # so that some are equal
        errors = random.uniform(0.2, 3, size=trusts)
        index, highest = int(random.integers(trusts)), bool(random.integers(2))
        found = rank_of(index, list(at), list(errors), highest_first=highest)
        order = -at if highest else at
        assert found.rank == stats.rankdata(order)[index]
        others = np.arange(trusts) != index
        scores = (order - order[index])[others] / np.hypot(errors, errors[index])[others]
        chances = 2 * stats.norm.sf(np.abs(scores))
        told = by_holm(chances, 0.05)
        if case % 25 == 0:  # statsmodels takes its time
            assert (told == multipletests(chances, 0.05, method="holm")[0]).all()
        assert found.low == 1 + int((told & (scores < 0)).sum())
        assert found.high == trusts - int((told & (scores > 0)).sum())
        assert found.of == trusts
        ends = np.linspace(0, trusts, 5)[1:-1]  # of the quarters; a rank is the middle of its place
        quarters = [int(np.searchsorted(ends, rank - 0.5, side="right")) + 1
                    for rank in (found.rank, found.low, found.high)]  # fmt: skip
        assert found.quarter == quarters[0]
        assert found.sure_of_quarter == (quarters[1] == quarters[2])
        assert found.low <= found.rank <= found.high


def test_the_range_holds_the_true_rank_as_often_as_it_says() -> None:
    random = np.random.default_rng(4)
    held = 0
    for _ in range(1000):
        truth = np.sort(random.normal(0, 1, size=30))
        seen = truth + random.normal(0, 0.5, size=30)
        index = int(random.integers(30))
        found = rank_of(index, list(seen), [0.5] * 30)
        held += found.low <= index + 1 <= found.high
    assert held >= 950


def test_quartiles_are_those_of_numpy_and_quarters_those_of_the_ranks() -> None:
    random = np.random.default_rng(5)
    for _ in range(1000):
        values = list(random.normal(0, 1, size=int(random.integers(1, 60))))
        assert quartiles(values) == pytest.approx(tuple(np.percentile(values, [25, 50, 75])))
    with pytest.raises(ValueError, match="no values"):
        quartiles([])


@pytest.mark.parametrize(
    ("rank", "of", "quarter"),
    [(1, 4, 1), (2, 4, 2), (4, 4, 4), (1, 1, 3), (53, 212, 1), (54, 212, 2), (212, 212, 4)],
)
def test_a_quarter_holds_a_fourth_of_the_ranks(rank: int, of: int, quarter: int) -> None:
    assert Rank(rank, rank, rank, of).quarter == quarter


def test_a_quarter_is_sure_only_where_the_whole_range_is_in_it() -> None:
    assert Rank(10, 1, 53, 212).sure_of_quarter
    assert not Rank(10, 1, 54, 212).sure_of_quarter
