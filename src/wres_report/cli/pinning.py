"""``wres pin``: keeps the build that was approved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from wres_report.diff.pins import pin_text, read_pin, whole_build
from wres_report.faults import ExitStatus, Fault, input_fault, usage_fault
from wres_report.files import write_aside
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.report.parts.approval import Approved
from wres_report.words import counted


def pin(
    name: str, project: Path, out: Path | None, approval: Approved | None, *, remove: bool
) -> ExitStatus:
    """Pin the build of a trust-year, show its pin, or remove it.

    approval: of the build that is to be pinned; None to show or remove. Raises an input fault
    where there is no build or pin, or where the outputs are not what their manifest says.
    """
    workspace = Workspace.open(project)
    trust_year = TrustYear.parse(name)
    path = workspace.pin_file(trust_year)
    if remove:
        _remove(path, workspace.relative(path), trust_year)
    elif approval is None:
        _show(path, workspace.relative(path), trust_year)
    else:
        _pin(workspace, trust_year, out or workspace.outputs, approval)
    return ExitStatus.DONE


def approval_of(by: str, on: str, note: str) -> Approved:
    """The approval that a person types. on: a day as ``2021-07-28``, empty for today.

    Raises a usage fault where nobody is named, or for a day that is none.
    """
    if not by.strip():
        raise usage_fault(
            "Nobody is named who approved it.", "--by", 'Say who, as in --by "Board, 28 July 2021".'
        )
    try:
        day = date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise usage_fault(f"“{on}” is not a day.", "--on", "Write it as in 2021-07-28.") from None
    return Approved(" ".join(by.split()), day, " ".join(note.split()))


def _pin(workspace: Workspace, trust_year: TrustYear, out: Path, approval: Approved) -> None:
    folder = out / str(trust_year)
    if not folder.is_dir():
        raise input_fault(
            f"{trust_year} is not built.", folder.as_posix(),
            f"Build it with: wres build {trust_year}",
        )  # fmt: skip
    build = whole_build(folder, folder.as_posix())
    if build.trust_year != trust_year:
        raise input_fault(
            f"This folder holds the build of {build.trust_year}.", folder.as_posix(),
            f"Build it with: wres build {trust_year}",
        )  # fmt: skip
    path = workspace.pin_file(trust_year)
    replaced = path.exists()
    text = pin_text(build, approval)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, text)
    except OSError as error:
        raise Fault(
            f"The pin cannot be written: {error.strerror}.", workspace.relative(path),
            "See that the folder may be written to.", ExitStatus.INPUT_MISSING,
        ) from None  # fmt: skip
    again = ", in place of the one before" if replaced else ""
    click.echo(f"pinned  {trust_year}  approved by {approval.words}")
    click.echo(f"          {workspace.relative(path)}{again}")
    state = _state_of(workspace, trust_year)
    if state == "draft":
        where = workspace.relative(workspace.params_file(trust_year))
        click.echo(f"The settings still say that it is a draft. In {where} write: state: approved")
    click.echo("Keep this file with the data. The next build says on its first page what differs.")


def _state_of(workspace: Workspace, trust_year: TrustYear) -> str:
    """The state that the settings give; empty where they cannot be read."""
    try:
        return read_params(workspace, trust_year).state
    except Fault:
        return ""


def _show(path: Path, where: str, trust_year: TrustYear) -> None:
    if not path.is_file():
        click.echo(f"{trust_year} is not pinned.")
        return
    build, approval = read_pin(path, where)
    click.echo(f"{trust_year}  approved by {approval.words}")
    if approval.note:
        click.echo(f"          {approval.note}")
    figures, actions = counted(len(build.values), "figure"), counted(len(build.plan), "action")
    click.echo(f"          {where}, {figures}, {actions}")


def _remove(path: Path, where: str, trust_year: TrustYear) -> None:
    if not path.is_file():
        raise input_fault(f"{trust_year} is not pinned.", where, "There is nothing to remove.")
    path.unlink()
    click.echo(f"The pin of {trust_year} is removed: {where}")
