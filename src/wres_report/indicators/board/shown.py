"""The table of the board, and its chart."""

from __future__ import annotations

from dataclasses import replace

from wres_report.charts.board import board_chart
from wres_report.charts.rows import RowsChart
from wres_report.indicators.board.kind import MEMBERSHIPS
from wres_report.indicators.cells import Row, group_head, source_name, written
from wres_report.indicators.hiding import whole_workforce
from wres_report.indicators.result import Result
from wres_report.markdown import pipe_table
from wres_report.measures.counts import Counts
from wres_report.measures.value import Value


def board_table(result: Result) -> str:
    """One row for the workforce and each membership of the board that is supplied."""
    groups = result.data.standard.groups
    overall: Value = result.layout["workforce_share"]
    workforce = whole_workforce(result.data, result.layout["workforce"])
    people = [workforce[f"workforce.{column}"] for column in groups.columns]
    rows: list[Row] = [("Workforce", [*people, overall, None])]
    for name, title in MEMBERSHIPS.items():
        counts: Counts = result.layout["board"][name]
        share = result[f"{name}_{groups.study}_percent"]
        difference = result[f"{name}_difference"]
        if counts.study is not None or share.ok or difference.ok:
            members = [result[f"{name}_{column}"] for column in groups.names]
            rows.append((title, [*members, result[f"{name}_members"], share, difference]))
    head = [*group_head(result, "Members"), f"{result.data.term} share", "Difference"]
    return pipe_table(head, written(rows), "lrrrrrr", [18, 9, 9, 14, 9, 12, 12])


def chart(result: Result) -> tuple[RowsChart, str] | None:
    rows, workforce = _rows(result), result.layout["workforce_share"]
    if not rows or not workforce.ok:
        return None
    study = result.data.standard.groups.study
    england = result.get(f"voting_{study}_percent.benchmark")
    national = None if england is None else (source_name(england), england)
    members = result["voting_members"]
    people = f"{members.display} voting members; " if members.ok else ""
    figure = board_chart(
        rows,
        workforce,
        national,
        title=_title(result),
        subtitle=f"{people}{result.data.trust_year.snapshot}; "
        "board register and Electronic Staff Record",
    )
    return figure, _alternative(result, rows, workforce, england)


def _rows(result: Result) -> list[tuple[str, Value]]:
    rows = []
    for name, title in MEMBERSHIPS.items():
        share = result[f"{name}_{result.data.standard.groups.study}_percent"]
        difference = result[f"{name}_difference"]
        if share.ok and difference.ok:
            rows.append((title, replace(share, note=difference.display)))
    return rows


def _title(result: Result) -> str:
    term, code = result.data.term, result.verdict.code
    if code in ("short", "above", "mirrors", "none_mirrors"):
        return f"The voting board: {result.verdict.words(term)}"
    return f"The {term} share of the board beside that of the workforce"


def _alternative(
    result: Result, rows: list[tuple[str, Value]], workforce: Value, national: Value | None
) -> str:
    parts = "; ".join(f"{name} {value.shown}, {value.note}" for name, value in rows)
    england = f" Boards in England: {national.shown}." if national is not None else ""
    return (
        f"Dot chart of the {result.data.term} share of the board against {workforce.shown} of "
        f"the workforce. {parts}.{england}"
    )
