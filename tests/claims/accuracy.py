"""The page on the accuracy of the audit, written from its scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.claims.accuracy_told import (
    BEFORE,
    BEFORE_PARTS,
    BEFORE_THAT,
    BOARD_HELD_OUT_TELLS,
    BOARD_PAPERS,
    EIGHT_VOICES,
    GENERATED,
    HEAD,
    HELD_OUT,
    HUNDRED_HANDS,
    LOOKS,
    MANNERS_HELD_OUT_TELLS,
    MANY_MANNERS,
    MISSED,
    NAMES,
    NEWCOMER_TELLS,
    NOT_UNDERSTOOD,
    PARTS,
    SAID_IN_WORDS,
    STANDING,
    TWENTY_HELD_OUT_TELLS,
    TWENTY_MANNERS,
    WHOLE_TEXTS,
)
from tests.claims.others import Tally
from tests.claims.samples import Sample
from tests.claims.scoring import Score, score
from wres_report.claims.figures import Figures


def accuracy_page(
    samples: Iterable[Sample], figures: Figures, others: Tally, newcomer: Tally,
    board: tuple[Tally, Tally], manners: tuple[Tally, Tally], twenty: tuple[Tally, Tally],
    eight: Tally, hundred: Tally,
) -> str:  # fmt: skip
    """The page in Markdown. board, manners, twenty: on the half to mend with, and on the other."""
    known = list(samples)
    seen = [sample for sample in known if not sample.held_out]
    held_out = [sample for sample in known if sample.held_out]
    parts = [
        HEAD, of_others(others), BEFORE, NEWCOMER_TELLS, of_others(newcomer),
        BOARD_PAPERS, of_others(board[0]), BOARD_HELD_OUT_TELLS, of_others(board[1]),
        MANY_MANNERS, of_others(manners[0]), MANNERS_HELD_OUT_TELLS, of_others(manners[1]),
        NOT_UNDERSTOOD, TWENTY_MANNERS, of_others(twenty[0]), TWENTY_HELD_OUT_TELLS,
        of_others(twenty[1]), SAID_IN_WORDS.format(looks=LOOKS),
        STANDING.format(table=before_and_after(BEFORE_THAT, BEFORE_PARTS)),
        EIGHT_VOICES, of_others(eight),
        PARTS.format(table=before_and_after(
            BEFORE_PARTS, [three_of(one) for one in (others, newcomer, *board, *manners, *twenty,
                                                     eight)])),
        HUNDRED_HANDS, of_others(hundred),
        WHOLE_TEXTS, GENERATED, table(seen, figures),
        HELD_OUT, table(held_out, figures),
        MISSED, missed(known, figures),
    ]  # fmt: skip
    return "\n".join(parts)


def of_others(total: Tally) -> str:
    """The figures on the sentences of other authors, and those that were missed."""
    sentences = total.contradicting + total.true
    lines = [
        "| Sentences | Precision | Recall | Confirmed | Right kind |",
        "| -------: | -------: | -------: | -------: | -------: |",
        f"| {sentences} that can be told | {total.precision:.2f} | {total.recall:.2f} | "
        f"{total.confirmed_share:.2f} | {total.named_share:.2f} |",
        "", f"{len(total.accused)} accused falsely, {len(total.missed)} missed.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def before_and_after(before: Sequence[str], after: Sequence[str]) -> str:
    """A row for each set of sentences, with what the rules reached before and after."""
    return "\n".join(
        f"| {name} | {earlier} | {later} |"
        for name, earlier, later in zip(NAMES, before, after, strict=False)
    )


def three_of(total: Tally) -> str:
    """Precision, recall and confirmed as the tables print them."""
    return f"{total.precision:.2f}, {total.recall:.2f}, {total.confirmed_share:.2f}"


def table(samples: list[Sample], figures: Figures) -> str:
    """A row for each kind of fault, one for the faultless sentences, one for all."""
    lines = [
        "| Kind of fault | Planted | Found | Named | False | Precision | Recall |",
        "| :------- | -------: | -------: | -------: | -------: | -------: | -------: |",
    ]
    for kind in sorted({sample.fault for sample in samples if sample.fault}):
        lines.append(row(f"`{kind}`", score((s for s in samples if s.fault == kind), figures)))
    right = score((s for s in samples if not s.fault), figures)
    lines.append(f"| none: {right.right} faultless sentences | | | | {right.false} | | |")
    lines.append(row("**all**", score(samples, figures)))
    return "\n".join(lines) + "\n"


def row(name: str, total: Score) -> str:
    return (
        f"| {name} | {total.planted} | {total.found} | {total.named} | {total.false} | "
        f"{total.precision:.2f} | {total.recall:.2f} |"
    )


def missed(samples: list[Sample], figures: Figures) -> str:
    first: dict[str, Sample] = {}
    for sample in score(samples, figures).missed:
        first.setdefault(sample.template, sample)
    return "\n".join(f"- `{sample.fault}`: {sample.text}" for sample in first.values()) + "\n"
