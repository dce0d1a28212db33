"""Imports beside the stock tools: a list of the whole service, a long sheet, the survey's workbook.

``python -m bench.imports WAY FILE`` runs one of them and prints its seconds and its memory; the
loading of libraries counts, that of Python does not.
"""

from __future__ import annotations

import csv
import json
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.timing import Measured

STARTED = time.perf_counter()
SNAPSHOT = "2025-03-31"
# The whole service, the trusts of a survey's workbook, and a long sheet.
ROWS, ORGANISATIONS, SHEET_ROWS = 1_600_000, 207, 100_000
QUICK = (20_000, 10, 2_000)


def measure(folder: Path, say: Callable[[str], None], *, quick: bool) -> dict[str, Measured]:
    """Every import and its stock way, each in a process of its own."""
    rows, organisations, sheet_rows = QUICK if quick else (ROWS, ORGANISATIONS, SHEET_ROWS)
    say(f"writing a staff list of {rows:,} rows, a sheet of {sheet_rows:,}, and a survey")
    national, sheet, survey = write_files(folder, rows, organisations, sheet_rows)
    runs = 1 if quick else 3
    results = {}
    for name, way, path in (
        ("list", "ours-list", national), ("list by pandas", "pandas-list", national),
        ("sheet", "ours-sheet", sheet), ("sheet by openpyxl", "openpyxl-sheet", sheet),
        ("survey of one", "ours-survey-one", survey), ("survey of all", "ours-survey-all", survey),
    ):  # fmt: skip
        say(f"import: {name}")
        results[name] = _measured(way, path, runs)
    return results


def write_files(
    folder: Path, rows: int, organisations: int, sheet_rows: int
) -> tuple[Path, Path, Path]:
    """A staff list of the whole service, the same as a sheet but shorter, and a survey workbook."""
    from openpyxl import Workbook

    from wres_report.demo.country import trust_of
    from wres_report.demo.raw import write_workbook
    from wres_report.demo.raw_survey import survey_sheets

    folder.mkdir(parents=True, exist_ok=True)
    paths = (folder / "national.csv", folder / "sheet.xlsx", folder / "survey.xlsx")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Export")
    with paths[0].open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, row in enumerate(_staff()):
            if number <= rows:
                writer.writerow(row)
            if number <= sheet_rows:
                sheet.append(row)
            elif number > rows:
                break
    book.save(paths[1])
    trusts = [trust_of(1, index) for index in range(organisations)]
    write_workbook(paths[2], survey_sheets(trusts, 2025))
    return paths


def _staff() -> Iterator[tuple[str, ...]]:
    from wres_report.demo.country import trust_of
    from wres_report.demo.raw_staff import HEAD, staff_rows

    yield HEAD
    for index in range(10_000):
        yield from staff_rows(trust_of(1, index), 2025)[1:]


def _measured(way: str, path: Path, runs: int) -> Measured:
    told = []
    for _ in range(runs):
        result = subprocess.run(
            [sys.executable, "-m", "bench.imports", way, str(path)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.append(json.loads(result.stdout.splitlines()[-1]))
    middle = {name: statistics.median(one[name] for one in told) for name in ("wall", "cpu")}
    return Measured(middle["wall"], middle["cpu"], runs, max(one["peak"] for one in told))


def ours(path: Path, table: str, *, everyone: bool) -> int:
    """By the imports of this package."""
    from wres_report.imports.lookups import load_lookups
    from wres_report.imports.model import Wishes
    from wres_report.imports.opening import open_source
    from wres_report.imports.readers import WIDE, reader_of

    wishes = Wishes(snapshot=SNAPSHOT, everyone=everyone, code="" if everyone else "ZZ001")
    source = open_source(path, wide=table in WIDE)
    tables = reader_of(table)(source, wishes, load_lookups()).tables
    if table == "survey":
        return len(tables)
    return sum(int(n) for t in tables for row in t.rows for n in row[2:] if row[1] == "all")


def pandas_list(path: Path) -> int:
    """The same counts by pandas: read_csv, the rows that count, each person once, groupby."""
    import pandas as pd

    staff = pd.read_csv(path, dtype=str, keep_default_na=False)
    staff = staff[~staff["Assignment Category"].isin(["Bank", "Honorary"])]
    started = pd.to_datetime(staff["Latest Start Date"], format="%d/%m/%Y", errors="coerce")
    ended = pd.to_datetime(staff["Termination Date"], format="%d/%m/%Y", errors="coerce")
    staff = staff[(started <= SNAPSHOT) & ~(ended < SNAPSHOT)]
    staff = staff.sort_values("Primary", ascending=False, kind="stable")
    staff = staff.drop_duplicates(["Organisation Code", "Employee Number"])
    groups = staff["Ethnic Origin"].str[:1].map(dict.fromkeys("ABC", "white") | {"Z": "unknown"})
    staff = staff.assign(group=groups.fillna("bme"))
    keys = ["Organisation Code", "Staff Group", "Pay Scale", "group"]
    return int(staff.groupby(keys).size().sum())


def openpyxl_sheet(path: Path) -> int:
    """The same counts of a sheet by openpyxl and a loop."""
    from datetime import datetime

    import openpyxl

    day = datetime.fromisoformat(SNAPSHOT)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    place = {heading: index for index, heading in enumerate(next(rows))}
    people: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in rows:
        started = datetime.strptime(row[place["Latest Start Date"]], "%d/%m/%Y")
        ended = row[place["Termination Date"]]
        left = bool(ended) and datetime.strptime(ended, "%d/%m/%Y") < day
        if row[place["Assignment Category"]] in ("Bank", "Honorary") or started > day or left:
            continue
        person = (row[place["Organisation Code"]], row[place["Employee Number"]])
        if person not in people or row[place["Primary"]] == "Yes":
            code = (row[place["Ethnic Origin"]] or "")[:1]
            people[person] = (person[0], row[place["Staff Group"]], row[place["Pay Scale"]], code)
    return sum(Counter(people.values()).values())


WAYS: dict[str, Callable[[Path], int]] = {
    "ours-list": lambda path: ours(path, "workforce", everyone=True),
    "ours-sheet": lambda path: ours(path, "workforce", everyone=True),
    "ours-survey-one": lambda path: ours(path, "survey", everyone=False),
    "ours-survey-all": lambda path: ours(path, "survey", everyone=True),
    "pandas-list": pandas_list,
    "openpyxl-sheet": openpyxl_sheet,
}


if __name__ == "__main__":
    counted = WAYS[sys.argv[1]](Path(sys.argv[2]))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({
        "people": counted, "wall": time.perf_counter() - STARTED,
        "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024,
    }))  # fmt: skip
