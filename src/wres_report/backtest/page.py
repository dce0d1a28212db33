"""The page of a backtest: every point of a document beside ours."""

from __future__ import annotations

from wres_report.backtest.compare import AGREE, DIFFER, NOT_CHECKABLE, Comparison
from wres_report.markdown import escape, pipe_table

WORDS = {AGREE: "agree", DIFFER: "**differ**", NOT_CHECKABLE: "cannot be checked"}


def backtest_page(title: str, document: str, comparisons: list[Comparison]) -> str:
    """The page as Markdown: the counts, what differs and why, then every point."""
    counts = {verdict: _count(comparisons, verdict) for verdict in WORDS}
    differing = [c for c in comparisons if c.verdict != AGREE or c.expected != AGREE]
    return "\n".join([
        f"# Backtest: {title}",
        "",
        f"Every figure that {document} prints in its text, and every point in the shape of its "
        "plan: columns, grouping, number of actions, legend, links. Each is held against what "
        "this program makes of the data of the same document. This page is written by "
        "`nox -s docs`; a test fails where it is out of date.",
        "",
        f"Of {len(comparisons)} points {counts[AGREE]} agree, {_verb(counts[DIFFER])} and "
        f"{counts[NOT_CHECKABLE]} cannot be checked, because the document does not give what "
        "they are made of. A figure agrees where ours, rounded to the printed decimals, is the "
        "same in the same unit.",
        "",
        "## What does not agree, and why",
        "",
        _table(differing, why=True) if differing else "All agree.",
        "",
        "## Every point",
        "",
        _table(comparisons, why=False),
        "",
    ])  # fmt: skip


def _verb(count: int) -> str:
    return f"{count} differs" if count == 1 else f"{count} differ"


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


def _count(comparisons: list[Comparison], verdict: str) -> int:
    return sum(1 for comparison in comparisons if comparison.verdict == verdict)
