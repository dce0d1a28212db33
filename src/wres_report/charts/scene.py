"""A drawing as plain shapes and words, from which every form of a chart is written.

Places and sizes are in units of the drawing, to the right and down from its top left corner.
``svg`` writes a scene for pages and PDFs, ``picture`` as PNG.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

# What the colours are for, and how they are on white. A page names them as ``--chart-NAME`` and
# may choose others, on a dark ground and where the reader has colours of their own.
COLOURS = {
    "comparator": "#12436D",
    "study": "#801650",
    "context": "#6B7280",
    "ink": "#231F20",
    "aside": "#425563",
    "join": "#868F96",
    "rule": "#D8DDE0",
    "ground": "#FFFFFF",
}
SOLID, DASHED, DOTTED = "", "4 3", "2 3"


@dataclass(frozen=True)
class Stroke:
    """A straight line. dash: as SVG writes it."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: str = SOLID


@dataclass(frozen=True)
class Mark:
    """A sign around a place: ``circle``, ``diamond``, ``square``, ``left`` or ``right`` (tips).

    radius: half its height. hollow: whether it shows the ground, within a rim.
    """

    shape: str
    x: float
    y: float
    radius: float
    colour: str
    hollow: bool = False


@dataclass(frozen=True)
class Box:
    """A rectangle. fill: a colour. rim: a colour, or nothing for none. round: of its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    rim: str = ""
    rim_width: float = 1.0
    round: float = 0.0


@dataclass(frozen=True)
class Words:
    """A line of text on its base line. anchor: ``start``, ``middle`` or ``end`` is at x."""

    text: str
    x: float
    y: float
    size: float
    colour: str = "ink"
    anchor: str = "start"
    bold: bool = False


@dataclass(frozen=True)
class Rug:
    """Upright strokes of one height, one for each figure; xs: their places."""

    xs: tuple[float, ...]
    y: float
    height: float
    colour: str
    width: float = 1.0


@dataclass(frozen=True)
class Dots:
    """Many circles of one size around their places."""

    places: tuple[tuple[float, float], ...]
    radius: float
    colour: str


@dataclass(frozen=True)
class Curve:
    """A line through places, of straight pieces. dash: as SVG writes it."""

    places: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    dash: str = SOLID


@dataclass(frozen=True)
class Row:
    """Parts of a drawing that belong to one figure. told: the figure in words.

    area: x, y, width and height of where a pointer finds it. place: x, y and size of ``brief``,
    the words that are shown then, where there is room for them.
    """

    told: str
    brief: str
    area: tuple[float, float, float, float]
    place: tuple[float, float, float]
    parts: tuple[Part, ...]


Part = Stroke | Mark | Box | Words | Rug | Dots | Curve
KINDS: dict[str, type[Part]] = {
    kind.__name__: kind for kind in (Stroke, Mark, Box, Words, Rug, Dots, Curve)
}


@dataclass(frozen=True)
class Scene:
    """A drawing of a width and height; later parts lie above earlier ones."""

    width: float
    height: float
    parts: tuple[Part | Row, ...] = field(default=())

    def flat(self) -> Iterator[Part]:
        """All parts, those of rows among them."""
        for part in self.parts:
            if isinstance(part, Row):
                yield from part.parts
            else:
                yield part

    def words(self) -> list[Words]:
        return [part for part in self.flat() if isinstance(part, Words)]


def moved(parts: Iterable[Part | Row], down: float) -> Iterator[Part | Row]:
    """The parts further down."""
    for part in parts:
        if isinstance(part, Stroke):
            yield replace(part, y1=part.y1 + down, y2=part.y2 + down)
        elif isinstance(part, Row):
            x, y, width, height = part.area
            px, py, size = part.place
            inner = tuple(p for p in moved(part.parts, down) if not isinstance(p, Row))
            area, place = (x, y + down, width, height), (px, py + down, size)
            yield Row(part.told, part.brief, area, place, inner)
        elif isinstance(part, Dots | Curve):
            yield replace(part, places=tuple((x, y + down) for x, y in part.places))
        else:
            yield replace(part, y=part.y + down)


def as_data(scene: Scene) -> dict[str, Any]:
    """The scene as JSON can hold it, its rows as the parts that they are."""
    parts = [[type(part).__name__, vars(part)] for part in scene.flat()]
    return {"width": scene.width, "height": scene.height, "parts": parts}


def of_data(data: Mapping[str, Any]) -> Scene:
    """The scene that ``as_data`` was given."""
    parts = tuple(KINDS[name](**fields) for name, fields in data["parts"])
    return Scene(data["width"], data["height"], parts)
