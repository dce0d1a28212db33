"""The five documents, each held beside the report that its data give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.backtest.built import read_built
from wres_report.backtest.compare import Comparison, OurFigures, compare
from wres_report.inputs.reading import read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

Compare = Callable[[str], list[Comparison]]


@pytest.fixture(scope="session")
def compared(built: Path, repository: Path) -> Compare:
    """The comparisons of a trust-year, by its name."""
    workspace, done = Workspace.open(repository), {}

    def compared(name: str) -> list[Comparison]:
        if name not in done:
            trust_year = TrustYear.parse(name)
            path = workspace.data_folder(trust_year) / "published.csv"
            published = read_table(path, TABLES["published"], path.name)
            done[name] = compare(published, OurFigures(read_built(workspace, trust_year, built)))
        return done[name]

    return compared
