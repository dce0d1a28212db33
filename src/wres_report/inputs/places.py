"""Where the tables of a trust-year stand: each in a file of its own, or in sheets of one workbook.

A file of its own goes before a sheet of the same name; where the two contradict each other the
gate says so. A sheet is called ``data/RX7/2025/tables.xlsx, sheet workforce`` wherever rows are
told, so that everybody finds them; ``file_of`` gives the file alone.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path, PurePosixPath

from wres_report.inputs.opening import supplied
from wres_report.inputs.spellings import plain
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

WORKBOOK = "tables.xlsx"
SHEET = ", sheet "
# The names of the sheets stand in this part of a workbook, which is small.
PART, LARGEST_PART = "xl/workbook.xml", 1 << 20
SHEET_NAME = re.compile(r"<(?:\w+:)?sheet\b[^>]*?\bname=(\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True)
class TablePlace:
    """path: the file to be read. where: what it is called, from the workspace. sheet: whether the
    table is a sheet of it."""

    path: Path
    where: str
    sheet: bool = False

    @property
    def file(self) -> str:
        """The file, from the workspace."""
        return file_of(self.where)


def nominal(trust_year: TrustYear, table: str) -> str:
    """What a table's file is called where it has one of its own."""
    return f"data/{trust_year}/{table}.csv"


def workbook_of(workspace: Workspace, trust_year: TrustYear) -> TablePlace | None:
    """The workbook of a trust-year's tables; None where there is none."""
    path = workspace.data_folder(trust_year) / WORKBOOK
    return TablePlace(path, f"data/{trust_year}/{WORKBOOK}") if supplied(path) else None


def place_of(workspace: Workspace, trust_year: TrustYear, table: str) -> TablePlace | None:
    """Where a table stands; None where it is not supplied."""
    path = workspace.data_folder(trust_year) / f"{table}.csv"
    if supplied(path):
        return TablePlace(path, nominal(trust_year, table))
    return sheet_of(workspace, trust_year, table)


def sheet_of(workspace: Workspace, trust_year: TrustYear, table: str) -> TablePlace | None:
    """The sheet of a table in the workbook; None where there is none."""
    book = workbook_of(workspace, trust_year)
    if book is None or table not in sheet_names(book.path):
        return None
    return TablePlace(book.path, f"{book.where}{SHEET}{table}", True)


def sheet_names(path: Path) -> frozenset[str]:
    """The names of a workbook's sheets in their plain form; none of what is no workbook."""
    try:
        found = path.stat()
    except OSError:
        return frozenset()
    return _names(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _names(path: Path, _changed: int, _size: int) -> frozenset[str]:
    try:
        with zipfile.ZipFile(path) as package:
            if package.getinfo(PART).file_size > LARGEST_PART:
                return frozenset()
            text = package.read(PART).decode("utf-8", "replace")
    except Exception:  # whatever is wrong with it, the gate tells when it reads the workbook
        return frozenset()
    return frozenset(plain(unescape(name[1:-1])) for name in SHEET_NAME.findall(text))


def file_of(where: str) -> str:
    """The file of a place, from the workspace."""
    file, sheet, _ = where.partition(SHEET)
    return file if sheet and file.endswith(f"/{WORKBOOK}") else where


def table_named(where: str) -> str:
    """The table that stands at a place."""
    file = file_of(where)
    return where[len(file) + len(SHEET) :] if file != where else PurePosixPath(where).stem
