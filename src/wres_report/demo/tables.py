"""Tables as text: how the files of a synthetic country write rows and numbers of people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from wres_report.formulas import protected

Rows = Iterable[Sequence[str]]


def csv_text(rows: Rows) -> str:
    """The rows as CSV; a cell that needs it stands in double quotes."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [protected(cell) for cell in row] for row in rows
    )
    return text.getvalue()


def number_text(people: float) -> str:
    """A number of people; an average of two years may end in .5."""
    return str(int(people)) if people.is_integer() else str(people)
