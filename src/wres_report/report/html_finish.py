"""Finishes the page that Quarto wrote, where a filter cannot.

It names each table and its region, drops what Quarto leaves of a notebook's cell: attributes that
say nothing to a reader, or that HTML does not know where they stand; and says what may run.
"""

from __future__ import annotations

import re
from pathlib import Path

from wres_report.page_policy import scripts_of, with_policy

TOKEN = re.compile(
    r'<figcaption[^>]*\bid="(?P<caption>[^"]+)"'
    r'|aria-label="(?P<region>Table, scrolls sideways)"'
    r"|<(?P<table>table)(?=[\s>])"
    r"|(?P<end></figure>)"
)
# The alternative text of a picture stands at the picture; on the box around it it is invalid.
BOX = re.compile(r"<(?:div|figure|section|span|pre|code)\b[^>]*>")
LEFT_OVER = re.compile(r' (?:alt|data-execution_count|data-tags)="[^"]*"')


def finish(path: Path, template: str) -> None:
    """A table, and the region that it scrolls in, have its caption for a name, as in the embedded
    page.

    template: the text of the page's template; its scripts are the only ones that may run.
    """
    caption = ""

    def name(match: re.Match[str]) -> str:
        nonlocal caption
        if match["caption"]:
            caption = match["caption"]
        elif match["end"]:
            caption = ""
        elif match["table"]:
            return f'<table aria-labelledby="{caption}"' if caption else match[0]
        elif caption:
            return f'aria-labelledby="{caption}"'
        return match[0]

    page = TOKEN.sub(name, path.read_text(encoding="utf-8"))
    page = BOX.sub(lambda box: LEFT_OVER.sub("", box[0]), page)
    path.write_text(with_policy(page, scripts_of(template)), encoding="utf-8", newline="\n")
