"""Where the group under study works, band by band."""

from __future__ import annotations

from dataclasses import replace

from wres_report.indicators.hiding import (
    ALL,
    ALL_STAFF,
    Band,
    row_of,
    staff,
    staff_count,
    staff_share,
    whole_workforce,
)
from wres_report.indicators.published import changes_stand_in, stand_in
from wres_report.indicators.representation.names import TIER_PAIRS, band_key, cluster_key, disparity
from wres_report.indicators.representation.words import representation_finding
from wres_report.indicators.result import Result, with_previous
from wres_report.indicators.year import YearData
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
from wres_report.standard import Indicator


def _headcounts(data: YearData) -> list[str]:
    return [f"workforce.{group}" for group in data.standard.groups.columns]


def _published(data: YearData, indicator: Indicator) -> list[str]:
    names = data.standard.groups.names
    return [*_headcounts(data), *(indicator.key(f"{group}_percent") for group in names)]


def _changing(data: YearData, indicator: Indicator) -> list[str]:
    """Whose change on last year every report tells; of the others it is told where published."""
    pair = data.standard.groups.pair
    counts = [f"workforce.{group}" for group in (*pair, "total")]
    return [*counts, indicator.key(f"{pair[1]}_percent")]


def measure_representation(data: YearData, workforce: WorkforceTable) -> Result:
    """Measure representation from the workforce table.

    The result has the headcounts, the overall share of the group under study with last year's and
    the national one, its share of every band that is given, its spread over clusters of bands,
    and the disparity ratios between tiers of bands.
    """
    (indicator,), groups = data.standard.of_kind("representation"), data.standard.groups
    share = indicator.key(f"{groups.study}_percent")
    values = _overall(data, indicator, workforce)
    _add_previous(data, indicator, values)
    for of in indicator.national:
        national = data.national(indicator.id, of.measure, of.group, Unit.PERCENT)
        if national.ok and of.own:
            values[indicator.key(f"{of.own}.benchmark")] = national
    bands = {group: bands_of(data, indicator, workforce, group) for group in STAFF_GROUPS}
    for group, rows in bands.items():
        for name, band in rows.items():
            values[band_key(indicator, group, name, f"{groups.study}_percent")] = band.share
    values |= _spread(data, indicator, workforce)
    values |= _disparity(data, indicator, workforce)
    overall = values[share]
    senior = _senior_share(data, workforce)
    values[indicator.key(f"senior_{groups.study}_percent")] = senior
    verdict = _verdict(indicator, senior, overall)
    result = Result(data, indicator, values, verdict)
    result.words = {
        indicator.key("verdict"): verdict.words(data.term),
        indicator.key("movement"): movement(
            values.get(f"{share}.change", absent(Unit.PP)), "higher"
        ),
    }
    result.layout = {"bands": bands, "workforce": workforce}
    result.told = representation_finding(result)
    return result


def _overall(data: YearData, indicator: Indicator, workforce: WorkforceTable) -> dict[str, Value]:
    study = data.standard.groups.study
    values = whole_workforce(data, workforce.total())
    stand_in(data.published, values, _published(data, indicator), data.year)
    _hide_published(data, indicator, values)
    for group in STAFF_GROUPS:
        row, counts = row_of(group), workforce.group(group)
        values[indicator.key(f"{group}_{study}")] = staff_count(data, row, counts, study)
        values[indicator.key(f"{group}_{study}_percent")] = staff_share(data, row, counts)
    return values


def _hide_published(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    """Hide all that was published of the whole workforce where a headcount of it is small."""
    minimum = data.settings.minimum_count
    published = _published(data, indicator)
    given = [key for key in published if key in values and values[key].published]
    small = any(is_small(values[key].value, minimum) for key in _headcounts(data) if key in given)
    values |= {key: hide_if(values[key], small) for key in given}


def _add_previous(data: YearData, indicator: Indicator, values: dict[str, Value]) -> None:
    before, keys = data.previous, _published(data, indicator)
    changing = _changing(data, indicator)
    earlier = {} if before is None else _overall(before, indicator, before.workforce)
    hidden = [
        any(key in year and year[key].status is Status.SUPPRESSED for key in keys)
        for year in (earlier, values)
    ]
    for key in keys:
        previous = earlier.get(key)
        if (previous is None or not previous.ok) and not hidden[0]:
            previous = data.published.of_key(key, data.year - 1)
        if key in changing or (previous is not None and previous.published and key in values):
            with_previous(values, key, previous)
    if not any(hidden):
        changes_stand_in(data.published, values, keys, data.year)


def bands_of(
    data: YearData, indicator: Indicator, workforce: WorkforceTable, staff_group: str
) -> dict[str, Band]:
    """Every single band of a staff group that is given.

    A band of which a count behind its share may not be shown has a suppressed share.
    """
    order = data.standard.medical_grades if staff_group == "medical" else data.standard.bands
    rows = {band.id: workforce.band(staff_group, band.id) for band in order}
    rows = {band: counts for band, counts in rows.items() if counts.study is not None}
    figure = f"{data.standard.groups.study}_percent"
    found = {}
    for band, counts in rows.items():
        row = row_of(staff_group, band)
        value = staff_share(data, row, counts)
        found[band] = Band(counts, value.named(band_key(indicator, staff_group, band, figure)), row)
    return found


def _spread(data: YearData, indicator: Indicator, workforce: WorkforceTable) -> dict[str, Value]:
    """Of all staff of the group, how many work in each cluster of bands; and their number."""
    study = data.standard.groups.study
    source, total = data.source("workforce"), workforce.total()
    parts = {
        cluster_key(cluster.id): (row_of(ALL, cluster.id), workforce.cluster("all", cluster.id))
        for cluster in data.standard.clusters
    }
    parts["medical"] = (row_of("medical"), workforce.group("medical"))
    everybody = staff_count(data, ALL_STAFF, total, study)
    values = {}
    for name, (row, counts) in parts.items():
        people = staff_count(data, row, counts, study)
        hide = Status.SUPPRESSED in (people.status, everybody.status)
        spread = hide_if(share(counts.study, total.study, data.settings.confidence), hide)
        rows = [*data.rows("workforce", counts), *data.rows("workforce", total)]
        values[indicator.key(f"{name}_share")] = spread.from_source(source, rows=rows)
        values[indicator.key(f"{name}_{study}")] = people
    return values


def _senior_share(data: YearData, workforce: WorkforceTable) -> Value:
    """The group's share of all non-medical staff in the senior bands."""
    senior = data.standard.senior
    return staff_share(data, row_of(ALL, senior), workforce.cluster("all", senior))


def _disparity(data: YearData, indicator: Indicator, workforce: WorkforceTable) -> dict[str, Value]:
    tiers = {tier.id: workforce.tier(tier.members) for tier in data.standard.tiers}
    plan = data.plan("workforce")
    values = {}
    for lower, upper in TIER_PAIRS if tiers else ():
        a, b = tiers[lower], tiers[upper]
        value = disparity_ratio(a.study, b.study, a.comparator, b.comparator)
        # The plan takes it that the tiers can be worked out of their ratio. No page prints them,
        # so two decimals and no n all the same.
        if value.ok:
            value = Value(float(rounded(value.number, 2)), value.unit)
        behind = [
            staff(f"tier/{t}", name) for t in (lower, upper) for name in data.standard.groups.pair
        ]
        values[indicator.key(disparity(lower, upper))] = hide_if(
            value, not plan.shows(*behind)
        ).from_source(
            data.source("workforce"),
            rows=[*data.rows("workforce", a), *data.rows("workforce", b)],
        )
    return values


def _verdict(indicator: Indicator, senior: Value, overall: Value) -> Verdict:
    """Senior bands against the whole workforce: the question that the indicator asks."""
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
    verdict = FEWER_SENIOR if senior.number < overall.number else MORE_SENIOR
    return replace(verdict, senior=indicator.words["senior"])
