"""The files in ``ci/`` are whole, do what the program can do, and name nobody's servers."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from wres_report.cli.main import wres as program

REPOSITORY = Path(__file__).parents[2]
CI = REPOSITORY / "ci"
GITHUB, GITLAB = CI / "github-actions.yml", CI / "gitlab-ci.yml"
RUN = re.compile(r"python -m wres_report (.+?)(?: \|\| true)?$", re.MULTILINE)


def parsed(path: Path) -> dict[Any, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def scripts(path: Path) -> list[str]:
    """Every command of a file, a line each."""
    content = parsed(path)
    if path == GITHUB:
        steps = [step for job in content["jobs"].values() for step in job["steps"]]
        return [line for step in steps for line in step.get("run", "").splitlines()]
    jobs = [job for job in content.values() if isinstance(job, dict)]
    return [
        line for job in jobs for name in ("before_script", "script") for line in job.get(name, ())
    ]


@pytest.mark.parametrize("path", [GITHUB, GITLAB], ids=lambda path: path.name)
def test_every_command_is_one_that_the_program_has_with_options_that_it_has(path: Path) -> None:
    lines = [found for line in scripts(path) for found in RUN.findall(line)]
    assert {shlex.split(line)[0] for line in lines} >= {"doctor", "check", "build", "clean"}
    for line in lines:
        name, *arguments = shlex.split(line)
        command = program.commands[name]
        context = click.Context(command, info_name=name, resilient_parsing=True)
        command.make_parser(context).parse_args(arguments)


@pytest.mark.parametrize("path", [GITHUB, GITLAB, CI / "compare.py"], ids=lambda path: path.name)
def test_no_file_names_a_server_or_holds_a_secret(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"https?://|\b[\w-]+\.(com|org|io|net)\b", text)
    assert not re.search(r"(?i)password|index-url|api[_-]?key", text)
    assert set(re.findall(r"\$\{\{ ?(secrets\.\w+)", text)) == set()


def test_all_three_systems_build_and_keep_the_store_from_run_to_run() -> None:
    jobs = parsed(GITHUB)["jobs"]
    assert jobs["build"]["strategy"]["matrix"]["os"] == [
        "ubuntu-latest", "windows-latest", "macos-latest",
    ]  # fmt: skip
    for job in jobs.values():
        uses = [step.get("uses", "") for step in job["steps"]]
        assert any(one.startswith("actions/cache") for one in uses)
        cached = next(s for s in job["steps"] if s.get("uses", "").startswith("actions/cache"))
        assert cached["with"]["path"] == ".wres"
        assert "runner.os" in cached["with"]["key"]
    gitlab = parsed(GITLAB)
    assert {"build-linux", "build-windows", "build-macos"} <= set(gitlab)
    assert ".wres" in gitlab[".reports"]["cache"]["paths"]


def test_a_change_request_may_be_commented_on_and_nothing_else_written() -> None:
    content = parsed(GITHUB)
    assert content["permissions"] == {"contents": "read"}
    writing = {
        name: job["permissions"] for name, job in content["jobs"].items() if "permissions" in job
    }
    assert writing == {"changes": {"contents": "read", "pull-requests": "write"}}
    assert any("gh pr comment" in line for line in scripts(GITHUB))
    assert parsed(GITLAB)["changes"]["artifacts"]["expose_as"]


def test_steps_of_all_systems_use_nothing_that_only_one_shell_has() -> None:
    build = parsed(GITHUB)["jobs"]["build"]["steps"]
    lines = [line for step in build for line in step.get("run", "").splitlines()]
    assert all(line.startswith("python -m ") for line in lines)


def test_every_file_that_is_named_is_there() -> None:
    for path in (GITHUB, GITLAB):
        text = path.read_text("utf-8")
        for name in re.findall(r"(?:requirements|ci)/[\w.-]+\.(?:txt|py)", text):
            assert (REPOSITORY / name).is_file(), name


def test_the_comment_counts_what_stays_and_shows_what_changes(built: Path, tmp_path: Path) -> None:
    for side in ("before", "after"):
        for name in ("RV9", "RYC"):
            shutil.copytree(built / name, tmp_path / side / name)
    page = tmp_path / "after/RV9/2021/index.html"
    page.write_text(page.read_text("utf-8") + "<!-- changed -->", "utf-8")
    done = subprocess.run(
        [sys.executable, str(CI / "compare.py"), "before", "after", "changes"],
        cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    comment = (tmp_path / "changes/comment.md").read_text("utf-8")
    assert "1 of 2 reports stay as they are." in comment
    assert "### RV9/2021" in comment
    assert "RYC" not in comment
    assert {path.name for path in (tmp_path / "changes").iterdir()} == {
        "comment.md", "RV9-2021.html",
    }  # fmt: skip
