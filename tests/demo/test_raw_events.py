"""The raw lists of a synthetic trust count to its tables once they are imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.make import text_file, workbook
from wres_report.demo.cases import disciplinary_of, recruitment_of, training_of
from wres_report.demo.country import trust_of
from wres_report.demo.raw_events import applicant_rows, case_rows, course_rows
from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.readers import reader_of

YEAR = 2025


def counted(table: str, path: Path) -> dict[str, tuple[int, ...]]:
    wishes = Wishes(snapshot=f"{YEAR}-03-31", year=YEAR)
    found = reader_of(table)(open_source(path), wishes, load_lookups())
    assert not found.undecided, found.undecided
    return {row[0]: tuple(map(int, row[1:4])) for row in found.tables[0].rows}


@pytest.mark.parametrize("index", [0, 3])
def test_the_lists_of_events_count_to_what_was_drawn(tmp_path: Path, index: int) -> None:
    trust = trust_of(1, index)
    shortlisted, appointed = recruitment_of(trust, YEAR)
    path = workbook(tmp_path / "a.xlsx", {"Applications": applicant_rows(trust, YEAR)})
    assert counted("recruitment", path) == {
        "shortlisted": tuple(map(int, shortlisted)), "appointed": tuple(map(int, appointed)),
    }  # fmt: skip
    path = text_file(tmp_path / "c.csv", case_rows(trust, YEAR))
    assert counted("disciplinary", path) == {
        "entered": tuple(map(int, disciplinary_of(trust, YEAR)))
    }
    path = text_file(tmp_path / "t.csv", course_rows(trust, YEAR), "\t", "utf-16")
    assert counted("training", path) == {"accessed": tuple(map(int, training_of(trust, YEAR)))}
