"""The forms of a chart: wide and narrow for pages, one for print, a picture for Word.

``drawn`` gives them all at once, as a notebook hands them to the build.
"""

from __future__ import annotations

from typing import Any, Protocol

from wres_report.charts.codec import chart_as_data
from wres_report.charts.form import NARROW, PRINT, SLIDE, SLIDE_CLOSE, SLIDE_HEIGHT, WIDE, Form
from wres_report.charts.layout import lay_out, with_heading
from wres_report.charts.picture import png_of
from wres_report.charts.rows import RowsChart, with_figures, without_last_group
from wres_report.charts.scene import Scene, as_data
from wres_report.charts.svg import for_page, for_print
from wres_report.words import capitalised


class Drawing(Protocol):
    """A chart that gives its own parts their places."""

    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    def lay_out(self, form: Form) -> Scene: ...
    def table(self) -> list[list[str]]: ...


Chart = RowsChart | Drawing


def body(chart: Chart, form: Form) -> Scene:
    """The chart without its title in one form."""
    return lay_out(chart, form) if isinstance(chart, RowsChart) else chart.lay_out(form)


def on_paper(chart: Chart) -> Scene:
    """The chart as it is printed: its finding and the line that gives n, period, source above."""
    return with_heading(capitalised(chart.title), chart.subtitle, body(chart, PRINT))


def as_png(chart: Chart) -> bytes:
    """The chart as a picture for Word, and for whoever opens its notebook."""
    return png_of(on_paper(chart))


def on_slide(chart: Chart) -> Scene:
    """The chart without its title on half of a slide, where the slide says its finding.

    Where it would be too high, its rows stand closer; where that is not enough, rows without a
    figure are left out, and then earlier years. A slide that shrank it would shrink its letters.
    """
    scene = body(chart, SLIDE)
    if scene.height <= SLIDE_HEIGHT or not isinstance(chart, RowsChart):
        return scene
    # Of years the latest are enough; of anything else every row is wanted.
    form = SLIDE if without_last_group(chart) else SLIDE_CLOSE
    shorter: RowsChart | None = chart if form is SLIDE_CLOSE else with_figures(chart)
    while shorter is not None and scene.height > SLIDE_HEIGHT:
        scene = body(shorter, form)
        fewer = with_figures(shorter)
        shorter = fewer if fewer != shorter else without_last_group(shorter)
    return scene


def drawn(chart: Chart) -> dict[str, Any]:
    """What pages, PDFs and slides are made of: a form for each, the words above, and the table.

    Keys: ``wide``, ``narrow`` and ``print`` (SVG as text), ``slide`` (as ``scene.as_data`` has
    it), ``title``, ``subtitle``, ``table`` (rows of text, the head first); of a chart of rows
    ``chart`` as well, the chart itself as ``codec.chart_as_data`` has it.
    """
    itself = {"chart": chart_as_data(chart)} if isinstance(chart, RowsChart) else {}
    return itself | {
        "title": capitalised(chart.title),
        "subtitle": chart.subtitle,
        "wide": for_page(body(chart, WIDE)),
        "narrow": for_page(body(chart, NARROW)),
        "print": for_print(on_paper(chart)).decode(),
        "slide": as_data(on_slide(chart)),
        "table": chart.table(),
    }
