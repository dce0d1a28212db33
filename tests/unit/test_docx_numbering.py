"""Headings become entries of a list only where the list counts to the numbers that were typed."""

from __future__ import annotations

import pytest
from lxml import etree

from wres_report.report.docx_numbering import number_headings
from wres_report.report.ooxml import W, make, run, text_of


def numbered(*headings: tuple[str, str]) -> tuple[etree._Element, etree._Element, etree._Element]:
    """A document of such headings (style, number), its lists and its styles."""
    body = make("body")
    for style, number in headings:
        typed = [run(number, "SectionNumber"), make("r", make("tab"))] if number else []
        body.append(make("p", make("pPr", make("pStyle", val=style)), *typed, run("Words")))
    return make("document", body), make("numbering"), make("styles")


def texts(document: etree._Element) -> list[str]:
    return [text_of(p) for p in document.iter(W + "p")]


def test_typed_numbers_become_entries_of_a_list() -> None:
    document, numbering, styles = numbered(
        ("Heading1", ""), ("Heading1", "1"), ("Heading2", "1.1"), ("Heading2", "1.2"),
        ("Heading1", "2"), ("Heading2", "2.1"),
    )  # fmt: skip
    number_headings(document, numbering, styles)
    assert texts(document) == ["Words"] * 6
    levels = [e.get(W + "val") for e in document.iter(W + "ilvl")]
    assert levels == ["0", "1", "1", "0", "1"]
    assert len(list(numbering)) == 2
    assert len(list(styles)) == 1


@pytest.mark.parametrize(
    "headings",
    [
        [("Heading1", "2")],
        [("Heading1", "1"), ("Heading1", "3")],
        [("Heading1", "1"), ("Heading2", "2.1")],
        [("Heading1", "")],
    ],
)
def test_numbers_that_no_list_would_give_stay_as_they_were_typed(
    headings: list[tuple[str, str]],
) -> None:
    document, numbering, styles = numbered(*headings)
    before = texts(document)
    number_headings(document, numbering, styles)
    assert texts(document) == before
    assert not list(numbering)
    assert not list(styles)
