"""The findings of a trust-year in their order, those of very many rows told as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from wres_report.gate.results import Finding
from wres_report.gate.suites import Rule
from wres_report.words import runs

MANY_ROWS = 6


def gathered(findings: list[tuple[Rule, Finding]]) -> Iterator[Finding]:
    """The findings; one that stands in very many rows of a column is told once, with the rows."""
    groups: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for _, finding in findings:
        groups[finding.file, finding.column, finding.rule].append(finding)
    for group in groups.values():
        if len(group) < MANY_ROWS:
            yield from group
            continue
        group.sort(key=order_of)
        rows = runs(finding.row for finding in group[1:])
        more = f", and the like in {len(group) - 1} more rows: {rows}"
        first = group[0]
        yield replace(
            first,
            found=first.found + more,
            published_found=(first.published_found or first.found) + more,
        )


def order_of(finding: Finding) -> tuple[Any, ...]:
    return (
        finding.severity, finding.file, finding.row or 0, finding.column, finding.rule,
        finding.found,
    )  # fmt: skip
