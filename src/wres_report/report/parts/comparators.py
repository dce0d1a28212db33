"""Published figures beside a trust's own: of England, its region, its benchmark group.

They are printed and not compared: a weighted figure and an unweighted one are two things, and the
note below the table says which is which.
"""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.markdown import escape, pipe_table
from wres_report.peers.comparators import OF_THE_TRUST, Compared
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Indicator
from wres_report.standard.comparators import AS_PRINTED
from wres_report.words import capitalised, counted, listed

NONE = "–"
EVERYBODY = "all"
MEDIAN = "median"
KINDS = {
    "region": "Region", "icb": "Integrated care board", "benchmark_group": "Benchmark group",
    "ethnic_group": "Ethnic group", "occupation_group": "Occupation group",
}  # fmt: skip
CERTAINTIES = {"confirmed": "read in the publication", "stated": "worked out from a copy"}
OWN_WEIGHTING = "not said"


def comparators_part(report: ReportContext, indicator: Indicator) -> str:
    """The table of an indicator, and what must be known to read it; empty where there is none."""
    found = report.comparators.get(indicator.id, ())
    if not found:
        return ""
    short = escape(report.short_within(indicator))
    return "\n".join([
        f"### Published figures: {short}", "", _table(report, indicator, found), "",
        f": Published figures beside the trust's, {short} {{#tbl-{indicator.id}-beside}}", "",
        _note(report, found),
    ])  # fmt: skip


def _table(report: ReportContext, indicator: Indicator, found: Sequence[Compared]) -> str:
    groups = report.standard.groups
    words = {groups.pair[0]: groups.word, groups.study: escape(report.term), EVERYBODY: "All staff"}
    own = [report.value(indicator.key(f"{group}_percent")) for group in words]
    rows = [["This trust", *(value.shown if value else NONE for value in own), OWN_WEIGHTING,
             "this report"]]  # fmt: skip
    for one in found:
        cells = [_printed(one, group) for group in words]
        rows.append([_name(one), *cells, one.first.weighting, CERTAINTIES[one.first.certainty]])
    heads = ["Whose", *words.values(), "Weighting", "How sure"]
    return pipe_table(heads, rows, "lrrrll", [34, 10, 10, 10, 14, 22])


def _printed(one: Compared, group: str) -> str:
    found = one.by_group.get(group)
    return f"{found.printed}%" if found else NONE


def _name(one: Compared) -> str:
    kind, scope = KINDS.get(one.kind, ""), escape(one.scope)
    if one.first.statistic == MEDIAN:
        number = one.first.organisations or 0
        return f"Median of {counted(number, 'organisation')}: {scope}"
    return f"{kind}: {scope}" if kind else scope


def _note(report: ReportContext, found: Sequence[Compared]) -> str:
    firsts = [one.first for one in found]
    weightings = list(dict.fromkeys(first.weighting for first in firsts))
    theirs = listed([w if w != AS_PRINTED else "not said to be weighted or not"
                     for w in weightings])  # fmt: skip
    said = [
        f"The published figures are {theirs}, as the table says of each; of this trust's own it is "
        "not said. Weighted and unweighted figures of the same answers differ, so no difference "
        "is worked out here.",
        *_not_shown(report, found),
    ]
    sources = list(dict.fromkeys(first.source for first in firsts))
    said.append(f"Source: {escape('; '.join(sources))}.")
    return "::: {.table-note}\n" + " ".join(said) + "\n:::"


def _not_shown(report: ReportContext, found: Sequence[Compared]) -> list[str]:
    """What the trust chose and nothing is shown of, and why."""
    missing = [kind for kind in report.params.peers.published
               if kind in OF_THE_TRUST and kind not in {one.kind for one in found}]  # fmt: skip
    unknown = [KINDS[kind].lower() for kind in missing if kind not in report.of_the_trust]
    said = []
    if unknown:
        verb = "is" if len(unknown) == 1 else "are"
        said.append(f"{capitalised(listed(unknown))} of the trust {verb} not known here.")
    at_hand = [escape(report.of_the_trust[kind]) for kind in missing if kind in report.of_the_trust]
    if at_hand:
        said.append(f"No published figure of {listed(at_hand)} is at hand.")
    return said
