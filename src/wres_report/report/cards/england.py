"""The national figures that stand beside a trust's own."""

from __future__ import annotations

from dataclasses import replace

from wres_report.measures.value import Unit, write
from wres_report.report.cards.definitions import defined
from wres_report.report.cards.model import Origin
from wres_report.report.cards.titles import title_of
from wres_report.report.parts.appendices import CERTAINTY
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Benchmark, read_key


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
    read, indicator = read_key(key), report.standard.of_key(key)
    if indicator is None or read != replace(read.plain, benchmark=True):
        return None
    for of in indicator.national:
        if of.own and indicator.key(of.own) == str(read.plain):
            return england(report, indicator.id, of.name)
    return None


def in_words(report: ReportContext, figure: Benchmark) -> str:
    unsure = f", {CERTAINTY[figure.certainty]}" if figure.certainty != "confirmed" else ""
    return f"England, {report.standard.short} {figure.wres_year}{unsure}"


def national(report: ReportContext, key: str) -> Origin | None:
    """The origin of ``national.<indicator>.<name>``."""
    of = read_key(read_key(key).figure)
    found = england(report, of.stem, of.figure)
    if found is None:
        return None
    title = title_of(key, report.standard, report.term, report.params.unknown_label)
    shown = write(found.value, Unit(found.unit))
    origin = Origin(key, title, shown, made=in_words(report, found), citation=found.source)
    return defined(report, origin, of.stem)
