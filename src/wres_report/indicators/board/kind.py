"""What the board's indicator is asked: its share of the group, less that of the workforce."""

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
    of_group,
)
from wres_report.measures.value import Unit, absent
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import DIFFERENCE, MEMBERS, PERCENT

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData

MEMBERSHIPS = {"voting": "Voting members", "total": "All members", "executive": "Executive members"}
# As a card calls them.
CALLED = {
    "voting": "voting board members",
    "total": "board members",
    "executive": "executive board members",
}


def workforce_share(standard: Standard) -> str:
    """The key of the group's share of the whole workforce."""
    return of_workforce(standard).key(f"{standard.groups.study}_percent")


def of_workforce(standard: Standard) -> Indicator:
    """The indicator that measures the workforce; raises ValueError where there is none."""
    for indicator in standard.of_kind("representation"):
        return indicator
    raise ValueError(f"{standard.short} has no indicator of the workforce to set a board beside")


class Board(Kind):
    direction = {"zero": "0 mirrors the workforce; below it {term} people are too few"}
    what = "difference"

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.board.measure import board_counts, measure_board

        return measure_board(data, board_counts(data), data.workforce.total())

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        groups, number = standard.groups, indicator.number
        for members in MEMBERSHIPS:
            name = f"{members}_difference"
            headline = members == "voting"
            yield Published(
                number, name, "", "pp", indicator.key(name), changes=True, headline=headline
            )
            for of in (groups.study, groups.comparator, groups.unknown):
                name = f"{members}_{of}_percent"
                # The name says whose share it is; the group may say so once more.
                for group in ("", of):
                    changes = of == groups.study
                    key = indicator.key(name)
                    yield Published(number, name, group, "percent", key, changes=changes)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        return columns_of_groups(groups, parts)

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        members = CALLED.get(parts.of, parts.of)
        if parts.measure == MEMBERS:
            return f"all {members}"
        if parts.measure == DIFFERENCE:
            return f"{words[standard.groups.study]} share of {members} − share of the workforce"
        who = words.get(parts.group, parts.group)
        return f"{who} share of {members}" if parts.measure == PERCENT else f"{who} {members}"

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        groups, difference = report.standard.groups, indicator.key("voting_difference")
        study = indicator.key(f"voting_{groups.study}_percent")
        return Summed(
            cell(report.value(indicator.key(f"voting_{groups.comparator}_percent"))),
            cell(report.value(study)),
            report.value(difference) or absent(Unit.PP),
            0.0,
            cell(report.value(difference)),
            cell(report.value(f"{difference}.previous")),
            england=of_group(report.value(f"{study}.benchmark"), report.term),
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        if not row.figure.ok:
            return ""
        return f"{row.study} of voting members, {row.figure.shown} against the workforce; "

    def less_is_worse(self, indicator: Indicator) -> bool:
        return True

    def between(self, groups: Groups, term: str) -> str:
        return "the board and the workforce"

    def table(self, result: Result) -> str:
        from wres_report.indicators.board.shown import board_table

        return board_table(result)

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        from wres_report.indicators.board.shown import chart

        return chart(result)
