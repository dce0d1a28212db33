"""Files written aside and then renamed, so that none stands there half; packages of equal bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from wres_report.leftovers import beside, clear_beside, remove

FIRST = "[Content_Types].xml"
# A zip file knows no time before 1980.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


def write_aside(path: Path, text: str) -> None:
    """Write text in UTF-8 with ``\\n`` at the end of a line, aside, then renamed to ``path``.

    What writers that were killed have left beside it is cleared away. Raises OSError where the
    folder cannot be written to; nothing is left over then.
    """
    clear_beside(path.parent, path.name)
    temporary = beside(path)
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        temporary.replace(path)
    finally:
        remove(temporary)


def write_package(path: Path, parts: Mapping[str, bytes], epoch: int) -> None:
    """Write the parts of a Word or Excel file in a fixed order and with a fixed time.

    epoch: seconds since 1970.
    """
    moment = max(datetime.fromtimestamp(epoch, tz=UTC), EARLIEST)
    with zipfile.ZipFile(path, "w") as package:
        for name in sorted(parts, key=lambda n: (n != FIRST, n)):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            package.writestr(entry, parts[name])
