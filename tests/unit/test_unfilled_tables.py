"""``wres check`` names what stands there without a figure, a word, or responses yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.cli.checking import unfilled, without_responses, wordless
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

YEAR = TrustYear("ABC", 2022)


def workspace_of(root: Path, files: dict[str, str]) -> Workspace:
    """A workspace that has these files in the folder of the trust-year."""
    (root / "params").mkdir()
    for name, text in files.items():
        path = root / "data" / str(YEAR) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Workspace.open(root)


@pytest.mark.parametrize(("white", "expected"), [("", ["data/ABC/2022/training.csv"]), ("0", [])])
def test_a_table_without_any_figure_is_named_and_one_with_a_zero_is_not(
    tmp_path: Path, white: str, expected: list[str]
) -> None:
    files = {
        "training.csv": f"measure,white,bme,unknown\naccessed,{white},,\n",
        "actions.csv": "id,indicators,action,lead,timeframe\n1,2,Ask,Me,June\n",
    }
    assert unfilled(workspace_of(tmp_path, files), YEAR) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<!--\nForeword: what to write.\n-->\n", ["data/ABC/2022/narrative/foreword.md"]),
        ("<!-- kept -->\nWe say this.\n", []),
    ],
)
def test_a_file_of_own_words_that_holds_none_is_named(
    tmp_path: Path, words: str, expected: list[str]
) -> None:
    files = {"narrative/foreword.md": words, "narrative/leadership.md": "We lead.\n"}
    assert wordless(workspace_of(tmp_path, files), YEAR) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("5,2021,white,20,900,\n5,2021,bme,24,,\n", ["5"]),
        ("5,2021,white,20,,\n5,2021,bme,24,50,\n", []),
        ("5,2020,bme,24,,\n5,2021,bme,24,50,\n", []),
        ("5,2021,bme,,,\n", []),
    ],
)
def test_survey_figures_without_responses_are_named(
    tmp_path: Path, rows: str, expected: list[str]
) -> None:
    head = "indicator,survey_year,group,percent,responses,benchmark_percent\n"
    workspace = workspace_of(tmp_path, {"survey.csv": head + rows})
    assert without_responses(workspace, YEAR) == expected


@pytest.mark.parametrize("name", ["RV9/2021", "ZZX/2021", "ZZX/2021/wdes"])
def test_nothing_is_missing_in_what_comes_with_the_program(repository: Path, name: str) -> None:
    workspace, trust_year = Workspace.open(repository), TrustYear.parse(name)
    assert wordless(workspace, trust_year) == []
    assert without_responses(workspace, trust_year) == []
