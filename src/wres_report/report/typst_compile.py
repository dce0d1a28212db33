"""Compiles one Typst file to a tagged PDF. Runs as a program of its own.

Typst starts threads that do not survive a fork: a process that has compiled must never fork
afterwards. So every compilation has its own process, which ends with it.

    python typst_compile.py REQUEST.json

The request: {"input", "output", "root", "fonts", "epoch", "standards"}. Status 1 and a message on
standard error where Typst refuses the document.
"""

from __future__ import annotations

import datetime
import json
import re
import sys


def main(request_path: str) -> int:
    import typst

    with open(request_path, encoding="utf-8") as file:
        request = json.load(file)
    stamp = datetime.datetime.fromtimestamp(request["epoch"], tz=datetime.timezone.utc)
    try:
        typst.compile(
            request["input"], output=request["output"], root=request["root"],
            font_paths=[request["fonts"]], ignore_system_fonts=True,
            pdf_standards=request["standards"], timestamp=stamp,
        )
    except Exception as fault:  # noqa: BLE001 - typst raises its own, undeclared types
        # The diagnostic names the line of the Typst text; other faults have only their message.
        print(errors_of(str(getattr(fault, "diagnostic", None) or fault)), file=sys.stderr)
        return 1
    return 0


def errors_of(diagnostic: str) -> str:
    """The errors among the messages; warnings, such as of a missing fallback font, are left out."""
    blocks = re.split(r"\n\s*\n", diagnostic.strip())
    return "\n\n".join(b for b in blocks if not b.startswith("warning")) or diagnostic


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
