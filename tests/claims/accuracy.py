"""The page on the accuracy of the audit, written from its scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.claims.accuracy_told import (
    EXPECTED,
    GENERATED,
    HEAD,
    HELD_OUT,
    LOOKS,
    MISSED,
    NOTES,
    WHOLE_TEXTS,
    WRITTEN,
)
from tests.claims.others import Tally
from tests.claims.samples import Sample
from tests.claims.scoring import Score, score
from wres_report.claims.figures import Figures


def accuracy_page(samples: Iterable[Sample], figures: Figures, others: Mapping[Path, Tally]) -> str:
    """The page in Markdown. others: what was counted of the sentences of each author, by file."""
    known = list(samples)
    seen = [sample for sample in known if not sample.held_out]
    held_out = [sample for sample in known if sample.held_out]
    parts = [
        HEAD, of_authors(others), EXPECTED, NOTES.format(looks=LOOKS), WHOLE_TEXTS,
        GENERATED, table(seen, figures), HELD_OUT, table(held_out, figures),
        MISSED, missed(known, figures),
    ]  # fmt: skip
    return "\n".join(parts)


def of_authors(others: Mapping[Path, Tally]) -> str:
    """A row for each author or half: at first sight, and now."""
    lines = [
        "| Author | Told | Read | First sight: precision | recall | confirmed "
        "| Now: precision | recall | confirmed | right kind |",
        "| :------- | -------: | :------- " + "| -------: " * 7 + "|",
    ]
    for author in WRITTEN:
        now = others[author.file]
        rates = (now.precision, now.recall, now.confirmed_share, now.named_share)
        cells = [author.name, str(now.contradicting + now.true), author.read, *author.first,
                 *(f"{rate:.2f}" for rate in rates)]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    false = sum(len(now.accused) for now in others.values())
    missed_ = sum(len(now.missed) for now in others.values())
    lines += [
        "",
        "Told: how many sentences the data can tell right or wrong. Read: which were read to mend",
        f"rules with. Now {false} of all are accused falsely, and {missed_} missed.",
    ]
    return "\n".join(lines) + "\n"


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
