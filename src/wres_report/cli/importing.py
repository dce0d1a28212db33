"""``wres import actions``: a plan from a spreadsheet or a Word document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import click

from wres_report.faults import ExitStatus, usage_fault
from wres_report.plan_files.grid import Remark, one_line
from wres_report.plan_files.importing import Imported, import_plan
from wres_report.plan_files.writing import write_plan
from wres_report.plans.model import Action
from wres_report.standard import Standard
from wres_report.words import counted

SHOWN_ACTIONS = 5
LONGEST_SHOWN = 96
# More places than these are counted, and longer ones cut; --json has them all.
SHOWN_PLACES, LONGEST_PLACE = 40, 160


@dataclass(frozen=True)
class Wishes:
    """What the command line says; fields as its options. project: the workspace's folder."""

    sheet: str
    tables: tuple[int, ...]
    maps: tuple[str, ...]
    split: bool
    last_plan: bool
    into: str
    out: Path | None
    force: bool
    project: Path
    as_json: bool


def import_actions(file: Path, wishes: Wishes) -> ExitStatus:
    """Show how a file would be read; write it where the command line says so."""
    target = _target(wishes)
    imported = import_plan(
        file,
        sheet=wishes.sheet,
        tables=wishes.tables,
        maps=wishes.maps,
        split=wishes.split,
        last_plan=wishes.last_plan,
        standard=_standard(wishes),
    )
    if not wishes.as_json:
        _show(imported)
    if target is not None:
        write_plan(target, imported.actions, force=wishes.force)
    if wishes.as_json:
        written = None if target is None else target.as_posix()
        content = imported.as_dict() | {"written": written}
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
    elif target is None:
        click.echo("\nNothing is written. Add --into RV9/2022, or --out FILE.")
    else:
        click.echo(f"\nWritten: {target.as_posix()} ({counted(len(imported.actions), 'action')})")
    return ExitStatus.DONE


def _target(wishes: Wishes) -> Path | None:
    """The file to write; None where nothing is to be written."""
    if wishes.into and wishes.out is not None:
        raise usage_fault("Both --into and --out are given.", action="Choose one of them.")
    if wishes.out is not None:
        if not wishes.out.absolute().parent.is_dir():
            raise usage_fault("There is no such folder.", wishes.out.parent.as_posix(), "Make it.")
        return wishes.out
    if not wishes.into:
        return None
    from wres_report.inputs.trust_year import TrustYear
    from wres_report.inputs.workspace import Workspace

    folder = Workspace.open(wishes.project).data_folder(TrustYear.parse(wishes.into))
    return folder / ("progress.csv" if wishes.last_plan else "actions.csv")


def _standard(wishes: Wishes) -> Standard | None:
    """The standard of the year that the plan goes into; None where it goes into none."""
    if not wishes.into:
        return None
    from wres_report.inputs.trust_year import TrustYear
    from wres_report.inputs.workspace import Workspace

    return Workspace.open(wishes.project).standard(TrustYear.parse(wishes.into))


def _show(imported: Imported) -> None:
    click.echo(f"{imported.file}: {imported.table}")
    if imported.own:
        click.echo("This file has our own headings: every cell is taken as it stands.")
    click.echo(f"\n{'Heading':<34} {'Column':<18} {'How sure':<9} Filled of {imported.rows}")
    for placed in imported.columns:
        placement = placed.placement
        column = placement.column or "no place"
        sure = str(placement.certainty) if placement.column else "-"
        reason = f"  ({placement.reason})" if placement.reason else ""
        click.echo(
            f"{_short(placement.heading, 34):<34} {column:<18} {sure:<9} {placed.filled}{reason}"
        )
    for remark in imported.remarks:
        _show_remark(remark)
    count = len(imported.actions)
    shown = imported.actions[:SHOWN_ACTIONS]
    click.echo(f"\n{counted(count, 'action')}{', the first:' if count > len(shown) else ':'}")
    for action in shown:
        _show_action(action)


def _show_remark(remark: Remark) -> None:
    click.echo(f"\n{remark.text}")
    for place in remark.places[:SHOWN_PLACES]:
        click.echo(f"  {_short(place, LONGEST_PLACE)}")
    if len(remark.places) > SHOWN_PLACES:
        click.echo(f"  and {len(remark.places) - SHOWN_PLACES} more; --json lists them")


def _show_action(action: Action) -> None:
    words = action.action or " | ".join(action.sub_actions)
    click.echo(f"  {action.id}  [{action.indicators}]  {_short(words, LONGEST_SHOWN)}")
    steps = f"{len(action.sub_actions)} sub-actions" if action.sub_actions else ""
    facts = (steps, " | ".join(action.lead), action.timeframe, action.rag)
    if any(facts):
        click.echo(f"      {_short('; '.join(filter(None, facts)), LONGEST_SHOWN)}")


def _short(text: str, length: int) -> str:
    plain = one_line(text)
    return plain if len(plain) <= length else plain[: length - 1] + "…"
