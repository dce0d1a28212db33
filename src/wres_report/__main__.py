"""The command, also for ``python -m wres_report``. Light: what is loaded may be interrupted."""

from __future__ import annotations

import sys
from typing import Any

INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C before it can tell of it ends it as well."""
    try:
        from wres_report.standby.asking import run_elsewhere

        status = run_elsewhere(sys.argv[1:])
        if status is not None:
            _end_at_once(status)
            sys.exit(status)
        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        _end_at_once(end.code)
        raise


def command() -> None:
    """Run the command in this process. Raises SystemExit at its end."""
    try:
        from wres_report.loading import collect_seldom

        collect_seldom()
        from wres_report.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def stand_by(seconds: float) -> None:
    """Be the prepared process that ``wres build --keep`` leaves behind."""
    import os

    environment = dict(os.environ)  # before a library sets anything
    from wres_report.standby.serving import Command, serve

    def prepare() -> None:
        from wres_report.cli.load_all import load_all

        load_all()

    def afresh() -> None:
        from wres_report.cli.load_all import forget_own

        forget_own()

    serve(Command(prepare, afresh, command), seconds, environment)


def _end_at_once(status: Any) -> None:
    """End as Python does, but do not free one by one the objects of all that was loaded, which
    takes a tenth of a second. Where anything goes wrong, or is being watched, Python ends."""
    import atexit
    import os
    import threading

    if type(status) is not int or sys.gettrace() or sys.getprofile():
        return
    try:
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except BaseException:
        return
    os._exit(status)


if __name__ == "__main__":
    main()
