"""``wres country --to``: the national report, from notebooks to documents."""

from __future__ import annotations

import json
from hashlib import sha256
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
    assert about["notebooks"].keys() == {path.stem for path in (out / "notebooks").iterdir()}
    assert about["outputs"]["national.html"] == sha256(first).hexdigest()
    # The project is one that Quarto takes as it stands.
    assert (out / "report" / "_quarto.yml").is_file()
    assert (out / "report" / "charts" / "fig-i2-funnel.svg").is_file()
    again = wres(*command, "--to", "html,docx", folder=tmp_path)
    assert again.returncode == 0, again.stderr
    assert "The national report is as it was" in again.stdout
    assert (out / "national.html").read_bytes() == first
    verified = wres("verify", "--country", "out", folder=tmp_path)
    assert verified.returncode == 0, verified.stdout
    assert "the same" in verified.stdout


def test_only_what_reads_a_change_runs_again_and_a_changed_report_is_told(
    wres: Command, tmp_path: Path
) -> None:
    write_country(tmp_path)
    command = ("country", "--out", "out", "--renderer", "embedded", "--to", "html")
    done = wres(*command, folder=tmp_path)
    assert "9 notebooks ran" in done.stdout, done.stderr
    results = tmp_path / "outputs" / "ZZ04" / str(YEAR) / "results.json"
    content = json.loads(results.read_text(encoding="utf-8"))
    content["values"]["i5.bme_percent"]["value"] += 1.0
    results.write_text(json.dumps(content), encoding="utf-8")
    page = (tmp_path / "out" / "national.html").read_bytes()
    done = wres(*command, folder=tmp_path)
    assert "1 notebook ran" in done.stdout, done.stderr
    out = tmp_path / "out"
    assert (out / "national.html").read_bytes() != page
    kept = out / "notebooks" / "9_board.ipynb"
    kept.write_text(kept.read_text(encoding="utf-8").replace("Fewer", "Few"), encoding="utf-8")
    verified = wres("verify", "--country", "out", folder=tmp_path)
    assert verified.returncode == 14
    assert "notebooks/9_board.ipynb" in verified.stdout
    # A notebook that somebody has changed is no outcome of a run.
    done = wres(*command, folder=tmp_path)
    assert "1 notebook ran" in done.stdout, done.stderr
    (out / "national.json").write_text('{"key": 1, "outputs": 2}', encoding="utf-8")
    none = wres("verify", "--country", "out", folder=tmp_path)
    assert none.returncode == 15
    assert "wres country" in none.stderr


def test_a_quarto_that_is_not_there_is_told_and_no_notebook_runs(
    wres: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_country(tmp_path)
    monkeypatch.setenv("QUARTO", str(tmp_path / "no-quarto"))
    done = wres("country", "--out", "out", "--to", "html", "--renderer", "quarto", folder=tmp_path)
    assert done.returncode == 12
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out" / "notebooks").exists()


def test_a_format_that_the_national_report_has_not_is_told_before_anything_is_written(
    wres: Command, tmp_path: Path
) -> None:
    write_country(tmp_path)
    done = wres("country", "--out", "out", "--to", "html,pptx", folder=tmp_path)
    assert done.returncode == 2
    assert "html, pdf, docx" in done.stderr
    assert not (tmp_path / "out").exists()
