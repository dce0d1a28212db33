"""The cards of a page that say where its figures come from: one for each figure.

A card is a popover, which the page's script opens beside the figure. Without scripts it is shown
when a reader follows the figure, as the target of its link.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from wres_report.inputs.hash_key import KEYED
from wres_report.report.cards.model import Origin, Rows
from wres_report.words import runs

CARD = "figure-"  # what the address of a card begins with; the figure's key follows


def cards(origins: Iterable[Origin]) -> str:
    """The HTML of the cards, one for each origin; only a page shows them."""
    found = {origin.key: origin for origin in origins}
    body = "\n".join(_card(origin, found) for origin in found.values())
    return f'<div class="origins" id="figures">\n{body}\n</div>'


def _card(origin: Origin, known: Mapping[str, Origin]) -> str:
    name = CARD + origin.key
    entries = [
        ("Figure", _figure(origin)),
        ("How it is made" if origin.display else "Figures drawn", _made(origin, known)),
        ("What is measured", escape(origin.definition)),
        ("Numerator", escape(origin.numerator)),
        ("Denominator", escape(origin.denominator)),
        ("Data", "<br>".join(_rows(rows) for rows in origin.rows)),
        ("Notebook", _cell(origin)),
        ("Source", escape(origin.citation)),
        ("Key", f"<code>{escape(origin.key)}</code>" if not origin.outside else ""),
    ]
    told = "".join(f"<dt>{name}</dt><dd>{told}</dd>" for name, told in entries if told)
    return (
        f'<section class="origin" id="{escape(name)}" popover role="dialog" tabindex="-1" '
        f'aria-labelledby="{escape(name)}-title">'
        f'<p class="origin-top"><a class="origin-close" href="#figures">Close</a></p>'
        f'<p class="origin-title" id="{escape(name)}-title">{escape(origin.title)}</p>'
        f"<dl>{told}</dl></section>"
    )


def _figure(origin: Origin) -> str:
    if not origin.display:
        return ""
    interval = f" ({escape(origin.interval)})" if origin.interval else ""
    return f"<strong>{escape(origin.display)}</strong>{interval}"


def _made(origin: Origin, known: Mapping[str, Origin]) -> str:
    if not origin.parts:
        return escape(origin.made)
    return (f" {origin.sign} " if origin.sign else ", ").join(
        f'<a href="#{CARD}{escape(part)}">{escape(known[part].display)}</a> '
        f"({escape(known[part].title)})"
        for part in origin.parts
    )


def _rows(rows: Rows) -> str:
    words = f"<code>{escape(rows.file)}</code>"
    if rows.lines:
        words += f", {'row' if len(rows.lines) == 1 else 'rows'} {runs(sorted(rows.lines))}"
    if rows.columns:
        columns = [f"<code>{escape(column)}</code>" for column in rows.columns]
        words += f", {'column' if len(columns) == 1 else 'columns'} {', '.join(columns)}"
    return words + _hash(rows.sha256)


def _cell(origin: Origin) -> str:
    cell = origin.cell
    if cell is None:
        return ""
    return (
        f"<code>{escape(cell.notebook)}</code>, cell {cell.number}: "
        f"<code>{escape(cell.source)}</code>{_hash(cell.sha256)}"
    )


def _hash(sha256: str) -> str:
    if not sha256:
        return ""
    keyed = sha256.startswith(KEYED)
    name = "HMAC-SHA-256" if keyed else "SHA-256"
    return f'<br><span class="sha256">{name} {escape(sha256.removeprefix(KEYED))}</span>'
