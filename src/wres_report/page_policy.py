"""What a page may load and run: nothing but the styles, scripts and pictures that it holds.

A browser that reads the policy runs no script whose SHA-256 is not named in it, and asks for
nothing from outside, whatever has got into the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from html import unescape

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">\n?')
HEAD = re.compile(r"<head\b[^>]*>\n?|<!DOCTYPE[^>]*>\n?", re.IGNORECASE)
CHARSET = '<meta charset="utf-8">\n'
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
ATTRIBUTE = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*?\sstyle=("[^"]*"|'[^']*')""")
NOTHING = "'none'"
LONGEST_HEAD = 2_000  # characters in which a head begins


def source(text: str) -> str:
    """The text of a script or a style as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(
    styles: Iterable[str] = (), scripts: Iterable[str] = (), *, named: Iterable[str] = (),
    attributes: Iterable[str] = (), pictures: bool = False, typefaces: bool = False,
    connects: bool = False,
) -> str:  # fmt: skip
    """A policy that permits these texts of styles, scripts and ``style`` attributes alone.

    named: scripts by their source already. pictures, typefaces: whether the page holds any.
    connects: whether its scripts may ask the server that it comes from, and no other.
    """
    parts = ["default-src 'none'"]
    if pictures:
        parts.append("img-src data:")
    if typefaces:
        parts.append("font-src data:")
    if connects:
        parts.append("connect-src 'self'")
    parts.append(f"style-src {_sources(map(source, styles))}")
    if attributes := sorted(set(attributes)):
        hashes = " ".join(source(text) for text in attributes)
        parts.append(f"style-src-attr 'unsafe-hashes' {hashes}")
    sources = _sources([*named, *map(source, scripts)])
    parts += [f"script-src {sources}", "base-uri 'none'", "form-action 'none'"]
    return "; ".join(parts)


def with_policy(page: str, scripts: Sequence[str]) -> str:
    """A finished page with its policy as the first thing in its head.

    scripts: the texts of those that may run; any other that stands in the page does not.
    """
    return with_meta(page, policy_of(page, scripts))


def with_meta(page: str, named: str) -> str:
    """A page with this policy, in place of the one that it may have."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{named}">\n'
    page = META.sub("", page)
    # A page without a head of its own is given one by its first element.
    place = max((found.end() for found in HEAD.finditer(page[:LONGEST_HEAD])), default=0)
    # The encoding has to be told within the first 1,024 bytes, and so before a long policy.
    place += len(CHARSET) if page.startswith(CHARSET, place) else 0
    return page[:place] + meta + page[place:]


def policy_of(page: str, scripts: Sequence[str], *, connects: bool = False) -> str:
    """The policy of a finished page that holds its pictures, typefaces and styles.

    scripts: those that may run, beside those that the page's present policy names already.
    """
    return policy(
        STYLE.findall(page), scripts, named=_scripts_named(page),
        attributes=style_attributes(page), pictures=True, typefaces=True, connects=connects,
    )  # fmt: skip


def _scripts_named(page: str) -> list[str]:
    found = META.search(page, 0, LONGEST_HEAD)
    # Quarto writes the quotes of a source as references.
    sources = re.search(r"script-src ([^;\"]*)", unescape(found[0])) if found else None
    return sources[1].split() if sources else []


def style_attributes(page: str) -> set[str]:
    """The texts of all ``style`` attributes of a page."""
    bare = STYLE.sub("", SCRIPT.sub("", page))
    return {unescape(found[1:-1]) for found in ATTRIBUTE.findall(bare)}


def scripts_of(template: str) -> list[str]:
    """The texts of the scripts that stand in a page's template as they do in the page."""
    return SCRIPT.findall(template)


def _sources(sources: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(one for one in sources if one != NOTHING)) or NOTHING
