"""What an analyst gets wrong: an exit status, a message to act on, outputs left as they were."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY, Command, run_wres_each

pytestmark = pytest.mark.functional
DATA = "data/RV9/2021"
EARLIER = "the earlier report"
Spoil = Callable[[Path], None]


@dataclass(frozen=True)
class Told:
    """outcomes: what ``--json`` says, by trust-year."""

    root: Path
    result: subprocess.CompletedProcess[str]
    outcomes: dict[str, dict[str, Any]]


def replace(name: str, old: str, new: str) -> Spoil:
    def spoil(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def write(name: str, content: bytes) -> Spoil:
    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return spoil


def swap_white_and_bme(folder: Path) -> None:
    path = folder / "workforce.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines[1:]]
    swapped = [",".join([r[0], r[1], r[3], r[2], *r[4:]]) for r in rows]
    path.write_text("\n".join([lines[0], *swapped]) + "\n", encoding="utf-8")


# Each spoils a copy of a trust, which has a code of its own; RV9 where none is named.
CASES: dict[str, tuple[Spoil, str, int, list[str]]] = {
    "a missing column": (
        replace("recruitment.csv", "stage,white,bme,unknown", "stage,white,unknown,"),
        "RV9", 10, ["recruitment.csv", "bme"],
    ),
    "text in a count": (
        replace("recruitment.csv", "855", "about 855"),
        "RV9", 10, ["recruitment.csv, row 2", "white", "about 855", "whole number"],
    ),
    "a negative count": (
        replace("training.csv", "105", "-105"),
        "RV9", 10, ["training.csv, row 2", "bme", "-105"],
    ),
    "more appointed than shortlisted": (
        replace("recruitment.csv", "appointed,198,17", "appointed,198,71"),
        "RV9", 10, ["recruitment.csv, row 3", "71", "47"],
    ),
    "White and BME swapped against last year": (
        swap_white_and_bme, "ZZX", 10, ["workforce.csv", "swapped"],
    ),
    "a percentage as a fraction": (
        replace("survey.csv", "5,2020,bme,24,50,32.1", "5,2020,bme,0.24,50,32.1"),
        "RV9", 10, ["survey.csv, row", "percent", "0.24"],
    ),
    "a band twice": (
        replace("workforce.csv", "all,5-7,,39,", "all,1-4,,39,"),
        "RV9", 10, ["workforce.csv, row", "1-4", "twice"],
    ),
    "an empty file": (write("board.csv", b""), "RV9", 15, ["board.csv", "empty"]),
    "a Latin-1 file": (
        write("locality.csv", "area,population\nCôte,1\n".encode("latin-1")),
        "RV9", 15, ["locality.csv, row 2", "UTF-8"],
    ),
    "a spreadsheet with a byte order mark and thousands separators": (
        write(
            "training.csv", "\ufeffmeasure,white,bme,unknown\r\naccessed,1’639,105,156\r\n".encode()
        ),
        "RV9", 10, ["training.csv, row 2", "white", "1’639", "thousands", "here 1639"],
    ),
}  # fmt: skip
CODES = {name: f"T{number:02d}" for number, name in enumerate(CASES)}


def copy_trust(root: Path, source: str, code: str) -> None:
    """Copy the data and settings of all years of a trust under another code."""
    for name in ("data", "params"):
        shutil.copytree(REPOSITORY / name / source, root / name / code)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Told:
    """What one build says of all cases, each a trust with an earlier report."""
    root = tmp_path_factory.mktemp("bad")
    for name, (spoil, source, _, _) in CASES.items():
        copy_trust(root, source, CODES[name])
        spoil(root / "data" / CODES[name] / "2021")
        earlier = root / "outputs" / CODES[name] / "2021/index.html"
        earlier.parent.mkdir(parents=True)
        earlier.write_text(EARLIER, encoding="utf-8")
    named = [f"{code}/2021" for code in CODES.values()]
    result = wres("build", *named, "--json", folder=root)
    outcomes = {outcome["trust_year"]: outcome for outcome in json.loads(result.stdout)}
    return Told(root, result, outcomes)


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_leaves_earlier_outputs_untouched(case: str, told: Told) -> None:
    _, _, status, words = CASES[case]
    trust_year = f"{CODES[case]}/2021"
    outcome = told.outcomes[trust_year]
    assert outcome["status"] == status
    said = "\n".join([*outcome["findings"], *(str(fault) for fault in outcome["faults"])])
    for word in (*words, f"data/{trust_year}/"):
        assert word in said
        assert word in told.result.stderr
    earlier = told.root / "outputs" / trust_year
    assert (earlier / "index.html").read_text(encoding="utf-8") == EARLIER
    assert [path.name for path in earlier.iterdir()] == ["index.html"]


def test_the_gravest_counts_and_each_is_told_what_to_do(told: Told) -> None:
    assert told.result.returncode == 15
    assert "Traceback" not in told.result.stderr
    assert told.result.stderr.count("to do:") >= len(CASES)


def test_what_is_misspelt_is_told_before_anything_runs(workspace: Path) -> None:
    replace("RV9/2021.yaml", "unknown_label:", "unknwon_label:")(workspace / "params")
    cases = {
        "RV9/2031": (15, ["RV9/2031", "RV9/2021"]),
        "rv9-2021/x": (2, ["rv9-2021/x", "RV9/2021"]),
        "RV9/2021": (
            2, ["params/RV9/2021.yaml", "unknwon_label", "Did you mean “unknown_label”"]
        ),
    }  # fmt: skip
    results = run_wres_each([("build", name) for name in cases], workspace)
    for (status, words), result in zip(cases.values(), results, strict=True):
        assert result.returncode == status, result.stderr
        assert all(word in result.stderr for word in words), result.stderr
        assert "to do:" in result.stderr
        assert "Traceback" not in result.stderr
    assert not (workspace / "outputs/RV9").exists()


def test_an_unknown_variable_in_the_narrative_is_named_with_file_and_line(
    stored_workspace: Path, wres: Command
) -> None:
    path = stored_workspace / DATA / "narrative/foreword.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\nThe ratio is {{< var i2.ration >}}.\n",
        encoding="utf-8",
    )
    line = path.read_text(encoding="utf-8").count("\n")
    result = wres("build", "RV9/2021", "--to", "html", folder=stored_workspace)
    assert result.returncode == 13
    assert f"{DATA}/narrative/foreword.md, line {line}" in result.stderr
    assert "i2.ration" in result.stderr
    assert "Did you mean “i2.ratio”" in result.stderr
    assert not (stored_workspace / "outputs/RV9/2021").exists()


def test_one_blocked_trust_year_does_not_stop_the_others(workspace: Path, wres: Command) -> None:
    replace("recruitment.csv", "appointed,198,17", "appointed,198,71")(workspace / DATA)
    result = wres("check", folder=workspace)
    assert result.returncode == 10
    assert "RV9/2021  BLOCKED" in result.stdout
    assert "ZZX/2021  clean" in result.stdout


def test_a_narrative_file_with_a_misspelt_name_is_not_left_out_silently(
    stored_workspace: Path, wres: Command
) -> None:
    folder = stored_workspace / DATA / "narrative"
    (folder / "foreword.md").rename(folder / "forword.md")
    result = wres("build", "RV9/2021", "--to", "html", folder=stored_workspace)
    assert result.returncode == 13
    assert f"{DATA}/narrative/forword.md" in result.stderr
    assert "Did you mean foreword.md" in result.stderr
