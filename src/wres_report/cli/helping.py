"""``wres help``: the pages of the documentation, which come inside the package."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import click

from wres_report.faults import ExitStatus, input_fault, usage_fault
from wres_report.inputs.workspace import CHECKOUT, PACKAGED

# Folders of the documentation, in the order in which a reader needs them, and what they are called.
PARTS = {
    "tutorial": "Tutorial: to see it work",
    "how-to": "How-to guides: a task in hand",
    "reference": "Reference: the exact name, unit or rule",
    "explanation": "Explanation: why it is as it is",
}
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]*?)([\w.-]+)\.md(?:#[\w-]*)?\)")
PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)


def show(page: str) -> ExitStatus:
    """Print a page, or the list of all where none is named.

    Raises a usage fault for a page that does not exist, with those that it may be, and an input
    fault where the package has no documentation.
    """
    pages = pages_in(documentation())
    if not page:
        click.echo(_list_of(pages))
        return ExitStatus.DONE
    name = page.strip().lower().removesuffix(".md").rpartition("/")[2]
    if name not in pages:
        # Who knows a word of the name is nearer than who has many of its letters.
        near = [other for other in pages if name in other][:3]
        alike = difflib.get_close_matches(name, pages, n=3, cutoff=0.4)
        near += [other for other in alike if other not in near]
        raise usage_fault(
            f"There is no page “{page}”.",
            action=(f"Perhaps: {', '.join(near)}. " if near else "") + "All pages: wres help. "
            "The options of a command: wres COMMAND --help.",
        )
    click.echo(as_text(pages[name].read_text(encoding="utf-8"), set(pages)))
    return ExitStatus.DONE


def documentation() -> Path:
    """The folder ``docs``, inside the package or beside ``src``."""
    for folder in (PACKAGED / "docs", CHECKOUT / "docs"):
        if folder.is_dir():
            return folder
    raise input_fault("The package has no documentation.", action="Install wres-report again.")


def pages_in(folder: Path) -> dict[str, Path]:
    """The pages for users by name, part by part."""
    found = {path.stem: path for part in PARTS for path in sorted((folder / part).glob("*.md"))}
    glossary = folder / "glossary.md"
    return found | ({"glossary": glossary} if glossary.is_file() else {})


def as_text(page: str, known: set[str]) -> str:
    """A page for a terminal: a link says which page it leads to. known: names of pages."""

    def led(link: re.Match[str]) -> str:
        words, name = link[1], link[3]
        return f"{words} (wres help {name})" if name in known else words

    return LINK.sub(led, PICTURE.sub("", page)).strip()


def _list_of(pages: dict[str, Path]) -> str:
    width = max(map(len, pages))
    lines = ["wres help PAGE prints one of these."]
    for part, words in PARTS.items():
        lines += ["", words]
        lines += [
            f"  {name:<{width}}  {_title(path)}"
            for name, path in pages.items()
            if path.parent.name == part
        ]
    return "\n".join([*lines, "", f"  {'glossary':<{width}}  what a word means"])


def _title(path: Path) -> str:
    found = TITLE.search(path.read_text(encoding="utf-8"))
    return found[1] if found else path.stem
