"""Counts against those of last year: swapped groups, implausible changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from wres_report.gate.comparisons import (
    Comparison,
    Row,
    Tables,
    factor,
    file_of,
    first,
    pair_words,
)
from wres_report.gate.published import CASES as RATIOS
from wres_report.gate.published import known_figures
from wres_report.gate.results import of_people, people
from wres_report.gate.survey import survey_against_last_year
from wres_report.gate.workforce import WorkforceSums
from wres_report.inputs.trust_year import TrustYear

Pair = tuple[float | None, float | None]  # White, BME

# Below these sizes two groups change places by chance.
FEWEST = {"workforce": 5, "recruitment": 10, "disciplinary": 10, "training": 10}
KEYS = {"recruitment": "stage", "disciplinary": "measure", "training": "measure"}


def against_last_year(
    trust_year: TrustYear, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Every comparison with last year's data, or with what was published of it."""
    this = WorkforceSums(tables.get("workforce", []), file_of(trust_year, "workforce"))
    before = WorkforceSums(
        last_year.get("workforce", []), file_of(trust_year.previous, "workforce")
    )
    published = Published(trust_year, tables.get("reported", []))
    yield from _workforce(this, before, published)
    for table, key in KEYS.items():
        source = file_of(trust_year.previous, table)
        for row in tables.get(table, []):
            then = first(last_year.get(table, []), **{key: row[key]})
            if then is not None:
                yield from _swapped(file_of(trust_year, table), row, _pair(then), source, table)
    yield from _changes(this, before, published)
    known = known_figures(trust_year.previous, last_year)
    yield from _ratios(trust_year, tables, this, published, known)
    yield from survey_against_last_year(trust_year, tables, last_year)


class Published:
    """What ``reported.csv`` says of last year."""

    def __init__(self, trust_year: TrustYear, rows: list[Row]) -> None:
        self.year = trust_year.year - 1
        self.rows = rows
        self.file = file_of(trust_year, "reported")

    def row(self, indicator: int, measure: str, group: str, unit: str) -> Row | None:
        found = first(
            self.rows, indicator=indicator, measure=measure, group=group, unit=unit,
            year_of_figure=self.year,
        )  # fmt: skip
        return found if found and found["value"] is not None else None

    def number(self, indicator: int, measure: str, group: str, unit: str) -> float | None:
        row = self.row(indicator, measure, group, unit)
        return None if row is None else float(row["value"])


def _pair(row: Row) -> Pair:
    return row["white"], row["bme"]


def crossing(now: Pair, then: Pair) -> dict[str, float]:
    """How far two counts are from last year's, each from its own and each from the other's.

    own_factor: the lesser of the two changes; cross_factor: the greater of the two after
    changing places; 1 is no change. Empty where too little is known or a figure is 0.
    """
    white, bme = now
    white_then, bme_then = then
    if not white or not bme or not (white_then or bme_then):
        return {}
    own, cross = [], []
    if white_then:
        own.append(factor(white, white_then))
        cross.append(factor(bme, white_then))
    if bme_then:
        own.append(factor(bme, bme_then))
        cross.append(factor(white, bme_then))
    return {"own_factor": min(own), "cross_factor": max(cross), "n": white + bme}


def _swapped(file: str, row: Row, then: Pair, source: str, table: str) -> Iterator[Comparison]:
    now = _pair(row)
    measures = crossing(now, then)
    numbers = [number for number in (*now, *then) if number is not None]
    if measures and min(numbers) >= FEWEST[table]:
        yield Comparison(
            file,
            row["file_row"],
            "white, bme",
            pair_words(*now),
            f"near last year's {pair_words(*then)} ({source})",
            measures,
        )


def _workforce(
    this: WorkforceSums, before: WorkforceSums, published: Published
) -> Iterator[Comparison]:
    """The whole first: where that is swapped, its rows are not told one by one."""
    now = (this.total("white"), this.total("bme"))
    then, source = (before.total("white"), before.total("bme")), before.file
    if then == (None, None):
        then = (
            published.number(1, "headcount", "white", "count"),
            published.number(1, "headcount", "bme", "count"),
        )
        source = published.file
    place = this.rows.get(("all", "all"), {"file_row": 1})
    whole = {"white": now[0], "bme": now[1], "file_row": place["file_row"]}
    yield from _swapped(this.file, whole, then, source, "workforce")
    measures = crossing(now, then)
    if measures and measures["cross_factor"] < measures["own_factor"]:
        return
    for key, row in this.rows.items():
        row_then = before.rows.get(key)
        if row_then is not None and key != ("all", "all"):
            yield from _swapped(this.file, row, _pair(row_then), before.file, "workforce")


def _changes(
    this: WorkforceSums, before: WorkforceSums, published: Published
) -> Iterator[Comparison]:
    row = this.rows.get(("all", "all"), {"file_row": 1})["file_row"]
    now, then = this.headcount(), before.headcount()
    bme = this.total("bme")
    if not now:
        return
    if then:
        yield Comparison(
            this.file, row, "", f"{people(now)} staff",
            f"near last year's {people(then)} ({before.file})",
            {"workforce_change_percent": 100 * (now - then) / then},
        )  # fmt: skip
    reported_bme = published.number(1, "headcount", "bme", "count")
    reported_share = published.number(1, "percent", "bme", "percent")
    if not then and reported_bme and reported_share:
        implied = 100 * reported_bme / reported_share
        yield Comparison(
            this.file, row, "", f"{people(now)} staff",
            f"near {people(round(implied))}: {people(reported_bme)} BME staff were "
            f"{reported_share:g}% of last year's ({published.file})",
            {"implied_change_percent": 100 * (now - implied) / implied},
        )  # fmt: skip
    bme_then = before.total("bme")
    share_then = 100 * bme_then / then if then and bme_then is not None else reported_share
    # Of a handful of people, one more or less doubles the share.
    if bme is not None and share_then and (bme >= 20 or (bme_then or 0) >= 20):
        share = 100 * bme / now
        measures = {"bme_share_change_pp": share - share_then}
        if share:
            measures["bme_share_factor"] = share / share_then
        source = before.file if then else published.file
        # What was published of last year is public.
        before_shown = f"{share_then:.1f}%"
        if then and bme_then is not None:
            before_shown = of_people(before_shown)
        # The percentage of a handful would give their number away.
        percent = f", {of_people(f'{share:.1f}%')}" if bme >= 20 else ""
        yield Comparison(
            this.file, row, "bme", f"{people(bme)} BME staff of {people(now)}{percent}",
            f"near last year's {before_shown} ({source})", measures,
        )  # fmt: skip


def _ratios(
    trust_year: TrustYear,
    tables: Tables,
    workforce: WorkforceSums,
    published: Published,
    known: Collection[str],
) -> Iterator[Comparison]:
    """This year's ratios against those published of last year.

    known: the keys of last year's figures that its own counts give, against which a published
    one is held instead.
    """
    for indicator, (table, where, (top, bottom)) in RATIOS.items():
        if f"i{indicator}.ratio" in known:
            continue
        cases = first(tables.get(table, []), **where)
        reported = published.row(indicator, "ratio", "", "ratio")
        if cases is None or reported is None or not reported["value"]:
            continue
        pool: Row | None = {group: workforce.total(group) for group in (top, bottom)}
        if indicator == 2:
            pool = first(tables["recruitment"], stage="shortlisted")
        parts = [(cases[group], pool[group]) for group in (top, bottom)] if pool else []
        if not parts or not all(case and whole for case, whole in parts):
            continue
        if min(case for case, _ in parts) < 10:
            continue
        ratio = (parts[0][0] / parts[0][1]) / (parts[1][0] / parts[1][1])
        yield Comparison(
            file_of(trust_year, table),
            cases["file_row"],
            "white, bme",
            f"a ratio of {of_people(f'{ratio:.2f}')} for indicator {indicator}",
            f"near last year's {of_people(format(reported['value'], 'g'))} ({published.file}, "
            f"row {reported['file_row']})",
            {
                "ratio_own_factor": factor(ratio, reported["value"]),
                "ratio_cross_factor": factor(1 / ratio, reported["value"]),
            },
        )
