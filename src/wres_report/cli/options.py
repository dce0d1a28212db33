"""The options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wres_report.faults import usage_fault
from wres_report.formats import FORMATS, USUAL

if TYPE_CHECKING:
    from wres_report.standard import Standard

SECONDS = {"s": 1, "m": 60, "h": 3600}
LONGEST = 24 * 3600
Command = TypeVar("Command", bound=Callable[..., Any])


class Duration(click.ParamType):  # type: ignore[type-arg,unused-ignore]
    """A time such as ``90s``, ``10m`` or ``2h``, in seconds."""

    name = "duration"

    def convert(
        self, value: Any, parameter: click.Parameter | None, context: click.Context | None
    ) -> float:
        if isinstance(value, float):
            return value
        found = re.fullmatch(r"(\d{1,6})([smh])", str(value).strip().lower())
        seconds = int(found[1]) * SECONDS[found[2]] if found else 0
        if not 1 <= seconds <= LONGEST:
            self.fail("write a time from 1s to 24h, such as 90s, 10m or 2h", parameter, context)
        return float(seconds)


def trust_years_argument(command: Command) -> Command:
    """The trust-years that a command is about."""
    return click.argument("trust_years", nargs=-1, metavar="[RV9/2021 | RV9 | all]...")(command)


def project_option(command: Command) -> Command:
    """The option ``--project``, the same for every command."""
    return click.option(
        "--project",
        type=click.Path(path_type=Path, file_okay=False),
        default=Path(),
        help="The folder with data/ and params/. Default: the current one.",
    )(command)


def formats_of(known: Collection[str], *, none: bool = False) -> Callable[..., tuple[str, ...]]:
    """What reads the formats of an option, in the order of those that are known.

    none: whether there may be no format. Raises a usage fault for one that is not known.
    """

    def read(_context: click.Context, _parameter: click.Parameter, text: str) -> tuple[str, ...]:
        names = {name.strip() for name in text.split(",") if name.strip()}
        if not names.issubset(known) or not (names or none):
            raise click.BadParameter(f"choose from {', '.join(known)}, parted by commas")
        return tuple(name for name in known if name in names)

    return read


def renderer_option(command: Command) -> Command:
    """The option ``--renderer``, the same for every command."""
    return click.option(
        "--renderer",
        type=click.Choice(["auto", "quarto", "embedded"]),
        default="auto",
        help="auto takes Quarto where one of 1.9 or later is found.",
    )(command)


def what_to_build(command: Command) -> Command:
    """The trust-years, and the options that decide what a build of them makes."""
    for option in reversed((
        trust_years_argument,
        project_option,
        click.option("--to", "formats", default=",".join(USUAL), callback=formats_of(FORMATS),
                     help=f"Formats: any of {','.join(FORMATS)}. Default: {','.join(USUAL)}."),
        renderer_option,
        click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None,
                     help="Where the outputs go. Default: outputs/ in the project."),
        click.option("--shard", default=None, metavar="I/N",
                     help="Only part I of N of the trust-years, for N machines."),
        click.option("--force", is_flag=True, help="Run every step, whatever is kept of it."),
    )):  # fmt: skip
        command = option(command)
    return command


def standard_named(name: str, own: Path | None = None) -> Standard:
    """The standard that an option names; that of a trust-year which names none, without a name.

    own: a workspace's own standards. Raises a usage fault for one that is not known.
    """
    from wres_report.standard import HOME, load_standard, standards_known

    try:
        return load_standard(name.lower() or HOME, own)
    except LookupError:
        raise usage_fault(
            f"There is no standard “{name}”.", "--standard",
            f"Name one of these: {', '.join(standards_known(own))}.",
        ) from None  # fmt: skip


def out_option(command: Command) -> Command:
    """The option ``--out`` of a command that reads what a build has made."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path, file_okay=False),
        default=None,
        help="Where the outputs are. Default: outputs/ in the project.",
    )(command)
