"""``wres verify`` as a user runs it, and a check of a report without the program at all."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import BUILT, Command, copy_with_store
from wres_report.hashes import tree_hashes

pytestmark = pytest.mark.functional
REPORT = "ZZX/2021"
WITHOUT_TABLES = "RX7/2023"


@pytest.fixture(scope="module")
def made(built: Path, tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A workspace with one report as a page, which no test changes."""
    folder = copy_with_store(built, tmp_path_factory.mktemp("verify") / "workspace")
    result = wres("build", REPORT, "--to", "html", "--renderer", "embedded", folder=folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def spoilt(made: Path, tmp_path: Path) -> Path:
    """A copy of that workspace which a test may change."""
    return Path(shutil.copytree(made, tmp_path / "workspace"))


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def test_every_report_of_the_repository_is_the_same_in_all_formats(
    built: Path, wres: Command
) -> None:
    before = tree_hashes(built)
    result = wres("verify", "--ways", "warm", "--json", folder=built.parent)
    assert result.returncode == 0, result.stdout + result.stderr
    assert tree_hashes(built) == before
    found = json.loads(result.stdout)["trust_years"]
    assert sorted(report["trust_year"] for report in found) == sorted(BUILT)
    for report in found:
        assert report["changes"] == []
        assert report["ways"]["warm"]["differences"] == []
        folder = built / report["trust_year"]
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert report["ways"]["warm"]["files"] == len(files)
        assert {f"report.{kind}" for kind in ("pdf", "docx")} <= {path.name for path in files}


def test_reports_that_are_built_again_elsewhere_by_stock_papermill_are_the_same(
    built: Path, tmp_path: Path, wres: Command
) -> None:
    root = copy_with_store(built, tmp_path / "workspace")
    page = ("--to", "html", "--renderer", "embedded")
    assert wres("build", REPORT, WITHOUT_TABLES, *page, folder=root).returncode == 0
    before = tree_hashes(root)
    result = wres("verify", "--ways", "cold", folder=root)
    assert result.returncode == 0, result.stdout + result.stderr
    assert tree_hashes(root) == before
    last = result.stdout.splitlines()[-2:]
    files = sum(
        len(json.loads((root / f"outputs/{name}/manifest.json").read_text())["outputs"]) + 1
        for name in (REPORT, WITHOUT_TABLES)
    )
    assert last[0].startswith(f"Compared: {files} files (")
    assert "with 1 new build (cold)" in last[0]
    assert last[1] == "Every byte is the same."
    assert "--runner cold" in result.stdout


def test_a_changed_input_is_named_first_and_nothing_is_built(spoilt: Path, wres: Command) -> None:
    append(spoilt / f"data/{REPORT}/narrative/foreword.md", "\nOne more sentence.\n")
    append(spoilt / f"outputs/{REPORT}/index.html", "\n")
    result = wres("verify", REPORT, folder=spoilt)
    assert result.returncode == 14, result.stderr
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines[2] == f"data data/{REPORT}/narrative/foreword.md: changed"
    assert lines[3] == f"output {REPORT}/index.html: changed"
    assert "not built again" in lines
    assert "building" not in result.stderr
    assert "--anyway" in lines[-1]


def test_a_changed_output_is_named_and_told_by_its_line(spoilt: Path, wres: Command) -> None:
    page = spoilt / f"outputs/{REPORT}/index.html"
    text = page.read_text(encoding="utf-8")
    number = next(n for n, line in enumerate(text.split("\n"), 1) if "<h1" in line)
    page.write_text(text.replace("<h1", "<h1 hidden", 1), encoding="utf-8")
    result = wres("verify", "--ways", "plain", folder=spoilt)
    assert result.returncode == 14, result.stderr
    assert f"output {REPORT}/index.html: changed" in result.stdout
    assert f"      line {number}\n" in result.stdout
    assert "<h1 hidden" in result.stdout
    assert "build them anew" in result.stdout.splitlines()[-1]


def test_anyway_builds_from_changed_data_and_shows_no_text_of_it(
    spoilt: Path, wres: Command
) -> None:
    table = spoilt / f"data/{REPORT}/training.csv"
    rows = table.read_text(encoding="utf-8").splitlines()
    cells = rows[1].split(",")
    cells[1] = str(int(cells[1]) + 100)
    table.write_text("\n".join([rows[0], ",".join(cells), *rows[2:]]) + "\n", encoding="utf-8")
    result = wres("verify", REPORT, "--ways", "plain", "--anyway", "--json", folder=spoilt)
    assert result.returncode == 14, result.stderr
    (report,) = json.loads(result.stdout)["trust_years"]
    assert [c["name"] for c in report["changes"]] == [f"data/{REPORT}/training.csv"]
    differences = {d["file"]: d["parts"] for d in report["ways"]["plain"]["differences"]}
    assert all(part["where"].startswith("values › i4.") for part in differences["results.json"])
    assert differences["results.json"][0]["before"]
    assert {part["before"] for part in differences["index.html"]} == {""}


def test_the_status_of_a_build_that_fails_is_that_of_the_verification(
    spoilt: Path, wres: Command
) -> None:
    table = spoilt / f"data/{REPORT}/survey.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(re.sub(r"(?m)^(5,2020,white,)[\d.]+", r"\g<1>250", text), encoding="utf-8")
    assert table.read_text(encoding="utf-8") != text
    result = wres("verify", REPORT, "--ways", "plain", "--anyway", folder=spoilt)
    assert result.returncode == 10, result.stdout + result.stderr
    assert "plain: not built, exit 10" in result.stdout


def test_a_report_that_is_not_built_is_to_be_built_first(made: Path, wres: Command) -> None:
    result = wres("verify", "RV9/2021", folder=made)
    assert result.returncode == 15
    assert "wres build RV9/2021" in result.stdout
    assert "Traceback" not in result.stderr


def test_where_nothing_is_built_that_is_said(workspace: Path, wres: Command) -> None:
    result = wres("verify", folder=workspace)
    assert result.returncode == 15
    assert "wres build" in result.stderr


def test_a_way_that_does_not_exist_is_a_fault_of_usage(made: Path, wres: Command) -> None:
    result = wres("verify", REPORT, "--ways", "hot", folder=made)
    assert result.returncode == 2
    assert "cold, warm, plain" in result.stderr


def commands_of_the_manual(repository: Path) -> list[str]:
    """The commands of the section that tells how to check a report without the program."""
    text = (repository / "docs/reference/manifest.md").read_text(encoding="utf-8")
    section = text.partition("## Check it with sha256sum alone")[2].partition("\n## ")[0]
    return [line.strip() for line in section.splitlines() if line.startswith("    ")]


@pytest.fixture
def checkout(spoilt: Path, repository: Path) -> Path:
    """The workspace as it stands in a checkout: the code beside it."""
    for name in ("src", "notebooks", "expectations", "report"):
        (spoilt / name).symlink_to(repository / name)
    return spoilt


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_the_commands_of_the_manual_check_a_report_without_the_program(
    checkout: Path, repository: Path
) -> None:
    commands = commands_of_the_manual(repository)
    assert len(commands) >= 5
    for command in commands:
        result = shell(command, checkout)
        assert result.returncode == 0, f"{command}: {result.stdout}{result.stderr}"
        assert "FAILED" not in result.stdout


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
@pytest.mark.parametrize(
    "name",
    [
        f"outputs/{REPORT}/report/index.qmd",
        f"outputs/{REPORT}/manifest.json",
        f"data/{REPORT}/board.csv",
        f"params/{REPORT}.yaml",
    ],
)
def test_those_commands_name_a_file_that_was_changed(
    checkout: Path, repository: Path, name: str
) -> None:
    append(checkout / name, " ")
    results = [shell(command, checkout) for command in commands_of_the_manual(repository)]
    failed = [result for result in results if result.returncode]
    assert len(failed) == 1
    assert (
        f"{name.removeprefix(f'outputs/{REPORT}/').removeprefix('outputs/')}: FAILED"
        in failed[0].stdout
    )


def test_the_report_of_another_standard_in_its_folder_is_no_change_to_a_report(
    spoilt: Path, wres: Command
) -> None:
    result = wres(
        "build", f"{REPORT}/wdes", "--to", "html", "--renderer", "embedded", folder=spoilt
    )
    assert result.returncode == 0, result.stderr
    result = wres("verify", f"{REPORT}/wdes", "--ways", "warm", folder=spoilt)
    assert result.returncode == 0, result.stdout
    append(spoilt / "outputs" / REPORT / "wdes" / "index.html", " ")
    result = wres("verify", REPORT, f"{REPORT}/wdes", "--ways", "warm", folder=spoilt)
    assert result.returncode == 14
    told = result.stdout.splitlines()
    assert [line for line in told if line.startswith(f"{REPORT} ")] == [f"{REPORT}  the same"]
    assert f"    output {REPORT}/wdes/index.html: changed" in told


def test_every_input_and_every_file_of_the_code_is_in_the_manifest(
    made: Path, repository: Path
) -> None:
    manifest = json.loads((made / f"outputs/{REPORT}/manifest.json").read_text(encoding="utf-8"))
    folder = made / f"data/{REPORT}"
    # What another standard of the same year is made from is no input of this one.
    own = (p for p in folder.rglob("*.*") if (folder / "wdes") not in p.parents)
    data = {p.relative_to(made).as_posix() for p in own}
    assert data | {f"params/{REPORT}.yaml"} <= set(manifest["inputs"])
    source = repository / "src"
    code = {p.relative_to(source).as_posix() for p in source.rglob("*.py")}
    assert code <= set(manifest["code_files"]["package"])
    for folder in ("notebooks", "expectations", "report"):
        files = {
            p.relative_to(repository).as_posix()
            for p in (repository / folder).rglob("*")
            if p.is_file()
        }
        assert files <= set(manifest["code_files"]["templates"])
