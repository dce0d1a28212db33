"""Totals over several trusts, some of whose counts are hidden in their own reports."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.disclosure.choosing import Choice
from wres_report.disclosure.model import Kind, Model


def total_may_be_shown(counts: Sequence[int], hidden: Sequence[bool], minimum: int) -> bool:
    """Whether the sum of one count over trusts may be printed beside the counts of each.

    counts: that of each trust, in whole people. hidden: whether the trust's own report hides it.
    minimum: counts from 1 up to below it are small. The total is no way to a hidden count where
    other numbers in two or more of the hidden ones would have given the same; a single hidden one
    is the total less all others. Raises ValueError where the two are not of one length.
    """
    model = Model(max(minimum, 2))
    places = [model.add(count, Kind.PRINTED) for count in counts]
    total = model.add_sum(places) if len(places) > 1 else None
    kept = {place for place, hide in zip(places, hidden, strict=True) if hide}
    if total is None or not kept:
        return not kept and not any(0 < count < minimum for count in counts)
    model.kinds[total] = Kind.PRINTED
    if model.is_small(total):
        return False
    choice = Choice(model, kept)
    # Nothing else can be hidden here: it is in the reports of the trusts already.
    choice.hide(())
    return all(place in choice.proofs for place in kept)
