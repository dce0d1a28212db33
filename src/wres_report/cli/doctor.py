"""``wres doctor``: what is installed, what is missing, what to do."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from wres_report.build.code import DISTRIBUTIONS
from wres_report.faults import ExitStatus, Fault

DISTRIBUTION = "wres-report"
NAME = re.compile(r"[^\w.-]")  # what ends the name in a requirement


@dataclass(frozen=True)
class Check:
    """mark: ``ok``, ``note`` or ``MISSING``; only the last makes the command fail."""

    mark: str
    what: str
    action: str = ""


def examine(project: Path) -> ExitStatus:
    """Print every check; exit status 15 where something needed is missing."""
    checks = [*_python(), *_packages(), *_fonts(), *_kernel(), *_quarto(), *_workspace(project)]
    for check in checks:
        click.echo(f"{check.mark:<8} {check.what}")
        if check.action:
            click.echo(f"         to do: {check.action}")
    missing = sum(1 for check in checks if check.mark == "MISSING")
    click.echo(
        f"{missing} missing." if missing else "Everything needed is there; wres build can run."
    )
    return ExitStatus.INPUT_MISSING if missing else ExitStatus.DONE


def _python() -> Iterator[Check]:
    yield Check("ok", f"Python {'.'.join(map(str, sys.version_info[:3]))}")


def _packages() -> Iterator[Check]:
    for name in _needed():
        try:
            yield Check("ok", f"{name} {version(name)}")
        except PackageNotFoundError:
            yield Check("MISSING", name, f"python -m pip install {name}")


def _needed() -> list[str]:
    """What a report depends on, and what the program says that it needs, each once."""
    declared = [NAME.split(line)[0] for line in requires(DISTRIBUTION) or () if "extra" not in line]
    # A name is the same with hyphens and with underscores.
    found = {name.replace("_", "-"): name for name in (*declared, *DISTRIBUTIONS)}
    return sorted(found.values())


def _fonts() -> Iterator[Check]:
    try:
        import font_source_sans_pro

        faces = len(font_source_sans_pro.font_files_ttf)
        yield Check("ok", f"Source Sans Pro, {faces} faces, for charts and PDF")
    except ImportError:
        yield Check("MISSING", "Source Sans Pro", "python -m pip install font-source-sans-pro")


def _kernel() -> Iterator[Check]:
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    try:
        KernelSpecManager().get_kernel_spec("python3")
        yield Check("ok", "the Jupyter kernel python3")
    except NoSuchKernel:
        yield Check(
            "MISSING", "the Jupyter kernel python3",
            "python -m ipykernel install --sys-prefix",
        )  # fmt: skip


def _quarto() -> Iterator[Check]:
    from wres_report.report.renderers import find_quarto

    install = find_quarto()
    if install is None:
        yield Check(
            "note", "no Quarto: the embedded renderer makes the reports",
            "Nothing. To use Quarto, install version 1.9 or later, or set QUARTO to its path.",
        )  # fmt: skip
    elif install.fits:
        yield Check("ok", f"Quarto {install.version}")
    else:
        yield Check(
            "note", f"Quarto {install.version} is older than 1.9: the embedded renderer is used",
            "Install Quarto 1.9 or later to use it.",
        )  # fmt: skip
    if shutil.which("jupyter-lab") is None:
        yield Check(
            "note", "no JupyterLab: needed only to work in the notebooks",
            'python -m pip install -e ".[lab]" in a copy of the project',
        )  # fmt: skip


def _workspace(project: Path) -> Iterator[Check]:
    from wres_report.inputs.workspace import Workspace

    try:
        workspace = Workspace.open(project)
    except Fault as fault:
        yield Check("note", fault.what, fault.action)
        return
    known = workspace.trust_years()
    listed = ", ".join(map(str, known[:6])) + (" …" if len(known) > 6 else "")
    yield Check("ok", f"{len(known)} trust-years here: {listed}" if known else "no trust-year here")
