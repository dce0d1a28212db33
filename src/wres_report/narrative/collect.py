"""Collects the variables of one report from its results, settings, tables and the standard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.value import Unit, write
from wres_report.standard import Standard
from wres_report.words import day_in_words


def collect_variables(
    trust_year: TrustYear,
    params: Params,
    standard: Standard,
    values: dict[str, dict[str, Any]],
    words: dict[str, str],
    given: Mapping[str, str],
) -> dict[str, str]:
    """Every variable of the report by its key, as it is printed.

    values: results key to the JSON of a figure. words: computed words by key. given: the figures
    that the trust gives as they stand, by key.
    """
    variables = {key: value["display"] for key, value in values.items()}
    variables |= words
    variables |= {
        "trust.name": params.name,
        "trust.code": trust_year.code,
        "report.year": str(trust_year.year),
        "report.snapshot": trust_year.snapshot,
        "report.action_year": params.action_year,
        "report.published": params.published,
        "report.state": params.state,
        "report.as_at": day_in_words(params.as_at),
        "report.confidence": f"{100 * params.confidence:g}%",
        "report.survey": f"{trust_year.survey_year} NHS Staff Survey",
        "term.short": params.term,
        "term.long": params.term_in_full,
        "term.meaning": params.term_meaning,
        "national.year": str(params.national_year),
    }
    variables |= dict(_national(standard, params.national_year))
    return variables | dict(given)


def _national(standard: Standard, year: int) -> Iterable[tuple[str, str]]:
    for indicator in standard.indicators:
        for of in indicator.national:
            figure = standard.national(indicator.id, of.measure, of.group, year)
            if figure is not None:
                yield f"national.{indicator.id}.{of.name}", write(figure.value, Unit(figure.unit))
