"""What the staging step needs, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wres_report.faults import Fault
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.store import StepRecord


@dataclass(frozen=True)
class StagingTask:
    """All that staging needs; it may run in another process.

    gate, notebooks: what the earlier steps made, the notebooks by name. inputs: hash by path.
    epoch: the time written into the workbook of the plans.
    """

    root: Path
    store: Path
    key: str
    trust_year: TrustYear
    params: Params
    gate: StepRecord
    notebooks: Mapping[str, StepRecord]
    inputs: Mapping[str, str]
    epoch: int


@dataclass(frozen=True)
class StagingDone:
    """record is None where staging failed, most often for a fault of the narrative."""

    trust_year: TrustYear
    record: StepRecord | None
    fault: Fault | None = None
