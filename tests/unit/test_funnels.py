"""Funnels, against scipy and statsmodels on 1,000 random countries."""

from __future__ import annotations

import math
import warnings
from functools import cache

import numpy as np
import pytest
from scipy import stats
from scipy.stats import mstats
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from wres_report.measures.funnels import (
    ALARM_LEVEL,
    WARNING_LEVEL,
    Position,
    between,
    gap_error,
    gap_funnel,
    ratio_error,
    ratio_funnel,
    share_funnel,
    winsorised,
)
from wres_report.measures.likelihood import Cases

SEEDS = range(1000)


@cache
def country(seed: int) -> tuple[list[Cases], list[Cases]]:
    """White and BME of 5 to 29 trusts, some of which scatter far more than chance."""
    random = np.random.default_rng(seed)
    trusts = int(random.integers(5, 30))
    scatter = random.choice([0.0, 0.1, 0.6])
    groups = []
    for middle in random.uniform(0.08, 0.6, size=2):
        sizes = random.integers(11, 3000, size=trusts)
        odds = math.log(middle / (1 - middle)) + random.normal(0, scatter, size=trusts)
        shares = 1 / (1 + np.exp(-odds))
        groups.append([Cases(int(random.binomial(n, p)), int(n))
                       for n, p in zip(sizes, shares, strict=True)])  # fmt: skip
    return groups[0], groups[1]


def test_shares_are_placed_as_a_test_of_one_share_would_place_them() -> None:
    for seed in SEEDS:
        groups, _ = country(seed)
        funnel = share_funnel(groups)
        assert funnel is not None
        target = sum(g.cases for g in groups) / sum(g.group for g in groups)
        assert funnel.target == pytest.approx(100 * target, rel=1e-12)
        for group, point in list(zip(groups, funnel.points, strict=True))[:3]:
            z, _ = proportions_ztest(group.cases, group.group, target, prop_var=target)
            assert (point.at - funnel.target) / point.error == pytest.approx(z, abs=1e-9)
            assert point.value == pytest.approx(100 * group.cases / group.group)


def test_the_pooled_ratio_and_its_errors_are_those_of_statsmodels() -> None:
    for seed in SEEDS:
        white, bme = country(seed)
        pairs = list(zip(white, bme, strict=True))
        funnel = ratio_funnel(pairs)
        tables = [np.array([[w.cases, w.group - w.cases], [b.cases, b.group - b.cases]], float)
                  for w, b in pairs]  # fmt: skip
        assert funnel is not None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pooled = StratifiedTable(tables).riskratio_pooled
        assert funnel.target == pytest.approx(pooled, rel=1e-9)
        for (w, b), point in list(zip(pairs, funnel.points, strict=True))[:3]:
            if point is None:
                assert 0 in (w.cases, b.cases) or w.cases == w.group or b.cases == b.group
                continue
            own = stats.contingency.relative_risk(w.cases, w.group, b.cases, b.group)
            low, high = own.confidence_interval(0.95)
            assert point.value == pytest.approx(own.relative_risk)
            assert point.error == pytest.approx(math.log(high / low) / 2 / stats.norm.ppf(0.975))


def test_the_pooled_gap_is_the_mean_of_the_gaps_by_mantel_and_haenszel() -> None:
    for seed in SEEDS:
        white, bme = country(seed)
        funnel = gap_funnel(list(zip(bme, white, strict=True)))
        assert funnel is not None
        gaps = [100 * (b.cases / b.group - w.cases / w.group)
                for w, b in zip(white, bme, strict=True)]  # fmt: skip
        weights = [1 / (1 / b.group + 1 / w.group) for w, b in zip(white, bme, strict=True)]
        assert funnel.target == pytest.approx(np.average(gaps, weights=weights))
        assert [p.value for p in funnel.placed] == pytest.approx(gaps)


def test_the_scatter_between_trusts_is_that_of_a_meta_analysis() -> None:
    """Without winsorising, about the mean by precision, it is DerSimonian and Laird's."""
    compared = 0
    for seed in SEEDS:
        groups, _ = country(seed)
        funnel = share_funnel(groups)
        assert funnel is not None
        at = np.array([p.at for p in funnel.placed])
        errors = np.array([p.error for p in funnel.placed])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            result = combine_effects(at, errors**2, method_re="dl")
        dispersion = float(np.mean(((at - result.mean_effect_fe) / errors) ** 2))
        spread = between(dispersion, list(errors))
        if spread:
            assert spread**2 == pytest.approx(result.tau2, rel=1e-6)
            compared += 1
        else:
            assert dispersion <= 1 + 2 * math.sqrt(2 / len(at))
    assert compared > 200


def test_winsorising_and_false_discoveries_are_those_of_scipy() -> None:
    for seed in SEEDS:
        groups, _ = country(seed)
        funnel = share_funnel(groups)
        assert funnel is not None
        scores = [(p.at - funnel.target) / p.error for p in funnel.placed]
        expected = mstats.winsorize(np.array(scores), limits=(0.1, 0.1))
        assert sorted(winsorised(scores, 0.1)) == pytest.approx(sorted(expected))
        assert funnel.dispersion == pytest.approx(float(np.mean(np.array(expected) ** 2)))
        chances = 2 * stats.norm.sf(np.abs([funnel.z(p) for p in funnel.placed]))
        kept = stats.false_discovery_control(chances) <= 0.05
        assert funnel.told_apart() == int(kept.sum())


def test_the_limits_are_reckoned_as_scipy_would_with_the_scatter_between_trusts_counted_in() -> (
    None
):
    widened = 0
    for seed in SEEDS:
        white, bme = country(seed)
        pairs = list(zip(white, bme, strict=True))
        for funnel in (share_funnel(white), gap_funnel(pairs), ratio_funnel(pairs)):
            assert funnel is not None
            to, back = (np.log, np.exp) if funnel.ratio else (np.asarray, np.asarray)
            at, errors = (np.array([getattr(p, n) for p in funnel.placed]) for n in ("at", "error"))
            scores = np.asarray(mstats.winsorize((at - to(funnel.target)) / errors, (0.1, 0.1)))
            spread, weights = 0.0, errors**-2.0
            if (scores**2).mean() > 1 + 2 * math.sqrt(2 / len(at)):
                room = weights.sum() - (weights**2).sum() / weights.sum()
                spread = max(0.0, ((scores**2).sum() - (len(at) - 1)) / room)
            widened += spread > 0
            for level in (WARNING_LEVEL, ALARM_LEVEL):
                expected = back(
                    stats.norm.interval(level, to(funnel.target), np.sqrt(errors[0] ** 2 + spread))
                )
                assert funnel.limits(float(errors[0]), level) == pytest.approx(tuple(expected))
    assert 500 < widened < 2500


def test_the_error_of_a_gap_is_that_of_agresti_and_caffo() -> None:
    for seed in SEEDS:
        white, bme = country(seed)
        w, b = white[0], bme[0]
        low, high = confint_proportions_2indep(
            b.cases, b.group, w.cases, w.group, method="agresti-caffo", compare="diff"
        )
        width = 2 * stats.norm.ppf(0.975) * gap_error(b, w)
        assert width == pytest.approx(high - low)


def test_a_trust_is_beyond_a_limit_exactly_where_the_limit_says_so() -> None:
    for seed in SEEDS:
        white, bme = country(seed)
        pairs = list(zip(white, bme, strict=True))
        for funnel in (share_funnel(white), gap_funnel(pairs), ratio_funnel(pairs)):
            assert funnel is not None
            for point in funnel.placed:
                low, high = funnel.limits(point.error, WARNING_LEVEL)
                far_low, far_high = funnel.limits(point.error, ALARM_LEVEL)
                assert far_low < low < funnel.target < high < far_high
                expected = (
                    Position.FAR_BELOW if point.value < far_low
                    else Position.BELOW if point.value < low
                    else Position.FAR_ABOVE if point.value > far_high
                    else Position.ABOVE if point.value > high
                    else Position.WITHIN
                )  # fmt: skip
                assert funnel.position(point) is expected


def test_trusts_that_scatter_by_chance_alone_are_rarely_beyond_the_limits() -> None:
    random = np.random.default_rng(1)
    beyond = far = widened = 0
    for _ in range(300):
        groups = [Cases(int(random.binomial(400, 0.3)), 400) for _ in range(100)]
        funnel = share_funnel(groups)
        assert funnel is not None
        widened += funnel.overdispersed
        positions = [funnel.position(point) for point in funnel.placed]
        beyond += sum(p.beyond for p in positions)
        far += sum(p in (Position.FAR_ABOVE, Position.FAR_BELOW) for p in positions)
    assert beyond / 30_000 == pytest.approx(0.05, abs=0.006)
    assert far / 30_000 == pytest.approx(0.002, abs=0.001)
    assert widened < 12  # and then by little


def test_trusts_that_scatter_more_than_chance_have_wider_limits() -> None:
    random = np.random.default_rng(2)
    shares = random.normal(0.3, 0.05, size=150)
    groups = [Cases(int(random.binomial(2000, p)), 2000) for p in shares]
    funnel = share_funnel(groups)
    assert funnel is not None
    assert funnel.overdispersed
    assert funnel.spread == pytest.approx(5, abs=1.2)
    assert sum(funnel.position(p).beyond for p in funnel.placed) < 20
    assert funnel.expected_beyond(WARNING_LEVEL) == pytest.approx(7.5)


def test_who_cannot_be_placed_is_left_out_and_few_trusts_make_no_funnel() -> None:
    some = [Cases(10, 100)] * 5
    assert share_funnel(some[:4]) is None
    funnel = share_funnel([*some, Cases(None, 100), Cases(0, 0)])
    assert funnel is not None
    assert funnel.points[5:] == (None, None)
    assert share_funnel([Cases(0, 100)] * 6) is None
    assert ratio_funnel([(Cases(0, 100), Cases(10, 100))] * 6) is None
    assert gap_funnel([]) is None
    assert ratio_error(Cases(0, 10), Cases(1, 10)) is None
    assert gap_error(Cases(0, 10), Cases(0, 10)) > 0
