"""Every field of text that others write, how a probe is put into it, and how its place is told."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from wres_report.inputs.sections import sections_of
from wres_report.inputs.tables import TABLES
from wres_report.standard import load_standard

REPOSITORY = Path(__file__).resolve().parents[1]
DATA, PARAMS = "data/ZZX/2021", "params/ZZX/2021.yaml"
Fill = Callable[[Path, str], None]

SETTINGS = {
    "name": ("name",), "published": ("published",), "unknown": ("unknown_label",),
    "reason": ("disclosure", "reason"), "label": ("plan", "indicator_label"),
}  # fmt: skip
TEXTS = {
    "facts": ("display", "source", "unit"),
    "locality": ("area", "population_source", "ethnicity_source", "note"),
    "reported": ("source",),
    "actions": ("objective", "action", "sub_actions", "lead", "timeframe", "rag", "progress"),
    "progress": ("objective", "action", "sub_actions", "lead", "timeframe", "rag", "progress"),
    "workforce": ("band",),
}


def build_ground(folder: Path) -> Path:
    """A workspace that is built already, so that a case makes anew only what it changes."""
    for year in ("2020", "2021"):
        shutil.copytree(REPOSITORY / f"data/ZZX/{year}", folder / f"data/ZZX/{year}")
    (folder / "params/ZZX").mkdir(parents=True)
    for year in ("2020", "2021"):
        shutil.copyfile(REPOSITORY / f"params/ZZX/{year}.yaml", folder / f"params/ZZX/{year}.yaml")
    with (folder / DATA / "narrative/introduction.md").open("a", encoding="utf-8") as file:
        file.write("\n\nWe are {{< var trust.name >}}, on {{< var facts.sites >}} sites.\n")
    subprocess.run(
        [sys.executable, "-m", "wres_report", "build", "--renderer", "embedded"],
        cwd=folder, check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    return folder


def _setting(keys: tuple[str, ...]) -> Fill:
    def fill(root: Path, text: str) -> None:
        path = root / PARAMS
        settings: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        inner = settings
        for key in keys[:-1]:
            inner = inner.setdefault(key, {})
        inner[keys[-1]] = text
        if keys == ("published",):
            settings["state"] = "published"
        path.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")

    return fill


def _cell(table: str, column: str) -> Fill:
    def fill(root: Path, text: str) -> None:
        path = root / DATA / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        # The name of an area is part of a variable that the words name: another one is added.
        rows += [dict(rows[0])] if column == "area" else []
        rows[-1 if column == "area" else 0][column] = text
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(dict.fromkeys([*rows[0], column])))
            writer.writeheader()
            writer.writerows(rows)

    return fill


def _section(name: str) -> Fill:
    def fill(root: Path, text: str) -> None:
        path = root / DATA / f"narrative/{name}.md"
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(f"{before}\n\n{text}\n", encoding="utf-8")

    return fill


# By name: what fills it, and the words by which a fault names its place.
FIELDS: dict[str, tuple[Fill, str]] = {
    **{f"settings.{name}": (_setting(keys), PARAMS) for name, keys in SETTINGS.items()},
    **{
        f"{table}.{column}": (_cell(table, column), f"{DATA}/{table}.csv")
        for table, columns in TEXTS.items()
        for column in columns
        if column in TABLES[table].columns
    },
    **{
        f"narrative.{name}": (_section(name), f"narrative/{name}.md")
        for name in sections_of(load_standard())
    },
}
