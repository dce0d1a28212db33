"""The list of downloads at the head of a report's page: the files that stand beside it.

A page is made before it is known what will stand beside it, and is copied to places where other
files do. So its template marks the place, and whoever puts a page somewhere fills it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from wres_report.finished.files import PLANS_WORKBOOK, RESULTS
from wres_report.formats import FORMATS

PLACE = "<!-- downloads -->"
_FILLED = re.compile(rf"{re.escape(PLACE)}(?:<nav class=\"downloads\".*?</nav>)?", re.DOTALL)
# What may stand in the list, in its order, and what it is called there.
NAMES = {
    **{one.file: one.words for one in FORMATS.values() if one.name != "html"},
    PLANS_WORKBOOK: "Plans (Excel)",
    RESULTS: "Figures (JSON)",
}


def with_downloads(page: str, addresses: Mapping[str, str]) -> str:
    """The page with a list of downloads in the place for it, instead of any that stands there.

    addresses: by the name of each file of the outputs that can be had, its address from the page.
    Without any there is no list, and a page that has no place for one stays as it is.
    """
    links = [
        f'<li><a href="{escape(addresses[file])}" download>{escape(words)}</a></li>'
        for file, words in NAMES.items()
        if file in addresses
    ]
    shown = (
        f'<nav class="downloads" aria-label="Downloads"><p>Download</p><ul>{"".join(links)}</ul>'
        "</nav>"
        if links
        else ""
    )
    return _FILLED.sub(lambda _: PLACE + shown, page, count=1)
