"""What is read in a sentence, and what it is held against, whoever wrote it."""

from __future__ import annotations

import pytest

from tests.claims.test_sentences import told
from wres_report.claims.audit import audit, no_figures, read_claims
from wres_report.claims.claim import Verdict
from wres_report.claims.coverage import coverage_of
from wres_report.claims.figures import Figure, Figures
from wres_report.claims.quantities import quantities_in
from wres_report.claims.space import facts_of
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document


def of_counts(white: int, bme: int, unknown: int) -> dict[str, Figure]:
    counts = {"white": white, "bme": bme, "unknown": unknown, "total": white + bme + unknown}
    return {group: Figure(float(value), "count") for group, value in counts.items()}


VALUES = {f"workforce.{g}": figure for g, figure in of_counts(800, 150, 50).items()}
VALUES |= {f"i2.shortlisted_{g}": figure for g, figure in of_counts(400, 200, 20).items()}
VALUES |= {f"i2.appointed_{g}": figure for g, figure in of_counts(100, 30, 4).items()}
VALUES |= {
    "i1.bme_percent": Figure(15.0, "percent"),
    "i1.bme_percent.previous": Figure(14.1, "percent"),
    "i1.cluster_8a_vsm_bme": Figure(6.0, "count"),
    "i1.cluster_8a_vsm_share": Figure(4.0, "percent"),
    "i1.senior_bme_percent": Figure(8.0, "percent"),
    "i2.white_percent": Figure(25.0, "percent"),
    "i2.bme_percent": Figure(15.0, "percent"),
    "i2.ratio": Figure(1.6667, "ratio", low=1.15, high=2.41),
    "i2.ratio.previous": Figure(1.42, "ratio"),
    "i5.bme_percent": Figure(31.5, "percent"),
    "i5.white_percent": Figure(24.3, "percent"),
    "i5.bme_percent.benchmark": Figure(28.0, "percent"),
    "i5.bme_percent.benchmark.y2019": Figure(29.3, "percent"),
    "i5.bme_percent.previous": Figure(32.7, "percent"),
    "i5.gap": Figure(7.2, "pp"),
    "i5.gap.previous": Figure(6.7, "pp"),
    "i5.responses_bme": Figure(400.0, "count"),
    **{f"i5.bme_percent.y{2017 + n}": Figure(v, "percent")
       for n, v in enumerate((34.3, 33.0, 32.7, 31.5))},
    "i9.voting_bme": Figure(0.0, "count"),
    "i9.voting_members": Figure(11.0, "count"),
    "i9.voting_difference": Figure(-15.0, "pp"),
}  # fmt: skip
FIGURES = Figures("ZZX", 2021, "BME", VALUES)


def verdicts(text: str) -> set[str]:
    return {str(finding.fault or finding.verdict) for finding in told(text, FIGURES)}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("one in six of us", 100 / 6, "percent"),
        ("21 in every 100", 21, "percent"),
        ("three fifths of them", 60, "percent"),
        ("one and a half times as likely", 1.5, "times"),
        ("ran 1.56 to 1 in favour", 1.56, "times"),
        ("sixteen per cent of staff", 16, "percent"),
        ("nineteen staff", 19, "count"),
        ("None of the members", 0, "count"),
    ],
)
def test_a_quantity_in_words_has_a_value_and_a_unit(text: str, value: float, unit: str) -> None:
    (quantity,) = quantities_in(text)
    assert (pytest.approx(quantity.value), quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "for three years in a row",
        "one of our priorities",
        "the third year running",
        "all nine bands",
    ],
)
def test_what_counts_no_people_is_no_quantity(text: str) -> None:
    assert quantities_in(text) == []


def test_shares_of_a_stage_are_facts_that_a_writer_may_work_out() -> None:
    share = facts_of(FIGURES).one(2, "share", "bme", "appointed")
    assert share is not None
    assert round(share.value, 1) == 22.4


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Of those hired, 22.4% were BME.", "agrees"),
        ("22.4% of BME people on our shortlists were hired.", "row_for_column_percentage"),
        ("White people on a shortlist were 67% more likely to be hired than BME people.", "agrees"),
        ("BME people on a shortlist had 0.6 times the success of White ones.", "agrees"),
        ("BME candidates were 1.67 times as likely as White ones to be hired.", "inverted_ratio"),
        ("Our shortlisting ratio was 1.42 in the year to March 2021.", "last_years_figure"),
        ("Not one of the eleven voting members is from a BME background.", "agrees"),
        ("BME people are over-represented on the voting board.", "wrong_direction"),
        ("Bullying or abuse by the public: White staff - 24.3%, BME staff - 31.5%.", "agrees"),
        ("White 31.5%, BME 24.3%: abused by the public.", "swapped_groups"),
        ("Abuse of BME staff by the public fell in every survey since 2017.", "agrees"),
        ("Abuse of BME staff by the public rose in every survey since 2017.", "false_trend"),
        ("Abuse of BME staff by the public is at its lowest rate of the four surveys.", "agrees"),
        ("The gap in abuse by the public is not as wide as in 2019.", "wrong_direction"),
        ("Abuse of BME staff by the public fell by 1.2% to 31.5%.", "pp_for_percent"),
        ("The WRES, with its ten metrics, is a mirror.", "wrong_standard"),
        ("BME people account for 16.3% of everyone we employ.", "wrong_value"),
        ("We counted 150 BME staff on the snapshot date.", "agrees"),
        ("We counted 163 BME staff on the snapshot date.", "wrong_value"),
        ("Appointment from shortlisting, White over BME: 1.67.", "agrees"),
        ("Appointment from shortlisting, White over BME: 2.67.", "wrong_value"),
        ("31.5% of disabled staff were abused by the public.", "wrong_standard"),
        ("Abused by the public: BME 31.5%, benchmark for BME staff 28.0%.", "agrees"),
        ("Abused by the public: BME 31.5%, benchmark for BME staff 29.3%.", "wrong_benchmark"),
    ],
)
def test_a_sentence_of_any_wording_is_held_against_the_facts(text: str, verdict: str) -> None:
    assert verdicts(text) - {"agrees"} == {verdict} - {"agrees"}
    assert verdicts(text)


@pytest.mark.parametrize(
    "text",
    [
        "A neighbouring trust hired 40% of its BME candidates.",
        "We expect abuse of BME staff by the public to fall to 20% by 2025.",
        "Turnover among BME staff was 31%.",
        "Black staff reported abuse by the public at 41%.",
        "Higher than the national average on abuse by the public (+2.24).",
        "41.2% of disabled staff were abused by the public.",
        "On a shortlist BME people have become more likely than a year ago to be hired.",
    ],
)
def test_what_is_of_something_else_is_neither_confirmed_nor_accused(text: str) -> None:
    assert verdicts(text) <= {"cannot_tell"}


def document(text: str) -> Document:
    collector = Collector()
    read_lines(list(enumerate(text.splitlines(), 1)), collector)
    return Document("text.md", "line", tuple(collector.passages))


def test_each_sentence_with_figures_that_was_not_judged_is_listed_with_the_reason() -> None:
    text = (
        "31.5% of BME staff were abused by the public.\n\n"
        "Turnover among BME staff was 31%.\n\nWe met often."
    )
    coverage = coverage_of(read_claims(document(text), FIGURES))
    assert (coverage.sentences, coverage.judged) == (2, 1)
    assert coverage.line == "2 figures in 2 sentences and rows, 1 judged, 1 not"
    assert [(entry.figures, entry.passage.place) for entry in coverage.left] == [(("31%",), 3)]
    assert "do not hold" in coverage.reasons[0][0]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("In all 198 of 855 White candidates, 28%, were appointed.", "wrong_value"),
        ("The BME appointment rate dropped 4%, from 24% to 20%.", "pp_for_percent"),
        ("White 2,643, BME 143 and unknown 243 add up to 3,092 employees.", "wrong_sum"),
        ("20% of White and 15% of BME candidates were appointed, a ratio of 1.83.", "wrong_value"),
        ("This WRES report looks at disabled staff.", "wrong_standard"),
        ("Abuse of BME staff by the public rose from 24% to 20%.", "wrong_direction"),
        ("24% of BME staff were abused by the public.\n\n"
         "Abuse by the public was met by 26% of BME staff.", "wrong_value"),
    ],
)  # fmt: skip
def test_without_data_a_document_is_held_against_itself(text: str, fault: str) -> None:
    against_itself = document(text)
    found = audit(against_itself, no_figures(against_itself))
    assert fault in {str(finding.fault) for finding in found}


@pytest.mark.parametrize(
    "text",
    [
        "In all 198 of 855 White candidates, 23%, were appointed.",
        "The BME appointment rate dropped 4 points, from 24% to 20%.",
        "White 2,643, BME 143 and unknown 243 add up to 3,029 employees.",
        "20% of White and 15% of BME candidates were appointed, a ratio of 1.33.",
        "24% of BME staff were abused by the public, and 20% a year ago.",
    ],
)
def test_without_data_a_document_that_agrees_with_itself_is_not_accused(text: str) -> None:
    against_itself = document(text)
    found = audit(against_itself, no_figures(against_itself))
    assert not [f for f in found if f.verdict is Verdict.CONTRADICTS]
