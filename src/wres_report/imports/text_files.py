"""Text files: commas, semicolons or tabs, in UTF-8, UTF-16 or the code page of Windows.

A large file in UTF-8 that is regular is read by DuckDB, which takes a fifth of the time. Whatever
DuckDB refuses is read by the careful reader below, which says in which row a fault is.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import name_of, table_of
from wres_report.imports.source import PREVIEW, Sheet
from wres_report.words import counted

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", "~": "tildes"}
ENCODINGS = {
    "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}  # fmt: skip
SAMPLE, BLOCK = 1 << 20, 8 << 20
# Below this a file is read in no time at all, and the careful reader gives the rows of faults.
LARGE = 4 << 20
csv.field_size_limit(1 << 24)


@dataclass(frozen=True)
class TextSheet(Sheet):
    """A text file. lines: for each row of the preview, how many lines of the file end with it."""

    path: Path
    where: str
    encoding: str
    separator: str
    lines: tuple[int, ...] = field(repr=False)

    def load(
        self, connection: Any, columns: dict[str, int], below: int, width: int, *,
        raw: bool = False,
    ) -> str:  # fmt: skip
        if not self._load_fast(connection, columns, below, width, raw=raw):
            self._load_carefully(connection, columns, below, width)
        return "loaded"

    def rows(self) -> list[tuple[str, ...]]:
        width = self.width
        return [
            tuple(cells[:width] + [""] * (width - len(cells)))
            for _, cells in _records(self.path, self.where, self.encoding, self.separator)
        ]

    def _load_fast(
        self, connection: Any, columns: dict[str, int], below: int, width: int, *, raw: bool
    ) -> bool:
        import duckdb

        regular = self.lines[below - 1] == below if below else True
        if self.encoding != "utf-8-sig" or not regular or self.path.stat().st_size < LARGE:
            return False
        every = ", ".join(f"'{name_of(i)}': 'VARCHAR'" for i in range(width))
        cell = "coalesce({0}, '') as {1}" if raw else "trim(coalesce({0}, '')) as {1}"
        wanted = "".join(
            ", " + cell.format(name_of(index), name) for name, index in columns.items()
        )
        # The order of the rows is of no use to a count, and keeping it costs memory.
        connection.execute("set preserve_insertion_order=false")
        try:
            connection.execute(
                f"create or replace table loaded as select null::bigint as row_number{wanted} "
                f"from read_csv($path, auto_detect=false, columns={{{every}}}, header=false, "
                "skip=$skip, delim=$separator, quote='\"', escape='\"', null_padding=true, "
                "strict_mode=true)",
                {"path": str(self.path), "skip": below, "separator": self.separator},
            )
        except duckdb.Error:
            return False
        finally:
            connection.execute("set preserve_insertion_order=true")
        return True

    def _load_carefully(
        self, connection: Any, columns: dict[str, int], below: int, width: int
    ) -> None:
        records = _records(self.path, self.where, self.encoding, self.separator)
        indexes = list(columns.values())
        rows = []
        for number, cells in islice(records, below, None):
            if len(cells) > width and any(cells[width:]):
                raise input_fault(
                    f"This row has {counted(len(cells), 'cell')}, but the head names "
                    f"{counted(width, 'column')}.",
                    f"{self.where}, row {number}",
                    "A cell that holds the separator must stand in double quotes.",
                )
            rows.append((str(number), *(cells[i] if i < len(cells) else "" for i in indexes)))
        table_of(connection, "raw_rows", rows, len(indexes) + 1)
        wanted = "".join(
            f", {name_of(place)} as {name}" for place, name in enumerate(columns, start=1)
        )
        connection.execute(
            f"create or replace table loaded as select c0::bigint as row_number{wanted} "
            "from raw_rows"
        )
        connection.execute("drop table raw_rows")


def read_text_file(path: Path, where: str) -> TextSheet:
    """Find out the encoding and the separator, and read the first rows."""
    encoding = _encoding_of(path)
    with path.open("rb") as file:
        sample = codecs.getincrementaldecoder(encoding)().decode(file.read(SAMPLE))
    separator = _separator_of(sample)
    preview, lines = [], []
    for number, cells in islice(_records(path, where, encoding, separator), PREVIEW):
        preview.append(cells)
        lines.append(number)
    if not any(any(cells) for cells in preview):
        raise input_fault("There is no text in this file.", where, "Export it again.")
    width = max(map(len, preview))
    # The number of the line that a row begins in; that it ends in is one less than the next's.
    ends = [following - 1 for following in lines[1:]]
    ends.append(lines[-1])
    notes = f"{ENCODINGS[encoding]}, parted by {SEPARATORS[separator]}"
    return TextSheet(
        "", width, tuple(tuple(cells + [""] * (width - len(cells))) for cells in preview),
        notes, path, where, encoding, separator, tuple(ends),
    )  # fmt: skip


def _encoding_of(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(400)
        if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if start[1::2].count(0) > len(start) // 4:
            return "utf-16-le"
        if start[::2].count(0) > len(start) // 4:
            return "utf-16-be"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while block := file.read(BLOCK):
                # Plain ASCII is by far the commonest, and is seen in a thousandth of the time.
                if decoder.getstate()[0] or not block.isascii():
                    decoder.decode(block)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _separator_of(sample: str) -> str:
    """The separator that parts the most rows into the same number of cells."""
    best, most = ",", 0
    lines = sample.splitlines(keepends=True)[:PREVIEW]
    for separator in SEPARATORS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
        except csv.Error:
            continue
        score = max(((width - 1) * rows for width, rows in widths.items()), default=0)
        if score > most:
            best, most = separator, score
    return best


def _records(
    path: Path, where: str, encoding: str, separator: str
) -> Iterator[tuple[int, list[str]]]:
    """The line in which each row begins, and its cells; empty lines are rows without cells."""
    errors = "replace" if encoding == "cp1252" else "strict"
    start = 1
    with path.open("rb") as raw:
        text = io.TextIOWrapper(raw, encoding=encoding, errors=errors, newline="")
        # Strict, because a quote that is never closed would swallow all the rows that follow it.
        reader = csv.reader(text, delimiter=separator, strict=True)
        try:
            for cells in reader:
                yield start, [cell.strip() for cell in cells]
                start = reader.line_num + 1
        except csv.Error:
            raise input_fault(
                "A double quote in this file is not closed, or stands where none may.",
                f"{where}, row {start}",
                "Export the file again; a cell that holds a quote must double it.",
            ) from None
        except UnicodeError:
            raise input_fault(
                f"The encoding of this file breaks off: it is not {ENCODINGS[encoding]} "
                "throughout.",
                f"{where}, row {start}",
                "Export the file again as “CSV UTF-8”.",
            ) from None
