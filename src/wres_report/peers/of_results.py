"""The figures of a workspace's finished reports, from their ``results.json``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.finished.files import RESULTS, folder_of, places
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.inputs.tables import SURVEY, WORKFORCE
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import Organisation
from wres_report.peers.figure import Figure
from wres_report.standard import Standard, load_standard, read_key
from wres_report.standard.key import DIFFERENCE, GAP, PERCENT, RATIO, SCORE

PARTS = (
    "", "non_clinical", "clinical", "medical", "cluster_1_4", "cluster_5_7", "cluster_8a_vsm",
    "total", "executive", "voting",
)  # fmt: skip
AS_PRINTED = "as printed"


def of_results(
    out: Path, organisations: Mapping[str, Organisation], year: int | None = None,
    standard: Standard | None = None,
) -> Iterator[Figure]:  # fmt: skip
    """The figures of every finished report of the outputs folder, or of those of one year.

    standard: whose reports are taken; without one, those of trust-years which name none.
    Only what the reports publish: what one suppresses is suppressed here. Raises an
    input fault for results that cannot be read.
    """
    known = standard or load_standard()
    for trust_year in places(out):
        if trust_year.standard == known.id and year in (None, trust_year.year):
            yield from _of_report(out, trust_year, organisations, known)


def _of_report(
    out: Path, trust_year: TrustYear, organisations: Mapping[str, Organisation],
    standard: Standard,
) -> Iterator[Figure]:  # fmt: skip
    place = f"{out.name}/{trust_year}/{RESULTS}"
    try:
        results = read_json(folder_of(out, trust_year), RESULTS)
        about, values, tables = results["report"], results["values"], results["of_tables"]
        name, synthetic = str(about["name"]), about.get("synthetic") is True
    except (NotWholeError, KeyError, TypeError, AttributeError):
        raise input_fault(
            "The results of this report cannot be read.", place,
            f"Build it again: wres build {trust_year}",
        ) from None  # fmt: skip
    known = organisations.get(trust_year.code, Organisation(trust_year.code))
    yield from figures_of(
        {**values, **tables}, trust_year, replace(known, name=name), place, synthetic=synthetic,
        standard=standard,
    )  # fmt: skip


def figures_of(
    entries: Mapping[str, Mapping[str, Any]], trust_year: TrustYear, known: Organisation,
    source: str, *, synthetic: bool, standard: Standard | None = None,
) -> Iterator[Figure]:  # fmt: skip
    """The figures of one report. entries: as ``results.json`` holds them, by key.

    known: what is known of the trust, its name among it. standard: that of the report; without
    one, that of a trust-year which names none.
    """
    of = standard or load_standard()
    for key, entry in entries.items():
        meaning = _meaning(of, key)
        if meaning is None:
            continue
        indicator, part, group, measure = meaning
        basis, weighting = _basis(of, indicator, trust_year.year)
        yield Figure(
            trust_year.code, known.name, trust_year.year, indicator, part, group, measure,
            entry["value"], entry["unit"], entry["low"], entry["high"], entry["n"],
            entry["numerator"], entry["status"], basis, weighting, known.benchmark_group,
            known.region, known.icb, synthetic, True, entry["note"], source,
        )  # fmt: skip


@cache
def _meaning(standard: Standard, key: str) -> tuple[str, str, str, str] | None:
    """Indicator, part, group and measure of a results key; None for one that is not taken.

    Last year's figures and the benchmarks of a report are other reports' and other sources'.
    """
    groups = standard.groups
    read, indicator = read_key(key), standard.of_key(key)
    if read.stem == WORKFORCE and read.figure in groups.columns and read == read.plain:
        return read.stem, "", read.figure, "count"
    if indicator is None or read != read.plain:
        return None
    parts = standard.parts_of_key(key)
    if parts.of not in PARTS:
        return None
    if parts.measure in (RATIO, GAP, DIFFERENCE):
        return indicator.id, parts.of, "both", parts.measure
    if parts.group in groups.pair and parts.measure in (PERCENT, SCORE):
        return indicator.id, parts.of, parts.group, parts.measure
    return None


@cache
def _basis(standard: Standard, indicator: str, year: int) -> tuple[str, str]:
    """The basis of an indicator in a year, and how its figures are weighted."""
    if indicator == WORKFORCE:
        return "", ""
    found: Any = standard.indicator(indicator)
    return found.version(year).basis, AS_PRINTED if SURVEY in found.tables else ""
