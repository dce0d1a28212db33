"""Figures over trusts: made from what is shown, with limits, ranks and medians of peers."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from tests.country.make import country_of, entry, register, report
from wres_report.country.making import write
from wres_report.peers.reading import figures_of_csv
from wres_report.peers.standing import standings, summaries


def values(white: tuple[int, int], bme: tuple[int, int], *, low: float = 0.9) -> dict[str, object]:
    """Indicators 2 and 7 of a trust: cases and people of each group."""
    shares = [100 * cases / people for cases, people in (white, bme)]
    found: dict[str, object] = {
        "i2.ratio": entry(shares[0] / shares[1], "ratio", low=low, high=low + 1),
        "i7.gap": entry(shares[1] - shares[0], "pp", low=-9.0, high=-1.0),
        "i9.voting_difference": entry(-3.0, "pp", n=9),
    }
    for name, share, (cases, people) in zip(("white", "bme"), shares, (white, bme), strict=True):
        found[f"i2.{name}_percent"] = entry(share, n=people, numerator=cases)
        found[f"i7.{name}_percent"] = entry(share, n=people)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Eight trusts of two groups; one hides indicator 2, one was merged into another."""
    for number in range(8):
        code = f"RX{number}"
        figures = values((200 + 10 * number, 1000), (150, 1000), low=0.9 + 0.05 * number)
        if number == 7:
            figures |= {key: entry(None) for key in figures if key.startswith("i2.")}
        report(tmp_path, code, 2025, figures)
    report(tmp_path, "RXM", 2025, values((900, 1000), (100, 1000)))
    rows = [f"RX{n},{'Acute' if n < 7 else 'Community'},London,," for n in range(8)]
    register(tmp_path, "code,benchmark_group,region,successor,merged", *rows,
             "RXM,Acute,London,RX0,2024")  # fmt: skip
    return tmp_path


def test_a_summary_can_be_worked_out_again_from_the_rows_that_are_shown(folder: Path) -> None:
    write(country_of(folder), folder / "out")
    figures = [f for f in figures_of_csv(folder / "out" / "country.csv") if f.trust != "RXM"]
    with (folder / "out" / "summary.csv").open(encoding="utf-8", newline="") as file:
        rows = {(r["indicator"], r["group"], r["scope"]): r for r in csv.DictReader(file)}
    shown = [f.value for f in figures
             if (f.indicator, f.group, f.status) == ("i2", "both", "ok")]  # fmt: skip
    row = rows["i2", "both", "all trusts"]
    assert (row["trusts"], row["not_shown"]) == ("7", "1")
    found = [float(row[name]) for name in ("lower_quartile", "median", "upper_quartile")]
    assert found == pytest.approx(np.percentile(shown, [25, 50, 75]))
    assert row["above_parity"] == "4"  # 0.9 and six steps of 0.05
    assert float(row["by_chance_95"]) == pytest.approx(7 * 0.05)
    assert rows["i2", "both", "benchmark group: Community"]["median"] == ""
    assert rows["i7", "both", "all trusts"]["below_parity"] == "8"


def test_a_trust_stands_among_all_with_the_ranks_that_cannot_be_ruled_out(folder: Path) -> None:
    country = country_of(folder)
    found = {(s.trust, s.indicator, s.group): s for s in standings(country.compared, 2025)}
    ratio = found["RX6", "i2", "both"]
    assert (ratio.rank, ratio.of, ratio.first) == (7, 7, "lowest")
    assert ratio.rank_from < 7
    assert ratio.rank_to == 7
    assert found["RX0", "i7", "white"].first == "highest"
    assert found["RX0", "i7", "white"].rank == 8
    hidden = found["RX7", "i2", "both"]
    assert (hidden.value, hidden.rank, hidden.limits) == (None, None, "")
    assert (hidden.group_median, hidden.group_trusts) == (None, 0)
    assert ratio.group_trusts == ratio.region_trusts == 7
    board = found["RX1", "i9", "both"]
    assert (board.rank, board.limits, board.median) == (None, "", -3.0)
    assert not any(trust == "RXM" for trust, _, _ in found)


def test_one_trust_alone_has_no_median_and_no_place(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2025, values((200, 1000), (150, 1000)))
    country = country_of(tmp_path)
    assert list(standings(country.compared, 2025)) == []
    assert {row.median for row in summaries(country.compared)} == {None}


def test_figures_of_two_bases_are_told_apart(tmp_path: Path) -> None:
    for year in (2020, 2025):
        for code in ("RX1", "RX2"):
            report(tmp_path, code, year, values((200, 1000), (150, 1000)))
    rows = [r for r in summaries(country_of(tmp_path).compared) if r.indicator == "i7"]
    assert len({row.basis for row in rows if row.year == 2020} & {
        row.basis for row in rows if row.year == 2025
    }) == 0  # fmt: skip
