"""``python -m wres_report`` is the same as ``wres``."""

from wres_report.cli.main import main

main()
