"""``wres diff`` and ``wres pin`` as they are typed, on builds that were made by ``wres build``."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document

from tests.conftest import Command, copy_with_store, run_wres, run_wres_each
from tests.functional.test_build import files_below
from tests.functional.test_rebuild import change, ran
from wres_report.diff.model import Tier

pytestmark = pytest.mark.functional
BUILD = ("--renderer", "embedded")
ONE = "ZZX/2021"
DATA = f"data/{ONE}"
BY = ("--by", "Board, 28 July 2021", "--on", "2021-07-28")


@pytest.fixture(scope="module")
def first(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two years of the synthetic trust, the later one kept as it was."""
    root = copy_with_store(built, tmp_path_factory.mktemp("first") / "workspace")
    result = run_wres("build", "ZZX", *BUILD, folder=root)
    assert result.returncode == 0, result.stderr
    shutil.copytree(root / "outputs" / ONE, root / "kept" / ONE)
    return root


@pytest.fixture(scope="module")
def second(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a figure, a sentence and an action changed, and built again."""
    root = tmp_path_factory.mktemp("second") / "workspace"
    shutil.copytree(first, root)
    change(root / DATA / "survey.csv", "5,2020,bme,31.5", "5,2020,bme,25.5")
    change(root / DATA / "narrative/conclusions.md", "gravest", "worst")
    change(root / DATA / "actions.csv", "31 December 2021", "31 January 2022")
    result = run_wres("build", ONE, *BUILD, folder=root)
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture
def root(first: Path, tmp_path: Path) -> Path:
    """A copy of the workspace that a test may change."""
    return Path(shutil.copytree(first, tmp_path / "workspace"))


def tiers(root: Path, *names: str) -> dict[int, list[dict[str, object]]]:
    result = run_wres("diff", *names, "--json", folder=root)
    assert result.returncode == 0, result.stderr
    return {tier["tier"]: tier["changes"] for tier in json.loads(result.stdout)["tiers"]}


def test_each_change_of_a_build_is_in_its_tier(second: Path) -> None:
    found = tiers(second, f"kept/{ONE}", ONE)
    assert [c["key"] for c in found[1]] == ["i5.verdict", "i5.gap"]
    assert found[1][1] == {
        "key": "i5.gap", "kind": "figure", "old": "+7.2\u00a0pp", "new": "+1.2\u00a0pp",
        "change": "−6.0\u00a0pp", "within_noise": None, "where": f"{DATA}/survey.csv",
    }  # fmt: skip
    assert {c["key"] for c in found[2]} == {
        "i5.bme_percent", "i5.bme_percent.change", "i5.bme_percent.y2020", "i5.gap.change",
    }  # fmt: skip
    assert [c["key"] for c in found[3]] == [f"{DATA}/survey.csv"]
    told = {c["key"]: (c["kind"], c["change"]) for c in found[4]}
    assert told["actions/2.1/timeframe"] == ("slipped", "+31 days")
    assert "[-gravest-] {+worst+}" in str(told["narrative/conclusions"][1])
    # A figure that stands in the text of an action is part of its words there.
    assert set(told) == {"actions/2.1/timeframe", "actions/5.1/objective", "narrative/conclusions"}
    assert found[5] == []
    assert [c["key"] for c in found[6]] == [
        "pictures/fig-i5", "pictures/plan-due.png", "pictures/spark-i5.png",
    ]  # fmt: skip


def test_the_first_line_counts_every_tier_and_an_empty_one_says_so(second: Path) -> None:
    result = run_wres("diff", f"kept/{ONE}", ONE, folder=second)
    lines = result.stdout.splitlines()
    assert lines[0].endswith(
        "13 changes: headlines 2 · figures 4 · basis 1 · words and actions 3 · within chance 0 · "
        "pictures 3"
    )
    assert "5. Figures within chance: none" in lines
    assert [line for line in lines if re.match(r"\d\. ", line)] == [
        f"{tier:d}. {tier.title}: {count}"
        for tier, count in zip(Tier, (2, 4, 1, 3, "none", 3), strict=True)
    ]


def test_a_build_does_not_differ_from_its_copy(first: Path) -> None:
    assert all(changes == [] for changes in tiers(first, f"kept/{ONE}", ONE).values())


def test_two_years_differ_by_chance_or_not(first: Path) -> None:
    found = tiers(first, "ZZX/2020", ONE)
    within = {c["key"]: c["within_noise"] for changes in found.values() for c in changes}
    assert within["i2.ratio"] is True
    assert within["i4.white_percent"] is False
    assert within["workforce.white"] is None
    assert "i2.ratio" in {c["key"] for c in found[5]}
    assert all(c["within_noise"] is True for c in found[5])
    assert not any(".previous" in key or key.endswith(".change") for key in within)
    # The later report weighs its own changes on last year, and must come to the same.
    values = json.loads((first / "outputs" / ONE / "results.json").read_text())["values"]
    weighed = 0
    for key, value in values.items():
        plain = key.removesuffix(".change")
        if key != plain and plain in within and value["low"] is not None:
            assert within[plain] is (value["low"] <= 0 <= value["high"]), key
            weighed += 1
    assert weighed > 15
    kinds = {c["kind"] for c in found[4]}
    assert {"action_new", "action_closed", "slipped", "reworded", "section_added"} <= kinds


def test_the_page_says_the_same_as_the_terminal_and_loads_nothing(
    second: Path, tmp_path: Path
) -> None:
    target = tmp_path / "new" / "diff.html"
    result = run_wres("diff", f"kept/{ONE}", ONE, "--html", str(target), folder=second)
    assert result.returncode == 0, result.stderr
    text = target.read_text(encoding="utf-8")
    assert "://" not in text
    page = BeautifulSoup(text, "html.parser")
    assert len(page.select("#tier-1 tbody tr")) == 2
    assert len(page.select("#tier-6 img[alt]")) == 6
    assert [path.name for path in target.parent.iterdir()] == ["diff.html"]


def test_what_cannot_be_compared_is_told(first: Path) -> None:
    cases = [
        (("ZZX/2021", "nonsense"), 2, "neither a trust-year nor a build"),
        (("ZZX/2021", "data"), 2, "neither a trust-year nor a build"),
        (("ZZX/2021",), 2, "Missing argument"),
        (("ZZX/2021", "ZZX/2019"), 15, "ZZX/2019 is not built"),
        (("ZZX/2021", "elsewhere/ZZX/2021"), 15, "This is not built"),
        (("ZZX/2021", "pins/ZZX/2021.json"), 15, "This file is missing"),
    ]
    results = run_wres_each([("diff", *names) for names, _, _ in cases], first)
    for (names, status, words), result in zip(cases, results, strict=True):
        assert (names, result.returncode, words in result.stderr) == (names, status, True)
        assert "Traceback" not in result.stderr


def test_two_trusts_are_a_matter_of_usage(built: Path) -> None:
    result = run_wres("diff", "RV9/2021", "ZZX/2021", folder=built.parent)
    assert result.returncode == 2
    assert "two trusts" in result.stderr


def test_outputs_elsewhere_are_named_by_out(first: Path, tmp_path: Path) -> None:
    result = run_wres("diff", ONE, ONE, "--out", str(first / "kept"), folder=tmp_path)
    assert result.returncode == 0, result.stderr


def test_a_build_that_was_edited_is_neither_compared_nor_pinned(root: Path, wres: Command) -> None:
    change(root / "outputs" / ONE / "results.json", "1.38", "1.08")
    for command in (("diff", "ZZX/2020", ONE), ("pin", ONE, *BY)):
        result = wres(*command, folder=root)
        assert result.returncode == 15
        assert "changed after the build" in result.stderr
    assert not (root / "pins").exists()


def texts_of(root: Path) -> dict[str, str]:
    """The report as it is read in each format, its words with single spaces."""
    folder = root / "outputs" / ONE
    page = BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")
    word = "\n".join(p.text for p in Document(str(folder / "report.docx")).paragraphs)
    texts = {"html": page.get_text(" "), "docx": word}
    if shutil.which("pdftotext"):
        texts["pdf"] = subprocess.run(
            ["pdftotext", "-layout", folder / "report.pdf", "-"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    return {name: " ".join(text.split()) for name, text in texts.items()}


def test_a_pinned_report_says_in_every_format_that_it_is_approved_and_later_what_differs(
    root: Path, wres: Command
) -> None:
    before = files_below(root / "outputs" / ONE)
    pinned = wres("pin", ONE, *BY, folder=root)
    assert pinned.returncode == 0
    assert f"In params/{ONE}.yaml write: state: approved" in pinned.stdout
    assert files_below(root / "outputs" / ONE) == before
    pin = (root / f"pins/{ONE}.json").read_bytes()
    planned = wres("plan", ONE, *BUILD, folder=root)
    assert f"data changed: pins/{ONE}.json (new)" in planned.stdout
    assert "0 notebooks, 4 steps" in planned.stdout
    built = wres("build", ONE, *BUILD, folder=root)
    assert built.returncode == 0, built.stderr
    assert ran(built.stderr) == []
    for name, text in texts_of(root).items():
        assert "This is the version approved by Board, 28 July 2021." in text, name
        assert "Draft: not yet approved" not in text, name
        assert "Approved by the board" in text or name == "docx", name
    manifest = json.loads((root / "outputs" / ONE / "manifest.json").read_text(encoding="utf-8"))
    assert f"pins/{ONE}.json" in manifest["inputs"]
    assert all(changes == [] for changes in tiers(root, f"pins/{ONE}.json", ONE).values())

    change(root / DATA / "survey.csv", "5,2020,bme,31.5", "5,2020,bme,25.5")
    change(root / DATA / "narrative/conclusions.md", "gravest", "worst")
    change(root / DATA / "actions.csv", "31 December 2021", "31 January 2022")
    assert wres("build", ONE, *BUILD, folder=root).returncode == 0
    for name, text in texts_of(root).items():
        assert (
            "Approved by Board, 28 July 2021. Since then: 1 verdict, 2 figures, 1 section and "
            "2 actions differ."
        ) in text, name
        assert "Indicator 5, Harassment from the public: +7.2 pp, now +1.2 pp." in text, name
        assert text.index("At a glance") < text.index("Since then"), name
        assert "Draft: not yet approved" not in text, name
        assert "Changed since the board approved it" in text or name == "docx", name
    assert (root / f"pins/{ONE}.json").read_bytes() == pin


def test_without_its_pin_a_report_is_byte_for_byte_what_it_was(root: Path, wres: Command) -> None:
    before = files_below(root / "outputs" / ONE)
    wres("pin", ONE, *BY, folder=root)
    assert wres("build", ONE, *BUILD, folder=root).returncode == 0
    assert files_below(root / "outputs" / ONE) != before
    assert wres("pin", ONE, "--remove", folder=root).returncode == 0
    assert not (root / f"pins/{ONE}.json").exists()
    assert wres("build", ONE, *BUILD, folder=root).returncode == 0
    assert files_below(root / "outputs" / ONE) == before


def test_a_pin_is_shown_replaced_and_removed(root: Path, wres: Command) -> None:
    assert "is not pinned" in wres("pin", ONE, "--show", folder=root).stdout
    wres("pin", ONE, *BY, "--note", "Subject to one correction", folder=root)
    pin = (root / f"pins/{ONE}.json").read_bytes()
    shown = wres("pin", ONE, "--show", folder=root).stdout
    assert "approved by Board, 28 July 2021" in shown
    assert "Subject to one correction" in shown
    again = wres("pin", ONE, *BY, "--note", "Subject to one correction", folder=root)
    assert "in place of the one before" in again.stdout
    assert (root / f"pins/{ONE}.json").read_bytes() == pin
    assert wres("pin", ONE, "--remove", folder=root).returncode == 0
    gone = wres("pin", ONE, "--remove", folder=root)
    assert gone.returncode == 15


def test_a_pin_that_cannot_be_made_is_told(first: Path) -> None:
    cases = [
        ((ONE,), 2, "Nobody is named"),
        ((ONE, "--by", "  "), 2, "Nobody is named"),
        ((ONE, "--by", "Board", "--on", "28 July"), 2, "is not a day"),
        ((ONE, "--show", "--remove"), 2, "stand alone"),
        ((ONE, "--remove", "--by", "Board"), 2, "stand alone"),
        (("ZZX", "--by", "Board"), 2, "is not a trust-year"),
        (("ZZX/2019", "--by", "Board"), 15, "is not built"),
    ]
    results = run_wres_each([("pin", *arguments) for arguments, _, _ in cases], first)
    for (arguments, status, words), result in zip(cases, results, strict=True):
        told = words in result.stderr
        assert (arguments, result.returncode, told) == (arguments, status, True)
        assert "Traceback" not in result.stderr
    assert not (first / "pins").exists()


def test_a_spoilt_pin_stops_its_own_report_and_says_where(root: Path, wres: Command) -> None:
    path = root / f"pins/{ONE}.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}", encoding="utf-8")
    result = wres("build", ONE, *BUILD, folder=root)
    assert result.returncode == 15
    assert "This is no pinned build that can be read." in result.stderr
    assert f"pins/{ONE}.json" in result.stderr


def test_the_box_of_a_plan_stands_in_its_first_section_alone(root: Path, wres: Command) -> None:
    options = (*BUILD, "--to", "html")
    headings = {"RX7/2023": "Preface", "RYC/2017": "Action plan", "R1L/2021": "Action plan"}
    assert wres("build", *headings, *options, folder=root).returncode == 0
    pins = [("pin", name, "--by", "Board", "--on", "2021-07-28") for name in headings]
    assert [result.returncode for result in run_wres_each(pins, root)] == [0, 0, 0]
    assert wres("build", *headings, *options, folder=root).returncode == 0
    for name, heading in headings.items():
        text = (root / f"outputs/{name}/index.html").read_text(encoding="utf-8")
        page = BeautifulSoup(text, "html.parser")
        (box,) = page.find_all(string=re.compile("This is the version approved by"))
        assert str(box.find_previous("h1").get_text()).startswith(heading) or str(
            box.find_previous("h2").get_text()
        ).startswith(heading)
