"""More and less without a figure: parts of the trust, groups, people by number, proportions."""

from __future__ import annotations

import pytest

from wres_report.claims.audit import read_claims
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document


def findings(text: str, figures: Figures) -> list[Finding]:
    collector = Collector()
    read_lines(list(enumerate(text.splitlines(), 1)), collector)
    reads = read_claims(Document("it.md", "line", tuple(collector.passages)), figures)
    return [finding for read in reads for finding in read.findings]


def faults(text: str, figures: Figures) -> set[Fault | None]:
    return {f.fault for f in findings(text, figures) if f.verdict is Verdict.CONTRADICTS}


WRONG_WAY = [
    "BME staff are better represented in non-clinical roles than in clinical roles.",
    "There are fewer BME staff in clinical than in non-clinical posts.",
    "A higher proportion of the voting board is BME than of the workforce.",
    "The BME workforce got smaller.",
    "More of our staff have an unknown ethnicity than last year.",
    "Abuse from patients and the public is on the rise, for White and BME staff alike.",
    "The share of BME staff accessing non-mandatory training fell over the year.",
    "White staff are disciplined more often than BME staff.",
    "BME staff get more non-mandatory training than White staff.",
    "White staff suffer more bullying from colleagues than their BME peers.",
    "Harassment from patients is a bigger problem for White staff than for BME staff.",
    "Shortlisted BME applicants stand a better chance of a job than White ones.",
    "All three likelihood ratios moved away from parity in 2021.",
    "On career progression, BME staff at the Trust (69.6%) are more positive than the benchmark "
    "group (72.5%).",
    "Appointment has become more unequal: the ratio climbed compared with last year.",
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG_WAY)
def test_more_that_is_less_is_accused(invented: Figures, text: str) -> None:
    assert Fault.WRONG_DIRECTION in faults(text, invented)


@pytest.mark.parametrize(
    "text",
    [
        "BME staff are better represented in clinical roles than in non-clinical roles.",
        "There are fewer BME staff in non-clinical than in clinical posts.",
        "The workforce is more diverse than the board.",
        "The BME workforce got bigger.",
        "Fewer of our staff have an unknown ethnicity than last year.",
        "BME staff suffer more bullying from colleagues than their White peers.",
        "All three likelihood ratios moved towards parity in 2021.",
        "All of the voting members are on the board, and no trust is like another.",
        "More than 17% of BME staff met discrimination, fewer than 6% of White staff.",
        "Four surveys ago fewer BME than White staff met discrimination.",
        "There are more White staff than BME staff in non-mandatory training.",
    ],
)
def test_more_that_is_more_is_not_accused(invented: Figures, text: str) -> None:
    assert not faults(text, invented)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Most BME staff have been bullied by a colleague.", True),
        ("Hardly any BME staff believe in fair promotion.", True),
        ("No BME person sits on the board.", True),
        ("All of our voting members are White.", True),
        ("Most of our BME staff work in non-clinical roles.", True),
        ("Most of our BME staff work in clinical roles.", False),
        ("Every BME applicant who was shortlisted got the job.", False),
        ("Most BME staff believe in fair promotion.", False),
        ("The majority of our workforce is White.", False),
        ("It was noted that one of the six executive members of the board was BME.", False),
        ("No member of staff should be harassed by colleagues for being BME.", False),
    ],
)
def test_a_proportion_in_words_is_held_against_its_percentage(
    invented: Figures, text: str, wrong: bool
) -> None:
    assert (faults(text, invented) == {Fault.WRONG_VALUE}) == wrong
    assert wrong or not faults(text, invented)


@pytest.mark.parametrize(
    "text",
    [
        "More than half of the BME applicants we shortlisted went on to be appointed.",
        "BME colleagues are five times as likely as White colleagues to say that a manager "
        "discriminated against them.",
        "Four of the twelve voting directors come from a BME background.",
        "BME people hold four of the twelve voting seats on the board.",
        "Shortlisting to appointment: 1.46. Disciplinary: 1.38. Training: 1.03.",
        "We employ 35 BME staff at band 7 in clinical roles.",
        "The number of BME staff fell by 86 over the year.",
        "In 2021 the trust had 1,015 BME employees.",
        "We had 1,101 BME staff at the end of March 2020.",
        "A BME colleague is more than twice as likely to be disciplined as a White one.",
        "At 31 March 2021, 20.2% of all staff were from a BME background.",
    ],
)
def test_a_number_that_only_its_words_explain_is_accused(invented: Figures, text: str) -> None:
    assert faults(text, invented)


def test_a_ratio_is_shown_as_it_is_and_not_as_its_distance_from_one(humber: Figures) -> None:
    told = findings("# Indicator 4\n\nSince last year the ratio has improved.", humber)
    assert [finding.expected for finding in told] == ["0.84 against 0.97"]


@pytest.mark.parametrize(
    "text",
    [
        "This has worsened since last year.",
        "Since last year our position has got worse.",
        "We have seen a deterioration since last year.",
        "Since last year the ratio has moved in the wrong direction.",
        "Since last year the ratio has worsened, to 1.46.",
    ],
)
def test_what_a_heading_names_is_known_to_have_improved(invented: Figures, text: str) -> None:
    assert Fault.WRONG_DIRECTION in faults(f"# Indicator 3\n\n{text}", invented)


def test_a_cell_with_its_group_is_read_below_its_own_head(humber: Figures) -> None:
    text = (
        "| Indicator | This year | Last year |\n|---|---|---|\n"
        "| Harassment from the public | BAME 24.0% | BAME {last} |\n"
    )
    assert not faults(text.format(last="20.0%"), humber)
    swapped = "| Appointed from shortlisting | White 36.2% | BAME 23.2% |"
    assert faults(swapped, humber) == {Fault.SWAPPED_GROUPS}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The largest group of BAME staff is in bands 1 to 4.", True),
        ("The largest group of BAME staff is in bands 5 to 7.", False),
    ],
)
def test_the_part_with_the_most_people_is_found_by_number(
    humber: Figures, text: str, right: bool
) -> None:
    told = findings(text, humber)
    assert [finding.fault for finding in told] == [None if right else Fault.WRONG_VALUE]
    assert "bands 1 to 4: 63" in told[0].expected
