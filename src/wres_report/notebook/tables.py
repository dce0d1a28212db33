"""The tables that the notebooks show, as Markdown in which every figure is marked."""

from __future__ import annotations

from collections.abc import Callable

from wres_report.markdown import escape, pipe_table
from wres_report.measures.counts import Counts
from wres_report.measures.value import Status, Value
from wres_report.notebook.board import MEMBERSHIPS
from wres_report.notebook.hiding import (
    ALL,
    GROUP_COLUMNS,
    Band,
    band_key,
    cluster_key,
    row_of,
    staff_counts,
    staff_share,
    whole_workforce,
)
from wres_report.notebook.likelihood_words import PHRASES
from wres_report.notebook.result import Result
from wres_report.notebook.survey import gap_between

NOTHING = "–"
HIDDEN = "\\*"
# The name of a row, then what stands in it.
Row = tuple[str, list[Value | None]]


def likelihood_table(result: Result) -> str:
    """Rows: the people, the cases, the rate, its interval. Columns: the groups and the total."""
    phrases = PHRASES[result.indicator.id]
    rates = [result[f"{column}_percent"] for column in GROUP_COLUMNS]
    group = [result[f"{phrases.group_key}_{column}"] for column in GROUP_COLUMNS]
    cases = [result[f"{phrases.cases_key}_{column}"] for column in GROUP_COLUMNS]
    rows = [
        [phrases.group_row, *map(cell, group)],
        [phrases.cases_row, *map(cell, cases)],
        [phrases.rate_row, *map(cell, rates)],
        [
            f"{result.data.settings.level} interval",
            *(value.shown_interval or NOTHING for value in rates),
        ],
    ]
    first = phrases.people[0].upper() + phrases.people[1:]
    return pipe_table(_group_head(result, first), rows, "lrrrr", [22, 12, 12, 14, 12])


def survey_table(result: Result) -> str:
    """One row for each survey year, the latest first: percentages, responses, gap, medians."""
    term = result.data.term
    head = [
        "Survey", "White", "White responses", term, f"{term} responses", f"Gap, {term} − White",
        "White median", f"{term} median",
    ]  # fmt: skip
    rows = _written(survey_table_rows(result))
    return pipe_table(head, rows, "lrrrrrrr", [9, 9, 12, 9, 12, 14, 11, 11])


def survey_table_rows(result: Result) -> list[Row]:
    this = result.data.trust_year.survey_year
    years = {year for group in result.series.values() for year in group}
    # What was published without the survey's table stands in a row of its year all the same.
    for year, suffix in ((this, ""), (this - 1, ".previous")):
        if any(_published_of(result, group, suffix) for group in ("white", "bme")):
            years.add(year)
    return [(str(year), _survey_row(result, year)) for year in sorted(years, reverse=True)]


def _published_of(result: Result, group: str, suffix: str) -> Value | None:
    value = result.get(f"{group}_percent{suffix}")
    return value if value is not None and value.ok and value.published else None


def _survey_row(result: Result, year: int) -> list[Value | None]:
    data = result.data
    suffix = "" if year == data.trust_year.survey_year else f".y{year}"
    white, bme = (_of_survey(result, group, year) for group in ("white", "bme"))
    gap = result["gap"] if not suffix and result["gap"].published else None
    if white is not None and bme is not None and white.ok and bme.ok:
        gap = gap_between(data, bme, white).named(f"{result.indicator.id}.gap{suffix}")
    return [
        white,
        result.get(f"responses_white{suffix}"),
        bme,
        result.get(f"responses_bme{suffix}"),
        gap,
        result.get(f"white_percent.benchmark{suffix}"),
        result.get(f"bme_percent.benchmark{suffix}"),
    ]


def _of_survey(result: Result, group: str, year: int) -> Value | None:
    """The percentage of a group in one survey, as its table has it or as it was published."""
    known = result.series[group].get(year)
    if known is not None and known.status is not Status.NOT_SUPPLIED:
        return known
    this = result.data.trust_year.survey_year
    years = {this: "", this - 1: ".previous"}
    return _published_of(result, group, years[year]) if year in years else known


def board_table(result: Result) -> str:
    """One row for the workforce and each membership of the board that is supplied."""
    overall: Value = result.layout["workforce_share"]
    workforce = whole_workforce(result.data, result.layout["workforce"])
    people = [workforce[f"workforce.{column}"] for column in GROUP_COLUMNS]
    rows: list[Row] = [("Workforce", [*people, overall, None])]
    for name, title in MEMBERSHIPS.items():
        counts: Counts = result.layout["board"][name]
        share, difference = result[f"{name}_bme_percent"], result[f"{name}_difference"]
        if counts.bme is not None or share.ok or difference.ok:
            groups = [result[f"{name}_{column}"] for column in ("white", "bme", "unknown")]
            rows.append((title, [*groups, result[f"{name}_members"], share, difference]))
    head = [*_group_head(result, "Members"), f"{result.data.term} share", "Difference"]
    return pipe_table(head, _written(rows), "lrrrrrr", [18, 9, 9, 14, 9, 12, 12])


def staff_group_table(result: Result) -> str:
    """One row for each staff group and cluster of bands, and the whole workforce last."""
    rows = _written(staff_group_rows(result))
    return pipe_table(_share_head(result, "Staff"), rows, "lrrrrr", [20, 10, 10, 14, 10, 12])


def staff_group_rows(result: Result) -> list[Row]:
    data, workforce = result.data, result.layout["workforce"]
    names = data.standard.staff_groups
    rows = []
    for group in ("non_clinical", "clinical", "medical"):
        counts = workforce.group(group)
        rows.append((names[group], _with_share(result, f"i1.{group}_", counts, row_of(group))))
    for cluster in data.standard.clusters:
        counts, prefix = workforce.cluster("all", cluster.id), f"i1.{cluster_key(cluster.id)}_"
        if counts.bme is not None:
            cells = _with_share(result, prefix, counts, row_of(ALL, cluster.id))
            rows.append((cluster.label, cells))
    keys = [*(f"workforce.{column}" for column in GROUP_COLUMNS), "i1.bme_percent"]
    return [*rows, (f"**{names['all']}**", [result.values[key] for key in keys])]


def band_table(result: Result, staff_group: str) -> str:
    """One row for each band of a staff group that is given, and their total.

    What the plan of the year hides is a star, be it a count or the total of a band.
    """
    rows = _written(band_table_rows(result, staff_group))
    return pipe_table(_share_head(result, "Band"), rows, "lrrrrr", [20, 10, 10, 14, 10, 12])


def band_table_rows(result: Result, staff_group: str) -> list[Row]:
    data = result.data
    labels = data.standard.band_labels()
    bands: dict[str, Band] = result.layout["bands"][staff_group]
    rows = []
    for name, band in bands.items():
        counts = staff_counts(data, band.row, band.counts, band_key(staff_group, name, ""))
        rows.append((labels[name], [*counts, band.share]))
    name = data.standard.staff_groups[staff_group]
    counts = result.layout["workforce"].group(staff_group)
    total = _with_share(result, f"i1.{staff_group}_", counts, row_of(staff_group))
    return [*rows, (f"**{name}, all**", total)]


def figures_of_tables(result: Result) -> dict[str, Value]:
    """The figures that stand in the indicator's tables alone, by key."""
    makers: dict[str, list[Callable[[], list[Row]]]] = {
        "survey": [lambda: survey_table_rows(result)],
        "representation": [
            lambda: staff_group_rows(result),
            *(lambda group=group: band_table_rows(result, group)
              for group in result.layout.get("bands", {})),
        ],
    }  # fmt: skip
    found: dict[str, Value] = {}
    for rows in makers.get(result.indicator.measure, []):
        for _, cells in rows():
            found |= {value.key: value for value in cells if value is not None}
    return {key: value for key, value in found.items() if key not in result.values}


def cell(value: Value | None) -> str:
    """A figure as a table's cell: a dash where not supplied, a star where not shown."""
    if value is None or value.status.value == "not_supplied":
        return NOTHING
    if value.status.value == "suppressed":
        return HIDDEN
    return value.shown


def _written(rows: list[Row]) -> list[list[str]]:
    return [[name, *map(cell, cells)] for name, cells in rows]


def _with_share(result: Result, prefix: str, counts: Counts, row: str) -> list[Value | None]:
    """The headcounts, then the BME share of their total. row: theirs in the plan."""
    value = staff_share(result.data, row, counts).named(f"{prefix}bme_percent")
    return [*staff_counts(result.data, row, counts, prefix), value]


def _group_head(result: Result, first: str) -> list[str]:
    settings = result.data.settings
    return [first, "White", escape(settings.term), escape(settings.unknown_label), "Total"]


def _share_head(result: Result, first: str) -> list[str]:
    return [*_group_head(result, first), f"{escape(result.data.term)} share"]
