"""Reads a standard from its folder. Another standard is another folder beside ``wres``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.standard.groups import Groups
from wres_report.standard.indicator import Indicator, IndicatorVersion, National, Rows
from wres_report.standard.model import Band, Benchmark, Cluster, Standard

FOLDER = Path(__file__).parent
# The standard that a trust-year is of where it names none.
HOME = "wres"
DEFINITION = "standard.yaml"


def load_standard(name: str = HOME, own: Path | None = None) -> Standard:
    """The standard of that name.

    own: a folder with standards of the workspace's own, which come before those of the package.
    Raises LookupError where there is none of that name, and KeyError or ValueError for a fault in
    its files.
    """
    for folder in (*([own] if own else []), FOLDER):
        if (folder / name / DEFINITION).is_file():
            return _load(folder / name)
    raise LookupError(name)


def standards_known(own: Path | None = None) -> tuple[str, ...]:
    """The names of the standards there are, the one that needs no name first."""
    found = {
        path.parent.name
        for folder in (*([own] if own else []), FOLDER)
        for path in folder.glob(f"*/{DEFINITION}")
    }
    return (HOME, *sorted(found - {HOME}))


@cache
def _load(folder: Path) -> Standard:
    about = _yaml(folder / DEFINITION)
    bands = _yaml(folder / "bands.yaml") if (folder / "bands.yaml").is_file() else {}
    return Standard(
        id=folder.name,
        folder=folder,
        name=about["name"],
        short=about["short"],
        letter=about["letter"],
        notebooks=about.get("notebooks", ""),
        groups=_groups(about["groups"]),
        words=about.get("words", {}),
        indicators=tuple(
            _indicator(entry, part)
            for entry in _yaml(folder / "indicators.yaml")["indicators"]
            for part in entry.get("parts", [{}])
        ),
        staff_groups={entry["id"]: entry["label"] for entry in bands.get("staff_groups", ())},
        bands=tuple(_band(entry) for entry in bands.get("bands", ())),
        medical_grades=tuple(_band(entry) for entry in bands.get("medical", ())),
        clusters=tuple(_cluster(entry) for entry in bands.get("clusters", ())),
        tiers=tuple(_cluster(entry) for entry in bands.get("disparity_tiers", ())),
        senior=bands.get("senior", ""),
        codes={row["code"]: row["group"] for row in rows_of(folder / "ethnicity.csv")},
        high_impact_actions=_actions(folder / "high_impact_actions.yaml"),
        benchmarks=tuple(_benchmark(row) for row in rows_of(folder / "benchmarks.csv")),
    )


def _yaml(path: Path) -> Any:
    # Not at the top: a command that needs no standard starts without it.
    import yaml

    from wres_report.yaml_loaders import SafeLoader

    return yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)


def further_file(standard: Standard, name: str) -> Any:
    """What a YAML file of a standard's folder holds that not every standard has; None without it.

    Raises YAMLError for one that cannot be read.
    """
    path = standard.folder / name
    return _yaml(path) if path.is_file() else None


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that comes with a standard; none where there is no such file."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _actions(path: Path) -> dict[str, str]:
    return dict(_yaml(path)["actions"]) if path.is_file() else {}


def _groups(entry: dict[str, Any]) -> Groups:
    return Groups(
        study=entry["study"],
        comparator=entry["comparator"],
        unknown=entry["unknown"],
        words=entry["words"],
        terms=entry["terms"],
        unknown_label=entry["unknown_label"],
        also=entry.get("also", {}),
        heads=entry.get("heads", {}),
    )


def _indicator(whole: dict[str, Any], part: dict[str, Any]) -> Indicator:
    """An indicator, or one part of it: what the part does not say, the whole says."""
    entry = {**whole, **part}
    ratio = entry.get("ratio") or {}
    name = part.get("part", "")
    return Indicator(
        id=f"{whole['id']}-{name}" if name else whole["id"],
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
        part=name,
        label=str(entry.get("label", entry["number"])),
        heading=entry.get("heading", entry["name"]),
        cases=_row_named(ratio.get("cases")),
        people=_row_named(ratio.get("people")),
        words=entry.get("words", {}),
        national=tuple(National(**figure) for figure in entry.get("national", ())),
        stands_for=tuple(entry.get("stands_for", (entry["headline"],))),
    )


def _row_named(entry: dict[str, str] | None) -> Rows | None:
    if entry is None:
        return None
    return Rows(entry["table"], entry["column"], entry["row"], "basis" in entry)


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
