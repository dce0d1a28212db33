"""What counts as a figure that an author has written out."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wres_report.faults import ExitStatus, Fault
from wres_report.narrative.binding.literals import literals_in


def found(text: str) -> list[tuple[str, int]]:
    return [(literal.text, literal.line) for literal in literals_in(text, "narrative/x.md")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 24% of staff.", [("24%", 1)]),
        ("First.\n\nThen 1,101 people and 0.64.", [("1,101", 3), ("0.64", 3)]),
        ("A gap of 7.2 percentage points", [("7.2 percentage points", 1)]),
        ("We run 79 sites.", [("79", 1)]),
        ("It is 24\N{NO-BREAK SPACE}% of staff.", [("24 %", 1)]),
        ("1 in 4 colleagues", [("1 in 4", 1)]),
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
        "Seven of the nine, and twice as likely as one in three",
        "In the 2021 staff survey, in 2019-20, in 2021-22, in the 1990s, from 2016 to 2021",
        "On 31/03/2021, on 1 May 2021, by the 2nd of June, at 9.30am and at 14:05",
        "After COVID-19 we met 1:1, on call 24/7, in HU10 and for q14a, and KF25",
        "Bands 1 to 4, 5-7 and 8a, bands 8a/8b, band 6 or 7, indicators 5, 6 and 8",
        "Section 4.1, table 12, question 31, (figure 3), Figure 4 and see figure 5",
        "### 4.1 Findings",
        "For 12 months, 90 days and 3 years",
        "A note[^1], per km^2^, www.example.org/2021-24 and me24@example.org",
    ],
)
def test_what_is_no_figure_of_the_author_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("We employ 2021 people", "2021"),
        ("Of our 2021 White staff", "2021"),
        ("2021 of our colleagues answered", "2021"),
        ("3,868 White staff and 2019 staff", "2019"),
        ("There were 2040 {{< var term.short >}} colleagues", "2040"),
        ("143 White staff and", "143"),
        ("12 Freedom to Speak Up Guardians", "12"),
        ("Only 143 may apply", "143"),
        ("The figure 1.43 is", "1.43"),
        ("A figure 31 of", "31"),
        ("Under this indicator 24 staff", "24"),
        ("Under indicator 24 staff", "24"),
        ("In band 7, 12 colleagues", "12"),
        ("In band 7, 4 colleagues", "4"),
        ("In bands 5 to 7, 4 colleagues", "4"),
        ("In bands 5 to 7 1,101 staff", "1,101"),
        ("It was 1,1101 staff", "1,1101"),
        ("It was 1,01 staff", "1,01"),
        ("It was 2000..0 in all", "2000..0"),
        ("It was .64 in all", ".64"),
        ("It was 24,3% in all", "24,3%"),
        ("It was 3/10 of them", "3/10"),
        ("It was 1:4 for White staff", "1:4"),
        ("It was 143staff", "143staff"),
        ("We spent £1.2m on it", "1.2m"),
        ("Of whom {24%} were", "24%"),
        ("311 March 2021", "311"),
    ],
)
def test_no_rule_for_what_is_no_figure_hides_one(text: str, hidden: str) -> None:
    assert (hidden, 1) in found(text)


@given(st.from_regex(r"[0-9]([0-9.,]{0,6}[0-9])?%?", fullmatch=True))
def test_whatever_is_made_of_digits_is_a_figure_unless_it_is_a_year_or_a_date(typed: str) -> None:
    year = re.fullmatch(r"(?:199|20[0-4])[0-9]", typed)
    day = re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}(?:[0-9]{2})?", typed)
    assume(not year and not day)
    assert found(f"It was {typed} in the end.")


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
