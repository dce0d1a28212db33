"""The tables of representation, by staff group and by band, and its chart."""

from __future__ import annotations

from wres_report.charts.bands import bands_chart, spread_chart
from wres_report.charts.rows import RowsChart
from wres_report.indicators.cells import Row, share_head, written
from wres_report.indicators.hiding import (
    ALL,
    Band,
    row_of,
    staff_counts,
    staff_share,
)
from wres_report.indicators.representation.names import band_key, cluster_key
from wres_report.indicators.result import Result
from wres_report.markdown import pipe_table
from wres_report.measures.counts import Counts
from wres_report.measures.value import Value

WIDTHS = [20, 10, 10, 14, 10, 12]


def staff_group_table(result: Result) -> str:
    """One row for each staff group and cluster of bands, and the whole workforce last."""
    rows = written(staff_group_rows(result))
    return pipe_table(share_head(result, "Staff"), rows, "lrrrrr", WIDTHS)


def staff_group_rows(result: Result) -> list[Row]:
    data, workforce = result.data, result.layout["workforce"]
    names, groups, key = data.standard.staff_groups, data.standard.groups, result.indicator.key
    rows: list[Row] = []
    for group in ("non_clinical", "clinical", "medical"):
        counts = workforce.group(group)
        rows.append((names[group], _with_share(result, key(f"{group}_"), counts, row_of(group))))
    for cluster in data.standard.clusters:
        counts, prefix = workforce.cluster("all", cluster.id), key(f"{cluster_key(cluster.id)}_")
        if counts.study is not None:
            cells = _with_share(result, prefix, counts, row_of(ALL, cluster.id))
            rows.append((cluster.label, cells))
    keys = [*(f"workforce.{column}" for column in groups.columns), key(f"{groups.study}_percent")]
    return [*rows, (f"**{names['all']}**", [result.values[key] for key in keys])]


def band_table(result: Result, staff_group: str) -> str:
    """One row for each band of a staff group that is given, and their total.

    What the plan of the year hides is a star, be it a count or the total of a band.
    """
    rows = written(band_table_rows(result, staff_group))
    return pipe_table(share_head(result, "Band"), rows, "lrrrrr", WIDTHS)


def band_table_rows(result: Result, staff_group: str) -> list[Row]:
    data, indicator = result.data, result.indicator
    labels = data.standard.band_labels()
    bands: dict[str, Band] = result.layout["bands"][staff_group]
    rows: list[Row] = []
    for name, band in bands.items():
        prefix = band_key(indicator, staff_group, name, "")
        counts = staff_counts(data, band.row, band.counts, prefix)
        rows.append((labels[name], [*counts, band.share]))
    name = data.standard.staff_groups[staff_group]
    counts = result.layout["workforce"].group(staff_group)
    total = _with_share(result, indicator.key(f"{staff_group}_"), counts, row_of(staff_group))
    return [*rows, (f"**{name}, all**", total)]


def figures_of_tables(result: Result) -> dict[str, Value]:
    """Every figure of the tables by key."""
    rows = staff_group_rows(result)
    for group in result.layout.get("bands", {}):
        rows += band_table_rows(result, group)
    return {v.key: v for _, cells in rows for v in cells if v is not None}


def _with_share(result: Result, prefix: str, counts: Counts, row: str) -> list[Value | None]:
    """The headcounts, then the group's share of their total. row: theirs in the plan."""
    key = f"{prefix}{result.data.standard.groups.study}_percent"
    value = staff_share(result.data, row, counts).named(key)
    return [*staff_counts(result.data, row, counts, prefix), value]


def band_chart(result: Result) -> tuple[RowsChart, str] | None:
    """The share of each band, or where the group works; None where neither is known."""
    data = result.data
    overall = result[f"{data.standard.groups.study}_percent"]
    shorts = {band.id: band.short for band in data.standard.bands}
    panels = [
        (data.standard.staff_groups[group],
         [(shorts[name], band.share) for name, band in result.layout["bands"][group].items()])
        for group in ("non_clinical", "clinical")
        if result.layout["bands"][group]
    ]  # fmt: skip
    people = result.values["workforce.total"]
    staff = f"{people.display} staff; " if people.ok else ""
    if not panels or not overall.ok:
        return _spread_chart(result)
    figure = bands_chart(
        panels, overall, title=_title(result),
        subtitle=f"{staff}{data.trust_year.snapshot}; Electronic Staff Record",
    )  # fmt: skip
    rows = "; ".join(
        f"{name}: " + ", ".join(f"{band} {value.shown}" for band, value in rows)
        for name, rows in panels
    )
    return figure, (
        f"Dot chart of the {data.term} share of staff by band, against "
        f"{overall.shown} of all staff. {rows}."
    )


def _spread_chart(result: Result) -> tuple[RowsChart, str] | None:
    data, term = result.data, result.data.term
    parts = [
        (cluster.label, result[f"{cluster_key(cluster.id)}_share"])
        for cluster in data.standard.clusters
    ]
    parts.append((data.standard.staff_groups["medical"], result["medical_share"]))
    if not any(value.ok for _, value in parts):
        return None
    staff = result.values[f"workforce.{data.standard.groups.study}"]
    people_of = f"{staff.display} {term} staff; " if staff.ok else ""
    number = f"{staff.shown} " if staff.ok else ""
    figure = spread_chart(
        parts, title=f"Where {term} staff work",
        subtitle=f"{people_of}{data.trust_year.snapshot}; Electronic Staff Record",
    )  # fmt: skip
    listed = "; ".join(f"{name} {value.shown}" for name, value in parts)
    return figure, f"Bar chart of where the {number}{term} staff work. {listed}."


def _title(result: Result) -> str:
    term, code = result.data.term, result.verdict.code
    if code == "worse":
        return f"{term} staff are fewer than their share in senior bands"
    if code == "better":
        return f"{term} staff are more than their share in senior bands"
    return f"{term} share of staff by band"
