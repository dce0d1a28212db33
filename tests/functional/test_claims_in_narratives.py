"""A build holds the words against the figures, as strictly as the settings ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.functional.test_build import files_below

pytestmark = pytest.mark.functional
SENTENCE = "In the survey 99.9% of BME staff were harassed by patients or the public.\n"


def set_level(workspace: Path, level: str) -> None:
    path = workspace / "params/ZZX/2021.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"claims: {level}\n", encoding="utf-8")


def write_sentence(workspace: Path) -> None:
    path = workspace / "data/ZZX/2021/narrative/indicator-5.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + SENTENCE, encoding="utf-8")


def build(wres: Command, workspace: Path, *more: str):  # type: ignore[no-untyped-def]
    return wres(
        "build", "ZZX/2021", "--to", "html", "--renderer", "embedded", *more, folder=workspace
    )


def test_a_wrong_figure_stops_a_strict_build_and_leaves_the_outputs_as_they_were(
    workspace: Path, wres: Command
) -> None:
    assert build(wres, workspace).returncode == 0
    before = files_below(workspace / "outputs/ZZX")
    write_sentence(workspace)
    set_level(workspace, "fail")
    result = build(wres, workspace)
    assert result.returncode == 13, result.stderr
    assert "99.9%" in result.stderr
    assert "data/ZZX/2021/narrative/indicator-5.md, line" in result.stderr
    assert "Traceback" not in result.stderr
    assert files_below(workspace / "outputs/ZZX") == before


def test_a_wrong_figure_is_told_and_built_where_it_is_to_be_warned_of(
    workspace: Path, wres: Command
) -> None:
    write_sentence(workspace)
    result = build(wres, workspace, "--json")
    assert result.returncode == 0, result.stderr
    assert "99.9%" in result.stderr
    (outcome,) = json.loads(result.stdout)
    assert len(outcome["remarks"]) == 1
    set_level(workspace, "off")
    assert "99.9%" not in build(wres, workspace).stderr


def test_the_reports_of_the_repository_pass_the_strictest_level(
    workspace: Path, wres: Command
) -> None:
    names = [f"{path.parent.name}/{path.stem}" for path in (workspace / "params").glob("*/*.yaml")]
    for name in names:
        path = workspace / f"params/{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "claims: fail\n", encoding="utf-8")
    result = wres("build", "--to", "html", "--renderer", "embedded", folder=workspace)
    assert result.returncode == 0, result.stderr
