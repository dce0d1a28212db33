"""The national report: a standard's notebooks over the table of all trusts, staged and rendered.

Read ``write_report``. It is made from ``country.csv`` alone, once nothing critical was found in it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from wres_report.country.kept import (
    KIND,
    MANIFEST,
    NOTEBOOKS,
    Table,
    comes_with_program,
    is_whole,
    kept_notebook,
    kept_of,
    notebook_keys,
    report_key,
)
from wres_report.country.tables import FINDINGS
from wres_report.files import move_into
from wres_report.handover import (
    Handover,
    cell_label,
    clean_notebook,
    notebook_bytes,
)
from wres_report.hashes import file_hash, tree_hashes
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import STANDARDS, Workspace
from wres_report.json_text import json_text
from wres_report.leftovers import beside, remove
from wres_report.peers.reading import FIGURES
from wres_report.pipeline.notebooks.jobs import NotebookJob, Parameters, Runner
from wres_report.pipeline.notebooks.running import run_notebook
from wres_report.report.cards.marking import mark_notebook
from wres_report.report.charts import FOLDER, write_charts
from wres_report.report.guarding import add_guard
from wres_report.report.of_standard import filled_sections
from wres_report.report.parts.national_report import all_part, evidence_part, method_part
from wres_report.report.renderers import identify, render
from wres_report.report.staging import keep_kind, sections_of, write_yaml
from wres_report.standard import HOME, Standard
from wres_report.words import capitalised, counted
from wres_report.yaml_loaders import SafeLoader

if TYPE_CHECKING:
    from nbformat import NotebookNode

PROJECT = "report"  # the folder of the Quarto project
NAMES = {"html": "national.html", "pdf": "national.pdf", "docx": "national.docx"}
DOCUMENTS = ("slides.qmd", "summary.qmd")  # of a trust's report alone
ALL = "ALL"  # stands for the code of a trust where a notebook's run is told


@dataclass(frozen=True)
class Made:
    """What was made. paths: of the report's files. ran: the notebooks that ran; none where nothing
    of what they read has changed. anew: whether documents were made."""

    paths: list[Path]
    ran: tuple[str, ...]
    anew: bool


def write_report(
    table: Table, folder: Path, workspace: Workspace, formats: Sequence[str], *,
    renderer: str = "auto", runner: Runner = "warm", force: bool = False,
) -> Made:  # fmt: skip
    """Write the national report of the newest year beside the table that was written before.

    folder: that of the table; the executed notebooks come into its ``notebooks``, the project into
    its ``report``. formats: some of ``NAMES``. A notebook runs where its own text, its rows of the
    table or the program has changed, and documents are made where anything has; force: all are.
    A standard of the workspace's own goes beside the table, so that the notebooks run there.
    Raises a fault of a notebook or of a renderer.
    """
    templates = workspace.national_notebooks(table.standard)
    rendered_by = identify(renderer)  # told before any notebook runs
    before = {} if force else kept_of(folder)
    keys = notebook_keys(table, templates)
    executed = {name: notebook for name, key in keys.items()
                if (notebook := kept_notebook(folder, before, name, key)) is not None}  # fmt: skip
    ran = tuple(name for name in keys if name not in executed)
    _lay_beside(table.standard, folder)
    executed |= _run(folder, templates, table, runner, ran)
    contents = {name: notebook_bytes(executed[name]) for name in keys}
    key = report_key(table, contents, workspace.templates("report"), rendered_by, formats)
    if before.get("key") == key and is_whole(folder, before):
        return Made([folder / name for name in [*before["outputs"], MANIFEST]], ran, anew=False)
    made = beside(folder / KIND)
    try:
        (made / NOTEBOOKS).mkdir(parents=True)
        for name, content in contents.items():
            (made / NOTEBOOKS / f"{name}.ipynb").write_bytes(content)
        _stage(table, workspace, executed, made / PROJECT)
        with tempfile.TemporaryDirectory(prefix="wres-national-") as place:
            project, out = Path(place) / PROJECT, Path(place) / "out"
            shutil.copytree(made / PROJECT, project)
            rendered = render(project, formats, out, renderer=renderer, epoch=table.epoch)
            for name, path in rendered.files.items():
                shutil.copyfile(path, made / NAMES[name])
        outputs = tree_hashes(made)
        about = {
            "kind": KIND,
            "standard": table.standard.id,
            "year": table.year,
            "key": key,
            "inputs": {name: file_hash(folder / name) for name in (FIGURES, FINDINGS)},
            "notebooks": keys,
            "formats": sorted(formats),
            "renderer": {"name": rendered.renderer, "version": rendered.version},
            "outputs": outputs,
        }
        (made / MANIFEST).write_text(json_text(about) + "\n", encoding="utf-8", newline="\n")
        for name in set(NAMES.values()) - outputs.keys():
            (folder / name).unlink(missing_ok=True)  # of an earlier table
        move_into(made, folder, last=MANIFEST)
    finally:
        remove(made)
    return Made([folder / name for name in [*outputs, MANIFEST]], ran, anew=True)


def _lay_beside(standard: Standard, folder: Path) -> None:
    """Copy a standard that does not come with the program beside the table."""
    place = folder / STANDARDS / standard.id
    if comes_with_program(standard) or standard.folder.resolve() == place.resolve():
        return
    remove(place)
    shutil.copytree(standard.folder, place)


def _run(
    folder: Path, templates: Path, table: Table, runner: Runner, names: Collection[str]
) -> dict[str, NotebookNode]:
    """The executed notebooks by name, cleaned; raises the fault of the first that failed."""
    if not names:
        return {}
    # Whatever runs warm is forked from this process, which is prepared by this.
    import wres_report.pipeline.notebooks.prepared  # noqa: F401

    found = {}
    of = table.standard.id
    named = {} if of == HOME else {"standard": of}
    parameters: Parameters = {"table": FIGURES, "year": table.year, **named}
    for name in names:
        job = NotebookJob(
            TrustYear(ALL, table.year), templates / f"{name}.ipynb", folder.resolve(), parameters,
            runner,
        )  # fmt: skip
        outcome = run_notebook(job)
        if outcome.executed is None:
            assert outcome.fault is not None
            raise outcome.fault
        found[name] = clean_notebook(outcome.executed)
    return found


def _stage(
    table: Table, workspace: Workspace, executed: Mapping[str, NotebookNode], project: Path
) -> None:
    """Write the Quarto project, a folder that ``quarto render`` takes as it stands."""
    shutil.copytree(workspace.templates("report"), project)
    keep_kind(project, KIND)
    for name in DOCUMENTS:
        (project / name).unlink()
    standard = table.standard
    for section in sections_of(project):
        text = filled_sections(section.read_text(encoding="utf-8"), standard)
        _write(section, text)
    for name in ("fragments", FOLDER, NOTEBOOKS):
        (project / name).mkdir()
    charts: dict[str, dict[str, Any]] = {}
    labels: dict[str, list[str]] = {}
    for name, indicators in standard.in_notebooks().items():
        notebook = executed[name]
        labels[name] = [
            label for cell in notebook.cells if (label := cell_label(cell)) and cell.outputs
        ]
        handover = Handover(indicators[0].id, {}, {}, {}, [])
        shown, its_charts = mark_notebook(notebook_bytes(notebook), handover, lambda _: False)
        (project / NOTEBOOKS / f"{name}.ipynb").write_bytes(shown)
        charts |= its_charts
    tables = {label for of in labels.values() for label in of if label.startswith("tbl-")}
    title, year = f"{standard.name}: all trusts", table.year
    write_charts(project, charts, tables, f"{title}, {year}")
    figures = [f for f in table.figures if f.compared and f.year in table.years]
    parts = {
        "national-all": all_part(figures, year, standard),
        "national-evidence": evidence_part(labels, standard),
        "national-method": method_part(table.findings, standard, file=FIGURES),
    }
    for name, text in parts.items():
        _write(project / "fragments" / f"{name}.md", text)
    trusts = {f.trust for f in table.figures if f.year == year}
    _settings(project, standard, title, year, counted(len(trusts), "trust"),
              synthetic=any(f.synthetic for f in table.figures))  # fmt: skip
    write_yaml(project / "_variables.yml", {"report": {"year": str(year)}})
    add_guard(project, [])


def _settings(
    project: Path, standard: Standard, title: str, year: int, trusts: str, *, synthetic: bool
) -> None:
    path = project / "_quarto.yml"
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    settings["project"]["render"] = ["index.qmd"]
    settings |= {
        "title": title,
        "subtitle": f"{capitalised(standard.noun)}s over all trusts of a year",
        "author": trusts,
        "wres": {
            "trust": trusts,
            "document": f"All trusts: {standard.short} {year}",
            "code": ALL,
            "year": year,
            "years": f"{standard.short} {year}",
            "snapshot": "",
            "state": KIND,
            "published": "",
            "synthetic": synthetic,
            "technical_annex": False,
            "action_year": "",
            "standard": standard.name,
        },
    }
    write_yaml(path, settings)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
