"""Opens a file that somebody else put into a workspace: only a plain one, of a size that is read.

A link may lead anywhere, a named pipe never ends and a device never stops, so nothing is opened
before it is known what it is.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from wres_report.faults import Fault, input_fault

LARGEST = 5_000_000  # bytes; the largest table of a real trust-year has some 60,000
UNREADABLE = "unreadable"

KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
PUT_THE_FILE = (
    "Put the file itself there, or delete what stands there: a table that is absent is reported "
    "as not supplied."
)


def supplied(path: Path) -> bool:
    """Whether anything stands at this path, be it a link that leads nowhere."""
    return os.path.lexists(path)


def read_bytes(path: Path, where: str) -> bytes:
    """The content of a file.

    where: its path from the workspace, as it is told. Raises an input fault as ``check_plain``
    does, and for a file of more than ``LARGEST`` bytes.
    """
    size = check_plain(path, where)
    if size > LARGEST:
        raise input_fault(
            f"This file is too large to be read: {size / 1e6:,.1f} MB.",
            where,
            f"At most {LARGEST / 1e6:.0f} MB are read. The data of one trust-year is much "
            "smaller: check whether it is the right file, or delete the rows that do not belong.",
        )
    try:
        return path.read_bytes()
    except OSError as error:
        raise _cannot(error, where) from None


def check_plain(path: Path, where: str) -> int:
    """The size of a plain file inside the workspace, in bytes.

    where: as of ``read_bytes``. Raises an input fault where there is none, where a link leads
    nowhere, in a circle or out of the workspace, and for what is no file: a folder, a named pipe,
    a device.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise _cannot(error, where, link=path.is_symlink()) from None
    for is_of_kind, words in KINDS:
        if is_of_kind(found.st_mode):
            raise input_fault(f"This is {words}, not a file.", where, PUT_THE_FILE)
    if _leads_out(path, where):
        raise input_fault(
            "This is a link that leads out of the workspace.",
            where,
            "Copy the file itself to this place. Only the folder "
            f"{where.partition('/')[0]}/ as a whole may be a link to another place.",
        )
    return found.st_size


def plain_hash(path: Path, where: str) -> str:
    """The SHA-256 of a file in hexadecimal; ``UNREADABLE`` for one that is never read.

    What reads the file tells what is wrong with it.
    """
    try:
        check_plain(path, where)
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (Fault, OSError):
        return UNREADABLE


def _leads_out(path: Path, where: str) -> bool:
    whole = path.absolute().as_posix()
    if not where or not whole.endswith(f"/{where}"):
        return False
    root = whole.removesuffix(f"/{where}")
    # Windows has folders that lead elsewhere and are no links.
    if os.name == "posix" and ".." not in where and not _through_a_link(root, where):
        return False
    target = os.path.realpath(whole)
    # The data may stand on a shared drive as a whole: then data/ itself is a link.
    homes = {os.path.realpath(root), os.path.realpath(f"{root}/{where.partition('/')[0]}")}
    return not any(target.startswith(f"{home}{os.sep}") or target == home for home in homes)


def _through_a_link(root: str, where: str) -> bool:
    """Whether a folder below the root, or the file itself, is a link: seldom, and told in a tenth
    of the time that it takes to follow every folder from the top."""
    place = root
    for part in where.split("/"):
        place = f"{place}/{part}"
        if os.path.islink(place):  # noqa: PTH114  (a third of the time of Path.is_symlink)
            return True
    return False


def _cannot(error: OSError, where: str, *, link: bool = False) -> Fault:
    if error.errno == errno.ELOOP:
        return input_fault("This is a link that leads back to itself.", where, PUT_THE_FILE)
    if isinstance(error, FileNotFoundError):
        if link:
            return input_fault("This is a link to a file that is not there.", where, PUT_THE_FILE)
        return input_fault("This file is missing.", where, "Add the file.")
    return input_fault(
        f"This file cannot be read: {error.strerror}.", where, "Check the file and who may read it."
    )
