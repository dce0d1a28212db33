"""Reads a standard from its folder. Another standard is another folder beside ``wres``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wres_report.standard.model import (
    Band,
    Benchmark,
    Cluster,
    Indicator,
    IndicatorVersion,
    Standard,
)
from wres_report.yaml_loaders import SafeLoader

FOLDER = Path(__file__).parent


@cache
def load_standard(name: str = "wres") -> Standard:
    """The standard in the folder of that name.

    A fault in its files raises KeyError or ValueError.
    """
    folder = FOLDER / name
    bands = _yaml(folder / "bands.yaml")
    with (folder / "benchmarks.csv").open(encoding="utf-8", newline="") as file:
        benchmarks = tuple(_benchmark(row) for row in csv.DictReader(file))
    with (folder / "ethnicity.csv").open(encoding="utf-8", newline="") as file:
        groups = {row["code"]: row["group"] for row in csv.DictReader(file)}
    return Standard(
        name="Workforce Race Equality Standard",
        indicators=tuple(
            _indicator(entry) for entry in _yaml(folder / "indicators.yaml")["indicators"]
        ),
        staff_groups={entry["id"]: entry["label"] for entry in bands["staff_groups"]},
        bands=tuple(_band(entry) for entry in bands["bands"]),
        medical_grades=tuple(_band(entry) for entry in bands["medical"]),
        clusters=tuple(_cluster(entry) for entry in bands["clusters"]),
        tiers=tuple(_cluster(entry) for entry in bands["disparity_tiers"]),
        groups=groups,
        high_impact_actions=_yaml(folder / "high_impact_actions.yaml")["actions"],
        benchmarks=benchmarks,
    )


def _yaml(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)


def _indicator(entry: dict[str, Any]) -> Indicator:
    ratio = entry.get("ratio") or {}
    return Indicator(
        id=entry["id"],
        number=entry["number"],
        notebook=entry["notebook"],
        short=entry["short"],
        name=entry["name"],
        measure=entry["measure"],
        source=entry["source"],
        tables=tuple(entry["tables"]),
        headline=entry["headline"],
        unit=entry["unit"],
        parity=entry["parity"],
        better=entry["better"],
        versions=tuple(_version(version) for version in entry["versions"]),
        top=ratio.get("numerator"),
        bottom=ratio.get("denominator"),
    )


def _version(entry: dict[str, Any]) -> IndicatorVersion:
    return IndicatorVersion(
        since=entry["from"],
        definition=entry["definition"].strip(),
        numerator=entry["numerator"],
        denominator=entry["denominator"],
        question=entry["question"],
        basis=entry["basis"],
        basis_label=entry["basis_label"],
        certainty=entry["certainty"],
        source=entry["source"],
    )


def _band(entry: dict[str, Any]) -> Band:
    return Band(entry["id"], entry["label"], entry["short"], entry.get("part_of"))


def _cluster(entry: dict[str, Any]) -> Cluster:
    return Cluster(entry["id"], entry["label"], tuple(entry["members"]))


def _benchmark(row: dict[str, str]) -> Benchmark:
    return Benchmark(
        indicator=row["indicator"],
        measure=row["measure"],
        group=row["group"],
        wres_year=int(row["wres_year"]),
        scope=row["scope"],
        value=float(row["value"]),
        unit=row["unit"],
        vintage=int(row["vintage"]),
        basis=row["basis"],
        certainty=row["certainty"],
        source=row["source"],
    )
