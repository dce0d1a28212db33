"""Figures of the invented trust and of Humber, as a build gives them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from wres_report.claims.figures import Figures, figures_of, read_results


def figures_in(built: Path, repository: Path, name: str) -> Figures:
    with (repository / "data" / name / "reported.csv").open(encoding="utf-8", newline="") as file:
        return figures_of(read_results(built / name / "results.json"), list(csv.DictReader(file)))


@pytest.fixture(scope="session")
def invented(built: Path, repository: Path) -> Figures:
    return figures_in(built, repository, "ZZX/2021")


@pytest.fixture(scope="session")
def humber(built: Path, repository: Path) -> Figures:
    return figures_in(built, repository, "RV9/2021")
