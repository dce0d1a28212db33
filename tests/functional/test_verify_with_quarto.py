"""A report by Quarto is built again by Quarto, and a build that depends on its user is caught.

A short script stands in for Quarto: it writes the name of the user into the page.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.conftest import Command, copy_workspace
from wres_report.report.renderers import find_quarto

pytestmark = pytest.mark.functional
REPORT = "RYC/2017"
STAND_IN = """#!/bin/sh
if [ "$1" = --version ]; then echo 1.9.1; exit; fi
printf '<!DOCTYPE html>\\n<html lang="en"><head><title>Report</title></head>\\n' > index.html
printf '<body>\\n<p>made by %s</p>\\n</body></html>\\n' "$USER" >> index.html
"""


@pytest.fixture(scope="module")
def quarto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if os.name != "posix":
        pytest.skip("the stand-in is a shell script")
    path = tmp_path_factory.mktemp("bin") / "quarto"
    path.write_text(STAND_IN, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, wres: Command, quarto: Path) -> Path:
    """A workspace with one report that the stand-in rendered for the user ``author``."""
    folder = copy_workspace(tmp_path_factory.mktemp("quarto") / "workspace")
    result = wres(
        "build", REPORT, "--to", "html", "--renderer", "quarto", folder=folder,
        QUARTO=str(quarto), USER="author",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return folder


def test_a_user_s_name_in_a_page_is_found_by_the_way_of_another_user(
    made: Path, wres: Command, quarto: Path
) -> None:
    result = wres(
        "verify", REPORT, "--ways", "plain,warm", "--json", folder=made,
        QUARTO=str(quarto), USER="author",
    )  # fmt: skip
    assert result.returncode == 14, result.stdout + result.stderr
    (report,) = json.loads(result.stdout)["trust_years"]
    assert report["changes"] == []
    assert report["ways"]["plain"]["differences"] == []
    told = {d["file"]: d["parts"] for d in report["ways"]["warm"]["differences"]}
    assert told["index.html"] == [
        {"where": "line 5", "before": "<p>made by author</p>", "again": "<p>made by clerk</p>"}
    ]
    assert set(told) == {"index.html", "manifest.json", "ro-crate-metadata.json"}
    assert told["manifest.json"][0]["where"] == "outputs › index.html"


def test_a_fault_of_the_program_is_called_one(made: Path, wres: Command, quarto: Path) -> None:
    result = wres("verify", REPORT, "--ways", "warm", folder=made, QUARTO=str(quarto))
    assert result.returncode == 14
    assert "a fault of the program" in result.stdout.splitlines()[-1]


def test_without_quarto_that_is_named_and_nothing_is_built(made: Path, wres: Command) -> None:
    result = wres("verify", REPORT, folder=made, QUARTO="no-such-quarto")
    assert result.returncode == 14
    assert "version quarto: quarto 1.9.1 → no Quarto" in result.stdout
    assert "not built again" in result.stdout


def test_without_quarto_anyway_ends_as_the_build_does(made: Path, wres: Command) -> None:
    result = wres(
        "verify", REPORT, "--anyway", "--ways", "plain", folder=made, QUARTO="no-such-quarto"
    )
    assert result.returncode == 12, result.stdout + result.stderr
    assert "The variable QUARTO names no-such-quarto, and there is no Quarto" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


@pytest.mark.quarto
@pytest.mark.skipif(find_quarto() is None, reason="there is no Quarto here")
def test_every_report_by_the_real_quarto_is_the_same(built_workspace: Path, wres: Command) -> None:
    named = os.environ.get("QUARTO", "")
    result = wres("build", "--renderer", "quarto", folder=built_workspace, QUARTO=named)
    assert result.returncode == 0, result.stderr
    result = wres("verify", "--ways", "warm", folder=built_workspace, QUARTO=named)
    assert result.returncode == 0, result.stdout + result.stderr
