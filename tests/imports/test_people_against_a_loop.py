"""The counts of a staff list are those of a plain loop over its rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.imports.make import reconciled, text_file, workforce
from wres_report.imports.model import Imported

HEAD = ["ODS Code", "Employee Number", "Primary", "Assignment Category", "Staff Group", "Pay Scale",
        "Ethnic Origin", "Latest Start Date", "Termination Date"]  # fmt: skip
STAFF = {"Administrative and Clerical": "non_clinical", "Students": "clinical"}
BANDS = {"Band 2": "2", "Band 3": "3", "Band 8a": "8a"}
DOCTORS = {"Consultant": "consultant", "Foundation Year 1": "trainee"}
ETHNIC = {"A": "white", "H": "bme", "Z": "unknown"}
GROUPS = ("white", "bme", "unknown")
# The higher an assignment stands, the further behind.
HEIGHTS = ("2", "3", "8a", "trainee", "consultant")
STARTS, ENDS = ("01/04/2001", "31/03/2025", "01/04/2025"), ("", "31/03/2025", "30/03/2025")


@dataclass(frozen=True)
class Row:
    """A row of the list. post: staff group and pay scale."""

    trust: str
    person: str
    primary: str
    category: str
    post: tuple[str, str]
    ethnic: str
    started: str
    ended: str

    def cells(self) -> list[str]:
        return [self.trust, self.person, self.primary, self.category, *self.post, self.ethnic,
                self.started, self.ended]  # fmt: skip

    def place(self) -> tuple[str, str]:
        group, pay = self.post[0].strip(), self.post[1].strip()
        return ("medical", DOCTORS[pay]) if pay in DOCTORS else (STAFF[group], BANDS[pay])


def spaced(texts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda text, space: f"{space}{text}{space}", texts, st.sampled_from(["", " "]))


POSTS = st.one_of(
    st.tuples(spaced(st.sampled_from(list(STAFF))), spaced(st.sampled_from(list(BANDS)))),
    st.tuples(st.just("Medical and Dental"), st.sampled_from(list(DOCTORS))),
)
ROWS = st.builds(
    Row, st.sampled_from(["RX7", "RYC"]), spaced(st.sampled_from(["", "1", "2", "3", "4"])),
    st.sampled_from(["Yes", "No", ""]), st.sampled_from(["Permanent", "Permanent", "Bank"]),
    POSTS, spaced(st.sampled_from(list(ETHNIC))), st.sampled_from(STARTS), st.sampled_from(ENDS),
)  # fmt: skip


def counted_by_a_loop(rows: list[Row]) -> tuple[Counter[tuple[str, ...]], dict[str, int]]:
    """People by trust, staff group, band and ethnic group; and what became of the rows."""
    lines: Counter[str] = Counter({"rows below the head": len(rows)})
    persons: dict[object, list[Row]] = defaultdict(list)
    for number, row in enumerate(rows):
        if row.started == "01/04/2025":
            lines["left out: joined after the snapshot"] += 1
        elif row.ended == "30/03/2025":
            lines["left out: left before the snapshot"] += 1
        elif row.category == "Bank":
            lines["left out: bank"] += 1
        else:
            person = row.person.strip()
            persons[row.trust, person or number].append(row)
    found: Counter[tuple[str, ...]] = Counter()
    for assignments in persons.values():
        first = min(assignments, key=_precedence)
        found[first.trust, *first.place(), ETHNIC[first.ethnic.strip()]] += 1
        if len(assignments) > 1:
            lines["left out: further assignments of the same person"] += len(assignments) - 1
    lines["people counted"] = len(persons)
    return found, dict(lines)


def _precedence(row: Row) -> tuple[bool, int, tuple[int, int]]:
    """Primary, highest band; of the same height the non-clinical one, White before BME."""
    staff_group, band = row.place()
    tie = (staff_group != "non_clinical", GROUPS.index(ETHNIC[row.ethnic.strip()]))
    return row.primary != "Yes", -HEIGHTS.index(band), tie


def tables_of(imported: Imported) -> Iterator[tuple[tuple[str, ...], int]]:
    for table in imported.tables:
        for staff_group, band, *people in table.rows:
            for group, number in zip(GROUPS, people, strict=True):
                if band != "all" and int(number):
                    yield (table.code, staff_group, band, group), int(number)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(ROWS, min_size=1, max_size=25))
def test_a_staff_list_is_counted_as_a_loop_counts_it(tmp_path: Path, rows: list[Row]) -> None:
    imported = workforce(
        text_file(tmp_path / "list.csv", [HEAD, *(row.cells() for row in rows)]), everyone=True
    )
    found, lines = counted_by_a_loop(rows)
    assert not imported.undecided
    assert dict(tables_of(imported)) == found
    assert reconciled(imported) == lines


@pytest.mark.parametrize("large", [0, 4 << 20])
def test_a_list_read_fast_or_carefully_is_counted_as_a_loop_counts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: int
) -> None:
    monkeypatch.setattr("wres_report.imports.text_files.LARGE", large)
    rows = [
        Row("RX7", str(n % 7), ("Yes", "No")[n % 2], ("Permanent", "Bank")[n % 5 == 0],
            (list(STAFF)[n % 2], list(BANDS)[n % 3]), list(ETHNIC)[n % 3], STARTS[n % 3],
            ENDS[n % 4 % 3])
        for n in range(60)
    ]  # fmt: skip
    path = text_file(tmp_path / "list.csv", [HEAD, *(row.cells() for row in rows)])
    found, lines = counted_by_a_loop(rows)
    imported = workforce(path)
    assert dict(_of_the_one(imported)) == {cell[1:]: people for cell, people in found.items()}
    assert reconciled(imported) == lines


def _of_the_one(imported: Imported) -> Mapping[tuple[str, ...], int]:
    return {cell[1:]: people for cell, people in tables_of(imported)}
