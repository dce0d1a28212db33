"""Figures of the invented trust and of Humber, as a build gives them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wres_report.claims.figures import Figures, read_figures


def figures_of(built: Path, repository: Path, name: str) -> Figures:
    with (repository / "data" / name / "reported.csv").open(encoding="utf-8", newline="") as file:
        return read_figures(built / name / "results.json", list(csv.DictReader(file)))


@pytest.fixture(scope="session")
def invented(built: Path, repository: Path) -> Figures:
    return figures_of(built, repository, "ZZX/2021")


@pytest.fixture(scope="session")
def humber(built: Path, repository: Path) -> Figures:
    return figures_of(built, repository, "RV9/2021")
