"""Which tables are planned together, and in which order. Light: loads nothing."""

from __future__ import annotations

from collections.abc import Iterable

from wres_report.standard import Standard

WORKFORCE = "workforce"


def planned_for(tables: Iterable[str], standard: Standard) -> tuple[str, ...]:
    """The tables that decide what is hidden of some tables; those without counts have none."""
    wanted = set(tables)
    # Each table is planned after those before it, which are left as they are: so what is hidden of
    # the workforce does not depend on how many of it entered a formal process.
    among_staff = [
        i.cases.table for i in reversed(standard.indicators) if i.cases and i.people is None
    ]
    order = (WORKFORCE, *among_staff)
    last = max((place for place, name in enumerate(order) if name in wanted), default=-1)
    alone = [name for name in standard.case_tables if name in wanted and name not in order]
    return (*order[: last + 1], *alone)
