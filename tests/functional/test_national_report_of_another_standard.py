"""``wres country --standard NAME --to``: the national report of another standard than the WRES."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Command
from tests.conftest import run_wres as wres
from tests.country.make import entry, register, report
from tests.standards.test_other_standards import bank_workspace
from wres_report.measures.codec import value_as_json
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.likelihood import Cases, rate, relative_likelihood
from wres_report.measures.value import Value
from wres_report.standard import load_standard

pytestmark = pytest.mark.functional
REPOSITORY = Path(__file__).resolve().parents[2]
WDES = load_standard("wdes")
YEAR, TRUSTS = 2024, 12
HIDDEN, FAR = "ZZ03", "ZZ11"
HOME_WORDS = re.compile(r"\b(White|BME|WRES|[Ii]ndicators?|race)\b")


def values_of(number: int, year: int) -> Iterator[tuple[str, Value]]:
    """The figures of a trust that have counts; its number is what it differs by."""
    other, disabled = Cases(100 + 3 * number, 500), Cases(20 + number % 4, 120)
    if number == TRUSTS - 1:
        other, disabled = Cases(250, 500), Cases(10, 120)
    yield "m1.disabled_percent", rate(Cases(90 + 5 * number + year - YEAR, 2000))
    yield "m2.ratio", relative_likelihood(other, disabled)
    yield "m2.non_disabled_percent", rate(other)
    yield "m2.disabled_percent", rate(disabled)
    shares = survey_percent(30.0 - number / 4, 200), survey_percent(22.0, 900)
    yield "m4.managers_disabled_percent", shares[0]
    yield "m4.managers_non_disabled_percent", shares[1]
    yield "m4.managers_gap", gap(*shares)
    yield "m8.disabled_percent", survey_percent(70.0 + number / 2, 90)


def entries(number: int, year: int) -> Mapping[str, object]:
    found: dict[str, object] = {key: value_as_json(value) for key, value in values_of(number, year)}
    found["m9.engagement_disabled_score"] = entry(6.2 + number / 20, "score", n=200)
    found["m9.engagement_non_disabled_score"] = entry(7.0, "score", n=900)
    found["m9.voices_told"] = entry(1.0, "count")
    found["m10.voting_difference"] = entry(-4.0 + number / 4, "pp", n=12)
    return found


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the national report of twelve trusts, the furthest of which hides metric 8, and
    one of which hides metric 2; one other reports on the WRES alone."""
    root = tmp_path_factory.mktemp("wdes")
    codes = [f"ZZ{number:02}" for number in range(TRUSTS)]
    for number, code in enumerate(codes):
        for year in (YEAR - 1, YEAR):
            values = dict(entries(number, year))
            for hidden in {HIDDEN: ("m2.ratio",), FAR: ("m8.disabled_percent",)}.get(code, ()):
                values[hidden] = entry(None)
            report(root, code, year, values, synthetic=True, standard="wdes")
    report(root, "ZZ99", YEAR, {"i2.ratio": entry(9.87, "ratio", n=50)}, synthetic=True)
    rows = [f"{code},{('Acute', 'Community')[n % 2]},London" for n, code in enumerate(codes)]
    register(root, "code,benchmark_group,region", *rows)
    done = wres(
        "country", "--standard", "wdes", "--out", "out", "--to", "html,docx", "--renderer",
        "embedded", folder=root,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "10 notebooks ran" in done.stdout
    return root / "out"


@pytest.fixture(scope="module")
def page(country: Path) -> BeautifulSoup:
    return BeautifulSoup((country / "national.html").read_text(encoding="utf-8"), "lxml")


def test_every_metric_and_part_has_a_section_with_what_its_kind_has(page: BeautifulSoup) -> None:
    for metric in WDES.indicators:
        section = page.find(id=f"sec-{metric.id}")
        assert section is not None, metric.id
        assert f"Metric {metric.label}: {metric.heading}" in section.get_text(" ", strip=True)
    for metric in ("m1", "m2", "m4-managers", "m8", "m9-engagement", "m10"):
        assert page.select_one(f"#tbl-{metric}"), metric
        assert page.select_one(f"#fig-{metric}-spread svg"), metric
        assert page.select_one(f"#fig-{metric}-years svg"), metric
    for metric in ("m1", "m2", "m4-managers", "m8"):
        assert page.select_one(f"#fig-{metric}-funnel svg"), metric
    # No spread of a score is published, and a board has too few seats to weigh chance by.
    for metric in ("m9-engagement", "m10", "m9-voices"):
        assert page.select_one(f"#fig-{metric}-funnel") is None, metric


def section_of(page: BeautifulSoup, metric: str) -> str:
    found = page.select_one(f"section#sec-{metric}") or page.find(id=f"sec-{metric}")
    assert found is not None
    return str(found.get_text(" ", strip=True))


def test_the_parts_of_a_metric_do_not_stand_in_each_others_sections(page: BeautifulSoup) -> None:
    assert "the median of the Disabled share is 28.6%" in section_of(page, "m4-managers")
    assert "Fewer than two trusts show a figure of this metric" in section_of(page, "m4-patients")
    assert "told in words" in section_of(page, "m9-voices")
    assert "Disabled score is 6.5" in section_of(page, "m9-engagement")


def test_it_speaks_of_its_own_groups_and_metrics_alone(page: BeautifulSoup) -> None:
    text = BeautifulSoup(str(page), "lxml")
    for part in text(["style", "script"]):
        part.extract()
    assert not HOME_WORDS.findall(text.get_text(" "))
    assert "All trusts of WDES 2024" in text.get_text(" ")
    assert "The ten metrics over all trusts" in text.get_text(" ")
    assert "9.87" not in text.get_text(" ")


def test_what_a_report_hides_is_hidden_and_who_hides_it_is_not_named(page: BeautifulSoup) -> None:
    beyond = page.select_one("#tbl-m2-beyond")
    assert beyond
    assert f"Trust {FAR}" in beyond.text
    assert HIDDEN not in str(page)
    for metric, shown in (("m2", TRUSTS - 1), ("m8", TRUSTS - 1), ("m1", TRUSTS)):
        table = page.select_one(f"#tbl-{metric}")
        assert table
        rows = {row(["th", "td"])[0].text: row("td")[-1].text for row in table("tr")[1:]}
        assert rows["Trusts that show it"] == str(shown)
        assert rows["Trusts that do not"] == str(TRUSTS - shown)


def test_the_page_at_a_glance_has_a_row_for_each_metric_with_figures(page: BeautifulSoup) -> None:
    table = page.select_one("#tbl-all")
    assert table
    rows = [row.get_text(" ", strip=True) for row in table("tr")[1:]]
    labels = [metric.label for metric in WDES.indicators if metric.measure != "told"]
    assert [row[: len(label)] for row, label in zip(rows, labels, strict=True)] == labels
    assert "Of metrics 4 to 9 the figure is that of the group under study" in page.text
    assert "Metric 9b is told in words and has no figure." in page.text


def test_it_can_be_made_again_with_the_same_bytes(country: Path) -> None:
    about = json.loads((country / "national.json").read_text(encoding="utf-8"))
    assert about["standard"] == "wdes"
    assert set(about["notebooks"]) == set(WDES.in_notebooks())
    verified = wres("verify", "--country", "out", folder=country.parent)
    assert verified.returncode == 0, verified.stdout
    assert "the same" in verified.stdout


def test_a_standard_of_the_workspace_has_a_national_report_once_it_has_notebooks_for_it(
    tmp_path: Path, wres: Command
) -> None:
    root = bank_workspace(tmp_path)
    for number in range(TRUSTS):
        other, bme = Cases(100 + 4 * number, 500), Cases(30, 200)
        values = {
            "b1.bme_percent": rate(Cases(300 + number, 2000)),
            "b2.ratio": relative_likelihood(other, bme),
            "b2.white_percent": rate(other),
            "b2.bme_percent": rate(bme),
        }
        figures = {key: value_as_json(value) for key, value in values.items()}
        report(root, f"ZZ{number:02}", 2021, figures, synthetic=True, standard="bank")
    command = ("country", "--standard", "bank", "--out", "out", "--to", "html", "--renderer",
               "embedded")  # fmt: skip
    without = wres(*command, folder=root)
    assert without.returncode == 15
    assert "notebooks/bank/national/1_workforce.ipynb" in without.stderr
    assert not (root / "out").exists()
    notebooks = root / "notebooks" / "bank" / "national"
    notebooks.mkdir()
    for path in sorted((REPOSITORY / "notebooks" / "national").glob("[123]_*.ipynb")):
        text = re.sub(r'(\\"|-|")i([123])\b', r"\1b\2", path.read_text(encoding="utf-8"))
        text = text.replace('year, \\"b', 'year, standard=standard, indicator=\\"b').replace(
            "table: str", 'standard: str = \\"bank\\"\\n",\n    "table: str'
        )
        (notebooks / path.name).write_text(json.dumps(json.loads(text)), encoding="utf-8")
    done = wres(*command, folder=root)
    assert done.returncode == 0, done.stderr
    page = (root / "out" / "national.html").read_text(encoding="utf-8")
    assert "Bank Workforce Race Equality Standard: all trusts" in page
    assert "All trusts of Bank WRES 2021" in page
    # The table, its standard and its notebooks go together: it can be made again elsewhere.
    shutil.copytree(root / "out", tmp_path / "elsewhere" / "out")
    verified = wres("verify", "--country", "elsewhere/out", folder=root)
    assert verified.returncode == 0, verified.stdout + verified.stderr
