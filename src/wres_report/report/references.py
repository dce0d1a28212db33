"""References of the text to what the report does not have, told with file and line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .errors import RenderError


def no_target(label: str, project: Path, sources: Iterable[Path]) -> RenderError:
    """The error for ``@label`` in one of the sources, where nothing carries that label."""
    return RenderError(
        f"The text refers to {label}, which the report does not have.",
        where=_place(f"@{label}", project, sources),
        todo="correct the label, or leave the reference out where its data is missing",
    )


def two_targets(label: str, project: Path, sources: Iterable[Path]) -> RenderError:
    """The error for a label that two things carry."""
    return RenderError(
        f"Two things carry the label {label}.",
        where=_place(f"#{label}", project, sources),
        todo="rename one of them",
    )


def _place(mark: str, project: Path, sources: Iterable[Path]) -> str:
    """The last file and line that hold the mark, relative to the project; empty where none does."""
    where = ""
    for source in sources:
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
            if mark in line:
                where = f"{source.relative_to(project).as_posix()}, line {number}"
    return where
