"""The page of a backtest: every point of a document beside ours."""

from __future__ import annotations

from wres_report.backtest.compare import AGREE, DIFFER, NOT_CHECKABLE, Comparison
from wres_report.backtest.running import Backtest, counts
from wres_report.markdown import escape, pipe_table
from wres_report.words import agreeing

WORDS = {AGREE: "agree", DIFFER: "**differ**", NOT_CHECKABLE: "cannot be checked"}


def backtest_page(found: Backtest) -> str:
    """The page as Markdown: the counts, what differs and why, then every point."""
    comparisons, count = found.comparisons, counts(found.comparisons)
    return "\n".join([
        f"# Backtest: {escape(found.title)}",
        "",
        f"Every figure that {escape(found.document)} prints in its text, and every point in the "
        "shape of its plan: columns, grouping, number of actions, legend, links. Each is held "
        "against what this program makes of the data of the same document. This page is written by "
        f"`wres backtest {found.trust_year} --page FILE`.",
        "",
        f"Of {len(comparisons)} points {_verb(count[AGREE], 'agree')}, "
        f"{_verb(count[DIFFER], 'differ')} and {count[NOT_CHECKABLE]} cannot be checked, "
        "because the document does not give what "
        "they are made of. A figure agrees where ours, rounded to the printed decimals, is the "
        "same in the same unit.",
        "",
        "## What does not agree, and why",
        "",
        _table(found.not_agreeing, why=True) if found.not_agreeing else "All agree.",
        "",
        "## Every point",
        "",
        _table(comparisons, why=False),
        "",
    ])  # fmt: skip


def _verb(count: int, verb: str) -> str:
    return f"{count} {agreeing(count, f'{verb}s', verb)}"


def _table(comparisons: list[Comparison], *, why: bool) -> str:
    head = ["Section", "Point", "Printed", "Ours", "Verdict", "Why" if why else "Note"]
    rows = [
        [
            c.place,
            f"`{c.key}`",
            escape(c.printed),
            escape(c.ours),
            WORDS[c.verdict],
            escape(c.reason if why else c.note),
        ]
        for c in comparisons
    ]
    return pipe_table(head, rows, "llrrll")
