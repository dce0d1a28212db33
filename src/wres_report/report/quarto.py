"""Renders a staged report with Quarto itself, in a copy of the project.

Quarto writes beside what it reads, so it works on a copy. One call renders all wanted formats of
one document, since ``--to`` takes one format or all; without a document's name it would have the
slides written over the report.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from wres_report.formats import DOCUMENTS, RENDERED
from wres_report.processes import run_with_all_its_own
from wres_report.yaml_loaders import SafeLoader

from . import docx_finish, fonts, html_finish, pptx_finish
from .embedded import metadata_of
from .errors import RenderError
from .pandoc import shortened
from .references import no_target

MAIN = "index.qmd"
SETTINGS = "_quarto.yml"
MINIMUM = (1, 9)
LIMIT = 900  # seconds
NAMES = {"html": "html", "pdf": "typst", "docx": "docx", "pptx": "pptx",
         "summary": "typst"}  # fmt: skip
# What Quarto says of a reference without a target; it ends well all the same.
NO_TARGET = re.compile(r"Unable to resolve crossref @([\w:.-]*\w)")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class QuartoInstall:
    """A Quarto on this machine: its command and its version."""

    path: str
    version: str

    @property
    def fits(self) -> bool:
        """Whether it is new enough for tagged PDF."""
        numbers = re.findall(r"\d+", self.version)[:2]
        return tuple(int(number) for number in numbers) >= MINIMUM


def named_quarto() -> str:
    """What the variable ``QUARTO`` holds; empty where nobody has named one."""
    return os.environ.get("QUARTO", "").strip()


def find_quarto() -> QuartoInstall | None:
    """The Quarto that ``QUARTO`` names, else the one on the path or of this Python, else None."""
    named = named_quarto()
    # Beside this Python stands the one of the package quarto-cli, whether or not the environment
    # was activated.
    path = shutil.which(named or "quarto") or (
        None if named else shutil.which("quarto", path=str(Path(sys.executable).parent))
    )
    if path is None:
        return None
    version = _version_on_disk(Path(path)) or _version_said(path)
    return QuartoInstall(path, version) if re.match(r"\d+\.\d+", version) else None


def _version_on_disk(command: Path) -> str:
    """The version that an installed Quarto keeps in a file; to ask it costs half a second."""
    try:
        return (command.resolve().parents[1] / "share" / "version").read_text("utf-8").strip()
    except OSError:
        return ""


def _version_said(path: str) -> str:
    try:
        run = subprocess.run(
            [path, "--version"],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return run.stdout.strip()


def missing(install: QuartoInstall | None) -> RenderError:
    """The error for a Quarto that is not there, or too old."""
    named = named_quarto()
    if install is None and named:
        return RenderError(
            f"The variable QUARTO names {named}, and there is no Quarto.",
            todo="correct the variable or take it away; with --renderer embedded it is not read",
        )
    if install is None:
        return RenderError(
            "Quarto was not found.",
            todo="install Quarto 1.9 or later, name it in the variable QUARTO, or use "
            "--renderer embedded",
        )
    return RenderError(
        f"Quarto {install.version} is too old: the tagged PDF needs 1.9 or later.",
        todo="update Quarto, or use --renderer embedded",
    )


def render(
    project: Path,
    formats: Sequence[str],
    targets: dict[str, Path],
    epoch: int,
    install: QuartoInstall,
) -> None:
    """Write each wanted format of the staged project to its target."""
    with tempfile.TemporaryDirectory(prefix="wres-quarto-") as folder:
        work = Path(folder) / "report"
        shutil.copytree(project, work, ignore=shutil.ignore_patterns(".quarto", "_freeze"))
        typeface = fonts.copy_to(Path(folder) / "fonts")
        settings = (work / SETTINGS).read_bytes()
        for document in dict.fromkeys(DOCUMENTS[name] for name in formats):
            # Each call leaves in the project file only what it needs itself.
            (work / SETTINGS).write_bytes(settings)
            own = [name for name in formats if DOCUMENTS[name] == document]
            run(work, own, epoch, install, typeface, document)
        for name in formats:
            made = work / RENDERED[name]
            if not made.is_file():
                raise RenderError(
                    f"Quarto ended well but left no {RENDERED[name]}.",
                    todo="check output-file in report/_quarto.yml",
                )
            if name == "docx":
                docx_finish.finish(made, metadata_of(work), epoch)
            elif name == "pptx":
                pptx_finish.finish(made, metadata_of(work), epoch)
            elif name == "html":
                html_finish.finish(made, _template(work))
            shutil.copyfile(made, targets[name])


def _template(work: Path) -> str:
    """The text of the page's template, empty where the project has none of its own."""
    path = work / "html" / "report.html"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def keep_formats(work: Path, formats: Sequence[str], document: str = MAIN) -> None:
    """Leave only the wanted formats and the document in the copy's project file.

    Quarto takes one format or all on its command line: the project file chooses any number. It
    would render a document that the project does not list without the project's settings. The
    format of another document than the report stands in its own head.
    """
    path = work / SETTINGS
    project = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    wanted = {NAMES[name] for name in formats}
    formats_of = project.pop("format")
    if document == MAIN:
        project["format"] = {k: v for k, v in formats_of.items() if k in wanted}
    project["project"]["render"] = [document]
    path.write_text(
        yaml.safe_dump(project, sort_keys=False, allow_unicode=True), encoding="utf-8", newline="\n"
    )


def run(
    work: Path, formats: Sequence[str], epoch: int, install: QuartoInstall, typeface: Path,
    document: str = MAIN,
) -> None:  # fmt: skip
    """One call of Quarto for all formats of one document."""
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(epoch),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TYPST_FONT_PATHS": str(typeface),
        "TYPST_IGNORE_SYSTEM_FONTS": "true",
        # At a higher level Quarto keeps to itself which references have no target.
        "QUARTO_LOG_LEVEL": "INFO",
        "NO_COLOR": "1",
        "DENO_NO_UPDATE_CHECK": "1",
    }
    keep_formats(work, formats, document)
    try:
        done = run_with_all_its_own(
            [install.path, "render", document, "--no-execute"],
            cwd=work,
            env=environment,
            timeout=LIMIT,
        )
    except subprocess.TimeoutExpired as fault:
        raise RenderError("Quarto did not end within 15 minutes.") from fault
    said = COLOURS.sub("", done.stderr or done.stdout)
    if done.returncode:
        raise RenderError(
            "Quarto could not render the report.",
            said=shortened(_gravest(said)),
            todo="where it is a fault in the text, wres build --renderer embedded names file and "
            "line; where it is not, look for the message in Quarto's documentation",
        )
    if missing_target := NO_TARGET.search(said):
        sources = sorted(p for p in work.rglob("*") if p.suffix in {".md", ".qmd"})
        raise no_target(missing_target[1], work, sources)


def _gravest(said: str) -> str:
    """What Quarto says from its first error on; it lists its settings before."""
    lines = said.splitlines()
    starts = [n for n, line in enumerate(lines) if re.match(r"\s*(ERROR|error)\b", line)]
    return "\n".join(lines[starts[0] :] if starts else lines[-12:])
