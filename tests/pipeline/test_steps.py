"""What changes a key, and what does not: one change of a workspace, and the steps that notice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline import code
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.steps import Renderer, Step, Steps
from wres_report.standard import load_standard
from wres_report.store import StepRecord

ZZX = TrustYear("ZZX", 2021)
DATA = "data/ZZX/2021"
NOTEBOOKS = [indicator.notebook for indicator in load_standard().indicators]
SURVEYED = NOTEBOOKS[4:8]
Change = Callable[[Path], object]


def steps_of(root: Path, renderer: str = "typst 1") -> dict[str, Step]:
    """Every step of ZZX/2021, as though each earlier one had given what it always gives."""
    workspace = Workspace(root)
    code.template_hashes.cache_clear()
    steps = Steps(workspace, Renderer("embedded", renderer), InputHashes(workspace))
    params = read_params(workspace, ZZX)
    epoch = BuildOptions(root / "outputs").epoch(ZZX)
    made = {"gate": steps.gate(ZZX)}
    for name, indicators in load_standard().in_notebooks().items():
        made[name] = steps.notebook(ZZX, name, indicators, params)
    record = StepRecord({"notebook.ipynb": "a", "report/index.qmd": "b"})
    made["staging"] = steps.staging(ZZX, record, dict.fromkeys(NOTEBOOKS, record), epoch)
    made["html"] = steps.format("html", record, epoch)
    return made


def changed(root: Path, change: Change) -> set[str]:
    before = steps_of(root)
    change(root)
    after = steps_of(root)
    return {name for name in before if before[name].key != after[name].key}


def edit(name: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def cell(name: str, row: int) -> Change:
    """Change a digit at the end of a row of a table."""

    def change(root: Path) -> None:
        path = root / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        at = max(i for i, letter in enumerate(lines[row]) if letter.isdigit())
        lines[row] = lines[row][:at] + str((int(lines[row][at]) + 1) % 10) + lines[row][at + 1 :]
        path.write_text("".join(lines), encoding="utf-8")

    return change


def own_notebooks(change: Callable[[dict[str, object]], None], name: str) -> Change:
    def do(root: Path) -> None:
        path = root / "notebooks" / f"{name}.ipynb"
        notebook = json.loads(path.read_text(encoding="utf-8"))
        change(notebook)
        path.write_text(json.dumps(notebook), encoding="utf-8")

    return do


def pin(root: Path) -> None:
    path = root / "pins/ZZX/2021.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")


DATA_STEPS = {"gate", "staging"}
CASES: dict[str, tuple[Change, set[str]]] = {
    "a cell of survey.csv": (cell(f"{DATA}/survey.csv", 1), {*SURVEYED, *DATA_STEPS}),
    "a cell of recruitment.csv": (cell(f"{DATA}/recruitment.csv", 1), {NOTEBOOKS[1], *DATA_STEPS}),
    "a cell of workforce.csv": (
        cell(f"{DATA}/workforce.csv", 1),
        {NOTEBOOKS[0], NOTEBOOKS[2], NOTEBOOKS[3], NOTEBOOKS[8], *DATA_STEPS},
    ),
    "a cell of board.csv": (cell(f"{DATA}/board.csv", 1), {NOTEBOOKS[8], *DATA_STEPS}),
    "a cell of last year's training.csv": (
        # What is hidden of the disciplinary process may depend on those who took training.
        cell("data/ZZX/2020/training.csv", 1), {NOTEBOOKS[2], NOTEBOOKS[3], *DATA_STEPS},
    ),
    "a cell of disciplinary.csv": (
        cell(f"{DATA}/disciplinary.csv", 1), {NOTEBOOKS[2], *DATA_STEPS},
    ),
    "what last year's report calls small": (
        edit("params/ZZX/2020.yaml", "enabled: true", "minimum_count: 10"),
        {NOTEBOOKS[0], NOTEBOOKS[1], NOTEBOOKS[2], NOTEBOOKS[3], NOTEBOOKS[8], "staging"},
    ),
    "an action": (
        edit(f"{DATA}/actions.csv", "indicators", "indicators "), DATA_STEPS,
    ),
    "the trust's own words": (
        lambda root: (root / f"{DATA}/narrative/foreword.md").write_text("Hello.\n"), {"staging"},
    ),
    "a table that is gone": (
        lambda root: (root / f"{DATA}/training.csv").unlink(),
        {NOTEBOOKS[2], NOTEBOOKS[3], *DATA_STEPS},
    ),
    "a file of another year": (
        lambda root: (root / "data/ZZX/2019").mkdir() or cell("data/RV9/2021/survey.csv", 1)(root),
        set(),
    ),
    "the build that was approved": (pin, {"staging"}),
    "a setting that notebooks read": (
        edit("params/ZZX/2021.yaml", "name:", "confidence: 0.9\nname:"),
        {*NOTEBOOKS, *DATA_STEPS},
    ),
    "a setting that no notebook reads": (
        edit("params/ZZX/2021.yaml", "name:", "published: 1 October 2021\nname:"), DATA_STEPS,
    ),
    "a rule of the gate": (
        edit("expectations/board.json", "critical", "warning"), {"gate"},
    ),
    "a section of the template": (
        edit("report/sections/foreword.qmd", "#", "##"), {"staging"},
    ),
    "the code of a notebook": (
        own_notebooks(lambda n: n["cells"][-1].update(source="1"), NOTEBOOKS[2]), {NOTEBOOKS[2]},
    ),
    "outputs and editor's marks in a notebook": (
        own_notebooks(
            lambda n: (n["cells"][-1].update(outputs=[{"output_type": "stream"}], id="x"),
                       n["metadata"].update(colab={})),
            NOTEBOOKS[2],
        ),
        set(),
    ),
    "a file that is touched": (
        lambda root: (root / f"{DATA}/survey.csv").touch(), set(),
    ),
    "a file that is written again as it was": (
        lambda root: (root / f"{DATA}/survey.csv").write_bytes(
            (root / f"{DATA}/survey.csv").read_bytes()
        ),
        set(),
    ),
}  # fmt: skip


@pytest.fixture
def root(workspace: Path, repository: Path) -> Path:
    for name in ("notebooks", "expectations", "report"):
        shutil.copytree(repository / name, workspace / name)
    return workspace


@pytest.mark.parametrize("case", CASES)
def test_a_change_is_noticed_by_the_steps_that_read_it_and_by_no_other(
    case: str, root: Path
) -> None:
    change, noticed = CASES[case]
    assert changed(root, change) == noticed


def test_each_indicator_notices_its_own_rows_of_published_figures(root: Path) -> None:
    path = root / f"{DATA}/reported.csv"
    head = "indicator,measure,year,group,value,unit,source\n"
    rows = "2,ratio,2020,,1.4,ratio,report\n5,percent,2020,bme,30.1,percent,report\n"
    path.write_text(head + rows, encoding="utf-8")
    assert changed(root, edit(f"{DATA}/reported.csv", "1.4", "1.5")) == {
        NOTEBOOKS[1], *DATA_STEPS,
    }  # fmt: skip
    assert changed(root, edit(f"{DATA}/reported.csv", "30.1", "30.2")) == {
        NOTEBOOKS[4], *DATA_STEPS,
    }  # fmt: skip


def test_a_notebook_that_imports_anything_else_may_read_every_file(root: Path) -> None:
    own_notebooks(lambda n: n["cells"][-1].update(source="import pandas"), NOTEBOOKS[2])(root)
    assert NOTEBOOKS[2] in changed(root, cell(f"{DATA}/survey.csv", 1))


def test_a_notebook_that_names_another_table_reads_it(root: Path) -> None:
    code = "data.counts('training', measure='accessed')"
    own_notebooks(lambda n: n["cells"][-1].update(source=code), NOTEBOOKS[1])(root)
    assert NOTEBOOKS[1] in changed(root, cell(f"{DATA}/training.csv", 1))


def test_another_renderer_renders_again_and_stages_nothing(root: Path) -> None:
    before, after = steps_of(root, "typst 1"), steps_of(root, "typst 2")
    assert {name for name in before if before[name].key != after[name].key} == {"html"}


def test_the_time_that_documents_carry_is_part_of_their_keys(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def set_time(_root: Path) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")

    assert changed(root, set_time) == {"staging", "html"}


def test_a_key_does_not_depend_on_where_the_workspace_lies(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "elsewhere")
    here, there = steps_of(root), steps_of(tmp_path / "elsewhere")
    assert {name: step.key for name, step in here.items()} == {
        name: step.key for name, step in there.items()
    }
