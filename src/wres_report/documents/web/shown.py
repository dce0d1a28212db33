"""What of a page is shown, and how."""

from __future__ import annotations

import re
from typing import Any

SKIPPED = {"script", "style", "nav", "template", "math", "title", "head", "noscript", "select",
           "datalist", "textarea", "button", "meta", "link", "rp", "rt"}  # fmt: skip
PICTURES = {"img", "svg", "canvas", "video", "picture", "object", "embed"}
PAGES = {"iframe", "frame"}
BLOCKS = {
    "p", "li", "dt", "dd", "figcaption", "blockquote", "caption", "summary", "td", "th", "div",
    "section", "article", "main", "ul", "ol", "dl", "table", "figure", "body", "header", "footer",
    "aside", "details", "fieldset", "form", "address", "pre", "hr", "h1", "h2", "h3", "h4", "h5",
    "h6", "center", "tbody", "thead", "tfoot", "tr", "legend", "hgroup", "menu",
}  # fmt: skip
DELETED, STRUCK = {"del"}, {"s", "strike"}
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
RAISED = re.compile(r"vertical-align\s*:\s*super", re.I)
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"[.#][\w-]+$")
COMMENT = re.compile(r"/\*.*?\*/", re.S)


class Shown:
    """Says of each element whether people see it, by its attributes and by simple rules of style.

    Rules for other media, such as paper, are left aside, as are those of outside style sheets.
    """

    def __init__(self, root: Any) -> None:
        self.hidden: set[str] = set()
        self.struck: set[str] = set()
        for style in root.iter("style"):
            if not (style.get("media") or "all").startswith(("all", "screen")):
                continue
            text = _without_media(COMMENT.sub("", style.text or ""))
            for selectors, body in RULE.findall(text):
                names = {s for part in selectors.split(",") if SIMPLE.match(s := part.strip())}
                if NO_DISPLAY.search(body):
                    self.hidden |= names
                if THROUGH.search(body):
                    self.struck |= names

    def is_hidden(self, element: Any) -> bool:
        """Whether a reader does not see it, or only on asking, such as the card of a figure."""
        if element.get("hidden") is not None or element.get("popover") is not None:
            return True
        if element.get("role") in ("dialog", "navigation"):
            return True
        if element.tag == "dialog" and element.get("open") is None:
            return True
        return bool(NO_DISPLAY.search(element.get("style") or "")) or self._has(
            element, self.hidden
        )

    def is_struck(self, element: Any) -> bool:
        return (
            element.tag in STRUCK
            or bool(THROUGH.search(element.get("style") or ""))
            or self._has(element, self.struck)
        )

    @staticmethod
    def is_raised(element: Any) -> bool:
        note = element.get("role") == "doc-noteref"
        return element.tag == "sup" or note or bool(RAISED.search(element.get("style") or ""))

    @staticmethod
    def is_bold(element: Any) -> bool:
        return element.tag in ("b", "strong") or bool(BOLD.search(element.get("style") or ""))

    @staticmethod
    def _has(element: Any, names: set[str]) -> bool:
        if not names:
            return False
        own = {f".{name}" for name in (element.get("class") or "").split()}
        return bool(own & names) or f"#{element.get('id')}" in names


def _without_media(text: str) -> str:
    """Style rules without those that hold only for some media."""
    found, depth, start = "", 0, 0
    place = text.find("@media")
    while place >= 0:
        found += text[start:place]
        open_at = text.find("{", place)
        if open_at < 0:
            return found
        depth, end = 1, open_at + 1
        while end < len(text) and depth:
            depth += (text[end] == "{") - (text[end] == "}")
            end += 1
        start = end
        place = text.find("@media", start)
    return found + text[start:]
