"""The last lines of a build: what was built, what failed, what was left, and where to look."""

from __future__ import annotations

import io
from pathlib import Path

from wres_report.faults import ExitStatus, input_fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.progress import Progress


def recap_of(outcomes: list[Outcome], left: list[TrustYear]) -> list[str]:
    stream = io.StringIO()
    Progress(stream).recap(outcomes, left, 12.4, Path("/w"))
    return stream.getvalue().splitlines()


def test_the_recap_ends_with_what_was_built_failed_and_left() -> None:
    built = Outcome(
        TrustYear("AAA", 2021), ExitStatus.DONE, outputs=["/w/outputs/AAA/2021/index.html"],
        notes=1, renderer="quarto 1.10",
    )  # fmt: skip
    failed = Outcome(
        TrustYear("BBB", 2021), ExitStatus.INPUT_MISSING,
        faults=[input_fault("This file is empty.", "data/BBB/2021/board.csv", "Fill it in.")],
    )  # fmt: skip
    lines = recap_of([built, failed], [TrustYear("CCC", 2021)])
    assert "  where: data/BBB/2021/board.csv" in lines
    assert lines[-5:] == [
        "built   AAA/2021  (quarto 1.10, 1 note from the checks)",
        "          outputs/AAA/2021/index.html",
        "failed  BBB/2021  (exit 15: see above)",
        "left    CCC/2021  (not built: the build stopped at the first failure)",
        "1 built, 1 failed, in 12.4 s.",
    ]
