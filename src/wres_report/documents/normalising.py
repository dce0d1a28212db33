"""Signs that look alike to people are made one, in one place, for every kind of document."""

from __future__ import annotations

import re

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ",
    "ĳ": "ij",
}  # fmt: skip
# Typed for looks, never read: soft hyphens, joiners, directions, byte-order marks.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"
SPACES = "".join(map(chr, (0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
HYPHENS, MINUSES = "\u2010\u2011\ufe63", "\u2212\uff0d\u207b\u02d7"
FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0D}
# Fonts of symbols hold their signs in the private area, at the codes of the font.
SYMBOLS = {0xF02D: "-", 0xF0B7: "•", 0xF0A7: "▪", 0xF0FC: "✓", 0xF0D8: "➢", 0xF025: "%"}
RAISED = "⁰¹²³⁴-⁹"
TABLE = str.maketrans(
    {**LIGATURES, **dict.fromkeys(INVISIBLE, ""), **dict.fromkeys(SPACES, " "),
     **dict.fromkeys(HYPHENS + MINUSES, "-"), "\u2012": "–", "\u2015": "—", "٪": "%",
     "\u2044": "/", **{chr(code): sign for code, sign in FULL_WIDTH.items()},
     **{chr(code): sign for code, sign in SYMBOLS.items()},
     **dict(zip("₀₁₂₃₄₅₆₇₈₉", "0123456789", strict=True))}
)  # fmt: skip
NOTE_SIGNS = re.compile(rf"(?<=[\w.,;:%)\]”’!?])[{RAISED}]+(?:[,⁻–-][{RAISED}]+)*")
# What stands raised behind a word or figure and belongs to a note: digits, a letter, a sign.
ONE_MARK = r"[(\[]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]{1,3})[)\]]?"
MARK = re.compile(rf"[\s,;–-]*{ONE_MARK}(?:[\s,;–-]+{ONE_MARK})*[\s,;]*$", re.I)


def normalised(text: str) -> str:
    """The text with one sign for each thing: plain spaces, hyphens for every hyphen and minus.

    Ligatures are taken apart, soft hyphens and what has no width left out, full-width digits made
    narrow, and raised digits behind a word or figure left out, for they lead to a note.
    """
    return NOTE_SIGNS.sub("", text).translate(TABLE) if not text.isascii() else text


def is_note_mark(text: str) -> bool:
    """Whether raised text leads to a note; “st” of “31st” does not."""
    return bool(MARK.match(text.translate(TABLE)))
