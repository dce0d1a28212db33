"""``wres country --to``: the national report, from notebooks to documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Command
from tests.country.make import register, report
from tests.country.trusts import GROUPS, a_dozen, figures_of_trust

pytestmark = pytest.mark.functional
YEAR = 2025
NOTEBOOKS = 9


def write_country(root: Path) -> None:
    """Finished reports of thirteen trusts, one of which hides indicator 2, and a register."""
    far = figures_of_trust("ZZ90", YEAR, (400, 20), number=2)
    figures = [*a_dozen(YEAR), *far]
    for code in sorted({figure.trust for figure in figures}):
        values = {}
        for f in figures:
            if f.trust != code:
                continue
            part = f.group if f.measure == "count" else (
                f.measure if f.group == "both" else f"{f.group}_{f.measure}"
            )  # fmt: skip
            entry = f._asdict() | {"numerator": f.events, "display": "", "source": []}
            if code == "ZZ03" and f.indicator == "i2":
                none = dict.fromkeys(("value", "low", "high", "n", "numerator"))
                entry |= {**none, "status": "suppressed"}
            values[f"{f.indicator}.{part}"] = entry
        report(root, code, YEAR, values, synthetic=True)
    codes = sorted({figure.trust for figure in figures})
    rows = [f"{code},{GROUPS[n % 2]},London" for n, code in enumerate(codes)]
    register(root, "code,benchmark_group,region", *rows)


def test_the_national_report_is_made_by_nine_notebooks_and_is_the_same_again(
    wres: Command, tmp_path: Path
) -> None:
    write_country(tmp_path)
    command = ("country", "--out", "out", "--renderer", "embedded")
    done = wres(*command, "--to", "html,docx", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    out = tmp_path / "out"
    first = (out / "national.html").read_bytes()
    page = BeautifulSoup(first, "lxml")
    assert len(list((out / "notebooks").glob("*.ipynb"))) == NOTEBOOKS
    about = json.loads((out / "national.json").read_text(encoding="utf-8"))
    assert about["kind"] == "national"
    assert set(about["outputs"]) >= {"national.html", "national.docx"}
    for indicator in ("i1", "i2", "i5"):
        assert page.select_one(f"#fig-{indicator}-spread svg")
        assert page.select_one(f"#fig-{indicator}-funnel svg")
    assert page.select_one("#fig-i3-funnel") is None
    beyond = page.select_one("#tbl-i2-beyond")
    assert beyond
    assert "Trust ZZ90" in beyond.text
    assert "Trust ZZ03" not in beyond.text
    sides = page.select_one("#tbl-i2-sides")
    assert sides
    assert GROUPS[0] in sides.text
    assert "chance alone puts about 0.6" in page.text
    assert "Fewer than two trusts show a figure" in page.text
    assert "invented figures" in page.text
    assert not [link for link in page.select("[src], link[href]") if "http" in str(link)]
    again = wres(*command, "--to", "html", folder=tmp_path)
    assert again.returncode == 0, again.stderr
    assert (out / "national.html").read_bytes() == first


def test_a_format_that_the_national_report_has_not_is_told_before_anything_is_written(
    wres: Command, tmp_path: Path
) -> None:
    write_country(tmp_path)
    done = wres("country", "--out", "out", "--to", "html,pptx", folder=tmp_path)
    assert done.returncode == 2
    assert "html, pdf, docx" in done.stderr
    assert not (tmp_path / "out").exists()
