"""Writes a new trust-year: all of it, or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from wres_report.faults import Fault, input_fault, usage_fault
from wres_report.files import write_aside
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.leftovers import beside, clear_beside, remove
from wres_report.starting.settings import new_settings
from wres_report.starting.tables import empty_tables
from wres_report.starting.texts import empty_texts
from wres_report.yaml_loaders import SafeLoader


def start(workspace: Workspace, trust_year: TrustYear, name: str, kind: str) -> list[str]:
    """Write the settings, the tables and the texts of a new trust-year.

    Returns the files as paths in the workspace, in order. Raises a usage fault where there is
    something of this trust-year already, and an input fault where the folder cannot be written.
    """
    folder, settings_file = workspace.data_folder(trust_year), workspace.params_file(trust_year)
    for path in (settings_file, folder):
        if path.exists():
            raise _exists(trust_year, workspace.relative(path))
    settings = new_settings(workspace, trust_year, name, kind)
    chosen = yaml.load(settings, Loader=SafeLoader).get("kind", "full")
    data = empty_tables(workspace, trust_year, workspace.standard(trust_year))
    data |= {
        f"narrative/{name}": text
        for name, text in empty_texts(chosen, workspace.standard(trust_year)).items()
    }
    try:
        _write_folder(folder, data)
        # They come last, because they make the trust-year known.
        settings_file.parent.mkdir(parents=True, exist_ok=True)
        write_aside(settings_file, settings)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _cannot_write(error, workspace) from None
    return [workspace.relative(path) for path in (*(folder / name for name in data), settings_file)]


def _write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write a new folder aside, then put it in its place."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    clear_beside(folder.parent, folder.name)
    aside = beside(folder)
    try:
        for name, text in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_text(text, encoding="utf-8", newline="\n")
        aside.replace(folder)
    finally:
        remove(aside)


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
