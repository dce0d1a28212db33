"""What users of Windows meet, on a system that can play it: no forks, cp1252, CRLF, hard paths."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Command
from wres_report import processes
from wres_report.cli.terminal import Printed, writable
from wres_report.faults import Fault, machine_fault, not_written
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline import pool

TURNED = {".csv", ".md", ".yaml", ".json"}


@pytest.fixture(scope="module")
def windows_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A workspace as an analyst under Windows has it, built without a fork; and what was said."""
    folder = tmp_path_factory.mktemp("windows") / "R&D Höhe (2021) é"
    for name in ("data", "params"):
        shutil.copytree(REPOSITORY / name / "ZZX", folder / name / "ZZX")
    shutil.copy(REPOSITORY / "data" / "hash-key.txt", folder / "data")
    for path in folder.rglob("*"):
        if path.suffix in TURNED:  # as Notepad and Excel save: CRLF, and a mark before the text
            mark = b"\xef\xbb\xbf" if path.suffix == ".csv" else b""
            path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    done = subprocess.run(
        [sys.executable, "-m", "wres_report", "build", r"zzx\2021", "--to", "html,pdf,docx",
         "--renderer", "embedded", "--jobs", "2"],
        cwd=folder, capture_output=True, check=False, timeout=900,
        env=os.environ | {"QUARTO": "", "WRES_NO_FORK": "1", "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip
    said = (done.stdout + done.stderr).decode("cp1252")
    assert done.returncode == 0, said
    return folder, said


def test_a_build_without_forks_says_that_notebooks_run_cold(
    windows_build: tuple[Path, str],
) -> None:
    _, said = windows_build
    assert "cold" in said
    assert "WRES_NO_FORK" in said
    assert "Traceback" not in said


def test_the_figures_are_those_of_a_build_with_forks_and_unix_files(
    windows_build: tuple[Path, str], built: Path
) -> None:
    folder, _ = windows_build
    own, other = (
        json.loads((out / "ZZX/2021/results.json").read_text("utf-8"))
        for out in (folder / "outputs", built)
    )
    assert own["values"] == other["values"]
    assert own["verdicts"] == other["verdicts"]


def test_the_documents_are_whole_and_hold_no_turned_line_ends(
    windows_build: tuple[Path, str],
) -> None:
    outputs = windows_build[0] / "outputs" / "ZZX" / "2021"
    for name in ("index.html", "results.json", "manifest.json", "report/index.qmd"):
        assert b"\r\n" not in (outputs / name).read_bytes(), name
    assert (outputs / "report.pdf").read_bytes().startswith(b"%PDF")
    assert (outputs / "report.docx").stat().st_size > 10_000


def test_where_forks_are_switched_off_none_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    from papermill_warm.guards import reason_for_cold

    monkeypatch.setenv("WRES_NO_FORK", "1")
    assert not processes.can_fork()
    assert not pool._can_fork()
    assert reason_for_cold() == "WRES_NO_FORK is set"
    monkeypatch.delenv("WRES_NO_FORK")
    assert processes.can_fork() == hasattr(os, "fork")


def test_a_console_of_cp1252_shows_the_nearest_sign_and_json_stays_what_it_says() -> None:
    assert writable("▲ worse: −4.7 pp “so”", "cp1252") == "[worse] worse: -4.7 pp “so”"
    assert writable("▲ 0.64", "utf-8") == "▲ 0.64"
    told = writable('{"display": "−4.7 pp", "mark": "▲𝛼"}', "cp1252")
    assert json.loads(told) == {"display": "−4.7 pp", "mark": "▲𝛼"}
    told.encode("cp1252")


def test_nothing_that_is_printed_stops_a_command_under_cp1252() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    Printed(stream).write("".join(map(chr, range(32, 0x2FFF))) + "𝛼")
    stream.flush()


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_excel_or_word_has_open_is_told_as_one_to_close(number: int) -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "outputs/RV9/2021/report.docx")
    error.winerror = number  # as Python under Windows has it
    fault = machine_fault(error)
    assert fault is not None
    assert "open" in fault.what
    assert "Close it in Excel, Word" in fault.action
    assert fault.where == "outputs/RV9/2021/report.docx"
    assert "Close it" in not_written(error, "The page", "a.html", "Name another.").action


@pytest.mark.parametrize("code", ["CON", "aux", "Nul", "com1", "LPT9"])
def test_a_code_that_windows_keeps_for_itself_is_refused_everywhere(code: str) -> None:
    with pytest.raises(Fault, match="Windows keeps"):
        TrustYear.parse(f"{code}/2021")


def test_small_letters_and_the_stroke_of_windows_name_the_same_trust_year(
    wres: Command, workspace: Path
) -> None:
    assert str(TrustYear.parse("rxe/2025")) == str(TrustYear.parse(r"RXE\2025")) == "RXE/2025"
    told = wres("plan", r"rv9\2021", "--json", folder=workspace)
    assert told.returncode == 0, told.stderr
    assert "RV9/2021" in told.stdout


def test_no_message_shows_an_option_with_quotes_that_a_shell_does_not_know() -> None:
    for path in (REPOSITORY / "src").rglob("*.py"):
        assert not re.search(r"--[a-z-]+[ =][“”‘’]", path.read_text("utf-8")), path
    for path in [REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md")]:
        assert not re.search(r"--[a-z-]+[ =][“”‘’]", path.read_text("utf-8")), path
