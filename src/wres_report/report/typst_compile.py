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
from pathlib import Path


def main(request_path: str) -> int:
    import typst

    request = json.loads(Path(request_path).read_text(encoding="utf-8"))
    stamp = datetime.datetime.fromtimestamp(request["epoch"], tz=datetime.UTC)
    try:
        typst.compile(
            request["input"],
            output=request["output"],
            root=request["root"],
            font_paths=[request["fonts"]],
            ignore_system_fonts=True,
            pdf_standards=request["standards"],
            timestamp=stamp,
        )
    except Exception as fault:  # typst does not declare the types it raises
        # The diagnostic names the line of the Typst text; other faults have only their message.
        sys.stderr.write(errors_of(str(getattr(fault, "diagnostic", None) or fault)) + "\n")
        return 1
    return 0


def errors_of(diagnostic: str) -> str:
    """The errors among the messages; warnings, such as of a missing fallback font, are left out."""
    blocks = re.split(r"\n\s*\n", diagnostic.strip())
    return "\n\n".join(b for b in blocks if not b.startswith("warning")) or diagnostic


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
