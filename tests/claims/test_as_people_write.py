"""Figures with their label, parts of a group, rows by number and notes, as people write them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.claims.test_facts_and_readings import FIGURES
from tests.claims.test_sentences import ASKED, told
from wres_report.claims.figures import Figure, Figures

SUBJECT = "Harassment, bullying or abuse from patients, relatives or the public"
RATIOS = Figures(
    "ZZX", 2021, "BME",
    {"i2.ratio": Figure(1.3757, "ratio", low=1.18, high=1.60), "i4.ratio": Figure(1.03, "ratio"),
     "i4.bme_percent": Figure(54.2, "percent"), "i4.white_percent": Figure(55.8, "percent"),
     "i5.white_percent": Figure(24.3, "percent"), "i5.bme_percent": Figure(31.5, "percent"),
     "i3.entered_bme": Figure(17.0, "count"), "i3.ratio": Figure(1.4567, "ratio")},
)  # fmt: skip


def faults(text: str, figures: Figures = FIGURES) -> list[str]:
    return [str(finding.fault) for finding in told(text, figures) if finding.fault]


def agreeing(text: str, figures: Figures = FIGURES) -> list[str]:
    return [f.found for f in told(text, figures) if str(f.verdict) == "agrees"]


SPELLINGS = list(
    product((" - ", ": ", " – ", " ", " = ", ", "), ("", "- "), ("\n", "\n\n"), (False, True))
)


@pytest.mark.parametrize(("parted", "bullet", "lines", "turned"), SPELLINGS)
def test_a_label_in_front_of_a_figure_holds_for_it_in_every_spelling(
    parted: str, bullet: str, lines: str, turned: bool
) -> None:
    labels = [("White staff", "24.3%"), ("BME staff", "31.5%")]
    written = [f"{bullet}{label}{parted}{figure}" for label, figure in labels]
    text = f"## {SUBJECT}\n\n{lines.join(written[::-1] if turned else written)}\n"
    assert faults(text) == []
    assert sorted(agreeing(text)) == ["24.3%", "31.5%"]
    swapped = text.replace("24.3", "·").replace("31.5", "24.3").replace("·", "31.5")
    assert set(faults(swapped)) == {"swapped_groups"}


@pytest.mark.parametrize(
    "text",
    [
        "Among non-medical staff 19.8% are BME.",
        f"36.0% of BME staff under 30 {ASKED}.",
        f"BME colleagues aged 25 to 34 {ASKED} at 38%.",
        "White other staff make up 8.2% of the workforce.",
        "White British staff are 70% of the workforce.",
        f"41% of part-time BME staff {ASKED}.",
        f"Of overseas BME staff 39% {ASKED}.",
    ],
)
def test_what_narrows_a_group_is_not_the_whole_group(text: str) -> None:
    assert told(text, FIGURES) == []


def test_the_number_in_the_first_cell_of_a_row_is_the_indicator_where_its_head_says_so() -> None:
    rows = "| 2 | 25.0% | 15.0% |\n| 5 | 31.5% | 24.3% |\n"
    table = f"| Indicator | White | BME |\n|---|---|---|\n{rows}"
    assert agreeing(table) == ["25.0%", "15.0%"]
    assert faults(table) == ["swapped_groups", "swapped_groups"]
    assert told(table.replace("Indicator", "No"), FIGURES) == []


def test_the_mark_of_a_note_is_no_figure_and_its_words_are_read() -> None:
    text = f"31.5%[^1] of BME staff {ASKED}.[^note]\n[^1]: White staff: 24.3%.\n[^note]: See 4.\n"
    assert agreeing(text) == ["31.5%", "24.3%"] or agreeing(text) == ["31.5%"]
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There was one BME disciplinary case fewer than in the previous year.",
        "White staff fare better than the comparator on abuse by patients: 24.3% as against a "
        "median of 25.4%.",
        "The training ratio of 1.03 means that White staff were more likely to access CPD than "
        "BME staff.",
    ],
)
def test_a_change_a_median_set_against_it_and_what_a_ratio_means_accuse_nothing(text: str) -> None:
    assert faults(text, RATIOS) == []


def test_a_year_behind_the_first_figure_of_a_movement_is_not_of_the_second() -> None:
    text = f"BME staff who {ASKED} came down from 34.3% in 2017 to 31.5%."
    assert faults(text) == []
    assert agreeing(text)[:2] == ["34.3%", "31.5%"]


def test_those_who_were_successful_are_those_appointed() -> None:
    assert faults("Of the 200 BME applicants shortlisted, 30 were successful.") == []
    assert faults("Of the 200 BME applicants shortlisted, 60 were successful.") == ["wrong_value"]


def test_nearly_twice_is_not_said_of_parity() -> None:
    text = "White staff are nearly twice as likely as BME staff to take up non-mandatory training."
    assert faults(text, RATIOS) == ["wrong_value"]
    assert faults(text.replace("nearly twice", "about"), RATIOS) == []
