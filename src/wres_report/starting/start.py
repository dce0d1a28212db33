"""Writes a new trust-year: all of it, or nothing."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import yaml

from wres_report.faults import Fault, input_fault, usage_fault
from wres_report.files import is_part_of, move_into, write_aside
from wres_report.inputs.places import WORKBOOK
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import read_tables
from wres_report.inputs.workspace import Workspace
from wres_report.leftovers import beside, clear_beside, remove
from wres_report.starting.settings import new_settings
from wres_report.starting.tables import empty_tables
from wres_report.starting.texts import empty_texts
from wres_report.starting.workbook import write_tables_workbook
from wres_report.yaml_loaders import SafeLoader


def start(
    workspace: Workspace, trust_year: TrustYear, name: str, kind: str, *, workbook: bool = False,
    known: Callable[[], Mapping[str, str]] = dict,
) -> list[str]:  # fmt: skip
    """Write the settings, the tables and the texts of a new trust-year.

    workbook: whether the tables are written as one workbook rather than as files of their own.
    known: gives the texts of files that are not to be empty, by their names in the folder; it is
    asked once it is certain that there is nothing of the trust-year yet.
    Returns the files as paths in the workspace, in order. Raises a usage fault where there is
    something of this trust-year already, and an input fault where the folder cannot be written.
    """
    folder, settings_file = workspace.data_folder(trust_year), workspace.params_file(trust_year)
    others = workspace.other_standards(trust_year)
    if settings_file.exists():
        raise _exists(trust_year, workspace.relative(settings_file))
    if folder.exists() and not any(folder.iterdir()):
        raise _exists(trust_year, workspace.relative(folder))
    settings = new_settings(workspace, trust_year, name, kind)
    chosen = yaml.load(settings, Loader=SafeLoader).get("kind", "full")
    standard = workspace.standard(trust_year)
    tables = empty_tables(workspace, trust_year, standard)
    texts = {f"narrative/{name}": text for name, text in empty_texts(chosen, standard).items()}
    for file, text in known().items():
        (texts if file.startswith("narrative/") else tables)[file] = text

    def in_a_workbook(aside: Path) -> None:
        schemas = {name: tables_of(standard)[name] for name in read_tables(standard)}
        # A time of its own would make the same start give other bytes.
        write_tables_workbook(aside / WORKBOOK, trust_year, tables, schemas, epoch=0)

    names = [*([WORKBOOK] if workbook else tables), *texts]
    try:
        if workbook:
            written = _write_folder(folder, others, texts, in_a_workbook)
        else:
            written = _write_folder(folder, others, tables | texts)
        if not written:
            raise _exists(trust_year, workspace.relative(folder))
        # They come last, because they make the trust-year known.
        settings_file.parent.mkdir(parents=True, exist_ok=True)
        write_aside(settings_file, settings)
    except OSError as error:
        _take_away(folder, others)
        raise _cannot_write(error, workspace) from None
    return [
        workspace.relative(path) for path in (*(folder / name for name in names), settings_file)
    ]


def _write_folder(
    folder: Path,
    others: Sequence[str],
    files: Mapping[str, str],
    more: Callable[[Path], None] = lambda _: None,
) -> bool:
    """Write a new folder aside, then put it in its place; False where there is one already.

    others: names in it that are of other standards. more: writes further files into it. What a
    start has left that was stopped on its way, and nobody has changed since, is written again.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    clear_beside(folder.parent, folder.name)
    aside = beside(folder)
    try:
        for name, text in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_text(text, encoding="utf-8", newline="\n")
        more(aside)
        if not folder.exists():
            aside.replace(folder)
        elif is_part_of(folder, aside, others):
            move_into(aside, folder)
        else:
            return False
    finally:
        remove(aside)
    return True


def _take_away(folder: Path, others: Sequence[str]) -> None:
    """Take away what was written, and nothing of other standards."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in others:
            remove(path)
    with contextlib.suppress(OSError):  # others are in it
        folder.rmdir()


def _exists(trust_year: TrustYear, where: str) -> Fault:
    return usage_fault(
        f"There is something of {trust_year} already, and nothing of it was changed.",
        where,
        f"Work on with it, or take it away and run: wres new {trust_year}",
    )


def _cannot_write(error: OSError, workspace: Workspace) -> Fault:
    where = Path(error.filename).as_posix() if error.filename else str(workspace.root)
    return input_fault(
        f"This cannot be written: {error.strerror or error}.", where,
        "Make the folder writable, or name another one with --project.",
    )  # fmt: skip
