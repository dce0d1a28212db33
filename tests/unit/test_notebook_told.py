"""Metric 9b of the disability standard, told in words, as its notebook measures it."""

from __future__ import annotations

import pytest

from wres_report.faults import Fault
from wres_report.indicators.kinds import kind_of
from wres_report.indicators.told.measure import measure_told
from wres_report.measures import Status

NOTHING = "The trust has written nothing on it for this report; no figure belongs to it."


@pytest.fixture
def told(make_year):
    def measure(words: bytes | None):
        data = make_year(2021, wdes=True, survey=[])
        folder = data.workspace.data_folder(data.trust_year) / "narrative"
        folder.mkdir(exist_ok=True)
        if words is not None:
            (folder / "indicator-9-voices.md").write_bytes(words)
        return measure_told(data, "m9-voices")

    return measure


def test_what_is_told_in_words_has_no_figure(told):
    result = told(b"The network meets the board each quarter.\n")
    assert result.finding == [
        "It is told in the trust's own words, below; no figure belongs to it."
    ]
    assert (result.verdict.code, result.verdict.adverse) == ("unweighed", False)
    assert result.words == {"m9.voices_verdict": "told in words"}
    assert {(v.status, v.unit.value) for v in result.values.values()} == {
        (Status.NOT_SUPPLIED, "count")
    }


@pytest.mark.parametrize(
    "words", [None, b"<!-- Write here\nwhat was done. -->\n", b"<!--a--> <!--b-->"]
)
def test_a_section_without_words_of_the_trusts_own_is_not_supplied(told, words):
    result = told(words)
    assert result.finding == [NOTHING]
    assert result.verdict.code == "not_supplied"
    assert result.words == {"m9.voices_verdict": "not supplied"}


def test_words_between_two_comments_are_the_trusts_own(told):
    assert told(b"<!-- Hint -->We listen.<!-- Another -->").verdict.code == "unweighed"


@pytest.mark.parametrize("words", [b"\xff\xfe\xff", b"", b" \n\n"])
def test_words_that_cannot_be_read_are_an_input_fault_with_their_path(told, words):
    with pytest.raises(Fault, match=r"data/ZZX/2021/wdes/narrative/indicator-9-voices\.md"):
        told(words)


def test_nothing_is_tabled_drawn_or_summed(told, summary_of):
    result = told(b"We listen.")
    kind, row = kind_of(result.indicator), summary_of(result)
    assert kind.table(result) == ""
    assert kind.chart(result) is None
    assert (row.comparator, row.study, row.this_year, row.previous) == ("–",) * 4
    assert not row.figure.ok
