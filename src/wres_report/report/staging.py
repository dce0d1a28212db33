"""Stages the Quarto project of one report: a folder that ``quarto render`` takes as it stands."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from wres_report.charts.forms import as_png, drawn
from wres_report.inputs.places import nominal
from wres_report.inputs.workspace import Workspace
from wres_report.markdown import escape_words, escaped
from wres_report.narrative.variables import check_cells, nested
from wres_report.report.cards.origins import Origins
from wres_report.report.charts import write_charts, write_sparks
from wres_report.report.figures import CARDS, Words, write_cards, write_notebooks
from wres_report.report.guarding import add_guard
from wres_report.report.of_standard import filled_sections
from wres_report.report.own_words import stage_own_words
from wres_report.report.parts import (
    appendices,
    headline,
    indicators,
    national,
    plan_calendar,
    plans,
    published,
    quality,
    slides,
    standing,
    summary,
    verdicts,
)
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.one_page import one_page
from wres_report.report.parts.place import place_pictures
from wres_report.report.peer_medians import with_peer_medians
from wres_report.report.slide_charts import slide_charts
from wres_report.standard import Standard
from wres_report.yaml_loaders import SafeLoader

INCLUDED = re.compile(r"^\{\{< include sections/(\S+) >\}\}$", re.MULTILINE)
# What is made of the figures, by the name of the fragment.
FIGURE_FRAGMENTS = {
    "headline": headline.headline,
    "summary": summary.summary_table,
    "verdict-note": verdicts.verdict_note,
    "indicators": indicators.indicators_table,
    "locality": indicators.locality_table,
    "strengths": verdicts.strengths,
    "focus": verdicts.focus,
    "answers": verdicts.answers,
    "uncertain": verdicts.uncertain,
    "unclear": verdicts.unclear,
    "national": national.national_table,
    "national-introduction": national.national_introduction,
    "published": published.published_part,
    "quality": quality.quality_part,
    "method": appendices.method_part,
    "plan-method": appendices.plan_method_part,
    "provenance": appendices.provenance_part,
}
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
ONE_PAGE = "one-page"
# The heading of a section, without what stands in braces behind it.
HEADING = re.compile(r"^# (.+?)(?: \{[#.][^}]*\})?$", re.MULTILINE)
DUE = "fig-due"
KIND_OF_TRUST = re.compile(r" (?:NHS )?(?:Foundation )?Trust$")
APPROVAL_LINE = re.compile(
    rf"^\{{\{{< include fragments/{APPROVAL}\.md >\}}\}}\n{{1,2}}", re.MULTILINE
)


def stage(
    workspace: Workspace,
    report: ReportContext,
    variables: dict[str, str],
    origins: Origins,
    notebooks: Mapping[str, bytes],
    project: Path,
    *,
    approved: bool = False,
) -> list[str]:
    """Write the project of one report into the new folder ``project``; what was cleaned in it.

    variables: by contract key. origins: where each figure comes from. notebooks: the executed
    and cleaned ones as files, by name; in the project's copies of them the figures are marked.
    approved: whether the fragment ``APPROVAL`` will be there; its line then stays in the first
    section. Raises a narrative fault for a variable that does not exist, and for whatever the
    trust's own words may not hold, with file and line.
    """
    shutil.copytree(workspace.templates("report"), project)
    keep_kind(project, report.params.kind)
    words = Words(variables, cache(origins.knows))
    own = stage_own_words(workspace, report.trust_year, words, project)
    # Plans show these words as well.
    report = replace(report, narrative=report.narrative | own.texts)
    _write_fragments(workspace, report, words, project / "fragments")
    sections = sections_of(project)
    _write_short(report, words, sections, project / "fragments")
    for place, section in enumerate(sections):
        where = f"report/sections/{section.name}"
        text = filled_sections(section.read_text(encoding="utf-8"), report.standard)
        if place > 0 or not approved:
            text = APPROVAL_LINE.sub("", text)
        _write(section, words.bound(text, where))
    charts = project / "charts"
    charts.mkdir()
    notebooks = with_peer_medians(report, notebooks)
    due = plan_calendar.due_picture(report, standing.plan_standing(report))
    for name, picture in slide_charts(report, notebooks).items():
        (charts / name).write_bytes(picture)
    write_sparks(project, summary.spark_pictures(report))
    drawings = write_notebooks(project / "notebooks", report, notebooks, words)
    if due is not None:
        drawings[DUE] = drawn(due)
        (charts / f"{plan_calendar.PICTURE}.png").write_bytes(as_png(due))
    among = place_pictures(report)
    for name, chart in among.items():
        drawings[f"fig-{name}"] = drawn(chart)
        (charts / f"{name}.png").write_bytes(as_png(chart))
    tables = {
        label
        for _, handover in report.rows()
        for label, kind in handover.outputs.items()
        if kind == "markdown"
    }
    tables |= {"tbl-due", *(f"tbl-{name}" for name in among)}
    write_charts(project, drawings, tables, _document_name(report))
    html = write_cards(project, origins, words)
    # What a name or a fact prints is text, whatever signs of Markdown and HTML it holds.
    plain = {key: escape_words(text) for key, text in variables.items()}
    write_yaml(project / "_variables.yml", nested(plain))
    _write_settings(report, project / "_quarto.yml")
    add_guard(project, [html])
    own.check_included(project)
    return own.remarks


def keep_kind(project: Path, kind: str) -> None:
    """Keep the main document of this kind of report, as ``index.qmd``."""
    if kind != "full":
        (project / "kinds" / f"{kind.replace(' ', '-')}.qmd").replace(project / "index.qmd")
    shutil.rmtree(project / "kinds")


def sections_of(project: Path) -> list[Path]:
    """The sections that the main document includes, in order; the others are taken away."""
    included = INCLUDED.findall((project / "index.qmd").read_text(encoding="utf-8"))
    folder = project / "sections"
    for path in folder.glob("*.qmd"):
        if path.name not in included:
            path.unlink()
    return [folder / name for name in dict.fromkeys(included) if (folder / name).is_file()]


def fragments_of(standard: Standard) -> set[str]:
    """The names of the fragments that the trust's own words may include."""
    of_indicators = {indicator.id for indicator in standard.indicators}
    short = {*slides.NAMES, ONE_PAGE, Path(CARDS).stem}
    return {*FIGURE_FRAGMENTS, *PLAN_FRAGMENTS} | of_indicators | short


def included_sections(templates: Path, kind: str) -> list[str]:
    """The files of the sections that the main document of a kind of report includes, in order."""
    main = "index.qmd" if kind == "full" else f"kinds/{kind.replace(' ', '-')}.qmd"
    return INCLUDED.findall((templates / main).read_text(encoding="utf-8"))


def _write_fragments(
    workspace: Workspace, report: ReportContext, words: Words, folder: Path
) -> None:
    folder.mkdir()
    parts = {name: make(report) for name, make in FIGURE_FRAGMENTS.items()}
    for indicator, _ in report.rows():
        parts[indicator.id] = indicators.indicator_part(report, indicator)
    for name, text in parts.items():
        _write(folder / f"{name}.md", words.shown(text))
    for name, text in plan_fragments(workspace, report, words).items():
        _write(folder / f"{name}.md", words.shown(text))


def plan_fragments(workspace: Workspace, report: ReportContext, words: Words) -> dict[str, str]:
    """What is made of the plans, by the name of the fragment.

    Raises a narrative fault for a cell or a setting that names a variable which there is not.
    """
    check_plans(report, words.variables)
    settings = f"{workspace.relative(workspace.params_file(report.trust_year))}, plan"
    return {name: words.bound(make(report), settings) for name, make in PLAN_FRAGMENTS.items()}


def _write_short(
    report: ReportContext, words: Words, sections: Sequence[Path], folder: Path
) -> None:
    """What the slides and the one page say; the words of the plan among it may hold variables."""
    headings = [
        (path.stem, match[1]) for path in sections
        if (match := HEADING.search(path.read_text(encoding="utf-8")))
    ]  # fmt: skip
    where = f"data/{report.trust_year}/actions.csv"
    parts = slides.slides(report, headings) | {ONE_PAGE: one_page(report)}
    for name, text in parts.items():
        _write(folder / f"{name}.md", words.shown(words.bound(text, where)))


def check_plans(report: ReportContext, variables: dict[str, str]) -> None:
    """Name the cell of a plan that asks for a figure which the report does not have."""
    year = report.trust_year
    for table, where in (
        (report.tables.get("actions"), nominal(year, "actions")),
        (report.tables.get("progress"), nominal(year, "progress")),
        (report.last_plan, nominal(year.previous, "actions")),
    ):
        if table is not None:
            place = table.attrs.get("where", where)
            check_cells(table.to_dict("records"), variables, place)


def _write_settings(report: ReportContext, path: Path) -> None:
    """Add what is the report's own to the template's ``_quarto.yml``."""
    params, trust_year = report.params, report.trust_year
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    # pandoc and Quarto read each as Markdown.
    settings |= escaped({
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
            "technical_annex": params.technical_annex,
            "action_year": params.action_year,
            "standard": report.standard.name,
        },
    })  # fmt: skip
    write_yaml(path, settings)


def _document_name(report: ReportContext) -> str:
    """What a browser's tab, a PDF's title bar and a Word file's properties say, short enough to
    be read there.

    It names trust, standard and year: Typst makes the permanent identifier of a PDF of title and
    author, and no two reports may share one.
    """
    name = KIND_OF_TRUST.sub("", report.params.name) or report.params.name
    kind = "" if report.params.kind == "full" else f" {report.params.kind}"
    return f"{name}: {report.standard.short} {report.trust_year.year}{kind}"


def write_yaml(path: Path, content: dict[str, Any]) -> None:
    """Write a file of the project as YAML, its keys in their order."""
    _write(path, yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
