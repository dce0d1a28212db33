"""Last year's report starts a new trust-year: its own words by section, its figures, its plan."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.review.word_tools import Edited
from wres_report.report.pandoc import executable
from wres_report.review.sections_of_others import section_named, sections_by_heading
from wres_report.standard import load_standard

OTHERS = """\
# Foreword by the Chief Executive

In 2021, {share} of our staff were BME. We thank 123 volunteers.

# 3. Indicator 5: harassment from the public

{harassed} of BME staff reported harassment, bullying or abuse from the public.

- Point one
- Point two

# Our catering

Food is good.

# Action plan

| Objective | Action | Lead | Timescale |
|---|---|---|---|
| Fair recruitment | Train all panels in inclusive recruitment | Head of HR | March 2022 |
| Fewer incidents | Run the safety huddle on each ward | Director of Nursing | June 2022 |
"""


def test_an_item_in_bold_stays_in_its_section_as_an_item(tmp_path: Path) -> None:
    document = tmp_path / "last.docx"
    text = "# Foreword\n\nWe stand for:\n\n- **Leadership**\n- **Next steps** for all\n- Care\n"
    subprocess.run(
        [executable(), "-f", "markdown", "-o", document], input=text, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    found, left = sections_by_heading(document, load_standard("wres"))
    assert left == []
    assert found == {"foreword": "We stand for:\n\n- Leadership\n- Next steps for all\n- Care\n"}


def narrative(home: Path, section: str) -> str:
    return (home / f"data/RV9/2022/narrative/{section}.md").read_text("utf-8")


def test_the_words_of_our_own_report_keep_their_variables_and_edits(
    home: Path, edited: Edited, tmp_path: Path, wres: Command
) -> None:
    edited.replace(edited.paragraph("We will go on asking"), "guide the next", "shape the next")
    document = edited.save(tmp_path / "last.docx").as_posix()
    told = wres("new", "RV9/2022", "--from", document, folder=home)
    assert told.returncode == 0, told.stderr
    foreword = narrative(home, "foreword")
    assert "On {{< var report.snapshot >}} {{< var i1.bme_percent >}} of our staff" in foreword
    assert "shape the next steps" in foreword
    assert "::: {.signature}" in foreword
    # A fact is of its year: the new year has no such variable yet.
    picture = narrative(home, "national-picture")
    assert "273,359<!-- check: a figure of last year --> people" in picture
    assert "{{< var facts." not in picture


def test_without_last_years_build_the_bookmarks_tell_the_figures(
    built: Path, tmp_path: Path, wres: Command
) -> None:
    document = (built / "RV9/2021/report.docx").as_posix()
    told = wres("new", "RV9/2022", "--name", "A trust", "--from", document, folder=tmp_path)
    assert told.returncode == 0, told.stderr
    fifth = narrative(tmp_path, "indicator-5")
    assert "{{< var i5.bme_percent.previous >}}" in fifth
    assert "{{< var i5.bme_percent.benchmark >}}" in fifth
    assert "- examine our own figures" in narrative(tmp_path, "introduction")
    with (tmp_path / "data/RV9/2022/progress.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 5
    assert rows[0]["lead"] == "EDI Lead"


def others(tmp_path: Path) -> str:
    """A report that no program of ours made, with last year's figures."""
    text = OTHERS.format(share="4.7%", harassed="24.0%")
    (tmp_path / "others.md").write_text(text, encoding="utf-8")
    document = tmp_path / "others.docx"
    subprocess.run([executable(), tmp_path / "others.md", "-o", document], check=True)
    return document.as_posix()


def test_a_report_of_another_making_is_taken_by_its_headings(
    home: Path, tmp_path: Path, wres: Command
) -> None:
    told = wres("new", "RV9/2022", "--from", others(tmp_path), folder=home)
    assert told.returncode == 0, told.stderr
    foreword = narrative(home, "foreword")
    assert "In 2021, {{< var i1.bme_percent >}} of our staff were BME." in foreword
    assert "123<!-- check: a figure of last year --> volunteers" in foreword
    fifth = narrative(home, "indicator-5")
    assert "{{< var i5.bme_percent >}} of BME staff reported" in fifth
    assert "- Point one\n- Point two\n" in fifth
    assert "no section of a report is theirs: Our catering." in told.stdout


def test_a_ratio_keeps_the_word_that_a_sentence_puts_behind_it(
    home: Path, tmp_path: Path, wres: Command
) -> None:
    text = (
        "# Indicator 2: shortlisting\n\nWhite applicants were {0} times more likely to be "
        "appointed, or {0}x as likely.\n"
    )
    results = json.loads((home / "outputs/RV9/2021/results.json").read_text(encoding="utf-8"))
    document = tmp_path / "ratio.docx"
    subprocess.run(
        [executable(), "-f", "markdown", "-o", document], check=True, text=True, encoding="utf-8",
        input=text.format(results["values"]["i2.ratio"]["display"]),
    )  # fmt: skip
    told = wres("new", "RV9/2022", "--from", document.as_posix(), folder=home)
    assert told.returncode == 0, told.stderr
    second = narrative(home, "indicator-2")
    assert "were {{< var i2.ratio >}} times more likely" in second
    assert "or {{< var i2.ratio >}}x as likely" in second


def test_a_plan_that_goes_into_a_workbook_is_told_to_be_in_its_sheet(
    home: Path, tmp_path: Path, wres: Command
) -> None:
    shutil.rmtree(home / "data/RV9/2021")
    told = wres("new", "RV9/2022", "--from", others(tmp_path), "--workbook", folder=home)
    assert told.returncode == 0, told.stderr
    assert "2 actions of last year's plan into the sheet progress" in told.stdout
    assert "progress.csv" not in told.stdout
    assert not (home / "data/RV9/2022/progress.csv").exists()


def test_its_plan_waits_for_its_progress(home: Path, tmp_path: Path, wres: Command) -> None:
    shutil.rmtree(home / "data/RV9/2021")
    told = wres("new", "RV9/2022", "--from", others(tmp_path), folder=home)
    assert told.returncode == 0, told.stderr
    with (home / "data/RV9/2022/progress.csv").open(encoding="utf-8") as file:
        assert [row["lead"] for row in csv.DictReader(file)] == [
            "Head of HR", "Director of Nursing",
        ]  # fmt: skip


def test_a_file_that_is_no_report_starts_nothing(home: Path, wres: Command) -> None:
    told = wres("new", "RV9/2022", "--from", "params/RV9/2021.yaml", folder=home)
    assert told.returncode == 15
    assert not (home / "data/RV9/2022").exists()


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("1. Introduction", "introduction"),
        ("Foreword by the Director of Leadership", "foreword"),
        ("WRES Indicator 7 – belief in opportunities", "indicator-7"),
        ("Metric 12", ""),
        ("Conclusion and next steps", "next-steps"),
        ("Who we are", "locality"),
        ("Car parking", ""),
    ],
)
def test_a_heading_names_its_section(heading: str, section: str) -> None:
    assert section_named(heading, load_standard("wres")) == section
