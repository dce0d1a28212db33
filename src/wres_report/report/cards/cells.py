"""The cells of executed notebooks in which indicators are measured and charts are drawn."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from wres_report.report.cards.model import Cell
from wres_report.standard import Indicator

MEASURED = re.compile(r"^result\s*=.*$", re.MULTILINE)
DRAWN = re.compile(r"^#\| label: (fig-\S+)", re.MULTILINE)


def telling_cells(
    indicators: tuple[Indicator, ...], notebooks: Mapping[str, bytes]
) -> dict[str, Cell]:
    """Where each indicator's ``result`` comes about, by indicator; where each chart, by label.

    notebooks: the executed ones as files, by name. A notebook that calls its result otherwise has
    no such cell.
    """
    found: dict[str, Cell] = {}
    for indicator in indicators:
        if indicator.notebook in notebooks:
            found |= _cells(indicator, notebooks[indicator.notebook])
    return found


def _cells(indicator: Indicator, content: bytes) -> dict[str, Cell]:
    digest = hashlib.sha256(content).hexdigest()
    name = f"notebooks/{indicator.notebook}.ipynb"
    found: dict[str, Cell] = {}
    for number, cell in enumerate(json.loads(content)["cells"], start=1):
        source = "".join(cell["source"])
        measured, drawn = MEASURED.search(source), DRAWN.search(source)
        if cell["cell_type"] != "code":
            continue
        if measured:
            found.setdefault(indicator.id, Cell(name, number, measured[0], digest))
        if drawn:
            found[drawn[1]] = Cell(name, number, source.splitlines()[-1], digest)
    return found
