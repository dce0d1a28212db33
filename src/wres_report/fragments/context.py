"""What the fragments are made from: one report's results, settings and plans."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from wres_report.execution.handover import Handover
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.value import Status, Unit, Value
from wres_report.standard import Indicator, Standard


@dataclass(frozen=True)
class InputFile:
    """A file that the report was made from. sha256: hexadecimal. rows: None where no table."""

    path: str
    sha256: str
    rows: int | None = None


@dataclass(frozen=True)
class ReportContext:
    """handovers: by indicator id. tables: those that hold no measured figures, by name.

    quality: the gate's result as ``quality.json`` holds it. versions: programs by name.
    """

    trust_year: TrustYear
    params: Params
    standard: Standard
    handovers: dict[str, Handover]
    tables: dict[str, pd.DataFrame]
    quality: dict[str, Any]
    inputs: list[InputFile] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)

    @property
    def term(self) -> str:
        return self.params.term

    def value(self, key: str) -> Value | None:
        """A figure by its contract key; None where the report has none of that name."""
        for handover in self.handovers.values():
            if key in handover.values:
                return value_from_json(handover.values[key])
        return None

    def words(self, key: str) -> str:
        return next((h.words[key] for h in self.handovers.values() if key in h.words), "")

    def short(self, indicator: Indicator) -> str:
        """The indicator's short name, with the group called as the trust calls it."""
        return indicator.short.replace("BME", self.term)

    def rows(self) -> list[tuple[Indicator, Handover]]:
        """The nine indicators in order, each with what its notebook handed over."""
        return [(indicator, self.handovers[indicator.id]) for indicator in self.standard.indicators]


def value_from_json(entry: dict[str, Any]) -> Value:
    """A figure from ``results.json``; what is displayed is the same as before."""
    decimals = None
    unit = Unit(entry["unit"])
    if entry["status"] == "ok" and unit is Unit.PERCENT and "." in entry["display"]:
        decimals = len(entry["display"].rstrip("%").partition(".")[2])
    return Value(
        entry["value"],
        unit,
        Status(entry["status"]),
        low=entry["low"],
        high=entry["high"],
        n=entry["n"],
        source=tuple(entry["source"]),
        note=entry["note"],
        decimals=decimals,
    )
