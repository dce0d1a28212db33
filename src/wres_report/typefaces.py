"""The typefaces of the PDF, and the characters that they have a letter for."""

from __future__ import annotations

import importlib.util
import unicodedata
from functools import cache
from pathlib import Path

# Each face once: given several of the same name, Typst would leave the choice to chance.
SOURCE_SANS = tuple(
    f"SourceSansPro-{face}.otf"
    for face in ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
)
# Comes with matplotlib: Greek, Cyrillic, Hebrew, Arabic, and many signs.
DEJAVU = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")


def face_files() -> list[Path]:
    """The files of the faces; one that is not installed is not among them."""
    places = (
        (_folder("font_source_sans_pro") / "files", SOURCE_SANS),
        (_folder("matplotlib") / "mpl-data" / "fonts" / "ttf", DEJAVU),
    )
    return [path for folder, names in places for name in names if (path := folder / name).is_file()]


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    return Path(found.origin).parent if found and found.origin else Path()


@cache
def letters() -> frozenset[int]:
    """The code points that some face has a letter for."""
    from matplotlib.ft2font import FT2Font

    return frozenset(point for path in face_files() for point in FT2Font(str(path)).get_charmap())


def without_letter(text: str) -> list[str]:
    """The characters of a text that the PDF could not show, each once, in order.

    Those that only join or turn others, such as the zero-width ones, need no letter.
    """
    if text.isascii():
        return []
    return [
        character
        for character in dict.fromkeys(text)
        if ord(character) not in letters()
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    ]


def character_in_words(character: str) -> str:
    """A character that cannot be printed, as people can look it up."""
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X}" + (f", {name}" if name else "")
