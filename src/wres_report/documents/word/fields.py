"""Fields that are open: between their begin and their separator stands an instruction, no text."""

from __future__ import annotations


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
