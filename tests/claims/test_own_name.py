"""The trust by its own name is the trust; another trust, or the place, is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres_report.claims.audit import audit
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document

WRONG = "White applicants were 1.56 times as likely as BAME applicants to be appointed."


def findings(text: str, figures: Figures) -> list[Finding]:
    collector = Collector()
    read_lines([(1, text)], collector)
    return audit(Document("paper.md", "line", tuple(collector.passages)), figures)


def accused(text: str, figures: Figures) -> list[Finding]:
    return [one for one in findings(text, figures) if one.verdict is Verdict.CONTRADICTS]


@pytest.mark.parametrize(
    "name",
    ["Humber Teaching", "the Humber Teaching", "Humber Teaching NHS FT",
     "Humber Teaching NHS Foundation Trust", "HUMBER TEACHING NHS FOUNDATION TRUST"],
)  # fmt: skip
def test_a_sentence_that_names_the_trust_is_judged_as_one_that_says_the_trust(
    name: str, humber: Figures
) -> None:
    text = f"At {name}, {WRONG}"
    (finding,) = accused(text, humber)
    assert finding.passage.text == text
    assert text[finding.start :].startswith(finding.found)


@pytest.mark.parametrize(
    "name", ["Leeds Teaching Hospitals NHS Trust", "Humber", "Humber Coast", "Teaching"]
)
def test_another_trust_or_the_place_is_not_taken_for_it(name: str, humber: Figures) -> None:
    assert not accused(f"At {name}, {WRONG}", humber)


@pytest.mark.parametrize("name", ["", "NHS Trust", "Humber"])
def test_where_no_name_tells_a_trust_the_name_stays_unknown(name: str, humber: Figures) -> None:
    assert not accused(f"At Humber Teaching, {WRONG}", replace(humber, name=name))


def test_two_words_before_the_kind_are_the_trust_by_themselves(humber: Figures) -> None:
    named = replace(humber, name="Essex Partnership University NHS Foundation Trust")
    assert accused(f"At Essex Partnership, {WRONG}", named)
    assert not accused(f"In Essex, {WRONG}", named)


def test_what_is_told_of_words_is_quoted_as_it_was_written(humber: Figures) -> None:
    text = "BAME applicants to Humber Teaching are less likely to be appointed from shortlisting."
    (finding,) = accused(text, humber)
    assert finding.found in text
