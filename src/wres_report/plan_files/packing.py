"""Writes a workbook's package so that the same content is always the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

from openpyxl.writer.excel import ExcelWriter

FIRST = "[Content_Types].xml"
# A zip file knows no time before 1980.
EARLIEST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


def write_package(path: Path, book: Any, epoch: int) -> None:
    """Write the workbook with a fixed time, its parts in a fixed order.

    epoch: in seconds since 1970.
    """
    moment = max(datetime.datetime.fromtimestamp(epoch, tz=datetime.UTC), EARLIEST)
    book.properties.created = book.properties.modified = moment.replace(tzinfo=None)
    buffer = io.BytesIO()
    # Not book.save: that writes the time of day into the properties.
    with zipfile.ZipFile(buffer, "w") as package:
        ExcelWriter(book, package).write_data()
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w") as package:
        for name in sorted(made.namelist(), key=lambda n: (n != FIRST, n)):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            package.writestr(entry, made.read(name))
