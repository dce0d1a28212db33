"""Notebooks whose cells do what is hard to do alike in a kernel and in a fork.

Their cells stand in ``cells/awkward`` and, for those that stop where they fail, ``cells/stopping``:
a file for each notebook, in which every cell begins after a line ``# %%``. Several behaviours share
one notebook where they do not touch each other, since a stock run of a notebook takes a second.
"""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

CELLS = Path(__file__).parent / "cells"
RAISES = "raises-exception"
KERNEL = {"name": "python3", "language": "python", "display_name": "Python 3 (ipykernel)"}
PREPARED = ("pandas", "seaborn", "matplotlib.pyplot")


def cells_of(folder: str) -> dict[str, list[str]]:
    """The sources of the cells, by the name of the notebook."""
    files = sorted((CELLS / folder).glob("*.txt"))
    return {
        path.stem: [
            cell.strip("\n") for cell in path.read_text(encoding="utf-8").split("# %%\n")[1:]
        ]
        for path in files
    }


NOTEBOOKS = cells_of("awkward")
STOPPING = cells_of("stopping")


def notebook(cells: list[str], tags: tuple[str, ...] = ()) -> NotebookNode:
    """A notebook of these cells, each with the tags."""
    made = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    for number, source in enumerate(cells, start=1):
        cell = nbformat.v4.new_code_cell(source, id=f"cell-{number}", metadata={"tags": list(tags)})
        made.cells.append(cell)
    return made
