"""The five documents, each held beside the report that its data give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.backtest.running import Backtest, backtest
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

Compare = Callable[[str], Backtest]


@pytest.fixture(scope="session")
def compared(built: Path, repository: Path) -> Compare:
    """The backtest of a trust-year, by its name."""
    workspace, done = Workspace.open(repository), {}

    def compared(name: str) -> Backtest:
        if name not in done:
            done[name] = backtest(workspace, TrustYear.parse(name), built)
        return done[name]

    return compared
