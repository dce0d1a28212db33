"""Indicator 9: the board beside the workforce."""

from __future__ import annotations

from dataclasses import replace

from wres_report.measures.counts import Counts
from wres_report.measures.representation import board_difference, mirrored_seats, share
from wres_report.measures.value import Status, Unit, Value, absent, count
from wres_report.measures.verdicts import (
    NOT_CALCULABLE,
    NOT_SUPPLIED,
    SUPPRESSED,
    Verdict,
    of_board,
)
from wres_report.notebook.data import YearData
from wres_report.notebook.hiding import whole_workforce
from wres_report.notebook.result import Result, with_previous

MEMBERSHIPS = {"voting": "Voting members", "total": "All members", "executive": "Executive members"}


def board_counts(data: YearData) -> dict[str, Counts]:
    """The counts of ``board.csv`` by membership: total, voting, executive."""
    return {name: data.counts("board", membership=name) for name in MEMBERSHIPS}


def measure_board(data: YearData, board: dict[str, Counts], workforce: Counts) -> Result:
    """Measure indicator 9.

    board: counts by membership. workforce: the counts of the whole workforce. Board members are
    named on the trust's website, so their small numbers are not suppressed.
    """
    indicator = data.indicator("i9")
    values = _figures(data, board, workforce)
    before = data.previous
    earlier = (
        {} if before is None else _figures(before, board_counts(before), before.workforce.total())
    )
    for name in MEMBERSHIPS:
        for figure in ("difference", "bme_percent"):
            key = f"i9.{name}_{figure}"
            reported = data.reported(9, f"{name}_{figure}", "", data.year - 1)
            previous = earlier.get(key)
            with_previous(values, key, previous if previous and previous.ok else reported)
    national = data.national("i9", "board_bme_percent", "bme", Unit.PERCENT)
    if national.ok:
        values["i9.voting_bme_percent.benchmark"] = national
    workforce_share = whole_workforce(data, workforce)["i1.bme_percent"]
    verdict, mirrored = _verdict(board["voting"], workforce_share)
    result = Result(data, indicator, values, verdict)
    result.words = {"i9.verdict": verdict.words(data.term)}
    result.layout = {"board": board, "workforce": workforce, "workforce_share": workforce_share}
    result.told = _finding(result, board["voting"], workforce_share, mirrored)
    return result


def _figures(data: YearData, board: dict[str, Counts], workforce: Counts) -> dict[str, Value]:
    confidence = data.settings.confidence
    overall = whole_workforce(data, workforce)["i1.bme_percent"]
    values = {}
    for name, counts in board.items():
        rows = data.rows("board", counts)
        members = share(counts.bme, counts.total, confidence)
        if not members.ok:
            members = data.reported(9, f"{name}_bme_percent", "", data.year) or members
        source = (data.source("board"),)
        values[f"i9.{name}_bme_percent"] = _from(_census(members), source, rows)
        for group in ("white", "bme", "unknown"):
            values[f"i9.{name}_{group}"] = count(counts.of(group)).from_source(*source, rows=rows)
        for group in ("white", "unknown"):
            part = _census(share(counts.of(group), counts.total, confidence))
            values[f"i9.{name}_{group}_percent"] = part.from_source(*source, rows=rows)
        values[f"i9.{name}_members"] = count(counts.total).from_source(*source, rows=rows)
        difference = board_difference(members, overall)
        if not difference.ok:
            reported = data.reported(9, f"{name}_difference", "", data.year)
            difference = reported or difference
        values[f"i9.{name}_difference"] = _from(
            difference, (*source, data.source("workforce")),
            [*rows, *data.rows("workforce", workforce)],
        )  # fmt: skip
    return values


def _from(value: Value, source: tuple[str, ...], rows: list[tuple[str, int]]) -> Value:
    """The figure with its source; one from ``reported.csv`` has its own."""
    return value if value.source else value.from_source(*source, rows=rows)


def _census(value: Value) -> Value:
    """The share without an interval: a board is counted whole, not sampled."""
    if not value.ok:
        return value
    return replace(value, low=None, high=None)


def _verdict(voting: Counts, workforce_share: Value) -> tuple[Verdict, int]:
    if workforce_share.status is Status.SUPPRESSED:
        return SUPPRESSED, 0
    if voting.bme is None or voting.total is None or not workforce_share.ok:
        return NOT_SUPPLIED, 0
    if not voting.total:
        return NOT_CALCULABLE, 0
    mirrored = mirrored_seats(round(voting.total), workforce_share)
    return of_board(voting.bme, mirrored), mirrored


def _finding(result: Result, voting: Counts, workforce_share: Value, mirrored: int) -> list[str]:
    difference, term = result["voting_difference"], result.data.term
    if difference.status is Status.SUPPRESSED:
        return [
            f"Too few {term} people work here for their share of the workforce to be shown without "
            "the risk of pointing to a person."
        ]
    if not difference.ok or voting.bme is None:
        return ["The trust did not supply the figures for this indicator."]
    members = result["voting_members"].shown
    sentences = [
        f"{result['voting_bme'].shown} of {members} voting board members are {term} "
        f"({result['voting_bme_percent'].shown}), against {workforce_share.shown} of the "
        f"workforce: a difference of {difference.shown}.",
        f"A voting board of {members} that mirrored the workforce would have {mirrored} {term} "
        f"{'member' if mirrored == 1 else 'members'}.",
    ]
    previous = result.get("voting_difference.previous")
    if previous is not None:
        sentences.append(f"Last year the difference was {previous.shown}.")
    benchmark = result.get("voting_bme_percent.benchmark") or absent(Unit.PERCENT)
    if benchmark.ok:
        sentences.append(
            f"Nationally {benchmark.shown} of board members are {term} ({benchmark.note})."
        )
    return sentences
