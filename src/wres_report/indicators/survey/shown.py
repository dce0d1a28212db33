"""The table of an indicator of the survey, and its chart."""

from __future__ import annotations

from wres_report.charts.rows import RowsChart
from wres_report.charts.survey import survey_chart
from wres_report.indicators.cells import Row, written
from wres_report.indicators.formula import LESS
from wres_report.indicators.result import Result
from wres_report.indicators.survey.measure import gap_between
from wres_report.markdown import pipe_table
from wres_report.measures.value import Status, Value


def survey_table(result: Result) -> str:
    """One row for each survey year, the latest first: percentages, responses, gap, medians.

    Empty where there is none.
    """
    term, other = result.data.term, result.data.standard.groups.word
    head = [
        "Survey", other, f"{other} responses", term, f"{term} responses",
        f"Gap, {term} − {other}", f"{other} median", f"{term} median",
    ]  # fmt: skip
    rows = written(survey_table_rows(result))
    return pipe_table(head, rows, "lrrrrrrr", [9, 9, 12, 9, 12, 14, 11, 11]) if rows else ""


def survey_table_rows(result: Result) -> list[Row]:
    this = result.data.trust_year.survey_year
    years = {year for group in result.series.values() for year in group}
    # What was published without the survey's table stands in a row of its year all the same.
    for year, suffix in ((this, ""), (this - 1, ".previous")):
        if any(_published_of(result, group, suffix) for group in result.series):
            years.add(year)
    return [(str(year), _survey_row(result, year)) for year in sorted(years, reverse=True)]


def _published_of(result: Result, group: str, suffix: str) -> Value | None:
    value = result.get(f"{group}_percent{suffix}")
    return value if value is not None and value.ok and value.published else None


def _survey_row(result: Result, year: int) -> list[Value | None]:
    data = result.data
    pair = data.standard.groups.pair
    suffix = "" if year == data.trust_year.survey_year else f".y{year}"
    other, study = (_of_survey(result, group, year) for group in pair)
    gap = result["gap"] if not suffix and result["gap"].published else None
    if other is not None and study is not None and other.ok and study.ok:
        found = gap_between(data, study, other).made_of(LESS, study.key, other.key)
        gap = found.named(result.indicator.key(f"gap{suffix}"))
    return [
        other,
        result.get(f"responses_{pair[0]}{suffix}"),
        study,
        result.get(f"responses_{pair[1]}{suffix}"),
        gap,
        result.get(f"{pair[0]}_percent.benchmark{suffix}"),
        result.get(f"{pair[1]}_percent.benchmark{suffix}"),
    ]


def _of_survey(result: Result, group: str, year: int) -> Value | None:
    """The percentage of a group in one survey, as its table has it or as it was published."""
    known = result.series[group].get(year)
    if known is not None and known.status is not Status.NOT_SUPPLIED:
        return known
    this = result.data.trust_year.survey_year
    years = {this: "", this - 1: ".previous"}
    return _published_of(result, group, years[year]) if year in years else known


def chart(result: Result) -> tuple[RowsChart, str] | None:
    """None where the chart would hold no figure; what was published alone is no part of it."""
    if not any(value.ok for group in result.series.values() for value in group.values()):
        return None
    groups = result.data.standard.groups
    benchmarks = {
        groups.role(group): value
        for group in groups.pair
        if (value := result.get(f"{group}_percent.benchmark")) is not None
    }
    series = {groups.role(group): values for group, values in result.series.items()}
    names = {groups.role(name): word for name, word in groups.named(result.data.term).items()}
    breaks = frozenset(year - 1 for year in result.indicator.breaks())
    figure = survey_chart(
        series, benchmarks, breaks, names=names, title=_title(result), subtitle=_subtitle(result)
    )
    return figure, _alternative(result)


def _title(result: Result) -> str:
    code, subject = result.verdict.code, result.said("subject")
    if code in ("worse", "better"):
        return result.said(f"title_{code}")
    if code == "without_counts":
        return f"Responses not supplied: {subject}"
    return f"No clear difference: {subject}"


def _subtitle(result: Result) -> str:
    names = result.data.standard.groups.named(result.data.term)
    known = [
        f"{value.display} {name}"
        for group, name in names.items()
        if (value := result.get(f"responses_{group}")) is not None and value.ok
    ]
    n = f"{' and '.join(known)} responses; " if known else ""
    return f"{n}{result.data.trust_year.survey_year} NHS Staff Survey"


def _alternative(result: Result) -> str:
    names = result.data.standard.groups.named(result.data.term)
    years = sorted({year for group in result.series.values() for year in group})
    parts = []
    for year in years:
        shown = [
            f"{name} {value.shown}"
            for group, name in names.items()
            if (value := result.series[group].get(year)) is not None
        ]
        parts.append(f"{year}: {', '.join(shown)}")
    medians = [
        f"{name} {value.shown}"
        for group, name in names.items()
        if (value := result.get(f"{group}_percent.benchmark")) is not None
    ]
    tail = f" Benchmark-group medians: {', '.join(medians)}." if medians else ""
    return f"Dumbbell chart of {result.said('subject')} by survey year. {'; '.join(parts)}.{tail}"
