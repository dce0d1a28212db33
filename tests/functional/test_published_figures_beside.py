"""A report of a year with published figures: they stand beside its own, with their weighting."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Command

pytestmark = pytest.mark.functional
NAME = "ZZ001/2025"
SETTINGS = """
peers:
  published: [england, region, benchmark_group, icb]
  region: London
  benchmark_group: Ambulance Trusts
"""


def test_a_report_has_the_published_figures_of_its_scopes_and_says_how_they_are_weighted(
    wres: Command, tmp_path: Path
) -> None:
    done = wres("demo", "--trusts", "1", "--years", "2025", "--out", "w", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    settings = tmp_path / "w" / "params" / f"{NAME}.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + SETTINGS, encoding="utf-8")
    done = wres("build", NAME, "--project", "w", "--to", "html", "--renderer", "embedded",
                folder=tmp_path)  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "w" / "outputs" / NAME / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "lxml")
    table = page.select_one("#tbl-i5-beside")
    assert table
    rows = [[cell.text.strip() for cell in tr(["th", "td"])] for tr in table.select("tbody tr")]
    assert [row[0] for row in rows] == [
        "This trust", "England, NHS trusts", "Region: London",
        "Median of 10 organisations: Ambulance Trusts",
    ]  # fmt: skip
    assert rows[1][1:] == ["23.51%", "28.63%", "25.08%", "weighted", "read in the publication"]
    assert rows[2][1:5] == ["–", "–", "28.57%", "weighted"]
    assert rows[3][1:5] == ["41.97%", "34.42%", "–", "unweighted"]
    assert page.select_one("#tbl-i6-beside")
    assert page.select_one("#tbl-i2-beside") is None
    words = " ".join(page.text.split())
    assert "The published figures are weighted and unweighted, as the table says of each" in words
    assert "Integrated care board of the trust is not known here." in words


def test_a_scope_that_there_is_none_of_is_told_before_anything_runs(
    wres: Command, tmp_path: Path
) -> None:
    wres("demo", "--trusts", "1", "--years", "2025", "--out", "w", folder=tmp_path)
    settings = tmp_path / "w" / "params" / f"{NAME}.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text + "peers:\n  published: [enggland]\n", encoding="utf-8")
    done = wres("build", NAME, "--project", "w", folder=tmp_path)
    assert done.returncode == 2
    assert "Did you mean “england”?" in done.stderr
