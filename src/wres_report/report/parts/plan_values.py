"""The figures a plan shows beside its actions: values by year, aims, movements, comparisons."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.marks import marked
from wres_report.measures.value import Unit, Value, write
from wres_report.plans.layout import Layout
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Indicator, Standard
from wres_report.standard.key import DIFFERENCE, GAP

# Measures of ``reported.csv`` that no notebook reads, in the order in which they stand in.
REPORTED = ("percent", "absolute_gap", "absolute_difference", "score", "ratio")
UNSIGNED = ("absolute_gap", "absolute_difference")
AIM_WORDS = {"higher": "higher is better", "lower": "lower is better"}


@dataclass(frozen=True)
class PlanFigure:
    """A figure as a plan shows it.

    key: of ``results.json``, or ``reported.<measure>`` where it comes from ``reported.csv``
    alone. comparable: whether it is the figure that England's is given for. of_group: whether
    its source says that it is that of the group under study.
    """

    value: Value
    key: str
    comparable: bool
    of_group: bool = True

    @property
    def unsigned(self) -> bool:
        """Whether it is a difference whose direction its source does not say."""
        return self.key.removeprefix("reported.") in UNSIGNED

    @property
    def published(self) -> bool:
        """Whether it was published without its counts."""
        return self.key.startswith("reported.") or self.value.published

    @property
    def display(self) -> str:
        return self.value.display.lstrip("+") if self.unsigned else self.value.display

    @property
    def shown(self) -> str:
        """The figure as it is printed, marked as the one of its key."""
        return marked(self.display, self.value.key)


@dataclass(frozen=True)
class Movement:
    """word: ``Improvement``, ``Deterioration``, ``No change`` or a direction; note: how sure."""

    word: str
    note: str = ""


class PlanValues:
    """The figures of one report under the layout of its plan."""

    def __init__(self, report: ReportContext, layout: Layout) -> None:
        self.report, self.layout = report, layout

    @property
    def year(self) -> int:
        return self.report.trust_year.year

    def figure(self, number: int, year: int, group: str = "") -> PlanFigure | None:
        """The figure of an indicator in a year; None where the data has none.

        group: the comparator asks for the other of the two groups of a survey question. Of an
        indicator with parts the first that has a figure stands for it.
        """
        study = self.report.standard.groups.study
        parts = self.report.standard.numbered(number)
        found = (self._measured(part, year, group or study) for part in parts)
        measured = next((figure for figure in found if figure is not None), None)
        if measured is not None or group not in ("", study):
            return measured
        return next(self._reported(number, year), None)

    def of_indicator(self, indicator: Indicator, year: int) -> PlanFigure | None:
        """The figure of an indicator, or of one part of it."""
        if indicator.part:
            return self._measured(indicator, year, self.report.standard.groups.study)
        return self.figure(indicator.number, year)

    def _measured(self, indicator: Indicator, year: int, group: str) -> PlanFigure | None:
        suffix = {self.year: "", self.year - 1: ".previous"}.get(year)
        if suffix is None:
            return None
        study, found = self.report.standard.groups.study, []
        for name in indicator.stands_for:
            if group != study and study not in name:
                continue
            key = indicator.key(name.replace(study, group))
            value = self.report.value(f"{key}{suffix}")
            if value is not None and value.ok:
                national = any(of.own == name for of in indicator.national) and group == study
                found.append(PlanFigure(value, key, national))
        # A plan shows what was counted or published rather than what follows from it.
        found.sort(key=self._follows_from_published)
        return found[0] if found else None

    def _follows_from_published(self, figure: PlanFigure) -> bool:
        """Whether it is a difference of figures that were published without their counts."""
        of_two = self.report.standard.parts_of_key(figure.key).measure in (DIFFERENCE, GAP)
        return of_two and figure.value.n is None and not figure.value.published

    def _reported(self, number: int, year: int) -> Iterator[PlanFigure]:
        table = self.report.tables.get("reported")
        if table is None:
            return
        rows = table[(table["indicator"] == number) & (table["year"] == year)]
        groups, parts = self.report.standard.groups, self.report.standard.numbered(number)
        rows = rows[rows["value"].notna() & (rows["group"] != groups.comparator)]
        by_measure = {row["measure"]: row for row in rows.to_dict("records")}
        for measure in REPORTED:
            if measure in by_measure:
                row = by_measure[measure]
                own = row["group"] == groups.study
                compares = own or (measure == "ratio" and parts[0].measure == "likelihood")
                key = reported_key(self.report.standard, number, measure, year)
                yield PlanFigure(
                    reported_value(row).named(key), f"reported.{measure}", compares, own
                )

    def aim(self, number: int) -> str | float | None:
        """What the plan aims at: ``higher``, ``lower`` or a number; None where that is open.

        It is open, too, for a number that no indicator of the standard has.
        """
        if not self.report.standard.numbered(number):
            return None
        if number in self.layout.aims:
            return self.layout.aims[number]
        figure = self.figure(number, self.year)
        if figure is not None and figure.unsigned:
            return "lower"  # a difference without its sign is best at 0
        indicator = self._indicator(number)
        return kind_of(indicator).aim(indicator)[0]

    def aim_words(self, number: int) -> str:
        aim = self.aim(number)
        if aim is None:
            return ""
        if isinstance(aim, str):
            return AIM_WORDS[aim]
        indicator = self._indicator(number)
        return f"aim {write(aim, kind_of(indicator).aim(indicator)[1]).lstrip('+')}"

    def _indicator(self, number: int) -> Indicator:
        return self.report.standard.numbered(number)[0]

    def movement(self, number: int) -> Movement | None:
        """What the change on last year means against the aim; None where a year is missing."""
        now, then = self.figure(number, self.year), self.figure(number, self.year - 1)
        if now is None or then is None or now.value.unit is not then.value.unit:
            return None
        if not self._same_basis(number):
            return None
        word = _movement_word(now.value.number, then.value.number, self.aim(number))
        change = self.report.value(f"{now.key}.change")
        if change is not None and change.low is not None and change.high is not None:
            return Movement(word, "within chance" if change.low <= 0 <= change.high else "")
        return Movement(word)

    def _same_basis(self, number: int) -> bool:
        """Whether this year's figures are made as last year's were."""
        indicator = self._indicator(number)
        return indicator.version(self.year).basis == indicator.version(self.year - 1).basis

    def against_national(self, number: int) -> tuple[Value, Value, int] | None:
        """The difference from England, England's figure and its WRES year."""
        now = self.figure(number, self.year)
        if now is None or not now.comparable:
            return None
        standard, year = self.report.standard, self.report.params.national_year
        indicator = self._indicator(number)
        of = next((of for of in indicator.national if of.own in indicator.stands_for), None)
        if of is None:
            return None
        found = standard.national(indicator.id, of.measure, of.group, year)
        if found is None or (
            # Figures of two questions are never set beside each other.
            indicator.measure == "survey" and found.basis != indicator.version(self.year).basis
        ):
            return None
        unit = Unit.RATIO if now.value.unit is Unit.RATIO else Unit.PP
        difference = Value(now.value.number - found.value, unit)
        key = f"national.{indicator.id}.{of.name}"
        return difference, Value(found.value, now.value.unit).named(key), found.wres_year

    @property
    def without_counts(self) -> bool:
        """Whether any figure of the plan was published without its counts."""
        years = (self.year, self.year - 1, *self.layout.value_years)
        numbers = self.report.standard.numbers
        figures = (self.figure(n, year) for n in numbers for year in years)
        return any(figure is not None and figure.published for figure in figures)


def reported_key(standard: Standard, number: int, measure: str, year: int) -> str:
    """The key of a figure that stands in ``reported.csv`` alone."""
    return f"reported.{standard.letter}{number}.{measure}.y{year}"


def reported_value(row: dict[str, Any]) -> Value:
    """The figure of a row of ``reported.csv``, as it was published."""
    decimals = decimals_written(row["value" + AS_WRITTEN])
    return Value(row["value"], Unit(row["unit"]), decimals=decimals)


def _movement_word(now: float, then: float, aim: str | float | None) -> str:
    if now == then:
        return "No change"
    if aim is None:
        return "Higher" if now > then else "Lower"
    if isinstance(aim, str):
        better = (now > then) == (aim == "higher")
    elif aim > 0 < min(now, then):
        # Of two ratios the one whose logarithm is nearer: 0.5 and 2.0 are equally far from 1.
        better = abs(math.log(now / aim)) < abs(math.log(then / aim))
    else:
        better = abs(now - aim) < abs(then - aim)
    return "Improvement" if better else "Deterioration"
