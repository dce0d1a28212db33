"""The files of a finished report by name, and where the reports of an outputs folder stand."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from wres_report.hashes import tree_hashes
from wres_report.inputs.trust_year import TRUST_YEAR_PATTERN, TrustYear

MANIFEST, QUALITY, RESULTS = "manifest.json", "quality.json", "results.json"
# This year's plan and last year's: as data, and as a workbook for people.
PLANS, PLANS_WORKBOOK = "actions.json", "actions.xlsx"
PROJECT = "report/"  # the staged Quarto project
NOTEBOOKS = "notebooks/"


def folder_of(out: Path, trust_year: TrustYear) -> Path:
    """Where the outputs of a trust-year stand below an outputs folder."""
    return out / str(trust_year)


def places(out: Path) -> Iterator[TrustYear]:
    """The trust-years that have a folder, those of other standards in that of their year."""
    for code in _folders(out):
        for year in _folders(out / code):
            place = f"{code}/{year}"
            if TRUST_YEAR_PATTERN.fullmatch(place) is None:
                continue
            others = [
                TrustYear.parse(f"{place}/{name}")
                for name in _folders(out / code / year)
                if TRUST_YEAR_PATTERN.fullmatch(f"{place}/{name}")
                and (out / code / year / name / MANIFEST).is_file()
            ]
            if not others or (out / code / year / MANIFEST).is_file():
                yield TrustYear.parse(place)
            yield from others


def _folders(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if entry.is_dir())
    except OSError:
        return []


def reports_within(folder: Path) -> tuple[str, ...]:
    """The names of the folders in that of a report that are reports of other standards."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{MANIFEST}")))


def own_hashes(folder: Path) -> dict[str, str]:
    """Hash by path of a report's outputs, without those of other standards in its folder."""
    others = tuple(f"{name}/" for name in reports_within(folder))
    found = tree_hashes(folder)
    return {n: d for n, d in found.items() if not n.startswith(others)} if others else found
