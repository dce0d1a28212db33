"""The benchmark workbook of the NHS Staff Survey: a sheet for each group, a row an organisation."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache

from wres_report.faults import input_fault
from wres_report.imports.choosing import sheets_named
from wres_report.imports.lookups import FOLDER
from wres_report.imports.meanings import Certainty, Placement, plain
from wres_report.imports.model import Wishes
from wres_report.imports.source import Sheet, Source

MISSING = frozenset({"", "*", "-", "–", "na", "n/a", "#n/a", "."})
CODES = frozenset({
    "org id", "orgid", "ods code", "org code", "organisation code", "trust code", "code",
    "organisation id",
})  # fmt: skip
NAMES = frozenset({"org name", "organisation name", "trust name", "name", "organisation"})
GROUP_OF = {"1": "white", "2": "bme"}
Key = tuple[int, str, int]


@dataclass(frozen=True)
class Cell:
    """share: a fraction of one, None where it is not given. responses: empty where unknown."""

    share: Decimal | None = None
    responses: str = ""


@dataclass(frozen=True)
class Organisation:
    """A row. group: the sheet it stands in. cells: by indicator, group and survey year."""

    code: str
    name: str
    group: str
    cells: dict[Key, Cell]


@dataclass
class Sheets:
    """What the sheets of a workbook hold. read, unread: their names."""

    organisations: list[Organisation] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    years: list[int] = field(default_factory=list)

    @property
    def release(self) -> int:
        """The year of the release: that of the latest survey which it holds."""
        return max(self.years)

    def of_group(self, name: str) -> list[Organisation]:
        return [o for o in self.organisations if o.group == name]


@cache
def no_history() -> dict[str, tuple[int, str]]:
    """By code the first survey that is comparable with later ones, and why."""
    text = (FOLDER / "survey_no_history.csv").read_text(encoding="utf-8")
    return {
        row["code"]: (int(row["earliest_year"]), row["reason"])
        for row in csv.DictReader(text.splitlines())
    }


@cache
def _stems() -> dict[str, int]:
    text = (FOLDER / "survey_columns.csv").read_text(encoding="utf-8")
    return {row["stem"]: int(row["indicator"]) for row in csv.DictReader(text.splitlines())}


@cache
def _pattern() -> re.Pattern[str]:
    stems = "|".join(map(re.escape, _stems()))
    return re.compile(
        rf"^(?P<stem>{stems})(?P<base>_n)?_(?P<group>[12])(?P<base2>_n)?_(?P<year>20\d\d)"
        r"(?P<base3>_n)?$"
    )


def meaning_of(heading: str) -> tuple[Key, bool] | None:
    """The result that a column holds, and whether it is the number who answered; None for others.

    Question columns, such as ``q15_2024``, are weighted and never taken.
    """
    match = _pattern().match("_".join(heading.casefold().split()))
    if match is None:
        return None
    key = (_stems()[match["stem"]], GROUP_OF[match["group"]], int(match["year"]))
    return key, bool(match["base"] or match["base2"] or match["base3"])


def read_sheets(source: Source, wishes: Wishes) -> Sheets:
    """Read every sheet that has a column of codes and a result of the standard.

    Raises an input fault where none has.
    """
    found = Sheets()
    named = sheets_named(source, wishes)
    for sheet in named:
        head = _head(sheet)
        if head is None:
            found.unread.append(sheet.name or sheet.place)
        else:
            _read(sheet, head, found, source.where)
    if not found.organisations:
        raise input_fault(
            "No sheet of this file has White and BME results of the NHS Staff Survey.",
            f"{source.where}: {', '.join(s.place for s in named)}",
            "Take the Excel data of the benchmark reports: its columns are named like "
            "har_from_pat_eth_summary_1_2024, beside org_id.",
        )
    found.years = sorted({key[2] for o in found.organisations for key in o.cells})
    found.placements = _told(found.placements)
    return found


def _head(sheet: Sheet) -> int | None:
    for number, row in enumerate(sheet.preview[:60]):
        if _code_column(row) is not None and any(meaning_of(heading) for heading in row):
            return number
    return None


def _code_column(row: Sequence[str]) -> int | None:
    return next((i for i, cell in enumerate(row) if plain(cell) in CODES), None)


def _read(sheet: Sheet, head: int, found: Sheets, where: str) -> None:
    headings = sheet.preview[head]
    code_column = _code_column(headings)
    assert code_column is not None
    names = [i for i, cell in enumerate(headings) if plain(cell) in NAMES]
    shares: dict[Key, int] = {}
    bases: dict[Key, int] = {}
    for index, heading in enumerate(headings):
        meaning = meaning_of(heading)
        if meaning is None:
            continue
        key, is_base = meaning
        (bases if is_base else shares).setdefault(key, index)
        label = f"indicator {key[0]}, {key[1]}{', responses' if is_base else ''}"
        found.placements.append(Placement(heading, index, label, Certainty.EXACT))
    found.read.append(sheet.name or sheet.place)
    wanted = [code_column, *names[:1], *shares.values(), *bases.values()]
    place_of = {index: place for place, index in enumerate(wanted)}
    for number, row in sheet.rows_of(wanted, head + 1):
        code = row[0].upper()
        if not code or " " in code:
            continue
        place = f"{where}, {sheet.place}" + (f", row {number}" if number else "")
        cells = {
            key: Cell(
                _share(row[place_of[index]], f"{place}, column {headings[index]}"),
                _responses(row[place_of[bases[key]]], place) if key in bases else "",
            )
            for key, index in shares.items()
        }
        name = row[1] if names else ""
        found.organisations.append(Organisation(code, name, sheet.name, cells))


def _share(text: str, place: str) -> Decimal | None:
    if text.casefold() in MISSING:
        return None
    try:
        share = Decimal(text)
    except InvalidOperation:
        share = Decimal(-1)
    if not 0 <= share <= 1:
        raise input_fault(
            f"“{text[:20]}” is no share from 0 to 1.", place,
            "The benchmark workbook holds fractions of one. If this one holds percentages, divide "
            "them by 100.",
        )  # fmt: skip
    return share


def _responses(text: str, place: str) -> str:
    if text.casefold() in MISSING:
        return ""
    try:
        number = Decimal(text.replace(",", ""))
    except InvalidOperation:
        number = Decimal("0.5")
    if number != number.to_integral_value() or number < 0:
        raise input_fault(f"“{text[:20]}” is no number of answers.", place, "Put it right.")
    return str(int(number))


def _told(placements: Sequence[Placement]) -> list[Placement]:
    """One line for each result, whatever the number of years and sheets."""
    by_label: dict[str, list[Placement]] = {}
    for placement in placements:
        by_label.setdefault(placement.meaning, []).append(placement)
    lines = []
    for label, found in sorted(by_label.items()):
        headings = sorted({p.heading for p in found})
        years = f" to {headings[-1][-4:]}" if len(headings) > 1 else ""
        lines.append(Placement(headings[0] + years, found[0].index, label, Certainty.EXACT))
    return lines
