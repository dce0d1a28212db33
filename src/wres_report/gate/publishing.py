"""What of a trust-year's figures the gate's findings may tell beside the report."""

from __future__ import annotations

from collections.abc import Mapping

from wres_report.gate.results import DEFAULT_MINIMUM_COUNT, Limits
from wres_report.gate.years import YearTables
from wres_report.inputs.minimums import USUAL_RESPONSES, minimum_count_published
from wres_report.inputs.params import Params
from wres_report.inputs.tables import counted_tables
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace


def limits_of(
    workspace: Workspace,
    trust_year: TrustYear,
    years: Mapping[TrustYear, YearTables],
    params: Params | None,
) -> Limits:
    """The limits of a trust-year's findings, which speak of its own tables and of last year's."""
    count, responses = DEFAULT_MINIMUM_COUNT, USUAL_RESPONSES
    if params is not None:
        rules = params.disclosure
        count, responses = (
            (rules.minimum_count, rules.minimum_responses) if rules.enabled else (1, 1)
        )
    before = years.get(trust_year.previous)
    # Last year's report keeps its secrets, whatever this year's settings are.
    earlier = minimum_count_published(workspace, trust_year.previous) or 1
    hides = _has_small(years[trust_year], count) or (
        before is not None and _has_small(before, max(count, earlier))
    )
    return Limits(count, responses, hides)


def _has_small(year: YearTables, minimum: int) -> bool:
    texts = (
        text.strip()
        for name in counted_tables(year.standard) if name in year.tables
        for group in year.standard.groups.names
        for text in year.tables[name].texts[group]
    )  # fmt: skip
    return any(text.isdecimal() and 0 < int(text) < minimum for text in texts)
