"""What the nine notebooks have in common, done once before they run."""

from __future__ import annotations

MODULES = ("wres_report.notebook",)


def warm_up() -> None:
    """Draw one chart, so that typefaces are found and the drawing code is loaded."""
    from wres_report.charts.style import as_png, chart_style, new_chart
    from wres_report.standard import load_standard

    load_standard()
    with chart_style():
        figure, axes = new_chart(2.5, "A finding", "n, period and source")
        axes.scatter([0.5, 1.5], [0, 1])
        as_png(figure)
