"""The store: what each step of a build made, kept under the hash of all that went in.

It knows nothing of the WRES. ``objects`` holds files by the hash of their content, ``steps``
says which objects a step made; ``sweeping`` takes away what nothing refers to any more.
"""

from __future__ import annotations

from wres_report.store.objects import Objects
from wres_report.store.steps import StepRecord, Store
from wres_report.store.sweeping import Swept, sweep

__all__ = ["Objects", "StepRecord", "Store", "Swept", "sweep"]
