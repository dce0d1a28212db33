"""Published figures against what the counts give, for this year and the last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.gate.comparisons import Comparison, Row, Tables, factor, first
from wres_report.gate.results import of_people, of_responses, people
from wres_report.gate.workforce import WorkforceSums
from wres_report.indicators.board.kind import workforce_share
from wres_report.indicators.kind import Published
from wres_report.indicators.kinds import asked_of
from wres_report.indicators.likelihood.kind import sides_of
from wres_report.indicators.publication import CHANGE, published_kind
from wres_report.inputs.places import nominal, table_named
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.value import Unit, write
from wres_report.standard import Groups, Indicator, Standard

# Of fewer people a share or a ratio would give their number away.
FEWEST = 10
INVERSE = 1.05


@dataclass(frozen=True)
class Known:
    """A figure as the counts give it.

    file: where they stand. few: whether few people are in it. responses: the fewest that one of
    its percentages is of, where it is of a survey.
    """

    number: float
    file: str
    few: bool = False
    responses: float | None = None

    def marked(self, words: str) -> str:
        """Words that tell it, marked so that they can be withheld."""
        of_survey = table_named(self.file) == "survey"
        return of_responses(words, self.responses) if of_survey else of_people(words)


def published_against_counts(
    trust_year: TrustYear, standard: Standard, tables: Tables, last_year: Tables
) -> Iterator[Comparison]:
    """Every row of ``reported.csv`` whose figure the counts of its year give as well."""
    file = nominal(trust_year, "reported")
    this = known_figures(trust_year, standard, tables)
    last = known_figures(trust_year.previous, standard, last_year)
    for key, then in _surveys(trust_year, standard, tables, trust_year.survey_year - 1).items():
        last.setdefault(key, then)
    changes = {f"{key}.change": _change(now, last[key]) for key, now in this.items() if key in last}
    for row in tables.get("reported", []):
        kind = _kind_of(standard, row)
        if kind is None or row["value"] is None or row["unit"] != kind.unit:
            continue
        if row["year_of_figure"] == trust_year.year:
            known, measure = (this | changes).get(kind.key), "published_minus_counts"
        elif row["year_of_figure"] == trust_year.year - 1:
            known, measure = last.get(kind.key), "reported_minus_data"
        else:
            continue
        if known is not None:
            yield _comparison(file, row, kind, known, measure)


def _change(now: Known, then: Known) -> Known:
    responses = [one.responses for one in (now, then) if one.responses is not None]
    return Known(
        now.number - then.number, now.file, now.few or then.few, min(responses, default=None)
    )


def _kind_of(standard: Standard, row: Row) -> Published | None:
    place = (row["indicator"], row["measure"], row["group"])
    return None if None in place else published_kind(standard, *place)


def _comparison(file: str, row: Row, kind: Published, known: Known, measure: str) -> Comparison:
    value, number, unit = float(row["value"]), known.number, Unit(kind.unit)
    if kind.turned and number:
        number = 1 / number
    written = decimals_written(row["value" + AS_WRITTEN])
    # The figure may have been cut off rather than rounded, so one last digit is allowed.
    allowed = 0.0 if unit is Unit.COUNT and not kind.measure.endswith(CHANGE) else 10.0**-written
    apart = abs(value - number) - allowed
    return Comparison(
        file, row["file_row"], "value", _words(value, unit, written),
        f"{_expected(value, number, unit, written, known)} ({known.file})",
        {measure: max(round(apart, 9), 0)},
    )  # fmt: skip


def _expected(value: float, number: float, unit: Unit, written: int, known: Known) -> str:
    if known.few and unit is not Unit.COUNT:
        return "another figure, which is on few people"
    words = _words(number, unit, max(written, 2 if unit is Unit.RATIO else 1))
    if unit is Unit.RATIO and value > 0 < number and factor(value, 1 / number) < INVERSE:
        return known.marked(f"{words}, of which this is the other way round")
    return words if unit is Unit.COUNT else known.marked(words)


def _words(number: float, unit: Unit, decimals: int) -> str:
    return people(number) if unit is Unit.COUNT else write(number, unit, decimals)


def known_figures(trust_year: TrustYear, standard: Standard, tables: Tables) -> dict[str, Known]:
    """What the tables of a year give of the figures that are published, by results key."""
    workforce = WorkforceSums(
        tables.get("workforce", []), nominal(trust_year, "workforce"), standard
    )
    found = _workforce(workforce, standard)
    for indicator in standard.of_kind("likelihood"):
        found |= _likelihood(trust_year, standard, tables, workforce, indicator)
    found |= _surveys(trust_year, standard, tables, trust_year.survey_year)
    for indicator in standard.of_kind("board"):
        share = found.get(workforce_share(standard))
        found |= _board(trust_year, standard.groups, tables, indicator, share)
    return found


def _workforce(workforce: WorkforceSums, standard: Standard) -> dict[str, Known]:
    found = {}
    everyone = workforce.headcount()
    for indicator in standard.of_kind("representation"):
        for group in standard.groups.names:
            number = workforce.total(group)
            if number is not None:
                found[f"workforce.{group}"] = Known(number, workforce.file)
            if number is not None and everyone:
                share = Known(100 * number / everyone, workforce.file, 0 < number < FEWEST)
                found[indicator.key(f"{group}_percent")] = share
    if everyone is not None:
        found["workforce.total"] = Known(everyone, workforce.file)
    return found


def _likelihood(
    trust_year: TrustYear, standard: Standard, tables: Tables, workforce: WorkforceSums,
    indicator: Indicator,
) -> dict[str, Known]:  # fmt: skip
    assert indicator.cases is not None
    table, (top, bottom) = indicator.cases.table, sides_of(indicator)
    names = standard.groups.names
    cases = first(tables.get(table, []), **indicator.cases.where)
    pool: Row | None = {group: workforce.total(group) for group in names}
    if indicator.people is not None:
        pool = first(tables.get(table, []), **indicator.people.where)
    if cases is None or pool is None:
        return {}
    file, rates = nominal(trust_year, table), {}
    for group in names:
        part, whole = cases[group], pool[group]
        if part is not None and whole:
            rates[group] = Known(100 * part / whole, file, 0 < part < FEWEST)
    found = {indicator.key(f"{group}_percent"): rate for group, rate in rates.items()}
    if top in rates and bottom in rates and rates[bottom].number:
        ratio = rates[top].number / rates[bottom].number
        few = rates[top].few or rates[bottom].few
        found[indicator.key("ratio")] = Known(ratio, file, few)
    return found


def _surveys(
    trust_year: TrustYear, standard: Standard, tables: Tables, survey_year: int
) -> dict[str, Known]:
    file = nominal(trust_year, "survey")
    found: dict[str, Known] = {}
    for indicator, figure in asked_of(standard):
        shares: dict[str, Known] = {}
        part = {"part": indicator.part} if indicator.part else {}
        for group in standard.groups.pair:
            row = first(
                tables.get("survey", []), indicator=indicator.number, survey_year=survey_year,
                group=group, **part,
            )  # fmt: skip
            if row is not None and row[figure] is not None:
                few = row["responses"] is not None and row["responses"] < FEWEST + 1
                shares[group] = Known(row[figure], file, few, row["responses"])
        found |= {indicator.key(f"{group}_{figure}"): share for group, share in shares.items()}
        if len(shares) == 2:
            other, study = (shares[group] for group in standard.groups.pair)
            fewest = min(
                (s.responses for s in (other, study) if s.responses is not None), default=None
            )
            few = other.few or study.few
            gap = Known(study.number - other.number, file, few, fewest)
            found[indicator.key("gap")] = gap
    return found


def _board(
    trust_year: TrustYear, groups: Groups, tables: Tables, indicator: Indicator,
    workforce: Known | None,
) -> dict[str, Known]:  # fmt: skip
    file = nominal(trust_year, "board")
    found: dict[str, Known] = {}
    for row in tables.get("board", []):
        members = [row[group] for group in groups.names]
        if None in members or not sum(members):
            continue
        name = row["membership"]
        for group in groups.names:
            share = Known(100 * row[group] / sum(members), file)
            found[indicator.key(f"{name}_{group}_percent")] = share
        if workforce is not None:
            own = found[indicator.key(f"{name}_{groups.study}_percent")].number
            difference = Known(own - workforce.number, file, workforce.few)
            found[indicator.key(f"{name}_difference")] = difference
    return found
