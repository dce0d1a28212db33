"""The lists beside the search: a report's region and benchmark group, its year and its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from wres_report.index.report import Report
from wres_report.inputs.trusts import Organisation
from wres_report.words import capitalised

NONE = "not known"
LEAST = 2  # values that make a choice
Register = Mapping[str, Organisation]


@dataclass(frozen=True)
class Filter:
    """name: of the list. label: what stands above it. values: of the reports, in order."""

    name: str
    label: str
    values: tuple[str, ...]
    of: Callable[[Report], str]


def filters_of(reports: Sequence[Report], register: Register) -> list[Filter]:
    """The lists that part the reports; one that has a single value for all is left out.

    register: what is known of the trusts by their codes; without it there is no region or group.
    """

    def known(code: str, column: str) -> str:
        trust = register.get(code)
        return str(getattr(trust, column)) if trust else ""

    found = []
    for name, label, of in (
        ("region", "Region", lambda r: known(r.code, "region")),
        ("group", "Benchmark group", lambda r: known(r.code, "benchmark_group")),
        ("year", "Year", lambda r: str(r.year)),
        ("state", "State", lambda r: r.state),
    ):
        values = {of(report) for report in reports}
        if len(values) >= LEAST:
            ordered = sorted(values - {""}, reverse=name == "year")
            found.append(Filter(name, label, (*ordered, *({""} & values)), of))
    return found


def lists(filters: Sequence[Filter]) -> str:
    """The lists as HTML, each with its label."""
    return "".join(
        f'<p class="choose"><label for="{f.name}">{f.label}</label>'
        f'<select id="{f.name}"><option value="">All</option>{_options(f)}</select></p>'
        for f in filters
    )


def _options(one: Filter) -> str:
    return "".join(
        f'<option value="{place}">{escape(capitalised(value or NONE))}</option>'
        for place, value in enumerate(one.values)
    )


def picked(report: Report, filters: Sequence[Filter]) -> str:
    """The places of a report's values in the lists, in their order: ``0 3 1``."""
    return " ".join(str(f.values.index(f.of(report))) for f in filters)
