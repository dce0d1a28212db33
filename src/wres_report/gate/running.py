"""Runs the gate: reads, validates each table, then what must agree, and sums up."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from wres_report.faults import Fault, input_fault
from wres_report.gate.agreement import comparisons_of
from wres_report.gate.comparisons import Comparison, Tables, comparisons_stack
from wres_report.gate.file_rows import files_stack
from wres_report.gate.findings import Ledger, collect
from wres_report.gate.frames import planned_in, stack_of
from wres_report.gate.publishing import limits_of
from wres_report.gate.results import Checked, Finding, GateResult
from wres_report.gate.sound import ALONE, sound_tables
from wres_report.gate.suites import Rule, load_suites
from wres_report.gate.unchanged import FoundSound, broken_in
from wres_report.gate.years import YearTables, read_year
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import read_tables
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard

# So that memory does not grow without end; beside so many, the set-up of a pass costs nothing.
MOST_AT_ONCE = 1024


def run(
    workspace: Workspace,
    trust_years: Sequence[TrustYear],
    params: Mapping[TrustYear, Params],
    sound: FoundSound | None = None,
) -> dict[TrustYear, GateResult]:
    """As ``wres_report.gate.run_gate``."""
    asked = list(dict.fromkeys(trust_years))
    results = {}
    # Those of one standard together: another has other tables and other rules.
    for name in dict.fromkeys(trust_year.standard for trust_year in asked):
        own = [trust_year for trust_year in asked if trust_year.standard == name]
        standard = workspace.standard(own[0])
        suites = load_suites(workspace, standard)
        for start in range(0, len(own), MOST_AT_ONCE):
            some = own[start : start + MOST_AT_ONCE]
            results.update(_check(workspace, standard, suites, some, params, sound))
    return {trust_year: results[trust_year] for trust_year in asked}


def _check(
    workspace: Workspace,
    standard: Standard,
    suites: Mapping[str, list[Rule]],
    asked: list[TrustYear],
    params: Mapping[TrustYear, Params],
    sound: FoundSound | None,
) -> dict[TrustYear, GateResult]:
    years = _read(workspace, asked)
    ledgers = {t: Ledger(limits_of(workspace, t, years, params.get(t))) for t in years}
    known = [years[t] for t in asked if t in years]

    planned = planned_in(years.values())
    stacks = {"files": files_stack(years.values())}
    for name in read_tables(standard):
        # Of what is not compared, no more than the trust-year itself is looked at.
        of_years = list(years.values()) if name not in ALONE else known
        stacks[name] = stack_of(name, of_years, planned, params, standard)
    some = {name: suites[name] for name in stacks}
    collect(broken_in(some, stacks, standard.id, sound), stacks, ledgers, standard)

    # Only figures that stand on their own are held against each other.
    to_compare = sound_tables(stacks, ledgers, standard)
    comparisons = []
    for year in known:
        try:
            comparisons += [(year.trust_year, c) for c in _compare(year, years, to_compare)]
        except Exception as error:  # a fault of the program, and one trust's is not the others'
            year.faults["agreement"] = _not_compared(error)
    compared = {"agreement": comparisons_stack(comparisons)}
    some = {"agreement": suites["agreement"]}
    collect(broken_in(some, compared, standard.id, sound), compared, ledgers, standard)
    return {
        t: _result(years[t], years.get(t.previous), ledgers[t], suites)
        if t in years else _no_data(t)
        for t in asked
    }  # fmt: skip


def _read(workspace: Workspace, trust_years: Sequence[TrustYear]) -> dict[TrustYear, YearTables]:
    """The tables of each trust-year and of the year before it, so far as there are any.

    The year before is validated as well: its wrong figures must not be compared with.
    """
    wanted = sorted({y for t in trust_years for y in (t, t.previous)})
    return {t: read_year(workspace, t) for t in wanted if workspace.data_folder(t).is_dir()}


def _compare(
    year: YearTables,
    years: Mapping[TrustYear, YearTables],
    sound: Mapping[TrustYear, Tables],
) -> Iterator[Comparison]:
    trust_year = year.trust_year
    before = years.get(trust_year.previous)
    yield from comparisons_of(
        trust_year, year.standard, sound[trust_year], sound[trust_year.previous] if before else {}
    )
    for table, fault in before.faults.items() if before else ():
        assert before is not None
        yield Comparison(
            file=before.file(table),
            row=0,
            column="",
            found=fault.what,
            expected="a table that can be read",
            last_year_unreadable="yes",
        )


def _result(
    year: YearTables, before: YearTables | None, ledger: Ledger, suites: Mapping[str, list[Rule]]
) -> GateResult:
    told_as = (before.told_as if before is not None else {}) | year.told_as
    faults = list(year.faults.items())
    unreadable = tuple(_unreadable(year.file(table), fault) for table, fault in faults[1:])
    findings = unreadable + ledger.told()
    ran = [*year.tables, "files", "agreement"]
    return GateResult(
        trust_year=year.trust_year,
        findings=tuple(finding.told_as(told_as) for finding in findings) if told_as else findings,
        fault=faults[0][1] if faults else None,
        checked=tuple(
            Checked(name, told_as.get(year.file(name), year.file(name)), len(cells))
            for name, cells in year.tables.items()
        ),
        rules_run=sum(len(suites[name]) for name in ran),
        unused=tuple(year.unused),
    )


def _not_compared(error: Exception) -> Fault:
    """What is told where figures could not be compared. Without the words of the error, which may
    hold some of them."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Fault(
        "The figures of this trust-year could not be compared with each other and with last "
        f"year's: {type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}.",
        action="This is a fault of the program: report it. The other trust-years are not touched.",
    )


def _unreadable(file: str, fault: Fault) -> Finding:
    """A second file that cannot be read, so that a person can put all right at once."""
    return Finding(
        "critical", "unreadable", file, None, "", fault.where, "a table that can be read",
        fault.what, fault.action,
    )  # fmt: skip


def _no_data(trust_year: TrustYear) -> GateResult:
    return GateResult(
        trust_year,
        fault=input_fault(
            f"There is no data for {trust_year}.",
            f"data/{trust_year}/",
            "Add the folder with the tables that you have; those that are absent are reported "
            "as not supplied.",
        ),
    )
