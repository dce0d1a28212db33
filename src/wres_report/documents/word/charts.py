"""The numbers that are stored with a chart, as a table; the words of a diagram."""

from __future__ import annotations

import re
from typing import Any

from wres_report.documents.normalising import normalised
from wres_report.documents.word.names import CHART, DIAGRAM, A

PERCENT = re.compile(r"^0(?:\.(0+))?%")
DECIMALS = re.compile(r"^[#,]*0(?:\.(0+))?(?![\d#])")


def chart_rows(root: Any) -> tuple[str, list[list[str]]]:
    """The title of a chart, and its numbers: the head, then a row for each category.

    The numbers are those that the file keeps to draw the chart, in the format of the chart. No
    rows where the file keeps none.
    """
    title = _words(root.find(f"{CHART}chart/{CHART}title"))
    series = [_series(element) for element in root.iter(CHART + "ser")]
    series = [one for one in series if one[2]]
    if not series:
        return title, []
    places = sorted({place for _, _, values in series for place in values})
    categories: dict[int, str] = {}
    for _, names, _ in series:
        categories = names | categories
    head = ["", *(name for name, _, _ in series)]
    rows = [
        [categories.get(place, str(place + 1)), *(values.get(place, "") for _, _, values in series)]
        for place in places
    ]
    return title, [head, *rows]


def _series(element: Any) -> tuple[str, dict[int, str], dict[int, str]]:
    """The name of a series, its categories and its values, by their place."""
    name = " ".join(_points(element.find(CHART + "tx"), "").values())
    if not name and (literal := element.find(f"{CHART}tx/{CHART}v")) is not None:
        name = literal.text or ""
    categories = next(
        (c for tag in ("cat", "xVal") if (c := element.find(CHART + tag)) is not None), None
    )
    values = next(
        (v for tag in ("val", "yVal") if (v := element.find(CHART + tag)) is not None), None
    )
    labels = element.find(f"{CHART}dLbls/{CHART}numFmt")
    shown = "" if labels is None else labels.get("formatCode", "")
    return normalised(name), _points(categories, ""), _points(values, shown)


def _points(holder: Any, shown: str) -> dict[int, str]:
    """The stored points; those of the first level where categories have several."""
    if holder is None:
        return {}
    levels = list(holder.iter(CHART + "lvl"))
    code = next((c.text or "" for c in holder.iter(CHART + "formatCode")), "")
    found: dict[int, str] = {}
    for point in (levels[0] if levels else holder).iter(CHART + "pt"):
        written, place = point.find(CHART + "v"), point.get("idx", "")
        if written is not None and place.isdigit():
            own = point.get("formatCode") or code
            shown_as = shown if shown not in ("", "General") else own
            found[int(place)] = formatted(written.text or "", shown_as)
    return found


def formatted(written: str, code: str) -> str:
    """A stored number as the chart shows it: 0.315 with the format “0.0%” is 31.5%."""
    try:
        value = float(written)
    except ValueError:
        return normalised(" ".join(written.split()))
    if found := PERCENT.match(code):
        return f"{100 * value:.{len(found[1] or '')}f}%"
    if code not in ("", "General") and (found := DECIMALS.match(code)):
        # A format such as 0.0"%" writes the sign beside a number that is a percentage already.
        unit = "%" if code[found.end() :].strip('\\" ').startswith("%") else ""
        return f"{value:.{len(found[1] or '')}f}{unit}"
    return f"{value:.10g}"


def diagram_texts(root: Any) -> list[str]:
    """The words of each box of a diagram of shapes (SmartArt)."""
    boxes = (_words(point) for point in root.iter(DIAGRAM + "t"))
    return [text for text in boxes if text]


def _words(element: Any) -> str:
    if element is None:
        return ""
    lines = ("".join(t.text or "" for t in p.iter(A + "t")) for p in element.iter(A + "p"))
    return normalised(" ".join(" ".join(lines).split()))
