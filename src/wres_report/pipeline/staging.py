"""Stages one report: binds the words to the results and writes the Quarto project."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from wres_report.claims.figures import can_read
from wres_report.claims.figures import figures_of as figures_of_claims
from wres_report.faults import Fault
from wres_report.finished.files import NOTEBOOKS, QUALITY, RESULTS
from wres_report.handover import Handover
from wres_report.hashes import json_hash
from wres_report.inputs.given.facts import NAME as FACTS
from wres_report.inputs.given.tables import GIVEN, printed
from wres_report.inputs.places import file_of, place_of
from wres_report.inputs.supplied import rows_of, table_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import Organisation
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.binding.narrative import check_narrative
from wres_report.narrative.last_year import of_last_year
from wres_report.peers.comparators import OF_THE_TRUST, compared_with
from wres_report.peers.of_results import figures_of
from wres_report.peers.place import Place, places_of
from wres_report.peers.reading import Others, others_of
from wres_report.pipeline.approval import write_approval
from wres_report.pipeline.keeping import keep
from wres_report.pipeline.notebook_step import HANDOVER, NOTEBOOK
from wres_report.pipeline.outputs import json_bytes
from wres_report.pipeline.plan_workbook import write_plans
from wres_report.pipeline.results import of_tables, results_json, values_of, variables_of
from wres_report.pipeline.staging_task import StagingTask
from wres_report.plans.model import PLAN_COLUMNS
from wres_report.program import versions
from wres_report.report.cards.origins import origins_of
from wres_report.report.parts.context import InputFile, ReportContext
from wres_report.report.staging import stage
from wres_report.store import StepRecord, Store

TEXT_TABLES = (*GIVEN, "actions", "progress", "reported")


def stage_report(task: StagingTask) -> StepRecord:
    """Write the project, the results and the workbook of a trust-year into the store."""
    workspace, store = Workspace(task.root), Store(task.store)
    report = _context(workspace, store, task)
    values = values_of(report)
    report = _among_others(workspace, report, values)
    variables = variables_of(report, values)
    report = with_last_years_figures(workspace, report, variables)
    results = results_json(report, values)
    reported = rows_of(workspace, task.trust_year, "reported")
    rules = report.params.disclosure
    remarks = check_narrative(
        workspace,
        task.trust_year,
        report.params.claims,
        variables,
        figures_of_claims(results, reported) if can_read(report.standard) else None,
        rules.minimum_count if rules.enabled else 1,
    )
    notebooks = {
        name: store.objects.get(record.outputs[NOTEBOOK]) for name, record in task.notebooks.items()
    }
    with tempfile.TemporaryDirectory(prefix="wres-staging-") as folder:
        out = Path(folder)
        pin = workspace.pin_file(task.trust_year)
        approved = workspace.relative(pin) in task.inputs
        origins = origins_of(report, values | of_tables(report), notebooks)
        remarks += stage(
            workspace, report, variables, origins, notebooks, out / "report", approved=approved
        )
        write_plans(report, variables, out, task.epoch)
        (out / RESULTS).write_bytes(json_bytes(results))
        if approved:
            write_approval(out, pin, workspace.relative(pin), task.trust_year, workspace.standards)
        files = {
            path.relative_to(out).as_posix(): store.objects.put_file(path)
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }
    files |= {f"{NOTEBOOKS}{n}.ipynb": r.outputs[NOTEBOOK] for n, r in task.notebooks.items()}
    record = StepRecord(files, {"remarks": remarks, "kernel": _kernel(report)})
    return keep(store, task.key, record, task.root, task.inputs)


def _context(workspace: Workspace, store: Store, task: StagingTask) -> ReportContext:
    standard = workspace.standard(task.trust_year)
    quality = json.loads(store.objects.get(task.gate.outputs[QUALITY]))
    rows: Counter[str] = Counter()
    for entry in quality["checked"]:
        rows[file_of(entry["file"])] += entry["rows"]
    handovers = {
        handover.indicator: handover
        for name in standard.in_notebooks()
        for handover in _handovers(store, task.notebooks[name])
    }
    return ReportContext(
        task.trust_year,
        task.params,
        standard,
        {i.id: handovers[i.id] for i in standard.indicators},
        text_tables(workspace, task.trust_year),
        quality,
        [InputFile(name, digest, rows.get(name)) for name, digest in task.inputs.items()],
        versions(),
        words_on_indicators(workspace, task.trust_year),
        last_plan(workspace, task.trust_year),
    )


def _among_others(
    workspace: Workspace, report: ReportContext, values: dict[str, dict[str, Any]]
) -> ReportContext:
    """The report with what its figures are set beside: other trusts, and published figures."""
    params, trust_year = report.params, report.trust_year
    if params.kind != "full":
        return report
    others = others_of(workspace, trust_year) if params.peers.wanted else Others()
    known = {
        name: getattr(others.known, name, "") or getattr(params.peers, name)
        for name in OF_THE_TRUST
    }
    return replace(
        report,
        places=_places(report, values, others, known),
        comparators={
            indicator.id: found for indicator in report.standard.indicators
            if (found := compared_with(
                report.standard, indicator, trust_year.year, params.peers, known
            ))
        },
        of_the_trust={name: which for name, which in known.items() if which},
    )  # fmt: skip


def _places(
    report: ReportContext, values: dict[str, dict[str, Any]], others: Others,
    known: dict[str, str],
) -> dict[str, tuple[Place, ...]]:  # fmt: skip
    """By indicator the trust's figures among those of others, where there is a table of all."""
    params, trust_year = report.params, report.trust_year
    if not others.figures:
        return {}
    trust = Organisation(
        trust_year.code, params.name, known["benchmark_group"], known["region"], known["icb"]
    )
    entries = values | of_tables(report)
    own = list(figures_of(entries, trust_year, trust, RESULTS, synthetic=params.synthetic))
    found: dict[str, list[Place]] = {}
    for place in places_of(own, others.figures, params.peers):
        found.setdefault(place.family.indicator.id, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def _handovers(store: Store, notebook: StepRecord) -> list[Handover]:
    found = json.loads(store.objects.get(notebook.outputs[HANDOVER]))
    return [Handover(**handover) for handover in found]


def _kernel(report: ReportContext) -> dict[str, Any]:
    """What the notebooks ran with, for the manifest. Their steps have seen to its being one."""
    ran = next(handover.ran for _, handover in report.rows())
    return {"code": json_hash(ran["code"]), "versions": ran["versions"]}


def with_last_years_figures(
    workspace: Workspace, report: ReportContext, variables: Collection[str]
) -> ReportContext:
    """The report with the figures that last year's plan names turned to those of last year."""
    plan, trust_year = report.last_plan, report.trust_year
    if plan is None:
        return report
    table = _of_last_year(workspace, trust_year.previous, FACTS)
    facts = {} if table is None else printed({FACTS: table}, report.standard)
    plan = plan.copy()
    for column in PLAN_COLUMNS:
        plan[column] = [
            of_last_year(cell, variables, facts, trust_year.survey_year) for cell in plan[column]
        ]
    return replace(report, last_plan=plan)


def text_tables(workspace: Workspace, trust_year: TrustYear) -> dict[str, pd.DataFrame]:
    """The tables of a trust-year that hold no measured figures, by name."""
    found = ((name, _table(workspace, trust_year, name)) for name in TEXT_TABLES)
    return {name: table for name, table in found if table is not None}


def last_plan(workspace: Workspace, trust_year: TrustYear) -> pd.DataFrame | None:
    """The plan of the year before; None where there is none that can be read."""
    return _of_last_year(workspace, trust_year.previous, "actions")


def _of_last_year(workspace: Workspace, last_year: TrustYear, name: str) -> pd.DataFrame | None:
    """A table of the year before; the gate has told of one that cannot be read."""
    try:
        return _table(workspace, last_year, name)
    except Fault:
        return None


def _table(workspace: Workspace, trust_year: TrustYear, name: str) -> pd.DataFrame | None:
    place = place_of(workspace, trust_year, name)
    table = table_of(workspace, trust_year, name)
    if place is not None and table is not None:
        table.attrs["where"] = place.where  # so that a cell of it can be named
    return table


def words_on_indicators(workspace: Workspace, trust_year: TrustYear) -> dict[str, str]:
    """The trust's own words on the indicators, which a plan may show beside its actions."""
    paths = [
        path
        for path in narrative_files(workspace, trust_year)
        if path.name.startswith("indicator-")
    ]
    return {path.stem: read_words(path, workspace.relative(path)) for path in paths}
