"""A second standard is a folder, and a third needs no Python at all."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import run_wres as wres
from tests.diff_tools import a_build
from wres_report.diff.compare import compare
from wres_report.faults import Fault
from wres_report.indicators.kinds import KINDS
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import HOME, load_standard, standards_known

REPOSITORY = Path(__file__).resolve().parents[2]
SOURCE = REPOSITORY / "src" / "wres_report"
WDES = load_standard("wdes")
OF_WRES = re.compile(r"\b(White|BME|BAME|WRES|ethnic\w*|race)\b")

BRANCH = re.compile(r"""[=!]=\s*["'](wres|wdes)["']|["'](wres|wdes)["']\s*[=!]=""")

BANK = """\
name: Bank Workforce Race Equality Standard
short: Bank WRES
letter: b
notebooks: bank
groups:
  study: bme
  comparator: white
  unknown: unknown
  words: {white: White, unknown: of unknown ethnicity}
  terms: {BME: Black and minority ethnic}
  unknown_label: Not stated
words:
  noun: indicator
  groups: White and {term} are as the staff record has them.
  equality: race equality
  by_source: All three are counted from the records of the bank.
  introduction: >-
    Bank staff are asked about apart. The standard asks three things of a trust:
"""


def test_no_module_branches_on_the_name_of_a_standard() -> None:
    told = [
        f"{path.relative_to(SOURCE)}: {line.strip()}"
        for path in sorted(SOURCE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        # The audit tells years of the survey from those of the report, whatever the standard.
        if BRANCH.search(line) and "kind ==" not in line
    ]
    assert not told


def test_every_kind_that_a_standard_names_has_a_room() -> None:
    for name in standards_known():
        assert {i.measure for i in load_standard(name).indicators} <= KINDS.keys()
    assert standards_known()[0] == HOME


def test_the_ten_metrics_have_their_keys_and_their_notebooks() -> None:
    assert WDES.numbers == tuple(range(1, 11))
    assert all(i.prefix.startswith(f"m{i.number}.") for i in WDES.indicators)
    folder = REPOSITORY / "notebooks" / "wdes"
    assert {path.stem for path in folder.glob("*.ipynb")} == set(WDES.in_notebooks())
    assert [name.split("_")[0] for name in WDES.in_notebooks()] == [str(n) for n in range(1, 11)]


def test_what_is_not_confirmed_of_a_metric_is_marked() -> None:
    sure = {i.id: i.version(2023).certainty for i in WDES.indicators}
    assert {name for name, how in sure.items() if how == "confirmed"} == {
        "m1", "m2", "m9-voices", "m10",
    }  # fmt: skip
    assert not WDES.benchmarks  # no national figure is confirmed


def test_keys_that_begin_alike_belong_to_the_right_metric() -> None:
    found = {key: WDES.of_key(key) for key in ("m1.disabled_percent", "m10.voting_difference")}
    assert [i.id for i in found.values() if i] == ["m1", "m10"]
    part = WDES.of_key("m4.managers_gap.previous")
    assert part is not None
    assert part.id == "m4-managers"


@pytest.fixture(scope="module")
def disability(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of the synthetic trust's report on the disability standard."""
    out = tmp_path_factory.mktemp("wdes")
    done = wres(
        "build", "ZZX/2021/wdes", "--to", "html", "--renderer", "embedded", "--out", str(out),
        folder=REPOSITORY,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return out / "ZZX" / "2021" / "wdes"


def page_of(folder: Path) -> BeautifulSoup:
    return BeautifulSoup((folder / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_the_disability_report_shows_every_table_and_chart(disability: Path) -> None:
    results = json.loads((disability / "results.json").read_text(encoding="utf-8"))
    assert (results["trust"], results["year"], results["standard"]) == ("ZZX", 2021, "wdes")
    assert results["report"]["synthetic"]
    page = page_of(disability)
    for indicator in WDES.indicators:
        section = page.find(id=f"sec-{indicator.id}")
        assert section is not None, indicator.id
        assert results["findings"][indicator.id]
        if indicator.measure != "told":
            assert page.find(id=f"tbl-{indicator.id}") is not None, indicator.id
            assert page.find(id=f"fig-{indicator.id}") is not None, indicator.id
            assert results["values"][indicator.headline_key]["status"] == "ok"


def test_the_disability_report_speaks_of_its_own_groups_alone(disability: Path) -> None:
    page = page_of(disability)
    for part in page(["style", "script"]):
        part.extract()
    assert not OF_WRES.findall(page.get_text(" "))
    assert "non-disabled" in page.get_text(" ")


def test_a_score_and_one_group_alone_have_no_verdict(disability: Path) -> None:
    verdicts = json.loads((disability / "results.json").read_text(encoding="utf-8"))["verdicts"]
    told = {name for name, verdict in verdicts.items() if verdict["code"] == "unweighed"}
    assert told == {"m8", "m9-engagement", "m9-voices"}


def cells_of(page: BeautifulSoup, table: str) -> dict[str, list[str]]:
    """The rows of a table by their first cell."""
    found = page.find(id=table)
    assert found is not None
    rows = [[cell.get_text(" ", strip=True) for cell in row(["th", "td"])] for row in found("tr")]
    return {row[0]: row[1:] for row in rows}


def test_the_disability_report_calls_its_metrics_metrics(disability: Path) -> None:
    page = page_of(disability)
    for part in page(["style", "script"]):
        part.extract()
    told = re.sub(r"narrative/indicator-\S+", "", page.get_text(" "))
    assert not re.findall(r"(?i)\bindicators?\b", told)
    assert "Metric" in next(iter(cells_of(page, "tbl-actions").values()))
    assert re.search(r"Key findings: Disabled share of workforce", page.get_text(" "))


def test_no_table_of_the_disability_report_is_without_rows(disability: Path) -> None:
    page = page_of(disability)
    assert all(table.select("tbody tr") for table in page("table"))
    assert page.find(id="tbl-national") is None
    assert "No figure of all NHS trusts in England is confirmed for the WDES" in page.get_text(" ")


def test_halves_of_cases_add_up_to_their_total(disability: Path) -> None:
    entered = cells_of(page_of(disability), "tbl-m3")["Entered the capability process"]
    groups, total = [float(n) for n in entered[:3]], float(entered[3])
    assert entered[0] == "14.5"
    assert sum(groups) == total


def test_a_difference_of_scores_stands_beside_a_difference_of_medians(disability: Path) -> None:
    values = json.loads((disability / "results.json").read_text(encoding="utf-8"))["values"]
    medians = [values[f"m9.engagement_{g}_score.benchmark"]["value"]
               for g in ("disabled", "non_disabled")]  # fmt: skip
    row = cells_of(page_of(disability), "tbl-summary")["9a. Engagement score"]
    expected = f"{medians[0] - medians[1]:+.1f}".replace("-", "\N{MINUS SIGN}")
    assert expected in row
    assert values["m9.engagement_gap.benchmark"]["value"] == pytest.approx(medians[0] - medians[1])


def bank_workspace(root: Path) -> Path:
    """A workspace with a standard of its own: three indicators of bank staff, as data."""
    folder = root / "standards" / "bank"
    folder.mkdir(parents=True)
    (folder / "standard.yaml").write_text(BANK, encoding="utf-8")
    shutil.copy(SOURCE / "standard" / "wres" / "bands.yaml", folder)
    shutil.copy(SOURCE / "standard" / "wres" / "indicators.yaml", folder)
    text = (folder / "indicators.yaml").read_text(encoding="utf-8")
    text = text[: text.index("  - id: i4")]
    text = re.sub(r"- id: i(\d)", r"- id: b\1", text)
    (folder / "indicators.yaml").write_text(text, encoding="utf-8")
    notebooks = root / "notebooks" / "bank"
    notebooks.mkdir(parents=True)
    for path in sorted((REPOSITORY / "notebooks").glob("[123]_*.ipynb")):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'(\\"|-|")i([123])\b', r"\1b\2", text)
        text = text.replace("    project,\\n", '    project,\\n",\n    "    standard,\\n')
        text = text.replace(
            'project: str = \\"\\"', 'standard: str = \\"bank\\"\\n",\n    "project: str = \\"\\"'
        )
        json.loads(text)
        (notebooks / path.name).write_text(text, encoding="utf-8")
    data = root / "data" / "ZZX" / "2021" / "bank"
    data.mkdir(parents=True)
    for name in ("workforce", "recruitment", "disciplinary"):
        shutil.copy(REPOSITORY / "data" / "ZZX" / "2021" / f"{name}.csv", data)
    params = root / "params" / "ZZX"
    params.mkdir(parents=True)
    (params / "2021-bank.yaml").write_text("name: Example Trust\nsynthetic: true\n")
    return root


def test_a_standard_without_a_new_kind_needs_no_python(tmp_path: Path) -> None:
    root = bank_workspace(tmp_path)
    workspace = Workspace.open(root)
    assert workspace.trust_years() == [TrustYear("ZZX", 2021, "bank")]
    standard = workspace.standard(TrustYear("ZZX", 2021, "bank"))
    assert [i.id for i in standard.indicators] == ["b1", "b2", "b3"]
    assert list(tables_of(standard))[:3] == ["workforce", "recruitment", "disciplinary"]
    done = wres("build", "ZZX/2021/bank", "--to", "html", "--renderer", "embedded", folder=root)
    assert done.returncode == 0, done.stderr
    folder = root / "outputs" / "ZZX" / "2021" / "bank"
    values = json.loads((folder / "results.json").read_text(encoding="utf-8"))["values"]
    assert values["b2.ratio"]["status"] == "ok"
    assert "Bank Workforce Race Equality Standard" in page_of(folder).get_text(" ")
    assert not list(root.rglob("*.py"))


def test_two_standards_of_a_year_are_no_difference_of_each_other() -> None:
    race = a_build(2021)
    other = replace(race, name="theirs", trust_year=TrustYear("ZZX", 2021, "wdes"))
    for pair in ((race, other), (other, race)):
        with pytest.raises(Fault, match="are of two standards, whose figures are not each other's"):
            compare(*pair)


def test_a_build_of_a_standard_of_the_workspace_is_compared_and_approved(tmp_path: Path) -> None:
    root = bank_workspace(tmp_path)
    name = "ZZX/2021/bank"
    build = ("build", name, "--to", "html", "--renderer", "embedded")
    assert wres(*build, folder=root).returncode == 0
    shutil.copytree(root / "outputs", root / "kept")
    assert wres("pin", name, "--by", "The board", "--on", "2021-07-28", folder=root).returncode == 0
    cases = root / "data" / name / "recruitment.csv"
    cases.write_text(re.sub(r"^(appointed,)\d+", r"\g<1>99", cases.read_text(), flags=re.M))
    built = wres(*build, folder=root)
    assert built.returncode == 0, built.stderr
    page = (root / "outputs" / name / "index.html").read_text(encoding="utf-8")
    assert "Changed since it was approved" in page
    seen = wres("diff", f"kept/{name}", name, folder=root)
    assert seen.returncode == 0, seen.stderr
    assert "b2" in seen.stdout or "ndicator 2" in seen.stdout
    two = (f"{root}/kept/{name}", f"{root}/outputs/{name}")
    elsewhere = wres("diff", *two, folder=tmp_path.parent)
    assert elsewhere.returncode == 15
    assert "There is no standard “bank” here." in elsewhere.stderr


def test_a_year_of_the_first_standard_begins_beside_that_of_another(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "params").mkdir()
    name = ("--name", "Example NHS Foundation Trust")
    assert wres("new", "RV9/2022/wdes", *name, folder=tmp_path).returncode == 0
    of_other = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    result = wres("new", "RV9/2022", *name, folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "data" / "RV9" / "2022" / "workforce.csv").is_file()
    assert {path: path.read_bytes() for path in of_other} == of_other


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ("survey", "the WDES compares non-disabled and Disabled people"),
        ("workforce", "No heading is known for whether somebody is disabled"),
        ("disciplinary", "The WDES has no table “disciplinary”"),
    ],
)
def test_a_file_of_other_groups_writes_nothing(tmp_path: Path, table: str, why: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "params").mkdir()
    file = tmp_path / "list.csv"
    file.write_text("Staff Group,Pay Scale,Ethnic Origin\nNursing,Band 5,A White - British\n")
    result = wres("import", table, str(file), "--into", "ZZX/2021/wdes", folder=tmp_path)
    assert result.returncode in (2, 15)
    assert why in result.stderr
    assert not list((tmp_path / "data").rglob("*.*"))


def test_the_audit_says_that_it_does_not_know_the_sentences_of_a_standard(tmp_path: Path) -> None:
    root = bank_workspace(tmp_path)
    document = tmp_path / "report.md"
    document.write_text("Bank staff are 5% of the workforce.\n", encoding="utf-8")
    result = wres("audit", str(document), "--against", "ZZX/2021/bank", folder=root)
    assert result.returncode == 2
    assert "does not know the sentences of the" in result.stderr
    assert "standards/bank/audit.yaml" in result.stderr


def test_a_kind_is_named_in_its_own_room_and_the_list_of_kinds_alone() -> None:
    """What an indicator of a newer kind is, its room says; other code asks."""
    newer = re.compile(r"""["'](alone|score)["']""")
    told = [
        path.relative_to(SOURCE).as_posix()
        for path in sorted(SOURCE.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if newer.search(line) and re.search(r"\.measure\b|of_kind\(", line)
    ]
    assert set(told) <= {"inputs/tables.py"}  # which columns the survey's table has


def test_a_plan_for_another_standard_comes_in_with_the_numbers_of_that_standard(
    tmp_path: Path,
) -> None:
    for name in ("data/ZZX/2021/wdes", "params"):
        (tmp_path / name).mkdir(parents=True)
    plan = tmp_path / "plan.csv"
    plan.write_text(
        "WDES metric,Action,Lead\n4a,Train managers,Head of HR\nMetric 10,Advertise,Secretary\n",
        encoding="utf-8",
    )
    told = wres("import", "actions", str(plan), "--into", "ZZX/2021/wdes", folder=tmp_path)
    assert told.returncode == 0, told.stderr
    assert "[4]  Train managers" in told.stdout
    assert "[10]  Advertise" in told.stdout
