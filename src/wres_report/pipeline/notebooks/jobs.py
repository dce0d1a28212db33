"""One notebook to be run for one trust-year, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from wres_report.faults import Fault
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import HOME

if TYPE_CHECKING:
    from nbformat import NotebookNode

Parameters = dict[str, str | int | float]
Runner = Literal["warm", "cold"]


@dataclass(frozen=True)
class NotebookJob:
    """notebook: the template. folder: the workspace, in which it runs."""

    trust_year: TrustYear
    notebook: Path
    folder: Path
    parameters: Parameters
    runner: Runner = "warm"


@dataclass(frozen=True)
class NotebookOutcome:
    """executed: the notebook with its outputs, or None where it failed; then ``fault`` says why
    and ``failed`` is the file as far as it came, empty where no cell has run."""

    job: NotebookJob
    executed: NotebookNode | None
    fault: Fault | None = None
    failed: bytes = b""


def notebook_parameters(trust_year: TrustYear, params: Params) -> Parameters:
    """The values of a notebook's ``parameters`` cell for a trust-year.

    The project is the folder the notebook runs in, so that no path of this machine is written
    into it. With the disclosure rules off every number counts as large enough.
    """
    disclosure = params.disclosure
    return {
        "trust": trust_year.code,
        "year": trust_year.year,
        "project": ".",
        **({} if trust_year.standard == HOME else {"standard": trust_year.standard}),
        "term": params.term,
        "unknown_label": params.unknown_label,
        "national_year": params.national_year,
        "confidence": params.confidence,
        "minimum_count": disclosure.minimum_count if disclosure.enabled else 1,
        "minimum_responses": disclosure.minimum_responses if disclosure.enabled else 1,
    }
