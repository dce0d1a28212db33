"""The figures of a report as an accessible workbook: what ``results.json`` publishes, no more.

A figure that is suppressed there is so here, in words; nothing is computed anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from wres_report.inputs.trust_year import TrustYear
from wres_report.packing import pack
from wres_report.plan_files.sheet_writer import FONT, HEAD_ROW, SIZE, SheetWriter
from wres_report.report.cards.titles import title_of
from wres_report.standard import Standard, load_standard
from wres_report.words import capitalised

COVER_WIDTH = 100
ONE_TABLE = "This worksheet contains one table."
ABOUT = f"{ONE_TABLE} Where a cell is empty there is nothing to say. Notes explains the columns."
# Heading, width in characters, and what the notes say of it.
COLUMNS = {
    "Key": (34, "Names the figure, as results.json and the report's variables do."),
    "What it is": (60, "The figure in a few words."),
    "Figure": (16, "As the report prints it, or why there is none: “suppressed” where it would "
                   "tell of few people, “not supplied” where the data has no such figure, “not "
                   "calculable” where a group is empty."),
    "Value": (16, "The same before rounding, as a number; empty where there is none."),
    "Unit": (12, "ratio; percent, from 0 to 100; pp, percentage points; count, of people; score, "
                 "from 0 to 10."),
    "Interval from": (16, "The lower end of the confidence interval; empty where there is none."),
    "Interval to": (16, "The upper end."),
    "People": (12, "How many people stand behind the figure; for a ratio or a gap those of the "
                   "smaller group. Empty where that is not shown."),
    "Note": (34, "What must be known beside the figure."),
    "Files": (48, "The files of the data that it is made from; empty where it is made of others."),
}  # fmt: skip
VERDICTS = {
    "{Noun}": (14, "Names the {noun}, or the part of one."),
    "Its name": (60, "What it measures."),
    "Mark": (10, "The mark that the report sets beside the verdict."),
    "Verdict": (60, "Whether the figure differs by more than chance, and for whom."),
}
INDICATOR = "indicator"  # where a standard's own word is not at hand
FIGURES, OF_TABLES, VERDICT_SHEET, NOTES = "Figures", "Figures of tables", "Verdicts", "Notes"
Rows = list[list[str | float]]


def write(results: Mapping[str, Any], path: Path, epoch: int) -> None:
    """Write the workbook.

    results: the content of ``results.json``. epoch: the time written into the file, in seconds
    since 1970; the same results and the same time give the same bytes.
    """
    book = Workbook()
    writer = SheetWriter()
    standard = _standard_of(results)
    noun = standard.noun if standard is not None else INDICATOR
    verdicts = {
        heading.format(Noun=capitalised(noun)): (width, said.format(noun=noun))
        for heading, (width, said) in VERDICTS.items()
    }
    tables = [
        (FIGURES, "The figures of the report", COLUMNS, _figures(results, "values", standard)),
        (OF_TABLES, "Figures that stand in its tables alone", COLUMNS,
         _figures(results, "of_tables", standard)),
        (VERDICT_SHEET, "Verdicts", verdicts, _verdicts(results, standard)),
    ]  # fmt: skip
    shown = [table for table in tables if table[3]]
    _cover(writer, book.active, results, [(name, title) for name, title, _, _ in shown])
    notes: Rows = [[heading, said] for heading, (_, said) in (COLUMNS | verdicts).items()]
    shown.append((NOTES, "Notes", {"Column": (20, ""), "What it means": (90, "")}, notes))
    for name, title, columns, rows in shown:
        sheet = book.create_sheet(name)
        writer.title(sheet, title, ABOUT if name != NOTES else ONE_TABLE)
        widths = [width for width, _ in columns.values()]
        writer.table(
            sheet, HEAD_ROW, f"{name.replace(' ', '_')}_table", list(columns), rows, widths
        )
    about = results["report"]
    book.properties.title = f"{about['title']}. Figures"
    book.properties.creator = about["name"]
    book.properties.language = "en-GB"
    pack(path, book, epoch)


def _standard_of(results: Mapping[str, Any]) -> Standard | None:
    """The standard of the report; None for one of a workspace's own, whose words are not at hand
    here."""
    try:
        return load_standard(TrustYear.of_results(dict(results)).standard)
    except LookupError:
        return None


def _cover(
    writer: SheetWriter, sheet: Any, results: Mapping[str, Any], contents: list[tuple[str, str]]
) -> None:
    about = results["report"]
    sheet.title = "Cover"
    said = [
        f"{about['title']}. Figures", f"{about['name']}, {results['trust']} {results['year']}",
        "The figures of the report as it publishes them, for those who go on with them. What the "
        "report suppresses is suppressed here.",
        *(["The data is synthetic: the trust does not exist."] if about.get("synthetic") else []),
        "Contents",
    ]  # fmt: skip
    for row, text in enumerate(said, start=1):
        cell = writer.put(sheet, row, 1, text)
        if text in (said[0], "Contents"):
            cell.font = Font(name=FONT, size=SIZE + 2, bold=True)
    for row, (name, title) in enumerate([*contents, (NOTES, "Notes")], start=len(said) + 1):
        writer.link(sheet, row, name, f"{name}: {title}" if name != title else name)
    sheet.column_dimensions["A"].width = COVER_WIDTH


def _figures(results: Mapping[str, Any], kind: str, standard: Standard | None) -> Rows:
    term = str(results["report"]["term"])
    return [
        [
            key, _called(key, standard, term), entry["display"], _number(entry["value"]),
            entry["unit"], _number(entry["low"]), _number(entry["high"]), _number(entry["n"]),
            entry["note"], ", ".join(entry["source"]),
        ]
        for key, entry in results.get(kind, {}).items()
    ]  # fmt: skip


def _called(key: str, standard: Standard | None, term: str) -> str:
    if standard is None:
        return key.replace(".", ", ").replace("_", " ")
    return title_of(key, standard, term, standard.groups.unknown_label)


def _verdicts(results: Mapping[str, Any], standard: Standard | None) -> Rows:
    names = {i.id: (i.label, i.name) for i in standard.indicators} if standard is not None else {}
    return [
        [*names.get(id, (id, id)), verdict["shape"], verdict["words"]]
        for id, verdict in results["verdicts"].items()
    ]


def _number(number: float | None) -> float | str:
    return "" if number is None else number
