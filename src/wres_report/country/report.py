"""The national report: nine notebooks over the table of all trusts, staged and rendered.

Read ``write_report``. It is made from ``country.csv`` alone, once nothing critical was found in it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from wres_report.country.making import Country, epoch_of
from wres_report.execution.handover import (
    Handover,
    cell_label,
    clean_notebook,
    notebook_bytes,
)
from wres_report.execution.jobs import NotebookJob, Runner
from wres_report.execution.running import run_notebook
from wres_report.fragments.national_report import all_part, evidence_part, method_part
from wres_report.hashes import file_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.json_text import json_text
from wres_report.peers.nation import YEARS
from wres_report.peers.reading import FIGURES
from wres_report.provenance.marking import mark_notebook
from wres_report.report.charts import FOLDER, write_charts
from wres_report.report.guarding import add_guard
from wres_report.report.of_standard import filled_sections
from wres_report.report.renderers import render
from wres_report.report.staging import keep_kind, sections_of, write_yaml
from wres_report.standard import load_standard
from wres_report.words import counted
from wres_report.yaml_loaders import SafeLoader

if TYPE_CHECKING:
    from nbformat import NotebookNode

KIND = "national"
NOTEBOOKS, MANIFEST = "notebooks", "national.json"
NAMES = {"html": "national.html", "pdf": "national.pdf", "docx": "national.docx"}
DOCUMENTS = ("slides.qmd", "summary.qmd")  # of a trust's report alone
ALL = "ALL"  # stands for the code of a trust where a notebook's run is told


def write_report(
    country: Country, folder: Path, workspace: Workspace, formats: Sequence[str], *,
    renderer: str = "auto", runner: Runner = "warm",
) -> list[Path]:  # fmt: skip
    """Write the national report of the newest year beside the table that was written before.

    folder: that of the table; the executed notebooks come into its ``notebooks``. formats: some of
    ``NAMES``. Returns the paths. Raises a fault of a notebook or of a renderer.
    """
    year, epoch = country.years[-1], epoch_of(country)
    executed = _run(folder, workspace, year, runner)
    with tempfile.TemporaryDirectory(prefix="wres-national-") as place:
        project, out = Path(place) / "report", Path(place) / "out"
        _stage(country, year, workspace, executed, project)
        rendered = render(project, formats, out, renderer=renderer, epoch=epoch)
        written = []
        for name, path in rendered.files.items():
            written.append(folder / NAMES[name])
            shutil.copyfile(path, written[-1])
    kept = folder / NOTEBOOKS
    kept.mkdir(exist_ok=True)
    for name, notebook in executed.items():
        (kept / f"{name}.ipynb").write_bytes(notebook_bytes(notebook))
        written.append(kept / f"{name}.ipynb")
    about = {
        "kind": KIND,
        "year": year,
        "inputs": {FIGURES: file_hash(folder / FIGURES)},
        "renderer": rendered.version,
        "outputs": {path.relative_to(folder).as_posix(): file_hash(path) for path in written},
    }
    (folder / MANIFEST).write_text(json_text(about) + "\n", encoding="utf-8", newline="\n")
    return [*written, folder / MANIFEST]


def _run(folder: Path, workspace: Workspace, year: int, runner: Runner) -> dict[str, NotebookNode]:
    """The executed notebooks by name, cleaned; raises the fault of the first that failed."""
    # Whatever runs warm is forked from this process, which is prepared by this.
    import wres_report.execution.prepared  # noqa: F401

    found = {}
    templates = workspace.templates("notebooks") / KIND
    for indicator in load_standard().indicators:
        job = NotebookJob(
            TrustYear(ALL, year), templates / f"{indicator.notebook}.ipynb", folder.resolve(),
            {"table": FIGURES, "year": year}, runner,
        )  # fmt: skip
        outcome = run_notebook(job)
        if outcome.executed is None:
            assert outcome.fault is not None
            raise outcome.fault
        found[indicator.notebook] = clean_notebook(outcome.executed)
    return found


def _stage(
    country: Country, year: int, workspace: Workspace, executed: Mapping[str, NotebookNode],
    project: Path,
) -> None:  # fmt: skip
    """Write the Quarto project, a folder that ``quarto render`` takes as it stands."""
    shutil.copytree(workspace.templates("report"), project)
    keep_kind(project, KIND)
    for name in DOCUMENTS:
        (project / name).unlink()
    standard = load_standard()
    for section in sections_of(project):
        text = filled_sections(section.read_text(encoding="utf-8"), standard)
        _write(section, text)
    for name in ("fragments", FOLDER, NOTEBOOKS):
        (project / name).mkdir()
    charts: dict[str, dict[str, Any]] = {}
    tables: set[str] = set()
    labels: dict[str, list[str]] = {}
    for indicator in standard.indicators:
        notebook = executed[indicator.notebook]
        labels[indicator.id] = [
            label for cell in notebook.cells if (label := cell_label(cell)) and cell.outputs
        ]
        tables |= {label for label in labels[indicator.id] if label.startswith("tbl-")}
        handover = Handover(indicator.id, {}, {}, {}, [])
        shown, its_charts = mark_notebook(notebook_bytes(notebook), handover, lambda _: False)
        (project / NOTEBOOKS / f"{indicator.notebook}.ipynb").write_bytes(shown)
        charts |= its_charts
    title = f"{standard.name}: all trusts"
    write_charts(project, charts, tables, f"{title}, {year}")
    figures = [f for f in country.compared if f.year in range(year - YEARS + 1, year + 1)]
    parts = {
        "national-all": all_part(figures, year),
        "national-evidence": evidence_part(labels),
        "national-method": method_part(country.findings, file=FIGURES),
    }
    for name, text in parts.items():
        _write(project / "fragments" / f"{name}.md", text)
    trusts = {f.trust for f in country.figures if f.year == year}
    _settings(project, title, year, counted(len(trusts), "trust"),
              synthetic=any(f.synthetic for f in country.figures))  # fmt: skip
    write_yaml(project / "_variables.yml", {"report": {"year": str(year)}})
    add_guard(project, [])


def _settings(project: Path, title: str, year: int, trusts: str, *, synthetic: bool) -> None:
    path = project / "_quarto.yml"
    settings: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    settings["project"]["render"] = ["index.qmd"]
    settings |= {
        "title": title,
        "subtitle": "Indicators over all trusts of a year",
        "author": trusts,
        "wres": {
            "trust": trusts,
            "document": f"All trusts: {load_standard().short} {year}",
            "code": ALL,
            "year": year,
            "years": f"{load_standard().short} {year}",
            "snapshot": "",
            "state": KIND,
            "published": "",
            "synthetic": synthetic,
            "technical_annex": False,
            "action_year": "",
            "standard": load_standard().name,
        },
    }
    write_yaml(path, settings)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
