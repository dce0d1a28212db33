"""Runs the pandoc that comes with ``pypandoc_binary``, always from the folder of the document.

Relative paths keep the place of the build out of every output.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from wres_report.processes import with_parent

from .errors import RenderError

# A report takes seconds: a program that runs this long will not end on its own.
LIMIT = 300
# The filter that stands before all others in a staged project.
GUARD = "filters/guard.lua"
# pandoc holds a few megabytes and ends within a second: with room for them from the start, it never
# stops to clear up what will be gone at once. Measured: a tenth of its time.
RUNTIME = ("+RTS", "-O64m", "-RTS")
TEMPORARY = re.compile(r"(/[\w.+-]+)+/(?=[\w.+-]+)")


@cache
def executable() -> str:
    """Path of pandoc.

    Raises
    ------
    RenderError
        where the package is not installed.
    """
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as fault:
        raise RenderError(
            "pandoc is not installed.",
            said=str(fault),
            todo="install the package pypandoc_binary (wres doctor shows what is missing)",
        ) from fault


@cache
def version() -> str:
    """Version of pandoc, such as ``3.9``."""
    run = subprocess.run([executable(), "--version"], capture_output=True, text=True, check=True)
    return run.stdout.split()[1]


def start(arguments: Sequence[str], folder: Path, epoch: int) -> subprocess.Popen[str]:
    """Start pandoc in ``folder``; ``finish`` waits for it."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return subprocess.Popen(
        [executable(), *RUNTIME, *arguments],
        cwd=folder,
        env=environment,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        **with_parent(),
    )


def finish(process: subprocess.Popen[str], what: str) -> str:
    """Wait for pandoc; what it wrote to standard error.

    Raises
    ------
    RenderError
        where pandoc failed; ``what`` is the format it was writing.
    """
    said = wait(process, f"pandoc, writing the {what} report,")
    if process.returncode:
        raise RenderError(
            f"pandoc could not write the {what} report.",
            said=shortened(said),
            todo="the message names the place; if it names none, build with --renderer quarto "
            "and compare, or report it with the staged project",
        )
    return said


def stop(process: subprocess.Popen[str]) -> None:
    """End a program that still runs."""
    if process.poll() is None:
        process.kill()
        process.communicate()


def wait(process: subprocess.Popen[str], name: str) -> str:
    """What a program wrote to standard error; one that does not end is stopped."""
    try:
        return process.communicate(timeout=LIMIT)[1]
    except subprocess.TimeoutExpired as fault:
        stop(process)
        raise RenderError(f"{name} did not end within {LIMIT} seconds.") from fault


def shortened(text: str, lines: int = 12) -> str:
    """The first lines of a message, without the folders of this machine."""
    kept = [TEMPORARY.sub("", line) for line in text.strip().splitlines()]
    return "\n".join(kept[:lines] + (["…"] if len(kept) > lines else []))
