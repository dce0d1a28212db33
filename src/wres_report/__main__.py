"""The command, also for ``python -m wres_report``. Light: what is loaded may be interrupted."""

from __future__ import annotations

import sys

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


if __name__ == "__main__":
    main()
