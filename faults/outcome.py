"""What became of one case, and all of them as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# held: nothing was wrong. caught: what was wrong was told with its place.
GOOD = ("held", "caught")
# silent: a fault that nobody was told of. traceback: in place of words for a person. torn: a file
# that is neither whole nor the old one. left over: processes or files of a run that has ended.
# ran, requested: what must not run did, or a page asked for something. recovered: what was hidden
# could be told. false alarm: told as wrong, and it was not.
BAD = (
    "silent", "traceback", "torn", "left over", "ran", "requested", "recovered", "false alarm",
)  # fmt: skip


@dataclass(frozen=True)
class Outcome:
    """kind: the class. case: what was tried, so that it can be tried again. result: one of ``GOOD``
    or ``BAD``. detail: what was seen, for a bad one.

    Raises ValueError for another result.
    """

    kind: str
    case: str
    result: str
    detail: str = ""

    def __post_init__(self) -> None:
        if self.result not in GOOD + BAD:
            raise ValueError(f"There is no result “{self.result}”.")

    @property
    def bad(self) -> bool:
        return self.result in BAD


def table(outcomes: Sequence[Outcome]) -> str:
    """How often each class had each result, as a table in Markdown; bad ones stand in bold."""
    kinds = sorted({outcome.kind for outcome in outcomes})
    counts = Counter((outcome.kind, outcome.result) for outcome in outcomes)
    lines = [
        f"| Class | Cases | {' | '.join(GOOD + BAD)} |",
        f"| --- | ---: |{' ---: |' * len(GOOD + BAD)}",
    ]
    for kind in kinds:
        found = [counts[kind, result] for result in GOOD + BAD]
        cells = [
            f"**{count}**" if count and result in BAD else str(count)
            for result, count in zip(GOOD + BAD, found, strict=True)
        ]
        lines.append(f"| {kind} | {sum(found)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def told(outcomes: Sequence[Outcome]) -> list[str]:
    """A line for each bad outcome: how to try it again, and what was seen."""
    return [
        f"{outcome.kind}: {outcome.result}: {outcome.case}: {outcome.detail}"
        for outcome in outcomes
        if outcome.bad
    ]
