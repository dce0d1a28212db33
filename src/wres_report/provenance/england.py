"""The national figures that stand beside a trust's own."""

from __future__ import annotations

from wres_report.fragments.appendices import CERTAINTY
from wres_report.fragments.context import ReportContext
from wres_report.measures.value import Unit, write
from wres_report.provenance.definitions import defined
from wres_report.provenance.model import Origin
from wres_report.provenance.titles import title_of
from wres_report.standard import Benchmark


def england(report: ReportContext, indicator: str, name: str) -> Benchmark | None:
    """The national figure of a variable ``national.<indicator>.<name>``."""
    for known in report.standard.indicators:
        for of in known.national if known.id == indicator else ():
            if of.name == name:
                year = report.params.national_year
                return report.standard.national(indicator, of.measure, of.group, year)
    return None


def benchmark_of(report: ReportContext, key: str) -> Benchmark | None:
    """The national figure behind a key such as ``i2.ratio.benchmark``; None for other keys."""
    own, _, suffix = key.rpartition(".")
    indicator = report.standard.of_key(key)
    if suffix != "benchmark" or indicator is None:
        return None
    for of in indicator.national:
        if of.own and indicator.key(of.own) == own:
            return england(report, indicator.id, of.name)
    return None


def in_words(report: ReportContext, figure: Benchmark) -> str:
    unsure = f", {CERTAINTY[figure.certainty]}" if figure.certainty != "confirmed" else ""
    return f"England, {report.standard.short} {figure.wres_year}{unsure}"


def national(report: ReportContext, key: str) -> Origin | None:
    """The origin of ``national.<indicator>.<name>``."""
    indicator, _, name = key.removeprefix("national.").partition(".")
    found = england(report, indicator, name)
    if found is None:
        return None
    title = title_of(key, report.standard, report.term, report.params.unknown_label)
    shown = write(found.value, Unit(found.unit))
    origin = Origin(key, title, shown, made=in_words(report, found), citation=found.source)
    return defined(report, origin, indicator)
