"""Published figures that a trust may be set beside: England, its region, its benchmark group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wres_report.inputs.params import Peers
from wres_report.standard import Indicator, Standard
from wres_report.standard.comparators import Comparator, comparators

# Of these a trust is in one, which must be known; of the others every one is shown.
OF_THE_TRUST = ("region", "benchmark_group", "icb")
SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Compared:
    """One scope of an indicator.

    kind: as ``standard.comparators.SCOPE_KINDS``. by_group: the figures of the standard's two
    groups and of ``all`` staff, each where it is published.
    """

    kind: str
    scope: str
    by_group: Mapping[str, Comparator]

    @property
    def first(self) -> Comparator:
        """One of them: of a scope, all are of one source and weighting."""
        return next(iter(self.by_group.values()))


def compared_with(
    standard: Standard, indicator: Indicator, year: int, peers: Peers, known: Mapping[str, str]
) -> tuple[Compared, ...]:
    """The published figures of an indicator in the scopes that a trust chose, in their order.

    year: the WRES year. known: of the trust's region, benchmark group and care board each that is
    known, by ``OF_THE_TRUST``. Only figures of the basis of that year are taken.
    """
    basis = indicator.version(year).basis
    found = [
        one for one in comparators(standard)
        if (one.indicator, one.wres_year, one.basis) == (indicator.id, year, basis)
    ]  # fmt: skip
    scopes: dict[tuple[str, str], dict[str, Comparator]] = {}
    for kind in peers.published:
        for one in _within(found, kind, known.get(kind, "")):
            scopes.setdefault((kind, one.scope), {})[one.group] = one
    return tuple(Compared(kind, scope, groups) for (kind, scope), groups in scopes.items())


def _within(found: Iterable[Comparator], kind: str, which: str) -> list[Comparator]:
    of_kind = [one for one in found if one.scope_kind == kind]
    if kind not in OF_THE_TRUST:
        return of_kind
    return [one for one in of_kind if which and alike(one.scope, which)]


def alike(one: str, other: str) -> bool:
    """Whether two names of a group or region are one: sources differ in blanks and ampersands."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return SIGNS.sub("", text.casefold().replace(" and ", "&"))
