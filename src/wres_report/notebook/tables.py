"""The tables that the notebooks show, as Markdown."""

from __future__ import annotations

from wres_report.markdown import escape, pipe_table
from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import suppress
from wres_report.measures.representation import share
from wres_report.measures.value import Unit, Value, write_bare
from wres_report.notebook.board import MEMBERSHIPS
from wres_report.notebook.hiding import (
    BME_COLUMN,
    GROUP_COLUMNS,
    Band,
    HiddenParts,
    cluster_key,
)
from wres_report.notebook.likelihood_words import PHRASES
from wres_report.notebook.result import Result

NOTHING = "–"
HIDDEN = "\\*"


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
            *(value.display_interval or NOTHING for value in rates),
        ],
    ]
    first = phrases.people[0].upper() + phrases.people[1:]
    return pipe_table(_group_head(result, first), rows, "lrrrr", [22, 12, 12, 14, 12])


def survey_table(result: Result) -> str:
    """One row for each survey year, the latest first: percentages, responses, gap, medians."""
    term = result.data.term
    years = sorted({year for group in result.series.values() for year in group}, reverse=True)
    head = [
        "Survey", "White", "White responses", term, f"{term} responses", f"Gap, {term} − White",
        "White median", f"{term} median",
    ]  # fmt: skip
    rows = [_survey_row(result, year) for year in years]
    return pipe_table(head, rows, "lrrrrrrr", [9, 9, 12, 9, 12, 14, 11, 11])


def _survey_row(result: Result, year: int) -> list[str]:
    this = year == result.data.trust_year.survey_year
    suffix = "" if this else f".y{year}"
    white, bme = (result.series[group].get(year) for group in ("white", "bme"))
    gap = NOTHING
    if white is not None and bme is not None and white.ok and bme.ok:
        gap = write_bare(bme.number - white.number, Unit.PP) + " pp"
    return [
        str(year),
        cell(white),
        cell(result.get(f"responses_white{suffix}")),
        cell(bme),
        cell(result.get(f"responses_bme{suffix}")),
        gap,
        cell(result.get(f"white_percent.benchmark{suffix}")),
        cell(result.get(f"bme_percent.benchmark{suffix}")),
    ]


def board_table(result: Result) -> str:
    """One row for the workforce and each membership of the board that is supplied."""
    workforce: Counts = result.layout["workforce"]
    overall: Value = result.layout["workforce_share"]
    rows = [["Workforce", *_four(workforce), cell(overall), NOTHING]]
    for name, title in MEMBERSHIPS.items():
        counts: Counts = result.layout["board"][name]
        if counts.bme is not None:
            rows.append([
                title, *_four(counts), cell(result[f"{name}_bme_percent"]),
                cell(result[f"{name}_difference"]),
            ])  # fmt: skip
    head = [*_group_head(result, "Members"), f"{result.data.term} share", "Difference"]
    return pipe_table(head, rows, "lrrrrrr", [18, 9, 9, 14, 9, 12, 12])


def staff_group_table(result: Result) -> str:
    """One row for each staff group and cluster of bands, and the whole workforce last."""
    data, workforce = result.data, result.layout["workforce"]
    names = data.standard.staff_groups
    hidden: HiddenParts = result.layout["hidden"]
    rows = []
    for group in ("non_clinical", "clinical", "medical"):
        rows.append(_counts_row(names[group], workforce.group(group), hidden[group]))
    for cluster in data.standard.clusters:
        counts = workforce.cluster("all", cluster.id)
        if counts.bme is not None:
            rows.append(_counts_row(cluster.label, counts, hidden[cluster_key(cluster.id)]))
    total = workforce.total()
    grid = [[total.white, total.bme, total.unknown]]
    mask = suppress(grid, data.settings.minimum_count, keep=BME_COLUMN)[0]
    rows.append(_counts_row(f"**{names['all']}**", total, mask))
    return pipe_table(_share_head(result, "Staff"), rows, "lrrrrr", [20, 10, 10, 14, 10, 12])


def band_table(result: Result, staff_group: str) -> str:
    """One row for each band of a staff group that is given, and their total.

    A small count is hidden with as many others as it takes that no total gives it away.
    """
    data = result.data
    labels = data.standard.band_labels()
    bands: dict[str, Band] = result.layout["bands"][staff_group]
    rows = [
        [labels[name], *_shown(band.counts, band.hidden), number(band.counts.total),
         cell(band.share)]
        for name, band in bands.items()
    ]  # fmt: skip
    workforce = result.layout["workforce"]
    name = data.standard.staff_groups[staff_group]
    hidden = result.layout["hidden"][staff_group]
    rows.append(_counts_row(f"**{name}, all**", workforce.group(staff_group), hidden))
    return pipe_table(_share_head(result, "Band"), rows, "lrrrrr", [20, 10, 10, 14, 10, 12])


def cell(value: Value | None) -> str:
    """A figure as a table's cell: a dash where not supplied, a star where not shown."""
    if value is None or value.status.value == "not_supplied":
        return NOTHING
    if value.status.value == "suppressed":
        return HIDDEN
    return value.display


def number(count: float | None) -> str:
    return NOTHING if count is None else f"{count:,.0f}"


def _four(counts: Counts) -> list[str]:
    return [number(counts.of(name)) for name in GROUP_COLUMNS]


def _shown(counts: Counts, hidden: list[bool]) -> list[str]:
    return [
        HIDDEN if hide else number(counts.of(group))
        for group, hide in zip(("white", "bme", "unknown"), hidden, strict=True)
    ]


def _counts_row(name: str, counts: Counts, hidden: list[bool]) -> list[str]:
    value = share(counts.bme, counts.total)
    return [
        name,
        *_shown(counts, hidden),
        number(counts.total),
        HIDDEN if hidden[BME_COLUMN] else cell(value),
    ]


def _group_head(result: Result, first: str) -> list[str]:
    settings = result.data.settings
    return [first, "White", escape(settings.term), escape(settings.unknown_label), "Total"]


def _share_head(result: Result, first: str) -> list[str]:
    return [*_group_head(result, first), f"{escape(result.data.term)} share"]
