"""Files by the SHA-256 of their content: written once, never changed, checked when read.

Each is written aside and then renamed, so a build that is killed leaves no half of one, and
builds that run at the same time write the same file with the same content.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from wres_report.faults import ExitStatus, Fault
from wres_report.leftovers import beside, remove

UNFINISHED = "unfinished"


class Objects:
    """The files below one folder, by hash. Those that are being written stand beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.unfinished = folder, folder.parent / UNFINISHED

    def path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest[2:]

    def __contains__(self, digest: str) -> bool:
        return self.path(digest).is_file()

    def is_whole(self, digest: str) -> bool:
        """Whether the content of that hash is there, and is what it was."""
        try:
            content = self.path(digest).read_bytes()
        except OSError:
            return False
        return hashlib.sha256(content).hexdigest() == digest

    def put(self, content: bytes) -> str:
        """Keep the content; return its hash. Raises a fault where the disk refuses it."""
        digest = hashlib.sha256(content).hexdigest()
        if self.is_whole(digest):
            # A sweep leaves alone what was asked for a moment ago.
            os.utime(self.path(digest))
        else:
            write_whole(self.path(digest), content, self.unfinished)
        return digest

    def put_file(self, path: Path) -> str:
        """Keep the content of a file; return its hash."""
        return self.put(path.read_bytes())

    def get(self, digest: str) -> bytes:
        """The content of that hash.

        Raises a fault where the file is gone or was changed since the step was found whole.
        """
        if not self.is_whole(digest):
            raise Fault(
                "A file of the build's store was removed or changed while the build ran.",
                str(self.path(digest)),
                "Build again: what it held is then made anew.",
                ExitStatus.PROGRAM_FAULT,
            )
        return self.path(digest).read_bytes()


def write_whole(path: Path, content: bytes, unfinished: Path) -> None:
    """Write a file in the folder ``unfinished`` of the same disk and rename it; nothing is left
    over where that fails.

    Raises a fault where the folder cannot be written to.
    """
    temporary = beside(unfinished / path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        raise Fault(
            f"The build's store cannot be written to: {error.strerror}.",
            str(path.parent),
            "Make room on the disk or give yourself the right to write there, or name another "
            "folder in the variable WRES_STORE.",
            ExitStatus.INPUT_MISSING,
        ) from None
    finally:
        remove(temporary)
