"""The charts of the slides: pictures taken out of the executed notebooks."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

from wres_report.fragments.context import ReportContext
from wres_report.fragments.slides import chart_file, charts_shown


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
            if "image/png" in output.get("data", {}):
                return base64.b64decode("".join(output["data"]["image/png"]))
    raise ValueError(f"the notebook has no picture {label}")
