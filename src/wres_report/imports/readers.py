"""Which reader makes which table. Each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Meaning
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.source import Source

Reader = Callable[[Source, Wishes, Lookups], Imported]
# The table's name, as the command and the file of a workspace have it: module and function.
READERS = {
    "survey": ("wres_report.imports.survey", "read_survey"),
    "workforce": ("wres_report.imports.workforce", "read_workforce"),
}
# Those whose workbooks have many columns and few rows.
WIDE = frozenset({"survey"})
# Where the meanings stand that the headings of a file may be given.
MEANINGS = {"workforce": ("wres_report.imports.staff_columns", "LIST")}


def reader_of(table: str) -> Reader:
    """The reader of a table; raises KeyError for one that no file is read for."""
    module, function = READERS[table]
    return cast(Reader, getattr(import_module(module), function))


def meanings_of(table: str) -> tuple[Meaning, ...]:
    """What ``--map`` may say of a heading."""
    module, name = MEANINGS[table]
    return cast(tuple[Meaning, ...], getattr(import_module(module), name))
