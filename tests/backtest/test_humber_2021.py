"""The Humber report of July 2021, printed figure by printed figure, against our build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.backtest.conftest import Compare
from wres_report.backtest.compare import AGREE, DIFFER_BY_READING, NOT_CHECKABLE, Comparison


@pytest.fixture(scope="module")
def results(built: Path) -> dict:
    return json.loads((built / "RV9/2021/results.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def comparisons(compared: Compare) -> list[Comparison]:
    return compared("RV9/2021").comparisons


def test_what_is_judged_by_reading_cannot_be_computed(comparisons: list[Comparison]) -> None:
    judged = [c for c in comparisons if c.expected == DIFFER_BY_READING]
    assert [c.verdict for c in judged] == [NOT_CHECKABLE]


def test_the_readme_counts_the_figures_as_they_are(
    comparisons: list[Comparison], repository: Path
) -> None:
    agree = sum(1 for comparison in comparisons if comparison.verdict == AGREE)
    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert f"{agree} of {len(comparisons)} agree" in readme


@pytest.mark.parametrize(
    ("key", "value", "display"),
    [
        ("workforce.white", 2643, "2,643"),
        ("workforce.bme", 143, "143"),
        ("workforce.unknown", 243, "243"),
        ("workforce.total", 3029, "3,029"),
        ("workforce.bme.previous", 116, "116"),
        ("i1.bme_percent", 100 * 143 / 3029, "4.7%"),
        ("i1.bme_percent.previous", 4.7, "4.7%"),
        ("i2.white_percent", 100 * 198 / 855, "23.16%"),
        ("i2.bme_percent", 100 * 17 / 47, "36.17%"),
        ("i2.ratio", (198 / 855) / (17 / 47), "0.64"),
        ("i2.ratio.benchmark", 1.61, "1.61"),
        ("i3.white_percent", 100 * 17 / 2643, "0.64%"),
        ("i3.bme_percent", 100 * 1 / 143, "0.70%"),
        ("i3.ratio", (1 / 143) / (17 / 2643), "1.09"),
        ("i4.bme_percent", 100 * 105 / 143, "73.43%"),
        ("i4.ratio", (1639 / 2643) / (105 / 143), "0.84"),
        ("i4.ratio.previous", 0.97, "0.97"),
        ("i5.gap", 1.6, "+1.6\u00a0pp"),
        ("i5.bme_percent.previous", 20.0, "20.0%"),
        ("i5.bme_percent.change", 4.0, "+4.0\u00a0pp"),
        ("i6.gap", 6.3, "+6.3\u00a0pp"),
        ("i7.gap", -9.8, "−9.8\u00a0pp"),
        ("i8.gap", 14.6, "+14.6\u00a0pp"),
        ("i8.bme_percent.previous", 11.4, "11.4%"),
        ("i8.bme_percent.benchmark", 15.1, "15.1%"),
        ("i9.voting_bme_percent", 0, "0.0%"),
        ("i9.voting_difference", -100 * 143 / 3029, "−4.7\u00a0pp"),
    ],
)
def test_the_contract_keys_have_the_values_of_the_document(
    results: dict, key: str, value: float, display: str
) -> None:
    entry = results["values"][key]
    assert entry["value"] == pytest.approx(value, abs=1e-8)
    assert entry["display"] == display
    assert entry["status"] == "ok"


@pytest.mark.parametrize(
    ("indicator", "code"),
    [("i2", "better"), ("i3", "too_few"), ("i4", "better"), ("i8", "worse"), ("i9", "short")],
)
def test_the_verdicts_are_those_the_data_bear_out(results: dict, indicator: str, code: str) -> None:
    assert results["verdicts"][indicator]["code"] == code
