"""Writes a plan as ``actions.csv`` or ``progress.csv``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wres_report.faults import input_fault, usage_fault
from wres_report.files import write_aside
from wres_report.formulas import protected
from wres_report.plan_files.headings import columns_of
from wres_report.plans.model import Action, row_of


def csv_text(actions: Sequence[Action]) -> str:
    """The table with a head and a row for each action; a column that is empty is left out.

    What a spreadsheet would run as a formula is written so that it stays text.
    """
    rows = [row_of(action) for action in actions]
    columns = columns_of(actions)
    lines = [columns, *([protected(row[name]) for name in columns] for row in rows)]
    return "".join(",".join(map(quoted, line)) + "\n" for line in lines)


def write_plan(path: Path, actions: Sequence[Action], *, force: bool = False) -> None:
    """Write the table aside and rename it, so that it never stands there half.

    Raises a usage fault where a file of that name is there already, unless it may be replaced,
    and an input fault where the folder cannot be written to.
    """
    if path.exists() and not force:
        raise usage_fault(
            "This file is there already.",
            path.as_posix(),
            "Look at what would be written, then add --force to replace it.",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, csv_text(actions))
    except OSError as error:
        raise input_fault(
            f"This file cannot be written: {error.strerror}.", path.as_posix(),
            "Close it in other programs, and check that you may write to the folder.",
        ) from None  # fmt: skip


def quoted(cell: str) -> str:
    """A cell as CSV has it, in quotation marks where it needs them."""
    # By hand: csv.writer leaves a lone carriage return unquoted, and readers end the row there.
    if any(sign in cell for sign in ',"\r\n') or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell
