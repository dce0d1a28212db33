"""Tells a change request what changes in the reports: pages, and a comment of one screen.

    python ci/compare.py BEFORE AFTER CHANGES

BEFORE and AFTER are folders of outputs. For each trust-year that both have, ``wres diff`` writes a
page into CHANGES; ``comment.md`` there holds the first lines of each, and how many did not change.
Status 0 unless a comparison fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

LINES = 25  # of each trust-year; the page has all
LONGEST = 60_000  # characters; a comment may have 65,536
NAME = re.compile(r"[A-Z0-9]{3,6}/20\d\d(?:/[a-z][a-z0-9]*)?")


def trust_years(outputs: Path) -> list[str]:
    """The trust-years that have finished reports in a folder."""
    found = [path.parent.relative_to(outputs).as_posix() for path in outputs.rglob("manifest.json")]
    return sorted(name for name in found if NAME.fullmatch(name))


def compared(before: Path, after: Path, page: Path) -> str:
    """What ``wres diff`` says of two builds; the page is written to ``page``."""
    command = [sys.executable, "-m", "wres_report", "diff", str(before), str(after)]
    done = subprocess.run(
        [*command, "--html", str(page)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{after}: {done.stderr}")
    return done.stdout.strip()


def main(before: Path, after: Path, changes: Path) -> None:
    changes.mkdir(parents=True, exist_ok=True)
    old, new = set(trust_years(before)), set(trust_years(after))
    parts, same = [], 0
    for name in sorted(old & new):
        page = changes / f"{name.replace('/', '-')}.html"
        said = compared(before / name, after / name, page)
        outputs = [(side / name / "index.html").read_bytes() for side in (before, after)]
        if outputs[0] == outputs[1]:
            same += 1
            page.unlink(missing_ok=True)
            continue
        lines = said.splitlines()
        shown = "\n".join(lines[:LINES]) + ("\n…" if len(lines) > LINES else "")
        parts.append(f"### {name}\n\n```text\n{shown}\n```\n\nThe page: `{page.name}`")
    for words, names in (("New", new - old), ("No longer built", old - new)):
        if names:
            parts.append(f"{words}: {', '.join(sorted(names))}.")
    head = f"## What changes in the reports\n\n{same} of {len(old & new)} reports stay as they are."
    text = "\n\n".join([head, *parts])[:LONGEST] + "\n"
    (changes / "comment.md").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
