"""What a notebook reads, and how a result is handed over."""

from __future__ import annotations

import json

import pytest

from wres_report.faults import Fault
from wres_report.indicators.result import Result, with_previous
from wres_report.indicators.year import find_workspace
from wres_report.measures import Status, Unit, Value
from wres_report.measures.codec import value_as_json
from wres_report.measures.counts import Counts
from wres_report.measures.value import absent
from wres_report.measures.verdicts import NOT_SUPPLIED, WORSE


def file_of(data, table):
    return data.workspace.data_folder(data.trust_year) / f"{table}.csv"


def test_a_table_that_is_not_there_is_not_supplied(make_year):
    data = make_year()
    assert data.table("board") is None
    assert data.counts("board", membership="voting") == Counts()
    assert data.reported(2, "ratio", "", 2020) is None
    assert data.likelihood_counts("i2") == (Counts(), Counts())


def test_a_table_that_cannot_be_read_is_an_input_fault_with_its_path(make_year):
    data = make_year()
    file_of(data, "board").write_text("", encoding="utf-8")
    with pytest.raises(Fault, match=r"data/ZZX/2021/board\.csv"):
        data.table("board")


def test_a_table_of_last_year_that_cannot_be_read_counts_as_not_supplied(make_year):
    last = make_year(2020, workforce=["all,all,2400,116,100"])
    file_of(last, "workforce").write_bytes(b"\xff")
    file_of(last, "board").symlink_to("nothing.csv")
    before = make_year(2021, workforce=["all,all,2643,143,243"]).previous
    assert before.table("workforce") is None
    assert before.table("board") is None
    assert before.workforce.total() == Counts()


def test_a_number_of_last_year_that_can_be_none_of_people_is_not_supplied(make_year):
    make_year(2020, recruitment=[f"shortlisted,-5,{'9' * 400},18", "appointed,10000001,17,5"])
    before = make_year(2021).previous
    assert before.likelihood_counts("i2") == (Counts(None, 17, 5), Counts(None, None, 18))
    assert before.table("recruitment")[["white", "bme"]].count().tolist() == [0, 1]


def test_the_year_before_is_there_only_if_its_folder_is(make_year):
    data = make_year(2021)
    assert data.previous is None
    make_year(2020)
    assert make_year(2021).previous.year == 2020


def test_the_year_before_has_the_same_settings(make_year):
    make_year(2020)
    data = make_year(2021, settings={"minimum_count": 1})
    assert data.previous.settings is data.settings


def test_cases_come_with_the_people_they_come_from(make_year):
    data = make_year(
        recruitment=["shortlisted,855,47,18", "appointed,198,17,5"],
        workforce=["all,all,2643,143,243"],
        training=["accessed,1639,105,156"],
    )
    assert data.likelihood_counts("i2") == (Counts(198, 17, 5), Counts(855, 47, 18))
    assert data.likelihood_counts("i4") == (Counts(1639, 105, 156), Counts(2643, 143, 243))
    assert data.likelihood_sources("i2") == ("data/ZZX/2021/recruitment.csv",)
    assert data.likelihood_sources("i4") == (
        "data/ZZX/2021/training.csv",
        "data/ZZX/2021/workforce.csv",
    )


def test_a_figure_published_without_its_counts_keeps_source_and_decimals_and_says_so(make_year):
    data = make_year(reported=["2,ratio,2020,,1.5,ratio,Report", "4,ratio,2020,,,ratio,Report"])
    found = data.reported(2, "ratio", "", 2020)
    assert found == Value(
        1.5, Unit.RATIO, source=("data/ZZX/2021/reported.csv",), note="as published", decimals=1,
        rows=(("data/ZZX/2021/reported.csv", 2),),
    )  # fmt: skip
    assert data.reported(4, "ratio", "", 2020) is None
    assert data.reported(2, "ratio", "bme", 2020) is None
    assert data.reported(2, "ratio", "", 2019) is None


def test_the_basis_is_the_stated_one_and_otherwise_that_of_the_year(make_year):
    assert make_year(2019).basis("i3") == "two_year_average"
    assert make_year(2021).basis("i3") == "year_end"
    stated = make_year(2021, disciplinary=["entered,17,1,1,two_year_average"])
    assert stated.basis("i3") == "two_year_average"
    silent = make_year(2022, disciplinary=["entered,17,1,1,"])
    assert silent.basis("i3") == "year_end"


def test_the_national_figure_names_its_year(make_year):
    data = make_year(2024)
    figure = data.national("i2", "ratio", "", Unit.RATIO)
    assert (figure.number, figure.note) == (1.59, "England, WRES 2023")
    assert data.national("i2", "percent", "", Unit.PERCENT).status is Status.NOT_SUPPLIED


def test_the_year_of_the_national_figure_is_a_setting(make_year):
    data = make_year(2021, settings={"national_year": 2020})
    assert data.national("i3", "ratio", "", Unit.RATIO).number == 1.16
    assert make_year(2021).national_year == 2021


def test_a_national_figure_of_another_basis_than_the_reports_is_not_compared(make_year):
    data = make_year(2020, settings={"national_year": 2019})
    assert data.national("i3", "ratio", "", Unit.RATIO).status is Status.NOT_SUPPLIED
    opportunity = make_year(2022, settings={"national_year": 2020})
    assert not opportunity.national("i7", "bme_percent", "bme", Unit.PERCENT).ok


def test_the_workspace_is_the_nearest_folder_upwards(make_year, tmp_path, monkeypatch):
    make_year()
    (tmp_path / "params").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert find_workspace("").root == tmp_path.resolve()
    assert find_workspace(str(tmp_path)).root == tmp_path.resolve()


def test_without_a_workspace_the_parameter_to_set_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Fault, match="project") as caught:
        find_workspace("")
    assert caught.value.status == 15


def test_last_years_figure_comes_with_the_change():
    values = {"i5.gap": Value(4.0, Unit.PP)}
    with_previous(values, "i5.gap", Value(1.0, Unit.PP))
    assert values["i5.gap.previous"].number == 1.0
    assert values["i5.gap.change"].number == 3.0


@pytest.mark.parametrize("previous", [None, absent(Unit.PP)])
def test_without_last_years_figure_nothing_is_added(previous):
    values = {"i5.gap": Value(4.0, Unit.PP)}
    with_previous(values, "i5.gap", previous)
    assert list(values) == ["i5.gap"]


def test_a_figure_is_handed_over_as_the_contract_has_it():
    value = Value(0.64024767801, Unit.RATIO, low=0.4, high=0.9, n=47, note="as published")
    value = value.from_source("a.csv", rows=[("a.csv", 3), ("a.csv", 2), ("a.csv", 3)])
    assert value_as_json(value) == {
        "value": 0.640247678,
        "display": "0.64",
        "decimals": 2,
        "unit": "ratio",
        "low": 0.4,
        "high": 0.9,
        "n": 47,
        "status": "ok",
        "source": ["a.csv"],
        "note": "as published",
        "numerator": None,
        "rows": {"a.csv": [2, 3]},
    }


def test_an_absent_figure_is_null_and_says_why():
    handed = value_as_json(absent(Unit.RATIO, Status.NOT_CALCULABLE))
    assert handed["value"] is None
    assert handed["status"] == "not_calculable"
    assert handed["display"] == "not calculable"


def test_whole_numbers_are_handed_over_as_such():
    assert repr(value_as_json(Value(3029.0, Unit.COUNT))["value"]) == "3029"
    assert repr(value_as_json(Value(-0.0, Unit.PP))["value"]) == "0"


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_infinity_is_never_handed_over(number):
    with pytest.raises(ValueError, match="finite"):
        value_as_json(Value(1.0, Unit.RATIO, low=0.5, high=number))


def test_a_result_knows_its_headline_and_its_payload_is_json(make_year):
    data = make_year()
    indicator = data.indicator("i2")
    values = {"i2.ratio": Value(1.5, Unit.RATIO), "i2.ratio.previous": Value(1.6, Unit.RATIO)}
    result = Result(data, indicator, values, WORSE, words={"i2.verdict": "worse"})
    assert result["ratio"] == result.headline == values["i2.ratio"]
    assert result["ratio"].key == "i2.ratio"
    assert result.previous == values["i2.ratio.previous"]
    assert result.get("ratio.benchmark") is None
    assert result.supplied
    payload = json.loads(json.dumps(result.payload()))
    assert payload["indicator"] == "i2"
    assert payload["verdict"] == {
        "code": "worse",
        "shape": "▲",
        "words": "worse for BME staff",
        "adverse": True,
    }


def test_a_result_of_nothing_is_not_supplied(make_year):
    data = make_year()
    values = {"i2.ratio": absent(Unit.RATIO)}
    assert not Result(data, data.indicator("i2"), values, NOT_SUPPLIED).supplied
