"""Hands a command over to a prepared process, where there is a fitting one. Light.

The command goes on as a fork of that process, with the streams, the folder and the variables of
this one, which waits, passes on what asks it for an end, and ends as the fork does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from wres_report.standby import place

SERVED = "build"  # the command that is handed over
# Set in whatever a command starts: what it runs in turn is a part of it.
WITHIN = "WRES_TMPDIR"

_began: list[Mapping[str, str]] = []


def run_elsewhere(arguments: Sequence[str]) -> int | None:
    """Have a prepared process run the command of these arguments.

    Returns its exit status, or None where this process is to run it itself. Raises
    KeyboardInterrupt where it is asked for an end before anything runs.
    """
    _began[:] = [dict(os.environ)]
    if list(arguments[:1]) != [SERVED] or WITHIN in os.environ:
        return None
    if not place.can_stand_by():
        return None
    folder = place.folder_of_user()
    if not place.is_own(folder) or not (path := place.socket_of(folder)).exists():
        return None
    from wres_report.standby import handing

    return handing.hand_over(path)


def environment_at_start() -> Mapping[str, str]:
    """The variables that this command was started with."""
    return _began[0] if _began else os.environ


def began_with(environment: Mapping[str, str]) -> None:
    """In a fork that takes a command over: these are the variables that it was started with."""
    _began[:] = [dict(environment)]


def told_of_this() -> dict[str, Any]:
    """The situation of this command, for a prepared process that is to stay or to be started."""
    from wres_report.standby.situation import situation

    return situation(environment_at_start()) | {"arguments": list(sys.argv)}
