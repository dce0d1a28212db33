"""Renders a staged report without Quarto: pandoc for HTML and Word, Typst for PDF.

It reads the same project as Quarto and gives the same anchors, numbers and content. The steps:

1. expand the shortcodes of ``index.qmd`` into one markdown text (``qmd``, ``embeds``);
2. parse it once and number figures, tables and sections (``lua/crossref.lua``);
3. write each format with the project's own filters, templates and styles (``lua/render.lua``);
4. compile the Typst text to PDF, finish the Word file (``typst_compile``, ``docx_finish``).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from . import docx_finish, fonts, pandoc
from .embeds import Notebooks
from .errors import RenderError
from .qmd import Expansion, expand

LUA = Path(__file__).parent / "lua"
# What belongs to Quarto's project file and is no metadata of the document.
NOT_METADATA = {"project", "format", "execute", "filters", "crossref", "notebook-links"}
PDF_STANDARDS = ["a-2a", "ua-1"]
FAULT = re.compile(r"^WRES-(UNRESOLVED|DUPLICATE) (\S+)$", re.MULTILINE)
READER = "markdown"
NAMES = {"html": "HTML", "pdf": "PDF", "docx": "Word"}


def version() -> str:
    """Versions of what renders, for the manifest."""
    from importlib.metadata import version as of

    return f"pandoc {pandoc.version()}, typst {of('typst')}"


def render(project: Path, formats: Sequence[str], targets: dict[str, Path], epoch: int) -> None:
    """Write each wanted format of the staged project to its target.

    Raises
    ------
    RenderError
        for a fault in the text (file and line), or one that pandoc or Typst reports.
    """
    with tempfile.TemporaryDirectory(prefix="wres-render-") as folder:
        work = Path(folder) / "report"
        shutil.copytree(project, work, ignore=shutil.ignore_patterns("notebooks", ".*"))
        document = parse(project, work, epoch)
        write(work, document, formats, targets, epoch)


def parse(project: Path, work: Path, epoch: int) -> str:
    """Expand and parse ``index.qmd``; name of the JSON document inside ``work``."""
    expansion = expand(project, Notebooks(project, work))
    (work / "document.md").write_text(expansion.text, encoding="utf-8")
    metadata = metadata_of(project)
    (work / "document-metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    said = pandoc.finish(
        pandoc.start(
            [
                "document.md",
                "-f",
                READER,
                "-t",
                "json",
                "-o",
                "document.json",
                "--metadata-file",
                "document-metadata.json",
                "--lua-filter",
                str(LUA / "crossref.lua"),
            ],
            work,
            epoch,
        ),
        "text of the",
    )
    report_faults(said, project, expansion)
    return "document.json"


def metadata_of(project: Path) -> dict[str, Any]:
    """Metadata of the document, as the staged ``_quarto.yml`` gives it."""
    path = project / "_quarto.yml"
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as fault:
        raise RenderError(
            "The project file of the report cannot be read.",
            where=path.name,
            said=str(fault),
            todo="stage the report again with wres build",
        ) from fault
    return {key: value for key, value in (found or {}).items() if key not in NOT_METADATA}


def report_faults(said: str, project: Path, expansion: Expansion) -> None:
    """Raise for a reference without a target or a label that stands twice."""
    for kind, label in FAULT.findall(said):
        mark = f"@{label}" if kind == "UNRESOLVED" else f"#{label}"
        where = ""
        for source in expansion.sources:
            for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
                if mark in line:
                    where = f"{source.relative_to(project).as_posix()}, line {number}"
        if kind == "UNRESOLVED":
            raise RenderError(
                f"The text refers to {label}, which the report does not have.",
                where=where,
                todo="correct the label, or leave the reference out where its data is missing",
            )
        raise RenderError(
            f"Two things carry the label {label}.", where=where, todo="rename one of them"
        )


def write(
    work: Path, document: str, formats: Sequence[str], targets: dict[str, Path], epoch: int
) -> None:
    """Write the formats side by side: each pandoc is a process of its own."""
    arguments = {
        "pdf": ["-t", "typst", "--template", "typst/report.typ", "-o", "report.typ"],
        "docx": [
            "-t",
            "docx",
            "--reference-doc",
            "reference.docx",
            "--toc",
            "--toc-depth",
            "2",
            "--number-sections",
            "-o",
            "report.docx",
        ],
        "html": [
            "-t",
            "html5",
            "--template",
            "html/report.html",
            "--toc",
            "--toc-depth",
            "2",
            "--number-sections",
            "--section-divs",
            "--mathml",
            "--embed-resources",
            *styles(work),
            "-o",
            "report.html",
        ],
    }
    own = ("list-tables.lua", "structure.lua", "tables.lua")
    filters = [*(work / "filters" / name for name in own), LUA / "render.lua"]
    common = [
        document,
        "-f",
        "json",
        "--standalone",
        "--wrap",
        "none",
        *(part for path in filters for part in ("--lua-filter", str(path))),
    ]
    running = {
        name: pandoc.start([*common, *options], work, epoch)
        for name, options in arguments.items()
        if name in formats
    }
    try:
        compiling = None
        if "pdf" in running:
            pandoc.finish(running["pdf"], NAMES["pdf"])
            compiling = start_typst(work, work / "report.pdf", epoch)
            running["typst"] = compiling
        if "docx" in running:
            pandoc.finish(running["docx"], NAMES["docx"])
            docx_finish.finish(work / "report.docx", metadata_of(work), epoch)
            shutil.copyfile(work / "report.docx", targets["docx"])
        if "html" in running:
            pandoc.finish(running["html"], NAMES["html"])
            shutil.copyfile(work / "report.html", targets["html"])
        if compiling is not None:
            finish_typst(compiling)
            shutil.copyfile(work / "report.pdf", targets["pdf"])
    finally:
        for process in running.values():
            if process.poll() is None:
                process.kill()
                process.communicate()


def styles(work: Path) -> list[str]:
    """The style sheets that ``_quarto.yml`` names, as arguments of pandoc."""
    project = yaml.safe_load((work / "_quarto.yml").read_text(encoding="utf-8")) or {}
    found = ((project.get("format") or {}).get("html") or {}).get("css") or []
    names = [found] if isinstance(found, str) else found
    return [part for name in names for part in ("--css", name)]


def start_typst(work: Path, target: Path, epoch: int) -> subprocess.Popen[str]:
    """Start the compilation of ``report.typ`` in a process of its own."""
    request = {
        "input": str(work / "report.typ"),
        "output": str(target),
        "root": str(work),
        "fonts": str(fonts.copy_to(work / "fonts")),
        "epoch": epoch,
        "standards": PDF_STANDARDS,
    }
    path = work / "typst-request.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    program = Path(__file__).with_name("typst_compile.py")
    # -P keeps the folder of the program, and so our module names, off the import path.
    return subprocess.Popen(
        [sys.executable, "-P", str(program), str(path)],
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def finish_typst(process: subprocess.Popen[str]) -> None:
    said = pandoc.wait(process, "Typst")
    if process.returncode:
        raise RenderError(
            "Typst could not make the PDF.",
            said=pandoc.shortened(said),
            todo="a picture without alt text and a broken table are the usual causes",
        )
