"""What an import comes to: how it was understood, what it counted, what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wres_report.imports.meanings import Placement
from wres_report.standard import Standard, load_standard


@dataclass(frozen=True)
class Remark:
    """Something that a person should know. places: where, or of what; never a person's value."""

    kind: str
    text: str
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Undecided:
    """A value that cannot be counted until somebody says what it is.

    column: in words. value: as the file has it, or why it is not shown. people: how many.
    proposal: what it may be; empty where nothing is near. option: what to write on the command.
    """

    column: str
    value: str
    people: int
    proposal: str
    option: str


@dataclass(frozen=True)
class Line:
    """One line of a reconciliation: so many rows, or people, and why."""

    what: str
    number: int


@dataclass(frozen=True)
class Table:
    """A table for one trust: ``code`` is empty where the file does not say whose it is.

    columns, rows: as ``<table>.csv`` has them.
    """

    code: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Imported:
    """A file that was read.

    table: the table's name. file, sheet: in words. columns: how each heading was understood.
    rules: what decided, in words. reconciliation: what became of every row. tables: one for each
    trust. decided: what is kept for next year, beside the mapping.
    """

    table: str
    file: str
    sheet: str
    columns: tuple[Placement, ...]
    tables: tuple[Table, ...]
    reconciliation: tuple[Line, ...] = ()
    rules: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    decided: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Everything as JSON has it: counts and headings, never a row of the file."""
        return {
            "table": self.table,
            "file": self.file,
            "sheet": self.sheet,
            "columns": [
                {
                    "heading": p.heading, "meaning": p.meaning or None,
                    "certainty": str(p.certainty), "reason": p.reason,
                }
                for p in self.columns
            ],
            "rules": list(self.rules),
            "reconciliation": [{"what": e.what, "number": e.number} for e in self.reconciliation],
            "remarks": [
                {"kind": r.kind, "text": r.text, "places": list(r.places)} for r in self.remarks
            ],
            "undecided": [vars(u) for u in self.undecided],
            "tables": [
                {"code": t.code or None, "rows": rows_of(t.columns, t.rows)} for t in self.tables
            ],
        }  # fmt: skip


@dataclass(frozen=True)
class Wishes:
    """What a person asks of a reader.

    sheet: which to read. told: by plain heading its meaning. before: the same as decided for an
    earlier file. values: by plain value what it is.
    snapshot: the day of the staff list, ``YYYY-MM-DD``. code: the trust in the file; empty for
    that of the trust-year. year: the WRES year; 0 where none is named. everyone: every trust of
    the file. areas: those of the census that are wanted, as the command line has them.
    standard: whose groups are counted.
    """

    sheet: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    snapshot: str = ""
    code: str = ""
    year: int = 0
    everyone: bool = False
    areas: tuple[str, ...] = ()
    standard: Standard = field(default_factory=load_standard)


def rows_of(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    """The rows with the columns' names."""
    return [dict(zip(columns, row, strict=True)) for row in rows]
