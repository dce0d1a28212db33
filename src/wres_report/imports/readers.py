"""Which reader makes which table. Each is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import cast

from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Meaning
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.source import Source
from wres_report.standard import Standard

Reader = Callable[[Source, Wishes, Lookups], Imported]
# The table's name, as the command and the file of a workspace have it: module and function. All
# others are of events.
READERS = {
    "survey": ("wres_report.imports.survey", "read_survey"),
    "workforce": ("wres_report.imports.workforce", "read_workforce"),
    "locality": ("wres_report.imports.locality", "read_locality"),
    "organisations": ("wres_report.imports.organisations", "read_organisations"),
}
# Those whose columns are known by their names or places, and cannot be mapped.
FIXED = frozenset({"survey", "locality", "organisations"})
# Those whose workbooks have many columns and few rows.
WIDE = frozenset({"survey"})


def tables_read(standard: Standard) -> tuple[str, ...]:
    """The tables that are made of files."""
    return (*READERS, *standard.case_tables)


def reader_of(table: str) -> Reader:
    """The reader of a table; one of events where it has none of its own."""
    if table not in READERS:
        from wres_report.imports.events import read_events

        return partial(read_events, table)
    module, function = READERS[table]
    return cast(Reader, getattr(import_module(module), function))


def values_of(table: str, standard: Standard) -> tuple[str, ...]:
    """What ``--value`` may say for a table of its own; nothing for those made of staff.

    Raises a usage fault where the standard has no such table.
    """
    if table in READERS:
        return ()
    from wres_report.imports.event_columns import event_table
    from wres_report.imports.event_values import meanings_of_values

    return meanings_of_values(event_table(table, standard))


def meanings_of(table: str, standard: Standard) -> tuple[Meaning, ...]:
    """What ``--map`` may say of a heading; a usage fault as of ``values_of``."""
    from wres_report.imports.event_columns import event_table
    from wres_report.imports.group_words import of_standard
    from wres_report.imports.staff_columns import LIST

    known = LIST if table in READERS else event_table(table, standard).meanings
    return of_standard(known, standard)
