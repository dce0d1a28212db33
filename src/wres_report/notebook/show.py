"""Shows a result in a notebook: Markdown tables, PNG charts with text alternatives, findings."""

from __future__ import annotations

from typing import Any

from IPython.display import publish_display_data

from wres_report.charts.forms import as_png, drawn
from wres_report.charts.rows import RowsChart
from wres_report.indicators.cells import HIDDEN
from wres_report.indicators.kinds import kind_of
from wres_report.indicators.representation.shown import band_chart, band_table
from wres_report.indicators.result import Result, made_of
from wres_report.marks import taken_out
from wres_report.measures.codec import values_as_json
from wres_report.mime import CHART_META, CHART_MIME, FIGURES_META, MADE, RAN, RESULTS_MIME
from wres_report.program import as_it_runs

# Sentences that stand beside the verdict of a finding, which is read as one itself.
IN_SIGHT = 2


def show_table(result: Result) -> None:
    """Show the indicator's table; nothing where it would hold no figure."""
    table = kind_of(result.indicator).table(result) if result.supplied else ""
    if table and (taken_out(table)[1] or HIDDEN in table):
        _markdown(table)


def show_band_table(result: Result, staff_group: str) -> None:
    """Show the bands of one staff group, where single bands are supplied."""
    if result.layout["bands"][staff_group]:
        _markdown(band_table(result, staff_group))


def show_chart(result: Result) -> None:
    """Show the indicator's chart, where its figures are supplied."""
    if result.supplied and result.headline.ok:
        _picture(kind_of(result.indicator).chart(result))


def show_band_chart(result: Result) -> None:
    """Show the share of each band, or where the group under study works."""
    _picture(band_chart(result))


def show_finding(result: Result) -> None:
    """Show the finding in words: the verdict in bold, its first sentences, and below them the rest.

    A page folds what stands below, so that a reader has three sentences before her.
    """
    verdict = f"**{result.verdict.marked(result.data.term)}.**"
    sentences = result.sentences
    parts = [[verdict, *sentences[:IN_SIGHT]], sentences[IN_SIGHT:]]
    _markdown("\n\n".join(" ".join(part) for part in parts if part))


def hand_over(result: Result) -> None:
    """Hand the results to the build, in the notebook's own output, with what they were made by."""
    found = kind_of(result.indicator).of_tables(result)
    of_tables = {key: value for key, value in found.items() if key not in result.values}
    payload = result.payload() | {
        "of_tables": values_as_json(of_tables),
        MADE: made_of(result.values | of_tables),
        RAN: as_it_runs(),
    }
    publish_display_data({
        RESULTS_MIME: payload,
        "text/plain": f"{len(payload['values'])} results of indicator {result.indicator.label}",
    })  # fmt: skip


def _markdown(text: str) -> None:
    plain, marks = taken_out(text)
    publish_display_data(
        {"text/markdown": plain, "text/plain": plain}, metadata={FIGURES_META: marks}
    )


def _picture(shown: tuple[RowsChart, str] | None) -> None:
    """Show a chart, with what it shows in words: every figure that it draws."""
    if shown is None:
        return
    chart, alternative = shown
    flat, marks = taken_out(" ".join(alternative.split()))
    meta: dict[str, Any] = {
        "image/png": {"alt": flat}, CHART_META: {"alt": flat}, FIGURES_META: marks
    }  # fmt: skip
    data = {"image/png": as_png(chart), CHART_MIME: drawn(chart), "text/plain": flat}
    publish_display_data(data, metadata=meta)
