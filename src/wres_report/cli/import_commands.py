"""The commands ``wres import survey`` and so on. Light: each loads what it does when it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from wres_report.cli.options import project_option
from wres_report.faults import ExitStatus

Command = TypeVar("Command", bound=Callable[..., Any])


def import_options(command: Command) -> Command:
    """The options that every import of a table has."""
    for option in reversed((
        click.argument("file", type=click.Path(path_type=Path)),
        click.option("--into", default="", metavar="RX7/2025",
                     help="Write into the data of this trust-year; with --all a year alone."),
        click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=None,
                     metavar="FILE", help="Write this file instead."),
        click.option("--sheet", default="", metavar="NAME",
                     help="The sheet of a workbook to read."),
        click.option("--code", default="", metavar="RX7",
                     help="The organisation in the file, where it is not that of --into."),
        click.option("--force", is_flag=True, help="Replace a file that holds figures."),
        project_option,
        click.option("--json", "as_json", is_flag=True, help="Print everything as JSON."),
    )):  # fmt: skip
        command = option(command)
    return command


def map_option(command: Command) -> Command:
    """The option ``--map``, for files whose headings may be anything."""
    return click.option("--map", "maps", multiple=True, metavar='"HEADING=MEANING"',
                        help="What a heading means; nothing after the = leaves it out.",
                        )(command)  # fmt: skip


def standard_option(command: Command) -> Command:
    """The option ``--standard``, for files that are counted by the groups of a standard."""
    return click.option("--standard", default="", metavar="NAME",
                        help="The standard whose groups are counted, where --into does not say it. "
                             "Default: wres.")(command)  # fmt: skip


def all_option(command: Command) -> Command:
    """The option ``--all``, for files about many organisations."""
    return click.option("--all", "everyone", is_flag=True,
                        help="Take every organisation of the file.")(command)  # fmt: skip


def run_import(table: str, file: Path, options: dict[str, Any]) -> ExitStatus:
    """Run the import of one table with the options of its command."""
    from wres_report.cli.importing_tables import Options, import_table

    return import_table(table, file, Options(**options))


@click.command("survey")
@import_options
@all_option
def import_survey(file: Path, **options: Any) -> ExitStatus:
    """Read NHS Staff Survey results from FILE: the benchmark workbook, or a contractor's scores.

    Shows which columns and sheets were read. Nothing is written unless --into or --out says
    where.
    """
    return run_import("survey", file, options)


@click.command("workforce")
@import_options
@map_option
@click.option("--value", "values", multiple=True, metavar='"TEXT=MEANING"',
              help="What a pay scale, a staff group or a person's group stands for.")  # fmt: skip
@click.option("--snapshot", default="", metavar="YYYY-MM-DD",
              help="The day on which people are counted. Default: 31 March.")  # fmt: skip
@standard_option
@all_option
def import_workforce(file: Path, **options: Any) -> ExitStatus:
    """Count the workforce of FILE: a staff list with a row a person, or a count made of one.

    Shows how its columns are understood and what became of every row. Only counts are written,
    and nothing unless --into or --out says where.
    """
    return run_import("workforce", file, options)


def event_options(command: Command) -> Command:
    """The options of lists of applicants, cases and attendances."""
    for option in reversed((
        import_options,
        map_option,
        click.option("--value", "values", multiple=True, metavar='"TEXT=MEANING"',
                     help="What a stage, a kind or a person's group stands for; (every row) for "
                          "all."),
        click.option("--snapshot", default="", metavar="YYYY-MM-DD",
                     help="The last day of the year that counts. Default: 31 March."),
        standard_option,
        all_option,
    )):  # fmt: skip
        command = option(command)
    return command


@click.command("recruitment")
@event_options
def import_recruitment(file: Path, **options: Any) -> ExitStatus:
    """Count who was shortlisted and appointed in FILE: a row an applicant, or counts.

    Shows how its columns are understood, and the counts of each stage and group before and after.
    What it cannot tell it asks for. Only counts are written, and nothing unless --into or --out
    says where.
    """
    return run_import("recruitment", file, options)


@click.command("disciplinary")
@event_options
def import_disciplinary(file: Path, **options: Any) -> ExitStatus:
    """Count who entered the formal disciplinary process in FILE: a row a case, or counts.

    Each person counts once in a year, by the first entry. Only counts are written, and nothing
    unless --into or --out says where.
    """
    return run_import("disciplinary", file, options)


@click.command("cases")
@event_options
def import_cases(file: Path, **options: Any) -> ExitStatus:
    """Count who entered the standard's formal process in FILE: a row a case, or counts.

    Of the WRES that is the disciplinary process, of the WDES capability. Each person counts once in
    a year, by the first entry. Only counts are written, and nothing unless --into or --out says
    where.
    """
    return run_import("cases", file, options)


@click.command("training")
@event_options
def import_training(file: Path, **options: Any) -> ExitStatus:
    """Count who took up non-mandatory training in FILE: a row an attendance, or counts.

    Each person counts once. Only counts are written, and nothing unless --into or --out says
    where.
    """
    return run_import("training", file, options)


@click.command("locality")
@import_options
@click.option("--area", "areas", multiple=True, metavar="NAME",
              help="An area to take, by name or code; “Our area=CODE,CODE” makes one of several. "
                   "Default: the areas of last year's table.")  # fmt: skip
def import_locality(file: Path, **options: Any) -> ExitStatus:
    """Take the areas that the trust serves from FILE, the census table TS021.

    Nothing is written unless --into or --out says where.
    """
    return run_import("locality", file, options)


@click.command("organisations")
@import_options
def import_organisations(file: Path, **options: Any) -> ExitStatus:
    """Read names and successions of organisations from FILE: the reports etr or succ of the ODS.

    With --into any trust-year they are kept in data/lookups/ for the whole workspace; wres new
    then knows names and old codes.
    """
    return run_import("organisations", file, options)


@click.command("tables")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", default="", metavar="RX7/2025",
              help="Write the tables into the data of this trust-year.")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace files that say something else.")
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def import_tables(file: Path, into: str, project: Path, force: bool, as_json: bool) -> ExitStatus:
    """Read the tables of FILE, a workbook with a sheet for each, as wres new --workbook makes it.

    What a spreadsheet has made of a value is turned back where it can have been only one value;
    where it can have been two, both are named and nothing is written. Nothing is written either
    unless --into says where.
    """
    from wres_report.cli.importing_workbook import import_tables as run

    return run(file, into, project, force=force, as_json=as_json)


@click.command("again")
@click.argument("trust_year", metavar="RX7/2026")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--force", is_flag=True, help="Replace files that hold figures.")
@project_option
def import_again(trust_year: str, folder: Path, project: Path, force: bool) -> ExitStatus:
    """Import this year's files of FOLDER as last year's were imported.

    The files are found by their names, whatever the digits in them.
    """
    from wres_report.cli.importing_again import import_again as run

    return run(trust_year, folder, project, force=force)


COMMANDS = (
    import_survey, import_workforce, import_recruitment, import_disciplinary, import_cases,
    import_training, import_locality, import_organisations, import_tables, import_again,
)  # fmt: skip
