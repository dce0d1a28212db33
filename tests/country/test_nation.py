"""One indicator over all trusts, against independent implementations."""

from __future__ import annotations

import re

import numpy as np
import pytest
from scipy import stats
from statsmodels.stats.multitest import multipletests

from tests.country.trusts import GROUPS, a_dozen, figures_of_trust
from wres_report.notebook.national import finding
from wres_report.peers.figure import Figure
from wres_report.peers.nation import (
    Nation,
    beyond,
    by_chance,
    middle_of,
    nation_of,
    scopes_of,
    sides_of,
)
from wres_report.peers.standing import summaries
from wres_report.standard import load_standard

YEAR = 2025


def nation(figures: list[Figure], indicator: str = "i2", year: int = YEAR) -> Nation:
    return nation_of(figures, load_standard().indicator(indicator), year)


def random_country(random: np.random.Generator, year: int, trusts: int) -> list[Figure]:
    return [
        figure
        for number in range(trusts)
        for figure in figures_of_trust(
            f"ZZ{number:02}", year, (int(random.integers(40, 250)), int(random.integers(10, 90))),
            number=number, staff=int(random.integers(500, 9000)),
        )
    ]  # fmt: skip


def test_limits_and_their_numbers_are_those_of_scipy_and_statsmodels() -> None:
    random = np.random.default_rng(5)
    for _ in range(60):
        trusts = int(random.integers(5, 60))
        family = nation(random_country(random, YEAR, trusts)).main
        assert family is not None
        funnel, counts = family.funnel, by_chance(family)
        assert funnel
        assert counts
        errors = np.array([point.error for point in funnel.placed])
        at = np.array([point.at for point in funnel.placed])
        scores = (at - np.log(funnel.target)) / np.hypot(errors, funnel.spread)
        chances = 2 * stats.norm.sf(np.abs(scores))
        placed, out, expected, far_expected, far, apart = counts
        assert placed == trusts
        assert (out, far) == (int((chances < 0.05).sum()), int((chances < 0.002).sum()))
        assert (expected, far_expected) == pytest.approx((0.05 * trusts, 0.002 * trusts))
        assert apart == int(multipletests(chances, 0.05, method="fdr_bh")[0].sum())
        named = beyond(family)
        order = np.argsort(-np.abs(scores), kind="stable")
        assert [one.figure.trust for one in named] == [
            family.figures[n].trust for n in order if chances[n] < 0.05
        ]
        for one in named:
            low, high = one.limits
            assert one.figure.value is not None
            assert not low <= one.figure.value <= high
        assert middle_of(family) == pytest.approx(np.percentile(family.values, [25, 50, 75]))


def test_the_sentences_on_limits_agree_with_their_numbers() -> None:
    random, seen = np.random.default_rng(11), set()
    for _ in range(25):
        said = " ".join(finding(nation(random_country(random, YEAR, int(random.integers(5, 9))))))
        found = re.search(r"(\d+) of (\d+) trusts (is|are) beyond the 95% limits", said)
        assert found, said
        assert (found[1] == "1") == (found[3] == "is")
        seen.add(found[3])
    assert seen == {"is", "are"}


def test_the_change_is_that_of_trusts_that_show_the_figure_in_both_years() -> None:
    random = np.random.default_rng(6)
    before, now = random_country(random, YEAR - 1, 9), random_country(random, YEAR, 12)
    now = [f._replace(value=None, status="suppressed") if f.trust == "ZZ03" else f for f in now]
    found = nation([*before, *now])
    assert found.main is not None
    change = found.change(found.main)
    then, this = ({f.trust: f.value for f in figures
                   if (f.indicator, f.measure) == ("i2", "ratio") and f.value is not None}
                  for figures in (before, now))  # fmt: skip
    moves = np.array([this[code] - then[code] for code in then if code in this])
    assert change.trusts == len(moves) == 8
    assert change.middle == pytest.approx(np.median(moves))
    assert (change.higher, change.lower) == (int((moves > 0).sum()), int((moves < 0).sum()))


def test_years_of_two_bases_are_not_compared() -> None:
    figures = [f._replace(basis="old") if f.year == YEAR - 1 else f
               for f in [*a_dozen(YEAR - 1), *a_dozen(YEAR)]]  # fmt: skip
    found = nation(figures)
    assert found.main is not None
    change = found.change(found.main)
    assert change.basis
    assert (change.middle, change.trusts) == (None, 0)
    assert nation(a_dozen(YEAR)).change(found.main).trusts == 0


def test_the_last_five_years_are_told_apart_by_their_basis() -> None:
    figures = [
        f._replace(basis="old" if f.year < YEAR - 1 else "new")
        for year in range(YEAR - 6, YEAR + 1) for f in a_dozen(year)
    ]  # fmt: skip
    years = nation(figures).years
    assert [family.year for family in years] == list(range(YEAR, YEAR - 5, -1))
    assert [family.figures[0].basis for family in years] == ["new", "new", "old", "old", "old"]
    assert {(family.group, family.measure) for family in years} == {("both", "ratio")}
    alone = figures_of_trust("ZZ00", YEAR - 1, (100, 40))
    assert [family.year for family in nation([*a_dozen(YEAR), *alone]).years] == [YEAR]


def test_the_summary_has_the_change_of_every_scope() -> None:
    random = np.random.default_rng(7)
    before, now = random_country(random, YEAR - 1, 10), random_country(random, YEAR, 12)
    rows = {(s.year, s.scope): s for s in summaries([*before, *now])
            if (s.indicator, s.measure) == ("i2", "ratio")}  # fmt: skip
    of_group = {f.trust for f in now if f.benchmark_group == GROUPS[0]}
    for scope, codes in (("all trusts", None), (f"benchmark group: {GROUPS[0]}", of_group)):
        then, this = ({f.trust: f.value for f in figures if (f.indicator, f.measure) ==
                       ("i2", "ratio") and f.value is not None and (not codes or f.trust in codes)}
                      for figures in (before, now))  # fmt: skip
        moves = np.array([this[code] - then[code] for code in then])
        row = rows[YEAR, scope]
        assert row.both_years == len(moves)
        assert row.median_change == pytest.approx(np.median(moves))
        assert (rows[YEAR - 1, scope].both_years, rows[YEAR - 1, scope].median_change) == (0, None)


def test_sides_of_parity_are_counted_by_region_and_group() -> None:
    figures = a_dozen(YEAR)
    family = nation(figures).main
    assert family is not None
    sides = {side.scope: side for side in sides_of(family)}
    ratios = [f for f in figures if (f.indicator, f.measure) == ("i2", "ratio")]
    clear = [f for f in ratios if f.low is not None and f.low > 1]
    assert (sides["All trusts"].trusts, sides["All trusts"].above) == (12, len(clear))
    assert sides[GROUPS[0]].above == sum(f.benchmark_group == GROUPS[0] for f in clear)
    assert next(name for name, _ in scopes_of(family)) == "All trusts"
    shares = nation(figures, "i1").main
    assert shares is not None
    assert sides_of(shares) == []


def test_what_is_hidden_is_named_nowhere() -> None:
    hidden = [
        f._replace(value=None, low=None, high=None, n=None, events=None, status="suppressed")
        if f.trust == "ZZ11" else f for f in a_dozen(YEAR)
    ]  # fmt: skip
    for indicator in ("i1", "i2", "i5"):
        found = nation(hidden, indicator)
        for family in found.found:
            assert "ZZ11" not in {one.figure.trust for one in beyond(family)}
            assert len(family.values) == 11
    merged = [f._replace(compared=f.trust != "ZZ11") for f in a_dozen(YEAR)]
    assert len(nation(merged).found[0].figures) == 11


def test_one_trust_is_no_country() -> None:
    alone = nation(figures_of_trust("ZZ00", YEAR, (100, 40)))
    assert alone.main is None
    assert nation([]).main is None
