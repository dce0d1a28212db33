"""``wres build --keep`` and ``wres stop``: a prepared process that stays behind a build."""

from __future__ import annotations

from collections.abc import Iterator

import click

from wres_report.faults import ExitStatus
from wres_report.standby import place
from wres_report.standby.upkeep import Prepared, prepared, stay
from wres_report.standby.upkeep import stop as end_all
from wres_report.words import counted

MIB = 2**20


def keep(seconds: float) -> None:
    """Leave a prepared process behind for so long; where there can be none, say so."""
    if not place.can_stand_by():
        _say("--keep does nothing here: no process can be forked for the next build.")
        return
    try:
        stay(seconds)
    except OSError as error:
        _say(f"--keep does nothing here: {error}.")
        return
    _say(
        f"kept: the next builds within {_time(seconds)} of each other start with all loaded; "
        "wres stop ends that"
    )


def stop() -> ExitStatus:
    """End them all, and say what each has held."""
    found = list(end_all())
    for one in found:
        goes_on = "; it ends after the build that runs in it" if one.running else ""
        click.echo(f"ended: {_told(one)}{goes_on}")
    if not found:
        click.echo("No prepared process is kept.")
    return ExitStatus.DONE


def kept() -> Iterator[str]:
    """What each prepared process is and holds, in words."""
    for one in prepared():
        yield f"{_told(one)}; it ends in {_time(one.left)}, or by wres stop"


def _told(one: Prepared) -> str:
    return (
        f"a prepared process ({one.process}, {one.memory / MIB:.0f} MB, "
        f"{counted(one.served, 'build')} in {_time(one.age)})"
    )


def _time(seconds: float) -> str:
    for unit, size in (("hour", 3600), ("minute", 60)):
        if seconds >= size and (seconds % size == 0 or seconds >= 2 * size):
            return counted(int(seconds // size), unit)
    return counted(int(seconds), "second")


def _say(text: str) -> None:
    click.echo(text, err=True)
