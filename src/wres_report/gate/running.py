"""Runs the gate: reads, validates each table, then what must agree, and sums up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from wres_report.faults import Fault, input_fault
from wres_report.gate.agreement import comparisons_of
from wres_report.gate.comparisons import Comparison, Tables, comparisons_frame
from wres_report.gate.findings import Ledger, collect
from wres_report.gate.frames import YearTables, files_frame, read_year, rows_of, stack
from wres_report.gate.results import DEFAULT_MINIMUM_COUNT, Checked, Finding, GateResult
from wres_report.gate.suites import GATED_TABLES, Rule, load_suites
from wres_report.gate.validation import validate
from wres_report.inputs.params import Params
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace


def run(
    workspace: Workspace,
    trust_years: Sequence[TrustYear],
    params: Mapping[TrustYear, Params],
) -> dict[TrustYear, GateResult]:
    """As ``wres_report.gate.run_gate``."""
    suites = load_suites(workspace)
    years = _read(workspace, trust_years)
    ledgers = {t: Ledger(_minimum_count(params.get(t))) for t in years}

    frames = {name: stack(name, list(years.values()), params) for name in GATED_TABLES}
    frames["files"] = files_frame(list(years.values()))
    collect(validate(_without(suites, "agreement"), frames), frames, ledgers)

    # Only figures that stand on their own are held against each other.
    sound = _sound(years, frames, ledgers)
    asked = [t for t in dict.fromkeys(trust_years) if t in years]
    frames = {
        "agreement": comparisons_frame((t, c) for t in asked for c in _compare(t, years, sound))
    }
    collect(validate({"agreement": suites["agreement"]}, frames), frames, ledgers)

    return {
        t: _result(years[t], ledgers[t], suites) if t in years else _no_data(t)
        for t in dict.fromkeys(trust_years)
    }


def _read(workspace: Workspace, trust_years: Sequence[TrustYear]) -> dict[TrustYear, YearTables]:
    """The tables of each trust-year and of the year before it, so far as there are any.

    The year before is validated as well: its wrong figures must not be compared with.
    """
    wanted = sorted({y for t in trust_years for y in (t, t.previous)})
    return {t: read_year(workspace, t) for t in wanted if workspace.data_folder(t).is_dir()}


def _minimum_count(params: Params | None) -> int:
    """The smallest count that may be published; 1 where the rules are off."""
    if params is None:
        return DEFAULT_MINIMUM_COUNT
    return params.disclosure.minimum_count if params.disclosure.enabled else 1


def _without(suites: dict[str, list[Rule]], name: str) -> dict[str, list[Rule]]:
    return {other: rules for other, rules in suites.items() if other != name}


def _sound(
    years: Mapping[TrustYear, YearTables],
    frames: Mapping[str, pd.DataFrame],
    ledgers: Mapping[TrustYear, Ledger],
) -> dict[TrustYear, Tables]:
    """The rows of each trust-year's tables, with None for each figure that was found wrong.

    A table in which a key is wrong or stands twice is left out: no sum over it means anything.
    """
    sound: dict[TrustYear, Tables] = {t: {} for t in years}
    for name in GATED_TABLES:
        for row in rows_of(frames[name]):
            trust_year = TrustYear(row["trust"], row["year"])
            ledger, file = ledgers[trust_year], row["file"]
            if name in ledger.tables or ledger.gone[file].intersection(TABLES[name].key):
                continue
            for wrong_file, file_row, column in ledger.wrong:
                if (wrong_file, file_row) == (file, row["file_row"]) and column in row:
                    row[column] = None
            sound[trust_year].setdefault(name, []).append(row)
    return sound


def _compare(
    trust_year: TrustYear,
    years: Mapping[TrustYear, YearTables],
    sound: Mapping[TrustYear, Tables],
) -> Iterator[Comparison]:
    before = years.get(trust_year.previous)
    yield from comparisons_of(
        trust_year, sound[trust_year], sound[trust_year.previous] if before else {}
    )
    for table, fault in before.faults.items() if before else ():
        assert before is not None
        if table in sound[trust_year]:
            yield Comparison(
                file=before.file(table),
                row=0,
                column="",
                found=fault.what,
                expected="a table that can be read",
                last_year_unreadable="yes",
            )


def _result(year: YearTables, ledger: Ledger, suites: dict[str, list[Rule]]) -> GateResult:
    faults = list(year.faults.items())
    unreadable = tuple(_unreadable(year.file(table), fault) for table, fault in faults[1:])
    ran = [*year.tables, "files", "agreement"]
    return GateResult(
        trust_year=year.trust_year,
        findings=unreadable + ledger.told(),
        fault=faults[0][1] if faults else None,
        checked=tuple(
            Checked(name, year.file(name), len(frame)) for name, frame in year.tables.items()
        ),
        rules_run=sum(len(suites[name]) for name in ran),
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
