"""What last year's tables had and this year's lack, and tables that are last year's once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wres_report.gate.comparisons import GROUPS, Comparison, Row, Tables, file_of
from wres_report.gate.results import people
from wres_report.gate.workforce import NON_MEDICAL, STAFF_GROUPS, WorkforceSums
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear

Key = tuple[Any, ...]
Keyed = Mapping[Key, Row]

# Tables whose rows are the same from year to year. Those of the survey are of other years.
LASTING = ("workforce", "recruitment", "disciplinary", "training", "board", "locality")
# A copy of these is last year's data under this year's name. A board often stays as it is, and
# the areas do.
COUNTED = ("workforce", "recruitment", "disciplinary", "training")
MOST_NAMED = 6  # rows that are named one by one


def gone_since_last_year(
    trust_year: TrustYear, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Rows and figures that last year had, and tables that are the same."""
    for table in LASTING:
        if table in tables and table in last_year:
            now, then = _keyed(table, tables[table]), _keyed(table, last_year[table])
            yield from _compared(trust_year, table, now, then)
            if table in COUNTED:
                yield from _the_same(trust_year, table, now, then)
    if "survey" in tables:
        yield from _survey(trust_year, tables["survey"], last_year.get("survey", []))


def _keyed(table: str, rows: list[Row]) -> dict[Key, Row]:
    return {tuple(row[name] for name in TABLES[table].key): row for row in rows}


def _compared(trust_year: TrustYear, table: str, now: Keyed, then: Keyed) -> Iterator[Comparison]:
    numbers = TABLES[table].numbers
    if not any(row[name] is not None for row in now.values() for name in numbers):
        return  # a table that is still to be filled in
    missing = {k: r for k, r in then.items() if k not in now and any(r[n] for n in numbers)}
    measures: dict[str, float] = {}
    if table == "workforce":
        missing = _not_given_otherwise(missing, now)
        measures = _people_gone(missing, now, then)
    yield from _rows_gone(trust_year, table, missing, measures)
    for key, row in now.items():
        for name in numbers if key in then else ():
            if row[name] is None and then[key][name] is not None:
                yield _figure_gone(trust_year, table, row, name, then[key])


def _not_given_otherwise(missing: Mapping[Key, Row], now: Keyed) -> dict[Key, Row]:
    """Without the totals of staff whose single bands are given now."""
    sums = WorkforceSums(list(now.values()), "")
    found = {}
    for (staff_group, band), row in missing.items():
        members = sums.grades if staff_group == "medical" else sums.bands
        members = list(sums.clusters.get(band, members))
        single = band not in ("all", *sums.clusters)
        if single or not any((staff_group, member) in now for member in members):
            found[staff_group, band] = row
    vouched = _vouched(sums)
    found = {key: row for key, row in found.items() if key[0] not in vouched}
    if ("all", "all") in found and {*NON_MEDICAL} <= sums.groups_given:
        del found["all", "all"]
    return found


def _vouched(sums: WorkforceSums) -> set[str]:
    """The staff groups of which a total says that no row is missing: the parts add up to it."""
    vouched = set()
    for staff_group in STAFF_GROUPS:
        parts = [sums.of_bands(staff_group, group) for group in GROUPS]
        if all(p and p.complete and p.number == sums.given(staff_group, "all", group)
               for p, group in zip(parts, GROUPS, strict=True)):  # fmt: skip
            vouched.add(staff_group)
    wholes = [sums.of_groups(group) for group in GROUPS]
    if all(w and w.complete and w.number == sums.given("all", "all", group)
           for w, group in zip(wholes, GROUPS, strict=True)):  # fmt: skip
        vouched.update(STAFF_GROUPS)
    return vouched


def _people_gone(missing: Mapping[Key, Row], now: Keyed, then: Keyed) -> dict[str, float]:
    """How much of last year's workforce stood in rows that are gone, and is gone itself.

    Where bands were merged the rows are gone and their people are not.
    """
    before = WorkforceSums(list(then.values()), "").headcount()
    after = WorkforceSums(list(now.values()), "").headcount()
    gone = sum(row[group] or 0 for row in missing.values() for group in GROUPS)
    if not before or after is None:
        return {}
    return {"people_gone_percent": 100 * max(0, min(gone, before - after)) / before}


def _rows_gone(
    trust_year: TrustYear, table: str, missing: Mapping[Key, Row], measures: dict[str, float]
) -> Iterator[Comparison]:
    if not missing:
        return
    names = [" ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in key)
             for key in missing]  # fmt: skip
    listed = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        listed += f" and {len(names) - MOST_NAMED} more"
    yield Comparison(
        file_of(trust_year, table), 0, ", ".join(TABLES[table].key),
        f"no row of {listed}",
        f"each row that last year had ({file_of(trust_year.previous, table)}); "
        "0 where there is nobody any more",
        {"rows_gone": len(missing), **measures},
    )  # fmt: skip


def _figure_gone(trust_year: TrustYear, table: str, row: Row, name: str, then: Row) -> Comparison:
    number = then[name]
    shown = people(number) if name in (*GROUPS, "responses") else f"{number:,.10g}"
    return Comparison(
        file_of(trust_year, table), row["file_row"], name, "an empty cell",
        f"a figure, as last year: {shown} ({file_of(trust_year.previous, table)}, "
        f"row {then['file_row']})",
        {"figures_gone": 1},
    )  # fmt: skip


def _the_same(trust_year: TrustYear, table: str, now: Keyed, then: Keyed) -> Iterator[Comparison]:
    figures = [(key, row[group]) for key, row in now.items() for group in GROUPS]
    earlier = [(key, row[group]) for key, row in then.items() for group in GROUPS]
    counted = sum(number or 0 for _, number in figures)
    if counted and sorted(figures, key=str) == sorted(earlier, key=str):
        yield Comparison(
            file_of(trust_year, table), 0, "", "every figure as last year",
            f"other figures than those of {file_of(trust_year.previous, table)}",
            {"same_people": counted},
        )  # fmt: skip


def _survey(trust_year: TrustYear, rows: list[Row], earlier: list[Row]) -> Iterator[Comparison]:
    file, year = file_of(trust_year, "survey"), trust_year.survey_year
    now, before = _answers(rows, year), _answers(rows, year - 1)
    then = _answers(earlier, year - 1)
    if not now:
        if any(row["percent"] is not None for row in rows):
            yield Comparison(
                file, 0, "survey_year", f"no result of the survey of {year}",
                f"the results of the survey of {year}, which belongs to this report",
                {"surveys_missing": 1},
            )  # fmt: skip
        return
    if all(row["percent"] is None and row["responses"] is None for row in now.values()):
        return  # rows that are still to be filled in
    gone = {(key[0], year, key[1]): row for key, row in then.items() if key not in now}
    keyed, past = _keyed("survey", rows), _keyed("survey", earlier)
    # A year that is left out as a whole is one that the table no longer reaches back to.
    years = {row["survey_year"] for row in rows}
    gone |= {key: row for key, row in past.items() if key not in keyed and key[1] in years}
    given = {key: row for key, row in gone.items() if row["percent"] is not None}
    yield from _rows_gone(trust_year, "survey", given, {})
    for key, row in keyed.items():
        for name in ("percent", "responses", "benchmark_percent") if key in past else ():
            if row[name] is None and past[key][name] is not None:
                yield _figure_gone(trust_year, "survey", row, name, past[key])
    for (indicator, group), row in now.items():
        old = then.get((indicator, group)) or before.get((indicator, group))
        for name in ("percent", "responses", "benchmark_percent") if old else ():
            if row[name] is None and old is not None and old[name] is not None:
                yield _figure_gone(trust_year, "survey", row, name, old)
        other = (indicator, "white" if group == "bme" else "bme")
        if other not in now and other not in then and row["percent"] is not None:
            yield Comparison(
                file, row["file_row"], "group", f"the {group} group alone",
                f"a row of the {other[1]} group for indicator {indicator:g} too",
                {"groups_alone": 1},
            )  # fmt: skip
    pairs = [(row, (before or then).get(key)) for key, row in now.items()]
    same = [r for r, o in pairs if o and r["responses"] and
            (r["percent"], r["responses"]) == (o["percent"], o["responses"])]  # fmt: skip
    if len(same) == len(pairs) and len(same) >= len(("white", "bme")):
        yield Comparison(
            file, same[0]["file_row"], "percent, responses",
            f"every figure as in the survey of {year - 1}", f"the results of the survey of {year}",
            {"same_answers": len(same)},
        )  # fmt: skip


def _answers(rows: list[Row], year: int) -> dict[Key, Row]:
    return {(r["indicator"], r["group"]): r for r in rows if r["survey_year"] == year}
