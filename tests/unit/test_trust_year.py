"""Trust-years and workspaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs import workspace as workspace_module
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace


def test_a_trust_year_is_read_as_it_is_written():
    trust_year = TrustYear.parse("RV9/2021")
    assert trust_year == TrustYear("RV9", 2021)
    assert str(trust_year) == "RV9/2021"


def test_a_trust_year_of_another_standard_names_it():
    trust_year = TrustYear.parse("RV9/2021/wdes")
    assert trust_year == TrustYear("RV9", 2021, "wdes")
    assert str(trust_year) == "RV9/2021/wdes"
    assert trust_year.previous == TrustYear("RV9", 2020, "wdes")
    assert TrustYear.of_results(trust_year.in_results()) == trust_year


def test_the_standard_that_needs_no_name_may_be_named():
    assert TrustYear.parse("RV9/2021/wres") == TrustYear.parse("RV9/2021")
    assert str(TrustYear.parse("RV9/2021/wres")) == "RV9/2021"
    assert TrustYear("RV9", 2021).in_results() == {"trust": "RV9", "year": 2021}


@pytest.mark.parametrize(
    "text",
    ["", "RV9", "RV9/", "RV9/21", "RV9/1921", "rv/2021", "RV/2021", "RV9-2021", "RV9/2021/x",
     "../RV9/2021", "TOOLONG1/2021"],
)  # fmt: skip
def test_anything_else_is_a_usage_fault_that_shows_the_form(text):
    with pytest.raises(Fault, match="RV9/2021") as caught:
        TrustYear.parse(text)
    assert caught.value.status is ExitStatus.USAGE
    assert f"“{text}”" in caught.value.what


def test_the_survey_is_that_of_the_autumn_before_the_snapshot():
    trust_year = TrustYear("RV9", 2021)
    assert trust_year.survey_year == 2020
    assert trust_year.snapshot == "31 March 2021"
    assert trust_year.previous == TrustYear("RV9", 2020)


def test_trust_years_sort_by_code_and_then_by_year():
    years = [TrustYear("RX7", 2020), TrustYear("RV9", 2021), TrustYear("RV9", 2020)]
    assert [str(t) for t in sorted(years)] == ["RV9/2020", "RV9/2021", "RX7/2020"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "data").mkdir()
    for name in ("RV9/2020", "RV9/2021", "RX7/2021"):
        path = tmp_path / "params" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("name: A\n", encoding="utf-8")
    (tmp_path / "params" / "RV9" / "notes.yaml").write_text("", encoding="utf-8")
    return Workspace.open(tmp_path)


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        ((), ["RV9/2020", "RV9/2021", "RX7/2021"]),
        (("all",), ["RV9/2020", "RV9/2021", "RX7/2021"]),
        (("RV9",), ["RV9/2020", "RV9/2021"]),
        (("RX7/2021",), ["RX7/2021"]),
        (("RX7", "RV9/2020"), ["RV9/2020", "RX7/2021"]),
        (("RV9", "RV9/2021"), ["RV9/2020", "RV9/2021"]),
    ],
)
def test_trust_years_are_chosen_by_year_by_trust_or_all(workspace, names, chosen):
    assert [str(t) for t in workspace.select(names)] == chosen


def test_the_standards_of_a_trust_year_are_chosen_with_it_or_alone(workspace):
    (workspace.standards / "bank").mkdir(parents=True)
    (workspace.standards / "bank" / "standard.yaml").write_text("name: B\n", encoding="utf-8")
    for name in ("bank", "wres", "draft"):
        path = workspace.root / "params" / "RV9" / f"2021-{name}.yaml"
        path.write_text("name: A\n", encoding="utf-8")
    assert [str(t) for t in workspace.select(("RV9",))] == ["RV9/2020", "RV9/2021", "RV9/2021/bank"]
    assert workspace.select(("RV9/2021",)) == [TrustYear("RV9", 2021)]
    assert TrustYear("RV9", 2021, "bank") in workspace.trust_years()


@pytest.mark.parametrize("text", ["rv9/2021", "Rv9/2021", " RV9/2021 ", "rv9\\2021"])
def test_a_trust_year_is_understood_in_small_letters_and_with_the_stroke_of_windows(text):
    assert TrustYear.parse(text) == TrustYear("RV9", 2021)


def test_a_standard_that_is_not_known_is_told_with_those_that_are(workspace):
    with pytest.raises(Fault, match="no standard “other”") as caught:
        workspace.standard(TrustYear("RV9", 2021, "other"))
    assert "wres" in caught.value.action


def test_what_the_files_of_a_standard_do_not_say_is_named(workspace):
    path = workspace.root / "standards" / "bank" / "standard.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("name: A\n", encoding="utf-8")
    with pytest.raises(Fault, match="“bank” do not say 'short'") as caught:
        workspace.standard(TrustYear("RV9", 2021, "bank"))
    assert caught.value.where == "standards/bank/"


@pytest.mark.parametrize("name", ["RV9/2019", "RXX", "rxx"])
def test_an_unknown_trust_year_is_named_with_those_that_exist(workspace, name):
    with pytest.raises(Fault, match=name) as caught:
        workspace.select((name,))
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert "RV9/2020, RV9/2021, RX7/2021" in caught.value.action
    assert caught.value.where.startswith(f"params/{name}")


def test_a_misspelt_trust_year_is_a_usage_fault(workspace):
    with pytest.raises(Fault) as caught:
        workspace.select(("RV9/21",))
    assert caught.value.status is ExitStatus.USAGE


def test_a_workspace_without_settings_says_what_to_add(tmp_path):
    (tmp_path / "data").mkdir()
    with pytest.raises(Fault, match="no trust-year") as caught:
        Workspace.open(tmp_path).select(())
    assert "wres new RV9/2022" in caught.value.action


def test_a_folder_without_data_is_no_workspace(tmp_path):
    with pytest.raises(Fault, match="no data folder") as caught:
        Workspace.open(tmp_path)
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert "--project" in caught.value.action
    assert "wres new RV9/2022" in caught.value.action


@pytest.mark.parametrize("name", ["rv9", "rv9/2021", "RV9\\2021"])
def test_a_trust_is_found_in_whatever_letters_it_is_typed(workspace, name):
    assert TrustYear("RV9", 2021) in workspace.select((name,))


def test_paths_stand_where_the_contract_says(workspace, tmp_path):
    trust_year = TrustYear("RV9", 2021)
    root = tmp_path.resolve()
    assert workspace.data_folder(trust_year) == root / "data/RV9/2021"
    assert workspace.params_file(trust_year) == root / "params/RV9/2021.yaml"
    assert workspace.outputs == root / "outputs"
    other = TrustYear("RV9", 2021, "wdes")
    assert workspace.data_folder(other) == root / "data/RV9/2021/wdes"
    assert workspace.params_file(other) == root / "params/RV9/2021-wdes.yaml"
    assert workspace.pin_file(other) == root / "pins/RV9/2021-wdes.json"
    assert workspace.relative(root / "data" / "RV9" / "x.csv") == "data/RV9/x.csv"


def test_a_data_folder_that_is_a_link_elsewhere_keeps_its_short_name(tmp_path):
    elsewhere, root = tmp_path / "share", tmp_path / "project"
    elsewhere.mkdir()
    root.mkdir()
    (root / "data").symlink_to(elsewhere, target_is_directory=True)
    workspace = Workspace.open(root)
    path = workspace.data_folder(TrustYear("RV9", 2021)) / "board.csv"
    assert workspace.relative(path) == "data/RV9/2021/board.csv"


def test_templates_are_the_workspaces_own_before_the_packages(workspace, tmp_path):
    packaged = workspace.templates("report")
    assert packaged.is_dir()
    assert not packaged.is_relative_to(tmp_path)
    (tmp_path / "notebooks").mkdir()
    assert workspace.templates("notebooks") == tmp_path.resolve() / "notebooks"


def test_templates_that_are_nowhere_are_an_input_fault(workspace, monkeypatch, tmp_path):
    monkeypatch.setattr(workspace_module, "PACKAGED", tmp_path / "none")
    monkeypatch.setattr(workspace_module, "CHECKOUT", tmp_path / "none")
    with pytest.raises(Fault, match="report"):
        workspace.templates("report")
