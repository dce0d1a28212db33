"""Marks the figures of a staged report, so that each can lead to where it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from wres_report.handover import Handover
from wres_report.markdown import Fences
from wres_report.marks import MARKED, as_spans, put_in, span
from wres_report.mime import CHART_MIME
from wres_report.narrative.variables import VARIABLE

# What a variable may stand in that is no text: code, the target of a link, attributes, HTML.
NO_TEXT = (
    r"`+[^`]*`+"
    r"|\]\([^()\n]*\)"
    r"|\{(?!\{<)(?:\{\{<.*?>\}\}|[^{}\n])*\}"
    r"|<[a-zA-Z/!][^>\n]*>"
)
TOKEN = re.compile(f"{VARIABLE.pattern}|{NO_TEXT}")
LABEL = re.compile(r"^#\| label: (\S+)", re.MULTILINE)
# In the file of a notebook the quotation marks have backslashes.
KEY = re.compile(r'\{\.value key=\\?"([^"\\]+)\\?"\}')
Known = Callable[[str], bool]


def mark_variables(text: str, known: Known) -> str:
    """Markdown in which every variable that is a known figure is a span with its key."""
    lines = []
    fences = Fences()
    for line in text.split("\n"):
        if fences.holds(line):
            lines.append(line)
        else:
            lines.append(TOKEN.sub(lambda match: _variable(match, known), line))
    return "\n".join(lines)


def _variable(match: re.Match[str], known: Known) -> str:
    key = match[1]
    return span(match[0], key) if key and known(key) else match[0]


def mark_figures(text: str, known: Known) -> str:
    """Markdown with ``wres_report.marks``, in which known figures are spans with their keys."""
    return as_spans(MARKED.sub(lambda m: m[0] if known(m[1]) else m[2], text))


def mark_notebook(
    content: bytes, handover: Handover, known: Known
) -> tuple[bytes, dict[str, dict[str, Any]]]:
    """The file of an executed notebook in whose texts known figures are spans with their keys.

    With it, by the label of its cell, the forms of each chart, which stand no longer in the file.
    """
    notebook = json.loads(content)
    charts: dict[str, dict[str, Any]] = {}
    for cell in notebook["cells"]:
        label = LABEL.search("".join(cell["source"]))
        for output in cell.get("outputs", []):
            chart = output.get("data", {}).pop(CHART_MIME, None)
            if chart and label:
                charts[label[1]] = chart
        texts: list[dict[str, Any]] = [
            output["data"] for output in cell.get("outputs", [])
            if "text/markdown" in output.get("data", {})
        ]  # fmt: skip
        marks_of = handover.figures.get(label[1], []) if label else []
        for data, marks in zip(texts if marks_of else [], marks_of, strict=True):
            text = put_in("".join(data["text/markdown"]), marks)
            data["text/markdown"] = mark_figures(text, known)
    # On one line: to indent it takes ten times as long, and this copy is there to be embedded.
    text = json.dumps(notebook, ensure_ascii=False, sort_keys=True) + "\n"
    return text.encode(), charts


def marked_keys(text: str) -> set[str]:
    """The keys of the figures that are spans in a Markdown text, or in the file of a notebook."""
    return {match[1] for match in KEY.finditer(text)}
