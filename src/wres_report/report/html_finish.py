"""Finishes the page that Quarto wrote, where a filter cannot: names each table's region."""

from __future__ import annotations

import re
from pathlib import Path

TOKEN = re.compile(
    r'<figcaption[^>]*\bid="(?P<caption>[^"]+)"'
    r'|aria-label="(?P<region>Table, scrolls sideways)"'
    r"|(?P<end></figure>)"
)


def finish(path: Path) -> None:
    """A region that scrolls is announced with the caption of its table, as in the embedded page."""
    caption = ""

    def name(match: re.Match[str]) -> str:
        nonlocal caption
        if match["caption"]:
            caption = match["caption"]
        elif match["end"]:
            caption = ""
        elif caption:
            return f'aria-labelledby="{caption}"'
        return match[0]

    path.write_text(TOKEN.sub(name, path.read_text(encoding="utf-8")), encoding="utf-8")
