"""The national figures that stand beside a trust's own."""

from __future__ import annotations

from wres_report.fragments.appendices import CERTAINTY
from wres_report.fragments.context import ReportContext
from wres_report.measures.value import Unit, write
from wres_report.narrative.collect import NATIONAL_MEASURES
from wres_report.provenance.definitions import defined
from wres_report.provenance.model import Origin
from wres_report.provenance.titles import title_of
from wres_report.standard import Benchmark

# The trust's figure to the national one that it is set beside, where the names differ.
OTHER_NAMES = {"voting_bme_percent": "board_bme_percent"}


def england(report: ReportContext, indicator: str, name: str) -> Benchmark | None:
    """The national figure of a variable ``national.<indicator>.<name>``."""
    for measure, group, own_name in NATIONAL_MEASURES.get(indicator, ()):
        if own_name == name:
            year = report.params.national_year
            return report.standard.national(indicator, measure, group, year)
    return None


def benchmark_of(report: ReportContext, key: str) -> Benchmark | None:
    """The national figure behind a key such as ``i2.ratio.benchmark``; None for other keys."""
    indicator, _, rest = key.partition(".")
    name, _, suffix = rest.partition(".")
    if suffix != "benchmark":
        return None
    return england(report, indicator, OTHER_NAMES.get(name, name))


def in_words(figure: Benchmark) -> str:
    unsure = f", {CERTAINTY[figure.certainty]}" if figure.certainty != "confirmed" else ""
    return f"England, WRES {figure.wres_year}{unsure}"


def national(report: ReportContext, key: str) -> Origin | None:
    """The origin of ``national.<indicator>.<name>``."""
    indicator, _, name = key.removeprefix("national.").partition(".")
    found = england(report, indicator, name)
    if found is None:
        return None
    title = title_of(key, report.standard, report.term, report.params.unknown_label)
    shown = write(found.value, Unit(found.unit))
    origin = Origin(key, title, shown, made=in_words(found), citation=found.source)
    return defined(report, origin, indicator)
