"""Puts what was measured into the page on speed, between two marks that stand there."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE, PICTURE = ROOT / "docs/explanation/speed.md", ROOT / "docs/images/speed.png"
BEGIN, END = "<!-- written by nox -s bench -- --page -->", "<!-- end of what is written -->"


def conditions() -> str:
    """When, of what and where it is measured, in one sentence."""
    command = ("git", "rev-parse", "--short", "HEAD")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    now = datetime.now(UTC)
    return (
        f"Measured on {now.day} {now:%B %Y} of revision `{done.stdout.strip() or 'unknown'}`, with "
        f"Python {platform.python_version()} on {platform.system()} and {os.cpu_count()} "
        "processors."
    )


def renew(text: str, picture: Path, page: Path = PAGE, shown: Path = PICTURE) -> None:
    """Put the text between the marks of a page, and the picture where the page shows it.

    Raises ValueError where the page has no marks.
    """
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{page.name} has no place for what was measured: {BEGIN} … {END}")
    whole = f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"
    page.write_text(whole, encoding="utf-8", newline="\n")
    shutil.copyfile(picture, shown)
