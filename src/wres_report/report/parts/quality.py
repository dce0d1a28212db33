"""What the checks noted, in the words of a reader: tables by name, files in the annex alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wres_report.inputs.given.tables import GIVEN
from wres_report.markdown import escape, pipe_table
from wres_report.report.parts.context import ReportContext
from wres_report.words import capitalised

TABLES = {
    "workforce": "workforce", "recruitment": "recruitment", "disciplinary": "disciplinary process",
    "capability": "capability process", "training": "training", "survey": "staff survey",
    "board": "board", "reported": "published figures", "actions": "action plan",
    "progress": "progress on last year’s plan",
    **{name: table.called for name, table in GIVEN.items() if table.called},
}  # fmt: skip
# A file or a sheet of the workspace, with its year; a standard may have a folder of its own.
PLACE = re.compile(
    r"`?data/[A-Z0-9]+/(?P<year>\d{4})/(?:[a-z0-9-]+/)?"
    r"(?:(?P<file>[a-z0-9_-]+)\.csv|[\w-]+\.xlsx(?:, sheet (?P<sheet>[a-z0-9_-]+))?)`?"
)
# What is told of how a file was written, not of what it says.
OF_FILES = frozenset({
    "name_read_as_meant", "value_read_as_meant", "unread_value", "sheet_and_file_differ",
    "unknown_sheet", "missing_column", "empty_table", "unknown_column", "short_row",
})  # fmt: skip


def quality_part(report: ReportContext) -> str:
    """What the gate checked, table by table, and what it noted."""
    findings = report.quality["findings"]
    year = report.trust_year.year
    rows = [
        [escape(capitalised(named(entry["file"], year))), str(entry["rows"]),
         str(sum(1 for f in findings if f["file"] == entry["file"]))]
        for entry in report.quality["checked"]
    ]  # fmt: skip
    table = pipe_table(["Table", "Rows", "Notes"], rows, "lrr", [50, 10, 10])
    lines = [table, "", ": Tables checked before the report was made {#tbl-quality}", ""]
    lines += [_note(finding, year) for finding in findings] or ["The checks noted nothing."]
    return "\n".join(lines) + "\n"


def reading_part(report: ReportContext) -> str:
    """Of notes on how files were written the places and the words; empty where there are none."""
    lines = [
        f"- {_where(f)}: {escape(f['message'])} Found: {escape(str(f['found']))}; "
        f"expected: {escape(str(f['expected']))}."
        for f in report.quality["findings"] if f["rule"] in OF_FILES
    ]  # fmt: skip
    return "\n**How the files were read.**\n\n" + "\n".join(lines) + "\n" if lines else ""


def named(place: str, year: int) -> str:
    """What a reader calls a file or sheet of the workspace; any other text with those in it."""

    def name(found: re.Match[str]) -> str:
        table = found["file"] or found["sheet"]
        words = TABLES.get(table, table.replace("_", " ")) if table else "the workbook of tables"
        return words if int(found["year"]) == year else f"{words} of {found['year']}"

    return PLACE.sub(name, place)


def _note(finding: Mapping[str, Any], year: int) -> str:
    table = escape(capitalised(named(finding["file"], year)))
    message = escape(named(str(finding["message"]), year))
    if finding["rule"] in OF_FILES:
        return f"- **{table}:** {message}"
    row = f", row {finding['row']} of the file" if finding["row"] else ""
    column = f", {escape(finding['column'].replace('_', ' '))}" if finding["column"] else ""
    found, expected = (escape(named(str(finding[key]), year)) for key in ("found", "expected"))
    return f"- **{table}{row}{column}:** {message} Found: {found}; expected: {expected}."


def _where(finding: Mapping[str, Any]) -> str:
    place = f"`{finding['file']}`" + (f", row {finding['row']}" if finding["row"] else "")
    return place + (f", column {escape(finding['column'])}" if finding["column"] else "")
