"""Writes a scene as SVG: for a page, whose styles choose colours and face, or for print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from wres_report.charts.scene import (
    COLOURS,
    Box,
    Curve,
    Dots,
    Mark,
    Part,
    Row,
    Rug,
    Scene,
    Stroke,
    Words,
)

POINTS = 482.4  # the width of the text on a page of A4, in points
FACE = "Source Sans Pro"


def for_page(scene: Scene) -> str:
    """The scene as an ``svg`` element of a page.

    Colours are ``var(--chart-NAME)``; the face is the page's. Each row can be pointed at, and the
    first one be reached by keyboard; its figure then stands in words at ``place``.
    """
    first = next((part for part in scene.parts if isinstance(part, Row)), None)
    body = "".join(
        _row(part, part is first) if isinstance(part, Row) else _part(part, _variable)
        for part in scene.parts
    )
    return f'<svg viewBox="{_view(scene)}">{body}</svg>'


def for_print(scene: Scene, points: float = POINTS) -> bytes:
    """The scene as an SVG file in the report's own colours and face. points: its width."""
    height = points * scene.height / scene.width
    body = "".join(_part(part, COLOURS.__getitem__) for part in scene.flat())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{points:.1f}pt" height="{height:.1f}pt" '
        f'viewBox="{_view(scene)}" font-family="{FACE}">'
        f"{body}</svg>\n"
    ).encode()


def _view(scene: Scene) -> str:
    return f"0 0 {_number(scene.width)} {_number(scene.height)}"


def _variable(colour: str) -> str:
    return f"var(--chart-{colour})"


def _row(row: Row, first: bool) -> str:
    x, y, width, height = row.area
    px, py, size = row.place
    told = escape(row.told)
    area = f'x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" height="{_number(height)}"'
    return (
        f'<g class="row" role="img" aria-label="{told}" tabindex="{0 if first else -1}">'
        f'<rect class="row-area" {area}/>{_joined(row.parts, _variable)}'
        f'<text class="row-told" x="{_number(px)}" y="{_number(py)}" font-size="{_number(size)}" '
        f'fill="{_variable("ink")}">{escape(row.brief)}</text></g>'
    )


def _joined(parts: Iterable[Part], colour: Callable[[str], str]) -> str:
    return "".join(_part(part, colour) for part in parts)


def _part(part: Part, colour: Callable[[str], str]) -> str:
    if isinstance(part, Stroke):
        dash = f' stroke-dasharray="{part.dash}"' if part.dash else ""
        path = f"M{_number(part.x1)} {_number(part.y1)}L{_number(part.x2)} {_number(part.y2)}"
        ink = f'stroke="{colour(part.colour)}" stroke-width="{_number(part.width)}"'
        return f'<path d="{path}" {ink}{dash}/>'
    if isinstance(part, Box):
        rim = (
            f' stroke="{colour(part.rim)}" stroke-width="{_number(part.rim_width)}"'
            if part.rim
            else ""
        )
        corners = f' rx="{_number(part.round)}"' if part.round else ""
        return (
            f'<rect x="{_number(part.x)}" y="{_number(part.y)}" width="{_number(part.width)}" '
            f'height="{_number(part.height)}" fill="{colour(part.fill)}"{rim}{corners}/>'
        )
    if isinstance(part, Words):
        anchor = f' text-anchor="{part.anchor}"' if part.anchor != "start" else ""
        weight = ' font-weight="600"' if part.bold else ""
        return (
            f'<text x="{_number(part.x)}" y="{_number(part.y)}" font-size="{_number(part.size)}" '
            f'fill="{colour(part.colour)}"{anchor}{weight}>{escape(part.text)}</text>'
        )
    if isinstance(part, Rug | Dots | Curve):
        return _many(part, colour)
    return _mark(part, colour)


def _many(part: Rug | Dots | Curve, colour: Callable[[str], str]) -> str:
    """One path for all of them: a country has hundreds of trusts."""
    if isinstance(part, Dots):
        # Dots are strokes of no length with round ends; some programs leave out those of none.
        dots = "".join(f"M{_number(x)} {_number(y)}h.01" for x, y in part.places)
        ink = f'stroke-width="{_number(2 * part.radius)}" stroke-linecap="round"'
        return f'<path d="{dots}" stroke="{colour(part.colour)}" {ink}/>'
    if isinstance(part, Rug):
        top, down = _number(part.y), f"v{_number(part.height)}"
        path, dash = "".join(f"M{_number(x)} {top}{down}" for x in part.xs), ""
    else:
        path = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in part.places)
        dash = f' stroke-dasharray="{part.dash}"' if part.dash else ""
    ink = f'stroke="{colour(part.colour)}" stroke-width="{_number(part.width)}"'
    return f'<path d="{path}" fill="none" {ink}{dash}/>'


def _mark(mark: Mark, colour: Callable[[str], str]) -> str:
    rim = f' stroke="{colour(mark.colour)}" stroke-width="{_number(mark.radius / 3.2)}"'
    ink = f'fill="{colour("ground" if mark.hollow else mark.colour)}"{rim if mark.hollow else ""}'
    if mark.shape == "circle":
        place = f'cx="{_number(mark.x)}" cy="{_number(mark.y)}" r="{_number(mark.radius)}"'
        return f"<circle {place} {ink}/>"
    corners = "L".join(f"{_number(x)} {_number(y)}" for x, y in outline(mark))
    return f'<path d="M{corners}Z" {ink}/>'


def outline(mark: Mark) -> list[tuple[float, float]]:
    """The corners of a mark that has some."""
    x, y, r = mark.x, mark.y, mark.radius
    return {
        "diamond": [(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
        "square": [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)],
        "left": [(x - r, y), (x + r, y - r), (x + r, y + r)],
        "right": [(x + r, y), (x - r, y - r), (x - r, y + r)],
    }[mark.shape]


def _number(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
