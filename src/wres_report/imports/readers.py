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
    "recruitment": ("wres_report.imports.events", "read_recruitment"),
    "disciplinary": ("wres_report.imports.events", "read_disciplinary"),
    "training": ("wres_report.imports.events", "read_training"),
    "locality": ("wres_report.imports.locality", "read_locality"),
    "organisations": ("wres_report.imports.organisations", "read_organisations"),
}
# Those whose columns are known by their names or places, and cannot be mapped.
FIXED = frozenset({"survey", "locality", "organisations"})
# Those whose workbooks have many columns and few rows.
WIDE = frozenset({"survey"})
# Where the meanings stand that the headings of a file may be given.
MEANINGS = {"workforce": ("wres_report.imports.staff_columns", "LIST")} | {
    table: ("wres_report.imports.event_columns", f"{table.upper()}_LIST")
    for table in ("recruitment", "disciplinary", "training")
}


def reader_of(table: str) -> Reader:
    """The reader of a table; raises KeyError for one that no file is read for."""
    module, function = READERS[table]
    return cast(Reader, getattr(import_module(module), function))


def values_of(table: str) -> tuple[str, ...]:
    """What ``--value`` may say for a table of its own; nothing for those made of staff."""
    from wres_report.imports.event_columns import EVENTS
    from wres_report.imports.event_values import meanings_of_values

    return meanings_of_values(EVENTS[table]) if table in EVENTS else ()


def meanings_of(table: str) -> tuple[Meaning, ...]:
    """What ``--map`` may say of a heading."""
    module, name = MEANINGS[table]
    return cast(tuple[Meaning, ...], getattr(import_module(module), name))
