"""Finishes one trust-year: results, staged project, documents, manifest."""

from __future__ import annotations

import calendar
import os
import shutil
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from wres_report.build.hashing import code_hashes, file_hash, input_files, platform_name, versions
from wres_report.build.outcome import Outcome
from wres_report.build.plan_workbook import write_plans
from wres_report.build.publish import aside, write_json
from wres_report.execution.handover import read_handover
from wres_report.faults import ExitStatus, Fault
from wres_report.fragments.context import InputFile, ReportContext
from wres_report.fragments.standing import plan_counts
from wres_report.inputs.params import Params
from wres_report.inputs.reading import read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.text import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.value import count
from wres_report.narrative.collect import collect_variables
from wres_report.notebook.result import value_as_json
from wres_report.report.renderers import FORMATS, RenderError, render
from wres_report.report.staging import stage
from wres_report.standard import load_standard

TEXT_TABLES = ("locality", "facts", "actions", "progress", "reported")
PLAN_FILES = {False: "actions.csv", True: "progress.csv"}


@dataclass(frozen=True)
class FinishTask:
    """All that the last step of a trust-year needs; it may run in another process.

    executed: the folder with the nine executed notebooks. quality: the gate's result as
    ``quality.json`` holds it. target: where the outputs are to stand.
    """

    root: Path
    trust_year: TrustYear
    params: Params
    quality: dict[str, Any]
    executed: Path
    target: Path
    formats: tuple[str, ...]
    renderer: str


def finish(task: FinishTask) -> Outcome:
    """Make the outputs of a trust-year and put them in place, all or none."""
    outcome = Outcome(task.trust_year, ExitStatus.DONE)
    try:
        _finish(task, outcome)
    except Fault as fault:
        outcome.faults.append(fault)
        outcome.status = fault.status
    except RenderError as error:
        outcome.faults.append(Fault(str(error), status=ExitStatus.RENDERING_FAILED))
        outcome.status = ExitStatus.RENDERING_FAILED
    except Exception:
        # A fault of ours in one report must not take the others down with it.
        outcome.faults.append(Fault(f"A fault of the program:\n{traceback.format_exc()}"))
        outcome.status = ExitStatus.PROGRAM_FAULT
    return outcome


def _finish(task: FinishTask, outcome: Outcome) -> None:
    workspace = Workspace(task.root)
    report = _context(workspace, task)
    values = results(report)
    variables = _variables(report, values)
    with aside(task.target) as folder:
        project = folder / "report"
        stage(workspace, report, variables, task.executed, project)
        shutil.copytree(project / "notebooks", folder / "notebooks")
        rendered = render(
            project, task.formats, folder, renderer=task.renderer, epoch=epoch(task.trust_year)
        )
        write_plans(report, variables, folder, epoch(task.trust_year))
        write_json(folder / "results.json", _results_json(task.trust_year, values, report))
        write_json(folder / "quality.json", task.quality)
        write_json(folder / "manifest.json", _manifest(workspace, report, folder, rendered.version))
    outcome.renderer = rendered.version
    outcome.outputs = [str(task.target / FORMATS[name]) for name in task.formats]


def epoch(trust_year: TrustYear) -> int:
    """The time written into documents, in seconds since 1970.

    That of the snapshot, so that a report built again is the same; ``SOURCE_DATE_EPOCH``
    overrides it.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    return calendar.timegm(datetime(trust_year.year, 3, 31, tzinfo=UTC).timetuple())


def results(report: ReportContext) -> dict[str, dict[str, Any]]:
    """Every figure of the report by its contract key."""
    values: dict[str, dict[str, Any]] = {}
    for handover in report.handovers.values():
        values |= handover.values
    for key, number in plan_counts(report).items():
        last = key.startswith("plan.last_")
        value = count(number).from_source(f"data/{report.trust_year}/{PLAN_FILES[last]}")
        values[key] = value_as_json(value)
    return dict(sorted(values.items()))


def _context(workspace: Workspace, task: FinishTask) -> ReportContext:
    standard = load_standard()
    handovers = {
        indicator.id: read_handover(task.executed / f"{indicator.notebook}.ipynb")
        for indicator in standard.indicators
    }
    found = ((name, _table(workspace, task.trust_year, name)) for name in TEXT_TABLES)
    return ReportContext(
        task.trust_year,
        task.params,
        standard,
        handovers,
        {name: table for name, table in found if table is not None},
        task.quality,
        _inputs(workspace, task),
        versions(),
        _narrative(workspace, task.trust_year),
        _last_plan(workspace, task.trust_year.previous),
    )


def _last_plan(workspace: Workspace, last_year: TrustYear) -> pd.DataFrame | None:
    """The plan of the year before; the gate has told of one that cannot be read."""
    try:
        return _table(workspace, last_year, "actions")
    except Fault:
        return None


def _table(workspace: Workspace, trust_year: TrustYear, name: str) -> pd.DataFrame | None:
    path = workspace.data_folder(trust_year) / f"{name}.csv"
    if not path.is_file():
        return None
    return read_table(path, TABLES[name], workspace.relative(path))


def _narrative(workspace: Workspace, trust_year: TrustYear) -> dict[str, str]:
    """The trust's own words on the indicators, which a plan may show beside its actions."""
    paths = sorted((workspace.data_folder(trust_year) / "narrative").glob("indicator-*.md"))
    return {path.stem: read_text(path, workspace.relative(path)) for path in paths}


def _inputs(workspace: Workspace, task: FinishTask) -> list[InputFile]:
    rows = {entry["file"]: entry["rows"] for entry in task.quality["checked"]}
    return [
        InputFile(name, file_hash(path), rows.get(name))
        for path in input_files(workspace, task.trust_year)
        for name in [workspace.relative(path)]
    ]


def _variables(report: ReportContext, values: dict[str, dict[str, Any]]) -> dict[str, str]:
    words: dict[str, str] = {}
    for handover in report.handovers.values():
        words |= handover.words
    return collect_variables(
        report.trust_year,
        report.params,
        report.standard,
        values,
        words,
        report.tables.get("facts"),
        report.tables.get("locality"),
    )


def _results_json(
    trust_year: TrustYear, values: dict[str, dict[str, Any]], report: ReportContext
) -> dict[str, Any]:
    words: dict[str, str] = {}
    for handover in report.handovers.values():
        words |= handover.words
    return {
        "trust": trust_year.code,
        "year": trust_year.year,
        "report": _about(report),
        "values": values,
        "words": words,
        "verdicts": {name: h.verdict for name, h in report.handovers.items()},
        "findings": {name: h.finding for name, h in report.handovers.items()},
    }


def _about(report: ReportContext) -> dict[str, Any]:
    """What a list of reports says of this one."""
    params = report.params
    return {
        "name": params.name,
        "kind": params.kind,
        "title": f"{report.title}. {report.subtitle}",
        "term": params.term,
        "action_year": params.action_year,
        "state": params.state,
        "published": params.published,
        "synthetic": params.synthetic,
        "snapshot": report.trust_year.snapshot,
    }


def _manifest(
    workspace: Workspace, report: ReportContext, folder: Path, renderer: str
) -> dict[str, Any]:
    outputs = {
        path.relative_to(folder).as_posix(): file_hash(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return {
        "trust_year": str(report.trust_year),
        "inputs": {entry.path: entry.sha256 for entry in report.inputs},
        "code": code_hashes(workspace),
        "environment": {
            "versions": report.versions, "platform": platform_name(), "renderer": renderer,
        },
        "outputs": outputs,
    }  # fmt: skip
