"""Says what a build is doing, and at the end what was built, what failed and where to look."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.outcome import Outcome
from wres_report.words import counted


class Progress:
    """Plain lines on standard error: they read the same in a terminal and in a CI log."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self.stream = stream or sys.stderr
        self.quiet = quiet

    def say(self, text: str) -> None:
        if not self.quiet:
            print(text, file=self.stream, flush=True)

    def step(self, done: int, of: int, what: str) -> None:
        width = len(str(of))
        self.say(f"[{done:>{width}}/{of}] {what}")

    def recap(
        self, outcomes: list[Outcome], left: list[TrustYear], seconds: float, root: Path
    ) -> None:
        """The last lines: the tail is what gets read.

        left: the trust-years that ``--fail-fast`` left alone.
        """
        built = [outcome for outcome in outcomes if outcome.built and not outcome.unchanged]
        unchanged = sum(1 for outcome in outcomes if outcome.unchanged)
        failed = [outcome for outcome in outcomes if not outcome.built]
        for outcome in built:
            for remark in outcome.remarks:
                self.say(remark)
        for outcome in failed:
            self._explain(outcome)
        self.say("")
        for outcome in built:
            notes = f", {noted(outcome.notes)} from the checks" if outcome.notes else ""
            self.say(f"built   {outcome.trust_year}  ({outcome.renderer}{notes})")
            for path in outcome.outputs:
                self.say(f"          {shown(Path(path), root)}")
        for outcome in failed:
            self.say(f"failed  {outcome.trust_year}  (exit {int(outcome.status)}: see above)")
        for trust_year in left:
            self.say(f"left    {trust_year}  (not built: the build stopped at the first failure)")
        as_before = f", {unchanged} up to date" if unchanged else ""
        self.say(f"{len(built)} built{as_before}, {len(failed)} failed, in {seconds:.1f} s.")

    def _explain(self, outcome: Outcome) -> None:
        self.say(f"\n{outcome.trust_year} was not built; its earlier outputs stand as they were.")
        for finding in outcome.findings:
            self.say(finding)
        for fault in outcome.faults:
            self.say(str(fault))


def noted(count: int) -> str:
    return counted(count, "note")


def shown(path: Path, root: Path) -> str:
    """The path from the workspace where it lies inside it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
