"""The gate: decides for each trust-year whether its data may be published.

The rules are Great Expectations suites in ``expectations/``; this package builds the frames
they run on and tells each trust-year what was found. Importing it is cheap: pandas and Great
Expectations are imported when the gate runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wres_report.gate.results import Checked, Finding, GateResult
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

if TYPE_CHECKING:
    from wres_report.gate.unchanged import FoundSound
    from wres_report.inputs.params import Params

__all__ = ["Checked", "Finding", "GateResult", "run_gate"]


def run_gate(
    workspace: Workspace,
    trust_years: Sequence[TrustYear],
    params: Mapping[TrustYear, Params] | None = None,
    sound: FoundSound | None = None,
) -> dict[TrustYear, GateResult]:
    """Check the data of the trust-years, all of them in one pass.

    params: the settings of the trust-years: which counts may be published, the legends and the
    priorities of the plans. One that is not given has the usual settings.
    sound: what earlier runs have found sound and need not run again, as
    ``wres_report.gate.unchanged`` says; it is told of this one. None where all is to run.
    Returns a result for each trust-year, in the order given. What is wrong with one stops no
    other. Raises a fault only where a suite itself is at fault.
    """
    from wres_report.gate.running import run

    return run(workspace, trust_years, params or {}, sound)
