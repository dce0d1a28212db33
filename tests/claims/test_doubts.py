"""What keeps a number from being accused: two counts that give it, a chance, a wish, a change."""

from __future__ import annotations

import pytest

from tests.claims.test_facts_and_readings import FIGURES
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import Decision, decide_all
from wres_report.claims.doubts import with_doubts
from wres_report.claims.readings import readings_of
from wres_report.claims.sentences import Before, Sentence
from wres_report.claims.space import facts_of


def decided(text: str) -> tuple[list[Decision], list[Decision]]:
    """The decisions on a sentence without doubts, and with them."""
    sentence = Sentence(text, Before(), FIGURES.year)
    plain = decide_all(sentence, readings_of(sentence), facts_of(FIGURES))
    return plain, with_doubts(plain)


def faults(decisions: list[Decision]) -> list[Fault]:
    return [decision.fault for decision in decisions if decision.fault is not None]


@pytest.mark.parametrize(
    "text",
    [
        "BME applicants have 20% of the chance of being appointed.",
        "To be fair we need 22% of our workforce to be BME.",
        "The number of staff who are not BME stands at 140.",
    ],
)
def test_a_doubtful_number_is_left_open(text: str) -> None:
    plain, doubted = decided(text)
    assert not faults(doubted)
    assert [d.reading.quantity for d in doubted] == [d.reading.quantity for d in plain]


def test_what_two_counts_of_the_sentence_give_is_right() -> None:
    plain, doubted = decided("Of 600 applicants 200 were BME, 33.3% of White and BME applicants.")
    told = {d.reading.quantity.number.text: d for d in doubted}
    assert told["33.3%"].verdict is not Verdict.CONTRADICTS
    assert len(plain) == len(doubted)


def test_a_change_in_per_cent_beside_one_in_points_is_left_open() -> None:
    _, doubted = decided("The BME share of the workforce rose by 0.9 points (6.4%) to 15.0%.")
    assert not faults(doubted)


@pytest.mark.parametrize(
    "text",
    [
        "BME staff make up 22.0% of the workforce.",
        "21.5% of BME staff reported harassment, bullying or abuse from patients.",
    ],
)
def test_a_number_without_a_doubt_stays_accused(text: str) -> None:
    plain, doubted = decided(text)
    assert faults(plain)
    assert faults(doubted) == faults(plain)


def test_another_kind_of_fault_is_never_doubted() -> None:
    plain, doubted = decided("The relative likelihood of appointment is 1.67%, as we need to say.")
    assert faults(plain) == faults(doubted) == [Fault.PERCENT_ON_RATIO]
