"""Every generated sentence is read back by an oracle that knows nothing of how it was written."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from tests.truth.conftest import FEW, Trusts
from tests.truth.facts import Facts
from tests.truth.intervals import Rate, newcombe, score_ratio, wilson
from tests.truth.of_all import wrong_number
from tests.truth.of_answers import wrong_trend
from tests.truth.oracle import read_back
from tests.truth.page import Page, Sentence, read_page, sentences_of
from tests.truth.planted import PLANTS, Plant, planted
from tests.truth.saying import Case, judged

OF_THE_REPOSITORY = (
    "LON/2020", "R1L/2021", "RV9/2021", "RX7/2023", "RYC/2017", "ZZX/2020", "ZZX/2021",
)  # fmt: skip
SEED = 13
# So many falsehoods are planted where not all are: each costs the making of a report or more.
IN_EVERY_RUN = 6


@pytest.mark.parametrize("name", OF_THE_REPOSITORY)
def test_no_sentence_of_a_report_of_the_repository_is_false(
    built: Path, repository: Path, name: str
) -> None:
    reading = read_back(built / name / "index.html", built.parent, name, repository)
    assert reading.false == []
    assert reading.unjudged_that_state == []


def test_no_sentence_of_a_random_trust_is_false(trusts: Trusts, tmp_path: Path) -> None:
    false, unjudged, understood = [], [], 0
    for trust_year in trusts.passed:
        reading = trusts.read(trust_year, tmp_path / str(trust_year))
        false += [(str(trust_year), *found) for found in reading.false]
        unjudged += [(str(trust_year), text) for text in reading.unjudged_that_state]
        understood += reading.judged
    assert false == []
    assert unjudged == []
    assert understood > 50 * len(trusts.passed)


def _chosen(config: pytest.Config) -> tuple[Plant, ...]:
    if config.getoption("--truth"):
        return PLANTS
    return tuple(random.Random(SEED).sample(PLANTS, IN_EVERY_RUN))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "plant" in metafunc.fixturenames:
        metafunc.parametrize("plant", _chosen(metafunc.config), ids=str)


def test_a_planted_falsehood_is_found(plant: Plant, trusts: Trusts, tmp_path: Path) -> None:
    few = [year for year in trusts.passed if int(year.code[1:]) in FEW]
    with planted(plant):
        assert any(trusts.read(year, tmp_path / str(year)).false for year in few)


def test_there_are_at_least_forty_falsehoods_to_plant() -> None:
    assert len({plant.what for plant in PLANTS}) >= 40
    assert len({(plant.module, plant.right, plant.wrong) for plant in PLANTS}) == len(PLANTS)


def test_a_plant_is_taken_out_again(trusts: Trusts, tmp_path: Path) -> None:
    year = next(iter(trusts.passed))
    before = trusts.read(year, tmp_path / "before")
    for plant in PLANTS[:3]:
        with planted(plant):
            pass
    after = trusts.read(year, tmp_path / "after")
    assert (before.false, before.judged) == (after.false, after.judged)


def test_a_report_made_quickly_says_what_a_built_one_says(built: Path, tmp_path: Path) -> None:
    from tests.truth.quick import Quick
    from wres_report.inputs.trust_year import TrustYear

    year = TrustYear.parse("RV9/2021")
    quick = Quick(built.parent)
    quick.report(year, quick.checked([year])[year], tmp_path)
    ours, theirs = (read_page(p / "index.html") for p in (tmp_path, built / "RV9/2021"))
    assert [s.text for s in ours.sentences] == [s.text for s in theirs.sentences]
    assert ours.tables == theirs.tables


def _case(text: str, section: str, facts: Facts) -> Case:
    return Case(facts, Page(), Sentence(text, (section,), "p", text))


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("The gap, BME minus White, is +8.2 pp (95% interval +2.6 to +12.4).", "sec-i5"),
        ("The relative likelihood, BME ÷ White, is 1.38 (95% interval 1.18 to 1.60), where 1.00 is "
         "parity.", "sec-i2"),
        ("Of the nine indicators, seven are worse for BME staff, none is better and two are too "
         "uncertain to say.", "sec-glance"),
        ("The board mirrors the workforce, to the nearest seat.", "sec-glance"),
        ("1,101 of 5,188 staff are BME: 12.2% of the workforce.", "sec-i1"),
        ("Between the 2017 and 2020 surveys the BME figure rose in each year.", "sec-i5"),
        ("The plan has 9 actions: 1 Not started, 2 At risk, 6 On track.", "sec-standing"),
        ("No action names indicator 2.", "sec-glance"),
    ],
)  # fmt: skip
def test_a_false_sentence_is_called_false(text: str, section: str, repository: Path) -> None:
    facts = Facts(repository, "ZZX", 2021, repository)
    assert judged(_case(text, section, facts))


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("1 of 10 voting board members is BME.", True),
        ("1 of 10 voting board members are BME.", False),
        ("0 of 10 voting board members are BME.", True),
        ("2 of 10 voting board members is BME.", False),
        ("1 of 6 trusts are beyond the 95% limits.", False),
        ("1 have no lead.", False),
        ("The plan has 1 actions.", False),
        ("Of 1,001 trusts 21 actions are dated.", True),
    ],
)
def test_a_number_that_its_verb_or_noun_does_not_agree_with_is_found(text, agrees) -> None:
    assert (not list(wrong_number(text))) == agrees


def test_a_sentence_without_a_rule_is_not_judged(repository: Path) -> None:
    facts = Facts(repository, "ZZX", 2021, repository)
    assert judged(_case("Most of the nine are fine.", "sec-glance", facts)) is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([33.2, 20.0, 24.0], "rose, then fell, and ends lower"),
        ([10.0, 11.0, 11.0], "rose in each year"),
        ([10.0, 12.0, 11.0], "rose, then fell, and ends lower"),
        ([10.0, 12.0, 12.0, 11.0], "rose, though not in each year"),
        ([10.0, 12.0, 11.0, 13.0, 9.0], "fell at first, then went up and down, and ends lower"),
    ],
)
def test_words_against_the_order_of_years_are_false(values: list[float], words: str) -> None:
    assert list(wrong_trend(values, words))


def test_the_intervals_of_the_oracle_are_those_of_statsmodels() -> None:
    one, other = Rate(17, 47), Rate(198, 855)
    assert wilson(one, 0.95) == pytest.approx(proportion_confint(17, 47, method="wilson"))
    assert newcombe(one, other, 0.95) == pytest.approx(
        confint_proportions_2indep(17, 47, 198, 855, compare="diff", method="newcomb")
    )
    assert score_ratio(other, one, 0.95) == pytest.approx(
        confint_proportions_2indep(198, 855, 17, 47, compare="ratio", method="score"), abs=1e-5
    )


def test_sentences_end_at_full_stops_and_not_at_decimals() -> None:
    text = "● no clear difference. 24.0% of BME respondents said so. The gap is −1.6 pp."
    assert list(sentences_of(text)) == [
        "● no clear difference.", "24.0% of BME respondents said so.", "The gap is −1.6 pp.",
    ]  # fmt: skip
