"""Counts against those of last year: swapped groups, implausible changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wres_report.gate.comparisons import (
    Comparison,
    Row,
    Tables,
    factor,
    first,
    pair_words,
)
from wres_report.gate.published import known_figures
from wres_report.gate.results import of_people, people
from wres_report.gate.survey import survey_against_last_year
from wres_report.gate.workforce import WorkforceSums
from wres_report.indicators.likelihood.kind import sides_of
from wres_report.inputs.places import nominal
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Groups, Standard

Pair = tuple[float | None, float | None]  # the comparator, the group under study

# Below these sizes two groups change places by chance.
FEWEST_STAFF, FEWEST_CASES = 5, 10


def against_last_year(
    trust_year: TrustYear, standard: Standard, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Every comparison with last year's data, or with what was published of it."""
    this = WorkforceSums(tables.get("workforce", []), nominal(trust_year, "workforce"), standard)
    before = WorkforceSums(
        last_year.get("workforce", []), nominal(trust_year.previous, "workforce"), standard
    )
    published = Published(trust_year, tables.get("reported", []))
    yield from _workforce(this, before, published, standard)
    for indicator in standard.indicators:
        if indicator.cases is None:
            continue
        table, key = indicator.cases.table, indicator.cases.column
        source = nominal(trust_year.previous, table)
        for row in tables.get(table, []):
            then = first(last_year.get(table, []), **{key: row[key]})
            if then is not None:
                pair = _pair(then, standard.groups)
                file = nominal(trust_year, table)
                yield from _swapped(file, row, pair, source, FEWEST_CASES, standard.groups)
    yield from _changes(this, before, published, standard)
    known = known_figures(trust_year.previous, standard, last_year)
    yield from _ratios(trust_year, standard, tables, this, published, known)
    yield from survey_against_last_year(trust_year, standard, tables, last_year)


class Published:
    """What ``reported.csv`` says of last year."""

    def __init__(self, trust_year: TrustYear, rows: list[Row]) -> None:
        self.year = trust_year.year - 1
        self.rows = rows
        self.file = nominal(trust_year, "reported")

    def row(self, indicator: int, measure: str, group: str, unit: str) -> Row | None:
        found = first(
            self.rows, indicator=indicator, measure=measure, group=group, unit=unit,
            year_of_figure=self.year,
        )  # fmt: skip
        return found if found and found["value"] is not None else None

    def number(self, indicator: int, measure: str, group: str, unit: str) -> float | None:
        row = self.row(indicator, measure, group, unit)
        return None if row is None else float(row["value"])


def _pair(row: Row, groups: Groups) -> Pair:
    return row[groups.comparator], row[groups.study]


def crossing(now: Pair, then: Pair) -> dict[str, float]:
    """How far two counts are from last year's, each from its own and each from the other's.

    own_factor: the lesser of the two changes; cross_factor: the greater of the two after
    changing places; 1 is no change. Empty where too little is known or a figure is 0.
    """
    other, study = now
    other_then, study_then = then
    if not other or not study or not (other_then or study_then):
        return {}
    own, cross = [], []
    if other_then:
        own.append(factor(other, other_then))
        cross.append(factor(study, other_then))
    if study_then:
        own.append(factor(study, study_then))
        cross.append(factor(other, study_then))
    return {"own_factor": min(own), "cross_factor": max(cross), "n": other + study}


def _swapped(
    file: str, row: Row, then: Pair, source: str, fewest: int, groups: Groups
) -> Iterator[Comparison]:
    now = _pair(row, groups)
    measures = crossing(now, then)
    numbers = [number for number in (*now, *then) if number is not None]
    if measures and min(numbers) >= fewest:
        yield Comparison(
            file,
            row["file_row"],
            ", ".join(groups.pair),
            pair_words(groups, *now),
            f"near last year's {pair_words(groups, *then)} ({source})",
            measures,
        )


def _workforce(
    this: WorkforceSums, before: WorkforceSums, published: Published, standard: Standard
) -> Iterator[Comparison]:
    """The whole first: where that is swapped, its rows are not told one by one."""
    groups = standard.groups
    other, study = groups.pair
    now = (this.total(other), this.total(study))
    then, source = (before.total(other), before.total(study)), before.file
    if then == (None, None):
        number = number_of_staff(standard)
        then = (
            published.number(number, "headcount", other, "count"),
            published.number(number, "headcount", study, "count"),
        )
        source = published.file
    place = this.rows.get(("all", "all"), {"file_row": 1})
    whole = {other: now[0], study: now[1], "file_row": place["file_row"]}
    yield from _swapped(this.file, whole, then, source, FEWEST_STAFF, groups)
    measures = crossing(now, then)
    if measures and measures["cross_factor"] < measures["own_factor"]:
        return
    for key, row in this.rows.items():
        row_then = before.rows.get(key)
        if row_then is not None and key != ("all", "all"):
            pair = _pair(row_then, groups)
            yield from _swapped(this.file, row, pair, before.file, FEWEST_STAFF, groups)


def number_of_staff(standard: Standard) -> int:
    """The number of the indicator that measures the workforce; 0 where there is none."""
    return next((i.number for i in standard.of_kind("representation")), 0)


def _changes(
    this: WorkforceSums, before: WorkforceSums, published: Published, standard: Standard
) -> Iterator[Comparison]:
    study, term = standard.groups.study, standard.groups.term
    number = number_of_staff(standard)
    row = this.rows.get(("all", "all"), {"file_row": 1})["file_row"]
    now, then = this.headcount(), before.headcount()
    own = this.total(study)
    if not now:
        return
    if then:
        yield Comparison(
            this.file, row, "", f"{people(now)} staff",
            f"near last year's {people(then)} ({before.file})",
            {"workforce_change_percent": 100 * (now - then) / then},
        )  # fmt: skip
    reported_own = published.number(number, "headcount", study, "count")
    reported_share = published.number(number, "percent", study, "percent")
    if not then and reported_own and reported_share:
        implied = 100 * reported_own / reported_share
        yield Comparison(
            this.file, row, "", f"{people(now)} staff",
            f"near {people(round(implied))}: {people(reported_own)} {term} staff were "
            f"{reported_share:g}% of last year's ({published.file})",
            {"implied_change_percent": 100 * (now - implied) / implied},
        )  # fmt: skip
    own_then = before.total(study)
    share_then = 100 * own_then / then if then and own_then is not None else reported_share
    # Of a handful of people, one more or less doubles the share.
    if own is not None and share_then and (own >= 20 or (own_then or 0) >= 20):
        share = 100 * own / now
        measures = {"bme_share_change_pp": share - share_then}
        if share:
            measures["bme_share_factor"] = share / share_then
        source = before.file if then else published.file
        # What was published of last year is public.
        before_shown = f"{share_then:.1f}%"
        if then and own_then is not None:
            before_shown = of_people(before_shown)
        # The percentage of a handful would give their number away.
        percent = f", {of_people(f'{share:.1f}%')}" if own >= 20 else ""
        yield Comparison(
            this.file, row, study, f"{people(own)} {term} staff of {people(now)}{percent}",
            f"near last year's {before_shown} ({source})", measures,
        )  # fmt: skip


def _ratios(
    trust_year: TrustYear,
    standard: Standard,
    tables: Tables,
    workforce: WorkforceSums,
    published: Published,
    known: Collection[str],
) -> Iterator[Comparison]:
    """This year's ratios against those published of last year.

    known: the keys of last year's figures that its own counts give, against which a published
    one is held instead.
    """
    for indicator in standard.of_kind("likelihood"):
        if indicator.key("ratio") in known or indicator.cases is None:
            continue
        table, sides = indicator.cases.table, sides_of(indicator)
        cases = first(tables.get(table, []), **indicator.cases.where)
        reported = published.row(indicator.number, "ratio", "", "ratio")
        if cases is None or reported is None or not reported["value"]:
            continue
        pool: Row | None = {group: workforce.total(group) for group in sides}
        if indicator.people is not None:
            pool = first(tables[table], **indicator.people.where)
        parts = [(cases[group], pool[group]) for group in sides] if pool else []
        if not parts or not all(case and whole for case, whole in parts):
            continue
        if min(case for case, _ in parts) < 10:
            continue
        ratio = (parts[0][0] / parts[0][1]) / (parts[1][0] / parts[1][1])
        yield Comparison(
            nominal(trust_year, table),
            cases["file_row"],
            ", ".join(standard.groups.pair),
            f"a ratio of {of_people(f'{ratio:.2f}')} for indicator {indicator.label}",
            f"near last year's {of_people(format(reported['value'], 'g'))} ({published.file}, "
            f"row {reported['file_row']})",
            {
                "ratio_own_factor": factor(ratio, reported["value"]),
                "ratio_cross_factor": factor(1 / ratio, reported["value"]),
            },
        )
