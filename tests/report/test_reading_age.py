"""What a reader has before her is short, and in words of an age of 11 to 13."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.truth.page import sentences_of

# The grade of Flesch and Kincaid, and the age at which a child is in it.
A_WORD = re.compile(r"[A-Za-z’']+|\d[\d.,]*")
AGE_OF_GRADE = 5
OLDEST = 13.0


def syllables(word: str) -> int:
    """About so many: runs of vowels, but for an e at the end that is not spoken."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    found = len(re.findall(r"[aeiouy]+", letters))
    silent = re.search(r"[^l]e$|[^td]ed$", letters)
    return max(found - bool(silent), 1)


def reading_age(text: str) -> float:
    words, sentences = A_WORD.findall(text), list(sentences_of(text))
    per_sentence = len(words) / len(sentences)
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59 + AGE_OF_GRADE


def text_of(element: Tag) -> str:
    return " ".join(element.get_text().split())


@pytest.fixture(scope="module", params=["RV9/2021", "ZZX/2020", "ZZX/2021"])
def page(built: Path, request: pytest.FixtureRequest) -> BeautifulSoup:
    file = built / request.param / "index.html"
    return BeautifulSoup(file.read_text(encoding="utf-8"), "lxml")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("The cat sat on the mat. It was glad.", 4.0),
        ("The relative likelihood of appointment from shortlisting is reported in the following "
         "table, with a comprehensive description of methodological considerations.", 25.0),
    ],
)  # fmt: skip
def test_the_measure_tells_easy_words_from_hard_ones(text: str, age: float) -> None:
    assert reading_age(text) == pytest.approx(age, abs=2.5)


def test_the_box_at_the_head_is_read_at_an_age_of_thirteen(page: BeautifulSoup) -> None:
    (box,) = page.select(".box.headline")
    assert reading_age(" ".join(text_of(p) for p in box.find_all("p"))) <= OLDEST


def test_each_finding_is_read_at_an_age_of_thirteen(page: BeautifulSoup) -> None:
    for box in page.select(".box.key-findings"):
        text = " ".join(text_of(p) for p in box.find_all("p"))
        assert reading_age(text) <= OLDEST, text


def test_a_finding_shows_three_sentences_and_folds_the_rest_under_words_of_its_own(
    page: BeautifulSoup,
) -> None:
    boxes = page.select(".box.key-findings")
    assert len(boxes) == 9
    for box in boxes:
        shown = [text_of(p) for p in box.find_all("p", recursive=False)]
        assert 1 <= len(list(sentences_of(" ".join(shown)))) <= 3
    names = [text_of(s) for s in page.select(".key-findings details.more > summary")]
    assert len(names) >= 8
    assert len(set(names)) == len(names)
    assert all(name.startswith("More on ") for name in names)
