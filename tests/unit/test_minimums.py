"""The minimum that last year's report was made with, and what it hides in this year's."""

from __future__ import annotations

import pytest

from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.minimums import minimum_count_published, shows_all_numbers
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures import Status

LAST_YEAR = TrustYear("ZZX", 2020)


@pytest.mark.parametrize(
    ("text", "minimum"),
    [
        ("name: A trust\n", 5),
        ("name: A trust\ndisclosure: {minimum_count: 10}\n", 10),
        ("name: A trust\ndisclosure: {enabled: false, reason: The board decided.}\n", 1),
        ("name: A trust\ndisclosure: {minimum_count: many}\n", None),
        ("name: A trust\ndisclosure: 5\n", None),
        ("name: [A trust\n", None),
        (None, None),
    ],
)
def test_last_years_minimum_is_told_from_its_settings_whatever_stands_in_them(
    tmp_path, text, minimum
):
    workspace = Workspace(tmp_path)
    path = workspace.params_file(LAST_YEAR)
    path.parent.mkdir(parents=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert minimum_count_published(workspace, LAST_YEAR) == minimum


@pytest.mark.parametrize(
    ("text", "all_shown"),
    [
        ("name: A trust\n", False),
        ("disclosure: {enabled: false, reason: The board decided.}\n", True),
        ('"discl\\x6fsure": {minimum_count: 1, minimum_responses: 1}\n', True),
        ("? disclosure\n: minimum_count: 1\n  minimum_responses: 1\n", True),
        ("disclosure: {minimum_count: 1}\n", False),
        ("disclosure: {minimum_responses: 1}\n", False),
        ("disclosure: [enabled: false\n", False),
        ("note: of the disclosure\n", False),
        (None, False),
    ],
)
def test_a_report_shows_all_numbers_only_where_its_settings_say_so(tmp_path, text, all_shown):
    workspace = Workspace(tmp_path)
    path = workspace.params_file(LAST_YEAR)
    path.parent.mkdir(parents=True)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert shows_all_numbers(workspace, LAST_YEAR) == all_shown


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_settings_file_of_another_encoding_shows_all_numbers_only_where_it_can_be_read(
    tmp_path, encoding
):
    workspace = Workspace(tmp_path)
    path = workspace.params_file(LAST_YEAR)
    path.parent.mkdir(parents=True)
    path.write_text("disclosure: {enabled: false, reason: The board decided.}\n", encoding)
    shown = minimum_count_published(workspace, LAST_YEAR) == 1
    assert shows_all_numbers(workspace, LAST_YEAR) == shown


def set_minimum(data: YearData, year: int, minimum: int) -> None:
    path = data.workspace.params_file(TrustYear("ZZX", year))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name: A trust\ndisclosure: {{minimum_count: {minimum}}}\n", encoding="utf-8")


BEFORE = ["clinical,2,300,90,20", "clinical,8a,60,8,9", "non_clinical,2,200,60,8"]
NOW = ["clinical,2,310,95,21", "clinical,8a,70,16,12", "non_clinical,2,210,70,20"]


def test_what_last_years_report_hides_this_years_hides_as_last_years_figure(make_year):
    tables = {"workforce": BEFORE, "disciplinary": ["entered,20,7,12,year_end"]}
    set_minimum(make_year(2020, **tables), 2020, 10)
    now = {"workforce": NOW, "disciplinary": ["entered,22,9,12,year_end"]}
    result = measure_likelihood_of(make_year(2021, **now))
    assert result["ratio"].ok
    assert result.get("ratio.previous") is None
    set_minimum(result.data, 2020, 5)
    again = measure_likelihood_of(make_year(2021, **now))
    assert again["ratio.previous"].ok


def measure_likelihood_of(data: YearData):
    return measure_likelihood(data, "i3", *data.likelihood_counts("i3"))


def test_what_this_years_settings_would_hide_is_hidden_of_last_year_too(make_year):
    small = ["clinical,2,300,4,20", "non_clinical,2,200,0,8"]
    set_minimum(make_year(2020, workforce=small), 2020, 1)
    data = make_year(2021, workforce=NOW)
    result = measure_representation(data, data.workforce)
    assert result.get("bme_percent.previous") is None
    assert "workforce.bme.previous" not in result.values


def test_a_published_figure_never_stands_in_for_a_hidden_one(make_year):
    make_year(2020, workforce=["clinical,2,300,4,20", "non_clinical,2,200,0,8"])
    reported = ["1,headcount,2020,bme,4,count,Report", "1,percent,2020,bme,0.8,percent,Report"]
    data = make_year(2021, workforce=NOW, reported=reported)
    result = measure_representation(data, data.workforce)
    assert result.get("bme_percent.previous") is None
    assert "workforce.bme.previous" not in result.values
    hidden = make_year(
        2021, workforce=["clinical,2,300,4,20", "non_clinical,2,200,0,8"],
        reported=["1,percent,2021,bme,0.8,percent,Report"],
    )  # fmt: skip
    first = measure_representation(hidden, hidden.workforce)
    assert first["bme_percent"].status is Status.SUPPRESSED


def test_a_small_published_headcount_takes_the_others_that_were_published_along(make_year):
    reported = [
        "1,headcount,2021,white,280,count,Report", "1,headcount,2021,bme,3,count,Report",
        "1,headcount,2021,unknown,17,count,Report", "1,headcount,2021,,300,count,Report",
        "1,percent,2021,bme,1.0,percent,Report",
    ]  # fmt: skip
    data = make_year(2021, reported=reported)
    result = measure_representation(data, data.workforce)
    keys = ("workforce.white", "workforce.bme", "workforce.unknown", "workforce.total")
    assert {result.values[key].status for key in keys} == {Status.SUPPRESSED}
    assert result["bme_percent"].status is Status.SUPPRESSED


def test_settings_of_a_year_alone_have_no_minimum_of_another(make_year):
    data = make_year(2021, workforce=NOW)
    assert data.previous is None
    assert data.published_minimum is None
    assert data.settings == Settings()
