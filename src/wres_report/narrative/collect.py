"""Collects the variables of one report from its results, settings, facts and the standard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.value import Unit, write
from wres_report.standard import Standard
from wres_report.words import day_in_words, slug


def collect_variables(
    trust_year: TrustYear,
    params: Params,
    standard: Standard,
    values: dict[str, dict[str, Any]],
    words: dict[str, str],
    facts: pd.DataFrame | None,
    locality: pd.DataFrame | None,
) -> dict[str, str]:
    """Every variable of the report by its key, as it is printed.

    values: results key to the JSON of a figure. words: computed words by key. facts: columns
    key, display. locality: columns area, population, and the group's share.
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
    if facts is not None:
        variables |= {
            f"facts.{row.key}": row.display for row in facts.itertuples(index=False) if row.key
        }
    if locality is not None:
        variables |= dict(_locality(locality, f"{standard.groups.study}_percent"))
    return variables


def _national(standard: Standard, year: int) -> Iterable[tuple[str, str]]:
    for indicator in standard.indicators:
        for of in indicator.national:
            figure = standard.national(indicator.id, of.measure, of.group, year)
            if figure is not None:
                yield f"national.{indicator.id}.{of.name}", write(figure.value, Unit(figure.unit))


def _locality(locality: pd.DataFrame, share: str) -> Iterable[tuple[str, str]]:
    for row in locality.itertuples(index=False):
        name = f"locality.{slug(row.area)}"
        if row.population == row.population:  # not NaN
            yield f"{name}.population", write(row.population, Unit.COUNT)
        percent = getattr(row, share)
        if percent == percent:
            yield f"{name}.{share}", write(percent, Unit.PERCENT)
