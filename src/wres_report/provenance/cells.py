"""The cell of a notebook in which an indicator is measured."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping

from wres_report.provenance.model import Cell
from wres_report.standard import Indicator

MEASURED = re.compile(r"^result\s*=.*$", re.MULTILINE)


def measuring_cells(
    indicators: tuple[Indicator, ...], notebooks: Mapping[str, bytes]
) -> dict[str, Cell]:
    """The cell in which each indicator's ``result`` comes about, by indicator.

    notebooks: the executed ones as files, by name. A notebook that calls it otherwise has none.
    """
    found = {}
    for indicator in indicators:
        content = notebooks.get(indicator.notebook)
        cell = None if content is None else _measuring(indicator.notebook, content)
        if cell is not None:
            found[indicator.id] = cell
    return found


def _measuring(name: str, content: bytes) -> Cell | None:
    for number, cell in enumerate(json.loads(content)["cells"], start=1):
        line = MEASURED.search("".join(cell["source"]))
        if cell["cell_type"] == "code" and line:
            digest = hashlib.sha256(content).hexdigest()
            return Cell(f"notebooks/{name}.ipynb", number, line[0], digest)
    return None
