"""The interval of a ratio, held against other implementations, and how often it is right."""

from __future__ import annotations

import itertools
import math
import random
import warnings
from collections.abc import Iterator

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.stats import binom, chi2, fisher_exact, pearsonr

from wres_report.measures.intervals import ratio_of_shares, smallest_expected
from wres_report.measures.likelihood import Cases, relative_likelihood

Table = tuple[int, int, int, int]
LIMIT = chi2.ppf(0.95, 1)
SMALL = 12


def small_tables() -> Iterator[Table]:
    """Every two by two table of groups of up to twelve with somebody to divide by."""
    for top, bottom in itertools.product(range(1, SMALL + 1), repeat=2):
        for x, y in itertools.product(range(top + 1), range(1, bottom + 1)):
            yield x, top, y, bottom


def larger_tables(number: int) -> Iterator[Table]:
    chance = random.Random(1985)
    for _ in range(number):
        top, bottom = (round(10 ** chance.uniform(1, 4)) for _ in range(2))
        yield chance.randint(0, top), top, chance.randint(1, bottom), bottom


def within(table: Table) -> bool:
    """Whether both groups have cases and others: where statsmodels finds both ends."""
    x, top, y, bottom = table
    return 0 < x < top and 0 < y < bottom


def test_the_interval_is_that_of_statsmodels_for_small_and_for_large_groups() -> None:
    from statsmodels.stats.proportion import confint_proportions_2indep

    tables = [t for t in itertools.chain(small_tables(), larger_tables(5000)) if within(t)]
    assert len(tables) > 8000
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for table in tables:
            theirs = confint_proportions_2indep(*table, method="score", compare="ratio")
            # Its search ends at five decimals of the logarithm or so; the test below is exact.
            assert ratio_of_shares(*table) == pytest.approx(theirs, rel=1e-3), table


def score_by_search(ratio: float, table: Table) -> float:
    """The score statistic, the likeliest shares under the ratio being searched for by number."""
    x, top, y, bottom = table

    def improbability(share: float) -> float:
        return -float(
            binom.logpmf(x, top, min(ratio * share, 1.0)) + binom.logpmf(y, bottom, share)
        )

    best = minimize_scalar(
        improbability, bounds=(0, min(1, 1 / ratio)), method="bounded", options={"xatol": 1e-12}
    )
    share = best.x
    variance = ratio * share * (1 - ratio * share) / top + ratio**2 * share * (1 - share) / bottom
    people = top + bottom
    return (x / top - ratio * y / bottom) ** 2 / (variance * people / (people - 1))


EDGES = [table for table in small_tables() if not within(table)]


@pytest.mark.parametrize("table", random.Random(7).sample(EDGES, 150))
def test_where_it_happened_to_nobody_or_to_everybody_the_ends_are_those_of_the_test(
    table: Table,
) -> None:
    low, high = ratio_of_shares(*table)
    ends = [end for end in (low, high) if end > 0]
    assert ends
    for end in ends:
        assert score_by_search(end, table) == pytest.approx(LIMIT, rel=2e-3)
    assert low > 0 or table[0] == 0


@pytest.mark.parametrize("table", [(10, 10, 900, 1000), (6, 6, 85, 100), (100, 100, 2, 2)])
def test_a_small_group_in_which_it_happened_to_everybody_is_not_certain(table: Table) -> None:
    x, top, y, bottom = table
    value = relative_likelihood(Cases(x, top), Cases(y, bottom))
    assert value.low < 1 < value.high
    assert fisher_exact([[x, top - x], [y, bottom - y]]).pvalue > 0.3


def test_parity_is_left_out_exactly_where_the_chi_squared_test_with_n_less_one_rejects_it() -> None:
    for table in itertools.chain(small_tables(), larger_tables(500)):
        x, top, y, bottom = table
        if x + y == top + bottom:
            continue
        # The N − 1 chi-squared is the correlation of group and outcome, squared, times N − 1.
        people = top + bottom
        cases = x + y
        correlation = (x * bottom - y * top) / math.sqrt(top * bottom * cases * (people - cases))
        statistic = correlation**2 * (people - 1)
        if abs(statistic - LIMIT) < 1e-9:
            continue
        low, high = ratio_of_shares(*table)
        assert (low <= 1 <= high) == (statistic <= LIMIT), table


def test_the_correlation_of_the_test_above_is_the_one_of_scipy() -> None:
    group, outcome = [1] * 7 + [0] * 9, [1] * 5 + [0] * 2 + [1] * 3 + [0] * 6
    expected = (5 * 9 - 3 * 7) / math.sqrt(7 * 9 * 8 * 8)
    assert pearsonr(group, outcome).statistic == pytest.approx(expected)


def test_the_smallest_expected_number_is_that_of_the_table_of_independence() -> None:
    for x, top, y, bottom in itertools.islice(larger_tables(200), 200):
        table = np.array([[x, top - x], [y, bottom - y]])
        expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
        assert smallest_expected(x, top, y, bottom) == pytest.approx(expected.min())


def test_halves_of_a_two_year_average_go_in_as_they_are() -> None:
    between = relative_likelihood(Cases(8.5, 100), Cases(10, 200))
    below = relative_likelihood(Cases(8, 100), Cases(10, 200))
    above = relative_likelihood(Cases(9, 100), Cases(10, 200))
    assert below.low < between.low < above.low
    assert below.high < between.high < above.high
