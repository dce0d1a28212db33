"""Shows a result in a notebook: Markdown tables, PNG charts with text alternatives, findings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from IPython.display import publish_display_data
from matplotlib.figure import Figure

from wres_report.charts.bands import bands_chart, spread_chart
from wres_report.charts.board import board_chart
from wres_report.charts.likelihood import likelihood_chart
from wres_report.charts.style import as_png
from wres_report.charts.survey import survey_chart
from wres_report.marks import taken_out
from wres_report.measures.value import Status, Value, absent
from wres_report.mime import CHART_META, FIGURES_META, RAN, RESULTS_MIME
from wres_report.notebook import tables, titles
from wres_report.notebook.board import MEMBERSHIPS
from wres_report.notebook.hiding import GROUP_COLUMNS, cluster_key
from wres_report.notebook.likelihood_words import PHRASES
from wres_report.notebook.result import Result, values_as_json
from wres_report.program import as_it_runs


def show_table(result: Result) -> None:
    """Show the indicator's table; say so where there is nothing to show."""
    makers = {
        "representation": tables.staff_group_table,
        "likelihood": tables.likelihood_table,
        "survey": tables.survey_table,
        "board": tables.board_table,
    }
    if _nothing_to_show(result) or not _has_rows(result):
        return
    _markdown(makers[result.indicator.measure](result))


def show_band_table(result: Result, staff_group: str) -> None:
    """Show the bands of one staff group of indicator 1, where single bands are supplied."""
    if result.layout["bands"][staff_group]:
        _markdown(tables.band_table(result, staff_group))


def show_chart(result: Result) -> None:
    """Show the indicator's chart, where its figures are supplied."""
    makers = {
        "likelihood": _likelihood_chart,
        "survey": _survey_chart,
        "board": _board_chart,
    }
    if not _nothing_to_show(result) and result.headline.ok and _drawable(result):
        _picture(*makers[result.indicator.measure](result))


def show_band_chart(result: Result) -> None:
    """Show indicator 1: the BME share of each band, or where BME staff work."""
    data = result.data
    overall = result["bme_percent"]
    shorts = {band.id: band.short for band in data.standard.bands}
    panels = [
        (data.standard.staff_groups[group],
         [(shorts[name], band.share) for name, band in result.layout["bands"][group].items()])
        for group in ("non_clinical", "clinical")
        if result.layout["bands"][group]
    ]  # fmt: skip
    term, snapshot = data.term, data.trust_year.snapshot
    people = result.values["workforce.total"]
    staff = f"{people.display} staff; " if people.ok else ""
    if panels and overall.ok:
        figure = bands_chart(
            panels, overall, title=_bands_title(result),
            subtitle=f"{staff}{snapshot}; Electronic Staff Record",
        )  # fmt: skip
        rows = "; ".join(
            f"{name}: " + ", ".join(f"{band} {value.shown}" for band, value in rows)
            for name, rows in panels
        )
        _picture(figure, f"Dot chart of the {term} share of staff by band, against "
                         f"{overall.shown} of all staff. {rows}.")  # fmt: skip
        return
    parts = [
        (cluster.label, result[f"{cluster_key(cluster.id)}_share"])
        for cluster in data.standard.clusters
    ]
    parts.append((data.standard.staff_groups["medical"], result["medical_share"]))
    if not any(value.ok for _, value in parts):
        return
    bme = result.values["workforce.bme"]
    people_of, number = (f"{bme.display} {term} staff; ", f"{bme.shown} ") if bme.ok else ("", "")
    figure = spread_chart(
        parts, title=f"Where {term} staff work",
        subtitle=f"{people_of}{snapshot}; Electronic Staff Record",
    )  # fmt: skip
    listed = "; ".join(f"{name} {value.shown}" for name, value in parts)
    _picture(figure, f"Bar chart of where the {number}{term} staff work. {listed}.")


def show_finding(result: Result) -> None:
    """Show the finding in words: the verdict in bold, then its sentences."""
    verdict = f"**{result.verdict.marked(result.data.term)}.** "
    _markdown(verdict + " ".join(result.sentences))


def hand_over(result: Result) -> None:
    """Hand the results to the build, in the notebook's own output, with what they were made by."""
    of_tables = tables.figures_of_tables(result)
    payload = result.payload() | {"of_tables": values_as_json(of_tables), RAN: as_it_runs()}
    publish_display_data({
        RESULTS_MIME: payload,
        "text/plain": f"{len(payload['values'])} results of indicator {result.indicator.number}",
    })  # fmt: skip


def _nothing_to_show(result: Result) -> bool:
    return not result.supplied


def _has_rows(result: Result) -> bool:
    """Whether the table would hold a figure; of a ratio alone there is none."""
    if result.indicator.measure == "likelihood":
        phrases = PHRASES[result.indicator.id]
        names = [f"{column}_percent" for column in GROUP_COLUMNS]
        names += [f"{key}_{column}" for key in (phrases.cases_key, phrases.group_key)
                  for column in GROUP_COLUMNS]  # fmt: skip
        return any(result[name].status is not Status.NOT_SUPPLIED for name in names)
    return result.indicator.measure != "survey" or bool(tables.survey_table_rows(result))


def _drawable(result: Result) -> bool:
    """Whether the chart would hold a figure; what was published alone may be no part of it."""
    match result.indicator.measure:
        case "survey":
            return any(value.ok for group in result.series.values() for value in group.values())
        case "board":
            return result.layout["workforce_share"].ok and bool(_board_rows(result))
    return True


def _likelihood_chart(result: Result) -> tuple[Figure, str]:
    national = result.get("ratio.benchmark")
    others = [
        ("Last year", result.get("ratio.previous") or absent(result["ratio"].unit)),
        (_source_name(national), national or absent(result["ratio"].unit)),
    ]
    figure = likelihood_chart(
        result["ratio"], others, title=titles.likelihood_title(result),
        subtitle=titles.likelihood_subtitle(result), sides=titles.likelihood_sides(result),
    )  # fmt: skip
    return figure, titles.likelihood_alternative(result, others)


def _source_name(national: Value | None) -> str:
    return "England" if national is None else national.note.replace("England, ", "England,\n")


def _survey_chart(result: Result) -> tuple[Figure, str]:
    benchmarks = {
        group: value
        for group in ("white", "bme")
        if (value := result.get(f"{group}_percent.benchmark")) is not None
    }
    breaks = frozenset(year - 1 for year in result.indicator.breaks())
    figure = survey_chart(
        result.series, benchmarks, breaks, term=result.data.term,
        title=titles.survey_title(result), subtitle=titles.survey_subtitle(result),
    )  # fmt: skip
    return figure, titles.survey_alternative(result)


def _board_chart(result: Result) -> tuple[Figure, str]:
    rows = _board_rows(result)
    england = result.get("voting_bme_percent.benchmark")
    national = None if england is None else (_source_name(england), england)
    workforce = result.layout["workforce_share"]
    members = result["voting_members"]
    people = f"{members.display} voting members; " if members.ok else ""
    figure = board_chart(
        rows,
        workforce,
        national,
        title=titles.board_title(result),
        subtitle=f"{people}{result.data.trust_year.snapshot}; "
        "board register and Electronic Staff Record",
    )
    return figure, titles.board_alternative(result, rows, workforce, england)


def _board_rows(result: Result) -> list[tuple[str, Value]]:
    rows = []
    for name, title in MEMBERSHIPS.items():
        share, difference = result[f"{name}_bme_percent"], result[f"{name}_difference"]
        if share.ok and difference.ok:
            rows.append((title, replace(share, note=difference.display)))
    return rows


def _bands_title(result: Result) -> str:
    term, code = result.data.term, result.verdict.code
    if code == "worse":
        return f"{term} staff are fewer than their share in senior bands"
    if code == "better":
        return f"{term} staff are more than their share in senior bands"
    return f"{term} share of staff by band"


def _markdown(text: str) -> None:
    plain, marks = taken_out(text)
    publish_display_data(
        {"text/markdown": plain, "text/plain": plain}, metadata={FIGURES_META: marks}
    )


def _picture(figure: Figure, alternative: str) -> None:
    """Show a chart. alternative: what it shows in words, with every figure that it draws."""
    flat, marks = taken_out(" ".join(alternative.split()))
    meta: dict[str, Any] = {
        "image/png": {"alt": flat}, CHART_META: {"alt": flat}, FIGURES_META: marks
    }  # fmt: skip
    publish_display_data({"image/png": as_png(figure), "text/plain": flat}, metadata=meta)
