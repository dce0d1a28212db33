"""Compares each printed figure of a document with the figure computed from its data."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from wres_report.backtest.figure import Figure
from wres_report.backtest.plan_points import PlanPoints
from wres_report.inputs.given.tables import rows_and_figures
from wres_report.measures.value import DECIMALS, Unit, rounded, write
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Standard, read_key
from wres_report.standard.key import NATIONAL

AGREE, DIFFER, NOT_CHECKABLE = "agree", "differ", "not_checkable"
# Recorded of a point that somebody has read and found wrong, and that no arithmetic reaches.
DIFFER_BY_READING = "differ_by_reading"
PRINTED_NUMBER = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?")


@dataclass(frozen=True)
class Comparison:
    """One printed point. place: page or section. verdict: by arithmetic. expected, reason: as
    recorded by hand."""

    key: str
    place: str
    printed: str
    ours: str
    verdict: str
    expected: str
    reason: str
    note: str

    @property
    def surprise(self) -> bool:
        """Whether it comes out otherwise than recorded."""
        if self.expected == DIFFER_BY_READING:
            return self.verdict != NOT_CHECKABLE
        return self.verdict != self.expected

    def as_dict(self) -> dict[str, Any]:
        return asdict(self) | {"surprise": self.surprise}


class OurFigures:
    """Every figure that a published one can be held against, by key."""

    def __init__(self, report: ReportContext) -> None:
        self.report, self.standard = report, report.standard
        self.national_year = report.params.national_year
        self.plan = PlanPoints(report)
        given = rows_and_figures(report.tables, report.standard, report.params.term)
        self.other = {f.key: Figure(f.value, f.unit, f.display) for _, _, f in given}

    def find(self, key: str) -> Figure | None:
        """The figure of that key; None where there is none or it has no value."""
        if key in self.other:
            return self.other[key]
        if read_key(key).stem == NATIONAL:
            return self._national(key)
        if key.endswith(".benchmark_difference"):
            return self._benchmark_difference(key.removesuffix(".benchmark_difference"))
        own = self.report.value(key)
        if own is not None:
            return Figure(own.number, own.unit, own.display) if own.ok else None
        return self.plan.figure(key)

    def words(self, key: str) -> str:
        """A point that is told in words: a trend, or how a plan is laid out."""
        plan = self.plan.words(key)
        return self.report.words(key) if plan is None else plan

    def _national(self, key: str) -> Figure | None:
        read = read_key(key)
        year, of_key = read.year or self.national_year, read_key(read.figure)
        known = (of for i in self.standard.indicators if i.id == of_key.stem for of in i.national)
        for of in known:
            found = self.standard.national(of_key.stem, of.measure, of.group, year)
            if of.name != of_key.figure or found is None:
                continue
            if not read.year or found.wres_year == year:
                return Figure(found.value, found.unit, write(found.value, Unit(found.unit)))
        return None

    def _benchmark_difference(self, key: str) -> Figure | None:
        own, benchmark = self.find(key), self.find(f"{key}.benchmark")
        if own is None or benchmark is None:
            return None
        difference = own.value - benchmark.value
        return Figure(difference, Unit.PP, write(difference, Unit.PP))


def compare(published: pd.DataFrame, ours: OurFigures) -> list[Comparison]:
    """Compare every row of ``published.csv``.

    published: columns key, page_or_section, printed, value, unit, note, verdict_expected,
    reason. A figure agrees where ours, rounded to the decimals it is printed with, is the same
    and has the same unit.
    """
    return [_compare(row, ours) for row in published.itertuples(index=False)]


def _compare(row: Any, ours: OurFigures) -> Comparison:
    if row.unit == "words":
        shown = ours.words(row.key)
        verdict = _words_verdict(row, shown, ours.standard)
    else:
        figure = ours.find(row.key)
        verdict = _verdict(row, figure)
        shown = _shown(row, figure)
    return Comparison(
        row.key, row.page_or_section, row.printed, shown, verdict, row.verdict_expected,
        row.reason, row.note,
    )  # fmt: skip


def _verdict(row: Any, figure: Figure | None) -> str:
    if figure is None or row.printed.startswith("around"):
        return NOT_CHECKABLE
    if figure.unit != row.unit:
        return DIFFER
    decimals = _printed_decimals(row.printed, Unit(row.unit))
    return AGREE if float(rounded(figure.value, decimals)) == row.value else DIFFER


def _shown(row: Any, figure: Figure | None) -> str:
    """Ours as we print it, but with the printed decimals where the units are the same."""
    if figure is None:
        return "–"
    if figure.unit != row.unit or not PRINTED_NUMBER.fullmatch(row.printed.rstrip("%")):
        return figure.display
    unit = Unit(figure.unit)
    return write(figure.value, unit, _printed_decimals(row.printed, unit))


def _printed_decimals(printed: str, unit: Unit) -> int:
    match = PRINTED_NUMBER.search(printed)
    if match is None:
        return DECIMALS[unit] if "same" in printed else 0
    return len(match[1]) - 1 if match[1] else 0


def _words_verdict(row: Any, ours: str, standard: Standard) -> str:
    if row.key.endswith(".trend"):
        better = {indicator.id: indicator.better for indicator in standard.indicators}
        return _trend_verdict(row.printed, ours, better.get(read_key(row.key).stem, ""))
    return AGREE if ours.casefold() == row.printed.casefold() else DIFFER


def _trend_verdict(printed: str, ours: str, better: str) -> str:
    """Whether a claimed trend is what the series shows; it takes every year to claim one."""
    claimed = "rose" if "increas" in printed else "fell"
    if "positive" in printed:
        claimed = "fell" if better == "lower" else "rose"
    if not ours or "no trend" in ours or ours == claimed:
        return NOT_CHECKABLE
    return AGREE if ours == f"{claimed} in each year" else DIFFER
