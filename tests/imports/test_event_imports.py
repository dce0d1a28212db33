"""Lists and counts of applicants, cases and attendances become the tables of indicators 2 to 4."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.make import Rows, reconciled, text_file, workbook
from wres_report.faults import Fault
from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.readers import reader_of

APPLICANTS = ["Application ID", "Application Status", "Ethnic Origin"]
CASES = ["Employee Number", "Case Number", "Case Type", "Date Entered", "Ethnic Origin"]
COURSES = ["Employee Number", "Course Type", "Attendance Status", "Date Attended", "Ethnic Origin"]


def read(table: str, path: Path, **wishes: object) -> Imported:
    defaults: dict[str, object] = {"snapshot": "2025-03-31"}
    return reader_of(table)(open_source(path), Wishes(**(defaults | wishes)), load_lookups())


def counted(imported: Imported) -> dict[str, tuple[str, ...]]:
    """White, BME and unknown, and the basis where there is one, by measure."""
    assert not imported.undecided, imported.undecided
    (table,) = imported.tables
    return {row[0]: row[1:] for row in table.rows}


def asked(imported: Imported) -> dict[str, str]:
    assert not imported.tables
    return {one.value: one.option for one in imported.undecided}


def test_each_application_counts_at_every_stage_that_it_reached(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [
        APPLICANTS, ["1", "Shortlisted", "A"], ["2", "Appointed", "A White - British"],
        ["3", "Interviewed", "Indian"], ["4", "Not shortlisted", "N"], ["5", "Hired", ""],
    ])  # fmt: skip
    assert counted(read("recruitment", path)) == {
        "shortlisted": ("2", "1", "1"), "appointed": ("1", "0", "1")
    }  # fmt: skip


def test_rows_of_one_application_are_one_as_far_as_the_furthest(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [
        APPLICANTS, ["1", "Applied", "A"], ["1", "Shortlisted", "A"], ["1", "Appointed", "A"],
        ["2", "Shortlisted", "H"], ["2", "Shortlisted", "H"],
    ])  # fmt: skip
    imported = read("recruitment", path)
    assert counted(imported) == {"shortlisted": ("1", "1", "0"), "appointed": ("1", "0", "0")}
    assert reconciled(imported)["left out: further rows of the same event"] == 3
    (steps,) = [r.places for r in imported.remarks if r.kind == "counts"]
    assert "shortlisted, White: 2 rows, 1 counted" in steps


def test_an_applicant_for_two_vacancies_made_two_applications(tmp_path: Path) -> None:
    head = ["Applicant ID", "Vacancy Reference", "Shortlisted", "Appointed", "Ethnicity"]
    rows = [["7", "V1", "Yes", "No", "A"], ["7", "V2", "01/05/2024", "03/06/2024", "A"],
            ["7", "V2", "Yes", "Yes", "A"]]  # fmt: skip
    path = text_file(tmp_path / "a.csv", [head, *rows])
    assert counted(read("recruitment", path)) == {
        "shortlisted": ("2", "0", "0"), "appointed": ("1", "0", "0")
    }  # fmt: skip


def test_a_stage_that_could_be_two_is_asked_for_with_its_rows_and_both_readings(
    tmp_path: Path,
) -> None:
    path = text_file(tmp_path / "a.csv", [
        APPLICANTS, ["1", "Withdrawn", "A"], ["2", "Offer made", "A"], ["3", "Offer made", "H"],
    ])  # fmt: skip
    blocked = read("recruitment", path)
    assert {(u.value, u.people, u.proposal) for u in blocked.undecided} == {
        ("Withdrawn", 1, "shortlisted or not_shortlisted"),
        ("Offer made", 2, "appointed or shortlisted"),
    }
    told = {"withdrawn": "not_shortlisted", "offer made": "appointed"}
    assert counted(read("recruitment", path, values=told)) == {
        "shortlisted": ("1", "1", "0"), "appointed": ("1", "1", "0")
    }  # fmt: skip


def test_a_list_of_those_shortlisted_says_so_once_for_every_row(tmp_path: Path) -> None:
    head = ["Application ID", "Appointed", "Ethnicity"]
    path = text_file(tmp_path / "a.csv", [head, ["1", "N", "A"], ["2", "Y", "H"]])
    (option,) = asked(read("recruitment", path)).values()
    assert '--value "(every row)=shortlisted"' in option
    assert counted(read("recruitment", path, values={"every row": "shortlisted"})) == {
        "shortlisted": ("1", "1", "0"), "appointed": ("0", "1", "0")
    }  # fmt: skip


def test_without_a_word_of_who_was_appointed_nobody_is_said_to_be(tmp_path: Path) -> None:
    head = ["Application ID", "Shortlisted", "Ethnicity"]
    path = text_file(tmp_path / "a.csv", [head, ["1", "N", "A"], ["2", "Y", "H"]])
    assert "no column says who was appointed" in asked(read("recruitment", path))


def test_people_enter_once_a_year_at_the_first_entry_of_their_case(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", [
        CASES,
        ["1", "C1", "Disciplinary", "01/05/2024", "A"],
        ["1", "C1", "Disciplinary", "01/07/2024", "A"],
        ["1", "C2", "Misconduct", "01/09/2024", "A"],  # the same person again
        ["2", "C3", "Disciplinary", "20/03/2024", "H"],
        ["2", "C3", "Disciplinary", "20/05/2024", "H"],
        ["3", "C4", "Grievance", "01/06/2024", "H"], ["4", "C5", "Disciplinary", "01/04/2025", "H"],
        ["5", "C6", "Disciplinary", "31/03/2025", "Z"],
    ])  # fmt: skip
    imported = read("disciplinary", path)
    assert counted(imported) == {"entered": ("1", "0", "1", "year_end")}
    assert reconciled(imported) == {
        "rows below the head": 8, "left out: kind “Grievance”": 1, "left out: after the year": 1,
        "left out: further rows of the same event": 2,
        "left out: first entry before the year": 1,
        "left out: further events of the same person in the year": 1, "people counted": 2,
    }  # fmt: skip


def test_cases_of_early_years_are_the_average_of_two(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", [
        CASES, ["1", "C1", "Disciplinary", "2018-05-01", "A"],
        ["1", "C2", "Disciplinary", "2017-05-01", "A"],
        ["2", "C3", "Disciplinary", "2017-06-01", "A"],
        ["3", "C4", "Disciplinary", "2016-06-01", "A"],
        ["4", "C5", "Disciplinary", "2018-06-01", "H"],
    ])  # fmt: skip
    assert counted(read("disciplinary", path, snapshot="2019-03-31")) == {
        "entered": ("1.5", "0.5", "0", "two_year_average")
    }


def test_a_list_of_one_year_is_no_average_of_two_until_somebody_says_so(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", [CASES, ["1", "C1", "Disciplinary", "2018-05-01", "A"]])
    wishes = {"snapshot": "2019-03-31"}
    assert "(basis)=year_end" in asked(read("disciplinary", path, **wishes)).popitem()[1]
    for basis, number in (("year_end", "1"), ("two_year_average", "0.5")):
        told = read("disciplinary", path, **wishes, values={"basis": basis})
        assert counted(told) == {"entered": (number, "0", "0", basis)}


def test_people_who_took_up_training_count_once_and_mandatory_training_does_not(
    tmp_path: Path,
) -> None:
    path = text_file(tmp_path / "t.csv", [
        COURSES,
        ["1", "CPD", "Attended", "01/05/2024", "A"],
        ["1", "Leadership", "Completed", "01/06/2024", "A"],
        ["2", "Mandatory", "Attended", "01/06/2024", "A"],
        ["3", "CPD", "Did not attend", "01/06/2024", "H"],
        ["4", "Non-Mandatory", "Attended", "01/06/2024", "H"],
        ["5", "CPD", "Attended", "01/06/2023", "H"],
    ])  # fmt: skip
    assert counted(read("training", path)) == {"accessed": ("1", "1", "0")}


def test_a_list_of_training_without_its_kind_or_without_people_is_not_guessed_at(
    tmp_path: Path,
) -> None:
    path = text_file(tmp_path / "t.csv", [["Course Date", "Ethnic Group"], ["2024-05-01", "A"],
                                          ["2024-05-01", "A"]])  # fmt: skip
    options = " ".join(asked(read("training", path)).values())
    assert "(every row)=accessed" in options
    assert "(person)=each_row" in options
    told = {"every row": "accessed", "person": "each_row"}
    assert counted(read("training", path, values=told)) == {"accessed": ("2", "0", "0")}


@pytest.mark.parametrize(
    "rows",
    [
        [["Stage", "White", "BME", "Not Stated"], ["Shortlisted", "1,200", "800", "50"],
         ["Appointed", "120", "60", "5"], ["Total", "1320", "860", "55"]],
        [["Ethnic Group", "Shortlisted", "Appointed"], ["White - British", "1100", "100"],
         ["White - Irish", "100", "20"], ["Indian", "800", "60"], ["Not stated", "50", "5"],
         ["Grand Total", "2050", "185"]],
        [["Stage", "Ethnic Group", "Count"], ["Shortlisted", "White British", "1200"],
         ["", "Indian", "800"], ["", "Z", "50"], ["Appointed", "White British", "120"],
         ["", "Indian", "60"], ["", "Z", "5"]],
    ],
)  # fmt: skip
def test_counts_of_any_form_are_read_once_it_is_said_how_they_count(
    tmp_path: Path, rows: Rows
) -> None:
    path = workbook(tmp_path / "p.xlsx", {"Pivot": [["Recruitment"], [], *rows]})
    assert "(stages)=reached" in asked(read("recruitment", path)).popitem()[1]
    reached = counted(read("recruitment", path, values={"stages": "reached"}))
    assert reached == {"shortlisted": ("1200", "800", "50"), "appointed": ("120", "60", "5")}
    once = counted(read("recruitment", path, values={"stages": "each_once"}))
    assert once == {"shortlisted": ("1320", "860", "55"), "appointed": ("120", "60", "5")}


def test_a_suppressed_count_is_refused(tmp_path: Path) -> None:
    path = text_file(
        tmp_path / "p.csv", [["Ethnic Group", "Count"], ["White", "12"], ["BME", "<5"]]
    )
    with pytest.raises(Fault, match="no whole number"):
        read("disciplinary", path, values={"every row": "entered"})


def test_a_column_of_ethnicities_is_proposed_by_its_values_alone(tmp_path: Path) -> None:
    head = ["Employee Number", "Course Type", "Descr"]
    rows = [["1", "CPD", "White - British"], ["2", "CPD", "Asian or Asian British - Indian"]]
    imported = read("training", text_file(tmp_path / "t.csv", [head, *rows]))
    assert counted(imported) == {"accessed": ("1", "1", "0")}
    assert imported.columns[2].reason == "all its values are ethnicities"
    twice = [[*head, "Descr 2"], *([*row, row[2]] for row in rows)]
    with pytest.raises(Fault, match='--map "Descr=ethnicity", or --map "Descr 2=ethnicity"'):
        read("training", text_file(tmp_path / "u.csv", twice))


def test_a_known_group_goes_before_an_unknown_one_and_two_groups_are_none(tmp_path: Path) -> None:
    head = ["Employee Number", "Mandatory", "Ethnic Origin"]
    rows = [["1", "No", "Z"], ["1", "No", "A"], ["2", "No", "A"], ["2", "No", "H"],
            ["3", "Yes", "H"]]  # fmt: skip
    imported = read("training", text_file(tmp_path / "t.csv", [head, *rows]))
    assert counted(imported) == {"accessed": ("1", "0", "1")}
    assert [r.places for r in imported.remarks if r.kind == "ethnicity"] == [("1 people",)] * 2


def test_nothing_of_the_year_is_a_fault_and_no_table_of_zeros(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", [CASES, ["1", "C1", "Disciplinary", "2011-05-01", "A"]])
    with pytest.raises(Fault, match="Nothing of this file counts"):
        read("disciplinary", path)


def test_a_day_in_both_orders_and_a_missing_day_are_asked_for(tmp_path: Path) -> None:
    rows = [["1", "C1", "Disciplinary", "25/12/2024", "A"],
            ["2", "C2", "Disciplinary", "12/25/2024", "A"]]  # fmt: skip
    path = text_file(tmp_path / "c.csv", [CASES, *rows])
    assert [u.people for u in read("disciplinary", path).undecided] == [2]
    rows[1][3] = ""
    path = text_file(tmp_path / "d.csv", [CASES, *rows])
    assert "(no date)=in_year" in asked(read("disciplinary", path))["(empty)"]
    for told, number in (("in_year", "2"), ("left_out", "1")):
        found = counted(read("disciplinary", path, values={"no date": told}))
        assert found["entered"][0] == number


def test_every_trust_of_a_list_is_counted_apart(tmp_path: Path) -> None:
    head = ["ODS Code", "Employee Number", "Course Type", "Ethnic Origin"]
    rows = [["RX7", "1", "CPD", "A"], ["RYC", "1", "CPD", "A"], ["RYC", "2", "CPD", "H"]]
    path = text_file(tmp_path / "t.csv", [head, *rows])
    tables = read("training", path, everyone=True).tables
    assert [(t.code, t.rows[0][1:]) for t in tables] == [
        ("RX7", ("1", "0", "0")), ("RYC", ("1", "1", "0"))
    ]  # fmt: skip
    assert counted(read("training", path, code="RX7")) == {"accessed": ("1", "0", "0")}
    with pytest.raises(Fault, match="No row of this list is of RX8"):
        read("training", path, code="RX8")


@pytest.mark.parametrize("table", ["recruitment", "disciplinary", "training"])
@pytest.mark.parametrize(
    "row",
    [
        ["Xanthopoulos", "Shortlisted", "Appointed", "White - British"],
        ["Xanthopoulos", "Mandatory", "Attended", "White - British"],
        ["Xanthopoulos", "Formal", "Disciplinary", "Indian"],
        ["Xanthopoulos", "Leadership Stage 2", "Attended", "Indian"],
    ],
)
def test_a_row_of_a_person_is_never_taken_for_a_head(
    tmp_path: Path, table: str, row: list[str]
) -> None:
    path = text_file(tmp_path / "x.csv", [row, row])
    with pytest.raises(Fault) as caught:
        read(table, path, told={"surname": "person"})
    assert "Xanthopoulos" not in str(caught.value)
