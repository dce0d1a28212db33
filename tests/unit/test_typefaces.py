"""Which characters the PDF has a letter for."""

from __future__ import annotations

import pytest

from wres_report.typefaces import character_in_words, face_files, letters, without_letter


def test_every_face_is_installed() -> None:
    assert len(face_files()) == 8


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "é ŵ ş − × ÷ ≤ ½ € ▲▼●◇○",
        "Ωμέγα Жук שלום مرحبا",
        "a\u0301 a\u200bb\u202ec\u2066d",
        "😀",
    ],
)
def test_the_scripts_of_europe_and_its_neighbours_have_letters(text: str) -> None:
    assert without_letter(text) == []


def test_what_has_no_letter_is_named_once_in_order() -> None:
    assert without_letter("中 👍 well 中") == ["中", "👍"]
    assert character_in_words("👍") == "U+1F44D, thumbs up sign"
    assert character_in_words("\ue000") == "U+E000"


def test_the_marks_of_the_verdicts_are_among_the_letters() -> None:
    assert {ord(mark) for mark in "▲▼●◇○–−·→"} <= letters()
