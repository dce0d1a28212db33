"""Staff lists in three hundred shapes, each with what it must count to.

The truth is kept while a list is made, by arithmetic that shares nothing with the import: a
person is put into a cell first, and is then written down in one of the ways in which exports
write such people.
"""

from __future__ import annotations

import csv
import io
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from openpyxl import Workbook

SNAPSHOT = date(2025, 3, 31)
Row = dict[str, object]
Truth = Counter[tuple[str, str, str]]

HEADINGS = {
    "person": ("Employee Number", "Employee No", "Staff Number", "EMPLOYEE  NUMBER", "Person ID"),
    "primary": ("Primary", "Primary Assignment", "Primary Flag"),
    "staff_group": ("Staff Group", "STAFF GROUP", "Staff Group Name"),
    "pay": ("Pay Scale", "Payscale Description", "Grade", "Pay Band", "AfC Band"),
    "ethnicity": ("Ethnic Origin", "Ethnicity", "Ethnic Group", "Ethnic Category", "Ethnic code"),
    "category": ("Assignment Category", "Employee Category", "Assignment Status"),
    "started": ("Latest Start Date", "Hire Date", "Start Date"),
    "ended": ("Termination Date", "Leaving Date"),
    "role": ("Role", "Job Role"),
}
EXTRA = ("Last Name", "NI Number", "Org L3", "FTE", "Notes", "Date of Birth")
GROUPS = {
    "Administrative and Clerical": "non_clinical", "Estates and Ancillary": "non_clinical",
    "Nursing and Midwifery Registered": "clinical", "Additional Clinical Services": "clinical",
    "Allied Health Professionals": "clinical", "Healthcare Scientists": "clinical",
    "Add Prof Scientific and Technic": "clinical", "Students": "clinical",
}  # fmt: skip
BANDS = ("2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")
CODES = {"8a": "08", "8b": "09", "8c": "10", "8d": "11", "9": "12"}
GRADES = {
    "consultant": ("Consultant", "YM72|Consultant"), "career_grade": ("Specialty Doctor",
    "Associate Specialist"), "trainee": ("Specialty Registrar", "Foundation Year 1"),
}  # fmt: skip
PAY_STYLES: tuple[Callable[[str], str], ...] = (
    lambda band: f"NHS|XR{CODES.get(band, '0' + band)}|{_long(band)}",
    lambda band: f"XR{CODES.get(band, '0' + band)}",
    lambda band: f"XN{CODES.get(band, '0' + band)}",
    lambda band: f"Band {band}",
    lambda band: f"Band {band.upper()}",
    lambda band: band,
    lambda band: _long(band),
    lambda band: "Non " + _long(band),
)
ETHNIC = {  # code: Census 2001 label, a later label
    "A": ("White - British", "White: English, Welsh, Scottish, Northern Irish or British"),
    "B": ("White - Irish", "White: Irish"),
    "C": ("White - Any other White background", "White - Gypsy or Irish Traveller"),
    "D": ("Mixed - White & Black Caribbean",
          "Mixed/Multiple ethnic background - White and Black Caribbean"),
    "H": ("Asian or Asian British - Indian", "Asian/Asian British - Indian"),
    "J": ("Asian or Asian British - Pakistani", "Asian/Asian British - Pakistani"),
    "N": ("Black or Black British - African", "Black/African/Caribbean/Black British - African"),
    "R": ("Chinese", "Asian/Asian British - Chinese"),
    "S": ("Any Other Ethnic Group", "Other ethnic group - Arab"),
    "Z": ("Not Stated", "Prefer not to say"),
}  # fmt: skip
ETHNIC_STYLES: tuple[Callable[[str], str], ...] = (
    lambda code: code,
    lambda code: f"{code} {ETHNIC[code][0]}",
    lambda code: f"{code} - {ETHNIC[code][0]}",
    lambda code: ETHNIC[code][0],
    lambda code: ETHNIC[code][1],
    lambda code: ETHNIC[code][0].upper(),
    lambda code: ETHNIC[code][0].replace(" - ", " – "),
    lambda code: {"A": "A", "C": "CY", "N": "PC", "H": "LK"}.get(code, code),
)
DAY_STYLES: tuple[Callable[[date], object], ...] = (
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: day.isoformat(),
    lambda day: f"{day:%d-%b-%Y}",
    lambda day: f"{day:%d %B %Y}",
    lambda day: f"{day:%d-%b-%y}",
    lambda day: str((day - date(1899, 12, 30)).days),
    lambda day: f"{day:%d/%m/%Y} 00:00:00",
)
YES_NO = (("Yes", "No"), ("Y", "N"), ("TRUE", "FALSE"), ("1", "0"), ("Primary", "Secondary"))
PLANTED = ("", "", "", "pay", "staff_group", "ethnicity", "two_readings", "both_orders", "ragged")


def _long(band: str) -> str:
    return f"Review Body Band {band[0]}" + (f" - Range {band[1].upper()}" if len(band) > 1 else "")


@dataclass
class Extract:
    """A file, what it must count to, and what was planted in it that must be found.

    unknown: people of the value that nobody can know. shape: how it was written, in words.
    """

    path: Path
    truth: Truth
    planted: str
    unknown: int
    shape: str


@dataclass
class Maker:
    """Makes one list. draw: everything follows from it."""

    draw: random.Random
    rows: list[Row] = field(default_factory=list)
    truth: Truth = field(default_factory=Counter)
    number: int = 20_000_000

    def __post_init__(self) -> None:
        self.pay = self.draw.choice(PAY_STYLES)
        self.ethnic = self.draw.choice(ETHNIC_STYLES)
        self.day = self.draw.choice(DAY_STYLES)
        self.yes, self.no = self.draw.choice(YES_NO)
        self.has_primary = self.draw.random() < 0.8
        self.has_dates = self.draw.random() < 0.6

    def people(self, how_many: int) -> None:
        """Add people of every kind, each with what they count to."""
        for _ in range(how_many):
            self._person()

    def _person(self) -> None:
        code = self.draw.choice(list(ETHNIC))
        group = {"A": "white", "B": "white", "C": "white", "Z": "unknown"}.get(code, "bme")
        self.number += 1
        row, cell = self._post()
        row |= {"person": str(self.number), "ethnicity": self.ethnic(code), "primary": self.yes}
        fate = self.draw.random()
        if fate < 0.08:
            self.rows.append(row | self._left_out() | {"out": True})
            return
        self.rows.append(row)
        self.truth[*cell, group] += 1
        if fate < 0.14:
            self.rows.append(dict(row))  # the same row twice
        elif fate < 0.24:
            self._second(row, cell, group)

    def _post(self) -> tuple[Row, tuple[str, str]]:
        started = SNAPSHOT - timedelta(days=self.draw.randrange(30, 6000))
        common: Row = {"category": self.draw.choice(("Permanent", "Fixed Term Temp")),
                       "started": self.day(started), "ended": "", "role": "Officer"}  # fmt: skip
        if self.draw.random() < 0.1:
            grade = self.draw.choice(list(GRADES))
            pay = self.draw.choice(GRADES[grade])
            words = self.draw.choice(("Medical and Dental", "Medical & Dental"))
            return common | {"staff_group": words, "pay": pay}, ("medical", grade)
        words = self.draw.choice(list(GROUPS))
        band = self.draw.choice(BANDS)
        return common | {"staff_group": words, "pay": self.pay(band)}, (GROUPS[words], band)

    def _left_out(self) -> Row:
        kinds: list[Row] = [{"category": "Bank"}, {"category": "Honorary"},
                            {"role": "Non Executive Director"},
                            {"category": "Bank Staff"}]  # fmt: skip
        if self.has_dates:
            kinds.append({"ended": self.day(SNAPSHOT - timedelta(days=1))})
            kinds.append({"started": self.day(SNAPSHOT + timedelta(days=13))})
        return self.draw.choice(kinds)

    def _second(self, row: Row, cell: tuple[str, str], group: str) -> None:
        """A second assignment in a lower band of the same group; the first one counts."""
        if cell[0] == "medical" or BANDS.index(cell[1]) == 0:
            return
        lower = self.draw.choice(BANDS[: BANDS.index(cell[1])])
        second = row | {"pay": self.pay(lower), "primary": self.no}
        if self.has_primary and self.draw.random() < 0.5:
            # The primary one is the lower: it counts all the same.
            self.rows[-1] = row | {"primary": self.no}
            second |= {"primary": self.yes}
            self.truth[*cell, group] -= 1
            self.truth[cell[0], lower, group] += 1
        self.rows.insert(self.draw.randrange(len(self.rows) + 1), second)


def make_extract(folder: Path, seed: int) -> Extract:
    """Make the list of that seed."""
    draw = random.Random(seed)
    maker = Maker(draw)
    maker.people(draw.randrange(20, 120))
    planted = draw.choice(PLANTED)
    if planted == "both_orders":
        maker.has_dates = True
    unknown = _plant(maker, planted)
    draw.shuffle(maker.rows)
    columns = [name for name in HEADINGS if _kept(maker, name)]
    columns += draw.sample(EXTRA, draw.randrange(0, 4))
    draw.shuffle(columns)
    head = [draw.choice(HEADINGS[c]) if c in HEADINGS else c for c in columns]
    body = [[_cell(row, c, draw) for c in columns] for row in maker.rows]
    _interrupt(draw, body, head, columns)
    preamble = [
        _padded(draw.choice((["Staff List"], [], ["Snapshot Date", "31/03/2025"], ["Run by", "x"])),
                len(columns)) for _ in range(draw.choice((0, 0, 1, 8, 8, 40)))
    ]  # fmt: skip
    path, shape = _write(folder, seed, draw, preamble, head, body, planted)
    truth = Counter({cell: people for cell, people in maker.truth.items() if people})
    return Extract(path, truth, planted, unknown, shape)


def _kept(maker: Maker, name: str) -> bool:
    if name == "primary":
        return maker.has_primary
    return maker.has_dates if name in ("started", "ended") else True


def _cell(row: Row, column: str, draw: random.Random) -> object:
    if column in row:
        return row[column]
    return {
        "Last Name": draw.choice(("O'Neill", "Smith-Jones", "Müller", 'de "la" Cruz')),
        "NI Number": f"QQ{draw.randrange(100000, 999999)}C", "Org L3": "914 Finance, Estates L3",
        "FTE": "0.8", "Notes": draw.choice(("", "Seconded; see file", "Line one\nline two")),
        "Date of Birth": "05/11/1980",
    }.get(column, "")  # fmt: skip


def _plant(maker: Maker, planted: str) -> int:
    """Spoil the values of some people; returns how many people cannot be counted."""
    values = {"pay": "Spot Rate Local", "staff_group": "Hosted Team", "ethnicity": "Elbonian",
              "two_readings": "NA"}  # fmt: skip
    if planted == "both_orders":
        for row, text in zip(maker.rows, ("25/12/2019", "12/25/2019"), strict=False):
            row["started"] = text
        return 0
    if planted not in values:
        return 0
    column = "ethnicity" if planted == "two_readings" else planted
    people = set()
    for row in maker.draw.sample(maker.rows, 4):
        if "out" in row:
            continue
        row[column] = values[planted]
        people.add(row["person"])
    return len(people)


def _interrupt(
    draw: random.Random, body: list[list[object]], head: list[str], columns: list[str]
) -> None:
    width = len(columns)
    if draw.random() < 0.3:
        body.insert(draw.randrange(len(body)), list(head))
    if draw.random() < 0.3:
        body.insert(draw.randrange(len(body)), [""] * width)
    if draw.random() < 0.4:
        place = columns.index("person")
        total: list[object] = [""] * width
        total[place] = draw.choice(("Total", "Grand Total"))
        body.append(total)
    if draw.random() < 0.4:
        place = draw.choice([n for n, c in enumerate(columns) if c not in (
            "staff_group", "pay", "ethnicity")])  # fmt: skip
        note: list[object] = [""] * width
        note[place] = "Run on 2 April 2025. Restricted."
        body.append(note)


def _padded(cells: list[str], width: int) -> list[object]:
    return [*cells, *[""] * (width - len(cells))]


def _write(
    folder: Path, seed: int, draw: random.Random, preamble: list[list[object]], head: list[str],
    body: list[list[object]], planted: str,
) -> tuple[Path, str]:  # fmt: skip
    rows: list[list[object]] = [*preamble, list(head), *body]
    if draw.random() < 0.15 and not preamble:  # a head in two rows, the upper one merged
        upper: list[object] = ["Person" if n == 0 else "" for n in range(len(head))]
        rows.insert(0, upper)
    if draw.random() < 0.35 and planted != "ragged":
        path = folder / f"list {seed}.{draw.choice(('xlsx', 'xlsm', 'xlsx'))}"
        book = Workbook()
        sheet = book.active
        for row in rows:
            sheet.append([_as_cell(cell, draw) for cell in row])
        if draw.random() < 0.3:
            book.create_sheet("Prompts").append(["Prompt", "Value"])
        book.save(path)
        return path, path.suffix
    separator = draw.choice((",", ",", ";", "\t"))
    encoding = draw.choice(("utf-8", "utf-8-sig", "utf-16", "cp1252"))
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    lines = text.getvalue()
    if planted == "ragged":
        lines += separator.join(map(str, ["x"] * (len(head) + 1))) + "\r\n"
    path = folder / f"list {seed}.csv"
    path.write_bytes(lines.encode(encoding, errors="replace"))
    return path, f"{encoding}, {separator!r}"


def _as_cell(cell: object, draw: random.Random) -> object:
    """Numbers as numbers sometimes, as spreadsheets keep them."""
    text = str(cell)
    return int(text) if text.isdigit() and len(text) > 5 and draw.random() < 0.5 else cell
