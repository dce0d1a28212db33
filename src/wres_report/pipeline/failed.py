"""Keeps failed notebooks to be looked at, apart from the outputs of good builds."""

from __future__ import annotations

from pathlib import Path

from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.progress import shown


def keep_failed(outcome: Outcome, out: Path, root: Path) -> None:
    """Write the failed notebooks of an outcome below ``failed/``, and say in its faults where."""
    folder = out / "failed" / str(outcome.trust_year)
    for name, content in outcome.failed_notebooks.items():
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.ipynb"
        path.write_bytes(content)
        for fault in outcome.faults:
            if fault.where.startswith(f"notebooks/{name}.ipynb"):
                kept = shown(path, root)
                fault.action = f"Open {kept} in JupyterLab: it shows the cell and its error."
