"""Indicator 1: where Black and minority ethnic staff work, band by band."""

from __future__ import annotations

from wres_report.inputs.headcounts import STAFF_GROUPS, WorkforceTable
from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.representation import disparity_ratio, share
from wres_report.measures.value import Status, Unit, Value, absent, count, rounded
from wres_report.measures.verdicts import (
    BANDS_NOT_SUPPLIED,
    FEWER_SENIOR,
    MORE_SENIOR,
    NO_CLEAR_DIFFERENCE,
    NOT_CALCULABLE,
    NOT_SUPPLIED,
    SUPPRESSED,
    Verdict,
    movement,
)
from wres_report.notebook.data import YearData
from wres_report.notebook.hiding import (
    BME_COLUMN,
    GROUP_COLUMNS,
    Band,
    HiddenParts,
    band_key,
    cluster_key,
    hidden_cells,
    hidden_parts,
    whole_workforce,
)
from wres_report.notebook.published import changes_stand_in, stand_in
from wres_report.notebook.representation_words import representation_finding
from wres_report.notebook.result import Result, with_previous

TIER_PAIRS = (("lower", "middle"), ("middle", "upper"), ("lower", "upper"))
SENIOR = "8a-vsm"
HEADCOUNTS = tuple(f"workforce.{group}" for group in GROUP_COLUMNS)
PUBLISHED = (*HEADCOUNTS, *(f"i1.{group}_percent" for group in ("white", "bme", "unknown")))
# Whose change on last year every report tells; of the others it is told where it was published.
CHANGING = ("workforce.white", "workforce.bme", "workforce.total", "i1.bme_percent")


def measure_representation(data: YearData, workforce: WorkforceTable) -> Result:
    """Measure indicator 1 from the workforce table.

    The result has the headcounts, the overall BME share with last year's and the national one,
    the BME share of every band that is given, the spread of BME staff over clusters of bands,
    and the race disparity ratios.
    """
    indicator = data.indicator("i1")
    hidden = hidden_parts(data, workforce)
    values = _overall(data, workforce, hidden)
    _add_previous(data, values)
    national = data.national("i1", "bme_percent", "bme", Unit.PERCENT)
    if national.ok:
        values["i1.bme_percent.benchmark"] = national
    bands = {group: bands_of(data, workforce, group) for group in STAFF_GROUPS}
    for group, rows in bands.items():
        for name, band in rows.items():
            values[band_key(group, name, "bme_percent")] = band.share
    values |= _spread(data, workforce, hidden)
    values |= _disparity(data, workforce)
    overall = values["i1.bme_percent"]
    senior = _senior_share(data, workforce, hidden)
    values["i1.senior_bme_percent"] = senior
    verdict = _verdict(senior, overall)
    result = Result(data, indicator, values, verdict)
    result.words = {
        "i1.verdict": verdict.words(data.term),
        "i1.movement": movement(values.get("i1.bme_percent.change", absent(Unit.PP)), "higher"),
    }
    result.layout = {"bands": bands, "workforce": workforce, "hidden": hidden}
    result.told = representation_finding(result)
    return result


def _overall(data: YearData, workforce: WorkforceTable, hidden: HiddenParts) -> dict[str, Value]:
    source = data.source("workforce")
    values = whole_workforce(data, workforce.total())
    stand_in(data.published, values, PUBLISHED, data.year)
    for key in HEADCOUNTS:
        if values[key].published:
            small = is_small(values[key].value, data.settings.minimum_count)
            values[key] = hide_if(values[key], small)
    for group in STAFF_GROUPS:
        counts = workforce.group(group)
        percent = share(counts.bme, counts.total, data.settings.confidence)
        people = hide_if(count(counts.bme), hidden[group][BME_COLUMN])
        percent = hide_if(percent, hidden[group][BME_COLUMN])
        own = data.rows("workforce", counts)
        values[f"i1.{group}_bme"] = people.from_source(source, rows=own)
        values[f"i1.{group}_bme_percent"] = percent.from_source(source, rows=own)
    return values


def _add_previous(data: YearData, values: dict[str, Value]) -> None:
    before = data.previous
    earlier = {}
    if before is not None:
        earlier = _overall(before, before.workforce, hidden_parts(before, before.workforce))
    for key in PUBLISHED:
        previous = earlier.get(key)
        if previous is None or not previous.ok:
            previous = data.published.of_key(key, data.year - 1)
        if key in CHANGING or (previous is not None and previous.published and key in values):
            with_previous(values, key, previous)
    changes_stand_in(data.published, values, PUBLISHED, data.year)


def bands_of(data: YearData, workforce: WorkforceTable, staff_group: str) -> dict[str, Band]:
    """Every single band of a staff group that is given.

    A band whose counts may not be shown has a suppressed share.
    """
    order = data.standard.medical_grades if staff_group == "medical" else data.standard.bands
    rows = {band.id: workforce.band(staff_group, band.id) for band in order}
    rows = {band: counts for band, counts in rows.items() if counts.bme is not None}
    mask = hidden_cells(data, rows)
    source = data.source("workforce")
    confidence = data.settings.confidence
    found = {}
    for (band, counts), hidden in zip(rows.items(), mask, strict=True):
        value = hide_if(share(counts.bme, counts.total, confidence), hidden[BME_COLUMN])
        value = value.from_source(source, rows=data.rows("workforce", counts))
        found[band] = Band(counts, value.named(band_key(staff_group, band, "bme_percent")), hidden)
    return found


def _spread(data: YearData, workforce: WorkforceTable, hidden: HiddenParts) -> dict[str, Value]:
    """Of all BME staff, how many work in each cluster of bands; and the cluster's own share."""
    source, total = data.source("workforce"), workforce.total()
    parts = {
        cluster_key(cluster.id): workforce.cluster("all", cluster.id)
        for cluster in data.standard.clusters
    }
    parts["medical"] = workforce.group("medical")
    values = {}
    for name, counts in parts.items():
        spread = share(counts.bme, total.bme, data.settings.confidence)
        hide = hidden[name][BME_COLUMN]
        own, all_rows = data.rows("workforce", counts), data.rows("workforce", total)
        spread = hide_if(spread, hide).from_source(source, rows=[*own, *all_rows])
        values[f"i1.{name}_share"] = spread
        values[f"i1.{name}_bme"] = hide_if(count(counts.bme), hide).from_source(source, rows=own)
    return values


def _senior_share(data: YearData, workforce: WorkforceTable, hidden: HiddenParts) -> Value:
    """The BME share of all non-medical staff at band 8a and above."""
    senior = workforce.cluster("all", SENIOR)
    value = share(senior.bme, senior.total, data.settings.confidence)
    hide = hidden[cluster_key(SENIOR)][BME_COLUMN]
    rows = data.rows("workforce", senior)
    return hide_if(value, hide).from_source(data.source("workforce"), rows=rows)


def _disparity(data: YearData, workforce: WorkforceTable) -> dict[str, Value]:
    tiers = {tier.id: _tier(workforce, tier.members) for tier in data.standard.tiers}
    values = {}
    for lower, upper in TIER_PAIRS:
        a, b = tiers[lower], tiers[upper]
        value = disparity_ratio(a.bme, b.bme, a.white, b.white)
        # Two decimals and no n: with more, the tiers could be worked out, and from them a band.
        if value.ok:
            value = Value(float(rounded(value.number, 2)), value.unit)
        small = any(is_small(n, data.settings.minimum_count) for n in (a.bme, b.bme))
        values[f"i1.disparity_{lower}_{upper}"] = hide_if(value, small).from_source(
            data.source("workforce"),
            rows=[*data.rows("workforce", a), *data.rows("workforce", b)],
        )
    return values


def _tier(workforce: WorkforceTable, members: tuple[str, ...]) -> Counts:
    if not (workforce.has_bands("clinical") and workforce.has_bands("non_clinical")):
        return Counts()
    found = workforce.sum_of("all", members)
    return found if found.rows else Counts(0, 0, 0)


def _verdict(senior: Value, overall: Value) -> Verdict:
    """Senior bands against the whole workforce: the question that indicator 1 asks."""
    if senior.status is Status.SUPPRESSED:
        return SUPPRESSED
    if senior.status is Status.NOT_CALCULABLE:
        return NOT_CALCULABLE
    if overall.ok and not senior.ok:
        return BANDS_NOT_SUPPLIED
    if not (senior.ok and overall.ok) or senior.low is None or senior.high is None:
        return NOT_SUPPLIED
    if senior.low <= overall.number <= senior.high:
        return NO_CLEAR_DIFFERENCE
    return FEWER_SENIOR if senior.number < overall.number else MORE_SENIOR
