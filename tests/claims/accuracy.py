"""The page on the accuracy of the audit, written from its scores."""

from __future__ import annotations

from collections.abc import Iterable

from tests.claims.samples import Sample
from tests.claims.scoring import Score, score
from wres_report.claims.figures import Figures

HEAD = """# Accuracy of the audit

How well `wres audit` tells right from wrong, on sentences made from the figures of the
invented trust ZZX/2021. Each template is filled twice: with the right figures, and with a
planted fault. This page is written by `nox -s docs`; a test fails where it is out of date.

- **Found** counts planted faults that were told where they stand.
- **Named** counts those told by the right kind.
- **False** counts contradictions told of words that are right.
- **Precision** is found out of found and false; **recall** is found out of planted.

What cannot be told from a sentence is left alone, since a false accusation is worse than a miss.
So recall may be low where precision must not.
"""
HELD_OUT = """## Sentences held out

These templates were written in the manner of published reports, without the grammar at hand, and
half of them were set apart by lot before any was tried. They were not used to improve the grammar,
so they show what to expect of sentences that nobody had in mind.
"""
MISSED = """## What is missed

One sentence for each template of which a fault was missed.
"""


def accuracy_page(samples: Iterable[Sample], figures: Figures) -> str:
    """The page in Markdown."""
    known = list(samples)
    seen = [sample for sample in known if not sample.held_out]
    held_out = [sample for sample in known if sample.held_out]
    parts = [
        HEAD, "## Sentences the grammar was written with\n", table(seen, figures),
        HELD_OUT, table(held_out, figures), MISSED, missed(known, figures),
    ]  # fmt: skip
    return "\n".join(parts)


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
