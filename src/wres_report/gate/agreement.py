"""What must agree within a year and with the year before, as rows of comparisons.

The arithmetic stands here; ``expectations/agreement.json`` says how far apart is too far, and
how grave that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.gate.comparisons import (
    GROUP_WORDS,
    GROUPS,
    Comparison,
    Tables,
    factor,
    file_of,
    first,
    pair_words,
)
from wres_report.gate.gone import gone_since_last_year
from wres_report.gate.last_year import against_last_year
from wres_report.gate.published import published_against_counts
from wres_report.gate.results import people
from wres_report.gate.workforce import WorkforceSums
from wres_report.inputs.trust_year import TrustYear

CASES = {"disciplinary": ("entered", "entered the process"), "training": ("accessed", "took part")}


def comparisons_of(
    trust_year: TrustYear, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Every comparison that the tables of a trust-year allow.

    last_year: the tables of the year before; empty where there are none.
    """
    workforce = WorkforceSums(tables.get("workforce", []), file_of(trust_year, "workforce"))
    yield from workforce.comparisons()
    yield from workforce.gaps()
    yield from _recruitment(trust_year, tables)
    yield from _cases(trust_year, tables, workforce)
    yield from _board(trust_year, tables)
    yield from _balance(trust_year, tables, workforce)
    yield from _answers(trust_year, tables, workforce)
    yield from against_last_year(trust_year, tables, last_year)
    yield from gone_since_last_year(trust_year, tables, last_year)
    yield from published_against_counts(trust_year, tables, last_year)


def _recruitment(trust_year: TrustYear, tables: Tables) -> Iterator[Comparison]:
    rows = tables.get("recruitment", [])
    shortlisted = first(rows, stage="shortlisted")
    appointed = first(rows, stage="appointed")
    if shortlisted is None or appointed is None:
        return
    for group in GROUPS:
        part, whole = appointed[group], shortlisted[group]
        if part is not None and whole is not None:
            yield Comparison(
                file_of(trust_year, "recruitment"),
                appointed["file_row"],
                group,
                f"{people(part)} appointed",
                f"at most {people(whole)}, the number shortlisted (row {shortlisted['file_row']})",
                {"appointed_minus_shortlisted": part - whole},
            )


def _cases(trust_year: TrustYear, tables: Tables, workforce: WorkforceSums) -> Iterator[Comparison]:
    for table, (measure, words) in CASES.items():
        row = first(tables.get(table, []), measure=measure)
        for group in GROUPS if row else ():
            assert row is not None
            part, whole = row[group], workforce.total(group)
            if part is not None and whole is not None:
                yield Comparison(
                    file_of(trust_year, table),
                    row["file_row"],
                    group,
                    f"{people(part)} who {words}",
                    f"at most {people(whole)}, the {GROUP_WORDS[group]} workforce "
                    f"in {workforce.file}",
                    {"cases_minus_workforce": part - whole},
                )


def _board(trust_year: TrustYear, tables: Tables) -> Iterator[Comparison]:
    rows = tables.get("board", [])
    total = first(rows, membership="total")
    for kind in ("voting", "executive"):
        part = first(rows, membership=kind)
        if total is None or part is None:
            continue
        for group in GROUPS:
            if part[group] is not None and total[group] is not None:
                yield Comparison(
                    file_of(trust_year, "board"),
                    part["file_row"],
                    group,
                    f"{people(part[group])} {kind} members",
                    f"at most {people(total[group])}, all members (row {total['file_row']})",
                    {"members_minus_board": part[group] - total[group]},
                )


def _balance(
    trust_year: TrustYear, tables: Tables, workforce: WorkforceSums
) -> Iterator[Comparison]:
    """Whether applicants have the workforce's majority, where no last year can tell."""
    staff = (workforce.total("white"), workforce.total("bme"))
    for row in tables.get("recruitment", []):
        white, bme = row["white"], row["bme"]
        if not (white and bme and staff[0] and staff[1]) or white + bme < 50:
            continue
        balance = staff[0] / staff[1]
        yield Comparison(
            file_of(trust_year, "recruitment"),
            row["file_row"],
            "white, bme",
            pair_words(white, bme),
            f"the larger group of the workforce to be larger here too ({pair_words(*staff)})",
            {
                "balance_factor": factor(white / bme, balance),
                "balance_cross_factor": factor(bme / white, balance),
            },
        )


def _answers(
    trust_year: TrustYear, tables: Tables, workforce: WorkforceSums
) -> Iterator[Comparison]:
    """The answers to the survey of this report against the staff that could give them."""
    everyone = workforce.headcount()
    for row in tables.get("survey", []):
        answers, group = row["responses"], row["group"]
        if row["survey_year"] != trust_year.survey_year or not answers or not everyone:
            continue
        # People say in the survey what their record leaves open.
        could = (workforce.total(group) or 0) + (workforce.total("unknown") or 0)
        yield Comparison(
            file_of(trust_year, "survey"),
            row["file_row"],
            "responses",
            f"{people(answers)} answers of {GROUP_WORDS[group]} staff",
            f"at most {people(could)}, the {GROUP_WORDS[group]} and unknown workforce "
            f"in {workforce.file}",
            {
                "answers_minus_workforce": answers - everyone,
                "answers_per_person": answers / could if could else 0,
            },
        )
