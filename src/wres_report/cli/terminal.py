"""The one place through which a command prints: nothing that a terminal would obey gets by.

A document that is audited, the name of a file, a cell or a setting may hold an escape sequence,
which would clear the screen, set a title or hide what stands there, or signs that turn the
direction of the text. They are shown as JSON writes them, such as ``\\u001b``, so that ``--json``
stays what it is.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any, TextIO

# Control characters but for tab and line feed, whatever turns the direction of a text or breaks its
# lines unseen, and the halves of characters that stand for bytes of a name that are no text.
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


# What stands for a sign that an encoding does not have.
PLAIN = {
    "−": "-", "–": "-", "—": "-", "→": "->", "≥": ">=", "≤": "<=", "×": "x", "÷": "/", "…": "...",
    "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "\u202f": " ", "\u2009": " ", "▲": "[worse]",
    "▼": "[better]", "●": "[open]", "◇": "[few]", "◆": "[seats]", "○": "[none]", "□": "[-]",
}  # fmt: skip


def visible(text: str) -> str:
    """The text with a name for each character that a terminal would obey."""
    return OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def writable(text: str, encoding: str | None) -> str:
    """The text in signs that a console or file of this encoding can hold.

    A file under Windows that a command is redirected to is often cp1252, which has no minus sign
    and none of the marks of the verdicts. They become the nearest plain sign; in JSON the sign as
    JSON writes it, which says the same.
    """
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        pass
    except LookupError:
        return text
    else:
        return text
    in_json = text.lstrip()[:1] in ("{", "[")
    return "".join(_one(sign, str(encoding), in_json) for sign in text)


def _one(sign: str, encoding: str, in_json: bool) -> str:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        # JSON writes what lies beyond the first plane in two halves.
        return json.dumps(sign)[1:-1] if in_json else PLAIN.get(sign, "?")
    return sign


class Printed:
    """A stream of text that shows what a terminal would obey; all else is the stream's own."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(writable(visible(text), getattr(self._stream, "encoding", None)))
        return len(text)

    def writelines(self, lines: Any) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def print_visibly() -> None:
    """Let everything that this process prints go through here."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is not None and not isinstance(stream, Printed):
            setattr(sys, name, Printed(stream))
