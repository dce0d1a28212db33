"""What can go wrong through no fault of the program, and the exit status of each.

A fault is shown to an analyst as it stands: what is wrong, where, what to do. It never
carries a traceback.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses of ``wres``; the contract fixes the numbers."""

    DONE = 0
    PROGRAM_FAULT = 1
    USAGE = 2
    BLOCKED = 10
    NOTEBOOK_FAILED = 11
    RENDERING_FAILED = 12
    NARRATIVE_AT_FAULT = 13
    VERIFICATION_DIFFERS = 14
    INPUT_MISSING = 15


# "The gravest counts": what stops a report earliest is gravest, a fault of our own above all.
GRAVITY = (
    ExitStatus.PROGRAM_FAULT,
    ExitStatus.USAGE,
    ExitStatus.INPUT_MISSING,
    ExitStatus.BLOCKED,
    ExitStatus.NOTEBOOK_FAILED,
    ExitStatus.NARRATIVE_AT_FAULT,
    ExitStatus.RENDERING_FAILED,
    ExitStatus.VERIFICATION_DIFFERS,
    ExitStatus.DONE,
)


NO_TEMPORARY = "No usable temporary directory"  # as Python says it
# Numbers of Windows for a file that a program has open: no sharing, a lock, and a folder that can
# not be renamed while a file in it is open.
OPEN_ELSEWHERE = (5, 32, 33)
OPEN_IN_A_PROGRAM = (
    "another program has it open, or you may not do this here",
    "Close it in Excel, Word or whatever shows it, then try again.",
)
# What a machine may refuse whatever the program does: why, and what to do.
_REFUSED = {
    errno.ENOSPC: ("the disk is full", "Make room on the disk, or name another folder."),
    errno.EDQUOT: ("your share of the disk is used up", "Make room, or name another folder."),
    errno.EFBIG: ("a file may not grow so large", "Ask for a larger limit (ulimit -f)."),
    errno.EROFS: ("the disk is read-only", "Name a folder on another disk."),
    errno.EACCES: ("you may not do this here", "Ask for the right to it, or name another folder."),
    errno.EPERM: ("you may not do this here", "Ask for the right to it, or name another folder."),
    errno.ENOTDIR: ("there is a file in the place of a folder", "Move the file away."),
    errno.EISDIR: ("there is a folder in the place of a file", "Move the folder away."),
    errno.EEXIST: ("something else stands there already", "Move it away."),
    errno.ENAMETOOLONG: ("the path is too long", "Work in a folder with a shorter path."),
    errno.ELOOP: ("links lead in a circle", "Take the links away."),
    errno.EIO: ("the disk does not answer", "Check the disk, or name another folder."),
    errno.EMFILE: ("too many files are open at one time", "Raise the limit: ulimit -n 1024."),
    errno.ENFILE: ("too many files are open at one time", "End other programs, then try again."),
    errno.ENOMEM: ("memory ran out", "End other programs, or take --jobs 1."),
    errno.EAGAIN: ("no more processes can be started", "End other programs, or take --jobs 1."),
}


def gravest(statuses: list[ExitStatus]) -> ExitStatus:
    """Return the gravest of the statuses; ``DONE`` where there are none."""
    return min(statuses, key=GRAVITY.index, default=ExitStatus.DONE)


@dataclass(eq=False)
class Fault(Exception):
    """Something a person can put right.

    what: one sentence that says what is wrong. where: the file, with row and column where
    known. action: what to do about it. others: further faults of the same kind.
    """

    what: str
    where: str = ""
    action: str = ""
    status: ExitStatus = field(default=ExitStatus.PROGRAM_FAULT)
    others: tuple[Fault, ...] = ()

    def __str__(self) -> str:
        lines = [self.what]
        if self.where:
            lines.append(f"  where: {self.where}")
        if self.action:
            lines.append(f"  to do: {self.action}")
        return "\n".join([*lines, *map(str, self.others)])

    def __reduce__(self) -> tuple[type[Fault], tuple[object, ...]]:
        # An exception's own pickling would drop the fields on the way back from a worker.
        return (Fault, (self.what, self.where, self.action, self.status, self.others))


def together(faults: Sequence[Fault]) -> Fault:
    """Several faults as one, each with its own place and advice, so that all are mended in one go.

    Its status is that of the first.
    """
    first, *others = faults
    return replace(first, others=(*first.others, *others))


def usage_fault(what: str, where: str = "", action: str = "") -> Fault:
    """A command or a setting that was written wrongly (exit status 2)."""
    return Fault(what, where, action, ExitStatus.USAGE)


def input_fault(what: str, where: str = "", action: str = "") -> Fault:
    """An input that is missing or cannot be read (exit status 15)."""
    return Fault(what, where, action, ExitStatus.INPUT_MISSING)


def narrative_fault(what: str, where: str = "", action: str = "") -> Fault:
    """A fault in the trust's own words (exit status 13)."""
    return Fault(what, where, action, ExitStatus.NARRATIVE_AT_FAULT)


def machine_fault(error: OSError) -> Fault | None:
    """What the machine refused, as a fault (exit status 15); None where the program is at fault."""
    if error.errno == errno.ENOENT and NO_TEMPORARY in str(error):
        return input_fault(
            "There is no folder for temporary files that can be written to.", "TMPDIR",
            "Make room on the disk, or name a folder in the variable TMPDIR.",
        )  # fmt: skip
    if error.errno not in _REFUSED:
        return None
    why, action = _REFUSED[error.errno]
    if getattr(error, "winerror", None) in OPEN_ELSEWHERE:
        why, action = OPEN_IN_A_PROGRAM
    place = error.filename2 or error.filename
    where = place.decode(errors="replace") if isinstance(place, bytes) else str(place or "")
    return input_fault(f"A file cannot be written or read: {why}.", where, action)


def memory_fault() -> Fault:
    """Memory ran out (exit status 1)."""
    return Fault(
        "Memory ran out.",
        action="End other programs, or take --jobs 1 and fewer trust-years at a time.",
    )


def not_written(error: OSError, what: str, where: str, action: str) -> Fault:
    """A file that was named and cannot be written: another is to be named (exit status 2), or the
    machine would take none (15)."""
    refused = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
    status = ExitStatus.INPUT_MISSING if refused else ExitStatus.USAGE
    why = error.strerror
    if getattr(error, "winerror", None) in OPEN_ELSEWHERE:
        why, action = OPEN_IN_A_PROGRAM
    return Fault(f"{what} cannot be written: {why}.", where, action, status)
