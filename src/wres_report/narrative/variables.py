"""The variables that a narrative may name: one for every figure, fact and computed word.

Authors write the key of the contract, ``{{< var i2.ratio.previous >}}``. Quarto reads variables
from nested maps, in which ``i2.ratio`` cannot be a figure and a map at once; so in the staged
copy the parts after the second are joined: ``i2.ratio_previous``. See docs/decisions/0002.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from wres_report.faults import Fault, narrative_fault
from wres_report.narrative.closing import check_shortcodes

# The parts of a figure that it has only beside one of last year.
NEEDS_LAST_YEAR = ("previous", "change")
LAST_YEAR = (
    "Give last year's tables or a row in reported.csv; where they are there, the rule on small "
    "numbers withholds the figure. Or take the variable out."
)
VARIABLE = re.compile(r"\{\{<\s*var\s+([^\s>]+)\s*>\}\}")


def quarto_name(key: str) -> str:
    """The name of a variable in ``_variables.yml``: at most two levels."""
    parts = key.split(".")
    return ".".join([parts[0], "_".join(parts[1:])]) if len(parts) > 1 else key


def nested(variables: dict[str, str]) -> dict[str, Any]:
    """The variables as ``_variables.yml`` holds them.

    Raises ValueError where two keys come out as one name: they would hide each other.
    """
    tree: dict[str, Any] = {}
    for key, text in sorted(variables.items()):
        head, _, tail = quarto_name(key).partition(".")
        if not tail:
            raise ValueError(f"the variable {key} has no part after its first")
        branch = tree.setdefault(head, {})
        if tail in branch:
            raise ValueError(f"two variables are called {head}.{tail}")
        branch[tail] = text
    return tree


def bind(text: str, variables: dict[str, str], where: str) -> str:
    """The text with every variable under its Quarto name.

    Raises a narrative fault, with file and line, for a variable that this report does not have.
    """
    return _replaced(text, variables, where, lambda key: f"{{{{< var {quarto_name(key)} >}}}}")


def filled(text: str, variables: dict[str, str], where: str) -> str:
    """The text with every variable replaced by what it prints; raises as ``bind`` does."""
    return _replaced(text, variables, where, variables.__getitem__)


def check_cells(rows: Iterable[Mapping[str, Any]], variables: Collection[str], where: str) -> None:
    """Raise a narrative fault for a variable in a table that this report does not have, and for
    one that is never closed.

    rows: each with ``file_row`` and the cells of its columns. where: the table's file.
    """
    for row in rows:
        for column, cell in row.items():
            if "{" in str(cell):
                check_shortcodes(str(cell), f"{where}, row {row['file_row']}, column {column}")
            for key in VARIABLE.findall(str(cell)):
                if key not in variables:
                    raise _unknown(
                        key, f"{where}, row {row['file_row']}, column {column}", variables
                    )


def _replaced(text: str, variables: dict[str, str], where: str, form: Callable[[str], str]) -> str:
    check_shortcodes(text, where)

    def replace(match: re.Match[str]) -> str:
        key = match[1]
        if key not in variables:
            line = text.count("\n", 0, match.start()) + 1
            raise _unknown(key, f"{where}, line {line}", variables)
        return form(key)

    return VARIABLE.sub(replace, text)


def _unknown(key: str, where: str, variables: Collection[str]) -> Fault:
    figure, _, part = key.rpartition(".")
    if part in NEEDS_LAST_YEAR and figure in variables:
        what = f"This report has no figure of last year beside “{figure}”, so “{key}” says nothing."
        return narrative_fault(what, where, LAST_YEAR)
    what = f"There is no variable “{key}” in this report."
    return narrative_fault(what, where, _suggestion(key, variables))


def _suggestion(key: str, variables: Collection[str]) -> str:
    near = difflib.get_close_matches(key, variables, n=3)
    if near:
        return f"Did you mean {' or '.join(f'“{name}”' for name in near)}?"
    return "outputs/<code>/<year>/results.json lists the figures there are."
