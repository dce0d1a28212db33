"""Sentences of the section of indicator 9: the board, in seats."""

import re
from collections.abc import Iterator

from tests.truth.facts import Facts
from tests.truth.of_findings import wrong_national
from tests.truth.saying import (
    Case,
    differs,
    disagrees,
    says,
)


@says(r"{N} of {N} voting board members (?:is|are) {G} \((\S+)%\), against (\S+)% of the workforce: a difference "
      r"of {N} pp\.")  # fmt: skip
def _board(case: Case, match: re.Match[str]) -> Iterator[str]:
    board, share = case.facts.board("voting"), case.facts.workforce_share()
    if board is None or share is None:
        yield "the board is not supplied"
        return
    yield from disagrees(match[0], "board members", match[1])
    yield from differs("BME members", match[1], board.cases)
    yield from differs("members", match[2], board.people)
    yield from differs("their share", match[3], 100 * board.share)
    yield from differs("of the workforce", match[4], share)
    yield from differs("the difference", match[5], 100 * board.share - share)


@says(r"A voting board of {N} that mirrored the workforce would have {N} {G} members?\.")
def _mirroring(case: Case, match: re.Match[str]) -> Iterator[str]:
    board, share = case.facts.board("voting"), case.facts.workforce_share()
    yield from differs("members", match[1], board and board.people)
    if board and share is not None:
        yield from differs("mirroring", match[2], int(board.people * share / 100 + 0.5))


@says(
    r"The difference of voting members from the workforce is {N} pp(?:; last year it was {N} pp)?\."
)
def _difference(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("the difference", match[1], case.weighed[9].figure)
    if match[2]:
        yield from differs("last year’s difference", match[2], _board_last_year(case.facts))


@says(r"Last year the difference was {N} pp\.")
def _last_difference(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("last year’s difference", match[1], _board_last_year(case.facts))


def _board_last_year(facts: Facts) -> float | None:
    last = facts.year - 1
    rows = [r for r in facts.table("board", last) if r["membership"] == "voting"]
    share = facts.workforce_share(year=last)
    ours = facts.reported(9, "voting_difference", "", last)
    if rows and share is not None:
        cells = [float(rows[0][g]) for g in ("white", "bme", "unknown") if rows[0][g]]
        if len(cells) == 3:
            ours = 100 * cells[1] / sum(cells) - share
    return ours


@says(r"Nationally (\S+)% of board members are {G} \(England, WRES (\d{4})\)\.")
def _national_board(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_national(case, 9, "board_bme_percent", match[1], int(match[2]))
