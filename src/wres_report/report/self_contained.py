"""Puts everything that a page loads into the page itself.

What is loaded must be a file of the report's own folder: nothing is fetched from another place.
"""

from __future__ import annotations

import base64
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .errors import RenderError

TAG = re.compile(
    r"<(?P<name>audio|embed|iframe|image|img|input|link|object|script|source|track|use|video)\b"
    r"""(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""(?P<name>[^\s=>"'/]+)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>]+)""")
STYLE = re.compile(r"(?P<start><style\b[^>]*>)(?P<css>.*?)(?P<end></style>)", re.DOTALL)
ADDRESS = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<address>.*?)(?P=quote)\s*\)""")
LOADING = {"data", "href", "poster", "src", "srcset", "xlink:href"}
# Fixed here: a machine's own list may have other names for them.
TYPES = {
    ".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png",
    ".svg": "image/svg+xml", ".webp": "image/webp",
    ".otf": "font/otf", ".ttf": "font/ttf", ".woff": "font/woff", ".woff2": "font/woff2",
}  # fmt: skip


def with_everything_inside(page: str, folder: Path) -> str:
    """The page with its style sheets, pictures and typefaces inside it.

    folder: where the addresses of the page start.

    Raises
    ------
    RenderError
        for something that stands in another place, does not exist, or is of an unknown kind.
    """
    page = STYLE.sub(lambda m: m["start"] + _css(m["css"], folder, folder) + m["end"], page)
    return TAG.sub(lambda match: _tag(match, folder), page)


def _tag(match: re.Match[str], folder: Path) -> str:
    values = {m["name"].lower(): _plain(m["value"]) for m in ATTRIBUTE.finditer(match[0])}
    if match["name"].lower() == "link" and values.get("rel") == "stylesheet":
        sheet = _file(values.get("href", ""), folder, folder)
        css = _css(sheet.read_text(encoding="utf-8"), folder, sheet.parent)
        return f"<style>\n{css}</style>"

    def attribute(found: re.Match[str]) -> str:
        if found["name"].lower() not in LOADING:
            return found[0]
        address = _plain(found["value"])
        inside = _inside(address, folder, folder)
        return found[0] if inside == address else f'{found["name"]}="{inside}"'

    attributes = ATTRIBUTE.sub(attribute, match["attributes"])
    return f"<{match['name']}{attributes}>"


def _plain(value: str) -> str:
    return unescape(value[1:-1] if value[0] in "\"'" else value)


def _css(css: str, folder: Path, base: Path) -> str:
    """A style sheet with what it loads inside it; ``base`` is where its addresses start."""
    if "@import" in css:
        raise RenderError(
            "A style sheet of the page imports another one.",
            todo="name both in report/_quarto.yml",
        )
    return ADDRESS.sub(lambda m: f'url("{_inside(m["address"], folder, base)}")', css)


def _inside(address: str, folder: Path, base: Path) -> str:
    """The file of an address as an address that holds it; what loads nothing stays as it is."""
    if address.startswith(("data:", "#")):
        return address
    path = _file(address, folder, base)
    kind = TYPES.get(path.suffix.lower())
    if kind is None:
        raise RenderError(
            f"The page cannot hold a file of this kind: {address}",
            todo=f"use one of {', '.join(sorted(TYPES))}",
        )
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def _file(address: str, folder: Path, base: Path) -> Path:
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        raise RenderError(
            f"The page would load something from another place: {address}",
            todo="link to it instead, or show it from a file of the report's own folder",
        )
    path = (base / unquote(parts.path)).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise RenderError(
            f"The page shows a file that the report does not have: {address}",
            todo="correct the name, or leave it out",
        )
    return path
