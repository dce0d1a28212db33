"""The figures of a workspace's finished reports, from their ``results.json``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.finished.files import RESULTS, folder_of, places
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import Organisation
from wres_report.peers.figure import Figure
from wres_report.standard import HOME, Standard, load_standard

PARTS = (
    "non_clinical", "clinical", "medical", "cluster_1_4", "cluster_5_7", "cluster_8a_vsm",
    "total", "executive", "voting",
)  # fmt: skip
TAIL = re.compile(
    rf"^(?:(?P<part>{'|'.join(PARTS)})_)?(?:(?P<group>[a-z]+)_percent|(?P<both>ratio|gap|difference))$"
)
SURVEY = "survey"
AS_PRINTED = "as printed"


def of_results(
    out: Path, organisations: Mapping[str, Organisation], year: int | None = None
) -> Iterator[Figure]:
    """The figures of every finished report of the outputs folder, or of those of one WRES year.

    Only what the reports publish: what one suppresses is suppressed here. Reports of other
    standards than the WRES are left out. Raises an input fault for results that cannot be read.
    """
    for trust_year in places(out):
        if trust_year.standard == HOME and year in (None, trust_year.year):
            yield from _of_report(out, trust_year, organisations)


def _of_report(
    out: Path, trust_year: TrustYear, organisations: Mapping[str, Organisation]
) -> Iterator[Figure]:
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
        {**values, **tables}, trust_year, replace(known, name=name), place, synthetic=synthetic
    )  # fmt: skip


def figures_of(
    entries: Mapping[str, Mapping[str, Any]], trust_year: TrustYear, known: Organisation,
    source: str, *, synthetic: bool,
) -> Iterator[Figure]:  # fmt: skip
    """The figures of one report. entries: as ``results.json`` holds them, by key.

    known: what is known of the trust, its name among it.
    """
    standard = load_standard()
    for key, entry in entries.items():
        meaning = _meaning(key)
        if meaning is None:
            continue
        indicator, part, group, measure = meaning
        basis, weighting = _basis(standard, indicator, trust_year.year)
        yield Figure(
            trust_year.code, known.name, trust_year.year, indicator, part, group, measure,
            entry["value"], entry["unit"], entry["low"], entry["high"], entry["n"],
            entry["numerator"], entry["status"], basis, weighting, known.benchmark_group,
            known.region, known.icb, synthetic, True, entry["note"], source,
        )  # fmt: skip


@cache
def _meaning(key: str) -> tuple[str, str, str, str] | None:
    """Indicator, part, group and measure of a results key; None for one that is not taken.

    Last year's figures and the benchmarks of a report are other reports' and other sources'.
    """
    stem, _, tail = key.partition(".")
    groups = load_standard().groups
    if stem == "workforce" and tail in groups.columns:
        return stem, "", tail, "count"
    match = TAIL.match(tail)
    if match is None or stem not in {i.id for i in load_standard().indicators}:
        return None
    part = match["part"] or ""
    if match["both"]:
        return stem, part, "both", match["both"]
    return (stem, part, match["group"], "percent") if match["group"] in groups.pair else None


@cache
def _basis(standard: Standard, indicator: str, year: int) -> tuple[str, str]:
    """The basis of an indicator in a year, and how its figures are weighted."""
    if indicator == "workforce":
        return "", ""
    found: Any = standard.indicator(indicator)
    return found.version(year).basis, AS_PRINTED if found.measure == SURVEY else ""
