"""The charts of the slides: drawn from what the executed notebooks hold, in letters for a room."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from wres_report.charts.picture import png_of
from wres_report.charts.scene import of_data
from wres_report.mime import CHART_MIME
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.slides import chart_file, charts_shown

POINTS = 72  # of an inch


def slide_charts(report: ReportContext, notebooks: Mapping[str, bytes]) -> dict[str, bytes]:
    """The picture of each indicator that the slides show, by its file name.

    notebooks: as files, by name.
    """
    shown = charts_shown(report)
    return {
        chart_file(indicator.id): _picture(notebooks[indicator.notebook], f"fig-{indicator.id}")
        for indicator, _ in report.rows()
        if indicator.id in shown
    }


def _picture(notebook: bytes, label: str) -> bytes:
    """The picture of a labelled cell; there is one, since the handover was read from it."""
    for cell in json.loads(notebook)["cells"]:
        if f"#| label: {label}\n" not in "".join(cell["source"]):
            continue
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "slide" in data.get(CHART_MIME, {}):
                scene = of_data(data[CHART_MIME]["slide"])
                return png_of(scene, scene.width / POINTS)
            if "image/png" in data:  # of a notebook that draws otherwise
                return base64.b64decode("".join(data["image/png"]))
    raise ValueError(f"the notebook has no picture {label}")
