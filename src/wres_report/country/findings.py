"""What is wrong with the table of all trusts, or must be known before it is read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wres_report.inputs.trusts import Organisation
from wres_report.peers.figure import Figure
from wres_report.words import counted, listed

CRITICAL, WARNING = "critical", "warning"
LENGTH_OF_A_CODE = 3
NAMED = 8  # trusts that a finding names one by one
PLACES = {"benchmark_group": "benchmark group", "region": "region"}


class Finding(NamedTuple):
    """severity: critical stops the table; warning must be known. year: 0 for all years."""

    rule: str
    severity: str
    trust: str
    year: int
    message: str
    action: str


FINDING: dict[str, tuple[int, str]] = {
    "rule": (20, "The name of the rule that found it."),
    "severity": (10, "critical stops the table; warning must be known."),
    "trust": (9, "The trust that it is about; empty for several."),
    "year": (7, "The {short} year; empty for all."),
    "message": (80, "What was found."),
    "action": (60, "What to do."),
}
assert tuple(FINDING) == Finding._fields


def findings_of(
    figures: Sequence[Figure], organisations: Mapping[str, Organisation], short: str
) -> list[Finding]:
    """What the figures and the register of trusts tell against each other, the gravest first.

    short: what people call the standard of the figures.
    """
    trusts = {(f.trust, f.year) for f in figures}
    found = [
        *_twice(figures, short), *_merged(trusts, organisations, short), *_parts(trusts, short),
        *_without_group(figures, trusts), *_alone(trusts, short), *_invented(figures),
    ]  # fmt: skip
    return sorted(found, key=lambda f: (f.severity != CRITICAL, f.rule, f.year, f.trust))


def not_compared(
    figures: Sequence[Figure], organisations: Mapping[str, Organisation]
) -> set[tuple[str, int]]:
    """Trust and year of figures that the successor of a merger reports as well, or that are of
    invented trusts among real ones.

    They stand in the table, and are in no total, median, rank or funnel.
    """
    trusts = {(f.trust, f.year) for f in figures}
    invented = _invented_among(figures)
    return {(code, year) for code, year in trusts if code in invented} | {
        (code, year)
        for code, year in trusts
        if (known := organisations.get(code)) and known.reported_by_successor(year)
        and (known.successor, year) in trusts
    }  # fmt: skip


def _twice(figures: Sequence[Figure], short: str) -> Iterator[Finding]:
    sources: dict[tuple[str, int], dict[tuple[str, ...], list[str]]] = {}
    for f in figures:
        key = (f.indicator, f.part, f.group, f.measure)
        sources.setdefault((f.trust, f.year), {}).setdefault(key, []).append(f.source)
    for (trust, year), keys in sources.items():
        doubled = [places for places in keys.values() if len(places) > 1]
        if doubled:
            places = listed(list(dict.fromkeys(doubled[0])))
            yield Finding(
                "trust_twice", CRITICAL, trust, year,
                f"{trust} has more than one row for one figure of {short} {year}, in {places}.",
                "Keep the row that is right. Of a workbook, name the sheet to read: --sheet NAME.",
            )  # fmt: skip


def _merged(
    trusts: set[tuple[str, int]], organisations: Mapping[str, Organisation], short: str
) -> Iterator[Finding]:
    for code, year in trusts:
        known = organisations.get(code)
        if known is None or not known.reported_by_successor(year):
            continue
        if (known.successor, year) in trusts:
            yield Finding(
                "merged_trust", WARNING, code, year,
                f"{code} was merged into {known.successor}, which reports from {short} "
                f"{known.merged} on, and both have figures for {short} {year}. Those of {code} "
                "stand in the table and are in no total, median, rank or funnel.",
                f"If {code} still reports for itself, put right “merged” in trusts.csv.",
            )  # fmt: skip
        else:
            yield Finding(
                "successor_missing", WARNING, code, year,
                f"{code} was merged into {known.successor}, which has no figures for {short} "
                f"{year}.",
                f"Bring in {known.successor}, or put right trusts.csv.",
            )  # fmt: skip


def _parts(trusts: set[tuple[str, int]], short: str) -> Iterator[Finding]:
    """Codes that begin with one three-letter code and go on are parts of one trust."""
    by_stem: dict[tuple[str, int], list[str]] = defaultdict(list)
    for code, year in trusts:
        if not code.startswith("ZZ"):  # of invented trusts, whose codes are all longer
            by_stem[code[:LENGTH_OF_A_CODE], year].append(code)
    for (stem, year), codes in by_stem.items():
        if len(codes) > 1:
            yield Finding(
                "parts_of_a_trust", WARNING, stem, year,
                f"{listed(sorted(codes))} begin with one code, {stem}: they may be parts of one "
                f"trust. Each counts as a trust of its own in {short} {year}.",
                "If they are not trusts, take them out of the source.",
            )  # fmt: skip


def _without_group(figures: Sequence[Figure], trusts: set[tuple[str, int]]) -> Iterator[Finding]:
    # As the newest year has it: a trust may have been given its group since.
    latest: dict[str, int] = {}
    for code, year in trusts:
        latest[code] = max(year, latest.get(code, year))
    for column, words in PLACES.items():
        lacking = sorted({
            f.trust for f in figures if f.year == latest[f.trust] and not getattr(f, column)
        })  # fmt: skip
        if lacking:
            has = "has" if len(lacking) == 1 else "have"
            yield Finding(
                f"no_{column}", WARNING, lacking[0] if len(lacking) == 1 else "", 0,
                f"{named(lacking)} {has} no {words}, and so {'is' if has == 'has' else 'are'} "
                f"compared with all trusts alone and in no figure by {words}.",
                f"Write it in data/trusts.csv, column {column}.",
            )  # fmt: skip


def _alone(trusts: set[tuple[str, int]], short: str) -> Iterator[Finding]:
    years = Counter(year for _, year in trusts)
    for year, number in years.items():
        if number == 1:
            code = next(code for code, of in trusts if of == year)
            yield Finding(
                "one_trust", WARNING, code, year,
                f"{short} {year} has the figures of {code} alone: there is no median, rank, limit "
                "or total to give, which would be its own figures.",
                "Bring in other trusts, or leave the year out: --year N.",
            )  # fmt: skip


def _invented(figures: Sequence[Figure]) -> Iterator[Finding]:
    invented = _invented_among(figures)
    if invented:
        yield Finding(
            "invented_trusts", WARNING, "", 0,
            f"{named(sorted(invented))} {'is' if len(invented) == 1 else 'are'} invented, and the "
            "others are not. They stand in the table and are in no total, median, rank or funnel.",
            "Keep invented trusts in a workspace of their own.",
        )  # fmt: skip


def _invented_among(figures: Iterable[Figure]) -> set[str]:
    """Invented trusts beside real ones; none where all are invented, or none is."""
    kinds: dict[bool, set[str]] = {True: set(), False: set()}
    for figure in figures:
        kinds[figure.synthetic].add(figure.trust)
    return kinds[True] if kinds[False] else set()


def named(codes: Sequence[str]) -> str:
    """“RX7, RYC and 3 others”."""
    if len(codes) <= NAMED:
        return listed(codes)
    return f"{', '.join(codes[:NAMED])} and {counted(len(codes) - NAMED, 'other')}"
