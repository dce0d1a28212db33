"""Writes ``index.html``: read, put together, written aside and renamed."""

from __future__ import annotations

from pathlib import Path

from wres_report.faults import ExitStatus, Fault
from wres_report.files import write_aside
from wres_report.index.filters import Register
from wres_report.index.page import page
from wres_report.index.reading import read_reports

NAME = "index.html"


def write_index(out: Path, register: Register | None = None) -> Path:
    """Write the page of all reports of an outputs folder; return its path.

    The folder is made where there is none. The same outputs give the same bytes.
    register: what is known of the trusts by their codes, to find reports by region and group.
    Raises a fault where the page cannot be written; the earlier one then stands.
    """
    text = page(*read_reports(out), register)
    target = out / NAME
    try:
        out.mkdir(parents=True, exist_ok=True)
        write_aside(target, text)
    except OSError as error:
        raise Fault(
            f"The page of all reports cannot be written: {error.strerror}.",
            str(target),
            "Close the programs that have it open and see that the folder may be written to. "
            "Then build again.",
            ExitStatus.INPUT_MISSING,
        ) from None
    return target
