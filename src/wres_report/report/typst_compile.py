"""Compiles one Typst file to a tagged PDF, in a process that ends with it.

Typst starts threads, and a process with threads must not fork. What it remembers of a document
is large and of no use for the next. So it runs in a fork of the calling process where that says
that it may be forked, and in a new program elsewhere:

    typst_compile.by_fork = True

    python typst_compile.py REQUEST.json

The request: {"input", "output", "root", "fonts", "epoch", "standards"}. Status 1 and a message on
standard error where Typst refuses the document.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

# Whether this process may be forked: only for one that has no threads.
by_fork = False


def compile_file(request: Mapping[str, Any]) -> str:
    """Write the PDF of a request; what Typst says where it refuses the document, else nothing."""
    import typst

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
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # what Typst raises when it crashes is no Exception
        # The diagnostic names the line of the Typst text; other faults have only their message.
        return errors_of(str(getattr(fault, "diagnostic", None) or fault))
    return ""


def errors_of(diagnostic: str) -> str:
    """The errors among the messages; warnings, such as of a missing fallback font, are left out."""
    blocks = re.split(r"\n\s*\n", diagnostic.strip())
    return "\n\n".join(b for b in blocks if not b.startswith("warning")) or diagnostic


def main(request_path: str) -> int:
    said = compile_file(json.loads(Path(request_path).read_text(encoding="utf-8")))
    sys.stderr.write(said and said + "\n")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
