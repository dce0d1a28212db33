"""What became of each trust-year of a build."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from wres_report.faults import ExitStatus, Fault, machine_fault, memory_fault
from wres_report.inputs.trust_year import TrustYear

Made = TypeVar("Made")


@dataclass
class Outcome:
    """faults: what stopped it, if anything. outputs: paths of the documents. notes: gate warnings.

    remarks: on the trust's own words. unchanged: its outputs stood there as they were to be.
    failed_notebooks: the files of those that failed, as far as they came, by name.
    """

    trust_year: TrustYear
    status: ExitStatus
    outputs: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    notes: int = 0
    renderer: str = ""
    unchanged: bool = False
    failed_notebooks: dict[str, bytes] = field(default_factory=dict)

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
                for one in self.faults
                for fault in (one, *one.others)
            ],
            "findings": self.findings,
            "remarks": self.remarks,
            "notes": self.notes,
            "renderer": self.renderer,
            "unchanged": self.unchanged,
        }


def guarded(make: Callable[[], Made]) -> tuple[Made | None, Fault | None]:
    """What ``make`` gives, or why it gives nothing: one report's fault stops no other."""
    from wres_report.report.errors import RenderError

    try:
        return make(), None
    except Fault as fault:
        return None, fault
    except RenderError as error:
        return None, Fault(str(error), status=ExitStatus.RENDERING_FAILED)
    except OSError as error:
        told = machine_fault(error)
        return None, told or Fault(f"A fault of the program:\n{traceback.format_exc()}")
    except MemoryError:
        return None, memory_fault()
    except Exception:
        return None, Fault(f"A fault of the program:\n{traceback.format_exc()}")
