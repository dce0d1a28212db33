"""Writes a scene as PNG, for what shows no SVG: Word, and notebooks.

Shapes are drawn twice as large and reduced, so that their edges are smooth; words are lettered at
their own size. A chart is a few colours on white and the shades between, so its file has a
palette, the same one for all charts: half the bytes of three channels.
"""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw

from wres_report.charts.lettering import face
from wres_report.charts.scene import (
    COLOURS,
    Box,
    Curve,
    Dots,
    Mark,
    Part,
    Rug,
    Scene,
    Stroke,
    Words,
)
from wres_report.charts.svg import outline

DPI = 200
WIDTH = 6.7  # inches: the text width of an A4 page
FINER = 2
PALETTE = 256  # colours of a PNG file of one byte a pixel
# Pillow tells colours apart by steps of 4 levels of 255. No shade comes nearer than this to white
# or to a colour, so that these stay exactly what they are.
APART = 6
COMPRESSION = 4  # of 9: a twentieth larger than with 6, in three quarters of the time
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def png_of(scene: Scene, inches: float = WIDTH) -> bytes:
    """The scene as a PNG file of that width, without a date or a program's name."""
    scale = inches * DPI / scene.width
    size = (round(inches * DPI), round(scene.height * scale))
    parts = list(scene.flat())
    large = Image.new("RGB", (size[0] * FINER, size[1] * FINER), COLOURS["ground"])
    draw = ImageDraw.Draw(large)
    for part in parts:
        if not isinstance(part, Words):
            _draw(draw, part, scale * FINER)
    picture = large.reduce(FINER)
    draw = ImageDraw.Draw(picture)
    for part in parts:
        if isinstance(part, Words):
            draw.text(
                (part.x * scale, part.y * scale), part.text, fill=COLOURS[part.colour],
                font=face(part.bold, part.size * scale), anchor=ANCHORS[part.anchor],
            )  # fmt: skip
    picture = picture.quantize(palette=_palette(), dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    picture.save(buffer, "png", dpi=(DPI, DPI), compress_level=COMPRESSION)
    return buffer.getvalue()


def _draw(draw: ImageDraw.ImageDraw, part: Part, scale: float) -> None:
    if isinstance(part, Stroke):
        for x1, y1, x2, y2 in _pieces(part):
            ends = [(x1 * scale, y1 * scale), (x2 * scale, y2 * scale)]
            draw.line(ends, COLOURS[part.colour], max(1, round(part.width * scale)))
    elif isinstance(part, Box):
        area = [part.x, part.y, part.x + part.width, part.y + part.height]
        draw.rounded_rectangle(
            [edge * scale for edge in area], part.round * scale, COLOURS[part.fill],
            COLOURS[part.rim] if part.rim else None, round(part.rim_width * scale),
        )  # fmt: skip
    elif isinstance(part, Mark):
        _draw_mark(draw, part, scale)
    elif isinstance(part, Rug | Dots | Curve):
        _draw_many(draw, part, scale)


def _draw_many(draw: ImageDraw.ImageDraw, part: Rug | Dots | Curve, scale: float) -> None:
    if isinstance(part, Dots):
        for x, y in part.places:
            _draw_mark(draw, Mark("circle", x, y, part.radius, part.colour), scale)
    elif isinstance(part, Rug):
        for x in part.xs:
            end = part.y + part.height
            _draw(draw, Stroke(x, part.y, x, end, part.colour, part.width), scale)
    else:
        for (x1, y1), (x2, y2) in pairwise(part.places):
            _draw(draw, Stroke(x1, y1, x2, y2, part.colour, part.width, part.dash), scale)


def _draw_mark(draw: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    fill = COLOURS["ground" if mark.hollow else mark.colour]
    rim = COLOURS[mark.colour] if mark.hollow else None
    width = round(mark.radius / 3.2 * scale)
    if mark.shape == "circle":
        x, y, r = (side * scale for side in (mark.x, mark.y, mark.radius))
        draw.ellipse([x - r, y - r, x + r, y + r], fill, rim, width)
        return
    corners = [(x * scale, y * scale) for x, y in outline(mark)]
    draw.polygon(corners, fill)
    if rim:
        draw.line([*corners, *corners[:2]], rim, width, joint="curve")


def _pieces(stroke: Stroke) -> list[tuple[float, float, float, float]]:
    """The stroke, or the dashes of one that is level or upright."""
    if not stroke.dash:
        return [(stroke.x1, stroke.y1, stroke.x2, stroke.y2)]
    on, off = (float(length) for length in stroke.dash.split())
    long = max(abs(stroke.x2 - stroke.x1), abs(stroke.y2 - stroke.y1)) or 1.0
    dx, dy = (stroke.x2 - stroke.x1) / long, (stroke.y2 - stroke.y1) / long
    pieces, at = [], 0.0
    while at < long:
        end = min(at + on, long)
        pieces.append((
            stroke.x1 + dx * at, stroke.y1 + dy * at, stroke.x1 + dx * end, stroke.y1 + dy * end
        ))  # fmt: skip
        at += on + off
    return pieces


@cache
def _palette() -> Image.Image:
    """White, the colours, and the shades between white and each, all about equally far apart."""
    ends = [ImageColor.getrgb(code)[:3] for name, code in COLOURS.items() if name != "ground"]
    exact: list[tuple[int, ...]] = [(255, 255, 255), *ends]
    reaches = [255 - min(end) for end in ends]
    entries = [*exact]
    for end, reach in zip(ends, reaches, strict=True):
        steps = (PALETTE - len(exact)) * reach // sum(reaches)
        for step in range(1, steps):
            shade = tuple(round(255 - (255 - channel) * step / steps) for channel in end)
            if all(_distance(shade, colour) >= APART for colour in exact):
                entries.append(shade)
    picture = Image.new("P", (1, 1))
    picture.putpalette([channel for entry in entries for channel in entry])
    return picture


def _distance(first: tuple[int, ...], second: tuple[int, ...]) -> int:
    return max(abs(a - b) for a, b in zip(first, second, strict=True))
