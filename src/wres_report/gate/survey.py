"""Survey results against the survey before, and against last year's data."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.gate.comparisons import GROUP_WORDS, Comparison, Row, Tables, factor, file_of
from wres_report.gate.results import of_responses, people
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import load_standard

Series = dict[tuple[float, float, str], Row]  # by indicator, survey year and group
Pair = tuple[Row, Row]  # White, BME


def survey_against_last_year(
    trust_year: TrustYear, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """The latest survey against the one before it, the past ones against last year's file."""
    file = file_of(trust_year, "survey")
    source = file_of(trust_year.previous, "survey")
    now, then = _series(tables), _series(last_year)
    for indicator in (5.0, 6.0, 7.0, 8.0):
        years = sorted({year for i, year, _ in now if i == indicator})
        if not years:
            continue
        latest = years[-1]
        before = now if latest - 1 in years else then
        yield from _latest(file, indicator, latest, now, before)
        shared = [year for year in years if _pair(then, indicator, year)]
        for year in shared[-1:]:
            yield from _swapped(file, _pair(now, indicator, year), _pair(then, indicator, year))
    for key, row in now.items():
        old = then.get(key)
        if old is not None:
            yield from _restated(file, row, old, source)


def _series(tables: Tables) -> Series:
    rows = tables.get("survey", [])
    return {
        (row["indicator"], row["survey_year"], row["group"]): row
        for row in rows
        if row["indicator"] is not None and row["survey_year"] is not None
    }


def _pair(series: Series, indicator: float, year: float) -> Pair | None:
    white, bme = (series.get((indicator, year, group)) for group in ("white", "bme"))
    return (white, bme) if white is not None and bme is not None else None


def _latest(
    file: str, indicator: float, latest: float, now: Series, before: Series
) -> Iterator[Comparison]:
    # From a year on which another question was asked, nothing can be held against the past.
    # The survey of one year belongs to the WRES of the next.
    broken = latest + 1 in load_standard().indicator(f"i{indicator:.0f}").breaks()
    pair, old = _pair(now, indicator, latest), _pair(before, indicator, latest - 1)
    yield from _swapped(file, pair, old, percents=not broken)
    for group in ("white", "bme"):
        row = now.get((indicator, latest, group))
        then = before.get((indicator, latest - 1, group))
        if broken or row is None or then is None:
            continue
        if None in (row["percent"], then["percent"]):
            continue
        if row["responses"] is None or then["responses"] is None:
            continue
        yield Comparison(
            file, row["file_row"], "percent", _percent(row),
            f"near the {_percent(then)} of the survey before",
            {
                "survey_change_pp": row["percent"] - then["percent"],
                "n": min(row["responses"], then["responses"]),
            },
        )  # fmt: skip


def _swapped(
    file: str, pair: Pair | None, old: Pair | None, percents: bool = True
) -> Iterator[Comparison]:
    if pair is None or old is None:
        return
    white, bme = pair
    rows = f"rows {white['file_row']} and {bme['file_row']}"
    counts = [row["responses"] for row in (*pair, *old)]
    if all(counts):
        own = min(factor(counts[0], counts[2]), factor(counts[1], counts[3]))
        cross = max(factor(counts[0], counts[3]), factor(counts[1], counts[2]))
        yield Comparison(
            file, white["file_row"], "responses",
            f"White {people(counts[0])}, BME {people(counts[1])} ({rows})",
            f"near White {people(counts[2])}, BME {people(counts[3])} of the "
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
                file, white["file_row"], column,
                f"White {shown[0]}, BME {shown[1]} ({rows})",
                f"near White {shown[2]}, BME {shown[3]} of the "
                f"survey of {old[0]['survey_year']:.0f}",
                {"survey_own_distance": own, "survey_cross_distance": cross},
            )  # fmt: skip
            if cross < own:  # the rows are swapped, and their benchmarks with them
                return


def _restated(file: str, row: Row, old: Row, source: str) -> Iterator[Comparison]:
    where = f"({source}, row {old['file_row']})"
    if row["percent"] is not None and old["percent"] is not None:
        yield Comparison(
            file, row["file_row"], "percent", _percent(row), f"{_percent(old)} {where}",
            {"restated_by": row["percent"] - old["percent"]},
        )  # fmt: skip
    if row["responses"] is not None and old["responses"] is not None:
        yield Comparison(
            file, row["file_row"], "responses", people(row["responses"]),
            f"{people(old['responses'])} {where}",
            {"restated_by": row["responses"] - old["responses"]},
        )  # fmt: skip


def _percent(row: Row) -> str:
    percent = of_responses(f"{row['percent']:g}%", row["responses"])
    return f"{percent} of {GROUP_WORDS[row['group']]} staff"
