"""``wres import survey``, ``workforce`` and the rest: files of an analyst become tables."""

from __future__ import annotations

import json
import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from wres_report.cli.options import standard_named
from wres_report.cli.showing_imports import show
from wres_report.faults import ExitStatus, Fault, usage_fault
from wres_report.imports.answers import parse_values
from wres_report.imports.decided import Decided, last_decided, write_decided
from wres_report.imports.event_columns import table_of_cases
from wres_report.imports.lookups import load_lookups
from wres_report.imports.meanings import parse_told
from wres_report.imports.model import Imported, Table, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.readers import FIXED, WIDE, meanings_of, reader_of, values_of
from wres_report.imports.writing import check_target, write_table, write_together
from wres_report.inputs.register import ORGANISATIONS, SUCCESSIONS, register_file
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard, load_standard
from wres_report.words import counted, listed

# What the command calls the table of a formal process, whatever the standard calls it.
CASES = "cases"
# Files that hold the figures of one standard's groups, or speak of them.
OF_ONE_STANDARD = frozenset({"survey", "locality"})


@dataclass(frozen=True)
class Options:
    """What the command line says; fields as its options. project: the workspace's folder."""

    into: str = ""
    out: Path | None = None
    sheet: str = ""
    maps: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    snapshot: str = ""
    code: str = ""
    everyone: bool = False
    areas: tuple[str, ...] = ()
    standard: str = ""
    force: bool = False
    project: Path = Path()
    as_json: bool = False


@dataclass(frozen=True)
class Target:
    """Where the tables go. year: 0 where none is named. standard: what they are of."""

    workspace: Workspace | None
    trust_year: TrustYear | None
    year: int
    out: Path | None
    standard: Standard

    def path(self, table: str, code: str) -> Path | None:
        """The file for one trust; None where nothing is to be written by trust."""
        if self.workspace is None or not self.year:
            return None
        if table in (ORGANISATIONS, SUCCESSIONS):  # of the whole workspace, not of one trust
            return register_file(self.workspace, table)
        named = self.trust_year or TrustYear(code, self.year, self.standard.id)
        return self.workspace.data_folder(named) / f"{table}.csv"


@dataclass(frozen=True)
class Reading:
    """A file that was read, and where its tables are to go."""

    file: Path
    target: Target
    imported: Imported
    wishes: Wishes


def import_table(table: str, file: Path, options: Options) -> ExitStatus:
    """Show how a file would be read; write the table where the command line says so.

    table: as the command names it; ``cases`` is the one of the standard for a formal process.
    """
    reading = read_for(table, file, options)
    if not options.as_json:
        show(reading.imported)
    return write_read(reading, options)


def read_for(table: str, file: Path, options: Options) -> Reading:
    """Read a file; nothing is written."""
    target = _target(table, options)
    if table == CASES:
        table = table_of_cases(target.standard)
    return Reading(file, target, *read(table, file, options, target))


def write_read(reading: Reading, options: Options) -> ExitStatus:
    """Write what was read where the command line says so, and say what was written."""
    imported, written = reading.imported, list[Path]()
    if not imported.undecided:
        written = write(imported, reading.target, reading.file, reading.wishes, force=options.force)
    if options.as_json:
        names = [path.as_posix() for path in written]
        click.echo(json.dumps(imported.as_dict() | {"written": names}, indent=1,
                              ensure_ascii=False))  # fmt: skip
    elif imported.undecided:
        click.echo("\nNothing is written: first say what the values above stand for.", err=True)
    elif not written:
        click.echo("\nNothing is written. Add --into RX7/2025, or --out FILE.")
    else:
        shown = written[0].as_posix() if len(written) == 1 else counted(len(written), "file")
        click.echo(f"\nWritten: {shown}")
    return ExitStatus.BLOCKED if imported.undecided else ExitStatus.DONE


def read(table: str, file: Path, options: Options, target: Target) -> tuple[Imported, Wishes]:
    """Read a file with all that is known: what was told, and what was decided for an earlier one.

    A fault of the program is told without its message: that could quote a row of a person.
    """
    before = _before(target, table)
    year = target.year
    code = options.code or (before.code if before else "")
    if not code and target.trust_year and not options.everyone:
        code = target.trust_year.code
    standard = target.standard
    values = (before.values if before else {}) | parse_values(
        options.values, standard, values_of(table, standard)
    )
    wishes = Wishes(
        sheet=options.sheet, told=_told(table, standard, options.maps),
        before=_before_columns(table, standard, before),
        values=values, snapshot=options.snapshot or _snapshot(year), code=code, year=year,
        everyone=options.everyone, areas=options.areas or _areas_before(table, target, before),
        standard=standard,
    )  # fmt: skip
    data = target.workspace.data if target.workspace else options.project / "data"
    try:
        source = open_source(file, wide=table in WIDE)
        lookups = load_lookups(data, None if table in FIXED else standard)
        return reader_of(table)(source, wishes, lookups), wishes
    except Fault:
        raise
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        raise Fault(
            f"The import has a fault of its own: {type(error).__name__}.",
            f"{Path(last.filename).name}, line {last.lineno}",
            "Tell those who keep this program, with these two lines; the file is not needed.",
        ) from None


def write(
    imported: Imported, target: Target, file: Path, wishes: Wishes, *, force: bool
) -> list[Path]:
    """Write the tables and the decisions; returns the tables' files. All are checked first."""
    if target.out is not None:
        if target.out.exists() and not force:
            check_target(target.out, imported.table, force=force)
        if wishes.everyone:
            write_together(target.out, imported.tables)
        else:
            write_table(target.out, imported.tables[0])
        return [target.out]
    paths = _paths(imported, target)
    check_targets(imported, target, force=force)
    for path, table in paths:
        write_table(path, table)
    if target.workspace is None or imported.table in (ORGANISATIONS, SUCCESSIONS):
        return [path for path, _ in paths]  # of no trust-year, so that one can still be started
    if target.trust_year is not None:
        write_decided(target.workspace, target.trust_year, file, imported, wishes)
    return [path for path, _ in paths]


def check_targets(imported: Imported, target: Target, *, force: bool) -> None:
    """Raise a usage fault where a file that holds figures would be replaced."""
    for path, _ in _paths(imported, target):
        check_target(path, imported.table, force=force)


def _paths(imported: Imported, target: Target) -> list[tuple[Path, Table]]:
    return [
        (path, table) for table in imported.tables
        if (path := target.path(imported.table, table.code)) is not None
    ]  # fmt: skip


def _target(table: str, options: Options) -> Target:
    if options.into and options.out is not None:
        raise usage_fault("Both --into and --out are given.", action="Choose one of them.")
    if options.out is not None:
        if not options.out.absolute().parent.is_dir():
            raise usage_fault("There is no such folder.", options.out.parent.as_posix(), "Make it.")
        return Target(None, None, 0, options.out, _standard(options))
    if not options.into:
        return Target(None, None, 0, None, _standard(options))
    if table == ORGANISATIONS:  # it may come before the first trust-year
        (options.project / "data").mkdir(exist_ok=True)
    workspace = Workspace.open(options.project)
    if options.everyone:
        if not (options.into.isdigit() and options.into.startswith("20")):
            raise usage_fault(
                f"“{options.into}” is no WRES year.", "--into",
                "With --all name the year alone: --into 2025.",
            )  # fmt: skip
        return Target(workspace, None, int(options.into), None, _standard(options))
    trust_year = TrustYear.parse(options.into)
    standard = workspace.standard(trust_year)
    if options.standard and options.standard.lower() != standard.id:
        raise usage_fault(
            f"{trust_year} is a year of the {standard.short}.", f"--standard {options.standard}",
            "Leave out --standard, or name a trust-year of that standard.",
        )  # fmt: skip
    if table in OF_ONE_STANDARD:
        _check_groups(standard, trust_year)
    return Target(workspace, trust_year, trust_year.year, None, standard)


def _standard(options: Options) -> Standard:
    return standard_named(options.standard, Workspace(options.project.resolve()).standards)


def _check_groups(standard: Standard, trust_year: TrustYear) -> None:
    """Raise a usage fault where the standard compares other groups than the file has."""
    counted_here = load_standard().groups
    if standard.groups.names == counted_here.names:
        return
    here, there = (
        listed([groups.spoken[name] for name in groups.pair])
        for groups in (counted_here, standard.groups)
    )
    raise usage_fault(
        f"This import reads what is told of {here} people; the {standard.short} compares {there} "
        "people.",
        f"--into {trust_year}",
        f"Write the figures into data/{trust_year}/, one file for each table (wres new starts them)"
        f", or fill in one workbook and bring it in: wres import tables FILE --into {trust_year}",
    )


def _before(target: Target, table: str) -> Decided | None:
    if target.workspace is None or target.trust_year is None:
        return None
    return last_decided(target.workspace, target.trust_year, table)


def _areas_before(table: str, target: Target, before: Decided | None) -> tuple[str, ...]:
    """The areas that an earlier import took, otherwise those that last year's table has."""
    if table != "locality" or target.workspace is None or target.trust_year is None:
        return ()
    if before is not None and before.areas:
        return before.areas
    last = rows_of(target.workspace, target.trust_year.previous, "locality")
    return tuple(row["area"] for row in last if row["area"])


def _told(table: str, standard: Standard, maps: tuple[str, ...]) -> dict[str, str]:
    return parse_told(maps, meanings_of(table, standard)) if maps else {}


def _before_columns(table: str, standard: Standard, before: Decided | None) -> dict[str, str]:
    """What the headings of an earlier file were taken for, as the readers call it."""
    if before is None or table in FIXED:
        return {}
    known = {meaning.word: meaning.name for meaning in meanings_of(table, standard)}
    return {heading: known.get(meaning, meaning) for heading, meaning in before.columns.items()}


def _snapshot(year: int) -> str:
    """31 March of the WRES year; without one, the last 31 March that has been."""
    today = date.today()
    latest = today.year if (today.month, today.day) >= (3, 31) else today.year - 1
    return f"{year or latest}-03-31"
