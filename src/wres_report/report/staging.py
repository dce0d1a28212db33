"""Stages the Quarto project of one report: a folder that ``quarto render`` takes as it stands."""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wres_report.faults import Fault, narrative_fault, together
from wres_report.fragments import (
    appendices,
    indicators,
    national,
    plan_calendar,
    plans,
    standing,
    summary,
    verdicts,
)
from wres_report.fragments.context import ReportContext
from wres_report.inputs.opening import supplied
from wres_report.inputs.text import read_text
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.closing import check_closed, check_shortcodes
from wres_report.narrative.variables import check_cells, nested
from wres_report.provenance.origins import Origins
from wres_report.report.figures import Words, write_cards, write_notebooks
from wres_report.yaml_loaders import SafeLoader

INCLUDED = re.compile(r"^\{\{< include sections/(\S+) >\}\}$", re.MULTILINE)
NARRATIVE_SECTIONS = (
    "preface", "foreword", "introduction", "locality", "indicators", "leadership",
    *(f"indicator-{number}" for number in range(1, 10)),
    "conclusions", "next-steps", "communications", "national-picture",
)  # fmt: skip
# What is made of the plans and their layouts, whose words may name a variable.
PLAN_FRAGMENTS = {
    "progress": plans.progress_part,
    "last-standing": standing.last_standing_part,
    "last-plan": plans.last_plan_part,
    "actions": plans.actions_part,
    "standing": standing.standing_part,
    "preface": plans.preface_part,
    "appendix": plans.appendix_part,
}
# The box of a report that was approved: a section that may come first has a line for it.
APPROVAL = "approval"
APPROVAL_LINE = re.compile(
    rf"^\{{\{{< include fragments/{APPROVAL}\.md >\}}\}}\n{{1,2}}", re.MULTILINE
)
NOT_WRITTEN = "<!-- The trust supplied no text for this section. -->\n"


def stage(
    workspace: Workspace,
    report: ReportContext,
    variables: dict[str, str],
    origins: Origins,
    notebooks: Mapping[str, bytes],
    project: Path,
    *,
    approved: bool = False,
) -> None:
    """Write the project of one report into the new folder ``project``.

    variables: by contract key. origins: where each figure comes from. notebooks: the executed
    and cleaned ones as files, by name; in the project's copies of them the figures are marked.
    approved: whether the fragment ``APPROVAL`` will be there; its line then stays in the first
    section. Raises a narrative fault for a variable that does not exist, with file and line.
    """
    shutil.copytree(workspace.templates("report"), project)
    _choose_kind(project, report.params.kind)
    words = Words(variables, cache(origins.knows))
    _write_narrative(workspace, report, words, project / "narrative")
    _write_fragments(workspace, report, words, project / "fragments")
    for place, section in enumerate(_sections_of(project)):
        where = f"report/sections/{section.name}"
        text = section.read_text(encoding="utf-8")
        if place > 0 or not approved:
            text = APPROVAL_LINE.sub("", text)
        _write(section, words.bound(text, where))
    charts = project / "charts"
    charts.mkdir()
    due = plan_calendar.due_picture(report, standing.plan_standing(report))
    pictures = summary.spark_pictures(report) | due
    for name, picture in pictures.items():
        (charts / name).write_bytes(picture)
    write_notebooks(project / "notebooks", report, notebooks, words)
    write_cards(project, origins, words)
    write_yaml(project / "_variables.yml", nested(variables))
    _write_settings(report, project / "_quarto.yml")


def _choose_kind(project: Path, kind: str) -> None:
    """Keep the main document of this kind of report, as ``index.qmd``."""
    if kind != "full":
        (project / "kinds" / f"{kind.replace(' ', '-')}.qmd").replace(project / "index.qmd")
    shutil.rmtree(project / "kinds")


def _sections_of(project: Path) -> list[Path]:
    """The sections that the main document includes, in order; the others are taken away."""
    included = INCLUDED.findall((project / "index.qmd").read_text(encoding="utf-8"))
    folder = project / "sections"
    for path in folder.glob("*.qmd"):
        if path.name not in included:
            path.unlink()
    return [folder / name for name in dict.fromkeys(included) if (folder / name).is_file()]


def _write_narrative(
    workspace: Workspace, report: ReportContext, words: Words, folder: Path
) -> None:
    folder.mkdir()
    source = workspace.data_folder(report.trust_year) / "narrative"
    faults = [
        _belongs_nowhere(path, workspace)
        for path in narrative_files(workspace, report.trust_year)
        if path.stem not in NARRATIVE_SECTIONS
    ]
    for section in NARRATIVE_SECTIONS:
        path = source / f"{section}.md"
        if not supplied(path):
            _write(folder / path.name, NOT_WRITTEN)
            continue
        where = workspace.relative(path)
        try:
            text = read_text(path, where)
            check_shortcodes(text, where)
            check_closed(text, where)
            _write(folder / path.name, words.bound(text, where))
        except Fault as fault:
            faults.append(fault)
    if faults:
        raise together(faults)


def _belongs_nowhere(path: Path, workspace: Workspace) -> Fault:
    """A file that would be left out without a word, most often because its name is misspelt."""
    near = difflib.get_close_matches(path.stem, NARRATIVE_SECTIONS, n=1)
    hint = f"Did you mean {near[0]}.md? " if near else ""
    return narrative_fault(
        f"No section of the report is called “{path.stem}”.",
        workspace.relative(path),
        f"{hint}The sections are: {', '.join(NARRATIVE_SECTIONS)}.",
    )


def _write_fragments(
    workspace: Workspace, report: ReportContext, words: Words, folder: Path
) -> None:
    folder.mkdir()
    parts = {
        "headline": verdicts.headline(report),
        "summary": summary.summary_table(report),
        "indicators": indicators.indicators_table(report),
        "locality": indicators.locality_table(report),
        "strengths": verdicts.strengths(report),
        "focus": verdicts.focus(report),
        "unclear": verdicts.unclear(report),
        "national": national.national_table(report),
        "quality": appendices.quality_part(report),
        "method": appendices.method_part(report),
        "plan-method": appendices.plan_method_part(report),
        "provenance": appendices.provenance_part(report),
    }
    for indicator, _ in report.rows():
        parts[indicator.id] = indicators.indicator_part(report, indicator)
    for name, text in parts.items():
        _write(folder / f"{name}.md", words.shown(text))
    _check_plans(report, words.variables)
    settings = f"{workspace.relative(workspace.params_file(report.trust_year))}, plan"
    for name, make in PLAN_FRAGMENTS.items():
        _write(folder / f"{name}.md", words.shown(words.bound(make(report), settings)))


def _check_plans(report: ReportContext, variables: dict[str, str]) -> None:
    """Name the cell of a plan that asks for a figure which the report does not have."""
    year = report.trust_year
    for table, where in (
        (report.tables.get("actions"), f"data/{year}/actions.csv"),
        (report.tables.get("progress"), f"data/{year}/progress.csv"),
        (report.last_plan, f"data/{year.previous}/actions.csv"),
    ):
        if table is not None:
            check_cells(table.to_dict("records"), variables, where)


def _write_settings(report: ReportContext, path: Path) -> None:
    """Add what is the report's own to the template's ``_quarto.yml``."""
    params, trust_year = report.params, report.trust_year
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    settings |= {
        "title": report.title,
        "subtitle": report.subtitle,
        "author": params.name,
        "wres": {
            "trust": params.name,
            "document": _document_name(report),
            "code": trust_year.code,
            "year": trust_year.year,
            "years": report.years,
            "snapshot": trust_year.snapshot if report.has_figures else "",
            "state": params.state,
            "published": params.published,
            "synthetic": params.synthetic,
            "action_year": params.action_year,
            "standard": report.standard.name,
        },
    }
    write_yaml(path, settings)


def _document_name(report: ReportContext) -> str:
    """What a browser's tab, a PDF's title bar and a Word file's properties say.

    It names trust and year: Typst makes the permanent identifier of a PDF of title and author, and
    no two reports may share one.
    """
    year = str(report.trust_year.year)
    title = report.title if year in report.title else f"{report.title} {year}"
    return f"{report.params.name}: {title}"


def write_yaml(path: Path, content: dict[str, Any]) -> None:
    """Write a file of the project as YAML, its keys in their order."""
    _write(path, yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
