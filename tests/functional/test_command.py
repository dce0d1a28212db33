"""The command itself: help, doctor, and that light commands are light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command

pytestmark = pytest.mark.functional
HEAVY = ("pandas", "great_expectations", "matplotlib", "scipy", "papermill")


def test_help_lists_the_commands(wres: Command, tmp_path: Path) -> None:
    result = wres("--help", folder=tmp_path)
    assert result.returncode == 0
    for name in ("build", "check", "doctor"):
        assert name in result.stdout


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['wres', '--help']\n"
        "from wres_report.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stderr.strip() == "[]"


def test_doctor_in_an_empty_folder_says_how_to_start(wres: Command, tmp_path: Path) -> None:
    result = wres("doctor", folder=tmp_path)
    assert "wres build can run" not in result.stdout
    assert "To start: wres new RV9/2022 --name" in result.stdout
    refused = wres("build", folder=tmp_path)
    assert "wres new RV9/2022 --name" in refused.stderr


def test_doctor_says_that_everything_needed_is_there(wres: Command, repository: Path) -> None:
    result = wres("doctor", folder=repository)
    assert result.returncode == 0, result.stdout
    assert "Everything needed is there" in result.stdout
    assert "embedded renderer" in result.stdout
    packages = [line.split()[1] for line in result.stdout.splitlines()[1:] if line.startswith("ok")]
    assert {"pypdf", "click", "pandas", "pypandoc_binary"} <= set(packages)


def test_a_folder_without_data_is_told_what_to_do(wres: Command, tmp_path: Path) -> None:
    result = wres("build", folder=tmp_path)
    assert result.returncode == 15
    assert "data folder" in result.stderr
    assert "--project" in result.stderr


def test_an_unknown_format_is_a_usage_fault(wres: Command, repository: Path) -> None:
    result = wres("build", "--to", "epub", folder=repository)
    assert result.returncode == 2
    assert "html, pdf, docx" in result.stderr


def test_asking_for_a_quarto_that_is_not_there_says_so(
    wres: Command, workspace: Path, tmp_path: Path
) -> None:
    result = wres("build", "--renderer", "quarto", folder=workspace, PATH=str(tmp_path))
    assert result.returncode == 12
    assert "Quarto" in result.stderr
    assert "Traceback" not in result.stderr


ENDS = """
import atexit, sys
from wres_report.__main__ import main

class Freed:
    def __del__(self):
        print("freed")

kept = Freed()
atexit.register(lambda: print("what is done at the end"))
{before}
sys.argv = ["wres", "{option}"]
main()
"""


@pytest.mark.parametrize(
    ("option", "before", "status", "freed"),
    [
        ("--version", "", 0, False),
        ("--no-such-option", "", 2, False),
        ("--version", "sys.setprofile(slice)", 0, True),
    ],
)
def test_the_command_ends_with_all_that_is_due_and_frees_nothing_one_by_one(
    option: str, before: str, status: int, freed: bool
) -> None:
    code = ENDS.format(option=option, before=before)
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == status, result.stderr
    assert "what is done at the end" in result.stdout
    assert ("freed" in result.stdout) == freed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_what_the_command_could_not_say_at_its_end_is_told_by_its_status() -> None:
    code = (
        "import sys\nfrom wres_report.__main__ import main\n"
        "print('something')\nsys.argv = ['wres', 'doctor']\nmain()\n"
    )
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE)
    assert result.returncode != 0
