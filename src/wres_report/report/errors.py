"""The one error that rendering raises to its caller."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from wres_report.faults import ExitStatus, Fault


class RenderError(Exception):
    """A report could not be rendered. The message is written for a non-programmer.

    Parameters
    ----------
    what
        What is wrong, in a sentence.
    where
        The file, with its line where known, relative to the staged project.
    said
        What pandoc, Typst or Quarto wrote, shortened.
    todo
        What the reader can do about it.
    """

    def __init__(self, what: str, *, where: str = "", said: str = "", todo: str = "") -> None:
        self.what, self.where, self.said, self.todo = what, where, said, todo
        lines = [what]
        if where:
            lines.append(f"  where: {where}")
        if said:
            lines.append("  it said: " + said.strip().replace("\n", "\n           "))
        if todo:
            lines.append(f"  what to do: {todo}")
        super().__init__("\n".join(lines))


@contextmanager
def told_as_fault() -> Iterator[None]:
    """For a command: a report that cannot be rendered is a fault, with its exit status."""
    try:
        yield
    except RenderError as error:
        raise Fault(str(error), status=ExitStatus.RENDERING_FAILED) from None
