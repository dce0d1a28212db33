"""What a notebook reads, told from its code without running it.

The standard says which tables an indicator is made from, and each reads its own rows of
``reported.csv``. Which of its counts are hidden may depend on other tables, which count as read.
A notebook that a trust has changed may read more: a table whose name stands in its code counts as
read, and one that brings in any other module may read every file.
"""

from __future__ import annotations

import ast
import csv
import io
import json
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from wres_report.disclosure.order import planned_for
from wres_report.faults import input_fault
from wres_report.hashes import json_hash
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.opening import UNREADABLE
from wres_report.inputs.places import nominal, place_of
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import ABSENT, InputHashes
from wres_report.standard import Indicator

FACE = "wres_report"
REPORTED = "reported"
EVERYTHING = "everything"


def code_cells_hash(path: Path) -> str:
    """Hash of what papermill runs: the code cells with their tags; words around them do not count.

    The Markdown cells stand in the executed notebook, so they count as well; ids, outputs and
    the metadata of an editor do not.
    """
    return _content(path, path.stat().st_mtime_ns)[0]


def data_read(
    workspace: Workspace,
    inputs: InputHashes,
    trust_year: TrustYear,
    indicators: Sequence[Indicator],
    path: Path,
) -> dict[str, str]:
    """Hash by name of all the data that the notebook of some indicators reads, absent tables among
    them."""
    standard = workspace.standard(trust_year)
    known = tables_of(standard)
    tables = {name for name in tables_named(path) if name in known or name == EVERYTHING}
    numbers = {indicator.number for indicator in indicators}
    years = (trust_year, trust_year.previous)
    if EVERYTHING in tables:
        return {name: d for year in years for name, d in inputs.everything(year).items()}
    found = {}
    for indicator in indicators:
        if section := kind_of(indicator).section(indicator):
            name = f"data/{trust_year}/narrative/{section}.md"
            found[name] = inputs.data(trust_year).get(name, ABSENT)
    for year in years:
        hashes = inputs.data(year)
        read = {*(t for i in indicators for t in i.tables), *(tables - {REPORTED})}
        for table in sorted(read | {*planned_for(read, standard)}):
            name = _file(workspace, year, table)
            found[name] = hashes.get(name, ABSENT)
        name = _file(workspace, year, REPORTED)
        found[name] = hashes.get(name, ABSENT)
        own_file = name == nominal(year, REPORTED)
        if own_file and found[name] not in (ABSENT, UNREADABLE) and REPORTED not in tables:
            own = _rows_hash(workspace.root / name, numbers)
            found[name] = own or found[name]
    return found


def _file(workspace: Workspace, trust_year: TrustYear, table: str) -> str:
    """The file that a table stands in: its own, or the workbook, of which all counts as read."""
    place = place_of(workspace, trust_year, table)
    return nominal(trust_year, table) if place is None else place.file


def tables_named(path: Path) -> frozenset[str]:
    """The words in a notebook's code that may be the names of tables; ``everything`` where it may
    read any."""
    return _content(path, path.stat().st_mtime_ns)[1]


@cache
def _content(path: Path, _changed: int) -> tuple[str, frozenset[str]]:
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise input_fault(
            "This notebook is not valid JSON.",
            f"notebooks/{path.name}",
            "Save it again in JupyterLab, or take an earlier version of the file.",
        ) from None
    cells = [
        (cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("tags", []))
        for cell in notebook["cells"]
    ]
    source = "\n".join(text for kind, text, _ in cells if kind == "code")
    return json_hash(cells), _tables_in(source)


def _tables_in(source: str) -> frozenset[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:  # a magic, or a fault that the run will tell of
        return frozenset({EVERYTHING})
    found = set()
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Import)
            or (isinstance(node, ast.ImportFrom) and node.module != FACE)
            or (isinstance(node, ast.Name) and node.id in ("open", "get_ipython", "__import__"))
        ):
            found.add(EVERYTHING)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return frozenset(found)


def _rows_hash(path: Path, numbers: Collection[int]) -> str:
    """Hash of the head and of the rows of some indicators; empty for a table that is none."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        head, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        column = [name.strip() for name in head].index("indicator")
    except (ValueError, csv.Error):
        return ""
    wanted = {str(number) for number in numbers}
    own = [row for row in rows if len(row) > column and row[column].strip() in wanted]
    return json_hash([head, own])
