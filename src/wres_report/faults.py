"""What can go wrong through no fault of the program, and the exit status of each.

A fault is shown to an analyst as it stands: what is wrong, where, what to do. It never
carries a traceback.
"""

from __future__ import annotations

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
