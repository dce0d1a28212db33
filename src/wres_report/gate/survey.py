"""Survey results against the survey before, and against last year's data."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.gate.comparisons import Comparison, Row, Tables, factor
from wres_report.gate.results import of_responses, people
from wres_report.indicators.kinds import asked_of
from wres_report.inputs.places import nominal
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Groups, Indicator, Standard

Series = dict[tuple[float, str], Row]  # of one indicator, by survey year and group
Pair = tuple[Row, Row]  # the comparator, the group under study


def survey_against_last_year(
    trust_year: TrustYear, standard: Standard, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """The latest survey against the one before it, the past ones against last year's file."""
    file = nominal(trust_year, "survey")
    source = nominal(trust_year.previous, "survey")
    groups = standard.groups
    restated = []
    for indicator, figure in asked_of(standard):
        now, then = _series(tables, indicator), _series(last_year, indicator)
        restated += [(row, then[key]) for key, row in now.items() if key in then]
        years = sorted({year for year, _ in now})
        if not years or figure != "percent":
            continue
        latest = years[-1]
        before = now if latest - 1 in years else then
        yield from _latest(file, indicator, latest, now, before, groups)
        shared = [year for year in years if _pair(then, year, groups)]
        for year in shared[-1:]:
            pair = _pair(now, year, groups), _pair(then, year, groups)
            yield from _swapped(file, *pair, groups)
    for row, old in sorted(restated, key=lambda pair: pair[0]["file_row"]):
        yield from _restated(file, row, old, source, groups)


def _series(tables: Tables, indicator: Indicator) -> Series:
    return {
        (row["survey_year"], row["group"]): row
        for row in tables.get("survey", [])
        if row["indicator"] == indicator.number
        and row.get("part", "") == indicator.part
        and row["survey_year"] is not None
    }


def _pair(series: Series, year: float, groups: Groups) -> Pair | None:
    other, study = (series.get((year, group)) for group in groups.pair)
    return (other, study) if other is not None and study is not None else None


def _latest(
    file: str, indicator: Indicator, latest: float, now: Series, before: Series, groups: Groups
) -> Iterator[Comparison]:
    # From a year on which another question was asked, nothing can be held against the past.
    # The survey of one year belongs to the report of the next.
    broken = latest + 1 in indicator.breaks()
    pair, old = _pair(now, latest, groups), _pair(before, latest - 1, groups)
    yield from _swapped(file, pair, old, groups, percents=not broken)
    for group in groups.pair:
        row = now.get((latest, group))
        then = before.get((latest - 1, group))
        if broken or row is None or then is None:
            continue
        if None in (row["percent"], then["percent"]):
            continue
        if row["responses"] is None or then["responses"] is None:
            continue
        yield Comparison(
            file, row["file_row"], "percent", _percent(row, groups),
            f"near the {_percent(then, groups)} of the survey before",
            {
                "survey_change_pp": row["percent"] - then["percent"],
                "n": min(row["responses"], then["responses"]),
            },
        )  # fmt: skip


def _swapped(
    file: str, pair: Pair | None, old: Pair | None, groups: Groups, percents: bool = True
) -> Iterator[Comparison]:
    if pair is None or old is None:
        return
    other, study = pair
    names = (groups.word, groups.term)
    rows = f"rows {other['file_row']} and {study['file_row']}"
    counts = [row["responses"] for row in (*pair, *old)]
    if all(counts):
        own = min(factor(counts[0], counts[2]), factor(counts[1], counts[3]))
        cross = max(factor(counts[0], counts[3]), factor(counts[1], counts[2]))
        yield Comparison(
            file, other["file_row"], "responses",
            f"{names[0]} {people(counts[0])}, {names[1]} {people(counts[1])} ({rows})",
            f"near {names[0]} {people(counts[2])}, {names[1]} {people(counts[3])} of the "
            f"survey of {old[0]['survey_year']:.0f}",
            {"own_factor": own, "cross_factor": cross, "n": counts[0] + counts[1]},
        )  # fmt: skip
    for column in ("percent", "benchmark_percent"):
        figures = [row[column] for row in (*pair, *old)]
        if percents and None not in figures:
            shown = [
                of_responses(f"{figure:g}%", count if column == "percent" else None)
                for figure, count in zip(figures, counts, strict=True)
            ]
            own = min(abs(figures[0] - figures[2]), abs(figures[1] - figures[3]))
            cross = max(abs(figures[0] - figures[3]), abs(figures[1] - figures[2]))
            yield Comparison(
                file, other["file_row"], column,
                f"{names[0]} {shown[0]}, {names[1]} {shown[1]} ({rows})",
                f"near {names[0]} {shown[2]}, {names[1]} {shown[3]} of the "
                f"survey of {old[0]['survey_year']:.0f}",
                {"survey_own_distance": own, "survey_cross_distance": cross},
            )  # fmt: skip
            if cross < own:  # the rows are swapped, and their benchmarks with them
                return


def _restated(file: str, row: Row, old: Row, source: str, groups: Groups) -> Iterator[Comparison]:
    where = f"({source}, row {old['file_row']})"
    if row["percent"] is not None and old["percent"] is not None:
        yield Comparison(
            file, row["file_row"], "percent", _percent(row, groups),
            f"{_percent(old, groups)} {where}",
            # 18.75 and 18.8 differ by the rounding alone: no more than 0.05, but for the last bit.
            {"restated_by": round(row["percent"] - old["percent"], 6)},
        )  # fmt: skip
    if row["responses"] is not None and old["responses"] is not None:
        yield Comparison(
            file, row["file_row"], "responses", people(row["responses"]),
            f"{people(old['responses'])} {where}",
            {"restated_by": row["responses"] - old["responses"]},
        )  # fmt: skip


def _percent(row: Row, groups: Groups) -> str:
    percent = of_responses(f"{row['percent']:g}%", row["responses"])
    return f"{percent} of {groups.spoken[row['group']]} staff"
