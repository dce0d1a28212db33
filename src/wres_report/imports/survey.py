"""``survey.csv`` from the workbook of the NHS Staff Survey, or from a contractor's local file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from statistics import median

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.lookups import Lookups
from wres_report.imports.model import Imported, Line, Remark, Table, Wishes
from wres_report.imports.source import Source
from wres_report.imports.survey_local import is_local, read_local
from wres_report.imports.survey_workbook import Cell, Organisation, Sheets, no_history, read_sheets
from wres_report.inputs.tables import TABLES
from wres_report.standard import load_standard
from wres_report.words import counted

COLUMNS = TABLES["survey"].columns
INDICATORS = (5, 6, 7, 8)
GROUPS = ("white", "bme")
# As many decimals of a percentage as are kept: enough to find the answers behind it again.
PLACES = Decimal("0.0001")


def read_survey(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """The results of one trust, or of every organisation of a workbook.

    Raises an input fault where the file has no results of the standard, or no sheet of it has
    the trust; it says which sheets were read.
    """
    if is_local(source):
        return read_local(source, wishes, lookups)
    sheets = read_sheets(source, wishes)
    chosen = sheets.organisations if wishes.everyone else [_wanted(sheets, wishes, source.where)]
    medians = {name: _medians(sheets.of_group(name)) for name in {o.group for o in chosen}}
    years = [y for y in sheets.years if not wishes.year or y < wishes.year]
    remarks = _remarks(sheets, chosen, years, wishes)
    tables = []
    for organisation in chosen:
        rows = tuple(_rows(organisation, years, medians[organisation.group], sheets.release))
        if rows:
            tables.append(Table(organisation.code, COLUMNS, rows))
    if not tables:
        raise input_fault(
            "There is no result of these years in this workbook.", source.where,
            f"It holds the surveys {', '.join(map(str, sheets.years))}; results of WRES "
            f"{wishes.year} are those up to the survey of {wishes.year - 1}.",
        )  # fmt: skip
    named = f"{counted(len(sheets.read), 'sheet')}: " + ", ".join(
        f"“{name}”" for name in sheets.read
    )
    lines = [
        Line("organisations in the sheets read", len(sheets.organisations)),
        Line("organisations taken", len(tables)),
        Line("survey years taken", len(years)),
        Line("results taken", sum(len(table.rows) for table in tables)),
    ]
    rules = [
        "White and BME results are the summary columns: shares of those who answered, not "
        "weighted. The weighted question columns are never used.",
        "The benchmark is the median of the organisations of the same sheet.",
        f"Release of {sheets.release}: history may differ from that of an earlier release.",
    ]
    return Imported(
        "survey", source.where, named, tuple(sheets.placements), tuple(tables), tuple(lines),
        tuple(rules), tuple(remarks), (), {"release": str(sheets.release)},
    )  # fmt: skip


def _wanted(sheets: Sheets, wishes: Wishes, where: str) -> Organisation:
    found = [o for o in sheets.organisations if o.code == wishes.code]
    if len(found) == 1:
        return found[0]
    read = ", ".join(f"“{name}”" for name in sheets.read)
    if found:
        raise input_fault(
            f"{wishes.code} stands {len(found)} times in this workbook.",
            f"{where}: {', '.join(f'“{o.group}”' for o in found)}",
            "Name the sheet to read: --sheet NAME.",
        )
    if not wishes.code:
        raise usage_fault(
            "This workbook is about many organisations.", where,
            "Name one with --code, or by --into RX7/2025, or take --all.",
        )  # fmt: skip
    parts = sorted(o.code for o in sheets.organisations if o.code.startswith(wishes.code))
    unread = f" Not read, because they have none of the columns: {', '.join(sheets.unread)}."
    raise input_fault(
        f"{wishes.code} is in none of the sheets with results.",
        f"{where}. Read: {read}.{unread if sheets.unread else ''}",
        f"Its parts are {', '.join(parts)}: name one with --code." if parts
        else "Check the code. After a merger the results may stand under another one: --code.",
    )  # fmt: skip


def _medians(organisations: Iterable[Organisation]) -> dict[tuple[int, str, int], Decimal]:
    values: dict[tuple[int, str, int], list[Decimal]] = {}
    for organisation in organisations:
        for key, cell in organisation.cells.items():
            if cell.share is not None:
                values.setdefault(key, []).append(cell.share)
    # The median of one trust alone would be its own result, and no benchmark.
    return {key: Decimal(median(found)) for key, found in values.items() if len(found) > 1}


def _rows(
    organisation: Organisation, years: Sequence[int],
    medians: dict[tuple[int, str, int], Decimal], release: int,
) -> Iterable[tuple[str, ...]]:  # fmt: skip
    since = no_history().get(organisation.code)
    for indicator in INDICATORS:
        for year in years:
            if since and year < since[0] <= release:
                continue
            cells = {g: organisation.cells.get((indicator, g, year), Cell()) for g in GROUPS}
            if all(cell.share is None for cell in cells.values()):
                continue
            for group, cell in cells.items():
                benchmark = medians.get((indicator, group, year))
                yield (
                    str(indicator), str(year), group, percent(cell.share), cell.responses,
                    percent(benchmark), str(release),
                )  # fmt: skip


def percent(share: Decimal | None) -> str:
    """A fraction of one as a percentage, with up to four decimals; empty for none."""
    if share is None:
        return ""
    text = f"{(share * 100).quantize(PLACES):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _remarks(
    sheets: Sheets, chosen: Sequence[Organisation], years: Sequence[int], wishes: Wishes
) -> list[Remark]:
    remarks = []
    if sheets.unread:
        remarks.append(Remark(
            "sheets", "These sheets have none of the columns, and are not read:",
            tuple(sheets.unread),
        ))  # fmt: skip
    later = [year for year in sheets.years if year not in years]
    if later:
        remarks.append(Remark(
            "years", f"Surveys later than WRES {wishes.year} are left out:",
            tuple(map(str, later)),
        ))  # fmt: skip
    if wishes.year and wishes.year - 1 not in years:
        remarks.append(Remark(
            "years", f"The survey of {wishes.year - 1}, which WRES {wishes.year} reports on, is "
            "not in this workbook.",
        ))  # fmt: skip
    cut = [
        f"{o.code}: before {entry[0]} ({entry[1]})"
        for o in chosen
        if (entry := no_history().get(o.code)) and entry[0] <= sheets.release
        and any(year < entry[0] for year in years)
    ]  # fmt: skip
    if cut:
        remarks.append(Remark(
            "history", "Surveys that are not comparable with those after them are left out:",
            tuple(cut),
        ))  # fmt: skip
    breaks = sorted(
        b - 1 for b in load_standard().indicator("i7").breaks() if years and min(years) < b - 1
        <= max(years)
    )  # fmt: skip
    if breaks:
        remarks.append(Remark(
            "basis", "Indicator 7 is on another basis from these surveys on, so no trend is drawn "
            "across them:", tuple(map(str, breaks)),
        ))  # fmt: skip
    if not any(cell.responses for o in chosen for cell in o.cells.values()):
        remarks.append(Remark(
            "responses", "The workbook says nowhere how many answered, so no interval can be "
            "given and no verdict.",
        ))  # fmt: skip
    alone = sorted({o.code for o in chosen if len(sheets.of_group(o.group)) == 1})
    if alone:
        remarks.append(Remark(
            "benchmark", "These stand alone in their sheet, so there is no median to compare "
            "with:", tuple(alone),
        ))  # fmt: skip
    lost = sorted({
        f"{o.code}: indicator {i}, {year}, {group}" for o in chosen
        for (i, group, year), cell in o.cells.items()
        if cell.share is None and year in years
    })  # fmt: skip
    if lost:
        remarks.append(
            Remark(
                "missing", "Results that the workbook does not give (too few answers):", tuple(lost)
            )
        )
    return remarks
