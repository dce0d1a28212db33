"""What the notebooks have in common, done once before they run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart

MODULES = ("wres_report.notebook",)


def warm_up() -> None:
    """Read a table and lay out a chart of each kind: what is loaded and found for them is kept.

    One of them is drawn as a picture, too: the others would find the same letters.
    """
    from wres_report.charts.forms import as_png, drawn
    from wres_report.inputs.reading import read_table
    from wres_report.inputs.tables import TABLES
    from wres_report.standard import load_standard

    load_standard()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "training.csv"
        table.write_text(
            "measure,white,bme,unknown\naccessed,1,1,1\n", encoding="utf-8", newline="\n"
        )
        read_table(table, TABLES["training"], "")
    for number, chart in enumerate(_charts()):
        drawn(chart)
        if number == 0:
            as_png(chart)


def check_once() -> None:
    """Check an empty notebook: what papermill checks each of them with is made once, and kept."""
    import nbformat
    import papermill  # noqa: F401
    from nbformat.v4 import new_notebook

    nbformat.validate(new_notebook())


def _charts() -> Iterator[RowsChart]:
    from wres_report.charts.bands import bands_chart, spread_chart
    from wres_report.charts.board import board_chart
    from wres_report.charts.likelihood import likelihood_chart
    from wres_report.charts.survey import survey_chart
    from wres_report.measures.value import Unit, Value

    share = Value(20.0, Unit.PERCENT, low=15.0, high=25.0, n=100)
    ratio = Value(1.0, Unit.RATIO, low=0.8, high=1.2, n=100)
    words = {"title": "A finding", "subtitle": "n, period and source"}
    yield bands_chart([("Clinical", [("5", share)])], share, **words)
    yield spread_chart([("Medical", share)], **words)
    yield board_chart([("Voting members", share)], share, ("England", share), **words)
    yield likelihood_chart(ratio, [("Last year", ratio)], sides=("left", "right"), **words)
    groups = {"comparator": {2020: share}, "study": {2020: share}}
    yield survey_chart(
        groups,
        {"comparator": share},
        frozenset(),
        names=dict.fromkeys(groups, "A group"),
        title=words["title"],
        subtitle=words["subtitle"],
    )
