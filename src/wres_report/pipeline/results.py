"""The figures of a report as ``results.json`` holds them, and the variables made from them."""

from __future__ import annotations

from typing import Any

from wres_report.inputs.given.tables import printed
from wres_report.inputs.places import file_of
from wres_report.measures.codec import value_as_json
from wres_report.measures.value import count
from wres_report.narrative.collect import collect_variables
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.standing import plan_counts
from wres_report.standard import HOME

PLAN_TABLES = {False: "actions", True: "progress"}


def values_of(report: ReportContext) -> dict[str, dict[str, Any]]:
    """Every figure of the report by its contract key."""
    values: dict[str, dict[str, Any]] = {}
    for handover in report.handovers.values():
        values |= handover.values
    for key, number in plan_counts(report).items():
        last = key.startswith("plan.last_")
        value = count(number).from_source(report.place(PLAN_TABLES[last]))
        values[key] = value_as_json(value)
    return dict(sorted(values.items()))


def of_tables(report: ReportContext) -> dict[str, dict[str, Any]]:
    """The figures that stand in a table alone, by key; they are no variables."""
    found: dict[str, dict[str, Any]] = {}
    for handover in report.handovers.values():
        found |= handover.of_tables
    return dict(sorted(found.items()))


def variables_of(report: ReportContext, values: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Every variable of the report by its contract key, as it is printed."""
    return collect_variables(
        report.trust_year,
        report.params,
        report.standard,
        values,
        _words(report),
        printed(report.tables, report.standard),
    )


def results_json(report: ReportContext, values: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The content of ``results.json``."""
    return {
        **report.trust_year.in_results(),
        "report": _about(report),
        "values": _with_files(values),
        "of_tables": _with_files(of_tables(report)),
        "words": _words(report),
        "verdicts": {name: h.verdict for name, h in report.handovers.items()},
        "findings": {name: h.finding for name, h in report.handovers.items()},
    }


def _with_files(values: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The figures, each with the files that it comes from rather than with their sheets."""
    return {
        key: entry | {"source": list(dict.fromkeys(map(file_of, entry["source"])))}
        for key, entry in values.items()
    }


def _words(report: ReportContext) -> dict[str, str]:
    words: dict[str, str] = {}
    for handover in report.handovers.values():
        words |= handover.words
    return words


def _about(report: ReportContext) -> dict[str, Any]:
    """What a list of reports says of this one."""
    params = report.params
    return {
        "name": params.name,
        "kind": params.kind,
        "title": f"{report.title}. {report.subtitle}",
        "term": params.term,
        "action_year": params.action_year,
        "state": params.state,
        "published": params.published,
        "synthetic": params.synthetic,
        "snapshot": report.trust_year.snapshot,
        **({} if report.standard.id == HOME else {"standard": report.standard.short}),
    }
