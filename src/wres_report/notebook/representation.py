"""Indicator 1: where Black and minority ethnic staff work, band by band."""

from __future__ import annotations

from wres_report.inputs.headcounts import STAFF_GROUPS, WorkforceTable
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.representation import disparity_ratio, share
from wres_report.measures.value import Status, Unit, Value, absent, rounded
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
    ALL,
    ALL_STAFF,
    GROUP_COLUMNS,
    Band,
    band_key,
    cluster_key,
    row_of,
    staff,
    staff_count,
    staff_share,
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
    values = _overall(data, workforce)
    _add_previous(data, values)
    national = data.national("i1", "bme_percent", "bme", Unit.PERCENT)
    if national.ok:
        values["i1.bme_percent.benchmark"] = national
    bands = {group: bands_of(data, workforce, group) for group in STAFF_GROUPS}
    for group, rows in bands.items():
        for name, band in rows.items():
            values[band_key(group, name, "bme_percent")] = band.share
    values |= _spread(data, workforce)
    values |= _disparity(data, workforce)
    overall = values["i1.bme_percent"]
    senior = _senior_share(data, workforce)
    values["i1.senior_bme_percent"] = senior
    verdict = _verdict(senior, overall)
    result = Result(data, indicator, values, verdict)
    result.words = {
        "i1.verdict": verdict.words(data.term),
        "i1.movement": movement(values.get("i1.bme_percent.change", absent(Unit.PP)), "higher"),
    }
    result.layout = {"bands": bands, "workforce": workforce}
    result.told = representation_finding(result)
    return result


def _overall(data: YearData, workforce: WorkforceTable) -> dict[str, Value]:
    values = whole_workforce(data, workforce.total())
    stand_in(data.published, values, PUBLISHED, data.year)
    _hide_published(data, values)
    for group in STAFF_GROUPS:
        row, counts = row_of(group), workforce.group(group)
        values[f"i1.{group}_bme"] = staff_count(data, row, counts, "bme")
        values[f"i1.{group}_bme_percent"] = staff_share(data, row, counts)
    return values


def _hide_published(data: YearData, values: dict[str, Value]) -> None:
    """Hide all that was published of the whole workforce where a headcount of it is small."""
    minimum = data.settings.minimum_count
    given = [key for key in PUBLISHED if key in values and values[key].published]
    small = any(is_small(values[key].value, minimum) for key in HEADCOUNTS if key in given)
    values |= {key: hide_if(values[key], small) for key in given}


def _add_previous(data: YearData, values: dict[str, Value]) -> None:
    before = data.previous
    earlier = {} if before is None else _overall(before, before.workforce)
    hidden = [
        any(key in year and year[key].status is Status.SUPPRESSED for key in PUBLISHED)
        for year in (earlier, values)
    ]
    for key in PUBLISHED:
        previous = earlier.get(key)
        if (previous is None or not previous.ok) and not hidden[0]:
            previous = data.published.of_key(key, data.year - 1)
        if key in CHANGING or (previous is not None and previous.published and key in values):
            with_previous(values, key, previous)
    if not any(hidden):
        changes_stand_in(data.published, values, PUBLISHED, data.year)


def bands_of(data: YearData, workforce: WorkforceTable, staff_group: str) -> dict[str, Band]:
    """Every single band of a staff group that is given.

    A band of which a count behind its share may not be shown has a suppressed share.
    """
    order = data.standard.medical_grades if staff_group == "medical" else data.standard.bands
    rows = {band.id: workforce.band(staff_group, band.id) for band in order}
    rows = {band: counts for band, counts in rows.items() if counts.bme is not None}
    found = {}
    for band, counts in rows.items():
        row = row_of(staff_group, band)
        value = staff_share(data, row, counts)
        found[band] = Band(counts, value.named(band_key(staff_group, band, "bme_percent")), row)
    return found


def _spread(data: YearData, workforce: WorkforceTable) -> dict[str, Value]:
    """Of all BME staff, how many work in each cluster of bands; and the cluster's own share."""
    source, total = data.source("workforce"), workforce.total()
    parts = {
        cluster_key(cluster.id): (row_of(ALL, cluster.id), workforce.cluster("all", cluster.id))
        for cluster in data.standard.clusters
    }
    parts["medical"] = (row_of("medical"), workforce.group("medical"))
    everybody = staff_count(data, ALL_STAFF, total, "bme")
    values = {}
    for name, (row, counts) in parts.items():
        people = staff_count(data, row, counts, "bme")
        hide = Status.SUPPRESSED in (people.status, everybody.status)
        spread = hide_if(share(counts.bme, total.bme, data.settings.confidence), hide)
        rows = [*data.rows("workforce", counts), *data.rows("workforce", total)]
        values[f"i1.{name}_share"] = spread.from_source(source, rows=rows)
        values[f"i1.{name}_bme"] = people
    return values


def _senior_share(data: YearData, workforce: WorkforceTable) -> Value:
    """The BME share of all non-medical staff at band 8a and above."""
    return staff_share(data, row_of(ALL, SENIOR), workforce.cluster("all", SENIOR))


def _disparity(data: YearData, workforce: WorkforceTable) -> dict[str, Value]:
    tiers = {tier.id: workforce.tier(tier.members) for tier in data.standard.tiers}
    plan = data.plan("workforce")
    values = {}
    for lower, upper in TIER_PAIRS:
        a, b = tiers[lower], tiers[upper]
        value = disparity_ratio(a.bme, b.bme, a.white, b.white)
        # The plan takes it that the tiers can be worked out of their ratio. No page prints them,
        # so two decimals and no n all the same.
        if value.ok:
            value = Value(float(rounded(value.number, 2)), value.unit)
        behind = [staff(f"tier/{t}", name) for t in (lower, upper) for name in ("white", "bme")]
        values[f"i1.disparity_{lower}_{upper}"] = hide_if(
            value, not plan.shows(*behind)
        ).from_source(
            data.source("workforce"),
            rows=[*data.rows("workforce", a), *data.rows("workforce", b)],
        )
    return values


def _verdict(senior: Value, overall: Value) -> Verdict:
    """Senior bands against the whole workforce: the question that indicator 1 asks."""
    if Status.SUPPRESSED in (senior.status, overall.status):
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
