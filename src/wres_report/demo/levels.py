"""What the figures of a standard are drawn around: ``demo.yaml`` in the standard's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from wres_report.faults import usage_fault
from wres_report.standard import Standard, further_file

FILE = "demo.yaml"


@dataclass(frozen=True)
class Levels:
    """The levels of a standard, by the entries of its ``demo.yaml``.

    workforce: ``share`` of the group under study in the year of reference in percent, points
    ``a_year``, how far trusts lie ``apart`` as a difference of log odds, and ``unknown``, the
    lowest and the highest share without a record. clusters: the lean of each in log odds. board:
    ``share`` and ``unknown`` in percent. likelihood, survey: by id of the indicator. answers:
    the ``share`` of the group under study among those who answer the survey. actions: entries of
    a plan. narrative: the wordings of each section.
    """

    workforce: Mapping[str, Any]
    clusters: Mapping[str, float]
    board: Mapping[str, float]
    likelihood: Mapping[str, Mapping[str, float]]
    answers: Mapping[str, float]
    survey: Mapping[str, Mapping[str, float]]
    actions: tuple[Mapping[str, str], ...]
    narrative: Mapping[str, tuple[str, ...]]


@cache
def levels_of(standard: Standard) -> Levels:
    """The levels of a standard; a usage fault where it has none."""
    held = further_file(standard, FILE)
    if held is None:
        raise usage_fault(
            f"There are no levels to draw figures of the {standard.short} around.",
            where="--standard",
            action=f"Write them into standards/{standard.id}/{FILE}; that of the WDES shows how.",
        )
    return Levels(
        workforce=held["workforce"],
        clusters=held.get("clusters", {}),
        board=held.get("board", {}),
        likelihood=held.get("likelihood", {}),
        answers=held.get("answers", {}),
        survey=held.get("survey", {}),
        actions=tuple(held.get("actions", ())),
        narrative={name: tuple(words) for name, words in held.get("narrative", {}).items()},
    )
