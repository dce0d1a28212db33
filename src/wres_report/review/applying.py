"""Writes the proposed changes into the files of the trust-year."""

from __future__ import annotations

from dataclasses import replace

from wres_report.faults import Fault, input_fault
from wres_report.files import write_aside
from wres_report.inputs.workspace import Workspace
from wres_report.review.model import BookChange, FileChange, Review, State


def apply(workspace: Workspace, review: Review) -> None:
    """Write every file of a review as it is to be, each aside and then renamed.

    The proposed findings become applied ones. Raises an input fault where a file has changed since
    it was read, or cannot be written.
    """
    for change in review.files:
        _write(workspace, change)
    for book in review.books:
        _write_book(workspace, book)
    review.findings = [
        replace(finding, state=State.APPLIED) if finding.state is State.PROPOSED else finding
        for finding in review.findings
    ]


def _write(workspace: Workspace, change: FileChange) -> None:
    path = workspace.root / change.path
    try:
        content = path.read_bytes().decode("utf-8-sig")
        if content.replace("\r\n", "\n") != change.old:
            raise _changed(change.path)
        # Line ends stay as the trust's own programs write them.
        new = change.new.replace("\n", "\r\n") if "\r\n" in content else change.new
        write_aside(path, new)
    except OSError as error:
        raise _unwritten(change.path, error) from None


def _write_book(workspace: Workspace, book: BookChange) -> None:
    path = workspace.root / book.path
    try:
        if path.read_bytes() != book.old:
            raise _changed(book.path)
        write_aside(path, book.new)
    except OSError as error:
        raise _unwritten(book.path, error) from None


def _changed(path: str) -> Fault:
    return input_fault(
        "This file was changed while the review was read.", path, "Run wres review again."
    )


def _unwritten(path: str, error: OSError) -> Fault:
    return input_fault(
        f"This file cannot be written: {error.strerror or error}.", path,
        "Close it in other programs, and check that you may write it.",
    )  # fmt: skip
