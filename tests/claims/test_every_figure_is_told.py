"""Every figure of a document has a verdict or is listed with the reason why it has none."""

from __future__ import annotations

import itertools
import random

import pytest

from tests.claims.test_facts_and_readings import FIGURES, document
from wres_report.claims.audit import read_claims
from wres_report.claims.claim import Verdict
from wres_report.claims.coverage import coverage_of
from wres_report.claims.numbers import numbers_in

HEADS = ("White", "BME", "2021", "Change", "England", "95% interval", "Nurses", "")
LABELS = (
    "5 Harassment from patients", "6. Harassment from staff", "2. Likelihood of appointment",
    "6. BME staff: harassment from staff", "Band 5", "Turnover", "1.1%", "7", "The gap, 5 and 6",
)  # fmt: skip
CELLS = ("21.2%", "23.8%", "1.91", "31.5", "1,101", "19.6% (20.1%)", "4.1 to 7.9", "n/a", "")
SENTENCES = (
    "{} of BME staff and {} of White staff were harassed by patients.",
    "In total {} of our workforce is BME (95% interval 19.1% to 23.2%).",
    "Turnover was {}, and the target is {}.", "The gap fell from {} to {}.",
)  # fmt: skip


def faults(text: str) -> list[tuple[str, str]]:
    findings = [f for read in read_claims(document(text), FIGURES) for f in read.findings]
    return [(f.found, f.expected) for f in findings if f.verdict is Verdict.CONTRADICTS]


def untold(text: str) -> list[str]:
    """The numbers that have neither a verdict nor a reason."""
    silent = []
    for read in read_claims(document(text), FIGURES):
        told = " ".join([*(f.found for f in read.findings), *(figure for figure, _ in read.left)])
        cells = read.passage.cells
        numbers = [
            n.text for part in cells[1:] or (read.passage.text,) for n in numbers_in(part)
            if cells or n.unit or n.decimals
        ]  # fmt: skip
        silent += [number for number in numbers if number not in told]
    return silent


def test_no_figure_of_a_row_is_passed_over_in_silence() -> None:
    chance = random.Random(7)
    for head, label in itertools.product(itertools.combinations(HEADS, 2), LABELS):
        cells = chance.choices(CELLS, k=2)
        table = row(label, *cells, head=" | ".join(head))
        assert untold(table) == [], table


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_figure_of_a_sentence_is_passed_over_in_silence(sentence: str) -> None:
    for pair in itertools.permutations(("21.2%", "23.8%", "28.3%", "1.91"), 2):
        assert untold(sentence.format(*pair)) == []


def test_the_coverage_counts_figures_and_each_that_is_not_judged_is_listed() -> None:
    table = row("5 Harassment from patients", "24.3%", "2.1%", head="White | Change")
    coverage = coverage_of(read_claims(document(table), FIGURES))
    assert (coverage.figures, coverage.not_judged) == (2, 1)
    assert [entry.figures for entry in coverage.left] == [("2.1%",)]


def row(label: str, *cells: str, head: str = "White | BME") -> str:
    rule = "|---" * (len(cells) + 1)
    return f"| Indicator | {head} |\n{rule}|\n| {label} | {' | '.join(cells)} |\n"


def test_a_wrong_cell_beside_a_right_one_is_accused() -> None:
    assert faults(row("5 Harassment from patients", "24.3%", "35.1%")) == [("35.1%", "31.5%")]


def test_a_wrong_figure_that_stands_alone_in_a_plain_row_is_accused() -> None:
    label = "2. Relative likelihood of White applicants being appointed"
    assert faults(row(label, "1.91", head="2021")) == [("1.91", "1.67")]


@pytest.mark.parametrize(
    "table",
    [
        row("5 Harassment from patients", "25.9%", "35.1%"),
        row("5 Harassment from patients", "24.3%", "35.1%", head="White | BME nurses"),
        row("5 Harassment from patients in theatres", "24.3%", "35.1%"),
        "# England in 2019\n\n" + row("5 Harassment from patients", "24.3%", "35.1%"),
    ],
)
def test_a_cell_that_may_be_of_something_else_is_listed_and_not_accused(table: str) -> None:
    assert faults(table) == []
    assert untold(table) == []


def test_a_plain_sentence_on_the_workforce_is_of_it_whatever_was_told_before() -> None:
    before = "The relative likelihood of White applicants being appointed is 1.67.\n"
    text = f"{before}In total 15.0% of our workforce is BME."
    verdicts = [f.verdict for read in read_claims(document(text), FIGURES) for f in read.findings]
    assert verdicts == [Verdict.AGREES, Verdict.AGREES]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The workforce is 25.2% BME.", "25.2%"),
        ("BME staff make up 25.2% of the workforce.", "25.2%"),
        ("Of our staff 23% are BME.", "23%"),
        ("We have 170 BME staff out of 1000.", "170"),
    ],
)
def test_a_wrong_headline_is_accused(text: str, found: str) -> None:
    assert [printed for printed, _ in faults(text)] == [found]
