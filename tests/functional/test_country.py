"""``wres country``: all trusts in one table."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.country.make import entry, register, report, survey_book, survey_row

pytestmark = pytest.mark.functional
SHARES = (0.25, 0.34, 0.2, 0.22, 0.6, 0.5, 0.07, 0.15)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_of_the_table_is_one_that_a_report_publishes(
    built: Path, wres: Command, tmp_path: Path
) -> None:
    result = wres("country", "--out", str(tmp_path / "out"), "--json", folder=built.parent)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    rows = rows_of(tmp_path / "out" / "country.csv")
    assert len(rows) == told["figures"]
    assert {row["trust"] for row in rows} == {"LON", "R1L", "RV9", "RX7", "RYC", "ZZX"}
    assert "invented_trusts" in {finding["rule"] for finding in told["findings"]}
    for row in rows:
        report = json.loads((built.parent / row["source"]).read_text(encoding="utf-8"))
        entries = [*report["values"].values(), *report["of_tables"].values()]
        value = float(row["value"]) if row["value"] else None
        assert (value, row["status"]) in {(e["value"], e["status"]) for e in entries}
    ratio = next(r for r in rows if (r["trust"], r["measure"]) == ("RV9", "ratio"))
    assert (ratio["indicator"], ratio["value"][:6]) == ("i2", "0.6402")


def test_a_workbook_needs_no_workspace(wres: Command, tmp_path: Path) -> None:
    survey_book(tmp_path / "b.xlsx", {
        "Acute": [survey_row(code, SHARES) for code in ("RX1", "RX2")],
        "Ambulance": [survey_row("RX3", SHARES)],
    })  # fmt: skip
    result = wres("country", "--survey", "b.xlsx", "--out", "out", folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "3 trusts, WRES 2025: 36 figures." in result.stdout
    assert len(rows_of(tmp_path / "out" / "country.csv")) == 36


def test_a_trust_that_stands_twice_stops_the_table_in_words(wres: Command, tmp_path: Path) -> None:
    twice = {name: [survey_row("RX1", SHARES)] for name in ("Acute", "Ambulance")}
    survey_book(tmp_path / "b.xlsx", twice)
    result = wres("country", "--survey", "b.xlsx", "--out", "out", folder=tmp_path)
    assert result.returncode == 10
    assert "RX1 has more than one row" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_faults_of_a_country_are_told_each_with_what_to_do(
    wres: Command, tmp_path: Path
) -> None:
    values = {"i2.ratio": entry(1.2, "ratio")}
    for code, year in (("RX1", 2024), ("RX1", 2025), ("RX2", 2025), ("RX3", 2025)):
        report(tmp_path, code, year, values)
    register(tmp_path, "code,benchmark_group,region,successor,merged",
             "RX1,Acute,London,,", "RX2,Acute,London,RX1,2025", "RX3,,London,,")  # fmt: skip
    result = wres("country", "--out", "out", folder=tmp_path)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    for begins in (
        "RX2 was merged into RX1, which reports from WRES 2025 on",
        "RX3 has no benchmark group",
        "WRES 2024 has the figures of RX1 alone",
    ):
        place = next(n for n, line in enumerate(lines) if line.startswith(f"warning  {begins}"))
        assert lines[place + 1].strip().startswith("to do: ")
    compared = {(row["trust"], row["year"]): row["compared"]
                for row in rows_of(tmp_path / "out" / "country.csv")}  # fmt: skip
    assert compared["RX2", "2025"] == "false"
    assert compared["RX3", "2025"] == "true"


def test_without_reports_the_command_says_what_to_do(
    repository: Path, wres: Command, tmp_path: Path
) -> None:
    shutil.copytree(repository / "data" / "RV9", tmp_path / "data" / "RV9")
    result = wres("country", "--out", "out", folder=tmp_path)
    assert result.returncode == 15
    assert "wres build" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_synthetic_country_comes_into_one_table_with_its_regions(
    wres: Command, tmp_path: Path
) -> None:
    """The way from nothing: data, reports, table."""
    commands = [
        ("demo", "--trusts", "2", "--years", "2025", "--out", "country"),
        ("build", "--project", "country", "--to", "html", "--renderer", "embedded"),
        ("country", "--project", "country", "--out", "table"),
    ]
    for command in commands:
        result = wres(*command, folder=tmp_path)
        assert result.returncode == 0, result.stderr
    rows = rows_of(tmp_path / "table" / "country.csv")
    assert {row["trust"] for row in rows} == {"ZZ001", "ZZ002"}
    assert {row["synthetic"] for row in rows} == {"true"}
    assert all(row["region"] and row["benchmark_group"] for row in rows)
    summary = rows_of(tmp_path / "table" / "summary.csv")
    assert {row["indicator"] for row in summary} == {f"i{number}" for number in range(1, 10)}
    standing = rows_of(tmp_path / "table" / "standing.csv")
    assert {row["trust"] for row in standing} == {"ZZ001", "ZZ002"}
    page = (tmp_path / "country" / "outputs" / "index.html").read_text(encoding="utf-8")
    assert '<select id="region">' in page


def test_from_nothing_through_dask_the_country_is_the_same_bytes_as_through_local_workers(
    wres: Command, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    for executor in ("local", "dask"):
        demo = ("demo", "--trusts", "2", "--years", "2024-2025", "--out", executor)
        assert wres(*demo, folder=tmp_path).returncode == 0
        built = wres("build", "--project", executor, "--to", "html", "--renderer", "embedded",
                     "--jobs", "2", "--executor", executor, folder=tmp_path)  # fmt: skip
        assert built.returncode == 0, built.stderr
        made = wres("country", "--project", executor, "--out", f"{executor}/table",
                    folder=tmp_path)  # fmt: skip
        assert made.returncode == 0, made.stderr
    for name in ("outputs", "table"):
        local, dask = (tmp_path / executor / name for executor in ("local", "dask"))
        files = sorted(p.relative_to(local) for p in local.rglob("*") if p.is_file())
        assert files == sorted(p.relative_to(dask) for p in dask.rglob("*") if p.is_file())
        differing = [f for f in files if (local / f).read_bytes() != (dask / f).read_bytes()]
        assert differing == []
        assert len(files) > 4
