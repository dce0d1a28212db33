"""Invented trusts that report on another standard than the one that needs no name."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import Command
from wres_report.cli.checking import check_all
from wres_report.demo import parse_years, write_country
from wres_report.demo.levels import levels_of
from wres_report.faults import Fault
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard, load_standard

Files = dict[str, bytes]
WDES = load_standard("wdes")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Files]:
    numbers = iter(range(100))

    def written(
        trusts: int, years: str, *standards: Standard, seed: int = 1, faults: bool = False
    ) -> Files:
        folder = tmp_path / str(next(numbers))
        write_country(
            folder, trusts, parse_years(years), seed, standards=standards, faults=faults
        )  # fmt: skip
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()
        }  # fmt: skip

    return written


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.mark.parametrize("years", ["2019-2021", "2023-2025"])
def test_the_gate_finds_nothing_critical_in_them(tmp_path: Path, years: str) -> None:
    write_country(tmp_path / "country", 20, parse_years(years), 3, standards=[WDES])
    workspace = Workspace.open(tmp_path / "country")
    results, faults = check_all(workspace, workspace.trust_years())
    assert not faults
    assert {result.trust_year.standard for result in results} == {"wdes"}
    assert len(results) == 20 * 3
    assert not [str(found) for result in results for found in result.critical]


def test_every_table_that_the_indicators_are_made_from_is_there_and_the_plan(
    write: Callable[..., Files],
) -> None:
    files = write(2, "2022", WDES)
    tables = {table for indicator in WDES.indicators for table in indicator.tables}
    for table in (*tables, "actions", "progress", "reported"):
        assert rows_of(files[f"data/ZZ002/2022/wdes/{table}.csv"]), table
    asked = {(row["indicator"], row["part"])
             for row in rows_of(files["data/ZZ002/2022/wdes/survey.csv"])}  # fmt: skip
    levels = {(str(WDES.indicator(name).number), WDES.indicator(name).part)
              for name in levels_of(WDES).survey}  # fmt: skip
    assert asked == levels


def test_each_says_that_it_is_invented(write: Callable[..., Files]) -> None:
    settings = [text for path, text in write(4, "2022", WDES).items() if path[:7] == "params/"]
    assert len(settings) == 4
    assert all(b"\nsynthetic: true\n" in text for text in settings)
    assert all(b"\nname: Synthetic Trust of " in text for text in settings)


def test_the_trusts_together_lie_about_the_levels_of_the_standard(
    write: Callable[..., Files],
) -> None:
    found: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    shares = []
    for path, content in write(60, "2021", WDES).items():
        if path.endswith("survey.csv"):
            for row in rows_of(content):
                figure = row["percent"] or row["score"]
                if figure and row["survey_year"] == "2020":
                    found[row["indicator"], row["part"], row["group"]].append(float(figure))
        if path.endswith("workforce.csv"):
            every = rows_of(content)[0]
            groups = [int(every[name]) for name in WDES.groups.names]
            shares.append(100 * groups[1] / sum(groups))
    assert len(found) == 2 * 8 + 1  # metric 8 asks one group alone
    for name, level in levels_of(WDES).survey.items():
        indicator = WDES.indicator(name)
        for group in set(WDES.groups.pair) & set(level):
            values = found[str(indicator.number), indicator.part, group]
            assert abs(median(values) - level[group]) < 0.1 * level[group] + 0.2, (name, group)
    # Of all staff, those without a record among them.
    assert 2.5 < median(shares) < 5


def test_no_table_names_a_group_or_a_word_of_the_other_standard(
    write: Callable[..., Files],
) -> None:
    files = write(3, "2022", WDES)
    ours = b"\n".join(text for path, text in files.items() if path[:5] in ("param", "data/")
                      and path != "data/trusts.csv")  # fmt: skip
    for word in (b"BME", b"bme", b"White", b"ethnic", b"WRES", b"race "):
        assert word not in ours, word


def test_a_trust_that_reports_on_both_has_the_files_that_it_has_with_each_alone(
    write: Callable[..., Files],
) -> None:
    both = write(2, "2022-2023", load_standard(), WDES)
    assert both == write(2, "2022-2023") | write(2, "2022-2023", WDES)


def test_a_trust_year_is_the_same_whichever_years_and_trusts_are_written(
    write: Callable[..., Files],
) -> None:
    small, large = write(2, "2023", WDES), write(4, "2021-2024", WDES)
    small.pop("data/trusts.csv")
    assert small.items() <= large.items()


def test_what_a_trust_published_is_what_last_years_data_gives(write: Callable[..., Files]) -> None:
    files = write(8, "2021-2022", WDES)
    for number in range(1, 9):
        place = f"data/ZZ{number:03d}"
        reported = {row["indicator"]: row["value"]
                    for row in rows_of(files[f"{place}/2022/wdes/reported.csv"])}  # fmt: skip
        staff = rows_of(files[f"{place}/2021/wdes/workforce.csv"])[0]
        own, of_all = int(staff["disabled"]), sum(int(staff[n]) for n in WDES.groups.names)
        assert float(reported["1"]) == pytest.approx(100 * own / of_all, abs=0.051)
        shortlisted, appointed = rows_of(files[f"{place}/2021/wdes/recruitment.csv"])
        chance = {n: int(appointed[n]) / int(shortlisted[n]) for n in WDES.groups.pair}
        if "2" in reported:
            ratio = chance["non_disabled"] / chance["disabled"]
            assert float(reported["2"]) == pytest.approx(ratio, abs=0.0051)


def test_a_year_before_the_standard_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="no year before 2019"):
        write_country(tmp_path / "country", 1, range(2018, 2020), 1, standards=[WDES])
    assert not (tmp_path / "country").exists()


def test_faults_and_raw_files_are_refused_for_another_standard(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="made for the WRES alone"):
        write_country(tmp_path / "c", 1, range(2022, 2023), 1, standards=[WDES], faults=True)


def test_a_standard_that_is_not_there_is_told_with_those_that_are(
    tmp_path: Path, wres: Command
) -> None:
    outcome = wres("demo", "--standard", "wdse", "--out", "country", folder=tmp_path)
    assert outcome.returncode == 2
    assert "Name one of these: wres, wdes." in outcome.stderr
    assert not (tmp_path / "country").exists()


@pytest.mark.functional
def test_a_trust_of_another_standard_is_built(tmp_path: Path, wres: Command) -> None:
    where = str(tmp_path / "country")
    done = wres(
        "demo", "--standard", "wdes", "--trusts", "1", "--years", "2022-2023", "--out", where,
        folder=tmp_path,
    )  # fmt: skip
    assert "wres build ZZ001/2023/wdes" in done.stdout
    built = wres("build", "ZZ001/2023/wdes", "--project", where, "--to", "html", folder=tmp_path)
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "country/outputs/ZZ001/2023/wdes/index.html").read_text("utf-8")
    assert "Workforce Disability Equality Standard" in page
    assert "ynthetic" in page
