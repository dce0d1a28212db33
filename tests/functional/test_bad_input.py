"""What an analyst gets wrong: an exit status, a message to act on, outputs left as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command

pytestmark = pytest.mark.functional
DATA = "data/RV9/2021"


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(workspace: Path) -> None:
        path = workspace / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return spoil


def write(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda workspace: (workspace / name).write_bytes(content) and None


def swap_white_and_bme(workspace: Path) -> None:
    path = workspace / "data/ZZX/2021/workforce.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines[1:]]
    swapped = [",".join([r[0], r[1], r[3], r[2], *r[4:]]) for r in rows]
    path.write_text("\n".join([lines[0], *swapped]) + "\n", encoding="utf-8")


CASES = {
    "a missing column": (
        replace(f"{DATA}/recruitment.csv", "stage,white,bme,unknown", "stage,white,unknown,"),
        "RV9/2021", 10, ["recruitment.csv", "bme"],
    ),
    "text in a count": (
        replace(f"{DATA}/recruitment.csv", "855", "about 855"),
        "RV9/2021", 10, ["recruitment.csv, row 2", "white", "about 855", "whole number"],
    ),
    "a negative count": (
        replace(f"{DATA}/training.csv", "105", "-105"),
        "RV9/2021", 10, ["training.csv, row 2", "bme", "-105"],
    ),
    "more appointed than shortlisted": (
        replace(f"{DATA}/recruitment.csv", "appointed,198,17", "appointed,198,71"),
        "RV9/2021", 10, ["recruitment.csv, row 3", "71", "47"],
    ),
    "White and BME swapped against last year": (
        swap_white_and_bme,
        "ZZX/2021", 10, ["workforce.csv", "swapped"],
    ),
    "a percentage as a fraction": (
        replace(f"{DATA}/survey.csv", "5,2020,bme,24,50,32.1", "5,2020,bme,0.24,50,32.1"),
        "RV9/2021", 10, ["survey.csv, row", "percent", "0.24"],
    ),
    "a band twice": (
        replace(f"{DATA}/workforce.csv", "all,5-7,,39,", "all,1-4,,39,"),
        "RV9/2021", 10, ["workforce.csv, row", "1-4", "twice"],
    ),
    "an unknown trust-year": (lambda _: None, "RV9/2031", 15, ["RV9/2031", "RV9/2021"]),
    "a word that is no trust-year": (lambda _: None, "rv9-2021/x", 2, ["rv9-2021/x", "RV9/2021"]),
    "a misspelt parameter": (
        replace("params/RV9/2021.yaml", "unknown_label:", "unknwon_label:"),
        "RV9/2021", 2, ["params/RV9/2021.yaml", "unknwon_label", "Did you mean “unknown_label”"],
    ),
    "an empty file": (
        write(f"{DATA}/board.csv", b""), "RV9/2021", 15, ["board.csv", "empty"],
    ),
    "a Latin-1 file": (
        write(f"{DATA}/locality.csv", "area,population\nCôte,1\n".encode("latin-1")),
        "RV9/2021", 15, ["locality.csv, row 2", "UTF-8"],
    ),
    "a spreadsheet with a byte order mark and thousands separators": (
        write(
            f"{DATA}/training.csv",
            b'\xef\xbb\xbfmeasure,white,bme,unknown\r\naccessed,"1,639",105,156\r\n',
        ),
        "RV9/2021", 10, ["training.csv, row 2", "white", "1,639", "thousands"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_bad_input_is_told_and_leaves_earlier_outputs_untouched(
    case: str, workspace: Path, wres: Command
) -> None:
    spoil, trust_year, status, words = CASES[case]
    earlier = workspace / "outputs" / trust_year / "index.html"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("the earlier report", encoding="utf-8")
    spoil(workspace)
    result = wres("build", trust_year, folder=workspace)
    assert result.returncode == status, result.stderr
    for word in words:
        assert word in result.stderr
    assert "Traceback" not in result.stderr
    assert "to do:" in result.stderr
    assert earlier.read_text(encoding="utf-8") == "the earlier report"
    assert [p.name for p in earlier.parent.iterdir()] == ["index.html"]


def test_an_unknown_variable_in_the_narrative_is_named_with_file_and_line(
    workspace: Path, wres: Command
) -> None:
    path = workspace / DATA / "narrative/foreword.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\nThe ratio is {{< var i2.ration >}}.\n",
        encoding="utf-8",
    )
    line = path.read_text(encoding="utf-8").count("\n")
    result = wres("build", "RV9/2021", "--to", "html", folder=workspace)
    assert result.returncode == 13
    assert f"{DATA}/narrative/foreword.md, line {line}" in result.stderr
    assert "i2.ration" in result.stderr
    assert "Did you mean “i2.ratio”" in result.stderr
    assert not (workspace / "outputs/RV9/2021").exists()


def test_one_blocked_trust_year_does_not_stop_the_others(workspace: Path, wres: Command) -> None:
    replace(f"{DATA}/recruitment.csv", "appointed,198,17", "appointed,198,71")(workspace)
    result = wres("check", folder=workspace)
    assert result.returncode == 10
    assert "RV9/2021  BLOCKED" in result.stdout
    assert "ZZX/2021  clean" in result.stdout


def test_a_narrative_file_with_a_misspelt_name_is_not_left_out_silently(
    workspace: Path, wres: Command
) -> None:
    folder = workspace / DATA / "narrative"
    (folder / "foreword.md").rename(folder / "forword.md")
    result = wres("build", "RV9/2021", "--to", "html", folder=workspace)
    assert result.returncode == 13
    assert f"{DATA}/narrative/forword.md" in result.stderr
    assert "Did you mean foreword.md" in result.stderr
