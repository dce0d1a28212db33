"""How wide words are, so that none runs into another, and how they are broken into lines.

Pages are read in the reader's own face, of which Arial is the widest of those that the page asks
for. Room is made for that one in every form.
"""

from __future__ import annotations

from functools import cache

import font_source_sans_pro
from PIL import ImageFont

FACES = {False: "SourceSansPro-Regular.ttf", True: "SourceSansPro-Semibold.ttf"}
# Arial, and what stands in for it, is wider than Source Sans by a seventh at most in what reports
# say; a little more is left free.
WIDER = 1.2
UNITS = 1000


@cache
def face(bold: bool, size: float) -> ImageFont.FreeTypeFont:
    """The face in which pictures are lettered. size: pixels."""
    (path,) = [p for p in font_source_sans_pro.font_files_ttf.values() if p.endswith(FACES[bold])]
    # The layout that Pillow has on every machine.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(character: str, bold: bool) -> float:
    return face(bold, UNITS).getlength(character) / UNITS


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The room to keep for a line of text, in the units of its size."""
    return WIDER * size * sum(_advance(character, bold) for character in text)


def lines_of(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The text in lines that fit into the room; a word that is longer has its own line, cut."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(fitting(word, size, room, bold=bold))
    return lines


def fitting(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """The text, cut at its end where it is wider than the room."""
    if width_of(text, size, bold=bold) <= room:
        return text
    left = room - width_of("…", size, bold=bold)
    kept = ""
    for character in text:
        left -= width_of(character, size, bold=bold)
        if left < 0:
            break
        kept += character
    return kept + "…"
