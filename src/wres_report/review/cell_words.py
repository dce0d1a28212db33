"""Words of a printed plan as the cells of its file have them."""

from __future__ import annotations

import re

from wres_report.plans.cells import join_list, split_list
from wres_report.review.hunks import END
from wres_report.review.plan_cells import is_list

INDICATORS = re.compile(r"[1-9][0-9]?(?:\s*(?:[,;]|and)\s*[1-9][0-9]?)*")


def indicator_cell(words: str) -> str | None:
    """The indicators that some words name, as the file has them; None where they name none."""
    if words.casefold() in ("all", "general"):
        return words.casefold()
    return ";".join(re.findall(r"\d+", words)) if INDICATORS.fullmatch(words) else None


def as_cell(words: str, column: str) -> str:
    """Printed words as a cell of their own, lists with their strokes."""
    if column == "sub_actions":
        return join_list(words.split(END))
    words = " ".join(words.split())
    return join_list(words.split(", ")) if is_list(column) else words


def as_words(new: str, column: str) -> str:
    """New words as the cell has them: a comma between leads is a stroke, an end a space."""
    if column == "sub_actions":
        return new.replace("|", r"\|")
    new = new.replace(END, " ")
    return new.replace(", ", " | ") if is_list(column) else new


def without_item(cell: str, text: str) -> str:
    """The list of a cell without one of its items."""
    items = split_list(cell)
    return join_list(item for item in items if item != text.strip())
