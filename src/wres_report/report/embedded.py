"""Renders a staged report without Quarto: pandoc for HTML and Word, Typst for PDF.

It reads the same project as Quarto and gives the same anchors, numbers and content. The steps:

1. expand the shortcodes of ``index.qmd`` into one markdown text (``qmd``, ``embeds``);
2. read it, number figures, tables and sections (``lua/crossref.lua``), and write each format with
   the project's own filters, templates and styles (``lua/documents.lua``, ``lua/render.lua``);
3. compile the Typst text to PDF, finish the Word file, put into the page what it loads
   (``typst_process``, ``docx_finish``, ``self_contained``).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from wres_report.formats import DOCUMENTS
from wres_report.markdown import unescaped
from wres_report.page_policy import scripts_of, with_policy
from wres_report.yaml_loaders import SafeLoader

from . import docx_finish, fonts, pandoc, pptx_finish, self_contained, typst_process
from .embeds import Notebooks
from .errors import RenderError
from .qmd import Expansion, expand, without_front_matter
from .references import no_target, two_targets

LUA = Path(__file__).parent / "lua"
# What belongs to Quarto's project file and is no metadata of the document.
NOT_METADATA = {"project", "format", "execute", "filters", "crossref", "notebook-links"}
# What is written out already: the rest of the project is copied for pandoc and Typst to read.
EXPANDED = ("notebooks", "*.qmd", "*.md", ".*")
# Gives the same for every format, so that it runs once for all of them.
SHARED_FILTER = "filters/list-tables.lua"
PDF_STANDARDS = ["a-2a", "ua-1"]
REFUSED = re.compile(r"^WRES-REFUSED (.+)$", re.MULTILINE)
FAULT = re.compile(r"^WRES-(UNRESOLVED|DUPLICATE) (\S+)$", re.MULTILINE)
NAMES = {"pdf": "PDF", "docx": "Word", "html": "HTML", "pptx": "PowerPoint", "summary": "PDF"}
# The formats that Typst makes, by the name of the text and of the file.
TYPESET = {"pdf": "report", "summary": "summary"}


def version() -> str:
    """Versions of what renders, for the manifest."""
    from importlib.metadata import version as of

    return f"pandoc {pandoc.version()}, typst {of('typst')}"


def render(
    project: Path,
    formats: Sequence[str],
    targets: dict[str, Path],
    epoch: int,
    *,
    side_by_side: bool = True,
) -> None:
    """Write each wanted format of the staged project to its target.

    side_by_side: whether the PDF may be made at the same time as the other formats, which takes
    less time and more work than one after the other.

    Raises
    ------
    RenderError
        for a fault in the text (file and line), or one that pandoc or Typst reports.
    """
    for document in dict.fromkeys(DOCUMENTS[name] for name in formats):
        with tempfile.TemporaryDirectory(prefix="wres-render-") as folder:
            work = Path(folder) / "report"
            shutil.copytree(project, work, ignore=shutil.ignore_patterns(*EXPANDED))
            expansion = expand(project, Notebooks(project, work), document)
            # Tabs become spaces, as pandoc's own command makes them.
            (work / "document.md").write_text(
                expansion.text.expandtabs(4), encoding="utf-8", newline="\n"
            )
            settings = settings_of(project) | front_matter_of(project / document)
            report = _Report(project, work, targets, epoch, expansion, settings)
            report.write([name for name in formats if DOCUMENTS[name] == document], side_by_side)


def settings_of(project: Path) -> dict[str, Any]:
    """The staged ``_quarto.yml``.

    Raises
    ------
    RenderError
        where it is no YAML.
    """
    path = project / "_quarto.yml"
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    except (OSError, yaml.YAMLError) as fault:
        raise RenderError(
            "The project file of the report cannot be read.",
            where=path.name,
            said=str(fault),
            todo="stage the report again with wres build",
        ) from fault
    return found if isinstance(found, dict) else {}


def front_matter_of(document: Path) -> dict[str, Any]:
    """What a document says of itself in place of ``_quarto.yml``; the project's formats stay."""
    lines = document.read_text(encoding="utf-8").splitlines()
    _, start = without_front_matter(lines)
    if not start:
        return {}
    try:
        found = yaml.load("\n".join(lines[1 : start - 1]), Loader=SafeLoader) or {}
    except yaml.YAMLError as fault:
        raise RenderError(
            "The head of the document cannot be read.", where=document.name, said=str(fault)
        ) from fault
    return {key: value for key, value in found.items() if key not in NOT_METADATA}


def metadata_of(project: Path) -> dict[str, Any]:
    """Metadata of the document as plain words, as the staged ``_quarto.yml`` gives it."""
    return unescaped(_metadata(settings_of(project)))


def _metadata(settings: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if key not in NOT_METADATA}


def report_faults(said: str, project: Path, expansion: Expansion) -> None:
    """Raise for what the guard refused, a reference without a target, a label that stands twice."""
    refused = REFUSED.search(said)
    if refused:
        raise RenderError(
            f"The report holds what may not stand in it: {refused[1]}",
            todo="look for a fence, a comment or a block in the narrative that one file opens and "
            "another one closes",
        )
    for kind, label in FAULT.findall(said):
        told = no_target if kind == "UNRESOLVED" else two_targets
        raise told(label, project, expansion.sources)


@dataclass
class _Report:
    """One report on its way; ``work`` holds its text and what the formats are made with."""

    project: Path
    work: Path
    targets: dict[str, Path]
    epoch: int
    expansion: Expansion
    settings: dict[str, Any]

    def write(self, formats: Sequence[str], side_by_side: bool) -> None:
        wanted = [name for name in NAMES if name in formats]
        typeset = [name for name in wanted if name in TYPESET]
        others = [name for name in wanted if name not in TYPESET]
        groups = [typeset, others] if side_by_side and others and typeset else [wanted]
        running = [(group, self.start_pandoc(group)) for group in groups]
        compilation = None
        try:
            for group, process in running:
                said = pandoc.finish(process, " and ".join(NAMES[name] for name in group))
                report_faults(said, self.project, self.expansion)
                if typeset and typeset[0] in group:
                    compilation = self.start_typst(TYPESET[typeset[0]])
                if "docx" in group:
                    self.finish_word()
                if "pptx" in group:
                    self.finish_slides()
                if "html" in group:
                    self.finish_page()
            if compilation:
                compilation.finish()
                name = typeset[0]  # a document has one format that Typst makes
                shutil.copyfile(self.work / f"{TYPESET[name]}.pdf", self.targets[name])
        finally:
            for _, process in running:
                pandoc.stop(process)
            if compilation:
                compilation.stop()

    def start_pandoc(self, formats: Sequence[str]) -> subprocess.Popen[str]:
        """Start one pandoc that reads the text and writes the formats."""
        filters = [name for name in filters_of(self.settings, self.project) if name != pandoc.GUARD]
        shared = [name for name in filters if name == SHARED_FILTER]
        others = [name for name in filters if name != SHARED_FILTER]
        request = {
            "text": "document.md",
            "metadata": json.dumps(_metadata(self.settings), ensure_ascii=False),
            "guard": str(LUA / "guard.lua"),
            "shared": [str(LUA / "crossref.lua"), *(str(self.work / name) for name in shared)],
            "filters": [*(str(self.work / name) for name in others), str(LUA / "render.lua")],
            "formats": list(formats),
            "styles": styles_of(self.settings),
        }
        path = self.work / f"{'-'.join(formats)}.json"
        path.write_text(json.dumps(request, ensure_ascii=False), encoding="utf-8", newline="\n")
        return pandoc.start(["lua", str(LUA / "documents.lua"), path.name], self.work, self.epoch)

    def finish_word(self) -> None:
        metadata = unescaped(_metadata(self.settings))
        docx_finish.finish(self.work / "report.docx", metadata, self.epoch)
        shutil.copyfile(self.work / "report.docx", self.targets["docx"])

    def finish_slides(self) -> None:
        metadata = unescaped(_metadata(self.settings))
        pptx_finish.finish(self.work / "slides.pptx", metadata, self.epoch)
        shutil.copyfile(self.work / "slides.pptx", self.targets["pptx"])

    def finish_page(self) -> None:
        page = (self.work / "report.html").read_text(encoding="utf-8")
        page = self_contained.with_everything_inside(page, self.work)
        template = (self.work / "html" / "report.html").read_text(encoding="utf-8")
        page = with_policy(page, scripts_of(template))
        self.targets["html"].write_text(page, encoding="utf-8", newline="\n")

    def start_typst(self, name: str) -> typst_process.Compilation:
        request = {
            "input": str(self.work / f"{name}.typ"),
            "output": str(self.work / f"{name}.pdf"),
            "root": str(self.work),
            "fonts": str(fonts.copy_to(self.work / "fonts")),
            "epoch": self.epoch,
            "standards": PDF_STANDARDS,
        }
        return typst_process.start(request, self.work)


def filters_of(settings: dict[str, Any], project: Path) -> list[str]:
    """Addresses of the Lua filters that ``_quarto.yml`` names, in their order.

    Raises
    ------
    RenderError
        for one that is not in the project.
    """
    entries = settings.get("filters") or []
    named = [str(entry["path"] if isinstance(entry, dict) else entry) for entry in entries]
    filters = [name for name in named if name.endswith(".lua")]
    for name in filters:
        if not (project / name).is_file():
            raise RenderError(
                f"The filter does not exist: {name}",
                where="_quarto.yml",
                todo="correct its path, or take it out of the list of filters",
            )
    return filters


def styles_of(settings: dict[str, Any]) -> list[str]:
    """Addresses of the style sheets that ``_quarto.yml`` names."""
    found = ((settings.get("format") or {}).get("html") or {}).get("css") or []
    return [found] if isinstance(found, str) else list(found)
