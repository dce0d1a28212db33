"""What must agree within a year and with the year before, as rows of comparisons.

The arithmetic stands here; ``expectations/agreement.json`` says how far apart is too far, and
how grave that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.gate.comparisons import (
    Comparison,
    Tables,
    factor,
    first,
    pair_words,
)
from wres_report.gate.gone import gone_since_last_year
from wres_report.gate.last_year import against_last_year
from wres_report.gate.published import published_against_counts
from wres_report.gate.results import people
from wres_report.gate.workforce import WorkforceSums
from wres_report.inputs.places import nominal
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Groups, Indicator, Standard
from wres_report.words import agreeing


def comparisons_of(
    trust_year: TrustYear, standard: Standard, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Every comparison that the tables of a trust-year allow.

    last_year: the tables of the year before; empty where there are none.
    """
    workforce = WorkforceSums(
        tables.get("workforce", []), nominal(trust_year, "workforce"), standard
    )
    yield from workforce.comparisons()
    yield from workforce.gaps()
    for indicator in standard.indicators:
        if indicator.cases is not None and indicator.people is not None:
            yield from _among_people(trust_year, tables, indicator, standard.groups)
    for indicator in standard.indicators:
        if indicator.cases is not None and indicator.people is None:
            yield from _among_staff(trust_year, tables, workforce, indicator, standard.groups)
    yield from _board(trust_year, tables, standard.groups)
    yield from _balance(trust_year, tables, workforce, standard)
    yield from _answers(trust_year, tables, workforce, standard.groups)
    yield from against_last_year(trust_year, standard, tables, last_year)
    yield from gone_since_last_year(trust_year, standard, tables, last_year)
    yield from published_against_counts(trust_year, standard, tables, last_year)


def _among_people(
    trust_year: TrustYear, tables: Tables, indicator: Indicator, groups: Groups
) -> Iterator[Comparison]:
    """Cases of those who stand in the same table, such as the appointed of the shortlisted."""
    cases, people_of = indicator.cases, indicator.people
    assert cases is not None
    assert people_of is not None
    rows = tables.get(cases.table, [])
    above, below = first(rows, **people_of.where), first(rows, **cases.where)
    if above is None or below is None:
        return
    for group in groups.names:
        part, whole = below[group], above[group]
        if part is not None and whole is not None:
            yield Comparison(
                nominal(trust_year, cases.table),
                below["file_row"],
                group,
                f"{people(part)} {cases.name}",
                f"at most {people(whole)}, the number {people_of.name} (row {above['file_row']})",
                {"appointed_minus_shortlisted": part - whole},
            )


def _among_staff(
    trust_year: TrustYear, tables: Tables, workforce: WorkforceSums, indicator: Indicator,
    groups: Groups,
) -> Iterator[Comparison]:  # fmt: skip
    cases = indicator.cases
    assert cases is not None
    row = first(tables.get(cases.table, []), **cases.where)
    for group in groups.names if row else ():
        assert row is not None
        part, whole = row[group], workforce.total(group)
        if part is not None and whole is not None:
            yield Comparison(
                nominal(trust_year, cases.table),
                row["file_row"],
                group,
                f"{people(part)} who {indicator.words['counted']}",
                f"at most {people(whole)}, the {groups.spoken[group]} workforce "
                f"in {workforce.file}",
                {"cases_minus_workforce": part - whole},
            )


def _board(trust_year: TrustYear, tables: Tables, groups: Groups) -> Iterator[Comparison]:
    rows = tables.get("board", [])
    total = first(rows, membership="total")
    for kind in ("voting", "executive"):
        part = first(rows, membership=kind)
        if total is None or part is None:
            continue
        for group in groups.names:
            if part[group] is not None and total[group] is not None:
                yield Comparison(
                    nominal(trust_year, "board"),
                    part["file_row"],
                    group,
                    f"{people(part[group])} {kind} {agreeing(part[group], 'member', 'members')}",
                    f"at most {people(total[group])}, all members (row {total['file_row']})",
                    {"members_minus_board": part[group] - total[group]},
                )


def _balance(
    trust_year: TrustYear, tables: Tables, workforce: WorkforceSums, standard: Standard
) -> Iterator[Comparison]:
    """Whether applicants have the workforce's majority, where no last year can tell."""
    groups, both = standard.groups, ", ".join(standard.groups.pair)
    staff = (workforce.total(groups.comparator), workforce.total(groups.study))
    own = [i.cases.table for i in standard.indicators if i.cases and i.people is not None]
    for table in own:
        for row in tables.get(table, []):
            other, study = row[groups.comparator], row[groups.study]
            if not (other and study and staff[0] and staff[1]) or other + study < 50:
                continue
            balance = staff[0] / staff[1]
            yield Comparison(
                nominal(trust_year, table),
                row["file_row"],
                both,
                pair_words(groups, other, study),
                "the larger group of the workforce to be larger here too "
                f"({pair_words(groups, *staff)})",
                {
                    "balance_factor": factor(other / study, balance),
                    "balance_cross_factor": factor(study / other, balance),
                },
            )


def _answers(
    trust_year: TrustYear, tables: Tables, workforce: WorkforceSums, groups: Groups
) -> Iterator[Comparison]:
    """The answers to the survey of this report against the staff that could give them."""
    everyone = workforce.headcount()
    for row in tables.get("survey", []):
        answers, group = row["responses"], row["group"]
        if row["survey_year"] != trust_year.survey_year or not answers or not everyone:
            continue
        # People say in the survey what their record leaves open.
        could = (workforce.total(group) or 0) + (workforce.total(groups.unknown) or 0)
        yield Comparison(
            nominal(trust_year, "survey"),
            row["file_row"],
            "responses",
            f"{people(answers)} {agreeing(answers, 'answer', 'answers')} of "
            f"{groups.spoken[group]} staff",
            f"at most {people(could)}, the {groups.spoken[group]} and unknown workforce "
            f"in {workforce.file}",
            {
                "answers_minus_workforce": answers - everyone,
                "answers_per_person": answers / could if could else 0,
            },
        )
