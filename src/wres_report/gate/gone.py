"""What last year's tables had and this year's lack, and tables that are last year's once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wres_report.gate.comparisons import Comparison, Row, Tables
from wres_report.gate.results import people
from wres_report.gate.workforce import NON_MEDICAL, STAFF_GROUPS, WorkforceSums
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.places import nominal
from wres_report.inputs.tables import TableSchema, counted_tables, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Standard

Key = tuple[Any, ...]
Keyed = Mapping[Key, Row]

MOST_NAMED = 6  # rows that are named one by one


def gone_since_last_year(
    trust_year: TrustYear, standard: Standard, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Rows and figures that last year had, and tables that are the same."""
    # A copy of these is last year's data under this year's name. A board often stays as it is, and
    # the areas do.
    counted = counted_tables(standard)
    # The rows of these are the same from year to year. Those of the survey are of other years.
    areas = (name for name, table in GIVEN.items() if not table.alone)
    for table in (*counted, "board", *areas):
        if table in tables and table in last_year:
            schema = tables_of(standard)[table]
            now, then = _keyed(schema, tables[table]), _keyed(schema, last_year[table])
            yield from _compared(trust_year, standard, schema, now, then)
            if table in counted:
                yield from _the_same(trust_year, standard, table, now, then)
    if "survey" in tables:
        yield from _survey(trust_year, standard, tables["survey"], last_year.get("survey", []))


def _keyed(schema: TableSchema, rows: list[Row]) -> dict[Key, Row]:
    return {tuple(row[name] for name in schema.key): row for row in rows}


def _compared(
    trust_year: TrustYear, standard: Standard, schema: TableSchema, now: Keyed, then: Keyed
) -> Iterator[Comparison]:
    table, numbers = schema.name, schema.numbers
    if not any(row[name] is not None for row in now.values() for name in numbers):
        return  # a table that is still to be filled in
    missing = {k: r for k, r in then.items() if k not in now and any(r[n] for n in numbers)}
    measures: dict[str, float] = {}
    if table == "workforce":
        missing = _not_given_otherwise(missing, now, standard)
        measures = _people_gone(missing, now, then, standard)
    yield from _rows_gone(trust_year, schema, missing, measures)
    for key, row in now.items():
        for name in numbers if key in then else ():
            if row[name] is None and then[key][name] is not None:
                yield _figure_gone(trust_year, standard, table, row, name, then[key])


def _not_given_otherwise(
    missing: Mapping[Key, Row], now: Keyed, standard: Standard
) -> dict[Key, Row]:
    """Without the totals of staff whose single bands are given now."""
    sums = WorkforceSums(list(now.values()), "", standard)
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
        parts = [sums.of_bands(staff_group, group) for group in sums.groups]
        if all(p and p.complete and p.number == sums.given(staff_group, "all", group)
               for p, group in zip(parts, sums.groups, strict=True)):  # fmt: skip
            vouched.add(staff_group)
    wholes = [sums.of_groups(group) for group in sums.groups]
    if all(w and w.complete and w.number == sums.given("all", "all", group)
           for w, group in zip(wholes, sums.groups, strict=True)):  # fmt: skip
        vouched.update(STAFF_GROUPS)
    return vouched


def _people_gone(
    missing: Mapping[Key, Row], now: Keyed, then: Keyed, standard: Standard
) -> dict[str, float]:
    """How much of last year's workforce stood in rows that are gone, and is gone itself.

    Where bands were merged the rows are gone and their people are not.
    """
    before = WorkforceSums(list(then.values()), "", standard).headcount()
    after = WorkforceSums(list(now.values()), "", standard).headcount()
    gone = sum(row[group] or 0 for row in missing.values() for group in standard.groups.names)
    if not before or after is None:
        return {}
    return {"people_gone_percent": 100 * max(0, min(gone, before - after)) / before}


def _rows_gone(
    trust_year: TrustYear,
    schema: TableSchema,
    missing: Mapping[Key, Row],
    measures: dict[str, float],
) -> Iterator[Comparison]:
    if not missing:
        return
    names = [" ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in key)
             for key in missing]  # fmt: skip
    listed = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        listed += f" and {len(names) - MOST_NAMED} more"
    yield Comparison(
        nominal(trust_year, schema.name), 0, ", ".join(schema.key),
        f"no row of {listed}",
        f"each row that last year had ({nominal(trust_year.previous, schema.name)}); "
        "0 where there is nobody any more",
        {"rows_gone": len(missing), **measures},
    )  # fmt: skip


def _figure_gone(
    trust_year: TrustYear, standard: Standard, table: str, row: Row, name: str, then: Row
) -> Comparison:
    number = then[name]
    shown = people(number) if name in (*standard.groups.names, "responses") else f"{number:,.10g}"
    return Comparison(
        nominal(trust_year, table), row["file_row"], name, "an empty cell",
        f"a figure, as last year: {shown} ({nominal(trust_year.previous, table)}, "
        f"row {then['file_row']})",
        {"figures_gone": 1},
    )  # fmt: skip


def _the_same(
    trust_year: TrustYear, standard: Standard, table: str, now: Keyed, then: Keyed
) -> Iterator[Comparison]:
    names = standard.groups.names
    figures = [(key, row[group]) for key, row in now.items() for group in names]
    earlier = [(key, row[group]) for key, row in then.items() for group in names]
    counted = sum(number or 0 for _, number in figures)
    if counted and sorted(figures, key=str) == sorted(earlier, key=str):
        yield Comparison(
            nominal(trust_year, table), 0, "", "every figure as last year",
            f"other figures than those of {nominal(trust_year.previous, table)}",
            {"same_people": counted},
        )  # fmt: skip


def _survey(
    trust_year: TrustYear, standard: Standard, rows: list[Row], earlier: list[Row]
) -> Iterator[Comparison]:
    schema, pair = tables_of(standard)["survey"], standard.groups.pair
    figures = [name for name in schema.numbers if name not in schema.key]
    alone = {i.number for i in standard.indicators if kind_of(i).one_group_alone}
    file, year = nominal(trust_year, "survey"), trust_year.survey_year
    now, before = _answers(rows, year), _answers(rows, year - 1)
    then = _answers(earlier, year - 1)
    if not now:
        if any(_answer(row) is not None for row in rows):
            yield Comparison(
                file, 0, "survey_year", f"no result of the survey of {year}",
                f"the results of the survey of {year}, which belongs to this report",
                {"surveys_missing": 1},
            )  # fmt: skip
        return
    if all(_answer(row) is None and row["responses"] is None for row in now.values()):
        return  # rows that are still to be filled in
    gone = {(*key[:-1], year, key[-1]): row for key, row in then.items() if key not in now}
    keyed, past = _keyed(schema, rows), _keyed(schema, earlier)
    # A year that is left out as a whole is one that the table no longer reaches back to.
    years = {row["survey_year"] for row in rows}
    gone |= {key: row for key, row in past.items() if key not in keyed and key[-2] in years}
    given = {key: row for key, row in gone.items() if _answer(row) is not None}
    yield from _rows_gone(trust_year, schema, given, {})
    for key, row in keyed.items():
        for name in figures if key in past else ():
            if row[name] is None and past[key][name] is not None:
                yield _figure_gone(trust_year, standard, "survey", row, name, past[key])
    for key, row in now.items():
        (indicator, *_), group = key, key[-1]
        old = then.get(key) or before.get(key)
        for name in figures if old else ():
            if row[name] is None and old is not None and old[name] is not None:
                yield _figure_gone(trust_year, standard, "survey", row, name, old)
        other = (*key[:-1], pair[0] if group == pair[1] else pair[1])
        missing = other not in now and other not in then and indicator not in alone
        if missing and _answer(row) is not None:
            yield Comparison(
                file, row["file_row"], "group", f"the {group} group alone",
                f"a row of the {other[-1]} group for indicator {indicator:g} too",
                {"groups_alone": 1},
            )  # fmt: skip
    pairs = [(row, (before or then).get(key)) for key, row in now.items()]
    same = [r for r, o in pairs if o and r["responses"] and
            (_answer(r), r["responses"]) == (_answer(o), o["responses"])]  # fmt: skip
    if len(same) == len(pairs) and len(same) >= len(pair):
        yield Comparison(
            file, same[0]["file_row"], "percent, responses",
            f"every figure as in the survey of {year - 1}", f"the results of the survey of {year}",
            {"same_answers": len(same)},
        )  # fmt: skip


def _answers(rows: list[Row], year: int) -> dict[Key, Row]:
    """The rows of one survey, by all that names them but the year."""
    return {
        (r["indicator"], *([r["part"]] if "part" in r else []), r["group"]): r
        for r in rows
        if r["survey_year"] == year
    }


def _answer(row: Row) -> float | None:
    """The percentage, or the score of an indicator that has one."""
    found: float | None = row["percent"] if row["percent"] is not None else row.get("score")
    return found
