"""``wres doctor``: what is installed, what is missing, what to do."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from wres_report.cli.keeping import kept
from wres_report.faults import ExitStatus, Fault
from wres_report.pipeline.notebooks import own_kernel
from wres_report.program import DISTRIBUTIONS, as_it_runs

DISTRIBUTION = "wres-report"
PROXIES = ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "PIP_PROXY")
CERTIFICATES = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE")
LONGEST_PROJECT = 110  # what stands below a workspace needs up to 140 characters more
NAME = re.compile(r"[^\w.-]")  # what ends the name in a requirement


@dataclass(frozen=True)
class Check:
    """mark: ``ok``, ``note`` or ``MISSING``; only the last makes the command fail."""

    mark: str
    what: str
    action: str = ""


def examine(project: Path) -> ExitStatus:
    """Print every check; exit status 15 where something needed is missing."""
    checks = [
        *_python(),
        *_packages(),
        *_fonts(),
        *_kernel(project),
        *_quarto(),
        *network(os.environ),
        *_long_paths(project),
        *_workspace(project),
        *(Check("note", told) for told in kept()),
    ]
    for check in checks:
        click.echo(f"{check.mark:<8} {check.what}")
        if check.action:
            click.echo(f"         to do: {check.action}")
    missing = sum(1 for check in checks if check.mark == "MISSING")
    click.echo(
        f"{missing} missing." if missing else f"Everything needed is there; {_next(project)}"
    )
    return ExitStatus.INPUT_MISSING if missing else ExitStatus.DONE


def _next(project: Path) -> str:
    """What can be done in this folder."""
    from wres_report.inputs.workspace import Workspace

    try:
        known = Workspace.open(project).trust_years()
    except Fault:
        known = []
    if known:
        return "wres build can run."
    return (
        'there is nothing to build here yet. To start: wres new RV9/2022 --name "Example NHS Trust"'
    )


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


def _kernel(project: Path) -> Iterator[Check]:
    """Notebooks run in this Python: whether it can, and whether it finds this program there."""
    if lacking := own_kernel.missing():
        yield Check(
            "MISSING", f"the kernel of the notebooks: {', '.join(lacking)}",
            f'"{sys.executable}" -m pip install {" ".join(lacking)}',
        )  # fmt: skip
        return
    try:
        found = own_kernel.ask_kernel(project if project.is_dir() else Path())
    except Fault as fault:
        yield Check("MISSING", fault.what, fault.action)
        return
    ran = f"Python {found['versions']['Python']}, {DISTRIBUTION} {found['versions'][DISTRIBUTION]}"
    if found != as_it_runs():
        yield Check(
            "MISSING", f"the kernel of the notebooks finds another program: {ran}",
            "Take away the wres_report that stands in this folder or on PYTHONPATH.",
        )  # fmt: skip
        return
    yield Check("ok", f"the kernel of the notebooks: this Python, {ran}")
    yield from _others_kernel()


def _others_kernel() -> Iterator[Check]:
    """What JupyterLab would open a notebook with; reports never run in it."""
    from jupyter_client.kernelspec import KernelSpecManager

    try:
        program = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except Exception:  # none, or one that is not JSON: it concerns JupyterLab alone
        return
    if Path(program).is_absolute() and Path(program) != Path(sys.executable):
        yield Check(
            "note", f"Jupyter’s own kernel python3 is another Python: {program}",
            "Nothing for reports: they never run in it. To work in the notebooks in JupyterLab, "
            f'"{sys.executable}" -m ipykernel install --user',
        )  # fmt: skip


def _quarto() -> Iterator[Check]:
    from wres_report.report.renderers import find_quarto

    install = find_quarto()
    if install is None:
        yield Check(
            "note", "no Quarto: the embedded renderer makes the reports",
            "Nothing. To use Quarto, install version 1.9 or later, set QUARTO to its path, or, "
            'where downloads are allowed: python -m pip install "wres-report[quarto]"',
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


def network(environment: Mapping[str, str]) -> Iterator[Check]:
    """How packages are installed from here. A proxy's address is not printed: it may hold a
    password."""
    known = {name.upper(): value for name, value in environment.items() if value}
    proxies = [name for name in PROXIES if name in known]
    if proxies:
        yield Check("ok", f"a proxy for pip: {', '.join(proxies)}; a build asks nothing of it")
    else:
        yield Check(
            "note", "no proxy is set: a build needs none, and pip only where your network has one",
            "Nothing, if pip install works. Otherwise ask for the address and set HTTPS_PROXY, or "
            "bring the packages as a folder: wres help work-on-windows",
        )  # fmt: skip
    for name in CERTIFICATES:
        if name in known and not Path(known[name]).exists():
            yield Check(
                "note", f"{name} names a file of certificates that is not there",
                "Correct the variable or take it away: pip fails with “certificate verify failed”.",
            )  # fmt: skip
    if not any(name in known for name in CERTIFICATES):
        yield Check(
            "note", "no certificates of your own are named: pip takes those of the system",
            "Nothing, if pip install works. If it says “certificate verify failed”, update pip "
            "(24.2 and later read the system's), or name your trust's file in PIP_CERT.",
        )  # fmt: skip


def _long_paths(project: Path) -> Iterator[Check]:
    """Windows without long paths ends at 260 characters."""
    length = len(str(project.resolve()))
    if os.name == "nt" and length > LONGEST_PROJECT:
        yield Check(
            "note", f"the path of this folder has {length} characters, and Windows ends at 260",
            "Work in a folder nearer to the drive, such as C:\\wres, or have long paths allowed.",
        )  # fmt: skip


def _workspace(project: Path) -> Iterator[Check]:
    from wres_report.inputs.workspace import Workspace
    from wres_report.words import counted

    try:
        workspace = Workspace.open(project)
    except Fault as fault:
        yield Check("note", fault.what, fault.action)
        return
    known = workspace.trust_years()
    listed = ", ".join(map(str, known[:6])) + (" …" if len(known) > 6 else "")
    told = f"{counted(len(known), 'trust-year')} here: {listed}" if known else "no trust-year here"
    yield Check("ok", told)
