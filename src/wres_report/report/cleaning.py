"""Cleans the trust's own words before they are staged: what may stay, what goes, what is refused.

They may come from anybody. pandoc reads each text as both renderers will, and tells what is in it.
HTML goes through nh3, the Python face of Ammonia, with the list of what may stay below, and becomes
headings, tables and emphasis like any other, so that Word and PDF show it as well. Read
``clean_texts`` first; what is refused altogether stands in ``refusals``.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from wres_report.narrative.variables import VARIABLE
from wres_report.report import pandoc
from wres_report.words import UNPRINTABLE

LUA = Path(__file__).parent / "lua"
SHORTCODE = re.compile(r"\{\{<.*?>\}\}")
PLACEHOLDER = re.compile("\ue010([0-9]+)\ue011")
# Without any of these a text has no raw content, no HTML, formula, picture or setting.
PERHAPS = re.compile(r"<[A-Za-z!/?]|\{=|\\[A-Za-z(\[]|\$|!\[|^[ \t]*(?:---|\.\.\.|%)", re.MULTILINE)
TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins",
    "kbd", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href"}, "img": {"alt", "height", "src", "width"}, "ol": {"start"},
    "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"},
}  # fmt: skip
# What stands in these is no text for a reader.
WITH_CONTENT = {"script", "style", "template", "noscript", "object", "iframe", "svg"}
SCHEMES = {"http", "https", "mailto"}


@dataclass(frozen=True)
class Found:
    """One thing in a text. kind: ``raw``, ``html``, ``attribute``, ``link``, ``picture``,
    ``formula`` or ``metadata``. text: as pandoc read it. words: what is shown of it. safe: of a
    picture, whether its address is that of a file beside the text.
    """

    kind: str
    text: str
    words: str = ""
    safe: bool = True


@dataclass
class Cleaned:
    """text: as it is staged. changed: whether it is another than was written. found: in order."""

    text: str
    changed: bool = False
    found: list[Found] = field(default_factory=list)


def clean_texts(texts: Mapping[str, str], variables: Mapping[str, str]) -> dict[str, Cleaned]:
    """Each text by its name, cleaned, with what was found in it.

    variables: what each prints; an address may name one.
    """
    if not texts:
        return {}
    hidden = {name: _Hidden(text, variables) for name, text in texts.items()}
    with tempfile.TemporaryDirectory(prefix="wres-words-") as folder:
        answers = _look({"texts": [one.text for one in hidden.values()]}, hidden, Path(folder))
        cleaned = {
            name: Cleaned(hidden[name].written, answer["changed"], _found(answer, hidden[name]))
            for name, answer in zip(texts, answers, strict=True)
        }
        again = {n: a for n, a in zip(texts, answers, strict=True) if a["changed"]}
        entries = [
            {"document": a["document"], "html": [clean_html(html) for html in a["html"]]}
            for a in again.values()
        ]
        if entries:
            chosen = {name: hidden[name] for name in again}
            for name, answer in zip(
                again, _look({"again": entries}, chosen, Path(folder)), strict=True
            ):
                cleaned[name].text = hidden[name].shown(answer["text"])
                cleaned[name].found += _found(answer, hidden[name])
    return cleaned


def clean_where_needed(
    texts: Mapping[str, str], variables: Mapping[str, str]
) -> dict[str, Cleaned]:
    """As ``clean_texts``, without pandoc for texts in which it could find nothing."""
    found = {name: Cleaned(UNPRINTABLE.sub("", text)) for name, text in texts.items()}
    return found | clean_texts(
        {name: text for name, text in texts.items() if PERHAPS.search(SHORTCODE.sub("", text))},
        variables,
    )


def raw_content(texts: Sequence[str]) -> list[str]:
    """The raw content of some Markdown of our own, as the guard will meet it."""
    if not texts:
        return []
    hidden = {str(place): _Hidden(text, {}) for place, text in enumerate(texts)}
    with tempfile.TemporaryDirectory(prefix="wres-words-") as folder:
        answers = _look({"texts": [one.text for one in hidden.values()]}, hidden, Path(folder))
        found = [_found(answer, one) for answer, one in zip(answers, hidden.values(), strict=True)]
    return [one.text for many in found for one in many if one.kind in ("raw", "html")]


def clean_html(html: str) -> str:
    """HTML with nothing in it but what the lists above name."""
    import nh3  # which no command needs that stages nothing

    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None,
        clean_content_tags=WITH_CONTENT,
    )  # fmt: skip


def removed_from(html: str) -> list[str]:
    """What cleaning takes out of some HTML, each in a word or two, in the order of the text."""
    reader = _Removed()
    reader.feed(html)
    reader.close()
    return list(dict.fromkeys(reader.found))


class _Removed(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
            return
        known = ATTRIBUTES["*"] | ATTRIBUTES.get(tag, set())
        self.found += [f"{name}=" for name, _ in attrs if name not in known]
        for name, value in attrs:
            scheme = re.match(r"\s*([a-z][\w+.-]*):", re.sub(r"[\x00-\x20]", "", value or ""), re.I)
            if name in ("href", "src") and scheme and scheme[1].lower() not in SCHEMES:
                self.found.append(f"{name}={scheme[1]}:")


@dataclass
class _Hidden:
    """A text whose shortcodes are signs that pandoc leaves as they are."""

    written: str
    variables: Mapping[str, str]
    codes: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        # The signs that stand for shortcodes must be ours alone.
        self.written = UNPRINTABLE.sub("", self.written)
        self.text = SHORTCODE.sub(lambda match: self._hide(match[0]), self.written)

    def _hide(self, code: str) -> str:
        self.codes.append(code)
        return f"\ue010{len(self.codes)}\ue011"

    def shown(self, text: str) -> str:
        """A text with the shortcodes in place of their signs again."""
        return PLACEHOLDER.sub(lambda match: self._code(int(match[1])), text)

    def _code(self, number: int) -> str:
        return self.codes[number - 1] if 0 < number <= len(self.codes) else ""

    def fills(self) -> dict[str, str]:
        """What each sign stands for in an address: what its variable prints."""
        found = {}
        for number, code in enumerate(self.codes, start=1):
            variable = VARIABLE.fullmatch(code)
            found[str(number)] = self.variables.get(variable[1], "") if variable else "\n"
        return found


def _found(answer: Mapping[str, Any], hidden: _Hidden) -> list[Found]:
    return [
        Found(
            one["kind"], hidden.shown(one["text"]), hidden.shown(one["words"]),
            one.get("safe", True),
        )
        for one in answer["findings"]
    ]  # fmt: skip


def _look(
    request: dict[str, Any], hidden: Mapping[str, _Hidden], folder: Path
) -> Iterable[dict[str, Any]]:
    """What pandoc tells of the texts of a request."""
    request |= {"fills": [one.fills() for one in hidden.values()], "out": "answer.json"}
    (folder / "request.json").write_text(json.dumps(request), encoding="utf-8", newline="\n")
    process = pandoc.start(["lua", str(LUA / "narratives.lua"), "request.json"], folder, epoch=0)
    pandoc.finish(process, "text of the")
    answers = json.loads((folder / "answer.json").read_text(encoding="utf-8"))["answers"]
    return list(answers)
