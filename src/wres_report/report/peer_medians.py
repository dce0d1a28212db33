"""The median of a trust's peers, drawn into the charts that its notebooks drew.

Notebooks know of one trust alone, so that none runs again where the others change.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping, Sequence

from wres_report.charts.codec import chart_of_data
from wres_report.charts.forms import as_png, drawn
from wres_report.charts.medians import with_line, with_strokes
from wres_report.charts.rows import RowsChart
from wres_report.measures.value import Unit, write
from wres_report.mime import CHART_MIME
from wres_report.peers.families import RATIO, SHARE
from wres_report.peers.place import ALL, NAMED, SIZE, Place, Scope
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.place import UNSAFE
from wres_report.standard import Indicator
from wres_report.standard.comparators import AS_PRINTED
from wres_report.words import capitalised, counted

CHART = "chart"
PICTURE = "image/png"
ALTERNATIVE = re.compile(r"^#\| fig-alt: (.+)$", re.MULTILINE)
SCOPES = {
    "benchmark_group": "the benchmark group, {which}", "region": "the region, {which}",
    "icb": "the integrated care board, {which}", ALL: "all trusts",
    SIZE: "the trusts nearest in size", NAMED: "named peers",
}  # fmt: skip


def with_peer_medians(report: ReportContext, notebooks: Mapping[str, bytes]) -> dict[str, bytes]:
    """The executed notebooks, as files by name, in whose charts the peers' medians are drawn.

    A notebook without a chart of rows, or of an indicator without a place, is as it was.
    """
    found = dict(notebooks)
    for indicator, _ in report.rows():
        if places := report.places.get(indicator.id, ()):
            name = indicator.notebook
            found[name] = _with_medians(found[name], report, indicator, places)
    return found


def _with_medians(
    notebook: bytes, report: ReportContext, indicator: Indicator, places: Sequence[Place]
) -> bytes:
    content = json.loads(notebook)
    label, changed = f"#| label: fig-{indicator.id}\n", False
    for cell in content["cells"]:
        for output in cell.get("outputs", ()) if label in "".join(cell["source"]) else ():
            data = output.get("data", {})
            if CHART not in data.get(CHART_MIME, {}):
                continue
            before = chart_of_data(data[CHART_MIME][CHART])
            chart, words = _drawn_into(before, report, indicator, places)
            if chart != before:
                data[CHART_MIME] = drawn(chart)
                data[PICTURE] = base64.b64encode(as_png(chart)).decode() + "\n"
                cell["source"] = _told("".join(cell["source"]), words)
                changed = True
    return (json.dumps(content, ensure_ascii=False) + "\n").encode() if changed else notebook


def _told(source: str, words: str) -> str:
    """The source of a cell, in whose text alternative stands whose the medians are."""
    said = UNSAFE.sub(" ", capitalised(words))

    def longer(match: re.Match[str]) -> str:
        told = f"{json.loads(match[1])} {said}."
        return f"#| fig-alt: {json.dumps(told, ensure_ascii=False)}"

    return ALTERNATIVE.sub(longer, source, count=1)


def _drawn_into(
    chart: RowsChart, report: ReportContext, indicator: Indicator, places: Sequence[Place]
) -> tuple[RowsChart, str]:
    """The chart with the medians, and whose they are in words."""
    groups = report.standard.groups
    known = [(place, scope) for place in places if (scope := place.peers) is not None]
    ratios = [(place, scope) for place, scope in known if place.family.measure == RATIO]
    shares = [(place, scope) for place, scope in known if place.family.measure == SHARE]
    if ratios:
        place, scope = ratios[0]
        words = f"{_whose(scope)}: {_median(place, scope)}"
        return with_strokes(chart, {"study": scope.median or 0.0}, words, ""), words
    if not shares:
        return chart, ""
    names = groups.named(report.term)
    of_groups = ", ".join(
        f"{names[place.family.group]} {_median(place, scope)}" for place, scope in shares
    )
    words = f"{_whose(shares[0][1])}: {of_groups}{_of_weighting(shares[0][0])}"
    if indicator.measure == "representation":
        return with_line(chart, shares[0][1].median or 0.0, words), words
    medians = {groups.role(place.family.group): scope.median or 0.0 for place, scope in shares}
    year = str(report.trust_year.survey_year)
    return with_strokes(chart, medians, words, year), words


def _whose(scope: Scope) -> str:
    return "median of " + SCOPES[scope.kind].format(which=scope.which)


def _median(place: Place, scope: Scope) -> str:
    figure = write(scope.median or 0.0, Unit(place.figure.unit))
    return f"{figure} ({counted(len(scope.values), 'trust')})"


def _of_weighting(place: Place) -> str:
    """What must be said where the figures are not known to be weighted alike."""
    weightings = {place.figure.weighting, *place.weightings} - {""}
    if not weightings or (len(weightings) == 1 and AS_PRINTED not in weightings):
        return ""
    return "; not all are said to be weighted alike"
