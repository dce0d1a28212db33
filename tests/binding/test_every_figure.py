"""No typed figure goes unseen: in every narrative of the repository, with every slip of a digit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.binding.reports import Narrative, Use, changes, narratives, uses
from tests.claims.sentences import generate
from wres_report.narrative.binding.literals import literals_in

# These print years and dates, which cannot be told from other years and dates.
DATES = ("national.year", "report.action_year", "report.snapshot", "report.survey")


@pytest.fixture(scope="module")
def files(built: Path) -> list[Narrative]:
    found = narratives(built)
    assert len(found) > 40
    return found


@pytest.fixture(scope="module")
def figures_used(files: list[Narrative]) -> list[Use]:
    found = [use for narrative in files for use in uses(narrative) if use.key not in DATES]
    assert len(found) > 80
    return found


def test_the_words_of_the_repository_name_variables_and_type_no_figure(
    files: list[Narrative],
) -> None:
    typed = [(n.where, literal.text) for n in files for literal in literals_in(n.text, n.where)]
    assert typed == []
    assert [(n.where, str(r)) for n in files for r in n.check(n.text)] == []


def test_of_slips_of_a_digit_in_the_figures_of_the_narratives_hardly_one_goes_unseen(
    figures_used: list[Use],
    request: pytest.FixtureRequest,
) -> None:
    # What is left reads as another figure of the data that the sentence may mean as well.
    every = [(use, typed) for use in figures_used for typed in changes(use.printed)]
    # A slip differs little from the one beside it: in every run one of each seven is tried.
    tried = every if request.config.getoption("--truth") else every[::7]
    unseen = [
        f"{use}, {use.printed} typed as {typed}"
        for use, typed in tried
        if not any(remark.wrong for remark in use.check(typed))
    ]
    assert len(every) > 1000
    assert len(tried) > 400
    assert len(unseen) <= len(tried) / 200, unseen


def test_a_figure_that_is_typed_as_it_is_printed_is_told_with_a_variable_that_prints_it(
    figures_used: list[Use],
) -> None:
    for use in figures_used:
        told = " ".join(remark.action for remark in use.check(use.printed))
        named = re.findall(r"[a-z]\w*(?:\.\w+)+", told)
        variables = use.narrative.variables
        assert any(variables.get(key) == use.printed for key in named), f"{use}: {told}"


def test_of_slips_in_sentences_of_all_kinds_hardly_one_in_two_hundred_goes_unseen(
    files: list[Narrative],
) -> None:
    # What is left says something true: another board, another benchmark, the survey before.
    narrative = next(n for n in files if n.where == "data/ZZX/2021/narrative/conclusions.md")
    tried, unseen = 0, []
    for number, sample in enumerate(generate(narrative.figures)):
        literals = [found for found in literals_in(sample.text, "") if found.number is not None]
        for literal in literals if not sample.fault else []:
            slips = changes(literal.text)
            text = sample.text.replace(literal.text, slips[number % len(slips)], 1)
            tried += 1
            if not any(
                remark.wrong for remark in narrative.check(f"## {sample.heading}\n\n{text}")
            ):
                unseen.append(text)
    assert tried > 800
    assert len(unseen) <= tried / 200, unseen


def test_a_slip_in_a_figure_marked_as_one_from_outside_cannot_be_seen(
    figures_used: list[Use],
) -> None:
    for use in figures_used:
        for typed in changes(use.printed)[:3]:
            marked = f'[{typed}]{{.outside source="a return of our own"}}'
            assert not any(typed in remark.what for remark in use.check(marked)), f"{use}: {typed}"


def test_years_and_dates_are_left_alone(files: list[Narrative]) -> None:
    of_dates = [use for narrative in files for use in uses(narrative) if use.key in DATES]
    assert {use.key for use in of_dates} == set(DATES)
    for use in of_dates:
        assert use.check(use.printed) == [], str(use)
