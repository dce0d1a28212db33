"""A sentence that was not understood is not accused, and why not is told."""

from __future__ import annotations

import pytest

from tests.claims.test_facts_and_readings import FIGURES
from wres_report.claims import understanding as why
from wres_report.claims.audit import read_claims
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.coverage import coverage_of
from wres_report.claims.deciding import LOOSE
from wres_report.claims.engine import Read
from wres_report.claims.lexicon import clause_round, known_words, plain_words, strange_words
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document

PUBLIC = "harassment, bullying or abuse from patients, relatives or the public"


def reads_of(text: str) -> list[Read]:
    collector = Collector()
    read_lines(list(enumerate(text.splitlines(), 1)), collector)
    return list(read_claims(Document("it.md", "line", tuple(collector.passages)), FIGURES))


def faults(text: str) -> list[Fault]:
    return [f.fault for read in reads_of(text) for f in read.findings if f.fault]


def reasons(text: str) -> list[str]:
    return [reason for read in reads_of(text) for _, reason in read.left]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (f"32.7% of BME staff reported {PUBLIC}.", Fault.LAST_YEARS_FIGURE),
        (f"24.3% of BME staff reported {PUBLIC}.", Fault.SWAPPED_GROUPS),
        ("BME staff make up 22.0% of the workforce.", Fault.WRONG_VALUE),
        (f"24.3% of BME staff and 31.5% of White staff reported {PUBLIC}.", Fault.SWAPPED_GROUPS),
    ],
)
def test_a_sentence_that_was_understood_is_accused(text: str, fault: Fault) -> None:
    assert fault in faults(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"In the laundry 32.7% of BME staff reported {PUBLIC}.",
         f"{why.UNKNOWN_WORDS}laundry."),
        (f"24.3% of BME apprentices in Northgate reported {PUBLIC}.",
         f"{why.UNKNOWN_WORDS}apprentices, Northgate."),
        ("There is only one BME member of staff in the workforce of whom we know it.", LOOSE),
    ],
)  # fmt: skip
def test_why_a_sentence_was_not_understood_is_told(text: str, reason: str) -> None:
    assert not faults(text)
    assert reason in reasons(text)


def test_the_reason_stands_in_the_coverage_of_the_document() -> None:
    coverage = coverage_of(reads_of(f"In the laundry 32.7% of BME staff reported {PUBLIC}."))
    assert coverage.reasons == [(f"{why.UNKNOWN_WORDS}laundry.", 1)]
    assert coverage.as_dict("line")["reasons"] == {f"{why.UNKNOWN_WORDS}laundry.": 1}


def test_last_years_figure_beside_this_years_is_no_fault() -> None:
    text = f"Of BME staff 31.5% (32.7%) reported {PUBLIC}, of White staff 24.3%."
    assert not faults(text)


def test_words_of_a_movement_in_a_place_that_is_not_known_cannot_be_told() -> None:
    known = f"The share of BME staff reporting {PUBLIC} has risen since last year."
    elsewhere = (
        f"In the laundry the share of BME staff reporting {PUBLIC} has risen since last year."
    )
    assert faults(known) == [Fault.WRONG_DIRECTION]
    found = [finding for read in reads_of(elsewhere) for finding in read.findings]
    assert [finding.verdict for finding in found] == [Verdict.CANNOT_TELL]
    assert found[0].why == f"{why.UNKNOWN_WORDS}laundry."


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("24.3%", "24.3%", True), ("24%", "24.3%", True), ("24.3%", "24.4%", False),
        ("1,390", "1390", True), ("24.3%", "24.3", False), ("", "24.3%", False),
        ("1.38", "1.376", True),
    ],
)  # fmt: skip
def test_figures_are_the_same_to_the_decimals_that_both_have(
    one: str, other: str, *, same: bool
) -> None:
    assert why._is_same(one, other) is same


def test_a_clause_ends_at_full_stops_and_semicolons() -> None:
    text = "In the laundry all is well; 24.3% of staff agree. So it is."
    start = text.index("24.3")
    assert clause_round(text, start, start + 4).strip() == "24.3% of staff agree"


def test_what_a_writer_thinks_is_no_strange_word_and_the_name_of_a_trust_is() -> None:
    # The trust's own name is read as “the trust” before.
    assert "Leeds" in strange_words("At Leeds Teaching Hospitals NHS Trust 24% of BME staff agree")
    assert strange_words("It baffles us that 24% of BME staff agree") == []
    assert strange_words("In the laundry 24% of the laundry agree") == ["laundry"]


def test_no_plain_word_names_a_part_of_the_staff_or_a_place() -> None:
    parts = {"women", "men", "nurses", "bank", "agency", "estates", "department", "ward", "wards",
             "students", "apprentices", "hospital", "region", "site", "team-mates"}  # fmt: skip
    assert not parts & plain_words()
    assert not parts & known_words()
