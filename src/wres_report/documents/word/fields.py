"""Fields that are open: between their begin and their separator stands an instruction, no text."""

from __future__ import annotations

from typing import Any

from wres_report.documents.word.names import W, is_on, number


class Fields:
    """The fields that are open at a place of a Word document, the innermost last."""

    def __init__(self) -> None:
        # One for each: whether its instruction still goes on.
        self._open: list[bool] = []

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def in_instruction(self) -> bool:
        """Whether what stands here is not shown, because it says what a field is to show."""
        return any(self._open)

    def take(self, kind: str | None) -> None:
        """Go past a sign of a field. kind: its ``w:fldCharType``."""
        if kind == "begin":
            self._open.append(True)
        elif self._open and kind == "separate":
            self._open[-1] = False
        elif self._open and kind == "end":
            self._open.pop()


def chosen_in_form(sign: Any) -> str:
    """What a field of an old form shows that stores no text: a choice of a list, a ticked box.

    sign: the ``w:fldChar`` at which a field begins; empty for all other signs and fields.
    """
    data = sign.find(W + "ffData")
    if data is None:
        return ""
    if (box := data.find(W + "checkBox")) is not None:
        ticked = box.find(W + "checked")
        ticked = box.find(W + "default") if ticked is None else ticked
        return "☒" if ticked is not None and is_on(ticked) else "☐"
    if (choices := data.find(W + "ddList")) is None:
        return ""
    entries = [entry.get(W + "val", "") for entry in choices.findall(W + "listEntry")]
    at = number(choices.find(W + "result"), number(choices.find(W + "default"), 0))
    return entries[at] if at < len(entries) else ""
