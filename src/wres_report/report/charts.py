"""The charts of a staged project, in the form that each kind of document shows.

For a chart ``fig-i2`` there are ``charts/fig-i2.page``, which the page holds as it stands, and
``charts/fig-i2.svg``, which the PDF shows. Word shows the picture that the notebook holds. The
filter ``filters/charts.lua`` puts them in their places.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wres_report.charts.picture import png_of
from wres_report.charts.scene import Scene
from wres_report.charts.spark import INCHES
from wres_report.charts.svg import for_page, for_print
from wres_report.formulas import protected

FOLDER = "charts"
POINTS = 72.0  # in an inch
ALTERNATIVE = "@alternative@"  # in its place the filter writes the text alternative


def write_charts(
    project: Path, charts: Mapping[str, Mapping[str, Any]], tables: set[str], source: str
) -> None:
    """Write the forms of some charts. charts: by label, as ``charts.forms.drawn`` gives them.

    tables: labels of the tables that the document shows. source: what is to be named as theirs.
    """
    for label, chart in charts.items():
        folder = project / FOLDER
        table = label.replace("fig-", "tbl-", 1)
        html = chart_html(label, chart, table if table in tables else "", source)
        _write(folder / f"{label}.page", html)
        _write(folder / f"{label}.svg", chart["print"])


def write_sparks(project: Path, sparks: Mapping[str, Scene]) -> None:
    """Write the small pictures of Table 1 by name."""
    for name, scene in sparks.items():
        folder = project / FOLDER
        attributes = f'class="spark" role="img" aria-label="{ALTERNATIVE}"'
        _write(folder / f"{name}.page", with_attributes(for_page(scene), attributes))
        (folder / f"{name}.svg").write_bytes(for_print(scene, INCHES * POINTS))
        (folder / f"{name}.png").write_bytes(png_of(scene, INCHES))


def chart_html(label: str, chart: Mapping[str, Any], table: str, source: str) -> str:
    """The element of a page that holds a chart, its figures as a file, and a text to quote."""
    name = escape(label)
    wide = with_attributes(
        chart["wide"],
        f'class="chart-wide" id="{name}-chart" role="group" aria-label="{ALTERNATIVE}"',
    )
    narrow = with_attributes(
        chart["narrow"], f'class="chart-narrow" role="group" aria-labelledby="{name}-chart"'
    )
    title, subtitle = escape(chart["title"]), escape(chart["subtitle"])
    links = [f'<a href="#{escape(table)}">Table</a>'] if table else []
    address = "data:text/csv;charset=utf-8," + quote(_csv(chart["table"]), safe="")
    links.append(f'<a download="{name}.csv" href="{address}">CSV</a>')
    copy = "\n".join([
        chart["title"], chart["subtitle"], *("\t".join(row) for row in chart["table"]),
        f"Source: {source}",
    ])  # fmt: skip
    return (
        f'<div class="chart"><p class="chart-title">{title}</p>'
        f'<p class="chart-subtitle">{subtitle}</p>{wide}{narrow}'
        f'<div class="chart-links"><p>{" · ".join(links)}</p>'
        f"<details><summary>Copy with citation</summary>"
        f'<textarea readonly rows="6" aria-label="Figures and citation to copy: {title}">'
        f"{escape(copy)}</textarea></details></div></div>\n"
    )


def with_attributes(svg: str, attributes: str) -> str:
    return svg.replace("<svg ", f"<svg {attributes} ", 1)


def _csv(rows: list[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerows(
        [[protected(c) for c in row] for row in rows]
    )
    # Excel takes a file for one of this encoding by its mark alone.
    return "\ufeff" + buffer.getvalue()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
