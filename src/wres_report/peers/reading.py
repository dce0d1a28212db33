"""Reads the table of all trusts, as ``wres country`` writes it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from wres_report.formulas import unprotected
from wres_report.peers.figure import COLUMNS, TYPES, Figure

FIGURES = "country.csv"


def figures_of_csv(path: Path) -> list[Figure]:
    """The figures of a ``country.csv``, as they were written."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [Figure(*map(_read, COLUMNS, row)) for row in rows]


def _read(name: str, text: str) -> Any:
    kind = TYPES.get(name)
    if kind == "boolean":
        return text == "true"
    if kind == "integer":
        return int(text) if text else None
    if kind == "double":
        return float(text) if text else None
    return unprotected(text)
