"""Reads a finished report back from its outputs, with what the workspace says beside it."""

from __future__ import annotations

from pathlib import Path

from wres_report.finished.files import RESULTS, folder_of
from wres_report.finished.reading import read_whole
from wres_report.handover import Handover
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.params import read_params
from wres_report.inputs.supplied import table_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.report.parts.context import ReportContext
from wres_report.standard import load_standard

READ = (*GIVEN, "actions", "progress", "reported")


def read_built(workspace: Workspace, trust_year: TrustYear, out: Path) -> ReportContext:
    """The report that was built into ``out``, with its tables and settings as they stand now.

    Raises an input fault where it was not built or a table cannot be read.
    """
    folder = folder_of(out, trust_year)
    results = read_whole(folder, RESULTS, folder.as_posix())
    data = workspace.data_folder(trust_year)
    read = {name: table_of(workspace, trust_year, name) for name in READ}
    tables = {name: table for name, table in read.items() if table is not None}
    handovers = {
        name: Handover(
            name,
            {key: value for key, value in results["values"].items() if _belongs(key, name)},
            verdict,
            {key: text for key, text in results["words"].items() if key.startswith(f"{name}.")},
            results["findings"][name],
        )
        for name, verdict in results["verdicts"].items()
    }
    preface = data / "narrative" / "preface.md"
    narrative = {"preface": read_words(preface, preface.name)} if preface.is_file() else {}
    return ReportContext(
        trust_year, read_params(workspace, trust_year), load_standard(), handovers, tables, {},
        narrative=narrative,
    )  # fmt: skip


def _belongs(key: str, indicator: str) -> bool:
    # The headcounts of the workforce come from the notebook of indicator 1.
    return key.startswith(f"{indicator}.") or (indicator == "i1" and key.startswith("workforce."))
