"""The command, also for ``python -m wres_report``. Light: what is loaded may be interrupted."""

from __future__ import annotations

import sys
from typing import Any

INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C before it can tell of it ends it as well."""
    try:
        from wres_report.loading import collect_seldom

        collect_seldom()
        from wres_report.cli.main import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except SystemExit as end:
        _end_at_once(end.code)
        raise


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
