"""The census table TS021, ethnic group of all usual residents, as its bulk file or from the API.

Bulk: one row an area and one column a group, ``Ethnic group: White`` and its parts. API: one row
an area and group, ``C2021_ETH_20`` and ``OBS_VALUE``. Source: Office for National Statistics,
Census 2021, through Nomis; dataset NM_2041_1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wres_report.faults import input_fault
from wres_report.imports.heads import Head
from wres_report.imports.meanings import plain
from wres_report.imports.source import Sheet, Source

TOTAL, WHITE = "total", "white"
# The five groups of the table, by what their headings and names begin with.
GROUPS = ("white", "asian", "black", "mixed", "other")
PREFIX = "ethnic group"
# The API's codes: the total and the five groups; the rest are parts of them.
API_CODES = {
    "0": TOTAL, "1001": "asian", "1002": "black", "1003": "mixed", "1004": WHITE, "1005": "other",
}  # fmt: skip
API_GROUP, API_VALUE = "c2021 eth 20", "obs value"
CODES = ("geography code", "mnemonic", "area code")
NAMES = ("geography", "geography name", "area", "area name")
MEASURES, NUMBERS = "measures", ("20100", "")  # beside numbers the API gives shares
HEAD_WITHIN = 30


@dataclass
class Area:
    """An area of the census. people: usual residents by group, ``total`` among them."""

    code: str
    name: str
    people: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Census:
    """areas: in the order of the file. year: of the census; empty where the file has none.
    columns: what each heading was taken for. form: in words."""

    areas: tuple[Area, ...]
    year: str
    columns: tuple[tuple[str, int, str], ...]
    form: str
    sheet: str
    unread: int


def read_census(source: Source) -> Census:
    """Every area of the file.

    Raises an input fault where no sheet has the columns of the table, or a number is none.
    """
    for sheet in source.sheets:
        for number, row in enumerate(sheet.preview[:HEAD_WITHIN], start=1):
            headings = [plain(cell) for cell in row]
            if API_VALUE in headings and API_GROUP in headings:
                return _of_api(sheet, Head(tuple(row), number, number), source.where)
            found = {group for cell in row if (group := group_of(cell))}
            if {TOTAL, WHITE} <= found:
                return _of_bulk(sheet, Head(tuple(row), number, number), source.where)
    raise input_fault(
        "This file has not the columns of the census table TS021.", source.where,
        "Take census2021-ts021.zip from Nomis, unpack it, and import the file of the areas you "
        "want, such as census2021-ts021-ltla.csv for districts.",
    )  # fmt: skip


def group_of(heading: str) -> str:
    """The group that a heading of the bulk file, or a name of the API, is the total of; else
    empty. ``Ethnic group: White: English, …`` is a part of one."""
    parts = [plain(part) for part in heading.split(";")[0].split(":")]
    if parts and parts[0] == PREFIX:
        parts = parts[1:]
    elif len(parts) == 1 or parts[0] != TOTAL:
        return ""
    if parts and parts[0] == TOTAL:
        return TOTAL
    first = parts[0].split(" ")[0] if len(parts) == 1 else ""
    return first if first in GROUPS else ""


def _of_bulk(sheet: Sheet, head: Head, where: str) -> Census:
    headings = [plain(cell) for cell in head.headings]
    groups = {i: g for i, cell in enumerate(head.headings) if (g := group_of(cell))}
    code, name = _one_of(headings, CODES), _one_of(headings, NAMES)
    _refuse_without(code, name, where, head.first)
    areas, unread, year = [], 0, ""
    date = _one_of(headings, ("date",))
    for number, cells in _rows(sheet, head):
        area = Area(_at(cells, code), _at(cells, name))
        if not (area.code or area.name) or not any(cells[index] for index in groups):
            unread += 1  # a note below the table
            continue
        for index, group in groups.items():
            area.people[group] = _people(cells[index], f"{where}, row {number}", group)
        areas.append(area)
        year = year or _at(cells, date)
    taken = [(i, f"usual residents, {g}") for i, g in groups.items()]
    columns = _columns(head, {code: "code of the area", name: "name of the area", **dict(taken)})
    return Census(tuple(areas), year, columns, "one row an area", sheet.place, unread)


def _of_api(sheet: Sheet, head: Head, where: str) -> Census:
    headings = [plain(cell) for cell in head.headings]
    code, name = _one_of(headings, CODES), _one_of(headings, NAMES)
    _refuse_without(code, name, where, head.first)
    group, value = headings.index(API_GROUP), headings.index(API_VALUE)
    measure, date = _one_of(headings, (MEASURES,)), _one_of(headings, ("date", "date name"))
    areas: dict[tuple[str, str], Area] = {}
    unread, year = 0, ""
    for number, cells in _rows(sheet, head):
        known = API_CODES.get(cells[group])
        shares = _at(cells, measure) not in NUMBERS
        if known is None or shares:
            unread += 1
            continue
        area = areas.setdefault(
            (_at(cells, code), _at(cells, name)), Area(_at(cells, code), _at(cells, name))
        )
        place = f"{where}, row {number}"
        people = _people(cells[value], place, known)
        if area.people.setdefault(known, people) != people:
            raise input_fault(
                "An area has two numbers for one group.", place,
                "Ask the API for one date and one measure alone.",
            )  # fmt: skip
        year = year or _at(cells, date)
    told = {code: "code of the area", name: "name of the area", group: "ethnic group",
            value: "usual residents"}  # fmt: skip
    return Census(
        tuple(areas.values()), year, _columns(head, told), "one row an area and group",
        sheet.place, unread,
    )  # fmt: skip


def _rows(sheet: Sheet, head: Head) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows below the head that are not empty, each with its number in the file."""
    for number, cells in enumerate(sheet.rows()[head.below :], start=head.below + 1):
        if any(cells):
            yield number, (*cells, *[""] * (len(head.headings) - len(cells)))


def _columns(head: Head, told: dict[int, str]) -> tuple[tuple[str, int, str], ...]:
    return tuple((h, i, told.get(i, "")) for i, h in enumerate(head.headings))


def _one_of(headings: Sequence[str], names: Sequence[str]) -> int:
    """The column with the first of these names that there is; -1 for none."""
    return next((headings.index(name) for name in names if name in headings), -1)


def _at(cells: Sequence[str], index: int) -> str:
    return cells[index] if index >= 0 else ""


def _refuse_without(code: int, name: int, where: str, row: int) -> None:
    if code < 0 and name < 0:
        raise input_fault(
            "This file does not say which areas its numbers are of.", f"{where}, row {row}",
            "Take it with the columns geography and geography code.",
        )  # fmt: skip


def _people(text: str, where: str, group: str) -> int:
    digits = text.replace(",", "")
    number = digits.removesuffix(".0")
    if not number.isdecimal():
        raise input_fault(f"This is no number of people ({group}).", where, "Take the file anew.")
    return int(number)
