"""The part of each indicator: what it measures, then what its notebook shows."""

from __future__ import annotations

from wres_report.handover import Handover
from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape, pipe_table
from wres_report.marks import marked
from wres_report.measures.value import WITHOUT_COUNTS
from wres_report.report.parts.comparators import comparators_part
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.place import place_part
from wres_report.report.parts.published import further_published
from wres_report.report.parts.small_numbers import star_note
from wres_report.standard import Indicator
from wres_report.words import capitalised, number_word, slug

TABLE_LABELS = ("tbl-{id}", "tbl-{id}-non-clinical", "tbl-{id}-clinical", "tbl-{id}-medical")


def indicator_part(report: ReportContext, indicator: Indicator) -> str:
    """The definition, the tables, the chart and the finding of one indicator."""
    handover = report.handovers[indicator.id]
    version = indicator.version(report.trust_year.year)
    lines = [f"*What it measures.* {escape(version.definition)}"]
    if version.question:
        # A question's number that was not read in a primary source is not printed as fact.
        number = f"question {version.question}" if version.certainty != "practice" else ""
        lines[0] += f" Source: NHS Staff Survey {number}".rstrip() + "."
    else:
        lines[0] += f" Source: {escape(indicator.source)}."
    shown = [label.format(id=indicator.id) for label in TABLE_LABELS]
    tables = [label for label in shown if handover.outputs.get(label) == "markdown"]
    figure = f"fig-{indicator.id}"
    drawn = handover.outputs.get(figure) == "picture"
    told = [label for label in tables if any(handover.figures.get(label, []))]
    lines[0] += _references(told, figure if drawn else "")
    for label in tables:
        lines += ["", _embed(indicator, label)]
    if tables and _hides(handover):
        lines += ["", star_note(report.params.disclosure)]
    if drawn:
        lines += ["", _embed(indicator, figure), "", _page_only(figure)]
    if not tables and not kind_of(indicator).section(indicator):
        noun = report.standard.noun
        alone = handover.verdict["code"] == "without_counts" or _has_published(report, indicator)
        lines += [
            "",
            "::: {.not-supplied}",
            f"The counts behind this {noun} are not supplied; its figures are as published."
            if alone
            else f"The trust did not supply the data for this {noun}.",
            ":::",
        ]
    further = further_published(report, [indicator.number])
    if further:
        lines += ["", f"{further} {{#tbl-{indicator.id}-published}}"]
    lines += [
        "",
        f"### Key findings: {escape(report.short_within(indicator))}",
        "",
        "::: {.key-findings}",
        "",
        _embed(indicator, f"finding-{indicator.id}"),
        "",
        ":::",
    ]
    if among := place_part(report, indicator):
        lines += ["", among.rstrip()]
    if published := comparators_part(report, indicator):
        lines += ["", published.rstrip()]
    return "\n".join(lines) + "\n"


def _has_published(report: ReportContext, indicator: Indicator) -> bool:
    values = report.handovers[indicator.id].values
    return any(
        entry["note"] in WITHOUT_COUNTS and entry["status"] == "ok" for entry in values.values()
    )


def indicators_table(report: ReportContext) -> str:
    """The indicators with where their data comes from."""
    rows = []
    for indicator in report.standard.indicators:
        direction = kind_of(indicator).direction[indicator.better].format(term=report.term)
        rows.append([
            indicator.label, escape(indicator.name), escape(indicator.source), direction,
        ])  # fmt: skip
    noun = report.standard.noun
    table = pipe_table(
        ["No.", capitalised(noun), "Source", "How to read it"], rows, "rlll", [5, 38, 24, 30]
    )
    those = f"{number_word(len(rows))} {report.standard.row_noun}s"
    return f"{table}\n\n: The {those} of the standard, by source {{#tbl-indicators}}\n"


def locality_table(report: ReportContext) -> str:
    """The areas the trust serves and their population, where supplied."""
    frame = report.tables.get("locality")
    if frame is None or frame.empty:
        return ""
    share = f"{report.standard.groups.study}_percent"
    rows = [
        [
            escape(row.area),
            marked(f"{row.population:,.0f}", f"locality.{slug(row.area)}.population")
            if row.population == row.population
            else "–",
            escape(row.population_source),
            marked(f"{percent:.1f}%", f"locality.{slug(row.area)}.{share}")
            if (percent := getattr(row, share)) == percent
            else "–",
            escape(row.ethnicity_source),
        ]
        for row in frame.itertuples(index=False)
    ]
    head = ["Area", "Population", "Source", f"{escape(report.term)} share", "Source of the share"]
    notes = [f"{escape(r.area)}: {escape(r.note)}." for r in frame.itertuples() if r.note]
    table = pipe_table(head, rows, "lrlrl")
    caption = ": The trust's area and the ethnicity of its people {#tbl-locality}"
    note = f"\n\n::: {{.table-note}}\n{' '.join(notes)}\n:::" if notes else ""
    return f"{table}\n\n{caption}{note}\n"


def _embed(indicator: Indicator, label: str) -> str:
    return f"{{{{< embed notebooks/{indicator.notebook}.ipynb#{label} >}}}}"


def _page_only(figure: str) -> str:
    """What a page alone has below a chart: the way to the figures that it draws."""
    words = marked("Where this chart comes from", figure)
    return f"::: {{.page-only}}\n{words}\n:::"


def _references(tables: list[str], figure: str) -> str:
    """A sentence that refers to the tables and the chart by their numbers."""
    if not tables:
        return ""
    listed = f"@{tables[0]}" if len(tables) == 1 else f"@{tables[0]} to @{tables[-1]}"
    give = "gives" if len(tables) == 1 else "give"
    drawn = f", and @{figure} draws them" if figure else ""
    return f" {listed} {give} the figures{drawn}."


def _hides(handover: Handover) -> bool:
    shown = (*handover.values.values(), *handover.of_tables.values())
    return any(value["status"] == "suppressed" for value in shown)
