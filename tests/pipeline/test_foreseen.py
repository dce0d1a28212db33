"""``wres check`` tells what a build would refuse of a trust's own words, and runs no notebook."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Command
from wres_report.faults import ExitStatus
from wres_report.indicators.kinds import measure
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.codec import values_as_json
from wres_report.pipeline import foreseen as module
from wres_report.pipeline.foreseen import _of_every_report, foreseen
from wres_report.pipeline.notebooks.jobs import notebook_parameters

WRES, WDES = "ZZX/2021", "ZZX/2021/wdes"


def told(workspace: Path, name: str) -> list[tuple[str, str, str]]:
    opened, trust_year = Workspace.open(workspace), TrustYear.parse(name)
    found = foreseen(opened, trust_year, read_params(opened, trust_year))
    return [(fault.what, fault.where, fault.action) for fault in found.faults]


def write(workspace: Path, name: str, section: str, text: str) -> str:
    """Write a section of own words; the file as a fault names it."""
    where = f"data/{name}/narrative/{section}.md"
    (workspace / where).parent.mkdir(parents=True, exist_ok=True)
    (workspace / where).write_text(text, encoding="utf-8")
    return where


@pytest.mark.parametrize("name", ["RV9/2021", "LON/2020", "RYC/2017", WRES, WDES])
def test_the_words_of_the_repository_have_no_fault(repository: Path, name: str) -> None:
    assert told(repository, name) == []


def test_the_figures_measured_without_notebooks_are_those_of_the_report(built: Path) -> None:
    workspace = Workspace.open(built.parent)
    results = sorted(built.glob("*/*/**/results.json"))
    assert results
    for path in results:
        trust_year = TrustYear.parse(path.parent.relative_to(built).as_posix())
        given = notebook_parameters(trust_year, read_params(workspace, trust_year))
        settings = {k: v for k, v in given.items() if k in Settings.__dataclass_fields__}
        data = YearData(workspace, trust_year, Settings(**settings))  # type: ignore[arg-type]
        measured: dict[str, object] = {}
        for indicator in data.standard.indicators:
            measured |= values_as_json(measure(data, indicator.id).values)
        of_report = json.loads(path.read_text(encoding="utf-8"))["values"]
        of_report = {k: v for k, v in of_report.items() if not k.startswith("plan.")}
        assert set(measured) == set(of_report)
        assert {k: v["display"] for k, v in of_report.items()} == {
            k: v["display"]
            for k, v in measured.items()  # type: ignore[index]
        }


@pytest.mark.parametrize("name", [WRES, WDES, "RYC/2017", "R1L/2021", "LON/2020"])
def test_what_every_report_has_is_in_each_of_them(repository: Path, name: str) -> None:
    workspace, trust_year = Workspace.open(repository), TrustYear.parse(name)
    data = YearData(workspace, trust_year, Settings())
    measured = {k for i in data.standard.indicators for k in measure(data, i.id).values}
    of_every = _of_every_report(workspace, trust_year.standard, trust_year.year)
    assert len(of_every) > 25
    assert of_every <= measured


@pytest.mark.parametrize(
    ("words", "measured"),
    [
        ("No figure.", []),
        ("{{< var i2.ratio >}}", []),
        ("{{< var i2.ratio.previous >}} {{< var i2.verdict >}}", ["i2"]),
    ],
)
def test_only_the_indicators_are_measured_whose_words_not_every_report_has(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, words: str, measured: list[str]
) -> None:
    for path in (workspace / f"data/{WRES}/narrative").glob("*.md"):
        path.unlink()
    for path in (workspace / "data/ZZX").glob("*/actions.csv"):
        path.unlink()
    write(workspace, WRES, "conclusions", f"{words}\n")
    assert told(workspace, WRES) == []  # what every report has is known from now on
    asked: list[str] = []
    monkeypatch.setattr(module, "measure", lambda data, i: asked.append(i) or measure(data, i))
    assert told(workspace, WRES) == []
    assert asked == measured


@pytest.mark.parametrize(
    ("name", "wrong", "near"),
    [(WRES, "i2.ration", "i2.ratio"), (WDES, "m2.ration", "m2.ratio"),
     (WRES, "workforce.totl", "workforce.total")],
)  # fmt: skip
def test_a_misspelt_variable_is_told_with_its_line_and_the_nearest(
    workspace: Path, name: str, wrong: str, near: str
) -> None:
    where = write(workspace, name, "conclusions", f"Well.\n\nIt is {{{{< var {wrong} >}}}}.\n")
    ((what, place, action),) = told(workspace, name)
    assert what == f"There is no variable “{wrong}” in this report."
    assert place == f"{where}, line 3"
    assert f"“{near}”" in action


@pytest.mark.parametrize(
    ("code", "what", "action"),
    [
        ("{{< include fragments/headlin.md >}}", "file does not exist", "fragments/headline.md?"),
        ("{{< include narrative/forword.md >}}", "file does not exist", "narrative/foreword.md?"),
        ("{{< include ../secret.md >}}", "This file may not be included", "narrative/"),
        ("{{< embed notebooks/2_shortlistin.ipynb#fig-i2 >}}", "does not exist", "2_shortlisting"),
        ("{{< embed notebooks/2_shortlisting.ipynb#fig-i9 >}}", "no cell labelled", "fig-i2"),
        ("{{< var i2.ratio >}", "never closed", "Close it"),
        ("![Staff](nobody.png)", "no such picture", "Correct its name"),
        ("It is $x+y$", "read as a formula", "Write it in words"),
        ("\\newpage", "", ""),
    ],
)
def test_what_a_build_would_refuse_is_told_with_its_line(
    workspace: Path, code: str, what: str, action: str
) -> None:
    where = write(workspace, WRES, "conclusions", f"First.\n\n{code}\n")
    found = told(workspace, WRES)
    assert [place for _, place, _ in found] == [f"{where}, line 3"]
    assert what in found[0][0]
    assert action in found[0][2]


def test_all_files_and_the_plan_are_told_at_once(workspace: Path) -> None:
    one = write(workspace, WRES, "foreword", "{{< var trust.nam >}}\n")
    two = write(workspace, WRES, "leadership", "{{< include fragments/no.md >}}\n")
    plan = workspace / f"data/{WRES}/actions.csv"
    plan.write_text(
        plan.read_text(encoding="utf-8")
        + "X9,2,Close the gap of {{< var i2.gaap >}},EDI Lead,June 2022,\n",
        encoding="utf-8",
    )
    places = [place for _, place, _ in told(workspace, WRES)]
    assert places[0] == f"{one}, line 1"
    assert places[1].startswith(f"data/{WRES}/actions.csv, row ")
    assert places[2] == f"{two}, line 1"


def test_a_claim_that_the_figures_contradict_is_told_only_where_it_stops_a_build(
    workspace: Path,
) -> None:
    where = write(workspace, WRES, "indicator-2", "The relative likelihood is 97.31.\n")
    assert told(workspace, WRES) == []
    settings = workspace / "params/ZZX/2021.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nclaims: fail\n", encoding="utf-8")
    assert [place for _, place, _ in told(workspace, WRES)] == [f"{where}, line 1"]


def test_a_variable_of_a_changed_notebook_is_not_judged_and_that_is_said(workspace: Path) -> None:
    write(workspace, WRES, "conclusions", "{{< var i2.own >}} and {{< var i3.own >}}\n")
    packaged = Workspace.open(workspace).templates("notebooks")
    own = workspace / "notebooks"
    if not own.exists():
        shutil.copytree(packaged, own)
    path = own / "2_shortlisting.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][-1]["source"] = ["print()\n", *notebook["cells"][-1]["source"]]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    opened, trust_year = Workspace.open(workspace), TrustYear.parse(WRES)
    found = foreseen(opened, trust_year, read_params(opened, trust_year))
    assert found.not_judged == ("i2.own",)
    assert [fault.what for fault in found.faults] == [
        "There is no variable “i3.own” in this report."
    ]


def test_the_command_says_so_and_ends_as_a_build_would(wres: Command, workspace: Path) -> None:
    where = write(workspace, WRES, "conclusions", "{{< var i2.ration >}}\n")
    run = wres("check", WRES, WDES, folder=workspace)
    assert run.returncode == ExitStatus.NARRATIVE_AT_FAULT
    assert f"where: {where}, line 1" in run.stdout
    assert "OWN WORDS AT FAULT: 1 thing to mend" in run.stdout
    assert "Not judged by a check" in run.stdout
    as_json = json.loads(wres("check", WRES, "--json", folder=workspace).stdout)
    assert as_json[0]["words"]["faults"][0]["where"] == f"{where}, line 1"
    table = workspace / f"data/{WRES}/recruitment.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("shortlisted", "short", 1))
    blocked = wres("check", WRES, folder=workspace)
    assert blocked.returncode == ExitStatus.BLOCKED
    assert "own words not read: first the data must pass" in blocked.stdout
