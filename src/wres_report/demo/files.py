"""The files of one trust-year as a workspace holds them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres_report.demo.board import board_of
from wres_report.demo.cases import recruitment_of, training_of
from wres_report.demo.country import Trust
from wres_report.demo.narrative import narrative_of
from wres_report.demo.plan import plan_of, progress_of
from wres_report.demo.published import cases_of, figures_of
from wres_report.demo.settings import settings_text
from wres_report.demo.staff import People, staff_of
from wres_report.demo.staff_survey import surveys_of
from wres_report.demo.surroundings import facts_rows, locality_rows
from wres_report.demo.tables import Rows, csv_text, number_text
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.plans.model import Action, row_of

# The columns of a plan that these trusts use.
PLAN = (
    "id", "indicators", "theme", "objective", "action", "sub_actions", "lead", "outcome",
    "timeframe", "rag", "monitoring", "carried_over_from", "see_actions", "priorities",
)  # fmt: skip
PROGRESS = ("id", "indicators", "objective", "action", "sub_actions", "lead", "timeframe", "rag",
            "progress")  # fmt: skip


def files_of(trust: Trust, year: int) -> dict[str, bytes]:
    """Every file of a trust-year: its path from the workspace, and its content."""
    trust_year = TrustYear(trust.code, year)
    files = {f"params/{trust_year}.yaml": settings_text(trust, year)}
    for name, (columns, rows) in _tables(trust, year).items():
        files[f"data/{trust_year}/{name}.csv"] = csv_text([columns, *rows])
    for section, words in narrative_of(trust, year):
        files[f"data/{trust_year}/narrative/{section}.md"] = words
    return {path: text.encode() for path, text in files.items()}


def _tables(trust: Trust, year: int) -> dict[str, tuple[tuple[str, ...], Rows]]:
    plain: dict[str, Rows] = {
        "workforce": _workforce(trust, year),
        "recruitment": _recruitment(trust, year),
        "disciplinary": _disciplinary(trust, year),
        "training": [["accessed", *_counts(training_of(trust, year))]],
        "survey": [
            [str(r.indicator), str(r.survey_year), r.group, r.percent, str(r.responses),
             r.benchmark_percent]
            for r in surveys_of(trust, year)
        ],
        "board": [[kind, *_counts(members)] for kind, members in board_of(trust, year).items()],
        "reported": [
            [str(f.indicator), f.measure, str(year - 1), f.group, f.value, f.unit,
             f"Report on WRES {year - 1}, summary page"]
            for f in figures_of(trust, year - 1)
        ],
        "locality": locality_rows(trust),
        "facts": facts_rows(trust, year),
    }  # fmt: skip
    tables = {name: (TABLES[name].columns, rows) for name, rows in plain.items()}
    tables["survey"] = (TABLES["survey"].required, plain["survey"])
    tables["actions"] = (PLAN, _plan(PLAN, plan_of(trust, year)))
    tables["progress"] = (PROGRESS, _plan(PROGRESS, progress_of(trust, year)))
    return tables


def _workforce(trust: Trust, year: int) -> Rows:
    staff = staff_of(trust, year)
    yield ["all", "all", *_counts(staff.all)]
    for (group, band), people in staff.rows.items():
        if people.total:  # a trust lists the bands that somebody is in
            yield [group, band, *_counts(people)]


def _recruitment(trust: Trust, year: int) -> Rows:
    shortlisted, appointed = recruitment_of(trust, year)
    return [["shortlisted", *_counts(shortlisted)], ["appointed", *_counts(appointed)]]


def _disciplinary(trust: Trust, year: int) -> Rows:
    cases, basis = cases_of(trust, year)
    return [["entered", *_counts(cases), basis]]


def _counts(people: People) -> list[str]:
    return [number_text(number) for number in people]


def _plan(columns: Sequence[str], actions: Iterable[Action]) -> Rows:
    for action in actions:
        row = row_of(action)
        yield [row[column] for column in columns]
