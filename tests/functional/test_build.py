"""``wres build`` as a user runs it: what it writes, and that it writes it again the same."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from tests.conftest import Command

pytestmark = pytest.mark.functional
TRUST_YEARS = ("LON/2020", "R1L/2021", "RV9/2021", "RX7/2023", "RYC/2017", "ZZX/2021")
DOCUMENTS = ("index.html", "report.pdf", "report.docx")


def files_below(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("trust_year", TRUST_YEARS)
def test_a_build_writes_every_output_of_the_contract(built: Path, trust_year: str) -> None:
    folder = built / trust_year
    for name in (*DOCUMENTS, "actions.xlsx", "results.json", "quality.json", "manifest.json"):
        assert (folder / name).stat().st_size > 100, name
    assert len(list((folder / "notebooks").glob("*.ipynb"))) == 9
    assert (folder / "report/_quarto.yml").is_file()
    assert sorted(p.name for p in built.glob(".*")) == []


def test_the_page_of_all_reports_leads_to_every_document(built: Path) -> None:
    page = BeautifulSoup((built / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = {link["href"] for link in page.select("a[href]")}
    for trust_year in TRUST_YEARS:
        for name in (*DOCUMENTS, "actions.xlsx"):
            assert f"{trust_year}/{name}" in links


def test_the_workbook_gives_the_plan_back_with_its_variables_filled_in(built: Path) -> None:
    book = load_workbook(built / "RV9/2021/actions.xlsx")
    assert book.sheetnames == ["Cover", "Notes", "Actions", "Progress"]
    text = " ".join(str(cell.value) for row in book["Actions"].iter_rows() for cell in row)
    assert "80.0%" in text
    assert "{{<" not in text


@pytest.mark.parametrize("trust_year", TRUST_YEARS)
def test_staged_and_executed_notebooks_carry_no_times_and_no_machine_paths(
    built: Path, trust_year: str
) -> None:
    for path in (built / trust_year).rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        notebook = json.loads(text)
        assert "papermill" not in notebook["metadata"]
        assert str(built) not in text
        assert not re.search(r"20\d\d-\d\d-\d\dT\d\d:\d\d", text)


@pytest.mark.parametrize("trust_year", TRUST_YEARS)
def test_no_text_output_names_a_folder_of_this_machine(built: Path, trust_year: str) -> None:
    for path in (built / trust_year).rglob("*"):
        if path.suffix in {".json", ".html", ".md", ".qmd", ".yml", ".ipynb"}:
            assert str(built.parent) not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("trust_year", TRUST_YEARS)
def test_the_manifest_lists_every_output_with_its_hash(built: Path, trust_year: str) -> None:
    folder = built / trust_year
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    found = files_below(folder)
    del found["manifest.json"]
    assert manifest["outputs"] == found
    assert f"data/{trust_year}/actions.csv" in manifest["inputs"]


def test_every_variable_of_quarto_is_a_string_on_two_levels(built: Path) -> None:
    import yaml

    for trust_year in TRUST_YEARS:
        text = (built / trust_year / "report/_variables.yml").read_text(encoding="utf-8")
        variables = yaml.safe_load(text)
        assert variables["i2"]["ratio"]
        assert all(isinstance(v, str) for branch in variables.values() for v in branch.values())


def test_small_counts_of_the_synthetic_trust_appear_in_no_result(built: Path) -> None:
    results = json.loads((built / "ZZX/2021/results.json").read_text(encoding="utf-8"))
    shown = {
        key: entry["value"]
        for key, entry in results["values"].items()
        if entry["unit"] == "count" and not key.startswith(("i9.", "plan.")) and entry["value"]
    }
    assert shown
    assert not {key: value for key, value in shown.items() if 0 < value < 5 and "change" not in key}
    assert any(entry["status"] == "suppressed" for entry in results["values"].values())


def test_a_missing_table_is_reported_as_not_supplied_and_stops_nothing_else(
    stored_workspace: Path, wres: Command
) -> None:
    for name in ("training", "board", "survey", "recruitment", "disciplinary"):
        (stored_workspace / f"data/RV9/2021/{name}.csv").unlink()
    for path in (stored_workspace / "data/RV9/2021/narrative").glob("*.md"):
        path.unlink()
    for name in ("actions", "progress"):
        (stored_workspace / f"data/RV9/2021/{name}.csv").unlink()
    result = wres("build", "RV9/2021", "--renderer", "embedded", folder=stored_workspace)
    assert result.returncode == 0, result.stderr
    values = json.loads((stored_workspace / "outputs/RV9/2021/results.json").read_text())["values"]
    assert values["i4.ratio"]["status"] == "not_supplied"
    assert values["i4.ratio"]["value"] is None
    assert values["i1.bme_percent"]["status"] == "ok"
    page = (stored_workspace / "outputs/RV9/2021/index.html").read_text(encoding="utf-8")
    assert "did not supply" in page


def spoil_notebook(workspace: Path, repository: Path, name: str, code: str) -> None:
    """Give the workspace notebooks of its own, one of which ends in ``code``."""
    notebooks = workspace / "notebooks"
    notebooks.mkdir()
    for path in (repository / "notebooks").glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        if path.stem == name:
            assert "wres.hand_over(result)" in text
            text = text.replace("wres.hand_over(result)", code)
        (notebooks / path.name).write_text(text, encoding="utf-8")


def test_a_failing_notebook_is_named_with_its_cell_and_error(
    stored_workspace: Path, wres: Command, repository: Path
) -> None:
    spoil_notebook(stored_workspace, repository, "4_training", "1 / 0")
    result = wres("build", "RV9/2021", "--to", "html", folder=stored_workspace)
    assert result.returncode == 11
    assert "4_training" in result.stderr
    assert "RV9/2021" in result.stderr
    assert "ZeroDivisionError: division by zero" in result.stderr
    assert "cell 9" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (stored_workspace / "outputs/RV9/2021").exists()
    assert (stored_workspace / "outputs/failed/RV9/2021/4_training.ipynb").is_file()


def test_a_killed_worker_fails_its_own_trust_year_and_the_others_are_built(
    stored_workspace: Path, wres: Command, repository: Path
) -> None:
    kill_the_runner = (
        "import os, signal; trust == 'RV9' and os.kill(os.getppid(), signal.SIGKILL); "
        "wres.hand_over(result)"
    )
    spoil_notebook(stored_workspace, repository, "1_workforce", kill_the_runner)
    result = wres(
        "build", "RV9/2021", "R1L/2021", "--to", "html", "--jobs", "1", folder=stored_workspace
    )
    assert result.returncode == 1
    assert "A worker was killed while it made the notebooks of RV9/2021" in result.stderr
    assert "--jobs 1" in result.stderr
    assert "Stopped" not in result.stderr
    assert "Traceback" not in result.stderr
    outputs = stored_workspace / "outputs"
    assert sorted(path.name for path in outputs.iterdir()) == ["R1L", "index.html", "manifest.json"]
    assert (outputs / "R1L/2021/index.html").is_file()
