"""The files of one trust-year of another standard, as a workspace holds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wres_report.demo.country import Subject
from wres_report.demo.of_standard import Records
from wres_report.demo.settings import action_year
from wres_report.demo.tables import Rows, csv_text, number_text
from wres_report.demo.words import library
from wres_report.inputs.tables import BOARD, SURVEY, WORKFORCE, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.counts import Counts
from wres_report.measures.value import rounded

SMALL = 5  # a report does not print what rests on fewer people
PLAN = ("id", "indicators", "objective", "action", "lead", "timeframe", "rag")
PROGRESS = (*PLAN, "progress")
FEWEST, MOST = 4, 9  # actions of a plan
STATES = {"done": "Delivered", "going": "On track", "behind": "At risk"}


def files_of_standard(records: Records, year: int) -> dict[str, bytes]:
    """Every file of a trust-year: its path from the workspace, and its content."""
    trust_year = TrustYear(records.trust.code, year, records.standard.id)
    files = {f"params/{trust_year.code}/{trust_year.name}.yaml": _settings(records, year)}
    for name, (columns, rows) in _tables(records, year).items():
        files[f"data/{trust_year}/{name}.csv"] = csv_text([columns, *rows])
    draw = records.draws(Subject.NARRATIVE, year)
    for section, wordings in records.levels.narrative.items():
        words = wordings[int(draw.integers(0, len(wordings)))]
        files[f"data/{trust_year}/narrative/{section}.md"] = words
    return {path: text.encode() for path, text in files.items()}


def _settings(records: Records, year: int) -> str:
    trust = records.trust
    state = str(records.draws(Subject.SETTINGS).choice(["draft", "approved", "published"]))
    published = [f"published: October {year}"] if state == "published" else []
    return "\n".join([
        f"# An invented trust of {trust.region.name} that provides {trust.kind.name}.",
        f"name: {trust.name}", "kind: full", "synthetic: true", f"state: {state}", *published,
        f"as_at: {year}-07-31", f'action_year: "{action_year(year)}"',
    ]) + "\n"  # fmt: skip


def _tables(records: Records, year: int) -> dict[str, tuple[Sequence[str], Rows]]:
    known = tables_of(records.standard)
    rows: dict[str, Rows] = {
        WORKFORCE: _workforce(records, year),
        **{table: _cases(records, table, year) for table in records.standard.case_tables},
        BOARD: ([name, *_counts(people)] for name, people in records.board(year).items()),
        "reported": _reported(records, year - 1),
    }
    tables = {
        name: (known[name].required if name == SURVEY else known[name].columns, list(found))
        for name, found in rows.items() if name in known
    }  # fmt: skip
    if SURVEY in known:
        columns = known[SURVEY].required
        tables[SURVEY] = columns, list(_survey(records, columns, year))
    plan, before = _plan(records, year), _progress(records, year)
    tables["actions"] = PLAN, [[row[column] for column in PLAN] for row in plan]
    tables["progress"] = PROGRESS, [[row[column] for column in PROGRESS] for row in before]
    return {name: (columns, rows) for name, (columns, rows) in tables.items() if rows}


def _counts(people: Counts) -> list[str]:
    return [number_text(float(n or 0)) for n in (people.comparator, people.study, people.unknown)]


def _workforce(records: Records, year: int) -> Rows:
    yield ["all", "all", *_counts(records.all_staff(year))]
    for (group, band), people in records.staff(year).items():
        if people.total:  # a trust lists the bands that somebody is in
            yield [group, band, *_counts(people)]


def _cases(records: Records, table: str, year: int) -> Rows:
    for indicator in records.standard.of_kind("likelihood"):
        cases, people = indicator.cases, indicator.people
        if people is not None and people.table == table:
            yield [people.name, *_counts(records.people(indicator, year))]
        if cases is not None and cases.table == table:
            basis = [indicator.version(year).basis] if cases.has_basis else []
            yield [cases.name, *_counts(records.cases(indicator, year)), *basis]


def _survey(records: Records, columns: Sequence[str], year: int) -> Rows:
    for answer in records.answers(year):
        held: Mapping[str, str] = {
            "indicator": str(answer.indicator.number), "part": answer.indicator.part,
            "survey_year": str(answer.survey_year), "group": answer.group,
            answer.column: answer.figure, "responses": str(answer.responses),
            f"benchmark_{answer.column}": answer.benchmark,
        }  # fmt: skip
        yield [held.get(column, "") for column in columns]


def _reported(records: Records, year: int) -> Rows:
    """What the report of a year published, as far as it rests on enough people."""
    standard = records.standard
    if year < records.first_year:
        return
    source = f"Report on {standard.short} {year}, summary page"
    study = standard.groups.study
    staff = records.all_staff(year)
    share = _share(staff)
    if (staff.study or 0) < SMALL:
        return
    for indicator in standard.of_kind("representation"):
        yield [str(indicator.number), "percent", str(year), study, str(rounded(share, 1)),
               "percent", source]  # fmt: skip
    for indicator in standard.of_kind("likelihood"):
        cases, people = records.cases(indicator, year), records.people(indicator, year)
        named = {standard.groups.study: "study", standard.groups.comparator: "comparator"}
        top, bottom = (named[str(name)] for name in (indicator.top, indicator.bottom))
        counts = [of.of(role) or 0 for role in (top, bottom) for of in (cases, people)]
        if min(counts) >= SMALL:
            ratio = counts[0] / counts[1] / (counts[2] / counts[3])
            yield [str(indicator.number), "ratio", str(year), "", str(rounded(ratio, 2)), "ratio",
                   source]  # fmt: skip
    for indicator in standard.of_kind("board"):
        difference = rounded(_share(records.board(year)["voting"]) - share, 1) + 0
        yield [str(indicator.number), "voting_difference", str(year), "", str(difference), "pp",
               source]  # fmt: skip


def _share(people: Counts) -> float:
    """The share of the group under study, in percent of all."""
    return 100 * (people.study or 0) / (people.total or 1)


def _plan(records: Records, year: int) -> list[dict[str, str]]:
    entries = records.levels.actions
    lasting, draw = records.draws(Subject.PLAN), records.draws(Subject.PLAN, year)
    count = min(int(lasting.integers(FEWEST, MOST + 1)), len(entries))
    first = int(lasting.integers(0, max(len(entries), 1))) + count * year
    whens = [f"31 December {year}", f"31 March {year + 1}", f"30 June {year + 1}", "Quarterly"]
    plan = []
    for place in range(count):
        state = "On track" if draw.random() < 0.3 else "Not started"
        entry = entries[(first + place) % len(entries)]
        plan.append({**entry, "id": str(place + 1), "timeframe": str(draw.choice(whens)),
                     "rag": state})  # fmt: skip
    return plan


def _progress(records: Records, year: int) -> Iterator[dict[str, str]]:
    draw = records.draws(Subject.PROGRESS, year)
    for action in _plan(records, year - 1) if year > records.first_year else ():
        state = str(draw.choice(list(STATES), p=[0.6, 0.25, 0.15]))
        words = str(draw.choice(library("progress")[state]))
        yield {**action, "rag": STATES[state], "progress": words}
