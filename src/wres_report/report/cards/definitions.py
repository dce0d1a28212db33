"""The standard's definition of a figure, as it stood in the year of the report."""

from __future__ import annotations

from dataclasses import replace

from wres_report.report.cards.model import Origin
from wres_report.report.parts.appendices import CERTAINTY
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Indicator
from wres_report.words import capitalised


def defined(report: ReportContext, origin: Origin, indicator_id: str) -> Origin:
    """The origin with the definition of its indicator in the report's year."""
    indicator: Indicator = report.standard.indicator(indicator_id)
    version = indicator.version(report.trust_year.year)
    return replace(
        origin,
        definition=f"{capitalised(report.standard.noun)} {indicator.label}. {version.definition} "
        f"Source: {version.source} ({CERTAINTY[version.certainty]}).",
        numerator=version.numerator,
        denominator=version.denominator,
    )
