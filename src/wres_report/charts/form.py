"""The widths in which charts are laid out, and the size of their text."""

from __future__ import annotations

from dataclasses import dataclass, replace

PAD = 9.0
LINE = 1.3  # the height of a line of text, in sizes


@dataclass(frozen=True)
class Form:
    """A width, the size of its text, and whether panels stand side by side in it.

    size: of all text; at the width of the place where it is shown, a size of 12 CSS pixels or
    more. told: whether a row's figure is shown below when it is pointed at. between: the room
    between two rows, in sizes, beside that of their lines.
    """

    width: float
    size: float
    wide: bool
    told: bool = True
    between: float = 0.35


WIDE = Form(720, 14, wide=True)
PRINT = Form(720, 14, wide=True, told=False)
NARROW = Form(340, 13, wide=False)
# Half of a slide, in points: two charts stand beside each other. The smallest letters, of
# intervals, are nine tenths of the size, and 12 points are the least for a room.
SLIDE = Form(425, 13.4, wide=True, told=False)
SLIDE_HEIGHT = 284.0
# For more rows than nine: as many as there are bands, and their letters keep 12 points.
SLIDE_CLOSE = replace(SLIDE, between=-0.3)
