"""The commands that bring data into a workspace. Light: each loads what it does when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from wres_report.cli.import_commands import COMMANDS
from wres_report.cli.options import project_option, standard_named
from wres_report.faults import ExitStatus


@click.command()
@click.argument("trust_year", metavar="RV9/2022")
@click.option("--name", default="", metavar="NAME",
              help="The trust's full name. Default: that of last year's settings.")  # fmt: skip
@click.option("--kind", default="", metavar="KIND",
              help="full, action-plan, “action-plan with preface” or appendix. "
                   "Default: last year's, otherwise full.")  # fmt: skip
@click.option("--workbook", is_flag=True,
              help="Write the tables as one workbook, tables.xlsx, to be filled in where it "
                   "stands.")  # fmt: skip
@click.option("--from", "last", type=click.Path(path_type=Path), default=None, metavar="FILE",
              help="Last year's report as a Word file: its own words by section, and its "
                   "plan.")  # fmt: skip
@project_option
def new(
    trust_year: str, project: Path, name: str, kind: str, workbook: bool, last: Path | None
) -> ExitStatus:
    """Start a trust-year: its settings, empty tables with all their rows, places for its words.

    Earlier surveys and the ids of last year's actions are taken over. Nothing that is there
    already is changed.
    """
    from wres_report.cli.starting import new as run

    return run(trust_year, project, name, kind, last, workbook=workbook)


@click.command()
@click.option("--trusts", type=click.IntRange(1, 9999), default=10, metavar="N",
              help="How many trusts. Default: 10; England has 212.")  # fmt: skip
@click.option("--years", default="2021-2024", metavar="YEARS",
              help="WRES years: the first and the last, or one. Default: 2021-2024.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="FOLDER",
              help="A folder that is empty or not there yet.")  # fmt: skip
@click.option("--seed", type=click.IntRange(min=0), default=1, metavar="N",
              help="The same seed gives the same files. Default: 1.")  # fmt: skip
@click.option("--standard", "standards", multiple=True, metavar="NAME",
              help="The standard that the trusts report on, such as wdes; may be given several "
                   "times. Default: wres.")  # fmt: skip
@click.option("--faults", is_flag=True,
              help="Plant faults in some trust-years, listed in faults.csv.")  # fmt: skip
@click.option("--raw", is_flag=True,
              help="Write the files that an analyst has for the last year, to import.")  # fmt: skip
def demo(
    trusts: int, years: str, out: Path, seed: int, standards: tuple[str, ...], faults: bool,
    raw: bool,
) -> ExitStatus:  # fmt: skip
    """Write the data of a synthetic country: invented trusts, for scale and for trying things."""
    from wres_report.demo.command import demo as run

    named = [standard_named(name) for name in dict.fromkeys(standards)]
    return run(out, trusts, years, seed, named, faults=faults, raw=raw)


@click.group("import")
def import_group() -> None:
    """Bring in what a trust has in spreadsheets and documents."""


@import_group.command("actions")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", default="", metavar="RV9/2022",
              help="Write actions.csv into the data of this trust-year.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None,
              help="Write this file instead.")  # fmt: skip
@click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook to read.")
@click.option("--table", "tables", type=click.IntRange(min=1), multiple=True, metavar="N",
              help="The table to read, counted from 1; may be given several times.")  # fmt: skip
@click.option("--map", "maps", multiple=True, metavar='"HEADING=COLUMN"',
              help="What a heading means; nothing after the = leaves it out.")  # fmt: skip
@click.option("--split", is_flag=True,
              help="Bullets without an introduction are an action each.")  # fmt: skip
@click.option("--last-plan", is_flag=True,
              help="It is last year's plan, with its progress: write progress.csv.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def import_actions(file: Path, **options: Any) -> ExitStatus:
    """Read an action plan from FILE: .xlsx, .docx or .csv.

    Shows how its columns are understood and what could not be placed. Nothing is written
    unless --into or --out says where.
    """
    from wres_report.cli.importing import Wishes
    from wres_report.cli.importing import import_actions as run

    return run(file, Wishes(**options))


for _command in COMMANDS:
    import_group.add_command(_command)
