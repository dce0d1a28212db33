"""A report beside a table of all trusts: its place is in every document, key and manifest."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Command
from tests.country.trusts import TABLE, a_dozen, figures_of_trust, write_table

pytestmark = pytest.mark.functional
NAME = "ZZX/2021"
PLACED = ("i1", "i2", "i5")


def page_of(workspace: Path) -> BeautifulSoup:
    text = (workspace / "outputs" / NAME / "index.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "lxml")


def inputs_of(workspace: Path) -> dict[str, str]:
    manifest = (workspace / "outputs" / NAME / "manifest.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(manifest)["inputs"]
    return found


def test_a_report_tells_its_place_and_is_what_it_was_without_the_table(
    stored_workspace: Path, built: Path, wres: Command
) -> None:
    own = figures_of_trust("ZZX", 2021, (50, 20), number=1)  # older figures of the trust itself
    path = write_table(stored_workspace, [*a_dozen(2021), *own])
    planned = wres("plan", NAME, "--to", "html", "--json", folder=stored_workspace)
    (plan,) = json.loads(planned.stdout)
    runs = {step["step"] for step in plan["steps"] if step["run"]}
    assert runs == {"staging", "html"}
    done = wres("build", NAME, "--to", "html", "--renderer", "embedded", folder=stored_workspace)
    assert done.returncode == 0, done.stderr
    page = page_of(stored_workspace)
    for indicator in PLACED:
        assert page.select_one(f"#fig-{indicator}-place svg")
    assert page.select_one("#fig-i3-place") is None
    # The median of its peers is in the indicator's own chart, and the legend says whose it is.
    for indicator, sign in (("i1", "dotted line"), ("i2", "stroke")):
        drawn = page.select_one(f"#fig-{indicator}")
        assert drawn
        assert f"{sign}: median of the benchmark group, Community: " in drawn.text
    ratio = page.select_one("#fig-i2 svg")
    assert ratio
    assert "Median of the benchmark group, Community" in str(ratio["aria-label"])
    results = json.loads(
        (stored_workspace / "outputs" / NAME / "results.json").read_text(encoding="utf-8")
    )["values"]
    table = page.select_one("#tbl-i2-place")
    assert table
    cells = [[cell.text.strip() for cell in tr(["th", "td"])] for tr in table.select("tbody tr")]
    rows = dict(cells)
    assert rows["This trust"] == results["i2.ratio"]["display"]
    # The names of groups and regions are text, whatever signs they hold.
    (region,) = (name for name in rows if name.startswith("Median, region"))
    assert region.endswith("{{< var x >}} <b>|")
    assert rows["Rank"].endswith("of 13")
    assert TABLE in inputs_of(stored_workspace)
    path.unlink()
    again = wres("build", NAME, "--renderer", "embedded", folder=stored_workspace)
    assert again.returncode == 0, again.stderr
    written = stored_workspace / "outputs" / NAME / "index.html"
    assert written.read_bytes() == (built / NAME / "index.html").read_bytes()
    assert TABLE not in inputs_of(stored_workspace)


def test_settings_choose_the_peers_and_a_table_that_is_none_is_told(
    stored_workspace: Path, wres: Command
) -> None:
    path = write_table(stored_workspace, a_dozen(2021))
    settings = stored_workspace / "params" / "ZZX" / "2021.yaml"
    text = settings.read_text(encoding="utf-8")
    chosen = "peers:\n  scopes: []\n  size: 4\n  named: [ZZ03, ZZ04]\n"
    settings.write_text(text + chosen, encoding="utf-8")
    done = wres("build", NAME, "--to", "html", "--renderer", "embedded", folder=stored_workspace)
    assert done.returncode == 0, done.stderr
    table = page_of(stored_workspace).select_one("#tbl-i2-place")
    assert table
    assert "Median, trusts nearest in size" in table.text
    assert "Median, named peers" in table.text
    assert "all trusts" not in table.text
    drawn = page_of(stored_workspace).select_one("#fig-i2")
    assert drawn
    assert "stroke: median of named peers: " in drawn.text
    settings.write_text(text + "peers:\n  scopes: [country]\n", encoding="utf-8")
    wrong = wres("build", NAME, folder=stored_workspace)
    assert wrong.returncode == 2
    assert "all, benchmark_group, region, icb" in wrong.stderr
    settings.write_text(text, encoding="utf-8")
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    none = wres("build", NAME, folder=stored_workspace)
    assert none.returncode == 15
    assert f"{TABLE}, row 1" in none.stderr
    assert "Traceback" not in none.stderr
    shutil.rmtree(path.parent)
