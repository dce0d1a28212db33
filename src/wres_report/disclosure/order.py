"""Which tables are planned together, and in which order. Light: loads nothing."""

from __future__ import annotations

from collections.abc import Iterable

WORKFORCE, RECRUITMENT = "workforce", "recruitment"
# Each table is planned after those before it, which are left as they are: so what is hidden of the
# workforce does not depend on how many entered a disciplinary process.
ORDER = (WORKFORCE, "training", "disciplinary")


def planned_for(tables: Iterable[str]) -> tuple[str, ...]:
    """The tables that decide what is hidden of some tables; those without counts have none."""
    wanted = set(tables)
    last = max((place for place, name in enumerate(ORDER) if name in wanted), default=-1)
    alone = (RECRUITMENT,) if RECRUITMENT in wanted else ()
    return (*ORDER[: last + 1], *alone)
