"""A file as its sheets: some first rows to look at, and all rows to count."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres_report.imports.database import connect

# A head row is looked for in so many rows: a preamble may be of any length that a person reads.
PREVIEW = 400


@dataclass(frozen=True)
class Sheet(ABC):
    """One table of cells.

    name: of the sheet; empty for a text file. width: how many columns. preview: the first rows
    as text, at most ``PREVIEW``, each of ``width`` cells. notes: what was found out about the
    file, in words, such as its encoding.
    """

    name: str
    width: int
    preview: tuple[tuple[str, ...], ...]
    notes: str

    @property
    def place(self) -> str:
        """The sheet in words."""
        return f"sheet “{self.name}”" if self.name else "the file"

    @abstractmethod
    def load(
        self, connection: Any, columns: dict[str, int], below: int, width: int, *,
        raw: bool = False,
    ) -> str:  # fmt: skip
        """Make the table ``loaded`` of the database from the rows below the head.

        columns: the name of each column wanted, and its index in the sheet. below: how many rows
        from the first one are not data. width: how many columns the head has; in a text file a
        row with more is a fault, because its cells may have moved. raw: leave spaces
        around cells, whose removal costs as much as the reading. Every cell is
        text without spaces around it, never null; ``row_number`` is the row in the file where
        that is known, otherwise null. Returns the name of the table.
        """

    def rows_of(self, columns: Sequence[int], below: int) -> list[tuple[int, tuple[str, ...]]]:
        """The rows below the head with these columns alone, each with its row in the file.

        Cheaper than ``rows`` where a sheet has thousands of columns.
        """
        rows = self.rows()[below:]
        return [(n, tuple(row[i] for i in columns)) for n, row in enumerate(rows, below + 1)]

    def connection(self) -> Any:
        """A database to load into; that of the sheet itself, where its cells are in one."""
        return connect()

    @abstractmethod
    def rows(self) -> list[tuple[str, ...]]:
        """Every row as text. For a sheet that is no larger than a person can look through."""


@dataclass(frozen=True)
class Source:
    """A file that was opened. where: its path as it was named."""

    where: str
    sheets: tuple[Sheet, ...]
