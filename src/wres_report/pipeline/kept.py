"""The processes of a build that go on when it has ended, for builds that follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wres_report.pipeline.gating import GateProcess
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.pool import Workers
from wres_report.pipeline.workers import workers


@dataclass(frozen=True)
class KeptProcesses:
    """gate: has loaded Great Expectations. workers: have loaded what all other steps need."""

    gate: GateProcess
    workers: Workers

    def get_ready(self) -> None:
        """Load everything now, so that the next build need not wait for it."""
        self.gate.start()
        self.workers.get_ready()


@contextmanager
def kept_processes(options: BuildOptions, workspace: Path) -> Iterator[KeptProcesses]:
    """Processes for as many builds as follow; each starts when it is first needed.

    workspace: its folder. Raises faults as ``wres_report.pipeline.workers.workers`` does.
    """
    gate = GateProcess(kept=True)
    try:
        with workers(options, workspace) as found:
            yield KeptProcesses(gate, found)
    finally:
        gate.end()
