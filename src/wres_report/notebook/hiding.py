"""Which headcounts are not shown, in tables and in figures alike."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres_report.inputs.headcounts import STAFF_GROUPS, WorkforceTable
from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if, is_small, suppress
from wres_report.measures.representation import share
from wres_report.measures.value import Value, count
from wres_report.notebook.data import YearData

GROUP_COLUMNS = ("white", "bme", "unknown", "total")
BME_COLUMN = 1
# Which of White, BME and unknown to hide, by the name of a part of the workforce.
HiddenParts = dict[str, list[bool]]


@dataclass(frozen=True)
class Band:
    """A band of a staff group: its counts, its BME share, which of White, BME, unknown to hide."""

    counts: Counts
    share: Value
    hidden: list[bool]


def cluster_key(cluster: str) -> str:
    """The name of a cluster in a results key: ``cluster_8a_vsm``."""
    return "cluster_" + cluster.replace("-", "_")


def band_key(staff_group: str, band: str, figure: str) -> str:
    """The results key of a figure of one band of one staff group."""
    return f"i1.{staff_group}_{band.replace('-', '_')}_{figure}"


def hidden_columns(counts: Counts, minimum: int) -> list[str]:
    """The groups of a row with a total whose counts are not shown.

    Where one group alone is small the total goes with it, since the total less the others
    would tell it; likewise where two are 1 each, since nothing else adds up to 2.
    """
    hidden = [name for name in GROUP_COLUMNS[:3] if is_small(counts.of(name), minimum)]
    told = sum(counts.of(name) or 0 for name in hidden) == len(hidden)
    return [*hidden, "total"] if hidden and (len(hidden) == 1 or told) else hidden


def whole_workforce(data: YearData, counts: Counts) -> dict[str, Value]:
    """The headcounts of all staff by results key, and the BME and White shares of them.

    Without its total a share must not tell it either, so it says nothing of the people behind it.
    """
    hidden = hidden_columns(counts, data.settings.minimum_count)
    source, rows = data.source("workforce"), data.rows("workforce", counts)
    values = {
        f"workforce.{name}": hide_if(count(counts.of(name)), name in hidden)
        for name in GROUP_COLUMNS
    }
    for name in ("bme", "white"):
        value = share(counts.of(name), counts.total, data.settings.confidence)
        if "total" in hidden:
            value = replace(value, n=None, numerator=None)
        values[f"i1.{name}_percent"] = hide_if(value, name in hidden)
    return {k: v.from_source(source, rows=rows).named(k) for k, v in values.items()}


def hidden_cells(data: YearData, rows: dict[str, Counts]) -> list[list[bool]]:
    """Which of White, BME and unknown to hide in each band of a staff group's table.

    The totals of the clusters and tiers are published too, so a hidden band needs a partner
    inside them.
    """
    order = list(rows)
    sums = (*data.standard.clusters, *data.standard.tiers)
    blocks = tuple(
        tuple(order.index(band) for band in total.members if band in rows) for total in sums
    )
    return suppress(_grid(list(rows.values())), data.settings.minimum_count, blocks, BME_COLUMN)


def hidden_parts(data: YearData, workforce: WorkforceTable) -> HiddenParts:
    """Which of White, BME and unknown to hide in each part of the workforce.

    The parts are the staff groups and the clusters of bands (``cluster_1_4``). Two sums tell a
    part that is hidden alone: the staff groups are the workforce, and so are the clusters with
    the medical staff.
    """
    parts = {group: workforce.group(group) for group in STAFF_GROUPS}
    for cluster in data.standard.clusters:
        parts[cluster_key(cluster.id)] = workforce.cluster("all", cluster.id)
    order = list(parts)
    groups = tuple(order.index(group) for group in STAFF_GROUPS)
    clusters = tuple(i for i, name in enumerate(order) if name not in {"clinical", "non_clinical"})
    mask = suppress(
        _grid(list(parts.values())),
        data.settings.minimum_count,
        blocks=(groups, clusters),
        keep=BME_COLUMN,
        whole=False,
    )
    return dict(zip(order, mask, strict=True))


def _grid(rows: list[Counts]) -> list[list[float | None]]:
    return [[row.white, row.bme, row.unknown] for row in rows]
