"""``wres new``: a trust-year that can be checked and built before anything is filled in."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import Command, copy_workspace
from wres_report.hashes import tree_hashes
from wres_report.standard import load_standard

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A folder that was empty before a first trust-year was started in it."""
    folder = tmp_path_factory.mktemp("empty")
    result = wres("new", "ABC/2022", "--name", "Example NHS Trust", folder=folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """The repository's trusts, two of which begin another year."""
    folder = copy_workspace(tmp_path_factory.mktemp("following") / "workspace")
    for trust_year in ("RV9/2022", "RX7/2024"):
        result = wres("new", trust_year, folder=folder)
        assert result.returncode == 0, result.stderr
    return folder


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_new_trust_year_passes_the_gate_and_is_built_as_it_is(empty: Path, wres: Command) -> None:
    checked = wres("check", "ABC/2022", folder=empty)
    assert "clean" in checked.stdout
    built = wres("build", "ABC/2022", "--renderer", "embedded", "--to", "html", folder=empty)
    assert built.returncode == 0, built.stderr
    results = json.loads((empty / "outputs/ABC/2022/results.json").read_text(encoding="utf-8"))
    assert results["report"]["name"] == "Example NHS Trust"
    own = [v for k, v in results["values"].items() if not k.endswith(".benchmark")]
    assert {value["status"] for value in own} == {"not_supplied"}
    page = (empty / "outputs/ABC/2022/index.html").read_text(encoding="utf-8")
    assert "has not supplied a foreword" in page
    assert "Replace this comment" not in page


def test_every_band_and_every_survey_question_has_its_row(empty: Path) -> None:
    standard = load_standard()
    workforce = rows_of(empty / "data/ABC/2022/workforce.csv")
    assert len(workforce) == 2 * len(standard.bands) + len(standard.medical_grades)
    assert all(row["white"] == row["bme"] == row["unknown"] == "" for row in workforce)
    survey = rows_of(empty / "data/ABC/2022/survey.csv")
    asked = {(row["indicator"], row["survey_year"], row["group"]) for row in survey}
    assert asked == {(str(n), "2021", group) for n in (5, 6, 7, 8) for group in ("white", "bme")}
    (disciplinary,) = rows_of(empty / "data/ABC/2022/disciplinary.csv")
    assert disciplinary["basis"] == standard.indicator("i3").version(2022).basis


def test_earlier_surveys_areas_and_the_ids_of_the_plan_are_taken_over(following: Path) -> None:
    last, new = following / "data/RV9/2021", following / "data/RV9/2022"
    survey = rows_of(new / "survey.csv")
    before = rows_of(last / "survey.csv")
    assert survey[: len(before)] == before
    assert {row["survey_year"] for row in survey[len(before) :]} == {"2021"}
    assert all(row["percent"] == "" for row in survey[len(before) :])
    assert rows_of(new / "locality.csv") == rows_of(last / "locality.csv")
    ids = [row["id"] for row in rows_of(last / "actions.csv")]
    assert [row["id"] for row in rows_of(new / "progress.csv")] == ids
    assert not (new / "facts.csv").exists()
    assert not (new / "actions.csv").exists()


def test_the_settings_of_last_year_hold_but_for_what_belongs_to_its_report(following: Path) -> None:
    text = (following / "params/RV9/2022.yaml").read_text(encoding="utf-8")
    settings = yaml.safe_load(text)
    assert settings["name"] == "Humber Teaching NHS Foundation Trust"
    assert settings["state"] == "draft"
    assert settings["unknown_label"] == "Prefer not to say"
    assert settings["plan"]["columns"][1]["heading"] == "Outcome"
    assert not {"published", "action_year", "national_year", "as_at", "disclosure"} & set(settings)


def test_what_goes_on_can_be_built_with_last_years_plan(following: Path, wres: Command) -> None:
    result = wres(
        "build", "RV9/2022", "RX7/2024", "--renderer", "embedded", "--to", "html", folder=following
    )
    assert result.returncode == 0, result.stderr
    # The plan of 2021 speaks of the surveys that it was made after.
    page = (following / "outputs/RV9/2022/report/fragments/progress.md").read_text("utf-8")
    assert "var i7.bme_percent_y2020" in page
    assert "var i7.bme_percent >" not in page
    narrative = following / "data/RX7/2024/narrative"
    assert [path.name for path in narrative.iterdir()] == ["preface.md"]


@pytest.mark.parametrize("there", ["params/ABC/2022.yaml", "data/ABC/2022"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, wres: Command, there: str) -> None:
    path = tmp_path / there
    path.parent.mkdir(parents=True)
    path.write_text("kept") if path.suffix else path.mkdir()
    result = wres("new", "ABC/2022", "--name", "Another", folder=tmp_path)
    assert result.returncode == 2
    assert there in result.stderr
    assert len([p for p in tmp_path.rglob("*") if p.is_file()]) == (1 if path.suffix else 0)


@pytest.mark.parametrize("form", [[], ["--workbook"]])
def test_a_start_that_was_killed_before_its_settings_is_made_again_unless_somebody_went_on(
    tmp_path: Path, wres: Command, form: list[str]
) -> None:
    arguments = ["new", "ABC/2022", "--name", "Another", *form]
    assert wres(*arguments, folder=tmp_path).returncode == 0
    whole = tree_hashes(tmp_path)
    (tmp_path / "params/ABC/2022.yaml").unlink()
    assert wres(*arguments, folder=tmp_path).returncode == 0
    assert tree_hashes(tmp_path) == whole
    (tmp_path / "params/ABC/2022.yaml").unlink()
    words = tmp_path / "data/ABC/2022/narrative/foreword.md"
    words.write_text("Ours.\n", encoding="utf-8")
    result = wres(*arguments, folder=tmp_path)
    assert result.returncode == 2
    assert words.read_text(encoding="utf-8") == "Ours.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ABC/2022"], "The name of the trust ABC is not known"),
        (["ABC-2022", "--name", "x"], "is not a trust-year"),
        (["ABC/2022", "--name", "x", "--kind", "plan"], "There is no kind of report “plan”"),
    ],
)
def test_what_is_lacking_is_told_and_nothing_is_written(
    tmp_path: Path, wres: Command, arguments: list[str], told: str
) -> None:
    result = wres("new", *arguments, folder=tmp_path)
    assert result.returncode == 2
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert not list(tmp_path.iterdir())


def test_the_name_is_that_of_the_trusts_report_on_another_standard(
    tmp_path: Path, wres: Command
) -> None:
    settings = tmp_path / "params/ABC/2022.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text("name: Example NHS Trust\n", encoding="utf-8")
    result = wres("new", "ABC/2022/wdes", folder=tmp_path)
    assert result.returncode == 0, result.stderr
    started = (tmp_path / "params/ABC/2022-wdes.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(started)["name"] == "Example NHS Trust"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, wres: Command) -> None:
    (tmp_path / "data").write_text("a file")
    result = wres("new", "ABC/2022", "--name", "x", folder=tmp_path)
    assert result.returncode == 15
    assert "cannot be written" in result.stderr
    assert not (tmp_path / "params").exists()
