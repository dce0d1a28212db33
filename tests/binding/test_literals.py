"""What counts as a figure that an author has written out."""

from __future__ import annotations

import pytest

from wres_report.binding.literals import literals_in
from wres_report.faults import ExitStatus, Fault


def found(text: str) -> list[tuple[str, int]]:
    return [(literal.text, literal.line) for literal in literals_in(text, "narrative/x.md")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 24% of staff.", [("24%", 1)]),
        ("First.\n\nThen 1,101 people and 0.64.", [("1,101", 3), ("0.64", 3)]),
        ("A gap of 7.2 percentage points", [("7.2 percentage points", 1)]),
        ("We run 79 sites.", [("79", 1)]),
    ],
)
def test_a_figure_in_digits_is_found_with_its_line(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is {{< var i5.bme_percent >}} of staff.",
        "In 2021, on 31 March, for 2021/22",
        "Indicator 5, bands 8a to 9 and band 7",
        "1. first\n2. second\n   3) third",
        "See [the report](https://example.org/2021/12%20pages) and `5%`.",
        "<!-- 24% was last year's -->",
        "## Next steps {#sec-4}",
        "Seven of the nine",
    ],
)
def test_what_is_no_figure_of_the_author_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_figure_from_outside_is_left_alone_where_its_source_is_named() -> None:
    assert found('We run [79 sites]{.outside source="Estates return, 2021"}, and 80.') == [
        ("80", 1)
    ]


@pytest.mark.parametrize("attributes", [".outside", '.outside source=""', '.outside source=" "'])
def test_a_mark_without_a_source_is_a_fault_with_its_line(attributes: str) -> None:
    with pytest.raises(Fault, match="without its source") as caught:
        found(f"One.\nWe run [79]{{{attributes}}} sites.")
    assert caught.value.where == "narrative/x.md, line 2"
    assert caught.value.status is ExitStatus.NARRATIVE_AT_FAULT
