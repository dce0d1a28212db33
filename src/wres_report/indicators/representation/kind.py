"""What representation is asked: headcounts and shares of bands, senior bands, all staff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wres_report.indicators.kind import (
    Kind,
    Known,
    Published,
    Summed,
    cell,
    columns_of_groups,
    of_england,
)
from wres_report.indicators.representation.names import DISPARITIES, SENIOR, places_in_keys
from wres_report.markdown import escape
from wres_report.measures.value import Status, Unit, Value, absent, first_failure
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import PERCENT

if TYPE_CHECKING:
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


class Representation(Kind):
    direction = {"parity": "the share in every band close to the share overall"}
    ranked_as = "share of senior posts"

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.representation.measure import measure_representation

        return measure_representation(data, data.workforce)

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        groups, number = standard.groups, indicator.number
        order = (groups.study, groups.comparator, groups.unknown)
        for name in order:
            key = indicator.key(f"{name}_percent")
            headline = name in groups.pair
            yield Published(
                number, "percent", name, "percent", key, changes=True, headline=headline
            )
        for name in (*order, "", "total"):
            key = f"workforce.{name or 'total'}"
            yield Published(number, "headcount", name, "count", key, changes=True)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        return columns_of_groups(groups, parts)

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        study = words[standard.groups.study]
        if parts.name in DISPARITIES:
            lower, upper = DISPARITIES[parts.name]
            return f"{indicator.words['disparity']}, {lower} to {upper} bands"
        if parts.of == SENIOR and parts.group == standard.groups.study:
            return f"{study} share of staff at {indicator.words['senior']}"
        if parts.group and not parts.of:
            return f"{words[parts.group]} share of the workforce"
        part = places_in_keys(standard).get(parts.of, parts.of.replace("_", " "))
        if not parts.group:
            return f"of all {study} staff, those in {part}"
        if parts.measure == PERCENT:
            return f"{words[parts.group]} share of {part}"
        return people_in(standard.groups, parts.group, words, f"in {part}")

    def as_given(self, standard: Standard, parts: Parts, value: Value) -> str:
        if parts.name not in DISPARITIES:
            return ""
        other = standard.groups.word
        return f"the headcount of the one tier ÷ that of the other, over the same of {other} staff"

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        """The senior bands against the whole workforce, as a difference of shares."""
        groups, share = report.standard.groups, indicator.key(f"{_study(report)}_percent")
        overall = report.value(share) or absent(Unit.PERCENT)
        senior = report.value(_senior(report, indicator)) or absent(Unit.PERCENT)
        figure = absent(Unit.PP, first_failure(senior, overall) or Status.NOT_SUPPLIED)
        if senior.ok and overall.ok:
            low, high = (
                None if end is None else end - overall.number for end in (senior.low, senior.high)
            )
            figure = Value(senior.number - overall.number, Unit.PP, low=low, high=high)
        return Summed(
            cell(report.value(indicator.key(f"{groups.comparator}_percent"))),
            cell(overall),
            figure,
            0.0,
            cell(overall),
            cell(report.value(f"{share}.previous")),
            england=of_england(report.value(f"{share}.benchmark")),
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        term = escape(report.term)
        if row.figure.ok:
            senior = report.value(_senior(report, indicator))
            shown = senior.shown if senior is not None else ""
            return f"{shown} {term} at {indicator.words['senior']}, {row.study} of all staff; "
        return f"{row.study} of all staff are {term}; "

    def less_is_worse(self, indicator: Indicator) -> bool:
        return True

    def of_picture(self, indicator: Indicator) -> str:
        return f"share at {indicator.words['senior']}, from that of all staff: "

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return None, Unit.PERCENT

    def table(self, result: Result) -> str:
        from wres_report.indicators.representation.shown import staff_group_table

        return staff_group_table(result)

    def of_tables(self, result: Result) -> dict[str, Value]:
        from wres_report.indicators.representation.shown import figures_of_tables

        return figures_of_tables(result)


def people_in(groups: Groups, group: str, words: dict[str, str], where: str) -> str:
    """The staff of a group somewhere, as a card calls them."""
    if group == groups.unknown:
        return f"staff {where}, {words[group].lower()}"
    return f"{'all' if group == 'total' else words.get(group, group)} staff {where}"


def _study(report: Known) -> str:
    return report.standard.groups.study


def _senior(report: Known, indicator: Indicator) -> str:
    return indicator.key(f"senior_{_study(report)}_percent")
