"""Files written aside and then renamed, so that none stands there half; packages of equal bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from filecmp import cmp
from pathlib import Path

from wres_report.leftovers import beside, clear_beside, remove

FIRST = "[Content_Types].xml"
# A zip file knows no time before 1980.
EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)


def write_aside(path: Path, text: str | bytes) -> None:
    """Write text in UTF-8 with ``\\n`` at the end of a line, aside, then renamed to ``path``;
    bytes as they are.

    What writers that were killed have left beside it is cleared away. Raises OSError where the
    folder cannot be written to; nothing is left over then.
    """
    clear_beside(path.parent, path.name)
    temporary = beside(path)
    try:
        temporary.write_bytes(text.encode() if isinstance(text, str) else text)
        temporary.replace(path)
    finally:
        remove(temporary)


def is_part_of(folder: Path, whole: Path, but: Collection[str] = ()) -> bool:
    """Whether every file of a folder stands in another one too, under its name and byte for byte.

    Such a folder may be what a writer left that was killed while it put its files in their place.
    but: names in the folder that do not count.
    """
    return all(
        (whole / path.name).is_dir() and is_part_of(path, whole / path.name)
        if path.is_dir() and not path.is_symlink()
        else (whole / path.name).is_file() and cmp(path, whole / path.name, shallow=False)
        for path in folder.iterdir()
        if path.name not in but
    )


def move_into(source: Path, folder: Path, last: str = "") -> None:
    """Move all that is in a folder into another one; what is there under the same name goes.

    last: the name of what is moved at the end, and tells by being there that all is.
    """
    for path in sorted(source.iterdir(), key=lambda path: (path.name == last, path.name)):
        if (folder / path.name).is_dir():
            remove(folder / path.name)
        path.replace(folder / path.name)


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
