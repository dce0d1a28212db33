"""What became of each trust-year of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear


@dataclass
class Outcome:
    """fault: what stopped it, or None. outputs: paths of the documents. notes: gate warnings."""

    trust_year: TrustYear
    status: ExitStatus
    outputs: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    notes: int = 0
    renderer: str = ""
    seconds: float = 0.0

    @property
    def built(self) -> bool:
        return self.status is ExitStatus.DONE

    def as_dict(self) -> dict[str, Any]:
        return {
            "trust_year": str(self.trust_year),
            "status": int(self.status),
            "outputs": self.outputs,
            "faults": [
                {"what": fault.what, "where": fault.where, "action": fault.action}
                for fault in self.faults
            ],
            "findings": self.findings,
            "notes": self.notes,
            "renderer": self.renderer,
        }
