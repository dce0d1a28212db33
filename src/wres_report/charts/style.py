"""How every chart looks, and how it becomes a picture that is the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import font_source_sans_pro
import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wres_report.charts.look import WHITE
from wres_report.charts.picture import png_of
from wres_report.words import capitalised

COMPARATOR_COLOUR = "#12436D"
STUDY_COLOUR = "#801650"
CONTEXT_COLOUR = "#6B7280"
PARITY_COLOUR = "#231F20"
RULE_COLOUR = "#D8DDE0"
JOIN_COLOUR = "#B1B7BC"
ASIDE_COLOUR = "#425563"
# Whatever is drawn has one of these colours, or a shade between one of them and white.
COLOURS = (
    COMPARATOR_COLOUR, STUDY_COLOUR, CONTEXT_COLOUR, PARITY_COLOUR, RULE_COLOUR, JOIN_COLOUR,
    ASIDE_COLOUR,
)  # fmt: skip

WIDTH = 6.7  # inches: the text width of an A4 page
LOW, MIDDLE, TALL = 2.5, 3.4, 5.5
DPI = 200
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSansPro-Bold.ttf")

# The top of a chart holds its finding and the line that gives n, period and source.
TITLE_BAND = 0.8  # inches


# What differs from the white look.
OWN: dict[Any, Any] = {
    "font.family": ["Source Sans Pro"],
    "font.size": 10,
    "axes.labelsize": 10,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "axes.edgecolor": RULE_COLOUR,
    "xtick.color": PARITY_COLOUR,
    "ytick.color": PARITY_COLOUR,
    "axes.labelcolor": PARITY_COLOUR,
    "text.color": PARITY_COLOUR,
    "text.parse_math": False,
    "axes.spines.left": False,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "axes.unicode_minus": True,
    "figure.dpi": DPI,
}


def _register_fonts() -> None:
    known = {entry.fname for entry in font_manager.fontManager.ttflist}
    for path in font_source_sans_pro.font_files_ttf.values():
        if path.endswith(FACES) and path not in known:
            font_manager.fontManager.addfont(path)


@contextmanager
def chart_style() -> Iterator[None]:
    """The style of all charts, for the time of a ``with``; afterwards all is as before."""
    _register_fonts()
    with mpl.rc_context({**WHITE, **OWN}):
        yield


def new_chart(height: float, title: str, subtitle: str) -> tuple[Figure, Axes]:
    """A figure of the common width with its heading, and one pair of axes below it.

    height: inches. title: the finding, twelve words at most. subtitle: n, period, source.
    """
    figure = Figure(figsize=(WIDTH, height))
    add_heading(figure, title, subtitle)
    bottom = 0.5 / height
    axes = figure.add_axes((0.21, bottom, 0.75, 1 - bottom - TITLE_BAND / height))
    return figure, axes


def add_heading(figure: Figure, title: str, subtitle: str) -> None:
    """Write the finding and the line below it at the top left."""
    height = figure.get_figheight()
    figure.text(
        0.01, 1 - 0.05 / height, capitalised(title), va="top", fontsize=12.5, fontweight="semibold"
    )  # fmt: skip
    figure.text(
        0.01, 1 - 0.32 / height, subtitle, va="top", fontsize=9.5, color=ASIDE_COLOUR
    )  # fmt: skip


def as_png(figure: Figure) -> bytes:
    """The figure as a PNG file that holds no date and no program's name."""
    return png_of(figure, COLOURS, DPI)
