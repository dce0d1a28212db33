"""The ``wres`` command. Importing this module loads no pandas and no Great Expectations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wres_report import __version__
from wres_report.cli import ending
from wres_report.cli.options import (
    Duration,
    formats_of,
    out_option,
    project_option,
    renderer_option,
    trust_years_argument,
    what_to_build,
)
from wres_report.cli.previewing import preview
from wres_report.cli.reviewing import diff, pin, review
from wres_report.cli.supplying import demo, import_group, new
from wres_report.cli.terminal import print_visibly
from wres_report.faults import ExitStatus, gravest
from wres_report.forked import this_is_the_command
from wres_report.formats import USUAL
from wres_report.leftovers import own_temporary_files
from wres_report.processes import end_all_with_this


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="wres")
def wres() -> None:
    """The Workforce Race Equality Standard report of an NHS trust, built from its data."""


for command in (new, import_group, demo, diff, pin, review, preview):
    wres.add_command(command)


@wres.command()
@what_to_build
@click.option("--runner", type=click.Choice(["warm", "cold"]), default="warm",
              help="warm, the default: each notebook runs in a fork of one prepared process. "
                   "cold: stock papermill, a new kernel for each, which is slow.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(min=1), default=None,
              help="Processes at one time. Default: one for each processor.")  # fmt: skip
@click.option("--executor", default="local", metavar="local|dask|dask:ADDRESS",
              help="Where the work runs. Default: processes on this machine.")  # fmt: skip
@click.option("--fail-fast", is_flag=True, help="Stop at the first trust-year that fails.")
@click.option("--keep", type=Duration(), default=None, metavar="DURATION",
              help="Leave a prepared process behind for so long, such as 10m: until then builds "
                   "start in it, with all loaded. wres stop ends it.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what became of each as JSON.")
def build(**options: Any) -> ExitStatus:
    """Build the reports of the trust-years named; of all where none is.

    Each ends as index.html, report.pdf and report.docx in outputs/<code>/<year>/. What is kept
    of an earlier build is not made again.
    """
    from wres_report.cli.building import build as run

    return run(options)


@wres.command()
def stop() -> ExitStatus:
    """End the prepared processes that builds with --keep have left behind."""
    from wres_report.cli.keeping import stop as run

    return run()


@wres.command()
@what_to_build
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
def plan(**options: Any) -> ExitStatus:
    """Say what a build would run, and why, without running it."""
    from wres_report.cli.building import plan as run

    return run(options)


@wres.command()
@trust_years_argument
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(trust_years: tuple[str, ...], project: Path, as_json: bool) -> ExitStatus:
    """Check the data and the own words of the trust-years named, and build nothing."""
    from wres_report.cli.checking import as_told, check_all, print_results, statuses, words_of
    from wres_report.inputs.workspace import Workspace

    workspace = Workspace.open(project)
    results, faults = check_all(workspace, workspace.select(trust_years))
    words = words_of(workspace, results)
    if as_json:
        told = [as_told(result, words.get(result.trust_year)) for result in results]
        click.echo(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print_results(results, workspace, words)
    for fault in faults:
        click.echo(str(fault), err=True)
    return gravest(statuses(results, words) + [fault.status for fault in faults])


@wres.command()
@trust_years_argument
@project_option
@out_option
@click.option("--ways", default="cold,warm", metavar="WAYS",
              help="How to build again: any of cold,warm,plain. Default: cold,warm.")  # fmt: skip
@click.option("--anyway", is_flag=True,
              help="Build again although data, settings or code have changed.")  # fmt: skip
@click.option("--country", type=click.Path(path_type=Path, file_okay=False), default=None,
              metavar="FOLDER", help="Make the national report of this folder again, and no other "
              "report.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def verify(
    trust_years: tuple[str, ...], project: Path, out: Path | None, ways: str, anyway: bool,
    country: Path | None, as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Build the reports named again, elsewhere, and compare every byte.

    Without a name: all that are built. First it names whatever has changed since they were.
    """
    if country is not None:
        from wres_report.cli.verifying_country import verify as of_country

        return of_country(country, project, trust_years, as_json=as_json)
    from wres_report.cli.verifying import verify as run

    return run(trust_years, project, out, ways, anyway=anyway, as_json=as_json)


@wres.command()
@trust_years_argument
@project_option
@out_option
@click.option("--page", type=click.Path(path_type=Path, dir_okay=False), default=None,
              metavar="FILE", help="Write the backtest of one trust-year as Markdown.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print every point as JSON.")
def backtest(
    trust_years: tuple[str, ...], project: Path, out: Path | None, page: Path | None, as_json: bool
) -> ExitStatus:
    """Hold what published documents print against what is built from their data.

    Without a name: all that have a published.csv. A report that is missing or out of date is
    built first.
    """
    from wres_report.cli.backtesting import backtest as run

    return run(trust_years, project, out, page, as_json=as_json)


@wres.command()
@project_option
@click.option("--older-than", type=click.FloatRange(min=0), default=0, metavar="DAYS",
              help="Keep what is younger.")  # fmt: skip
@click.option("--all", "everything", is_flag=True,
              help="Remove everything that is kept; the next build makes all anew.")  # fmt: skip
def clean(project: Path, older_than: float, everything: bool) -> ExitStatus:
    """Remove what earlier builds have left and no report is made from any more.

    It may run beside a build: whatever is younger than an hour stays.
    """
    from wres_report.cli.upkeep import clean as run

    return run(project, older_than, everything=everything)


@wres.command()
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...",
                type=click.Path(path_type=Path, file_okay=False, exists=True))  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("outputs"),
              help="Where the reports go. Default: outputs/.")  # fmt: skip
def merge(folders: tuple[Path, ...], out: Path) -> ExitStatus:
    """Put the outputs of all shards of a build together, each checked by its hash."""
    from wres_report.cli.upkeep import merge as run

    return run(folders, out)


@wres.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@trust_years_argument
@project_option
@out_option
@click.option("--drafts", is_flag=True, help="Publish what no board has passed as well.")
def publish(
    folder: Path, trust_years: tuple[str, ...], project: Path, out: Path | None, drafts: bool
) -> ExitStatus:
    """Write the finished reports into DIR, a folder for a website.

    Without a name: all that are built. Pages and downloads have addresses that stay the same from
    one time to the next; the first page lists every file with its size.
    """
    from wres_report.cli.publishing import publish as run

    return run(folder, trust_years, project, out, drafts=drafts)


@wres.command("help")
@click.argument("page", default="")
def show_help(page: str) -> ExitStatus:
    """Print a page of the documentation, such as add-a-trust-year; without a name, the list."""
    from wres_report.cli.helping import show

    return show(page)


@wres.command()
@project_option
def doctor(project: Path) -> ExitStatus:
    """Say what is installed, what is missing, and what to do about it."""
    from wres_report.cli.doctor import examine

    return examine(project)


@wres.command()
@click.argument("document", type=click.Path(path_type=Path))
@click.option("--against", default="", metavar="RV9/2021",
              help="The trust-year whose figures the claims are held against; without it, what the "
              "document says against itself.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), default=None,
              metavar="FILE", help="Write a page with each sentence and its verdict.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None,
              help="The outputs folder with the results. Default: outputs/.")  # fmt: skip
@project_option
def audit(document: Path, **options: Any) -> ExitStatus:
    """Hold each claim of DOCUMENT about the indicators of its standard against the data.

    DOCUMENT is a finished report: .md, .txt, .html, .docx or .pdf. A claim whose indicator
    cannot be told is left alone, and is told as not judged. Without --against, what can be judged
    without data is: sums, percentages against their counts, ratios against their rates, units,
    the words of another standard, and two figures for one thing.
    """
    from wres_report.cli.auditing import Wishes
    from wres_report.cli.auditing import audit as run

    return run(document, Wishes(**options))


@wres.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True,
              metavar="FOLDER", help="Where the table goes.")  # fmt: skip
@click.option("--year", type=click.IntRange(2015, 2099), default=None, metavar="YEAR",
              help="The figures of this WRES year alone. Default: of all.")  # fmt: skip
@click.option("--standard", default="", metavar="NAME",
              help="The standard of the reports that are taken, such as wdes. "
                   "Default: wres.")  # fmt: skip
@click.option("--survey", type=click.Path(path_type=Path, dir_okay=False), default=None,
              metavar="FILE", help="Take indicators 5 to 8 of every organisation from a workbook "
              "of the NHS Staff Survey, and no report.")  # fmt: skip
@click.option("--sheet", default="", metavar="NAME", help="The sheet of that workbook to read.")
@click.option("--from", "outputs", type=click.Path(path_type=Path, file_okay=False), default=None,
              metavar="FOLDER",
              help="Where the reports are. Default: outputs/ in the project.")  # fmt: skip
@click.option("--to", "formats", default="", metavar="FORMATS",
              callback=formats_of(USUAL, none=True),
              help="Write the national report of the newest year as well: any of "
              f"{','.join(USUAL)}.")  # fmt: skip
@renderer_option
@click.option("--force", is_flag=True, help="Run all notebooks, whatever is kept of them.")
@project_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def country(**options: Any) -> ExitStatus:
    """Write the figures of all trusts as one table: CSV, Parquet and an accessible workbook.

    One row for each trust, year, indicator and group, from the reports that are built, or from
    one workbook of the staff survey. What they suppress is suppressed in it.
    """
    from wres_report.cli.country import country as run

    return run(**options)


def main() -> None:
    """Run the command; a person's mistake is told without a traceback."""
    print_visibly()
    own_temporary_files()
    end_all_with_this()
    this_is_the_command()
    ending.run(lambda: wres.main(standalone_mode=False))
