"""The commands of the guides on imports run as they stand, and end with what the pages say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import run_wres_each

pytestmark = pytest.mark.functional
DOCS = Path(__file__).resolve().parents[2] / "docs"


def commands_of(page: str, title: str) -> list[list[str]]:
    """The commands of one section of a page, as a shell would part them."""
    text = (DOCS / page).read_text(encoding="utf-8")
    section = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return [shlex.split(line)[1:] for line in re.findall(r"^ {4}(wres .+)$", section, re.MULTILINE)]


def test_the_way_from_the_files_on_the_desk_to_the_gate_runs_as_it_is_written(
    tmp_path: Path,
) -> None:
    commands = commands_of("how-to/try-a-synthetic-country.md", "Start from the files on the desk")
    assert [command[0] for command in commands] == ["demo", *["import"] * 5, "check", "build"]
    results = run_wres_each(commands[:-1], tmp_path)
    assert [result.returncode for result in results] == [0] * 7, results


def test_the_example_of_a_table_of_the_workspace_is_read_as_the_guide_says(tmp_path: Path) -> None:
    from wres_report.imports.answers import Answers
    from wres_report.imports.lookups import load_lookups
    from wres_report.standard import load_standard

    text = (DOCS / "how-to/import-a-staff-extract.md").read_text(encoding="utf-8")
    lines = re.search(r"^ {4}(text,band)\n {4}(.+)$", text, re.MULTILINE)
    assert lines
    (tmp_path / "lookups").mkdir()
    path = tmp_path / "lookups" / "pay_scales.csv"
    path.write_text(f"{lines[1]}\n{lines[2]}\n", encoding="utf-8")
    answers = Answers(load_lookups(tmp_path), load_standard(), {})
    assert answers.pay("Local scale 6 pilot").meaning == "6"
