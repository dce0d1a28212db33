"""What a build would refuse of a trust's own words, found without running a notebook.

The figures are measured as the notebooks that come with the program measure them. Where a
workspace has changed a notebook, which variables it hands over is known only once it has run.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.claims.figures import can_read, figures_of
from wres_report.faults import Fault, narrative_fault
from wres_report.handover import Handover
from wres_report.indicators.kinds import kind_of, measure
from wres_report.indicators.result import Result
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.given.tables import printed
from wres_report.inputs.params import Params
from wres_report.inputs.sections import sections_of
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.text import read_words
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import CHECKOUT, PACKAGED, Workspace
from wres_report.measures.codec import values_as_json
from wres_report.narrative.binding.narrative import FAIL, check_narrative
from wres_report.narrative.collect import collect_variables
from wres_report.narrative.variables import VARIABLE
from wres_report.pipeline.notebook_reads import code_cells_hash
from wres_report.pipeline.notebooks.jobs import notebook_parameters
from wres_report.pipeline.results import results_json, values_of, variables_of
from wres_report.pipeline.staging import (
    last_plan,
    text_tables,
    with_last_years_figures,
    words_on_indicators,
)
from wres_report.report.cleaning import clean_where_needed
from wres_report.report.figures import Words
from wres_report.report.own_words import meant, not_there, read_own_words
from wres_report.report.parts.context import ReportContext
from wres_report.report.refusals import INCLUDED, included_in
from wres_report.report.staging import (
    check_plans,
    fragments_of,
    included_sections,
    plan_fragments,
)
from wres_report.standard import Standard

PLACE = frozenset({"trust", "year", "project", "standard"})  # of a notebook's parameters
NO_TRUST = "NONE"  # has no folder
LABEL = re.compile(r"^#\| label: *(\S+)")


@dataclass(frozen=True)
class Foreseen:
    """faults: what a build would refuse. not_judged: variables, as they are written, that only a
    run of the workspace's own notebooks can tell."""

    faults: tuple[Fault, ...] = ()
    not_judged: tuple[str, ...] = ()


def foreseen(workspace: Workspace, trust_year: TrustYear, params: Params) -> Foreseen:
    """What a build would refuse of the trust's own words, its plans among them.

    The data must have passed the gate. Raises an input fault for a file that cannot be read.
    Figures are measured only where a word asks for more than every report has.
    """
    asked = _Asked(workspace, trust_year, params)
    if not asked.all_figures:
        asked.measure_what_is_named(workspace)
    if not asked.more:
        words = Words(dict.fromkeys(asked.certain, "0"), lambda _: False)
        return Foreseen(_each(_refused_of_texts(workspace, asked.report, words)))
    report = replace(asked.report, handovers=_measured(workspace, trust_year, params))
    values = values_of(report)
    variables = variables_of(report, values)
    report = with_last_years_figures(workspace, report, variables)
    open_names = _of_changed_notebooks(workspace, report, asked.names) - set(variables)
    words = Words(dict.fromkeys(open_names, "0") | variables, lambda _: False)
    faults = [
        *_refused_of_texts(workspace, report, words),
        *_refused(workspace, report, words, values),
    ]
    return Foreseen(_each(faults), tuple(sorted(open_names)))


def _each(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Every fault by itself, each once."""
    found: dict[tuple[str, str], Fault] = {}
    for fault in faults:
        for one in (replace(fault, others=()), *fault.others):
            found.setdefault((one.what, one.where), one)
    return tuple(found.values())


class _Asked:
    """What the words of a trust-year ask for. report: its tables alone, and no figure.

    names: the variables that are named. certain: those of every report with these tables.
    """

    def __init__(self, workspace: Workspace, trust_year: TrustYear, params: Params) -> None:
        standard = workspace.standard(trust_year)
        self.report = ReportContext(
            trust_year, params, standard, {}, text_tables(workspace, trust_year),
            {"checked": [], "findings": []},
            narrative=words_on_indicators(workspace, trust_year),
            last_plan=last_plan(workspace, trust_year),
        )  # fmt: skip
        self.params = params
        texts = [text for _, text in _texts(workspace, trust_year)]
        self.names = {
            key for text in (*texts, *_cells(self.report)) for key in VARIABLE.findall(text)
        }
        keys = _of_every_report(workspace, trust_year.standard, trust_year.year)
        figures = {key: {"display": "0"} for key in keys} | values_of(self.report)
        given = printed(self.report.tables, standard)
        self.certain = collect_variables(trust_year, params, standard, figures, {}, given)

    def measure_what_is_named(self, workspace: Workspace) -> None:
        """Add the figures of the indicators whose names are not certain; often it is one."""
        trust_year, standard = self.report.trust_year, self.report.standard
        found = [standard.of_key(key) for key in sorted(self.names - set(self.certain))]
        ids = dict.fromkeys(indicator.id for indicator in found if indicator is not None)
        data = YearData(workspace, trust_year, _settings(trust_year, self.params))
        for indicator_id in ids if None not in found else ():
            result = measure(data, indicator_id)
            self.certain |= dict.fromkeys((*result.values, *result.words), "0")

    @property
    def more(self) -> bool:
        """Whether all figures must be known."""
        return self.all_figures or not self.names <= set(self.certain)

    @property
    def all_figures(self) -> bool:
        """Whether they must whatever is named: for the claims, or for words of the layout and of
        last year's plan, which are turned to figures first."""
        plan = self.report.last_plan
        last = "" if plan is None else "".join(plan.astype(str).to_numpy().ravel())
        return self.params.claims == FAIL or "{{<" in repr(self.params.plan) + last


def _cells(report: ReportContext) -> list[str]:
    """The cells of the plans."""
    tables = (report.tables.get("actions"), report.tables.get("progress"), report.last_plan)
    return [
        cell for table in tables if table is not None
        for cell in table.astype(str).to_numpy().ravel()
    ]  # fmt: skip


@cache
def _of_every_report(workspace: Workspace, standard: str, year: int) -> frozenset[str]:
    """The keys that a report has whatever is supplied: those of one without any table."""
    nobody = TrustYear(NO_TRUST, year, standard)
    data = YearData(workspace, nobody, Settings())
    results = [measure(data, indicator.id) for indicator in data.standard.indicators]
    return frozenset(key for result in results for key in result.values)


def _measured(workspace: Workspace, trust_year: TrustYear, params: Params) -> dict[str, Handover]:
    """What the notebooks would hand over, as far as own words may ask for it; by indicator id."""
    data = YearData(workspace, trust_year, _settings(trust_year, params))
    handovers = {}
    for indicator in data.standard.indicators:
        result = measure(data, indicator.id)
        handovers[indicator.id] = Handover(
            **result.payload(), of_tables=_of_tables(result) if params.claims == FAIL else {}
        )
    return handovers


def _settings(trust_year: TrustYear, params: Params) -> Settings:
    """The settings that the notebooks of a trust-year are given."""
    given = notebook_parameters(trust_year, params)
    return Settings(**{k: v for k, v in given.items() if k not in PLACE})  # type: ignore[arg-type]


def _of_tables(result: Result) -> dict[str, dict[str, Any]]:
    """The figures that stand in tables alone; only claims are held against them."""
    found = kind_of(result.indicator).of_tables(result)
    return values_as_json({k: value for k, value in found.items() if k not in result.values})


def _of_changed_notebooks(
    workspace: Workspace, report: ReportContext, names: Iterable[str]
) -> set[str]:
    """The variables among these of indicators whose notebooks are the workspace's own."""
    standard = report.standard
    changed = {
        name
        for name in standard.in_notebooks()
        if _is_changed(workspace, standard, f"{name}.ipynb")
    }
    indicators = {key: standard.of_key(key) for key in names}
    return {key for key, i in indicators.items() if i is not None and i.notebook in changed}


def _is_changed(workspace: Workspace, standard: Standard, name: str) -> bool:
    used = workspace.notebooks(standard) / name
    ours = [folder / "notebooks" / standard.notebooks / name for folder in (PACKAGED, CHECKOUT)]
    known = [path for path in ours if path.is_file()]
    return not any(path == used or code_cells_hash(path) == code_cells_hash(used) for path in known)


def _refused_of_texts(workspace: Workspace, report: ReportContext, words: Words) -> Iterator[Fault]:
    """Every fault of the sections and of the cells of the plans."""
    yield from read_own_words(workspace, report.trust_year, words, clean_where_needed)[1]
    try:
        check_plans(report, words.variables)
    except Fault as fault:
        yield fault
    yield from _missing(workspace, report)


def _refused(
    workspace: Workspace, report: ReportContext, words: Words, values: Mapping[str, Any]
) -> Iterator[Fault]:
    """Every fault that is seen only beside the figures."""
    trust_year, params = report.trust_year, report.params
    rules, standard = params.disclosure, report.standard
    try:
        plan_fragments(workspace, report, words)
        if params.claims == FAIL:  # as remarks they stop no build
            reported = rows_of(workspace, trust_year, "reported")
            results = results_json(report, dict(values))
            figures = figures_of(results, reported) if can_read(standard) else None
            minimum = rules.minimum_count if rules.enabled else 1
            check_narrative(workspace, trust_year, FAIL, words.variables, figures, minimum)
    except Fault as fault:
        yield fault


def _missing(workspace: Workspace, report: ReportContext) -> Iterator[Fault]:
    """Files and cells that the words ask for and that the report will not have."""
    standard = report.standard
    templates = workspace.templates("report")
    files = {
        *(f"narrative/{name}.md" for name in sections_of(standard)),
        *(f"fragments/{name}.md" for name in fragments_of(standard)),
        *(f"sections/{name}" for name in included_sections(templates, report.params.kind)),
    }
    notebooks = workspace.notebooks(standard)
    for where, text in _texts(workspace, report.trust_year):
        for file, label, line in included_in(text):
            at = f"{where}, line {line}"
            name = Path(file).stem
            if INCLUDED.fullmatch(file) and file not in files:
                yield not_there(file, at, files)
            elif label and name not in standard.in_notebooks():
                yield not_there(file, at, [f"notebooks/{n}.ipynb" for n in standard.in_notebooks()])
            elif label:
                labels = _labels(notebooks / f"{name}.ipynb")
                unknown = [one for one in label.split(",") if one not in labels]
                yield from (_no_cell(file, one, at, labels) for one in unknown)


def _no_cell(file: str, label: str, where: str, labels: Sequence[str]) -> Fault:
    return narrative_fault(
        f"The notebook {file} has no cell labelled {label}.",
        where,
        f"{meant(label, labels)}Choose one of its labels: {', '.join(labels)}.",
    )


def _texts(workspace: Workspace, trust_year: TrustYear) -> Iterator[tuple[str, str]]:
    """Each file of the narrative that can be read, as it is written."""
    for path in narrative_files(workspace, trust_year):
        where = workspace.relative(path)
        try:
            yield where, read_words(path, where)
        except Fault:  # told of with the sections
            continue


def _labels(notebook: Path) -> list[str]:
    """The labels of a notebook's cells, in order."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    heads = (LABEL.match("".join(cell["source"])) for cell in cells)
    return [head[1] for head in heads if head]
