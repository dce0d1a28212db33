"""What a second build runs: only what reads something that has changed, and it says why."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Command, copy_workspace
from tests.functional.test_build import files_below

pytestmark = pytest.mark.functional
TRUST_YEAR = "ZZX/2021"
DATA = f"data/{TRUST_YEAR}"
SURVEYED = ["5_harassment_public", "6_harassment_staff", "7_opportunity", "8_discrimination"]
HEAVY = ("pandas", "numpy", "great_expectations", "matplotlib", "scipy", "papermill", "nbconvert")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A workspace in which ZZX/2021 is built as a page."""
    root = copy_workspace(tmp_path_factory.mktemp("first") / "workspace")
    result = build(wres, root)
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path, wres: Command) -> Path:
    """A copy of it, with its store, that a test may change."""
    root = tmp_path / "workspace"
    shutil.copytree(first, root)
    # Outputs in another place count as new; the store gives them without running anything.
    assert ran(build(wres, root).stderr) == []
    return root


def build(
    wres: Command, root: Path, *more: str, out: str = "outputs"
) -> subprocess.CompletedProcess[str]:
    return wres("build", TRUST_YEAR, "--to", "html", "--renderer", "embedded",
                "--out", str(root / out), *more, folder=root)  # fmt: skip


def plan(root: Path, *more: str) -> dict[str, object]:
    command = [
        sys.executable, "-m", "wres_report", "plan", TRUST_YEAR, "--to", "html", "--renderer",
        "embedded", "--json", "--out", str(root / "outputs"), *more,
    ]  # fmt: skip
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    (one,) = json.loads(result.stdout)
    return one


def ran(plan_or_stderr: object) -> list[str]:
    """The steps that a plan would run, or the notebooks that a build has run."""
    if isinstance(plan_or_stderr, dict):
        return [step["step"] for step in plan_or_stderr["steps"] if step["run"]]
    lines = str(plan_or_stderr).splitlines()
    return sorted(line.split()[-1] for line in lines if line.startswith("[") and "_" in line)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_survey(root: Path) -> None:
    path = root / DATA / "survey.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[-1].split(",")
    cells[3] = f"{float(cells[3]) + 0.1:.1f}"
    path.write_text("\n".join([*lines[:-1], ",".join(cells)]) + "\n", encoding="utf-8")


def test_with_nothing_changed_nothing_runs_and_nothing_heavy_is_loaded(root: Path) -> None:
    before = files_below(root / "outputs")
    for command in ("build", "plan"):
        result = subprocess.run(
            [sys.executable, "-c",
             "import sys\n"
             f"sys.argv = ['wres', '{command}', '{TRUST_YEAR}', '--to', 'html', '--renderer',"
             f" 'embedded', '--out', {str(root / 'outputs')!r}]\n"
             "from wres_report.cli.main import main\n"
             "try:\n    main()\nexcept SystemExit as end:\n    print('exit', end.code)\n"
             f"print([name for name in {HEAVY} if name in sys.modules])"],
            cwd=root, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert "exit 0" in result.stdout
        assert result.stdout.strip().endswith("[]"), result.stdout
        assert "1 up to date" in result.stderr + result.stdout
    assert files_below(root / "outputs") == before


def test_a_changed_survey_runs_four_notebooks_and_the_documents(root: Path, wres: Command) -> None:
    change_survey(root)
    planned = plan(root)
    assert ran(planned) == ["gate", *SURVEYED, "staging", "html"]
    reasons = {step["step"]: step for step in planned["steps"] if step["run"]}
    assert reasons[SURVEYED[0]]["why"] == "data changed"
    assert reasons[SURVEYED[0]]["what"] == [f"{DATA}/survey.csv"]
    assert reasons["staging"]["why"] == "results changed"
    result = build(wres, root)
    assert result.returncode == 0, result.stderr
    assert ran(result.stderr) == SURVEYED
    fresh = build(wres, root, "--force", out="fresh")
    assert fresh.returncode == 0
    assert files_below(root / "outputs") == files_below(root / "fresh")


def test_a_changed_text_runs_no_notebook(root: Path, wres: Command) -> None:
    path = root / DATA / "narrative/foreword.md"
    path.write_text("A new foreword.\n", encoding="utf-8")
    assert ran(plan(root)) == ["staging", "html"]
    result = build(wres, root)
    assert ran(result.stderr) == []
    page = (root / f"outputs/{TRUST_YEAR}/index.html").read_text(encoding="utf-8")
    assert "A new foreword." in page


def test_a_touched_file_runs_nothing(root: Path, wres: Command) -> None:
    for path in (root / DATA).rglob("*"):
        os.utime(path)
    assert plan(root)["up_to_date"]
    assert "1 up to date" in build(wres, root).stderr


def test_what_is_put_back_is_found_again(root: Path, wres: Command) -> None:
    kept = (root / DATA / "survey.csv").read_bytes()
    before = files_below(root / "outputs")
    change_survey(root)
    build(wres, root)
    (root / DATA / "survey.csv").write_bytes(kept)
    assert ran(plan(root)) == []
    result = build(wres, root)
    assert ran(result.stderr) == []
    assert files_below(root / "outputs") == before


@pytest.mark.parametrize("how", ["removed", "changed"])
def test_an_output_that_is_not_as_it_was_is_put_back_without_running_anything(
    root: Path, wres: Command, how: str
) -> None:
    before = files_below(root / "outputs")
    page = root / f"outputs/{TRUST_YEAR}/index.html"
    page.unlink() if how == "removed" else page.write_text("spoilt")
    planned = plan(root)
    assert ran(planned) == []
    assert planned["publish"] == {"why": "output missing", "what": [f"{TRUST_YEAR}/index.html"]}
    result = build(wres, root)
    assert ran(result.stderr) == []
    assert files_below(root / "outputs") == before


def test_what_the_store_has_lost_is_made_again(root: Path, wres: Command) -> None:
    before = files_below(root / "outputs")
    objects = [path for path in (root / ".wres/objects").rglob("*") if path.is_file()]
    for path in objects[::2]:
        path.write_bytes(b"spoilt")
    for path in objects[1::7]:
        path.unlink()
    (root / f"outputs/{TRUST_YEAR}/index.html").unlink()
    result = build(wres, root)
    assert result.returncode == 0, result.stderr
    assert ran(result.stderr)
    assert files_below(root / "outputs") == before


def test_everything_runs_again_where_it_is_forced(root: Path, wres: Command) -> None:
    before = files_below(root / "outputs")
    assert len(ran(plan(root, "--force"))) == 12
    result = build(wres, root, "--force")
    assert len(ran(result.stderr)) == 9
    assert files_below(root / "outputs") == before


def test_the_sweep_leaves_what_the_next_build_needs(root: Path, wres: Command) -> None:
    for path in (root / ".wres").rglob("*"):
        os.utime(path, (1, 1))
    result = wres("clean", folder=root)
    assert result.returncode == 0
    assert "0 files removed" in result.stdout
    (root / DATA / "narrative/foreword.md").write_text("Another.\n", encoding="utf-8")
    assert ran(plan(root)) == ["staging", "html"]
    everything = wres("clean", "--all", folder=root)
    assert " 0 kept" in everything.stdout
    assert len(ran(plan(root))) == 12


@pytest.mark.parametrize("seconds", [1.5, 3.0, 4.0])
def test_a_build_that_is_killed_leaves_whole_outputs_and_the_next_one_finishes(
    root: Path, wres: Command, seconds: float
) -> None:
    before = files_below(root / "outputs")
    shutil.rmtree(root / ".wres")
    process = subprocess.Popen(
        [sys.executable, "-m", "wres_report", "build", TRUST_YEAR, "--to", "html", "--renderer",
         "embedded", "--force"],
        cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    whole = {name: d for name, d in files_below(root / "outputs").items() if "/." not in name}
    assert whole == before
    result = build(wres, root)
    assert result.returncode == 0, result.stderr
    assert files_below(root / f"outputs/{TRUST_YEAR}") == files_below_of(before, TRUST_YEAR)


@pytest.fixture
def temporary(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder of temporary files, with room for the path of a socket in it and without."""
    if request.param == "long":
        folder = tmp_path / ("long" * 25)
        folder.mkdir()
        yield folder
        return
    with tempfile.TemporaryDirectory() as short:
        yield Path(short)


@pytest.mark.parametrize(
    ("temporary", "seconds"),
    [("short", 0.1), ("long", 2.0), ("short", 4.0)],
    indirect=["temporary"],
)
def test_a_build_that_is_stopped_says_so_and_leaves_no_temporary_file(
    root: Path, temporary: Path, seconds: float
) -> None:
    before = files_below(root / "outputs")
    process = subprocess.Popen(
        [sys.executable, "-m", "wres_report", "build", TRUST_YEAR, "--renderer", "embedded",
         "--force", "--jobs", "1"],
        cwd=root, stderr=subprocess.PIPE, text=True, start_new_session=True,
        env=os.environ | {"TMPDIR": str(temporary)},
        # As in a terminal, also where the tests themselves run in the background.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stderr.readline().startswith("checking the data")
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130, said
    assert "Stopped. The outputs of finished trust-years stand" in said
    assert "Traceback" not in said
    assert not [path.name for path in temporary.iterdir() if path.name.startswith("wres-")]
    whole = {name: d for name, d in files_below(root / "outputs").items() if "/." not in name}
    assert whole == before


def files_below_of(files: dict[str, str], trust_year: str) -> dict[str, str]:
    start = f"{trust_year}/"
    return {n.removeprefix(start): d for n, d in files.items() if n.startswith(start)}


def test_two_builds_at_the_same_time_give_what_one_gives(root: Path) -> None:
    before = files_below(root / "outputs")
    shutil.rmtree(root / ".wres")
    shutil.rmtree(root / "outputs")
    command = [sys.executable, "-m", "wres_report", "build", TRUST_YEAR, "--to", "html",
               "--renderer", "embedded", "--jobs", "1"]  # fmt: skip
    both = [
        subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert files_below(root / "outputs") == before


def test_data_that_changes_while_it_is_read_is_told_and_kept_by_no_key(
    root: Path, wres: Command, repository: Path
) -> None:
    shutil.copytree(repository / "notebooks", root / "notebooks")
    path = root / "notebooks/2_shortlisting.ipynb"
    spoil = f"open('{root}/{DATA}/recruitment.csv', 'a').write('\\\\n')"
    change(path, "wres.hand_over(result)", f"wres.hand_over(result); {spoil}")
    result = build(wres, root)
    assert result.returncode == 15, result.stderr
    assert "was changed while the report was being made" in result.stderr
    assert f"{DATA}/recruitment.csv" in result.stderr
    assert "2_shortlisting" in ran(plan(root))
