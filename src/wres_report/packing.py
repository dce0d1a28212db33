"""Packs a workbook so that the same content is always the same bytes."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

from openpyxl.writer.excel import ExcelWriter

from wres_report.files import EARLIEST, write_package


def pack(path: Path, book: Any, epoch: int) -> None:
    """Write the workbook with a fixed time. epoch: in seconds since 1970."""
    write_package(path, parts_of(book, epoch), epoch)


def parts_of(book: Any, epoch: int) -> dict[str, bytes]:
    """The parts of the workbook's file by their names, with a fixed time."""
    moment = max(datetime.datetime.fromtimestamp(epoch, tz=datetime.UTC), EARLIEST)
    book.properties.created = book.properties.modified = moment.replace(tzinfo=None)
    buffer = io.BytesIO()
    # Not book.save: that writes the time of day into the properties.
    with zipfile.ZipFile(buffer, "w") as package:
        ExcelWriter(book, package).write_data()
    with zipfile.ZipFile(buffer) as made:
        return {name: made.read(name) for name in made.namelist()}
