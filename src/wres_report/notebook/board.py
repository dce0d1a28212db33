"""Indicator 9: the board beside the workforce."""

from __future__ import annotations

from dataclasses import replace

from wres_report.measures.counts import Counts
from wres_report.measures.representation import board_difference, mirrored_seats, share
from wres_report.measures.value import Status, Unit, Value, absent, count
from wres_report.measures.verdicts import (
    BOARD_WITHOUT_COUNTS,
    NOT_CALCULABLE,
    NOT_SUPPLIED,
    SUPPRESSED,
    Verdict,
    of_board,
)
from wres_report.notebook.data import YearData
from wres_report.notebook.hiding import whole_workforce
from wres_report.notebook.published import changes_stand_in, stand_in
from wres_report.notebook.result import Result, with_previous

CHANGING = tuple(
    f"i9.{members}_{figure}"
    for members in ("voting", "total", "executive") for figure in ("difference", "bme_percent")
)  # fmt: skip
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
            previous = earlier.get(key)
            if previous is None or previous.status in (Status.NOT_SUPPLIED, Status.NOT_CALCULABLE):
                previous = data.published.of_key(key, data.year - 1)
            with_previous(values, key, previous)
    changes_stand_in(data.published, values, CHANGING, data.year)
    national = data.national("i9", "board_bme_percent", "bme", Unit.PERCENT)
    if national.ok:
        values["i9.voting_bme_percent.benchmark"] = national
    workforce_share = _workforce_share(data, workforce)
    verdict, mirrored = _verdict(board["voting"], workforce_share, values["i9.voting_difference"])
    result = Result(data, indicator, values, verdict)
    result.words = {"i9.verdict": verdict.words(data.term)}
    result.layout = {"board": board, "workforce": workforce, "workforce_share": workforce_share}
    result.told = _finding(result, board["voting"], workforce_share, mirrored)
    return result


def _figures(data: YearData, board: dict[str, Counts], workforce: Counts) -> dict[str, Value]:
    confidence = data.settings.confidence
    overall = _workforce_share(data, workforce)
    values: dict[str, Value] = {}
    for name, counts in board.items():
        rows = data.rows("board", counts)
        source = (data.source("board"),)
        own = {f"i9.{name}_bme_percent": _census(share(counts.bme, counts.total, confidence))}
        for group in ("white", "bme", "unknown"):
            values[f"i9.{name}_{group}"] = count(counts.of(group)).from_source(*source, rows=rows)
        for group in ("white", "unknown"):
            part = _census(share(counts.of(group), counts.total, confidence))
            own[f"i9.{name}_{group}_percent"] = part
        own = {key: value.from_source(*source, rows=rows) for key, value in own.items()}
        stand_in(data.published, own, list(own), data.year)
        values |= own
        values[f"i9.{name}_members"] = count(counts.total).from_source(*source, rows=rows)
        members = values[f"i9.{name}_bme_percent"]
        difference = board_difference(members, overall).from_source(
            *dict.fromkeys((*members.source, *overall.source)),
            rows=[*members.rows, *overall.rows],
        )
        values[f"i9.{name}_difference"] = difference
        stand_in(data.published, values, [f"i9.{name}_difference"], data.year)
    return values


def _workforce_share(data: YearData, workforce: Counts) -> Value:
    """The BME share of the workforce, from its headcounts or as it was published."""
    key = "i1.bme_percent"
    values = {key: whole_workforce(data, workforce)[key]}
    stand_in(data.published, values, [key], data.year)
    return values[key]


def _census(value: Value) -> Value:
    """The share without an interval: a board is counted whole, not sampled."""
    if not value.ok:
        return value
    return replace(value, low=None, high=None)


def _verdict(voting: Counts, workforce_share: Value, difference: Value) -> tuple[Verdict, int]:
    if difference.ok and voting.total is None:
        return BOARD_WITHOUT_COUNTS, 0
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
            f"What share of the workforce {term} people are is not shown, since it would give a "
            "small number away, so the board cannot be set beside it."
        ]
    if not difference.ok or voting.total is None:
        told = [*_as_published(result), *_published_changes(result)]
        return told or ["The trust did not supply the figures for this indicator."]
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
    sentences += _published_changes(result)
    benchmark = result.get("voting_bme_percent.benchmark") or absent(Unit.PERCENT)
    if benchmark.ok:
        sentences.append(
            f"Nationally {benchmark.shown} of board members are {term} ({benchmark.note})."
        )
    return sentences


def _as_published(result: Result) -> list[str]:
    """What was published of the board without its counts, membership by membership."""
    sentences = []
    for name, members in MEMBERSHIPS.items():
        who = members[0].lower() + members[1:]
        groups = (
            (result[f"{name}_bme_percent"], result.data.term),
            (result[f"{name}_white_percent"], "White"),
            (result[f"{name}_unknown_percent"], "of unknown ethnicity"),
        )
        shares = [f"{share.shown} are {label}" for share, label in groups if share.published]
        if shares:
            sentences.append(f"As published, of {who} {' and '.join(shares)}.")
        difference = result[f"{name}_difference"]
        previous = result.get(f"{name}_difference.previous")
        if difference.ok and (difference.published or shares):
            before = f"; last year it was {previous.shown}" if previous is not None else ""
            sentences.append(
                f"The difference of {who} from the workforce is {difference.shown}{before}."
            )
    return sentences


def _published_changes(result: Result) -> list[str]:
    return [
        f"As published, {what} changed by {change.shown} on last year."
        for name, members in MEMBERSHIPS.items()
        for figure, what in (
            ("difference", f"the difference of {members[0].lower()}{members[1:]}"),
            ("bme_percent", f"the {result.data.term} share of {members[0].lower()}{members[1:]}"),
        )
        if (change := result.get(f"{name}_{figure}.change")) is not None and change.published
    ]
