"""Writes the proposed changes into the files of the trust-year."""

from __future__ import annotations

from dataclasses import replace

from wres_report.faults import input_fault
from wres_report.files import write_aside
from wres_report.inputs.workspace import Workspace
from wres_report.review.model import FileChange, Review, State


def apply(workspace: Workspace, review: Review) -> None:
    """Write every file of a review as it is to be, each aside and then renamed.

    The proposed findings become applied ones. Raises an input fault where a file has changed since
    it was read, or cannot be written.
    """
    for change in review.files:
        _write(workspace, change)
    review.findings = [
        replace(finding, state=State.APPLIED) if finding.state is State.PROPOSED else finding
        for finding in review.findings
    ]


def _write(workspace: Workspace, change: FileChange) -> None:
    path = workspace.root / change.path
    try:
        content = path.read_bytes().decode("utf-8-sig")
        if content.replace("\r\n", "\n") != change.old:
            raise input_fault(
                "This file was changed while the review was read.", change.path,
                "Run wres review again.",
            )  # fmt: skip
        # Line ends stay as the trust's own programs write them.
        new = change.new.replace("\n", "\r\n") if "\r\n" in content else change.new
        write_aside(path, new)
    except OSError as error:
        raise input_fault(
            f"This file cannot be written: {error.strerror or error}.", change.path,
            "Close it in other programs, and check that you may write it.",
        ) from None  # fmt: skip
