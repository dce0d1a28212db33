"""Random trusts, made once for all tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.truth.oracle import Reading, read_back
from tests.truth.quick import Quick
from tests.truth.trusts import write_trusts
from wres_report.inputs.trust_year import TrustYear
from wres_report.store import StepRecord

# Each of these has much that the others lack: a plan with dates, figures without counts, a board
# that is short or has one member of the group, nobody in a group, another word for the group.
FEW = (3, 5, 7, 9, 14, 17, 20, 35, 45, 47, 112, 129)


@dataclass
class Trusts:
    """Random trusts on disk, with what the gate said of those that it let through."""

    root: Path
    repository: Path
    quick: Quick
    passed: dict[TrustYear, StepRecord]

    def read(self, trust_year: TrustYear, out: Path) -> Reading:
        """Report a trust-year with the program as it is now, and read the page back."""
        self.quick.report(trust_year, self.passed[trust_year], out)
        page = out / "index.html"
        return read_back(page, self.root, str(trust_year), self.repository)


@pytest.fixture(scope="session")
def trusts(
    tmp_path_factory: pytest.TempPathFactory, repository: Path, request: pytest.FixtureRequest
) -> Trusts:
    number = request.config.getoption("--truth")
    root = tmp_path_factory.mktemp("truth")
    names = write_trusts(root, sorted({*FEW, *range(number)}))
    quick = Quick(root)
    return Trusts(root, repository, quick, quick.checked([TrustYear.parse(n) for n in names]))
