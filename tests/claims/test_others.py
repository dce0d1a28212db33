"""Sentences that other authors wrote are read as well as those of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.others import (
    BOARD_HELD_OUT,
    BOARD_TUNED,
    BUSY_HELD_OUT,
    BUSY_TUNED,
    EIGHT_VOICES,
    HUNDRED_HANDS,
    MANNERS_HELD_OUT,
    MANNERS_TUNED,
    MINUTES,
    NEWCOMER,
    NOT_ACCUSED,
    OTHER_MANNERS,
    TEN_PAPERS,
    TWENTY_HELD_OUT,
    TWENTY_TUNED,
    Tally,
    accused_of,
    tally,
)
from wres_report.claims.figures import Figures

LEAST_PRECISION, LEAST_RECALL, LEAST_CONFIRMED, LEAST_NAMED = 0.98, 0.85, 0.75, 0.8


@pytest.fixture(scope="module")
def total(humber: Figures, invented: Figures) -> Tally:
    return tally({"RV9/2021": humber, "ZZX/2021": invented})


def test_hardly_any_sentence_of_another_author_is_accused_falsely(total: Tally) -> None:
    assert total.contradicting + total.true > 200
    assert total.precision >= LEAST_PRECISION, total.accused


def test_most_faults_in_sentences_of_other_authors_are_found(total: Tally) -> None:
    assert total.recall >= LEAST_RECALL, total.missed
    assert total.named_share >= LEAST_NAMED


def test_most_true_sentences_of_other_authors_are_confirmed(total: Tally) -> None:
    assert total.confirmed_share >= LEAST_CONFIRMED


def test_sentences_of_a_newcomer_are_read_as_well(humber: Figures, invented: Figures) -> None:
    read = tally({"RV9/2021": humber, "ZZX/2021": invented}, NEWCOMER)
    assert read.contradicting + read.true > 150
    assert read.precision >= 0.97, read.accused
    assert read.recall >= 0.7, read.missed
    assert read.confirmed_share >= 0.8


@pytest.mark.parametrize(
    ("half", "sentences", "precision", "recall", "confirmed"),
    [
        (BOARD_TUNED, 101, 0.96, 0.88, 0.95), (BOARD_HELD_OUT, 101, 0.97, 0.7, 0.8),
        (MANNERS_TUNED, 100, 0.97, 0.66, 0.7), (MANNERS_HELD_OUT, 100, 0.88, 0.32, 0.72),
        (TWENTY_TUNED, 120, 0.97, 0.78, 0.8), (TWENTY_HELD_OUT, 120, 0.95, 0.55, 0.72),
        (EIGHT_VOICES, 108, 0.97, 0.78, 0.78), (HUNDRED_HANDS, 85, 0.97, 0.84, 0.85),
        (BUSY_TUNED, 54, 0.97, 0.9, 0.9), (BUSY_HELD_OUT, 54, 0.97, 0.7, 0.8),
        (TEN_PAPERS, 111, 0.97, 0.66, 0.82), (MINUTES, 111, 0.97, 0.64, 0.84),
    ],
)  # fmt: skip
def test_sentences_of_board_papers_and_of_many_manners_are_read_in_either_half(
    half: Path, sentences: int, precision: float, recall: float, confirmed: float,
    humber: Figures, invented: Figures,
) -> None:  # fmt: skip
    read = tally({"RV9/2021": humber, "ZZX/2021": invented}, half)
    assert read.contradicting + read.true >= sentences
    assert read.precision >= precision, read.accused
    assert read.recall >= recall, read.missed
    assert read.confirmed_share >= confirmed


@pytest.mark.parametrize("file", [NOT_ACCUSED, OTHER_MANNERS])
def test_no_sentence_that_was_written_to_mislead_is_accused(
    file: Path, humber: Figures, invented: Figures
) -> None:
    assert accused_of({"RV9/2021": humber, "ZZX/2021": invented}, file) == []
