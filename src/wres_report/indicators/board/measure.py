"""The board beside the workforce, and how that is put into words."""

from __future__ import annotations

from dataclasses import replace

from wres_report.indicators.board.kind import MEMBERSHIPS, workforce_share
from wres_report.indicators.formula import LESS
from wres_report.indicators.hiding import whole_workforce
from wres_report.indicators.published import changes_stand_in, stand_in
from wres_report.indicators.result import Result, with_previous
from wres_report.indicators.year import YearData
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
from wres_report.standard import Indicator
from wres_report.words import agreeing, lower_first


def board_counts(data: YearData) -> dict[str, Counts]:
    """The counts of ``board.csv`` by membership: total, voting, executive."""
    return {name: data.counts("board", membership=name) for name in MEMBERSHIPS}


def measure_board(data: YearData, board: dict[str, Counts], workforce: Counts) -> Result:
    """Measure the board.

    board: counts by membership. workforce: the counts of the whole workforce. Board members are
    named on the trust's website, so their small numbers are not suppressed.
    """
    (indicator,), groups = data.standard.of_kind("board"), data.standard.groups
    values = _figures(data, indicator, board, workforce)
    before = data.previous
    earlier = (
        {}
        if before is None
        else _figures(before, indicator, board_counts(before), before.workforce.total())
    )
    changing = [
        indicator.key(f"{name}_{figure}")
        for name in MEMBERSHIPS
        for figure in ("difference", f"{groups.study}_percent")
    ]
    for key in changing:
        previous = earlier.get(key)
        if previous is None or previous.status in (Status.NOT_SUPPLIED, Status.NOT_CALCULABLE):
            previous = data.published.of_key(key, data.year - 1)
        with_previous(values, key, previous)
    changes_stand_in(data.published, values, changing, data.year)
    for of in indicator.national:
        national = data.national(indicator.id, of.measure, of.group, Unit.PERCENT)
        if national.ok and of.own:
            values[indicator.key(f"{of.own}.benchmark")] = national
    workforce_share = _workforce_share(data, workforce)
    verdict, mirrored = _verdict(
        board["voting"], workforce_share, values[indicator.key("voting_difference")]
    )
    result = Result(data, indicator, values, verdict)
    result.words = {indicator.key("verdict"): verdict.words(data.term)}
    result.layout = {"board": board, "workforce": workforce, "workforce_share": workforce_share}
    result.told = _finding(result, board["voting"], workforce_share, mirrored)
    return result


def _figures(
    data: YearData, indicator: Indicator, board: dict[str, Counts], workforce: Counts
) -> dict[str, Value]:
    confidence, groups, at = data.settings.confidence, data.standard.groups, indicator.key
    overall = _workforce_share(data, workforce)
    values: dict[str, Value] = {}
    for name, counts in board.items():
        rows = data.rows("board", counts)
        source = (data.source("board"),)
        own = {}
        for group in groups.names:
            number = count(groups.number(counts, group))
            values[at(f"{name}_{group}")] = number.from_source(*source, rows=rows)
        for group in (groups.study, groups.comparator, groups.unknown):
            part = _census(share(groups.number(counts, group), counts.total, confidence))
            own[at(f"{name}_{group}_percent")] = part
        own = {key: value.from_source(*source, rows=rows) for key, value in own.items()}
        stand_in(data.published, own, list(own), data.year)
        values |= own
        values[at(f"{name}_members")] = count(counts.total).from_source(*source, rows=rows)
        members = values[at(f"{name}_{groups.study}_percent")]
        parts = (at(f"{name}_{groups.study}_percent"), workforce_share(data.standard))
        difference = (
            board_difference(members, overall)
            .made_of(LESS, *parts)
            .from_source(
                *dict.fromkeys((*members.source, *overall.source)),
                rows=[*members.rows, *overall.rows],
            )
        )
        values[at(f"{name}_difference")] = difference
        stand_in(data.published, values, [at(f"{name}_difference")], data.year)
    return values


def _workforce_share(data: YearData, workforce: Counts) -> Value:
    """The group's share of the workforce, from its headcounts or as it was published."""
    key = workforce_share(data.standard)
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
    if voting.study is None or voting.total is None or not workforce_share.ok:
        return NOT_SUPPLIED, 0
    if not voting.total:
        return NOT_CALCULABLE, 0
    mirrored = mirrored_seats(round(voting.total), workforce_share)
    return of_board(voting.study, mirrored), mirrored


def _finding(result: Result, voting: Counts, workforce_share: Value, mirrored: int) -> list[str]:
    difference, term = result["voting_difference"], result.data.term
    study = result.data.standard.groups.study
    if difference.status is Status.SUPPRESSED:
        return [
            f"What share of the workforce {term} people are is not shown, since it would give a "
            "small number away, so the board cannot be set beside it."
        ]
    if not difference.ok or voting.total is None:
        told = [*_as_published(result), *_published_changes(result)]
        return told or [result.not_supplied]
    members, theirs = result["voting_members"].shown, result[f"voting_{study}"]
    sentences = [
        f"{theirs.shown} of {members} voting board members {agreeing(theirs.value or 0)} {term} "
        f"({result[f'voting_{study}_percent'].shown}), against {workforce_share.shown} of the "
        f"workforce: a difference of {difference.shown}.",
        f"A voting board of {members} that mirrored the workforce would have {mirrored} {term} "
        f"{'member' if mirrored == 1 else 'members'}.",
    ]
    previous = result.get("voting_difference.previous")
    if previous is not None:
        sentences.append(f"Last year the difference was {previous.shown}.")
    sentences += _published_changes(result)
    benchmark = result.get(f"voting_{study}_percent.benchmark") or absent(Unit.PERCENT)
    if benchmark.ok:
        sentences.append(
            f"Nationally {benchmark.shown} of board members are {term} ({benchmark.note})."
        )
    return sentences


def _as_published(result: Result) -> list[str]:
    """What was published of the board without its counts, membership by membership."""
    sentences, names = [], result.data.standard.groups
    for name, members in MEMBERSHIPS.items():
        who = lower_first(members)
        groups = (
            (result[f"{name}_{names.study}_percent"], result.data.term),
            (result[f"{name}_{names.comparator}_percent"], names.word),
            (result[f"{name}_{names.unknown}_percent"], names.words[names.unknown]),
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
    share = f"{result.data.standard.groups.study}_percent"
    return [
        f"As published, {what} changed by {change.shown} on last year."
        for name, members in MEMBERSHIPS.items()
        for figure, what in (
            ("difference", f"the difference of {members[0].lower()}{members[1:]}"),
            (share, f"the {result.data.term} share of {members[0].lower()}{members[1:]}"),
        )
        if (change := result.get(f"{name}_{figure}.change")) is not None and change.published
    ]
