"""The space of facts: all that the figures of a trust-year can say, given or worked out."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from wres_report.claims.facts import Facts, given_facts
from wres_report.claims.figures import Figures
from wres_report.claims.worked_out import add_worked_out

_KNOWN: WeakKeyDictionary[Figures, Facts] = WeakKeyDictionary()


def facts_of(figures: Figures) -> Facts:
    """The space of facts of the figures of a trust-year, made once for these."""
    known = _KNOWN.get(figures)
    if known is None:
        known = _KNOWN[figures] = given_facts(figures)
        add_worked_out(known)
    return known
