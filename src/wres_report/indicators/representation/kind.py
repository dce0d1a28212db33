"""What representation is asked: headcounts and shares of bands, senior bands, all staff."""

from __future__ import annotations

import re
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
from wres_report.markdown import escape
from wres_report.measures.value import Status, Unit, Value, absent, first_failure
from wres_report.standard import Groups, Indicator, Standard
from wres_report.words import lower_first

if TYPE_CHECKING:
    from wres_report.indicators.result import Result

TIERS = re.compile(r"disparity_([a-z]+)_([a-z]+)")


class Representation(Kind):
    direction = {"parity": "the share in every band close to the share overall"}
    ranked_as = "share of senior posts"

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

    def columns(self, groups: Groups, key: str, figure: str, file: str) -> tuple[str, ...]:
        return columns_of_groups(groups, figure)

    def title(
        self, standard: Standard, indicator: Indicator, figure: str, words: dict[str, str]
    ) -> str:
        study = words[standard.groups.study]
        if tiers := TIERS.fullmatch(figure):
            return f"{indicator.words['disparity']}, {tiers[1]} to {tiers[2]} bands"
        if figure == f"senior_{standard.groups.study}_percent":
            return f"{study} share of staff at {indicator.words['senior']}"
        share = figure.removesuffix("_percent")
        if share in words:
            return f"{words[share]} share of the workforce"
        for group in standard.groups.columns:
            if share.endswith(f"_{group}"):
                part = _part(share.removesuffix(f"_{group}"), standard)
                if share != figure:
                    return f"{words[group]} share of {part}"
                return people_in(standard.groups, group, words, f"in {part}")
        part = _part(figure.removesuffix("_share"), standard)
        return f"of all {study} staff, those in {part}"

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


def _part(slug: str, standard: Standard) -> str:
    """A staff group, one of its bands or a cluster of bands, from its part of a key."""
    cluster = {c.id.replace("-", "_"): c.label for c in standard.clusters}
    if slug.removeprefix("cluster_") in cluster and slug.startswith("cluster_"):
        return lower_first(cluster[slug.removeprefix("cluster_")])
    labels = {band.replace("-", "_"): label for band, label in standard.band_labels().items()}
    for group, name in standard.staff_groups.items():
        if slug == group:
            return f"the {lower_first(name)} staff group"
        if slug.startswith(f"{group}_") and slug.removeprefix(f"{group}_") in labels:
            return f"{lower_first(labels[slug.removeprefix(f'{group}_')])}, {lower_first(name)}"
    return slug.replace("_", " ")
