"""The table of all reports: its columns, and a row for each report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from wres_report.index import cells
from wres_report.index.filters import Filter, picked
from wres_report.index.parts import Part
from wres_report.index.report import Figure, Report
from wres_report.standard import Indicator
from wres_report.words import capitalised

KINDS = ("full", "action-plan", "action-plan with preface", "appendix")
SHORT_LABEL = 4
STATES = ("draft", "approved", "published")

# Where a long word may be parted in a narrow head: not every browser knows the words of English.
LONG_WORD = re.compile(r"(?<=\w{7})(?=(?:tion|ties|ment)\b)")

CellMaker = Callable[[Report], cells.Cell]


@dataclass(frozen=True)
class Column:
    """name: a class, and the name of its label in page.css. head: HTML. cell: makes a cell.

    width: in rem, the least; where there is more, the columns share it in the same proportion.
    indicator: whether it is that of an indicator.
    """

    name: str
    head: str
    cell: CellMaker
    width: float
    indicator: bool = False


def columns_of(part: Part) -> list[Column]:
    """The columns that at least one of the reports fills, from left to right."""
    reports = part.reports
    kinds = _ranks((report.kind for report in reports), KINDS)
    states = _ranks((report.state for report in reports), STATES)
    trusts: dict[tuple[str, str], int] = {}
    for report in reports:
        trusts.setdefault((report.name, report.code), len(trusts))
    columns = [
        Column("trust", "Trust", lambda r: cells.trust(r, trusts[r.name, r.code]), 9.5),
        Column("year", f"{escape(part.short)} year", cells.year, 4.6),
        Column("kind", "Report", lambda r: cells.kind(r, kinds), 7.9),
    ]
    if any(report.state for report in reports):
        columns.append(Column("state", "State", lambda r: cells.state(r, states), 5.1))
    columns += [
        Column(i.id, _indicator_head(part, i), _indicator_cell(i.id), _width(i), indicator=True)
        for i in shown_indicators(part)
    ]
    if any(report.actions for report in reports):
        columns.append(Column("actions", "Actions", cells.actions, 4.5))
    return [*columns, Column("checks", "Checks", cells.checks, 4.4)]


def shown_indicators(part: Part) -> list[Indicator]:
    """Those for which some report has a figure, or can say why it has none."""
    return [
        indicator
        for indicator in part.indicators
        if any(_tells(report.figures.get(indicator.id)) for report in part.reports)
    ]


def _width(indicator: Indicator) -> float:
    """A label of several words, such as that of a part, needs more room than a number; and so does
    a verdict with “represented” in it, which no browser parts."""
    if indicator.measure == "representation":
        return 5.4
    return 4.5 if len(indicator.label) < SHORT_LABEL else 5.5


def _tells(figure: Figure | None) -> bool:
    if figure is None:
        return False
    return figure.number is not None or figure.text not in {"", "not supplied"}


def table(part: Part, columns: Sequence[Column], filters: Sequence[Filter]) -> str:
    """The table as HTML. What can be told from it is not in it: the script adds roles, and looks
    through the text of the cells."""
    rows = "\n".join(_row(report, columns, filters) for report in part.reports)
    return (
        f'<table id="{part.name}" aria-labelledby="{part.name}-title">\n'
        f"{_head(part, columns)}\n"
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def table_style(part: Part, columns: Sequence[Column]) -> str:
    """The widths of the columns, for page.css."""
    tracks = " ".join(f"minmax({c.width:g}rem, {c.width:g}fr)" for c in columns)
    nine = sum(column.indicator for column in columns)
    least = least_width(columns)
    return f"#{part.name} {{ --columns: {tracks}; --nine: {nine or 1}; --least: {least:g}rem; }}\n"


def least_width(columns: Sequence[Column]) -> float:
    """How wide a table is at least, in rem."""
    return sum(column.width for column in columns)


def _head(part: Part, columns: Sequence[Column]) -> str:
    """One row of heads, with a row above it that holds the indicators together."""
    nine = [column for column in columns if column.indicator]
    upper: list[str] = []
    lower: list[str] = []
    for place, column in enumerate(columns):
        inside = column in nine
        span = ' rowspan="2"' if nine and not inside else ""
        head = (
            f'<th scope="col" class="{column.name}"{span} data-column="{place}">{column.head}</th>'
        )
        (lower if inside else upper).append(head)
        if nine and column is nine[0]:
            upper.append(
                f'<th scope="colgroup" class="nine" colspan="{len(nine)}">'
                f"{capitalised(part.noun)}s: figure and verdict</th>"
            )
    rows = "\n".join(f"<tr>{''.join(row)}</tr>" for row in (upper, lower) if row)
    return f"<thead>\n{rows}\n</thead>"


def _indicator_head(part: Part, indicator: Indicator) -> str:
    return (
        f'<span class="aside">{capitalised(part.noun)} </span>{escape(indicator.label)} '
        f'<span class="name">{LONG_WORD.sub("&shy;", escape(indicator.short))}</span>'
    )


def _indicator_cell(name: str) -> CellMaker:
    return lambda report: cells.figure(report.figures.get(name))


def _row(report: Report, columns: Sequence[Column], filters: Sequence[Filter]) -> str:
    row = "".join(_cell(column, column.cell(report)) for column in columns)
    pick = f' data-pick="{picked(report, filters)}"' if filters else ""
    return f"<tr{pick}>{row}</tr>"


def _cell(column: Column, cell: cells.Cell) -> str:
    look = f" {cell.look}" if cell.look else ""
    rank = "" if cell.rank is None else f' data-n="{cell.rank:.6g}"'
    if column.name == "trust":
        return f'<th scope="row" class="trust"{rank}>{cell.html}</th>'
    return f'<td class="{column.name}{look}"{rank}>{cell.html}</td>'


def _ranks(found: Iterable[str], known: Sequence[str]) -> dict[str, int]:
    """The known in their order, then the others by name; an empty one has no rank."""
    others = sorted({text for text in found if text} - set(known))
    return {text: rank for rank, text in enumerate([*known, *others])}
