"""From a figure's key to where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wres_report.indicators.formula import READ, Formula
from wres_report.measures.codec import value_from_json
from wres_report.measures.value import Value
from wres_report.report.cards.cells import telling_cells
from wres_report.report.cards.england import national
from wres_report.report.cards.measured import measured
from wres_report.report.cards.model import Cell, Origin
from wres_report.report.cards.supplied import SuppliedTables
from wres_report.report.parts.context import ReportContext

CHART = "fig-"  # what the label of a chart's cell begins with


@dataclass(frozen=True)
class Origins:
    """The origins of one report's figures.

    values: every figure that it shows, by key. cells: where each indicator is measured, by id,
    and each chart is drawn, by label. supplied: the tables of figures that the trust supplied as
    they stand. hashes: sha256 of each file of the data, by path. formulas: of the figures that are
    made of two others.
    """

    report: ReportContext
    values: Mapping[str, Value]
    cells: Mapping[str, Cell]
    supplied: SuppliedTables
    hashes: Mapping[str, str]
    formulas: Mapping[str, Formula]

    def knows(self, key: str) -> bool:
        """Whether a figure has an origin."""
        return key in self.values or self.of(key) is not None

    def of(self, key: str) -> Origin | None:
        """The origin of a figure; None for a key that is none, and for a figure not shown."""
        if key in self.values:
            formula = self.formulas.get(key, READ)
            origin = measured(self.report, self.values, self.cells, self.hashes, formula, key)
            publication = self.supplied.publication(self.values[key].rows)
            return replace(origin, citation=publication) if publication else origin
        if key.startswith(CHART):
            return self._chart(key)
        match key.partition(".")[0]:
            case "national":
                return national(self.report, key)
            case "reported":
                return self.supplied.reported(key)
            case _:
                return self.supplied.given(key)

    def _chart(self, label: str) -> Origin | None:
        """The origin of a chart: the figures that it draws, and the cell that draws it."""
        for indicator, handover in self.report.rows():
            keys = dict.fromkeys(handover.drawn.get(label, ()))
            if label == f"{CHART}{indicator.id}" and keys:
                title = (
                    f"Chart of {self.report.standard.noun} {indicator.label}: "
                    f"{self.report.short(indicator)}"
                )
                shown = tuple(key for key in keys if key in self.values)
                return Origin(label, title, "", parts=shown, cell=self.cells.get(label))
        return None

    def with_parts(self, keys: Iterable[str]) -> list[Origin]:
        """The origins of figures and of all that they are made of, in the order of their keys."""
        found: dict[str, Origin] = {}
        waiting = set(keys)
        while waiting:
            key = waiting.pop()
            origin = None if key in found else self.of(key)
            if origin is not None:
                found[key] = origin
                waiting |= set(origin.parts)
        return [found[key] for key in sorted(found)]


def origins_of(
    report: ReportContext, figures: Mapping[str, Any], notebooks: Mapping[str, bytes]
) -> Origins:
    """The origins of a report's figures.

    figures: the JSON of each figure by key, those of the tables included. notebooks: the
    executed ones as files, by name.
    """
    values = {key: value_from_json(entry).named(key) for key, entry in figures.items()}
    hashes = {entry.path: entry.sha256 for entry in report.inputs}
    return Origins(
        report,
        {key: value for key, value in values.items() if value.ok},
        telling_cells(report.standard.indicators, notebooks),
        SuppliedTables(report, hashes),
        hashes,
        {
            key: Formula(sign, tuple(parts))
            for _, handover in report.rows()
            for key, (sign, *parts) in handover.made.items()
        },
    )
