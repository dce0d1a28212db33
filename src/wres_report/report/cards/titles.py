"""What a figure is called, from its key."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.indicators.kinds import kind_of
from wres_report.indicators.representation.kind import people_in
from wres_report.inputs.tables import WORKFORCE
from wres_report.standard import Key, Standard, read_key
from wres_report.standard.key import CHANGE, NATIONAL, PREVIOUS
from wres_report.words import capitalised

FORMS = {PREVIOUS: "last year", CHANGE: "change on last year"}


def title_of(key: str, standard: Standard, term: str, unknown: str) -> str:
    """The figure in a few words: ``BME staff, 2019 survey, benchmark``.

    term, unknown: what the report calls the group under study, and those of whom it is not known.
    """
    read, groups = read_key(key), standard.groups
    called = {**groups.named(term), groups.unknown: unknown, "total": "all"}
    indicator = standard.of_key(key)
    if read.stem == WORKFORCE:
        words = people_in(groups, read.figure, called, "in the workforce")
    elif read.stem == NATIONAL:
        of = standard.indicator(read_key(read.figure).stem)
        return capitalised(f"England, {of.short.replace(groups.term, term)}")
    elif indicator is not None:
        words = kind_of(indicator).title(standard, indicator, standard.parts_of_key(key), called)
    else:
        return capitalised(key.replace(".", ", ").replace("_", " "))
    return capitalised(", ".join([words, *_behind(read)]))


def _behind(key: Key) -> Iterator[str]:
    """How what stands behind the name of a figure is read."""
    if key.benchmark:
        yield "benchmark"
    if key.form:
        yield FORMS[key.form]
    if key.year:
        yield f"{key.year} survey"
