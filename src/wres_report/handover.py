"""Reads what a notebook handed over, and cleans it of what no reader needs."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wres_report.faults import ExitStatus, Fault
from wres_report.json_text import json_text
from wres_report.marks import Mark
from wres_report.mime import CHART_META, FIGURES_META, MADE, RAN, RESULTS_MIME

if TYPE_CHECKING:
    from nbformat import NotebookNode


@dataclass
class Handover:
    """One indicator as its notebook handed it over.

    values: results key to the JSON of a figure; of_tables: likewise, those that stand in a table
    alone. verdict: code, shape, words, adverse. words: computed words by key. finding: sentences.
    outputs: for each labelled cell, ``markdown`` or ``picture`` where it shows one. alternatives:
    text alternative by label. figures: for each labelled cell, which figures stand
    where in each of its texts (``wres_report.marks.Mark``). drawn: the keys of the figures that
    its picture draws. ran: the program as the kernel found it (``wres_report.program``).
    made: of figures that were made of two others, the sign and the keys of both.
    """

    indicator: str
    values: dict[str, dict[str, Any]]
    verdict: dict[str, Any]
    words: dict[str, str]
    finding: list[str]
    outputs: dict[str, str] = field(default_factory=dict)
    alternatives: dict[str, str] = field(default_factory=dict)
    of_tables: dict[str, dict[str, Any]] = field(default_factory=dict)
    figures: dict[str, list[list[Mark]]] = field(default_factory=dict)
    drawn: dict[str, list[str]] = field(default_factory=dict)
    ran: dict[str, dict[str, str]] = field(default_factory=dict)
    made: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # As JSON, and in the metadata of an output, a mark is a list.
        self.figures = {
            label: [[Mark(*mark) for mark in marks] for marks in texts]
            for label, texts in self.figures.items()
        }


def read_handovers(notebook: NotebookNode, name: str) -> list[Handover]:
    """Read the results out of an executed notebook: one for each indicator that it measures.

    name: of its file, without the ending. Raises a fault where it handed none over.
    """
    payloads: dict[str, dict[str, Any]] = {}
    outputs: dict[str, str] = {}
    alternatives: dict[str, str] = {}
    figures: dict[str, list[Any]] = {}
    drawn: dict[str, list[str]] = {}
    for cell in notebook.cells:
        label = cell_label(cell)
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if RESULTS_MIME in data:
                payloads[data[RESULTS_MIME]["indicator"]] = data[RESULTS_MIME]
            if not label:
                continue
            marks = output.get("metadata", {}).get(FIGURES_META, [])
            if "image/png" in data:
                outputs[label] = "picture"
                alternatives[label] = output.metadata[CHART_META]["alt"]
                drawn[label] = [Mark(*mark).key for mark in marks]
            elif "text/markdown" in data:
                outputs[label] = "markdown"
                figures.setdefault(label, []).append(marks)
    if not payloads:
        raise Fault(
            f"The notebook {name} ran, but handed no results over.",
            f"notebooks/{name}.ipynb",
            "Its last cell must be “wres.hand_over(result)”.",
            ExitStatus.NOTEBOOK_FAILED,
        )
    return [
        Handover(
            payload["indicator"],
            payload["values"],
            payload["verdict"],
            payload["words"],
            payload["finding"],
            outputs,
            alternatives,
            payload.get("of_tables", {}),
            figures,
            drawn,
            payload.get(RAN, {}),
            payload.get(MADE, {}),
        )
        for payload in payloads.values()
    ]


def cell_label(cell: Any) -> str:
    """The ``#| label:`` of a cell, empty where it has none."""
    for line in cell.source.splitlines():
        if line.startswith("#| label:"):
            return str(line.removeprefix("#| label:").strip())
        if not line.startswith("#"):
            break
    return ""


def clean_notebook(notebook: NotebookNode) -> NotebookNode:
    """The executed notebook without times, machine paths and run metadata.

    Kept are the sources, the outputs, the tags of the parameter cells and, for a picture, its
    text alternative, which is also written into the cell's ``#| fig-alt:`` for Quarto.
    """
    # Written out, since every machine names its kernel a little differently.
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    notebook["metadata"] = {"kernelspec": kernel}
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"cell-{number}"
        # Quarto turns metadata it does not know into attributes of the page.
        tags = cell["metadata"].get("tags") if cell.cell_type == "code" else None
        cell["metadata"] = {} if tags is None else {"tags": tags}
        if cell.cell_type != "code":
            continue
        cell["outputs"] = [o for o in cell.outputs if o.output_type != "stream"]
        for output in cell.outputs:
            output.get("metadata", {}).pop(FIGURES_META, None)
            # Told once, in the manifest and on the cards of the figures.
            for name in (RAN, MADE):
                output.get("data", {}).get(RESULTS_MIME, {}).pop(name, None)
            _write_alternative(cell, output)
    return notebook


def notebook_bytes(notebook: NotebookNode) -> bytes:
    """The file of a notebook, with sorted keys, so that equal notebooks are equal files."""
    return (json_text(notebook) + "\n").encode()


def _write_alternative(cell: Any, output: Any) -> None:
    alternative = output.get("metadata", {}).pop(CHART_META, {}).get("alt")
    if alternative is None:
        return
    lines = cell.source.splitlines()
    at = sum(1 for line in lines if line.startswith("#|"))
    lines.insert(at, f"#| fig-alt: {json.dumps(alternative, ensure_ascii=False)}")
    cell["source"] = "\n".join(lines)
