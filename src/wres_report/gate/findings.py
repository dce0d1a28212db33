"""Turns broken rules into findings, each cause told once, each to its trust-year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from wres_report.gate.cells import (
    REFINED,
    TOTALS_ROW,
    in_digits,
    instead_of_percent,
    is_totals_row,
    kind_of,
    nearest,
    quoted,
)
from wres_report.gate.file_rows import OF_SHEETS
from wres_report.gate.frames import MADE_FROM, RENAMED
from wres_report.gate.gathering import gathered, order_of
from wres_report.gate.results import (
    Finding,
    Limits,
    in_full,
    marked,
    withheld,
)
from wres_report.gate.stacks import Stack
from wres_report.gate.suites import Rule
from wres_report.gate.validation import Broken
from wres_report.inputs.places import table_named
from wres_report.inputs.reading import AS_WRITTEN
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.typed_cells import Doubt, number_of_text
from wres_report.standard import Standard

Row = Mapping[str, Any]
_BACK = {new: old for names in RENAMED.values() for old, new in names.items()}


@dataclass
class Ledger:
    """What is wrong with one trust-year.

    cells: those told already, as file, row, column. tables: those whose rows cannot be told
    apart or belong to nothing known, so that no sum over them means anything. gone: the
    columns that a file lacks. limits: what of its figures may be published.
    """

    limits: Limits = field(default_factory=Limits)
    findings: list[tuple[Rule, Finding]] = field(default_factory=list)
    cells: set[tuple[str, int, str]] = field(default_factory=set)
    wrong: set[tuple[str, int, str]] = field(default_factory=set)
    tables: set[str] = field(default_factory=set)
    gone: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def told(self) -> tuple[Finding, ...]:
        """The findings, without those that another makes pointless, in their order."""
        names = {rule.name for rule, _ in self.findings}
        left = [(r, f) for r, f in self.findings if not names.intersection(r.unless)]
        return tuple(sorted(gathered(left), key=order_of))


def collect(
    broken: list[Broken],
    stacks: Mapping[str, Stack],
    ledgers: Mapping[TrustYear, Ledger],
    standard: Standard,
) -> None:
    """Write each broken rule into the ledger of each trust-year that breaks it.

    stacks: those that the suites ran on. A cell that a rule before has told is not told again.
    """
    for one in broken:
        stack = stacks[one.rule.suite]
        by_year: dict[TrustYear, list[Row]] = defaultdict(list)
        for position in one.positions:
            row = stack.row(position)
            by_year[TrustYear(row["trust"], row["year"], standard.id)].append(row)
        for trust_year, its_rows in by_year.items():
            _enter(ledgers[trust_year], one.rule, its_rows, standard)


def source_column(column: str) -> str:
    """The column of the file that a column of a stack is or is made from."""
    column = column.removesuffix(AS_WRITTEN).removesuffix("_fraction")
    if column.startswith("value_"):
        return "value"
    return MADE_FROM.get(column) or _BACK.get(column) or column


def _enter(ledger: Ledger, rule: Rule, rows: list[Row], standard: Standard) -> None:
    tables = tables_of(standard)
    if "column_list" in rule.kwargs:
        _enter_doubles(ledger, rule, rows)
        return
    for row in rows:
        finding = _finding(rule, row, standard)
        if rule.suite == "files":
            ledger.gone[row["file"]].update(filter(None, row["missing_columns"].split(", ")))
        columns = (finding.column or rule.name).split(", ")
        cells = {(row["file"], int(row["file_row"]), column) for column in columns}
        lost = ledger.gone[row["file"]] if rule.suite != "files" else set()
        if cells & ledger.cells or lost.intersection(columns):
            continue
        ledger.cells |= cells
        if rule.severity == "critical":
            ledger.wrong |= cells
            if rule.suite in tables and set(columns) & set(tables[rule.suite].key):
                ledger.tables.add(rule.suite)
        limits = ledger.limits
        if table_named(row["file"]) == "survey":
            # Nothing is hidden of responses but where they are few.
            least = limits.responses if limits.count > 1 else 1
            limits = Limits(least, limits.responses)
        ledger.findings.append((rule, _published(finding, limits)))


def _enter_doubles(ledger: Ledger, rule: Rule, rows: list[Row]) -> None:
    """Rows that are given twice: one finding for all rows of one key."""
    columns = [source_column(column) for column in rule.columns]
    by_key: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in rows:
        by_key[tuple(row[column] for column in rule.columns)].append(row)
    for key, same in by_key.items():
        file = same[0]["file"]
        cells = {(file, int(row["file_row"]), column) for row in same for column in columns}
        if ledger.gone[file].intersection(columns) or cells & ledger.cells:
            continue
        ledger.cells |= cells
        ledger.tables.add(rule.suite)
        numbers = sorted(int(row["file_row"]) for row in same)
        words = ", ".join(f"{part:g}" if isinstance(part, float) else str(part) for part in key)
        listed = " and ".join(map(str, numbers))
        finding = Finding(
            rule.severity, rule.name, file, numbers[-1], ", ".join(columns),
            f"“{words}” in rows {listed}", rule.expected, rule.message, rule.action,
        )  # fmt: skip
        ledger.findings.append((rule, finding))


def _finding(rule: Rule, row: Row, standard: Standard) -> Finding:
    """The finding in full, its counts still marked."""
    file, number = str(row["file"]), int(row["file_row"]) or None
    base = Finding(
        rule.severity, rule.name, file, number, "", "", rule.expected, rule.message, rule.action
    )
    if rule.suite == "agreement":
        return replace(base, column=row["column"], found=row["found"], expected=row["expected"])
    if rule.suite == "files":
        return _of_file(base, rule, row, tables_of(standard))
    column = source_column(rule.columns[0])
    if hint := row.get(f"{column}_hint"):
        base = replace(base, action=f"{hint} {rule.action}")
    if expected := row.get(f"{column}_expected"):
        base = replace(base, expected=expected)
    if column in ("formula_column", "control_column", "letter_column"):
        # The rule is on a whole row: the cell says in which of its columns.
        return replace(base, column=str(row[column]), found=quoted(str(row[row[column]])[:40]))
    text = _as_written(row, column)
    if rule.name == "few_responses":
        least = f"{row['minimum_responses']} responses or more"
        return replace(base, column=column, found=f"{marked(text)} responses", expected=least)
    if column == "area" and rule.name == "same_variable":
        return replace(
            base, column=column, found=f"{quoted(text)} beside {quoted(row[rule.columns[0]])}"
        )
    if rule.name == "display_differs":
        return replace(
            base,
            column=column,
            found=quoted(text),
            expected=f"the value {row['value_as_written']} as the text shows it, rounded or not",
        )
    people = (*standard.groups.names, "responses")  # columns whose numbers count people
    found = marked(text) if column in people and text else quoted(text)
    base = replace(base, column=column, found=found)
    schema = tables_of(standard).get(rule.suite)
    if rule.name in REFINED and text:
        kind, unit = kind_of(text), str(row.get("unit", ""))
        base = replace(base, rule=kind.rule, message=kind.message, action=kind.action)
        return base if schema is None else _with_value(base, schema, column, text, unit)
    if schema is not None and column in schema.key and is_totals_row(text):
        return replace(base, action=TOTALS_ROW)
    known = [str(value) for value in rule.kwargs.get("value_set", ())]
    near = nearest(text, known)
    if near and near != text:
        return replace(base, action=f"Is “{near}” meant? {rule.action}")
    return base


def _with_value(base: Finding, schema: TableSchema, column: str, text: str, unit: str) -> Finding:
    """The finding with the value to write, where the cell can only mean one or two."""
    read = number_of_text(schema, column, text, unit)
    if isinstance(read, Doubt) and base.rule in ("thousands_separator", "decimal_comma"):
        return replace(base, action=f"Write which is meant: {read.what}. {base.action}")
    if isinstance(read, Doubt) and base.rule == "percent_sign":
        return replace(base, action=instead_of_percent(text, unit))
    if base.rule == "thousands_separator":
        return replace(base, expected=f"{base.expected}; here {marked(in_digits(text))}")
    return base


def _of_file(base: Finding, rule: Rule, row: Row, tables: Mapping[str, TableSchema]) -> Finding:
    column = rule.columns[0]
    action = f"{row['hint']} {base.action}".strip()
    if column == "is_table":
        name = str(row["file"]).rsplit("/", 1)[1]
        known = f"a table of the standard: {', '.join(f'{table}.csv' for table in tables)}"
        found = f"a file named “{name}”"
        return replace(base, row=None, found=found, expected=known, action=action)
    if column == "tables":
        return replace(base, row=None, found="a folder without tables")
    if column == "names_read":
        return replace(base, row=None, found=str(row["names_read"]))
    if column == "persons":
        return replace(base, row=None, found=f"columns of {row['persons']}")
    if column == "rows":
        return replace(base, found="no row below the head")
    if column in OF_SHEETS:
        sheet_column = str(row["sheet_column"])
        number = base.row if sheet_column or row["file_row"] > 1 else None
        return replace(base, row=number, column=sheet_column, found=str(row[column]))
    if column == "short_rows":
        numbers = str(row[column])
        only = numbers.isdecimal()
        found = "a row with fewer cells" if only else f"fewer cells in rows {numbers}"
        return replace(base, row=int(numbers) if only else None, found=found)
    names = str(row[column])
    if column == "missing_columns":
        found = f"no such column; the head of the file is: {row['head']}"
        wanted = " and ".join(f"“{name}”" for name in names.split(", "))
        expected = f"a column {wanted}" if "and" not in wanted else f"the columns {wanted}"
        return replace(base, column=names, found=found, expected=expected, action=action)
    wanted = ", ".join(tables[row["table"]].columns)
    return replace(
        base, column=names, found=quoted(names), expected=f"these columns: {wanted}", action=action
    )


def _as_written(row: Row, column: str) -> str:
    for name in (column + AS_WRITTEN, _renamed(row, column), column):
        if name in row:
            return str(row[name])
    return ""


def _renamed(row: Row, column: str) -> str:
    return next(
        (new for new, old in _BACK.items() if old == column + AS_WRITTEN and new in row), ""
    )


def _published(finding: Finding, limits: Limits) -> Finding:
    """The finding with its figures in full, and beside it as it may be published."""
    return replace(
        finding,
        found=_quote_alone(in_full(finding.found), finding.found),
        expected=in_full(finding.expected),
        published_found=_quote_alone(withheld(finding.found, limits), finding.found),
        published_expected=withheld(finding.expected, limits),
    )


def _quote_alone(text: str, source: str) -> str:
    # A cell that is nothing but a count is quoted like any other cell.
    alone = source.startswith("\x02") and source.endswith("\x03") and source.count("\x02") == 1
    return quoted(text) if alone else text
