"""How the command ends where it does not end by itself: asked to, out of room, or broken."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

import click

from wres_report.faults import ExitStatus, Fault, machine_fault, memory_fault
from wres_report.pipeline.interrupts import asked, hear

BY_SIGNAL = 128  # and the number of the signal, as the shell has it
ENOUGH_FILES = 1024


def run(command: Callable[[], object]) -> NoReturn:
    """Run a command of click, say in words what stops it, and end with its exit status."""
    hear()
    _allow_files()
    try:
        status = command()
    except click.ClickException as error:
        error.show()
        _end(ExitStatus.USAGE)
    except click.exceptions.Abort as abort:
        if isinstance(abort.__cause__, EOFError):  # click takes it for Ctrl-D, and nobody is asked
            _end(_told(_killed()))
        _say("\nStopped. The outputs of finished trust-years stand; the rest is as before.")
        _end(BY_SIGNAL + (asked() or signal.SIGINT))
    except Fault as fault:
        _end(_told(fault))
    except OSError as error:
        refused = machine_fault(error)
        if refused is None:
            raise
        _end(_told(refused))
    except MemoryError:
        _end(_told(memory_fault()))
    _end(int(status) if isinstance(status, int) else 0)


def _allow_files() -> None:
    """Have as many files open as the system lets anybody have, up to what a build may need."""
    if os.name != "posix":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= soft < ENOUGH_FILES:
        wanted = ENOUGH_FILES if hard == resource.RLIM_INFINITY else min(ENOUGH_FILES, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _killed() -> Fault:
    return Fault(
        "A process of this command was killed, most often because memory ran out.",
        action="Try again with --jobs 1, or fewer trust-years at a time.",
    )


def _told(fault: Fault) -> int:
    _say(str(fault))
    return int(fault.status)


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # the terminal may be gone
        click.echo(text, err=True)


def _end(status: int) -> NoReturn:
    sys.exit(int(status))
