"""What single sentences are read as, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.samples import Sample
from tests.claims.scoring import contradictions
from tests.claims.sentences import ratio_samples, survey_samples
from wres_report.claims.audit import audit
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figure, Figures
from wres_report.claims.numbers import numbers_in
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document

FIGURES = Figures(
    "ZZX", 2021, "BME",
    {
        "i2.ratio": Figure(1.3757, "ratio", low=1.18, high=1.60),
        "i2.ratio.previous": Figure(1.5, "ratio"),
        "i3.ratio": Figure(1.4567, "ratio", low=0.83, high=2.55),
        "i5.bme_percent": Figure(31.5, "percent"),
        "i5.bme_percent.previous": Figure(32.7, "percent"),
        "i5.bme_percent.y2019": Figure(32.7, "percent"),
        "i5.white_percent": Figure(24.3, "percent"),
        "i5.gap": Figure(7.2, "pp", low=2.2, high=12.5),
        "i6.bme_percent": Figure(None, "percent", "suppressed"),
        "i9.voting_bme_percent": Figure(16.7, "percent"),
    },
)  # fmt: skip
ASKED = "reported harassment, bullying or abuse from patients, relatives or the public"


def told(text: str, figures: Figures = FIGURES) -> list[Finding]:
    collector = Collector()
    read_lines(list(enumerate(text.splitlines(), 1)), collector)
    return audit(Document("text.md", "line", tuple(collector.passages)), figures)


def verdicts(text: str) -> list[tuple[str, str]]:
    return [(f.found, str(f.fault or f.verdict)) for f in told(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"31.5% of BME staff {ASKED}.", [("31.5%", "agrees")]),
        (f"About 32% of BME staff {ASKED}.", [("About 32%", "agrees")]),
        (f"Nearly one in three BME staff {ASKED}.", [("Nearly one in three", "agrees")]),
        (f"Some 1 in 3 BME staff {ASKED}.", [("Some 1 in 3", "agrees")]),
        (f"More than 30% of BME staff {ASKED}.", [("More than 30%", "agrees")]),
        (f"Less than 30% of BME staff {ASKED}.", [("Less than 30%", "wrong_value")]),
        (f"In 2019 32.7% of BME staff {ASKED}.", [("32.7%", "agrees")]),
        (f"The majority of BME staff {ASKED}.", [("The majority of BME staff", "wrong_value")]),
        (
            "BME applicants are 0.73 times as likely to be appointed as White applicants.",
            [("0.73 times", "agrees")],
        ),
        (
            "White applicants are 38% more likely to be appointed than BME applicants.",
            [("38%", "agrees")],
        ),
        (
            "White applicants are 1.38% more likely to be appointed than BME applicants.",
            [("1.38%", "percent_on_ratio")],
        ),
        (
            "The relative likelihood of BME applicants being appointed compared with White "
            "applicants is 0.73.",
            [("0.73", "agrees")],
        ),
        (
            "BME staff are less likely than White staff to enter the disciplinary process.",
            [("BME staff are less likely", "wrong_direction")],
        ),
        ("The target for BME staff on appointment from shortlisting is a ratio of 1.1.", []),
        (f"Last year 32.7% of BME staff {ASKED}.", [("32.7%", "agrees")]),
        ("16.7% of voting board members are BME.", [("16.7%", "agrees")]),
        ("Band 5 has 28% BME staff and table 4 shows 31 March 2021.", []),
    ],
)
def test_a_sentence_is_read_as(text: str, found: list[tuple[str, str]]) -> None:
    assert [(f.casefold(), v) for f, v in verdicts(text)] == [(f.casefold(), v) for f, v in found]


def test_a_direction_is_judged_by_the_figure_and_an_interval_that_holds_parity_is_told() -> None:
    finding = told("BME staff are more likely to enter the formal disciplinary process.")[0]
    assert finding.verdict is Verdict.AGREES
    assert "interval" in finding.why


def test_a_suppressed_figure_is_neither_shown_nor_judged() -> None:
    finding = told("12% of BME staff were bullied by other staff.")[0]
    assert finding.verdict is Verdict.CANNOT_TELL
    assert (finding.expected, finding.fault) == ("", None)
    assert "suppressed" in finding.why


def test_the_heading_tells_the_indicator_of_a_sentence_that_does_not() -> None:
    text = "## Indicator 5\n\nThe figure for BME staff is 32.7%."
    assert verdicts(text) == [("32.7%", "last_years_figure")]


def test_without_heading_and_subject_nothing_is_claimed() -> None:
    assert told("The figure for BME staff is 12.3%, well above that of White staff.") == []


def test_a_number_keeps_its_group_in_the_sentence_that_takes_it_up() -> None:
    text = f"31.5% of BME and 24.3% of White staff {ASKED}. The figure of 31.5% is down from 32.7%."
    assert [(f.found, f.verdict) for f in told(text)][2:] == [
        ("31.5%", Verdict.AGREES),
        ("32.7%", Verdict.AGREES),
    ]


def test_figures_under_a_national_heading_are_not_the_trusts() -> None:
    text = f"## The national picture\n\n30.3% of BME staff {ASKED}."
    assert [f.verdict for f in told(text)] == [Verdict.AGREES]
    assert not [f for f in told(text.replace("30.3", "55.5")) if f.fault]


def test_figures_of_another_basis_are_never_joined_in_a_trend() -> None:
    shares = {2019: 70.7, 2020: 69.6, 2021: 44.0, 2022: 45.0}
    values = {f"i7.bme_percent.y{year}": Figure(v, "percent") for year, v in shares.items()}
    values["i7.bme_percent"] = Figure(46.0, "percent")
    values["i7.bme_percent.y2023"] = Figure(46.0, "percent")
    later = Figures("ZZX", 2024, "BME", values)
    text = "The share of BME staff who believe in equal opportunities for promotion has {}."
    rose = told(text.format("risen in each year"), later)
    assert [f.verdict for f in rose] == [Verdict.AGREES]
    fell = told(text.format("fallen since 2019"), later)
    assert [f.verdict for f in fell] == [Verdict.CANNOT_TELL]
    assert "another basis" in fell[0].why


def test_numbers_of_names_dates_and_intervals_are_no_figures() -> None:
    text = "Indicator 5, table 3, bands 5 – 7, 31 March 2021, 12 months, question 14 and band 8a"
    assert numbers_in(text) == []
    assert [n.text for n in numbers_in("1,101 staff, 31.5%, 7.2 pp, 1.38 times")] == [
        "1,101", "31.5%", "7.2 pp", "1.38 times",
    ]  # fmt: skip


percents = st.integers(10, 990).map(lambda tenths: tenths / 10)


@st.composite
def figures(draw: st.DrawFn) -> Figures:
    """Figures of indicators 2 to 8 of any size, the ratios above parity."""
    made = Figures("ZZX", 2021, "BME")
    for n in (5, 6, 7, 8):
        for group in ("bme", "white"):
            for ending in ("", ".previous", ".benchmark"):
                key = f"i{n}.{group}_percent{ending}"
                made.values[key] = Figure(draw(percents), "percent", note="benchmark group")
    for n in (2, 3, 4):
        for ending in ("", ".previous", ".benchmark"):
            value = draw(st.integers(102, 500)) / 100
            made.values[f"i{n}.ratio{ending}"] = Figure(value, "ratio", note="England")
    for group, rate in zip(("bme", "white"), sorted((draw(percents), draw(percents))), strict=True):
        made.values[f"i2.{group}_percent"] = Figure(rate, "percent")
    return made


@given(figures())
@settings(max_examples=4, deadline=None)
def test_whatever_the_figures_a_right_sentence_is_not_accused(made: Figures) -> None:
    right: list[Sample] = [
        s for make in (survey_samples, ratio_samples) for s in make(made) if not s.fault
    ]
    accused = [(s.text, f.found, f.why) for s in right for f in contradictions(s, made)]
    assert not accused


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    told(text)


WORDS = (
    "31.5%", "BME", "White", "staff", "harassment from patients", "Indicator 5", "last year",
    "from", "to", "2019", "rose by", "benchmark", "1.38", "times more likely", "than", ",", ";",
    "one in four", "gap of", "four-year decline", "board", "of the workforce", "(", ")",
    "appointed", "1,101",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=25))
@settings(max_examples=300, deadline=None)
def test_any_order_of_known_words_can_be_read(parts: list[str]) -> None:
    for finding in told(" ".join(parts)):
        assert finding.why
        assert (finding.fault is not None) == (finding.verdict is Verdict.CONTRADICTS)
