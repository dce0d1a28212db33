"""The letters of a web page: by its mark, by what it says, or by what its bytes can be."""

from __future__ import annotations

import codecs
import re

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""", re.I
)
# Where browsers look for it, and more, for pages that Word saves begin with comments.
LOOKED_AT = 8192
# The names that pages of Windows give themselves; browsers read them so as well.
AS_WINDOWS = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"}
USUAL = "cp1252"


def decoded(content: bytes) -> str:
    """The text of a page. Bytes that are no letters become the sign for that."""
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace")
    for name in (_declared(content), _wide(content), "utf-8", USUAL):
        try:
            if name:
                return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode(USUAL, "replace")


def _declared(content: bytes) -> str:
    found = DECLARED.search(content[:LOOKED_AT])
    if found is None:
        return ""
    name = (found[1] or found[2]).decode("ascii", "replace").lower()
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    if name.startswith("utf-16"):
        return "utf-8"
    if name in AS_WINDOWS:
        return USUAL
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of English is nothing."""
    start = content[:LOOKED_AT]
    if len(start) < 4 or start.count(0) < len(start) // 4:
        return ""
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
