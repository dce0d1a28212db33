"""A staff list becomes counts: everybody once, nobody in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.make import HEAD, NURSE, counts, reconciled, text_file, workbook, workforce
from wres_report.faults import ExitStatus, Fault

CLERK = ["Administrative and Clerical", "Band 3", "H"]


def test_a_person_with_several_assignments_counts_by_the_primary_one(tmp_path: Path) -> None:
    rows = [HEAD, ["1", "No", *NURSE[1:]], ["1", "Yes", *CLERK], ["2", *NURSE]]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {("non_clinical", "3"): (0, 1, 0), ("clinical", "5"): (1, 0, 0)}
    assert reconciled(imported) == {
        "rows below the head": 3, "left out: further assignments of the same person": 1,
        "people counted": 2,
    }  # fmt: skip
    assert any("primary" in rule for rule in imported.rules)


def test_without_a_primary_one_the_highest_band_counts_and_is_said(tmp_path: Path) -> None:
    nurse, clerk = ["1", "No", *NURSE[1:]], ["1", "No", *CLERK]
    for order in ([nurse, clerk], [clerk, nurse]):
        imported = workforce(text_file(tmp_path / "list.csv", [HEAD, *order]))
        assert counts(imported) == {("clinical", "5"): (1, 0, 0)}
        assert any(remark.kind == "assignments" for remark in imported.remarks)


def test_a_bank_assignment_never_hides_the_post_of_a_person(tmp_path: Path) -> None:
    head = [*HEAD, "Assignment Category"]
    rows = [head, ["1", *NURSE, "Bank"], ["1", "No", *CLERK, "Permanent"], ["2", *NURSE, "Bank"]]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {("non_clinical", "3"): (0, 1, 0)}
    assert reconciled(imported)["left out: bank"] == 2


def test_who_joined_later_left_earlier_or_is_no_staff_is_left_out_with_its_reason(
    tmp_path: Path,
) -> None:
    head = [*HEAD, "Assignment Category", "Job Role", "Latest Start Date", "Termination Date"]
    rows = [
        head,
        ["1", *NURSE, "Permanent", "Nurse", "31/03/2025", "31/03/2025"],
        ["2", *NURSE, "Permanent", "Nurse", "01/04/2025", ""],
        ["3", *NURSE, "Permanent", "Nurse", "01/04/2020", "30/03/2025"],
        ["4", *NURSE, "Honorary", "Nurse", "01/04/2020", ""],
        ["5", *NURSE, "Permanent", "Non Executive Director", "01/04/2020", ""],
        ["6", *NURSE, "Permanent", "Chair", "01/04/2020", ""],
    ]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {("clinical", "5"): (1, 0, 0)}
    assert reconciled(imported) == {
        "rows below the head": 6, "left out: joined after the snapshot": 1,
        "left out: left before the snapshot": 1, "left out: honorary": 1,
        "left out: chair or non-executive director": 2, "people counted": 1,
    }  # fmt: skip


def test_an_unknown_pay_scale_blocks_with_its_people_and_a_proposal(tmp_path: Path) -> None:
    rows = [HEAD, ["1", *NURSE], ["2", "Yes", NURSE[1], "Trust Band 6 Pilot", "A"],
            ["2", "No", NURSE[1], "Trust Band 6 Pilot", "A"]]  # fmt: skip
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    (asked,) = imported.undecided
    assert (asked.column, asked.people, asked.proposal) == ("pay scale", 1, "6")
    assert not imported.tables
    decided = workforce(tmp_path / "list.csv", values={"trust band 6 pilot": "6"})
    assert counts(decided) == {("clinical", "5"): (1, 0, 0), ("clinical", "6"): (1, 0, 0)}


def test_an_unknown_value_of_somebody_who_is_left_out_blocks_nothing(tmp_path: Path) -> None:
    head = [*HEAD, "Assignment Category"]
    rows = [head, ["1", *NURSE, "Permanent"], ["2", "Yes", NURSE[1], "Bank rate", "A", "Bank"]]
    assert counts(workforce(text_file(tmp_path / "list.csv", rows))) == {
        ("clinical", "5"): (1, 0, 0)
    }


def test_a_doctor_with_an_unknown_pay_scale_is_placed_by_the_role_and_it_is_said(
    tmp_path: Path,
) -> None:
    head = [*HEAD, "Role"]
    rows = [head, ["1", "Yes", "Medical and Dental", "MC46", "A", "Specialty Doctor"],
            ["2", "Yes", "Medical and Dental", "Medical", "N", "Consultant"],
            ["3", *NURSE, "Staff Nurse"]]  # fmt: skip
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {
        ("clinical", "5"): (1, 0, 0), ("medical", "career_grade"): (1, 0, 0),
        ("medical", "consultant"): (0, 1, 0),
    }  # fmt: skip
    assert any(remark.kind == "doctors" for remark in imported.remarks)


def test_a_doctor_whose_grade_nobody_tells_blocks(tmp_path: Path) -> None:
    rows = [HEAD, ["1", "Yes", "Medical and Dental", "Medical", "A"]]
    (asked,) = workforce(text_file(tmp_path / "list.csv", rows)).undecided
    assert asked.column == "grade of doctors"


def test_days_in_both_orders_block(tmp_path: Path) -> None:
    head = [*HEAD, "Latest Start Date"]
    rows = [head, ["1", *NURSE, "25/12/2019"], ["2", *NURSE, "12/25/2019"]]
    (asked,) = workforce(text_file(tmp_path / "list.csv", rows)).undecided
    assert "day" in asked.column


def test_a_head_below_a_preamble_in_two_merged_rows_is_found(tmp_path: Path) -> None:
    rows = [
        ["Staff in post"], [], ["Snapshot", "31 March 2025"],
        ["Person", None, "Post", None, None], ["Employee Number", "Ethnic Origin", "Staff Group",
        "Pay Scale", "Primary"],
        ["1", "A", "Students", "Band 4", "Yes"], ["Total", None, None, None, None],
    ]  # fmt: skip
    path = workbook(tmp_path / "list.xlsx", {"Prompts": [["a", "b"]], "List": rows},
                    merges=())  # fmt: skip
    imported = workforce(path)
    assert counts(imported) == {("clinical", "4"): (1, 0, 0)}
    assert "not read: sheet “Prompts”" in imported.sheet


def test_an_assignment_number_names_the_person_before_its_hyphen(tmp_path: Path) -> None:
    rows = [["Assignment Number", *HEAD[1:]], ["20011111", *NURSE], ["20011111-2", *NURSE]]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {("clinical", "5"): (1, 0, 0)}


def test_without_a_number_only_primary_assignments_count(tmp_path: Path) -> None:
    rows = [HEAD[1:], NURSE, ["No", *NURSE[1:]]]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    assert counts(imported) == {("clinical", "5"): (1, 0, 0)}
    assert reconciled(imported)["left out: not the primary assignment"] == 1


def test_a_missing_column_is_told_with_the_headings_that_nobody_knows(tmp_path: Path) -> None:
    rows = [
        ["Employee Number", "Staff Group", "Spine", "Ethnic Origin"],
        ["1", "Students", "5", "A"],
    ]
    path = text_file(tmp_path / "list.csv", rows)
    with pytest.raises(Fault) as caught:
        workforce(path)
    assert "“Spine”" in caught.value.action
    assert counts(workforce(path, told={"spine": "pay"})) == {("clinical", "5"): (1, 0, 0)}


def test_a_list_of_many_trusts_is_counted_for_one_or_for_all(tmp_path: Path) -> None:
    head = ["ODS Code", *HEAD]
    # The same number in two trusts is two people.
    rows = [head, ["RX7", "1", *NURSE], ["RYC", "1", *NURSE], ["RYC", "2", "Yes", *CLERK]]
    path = text_file(tmp_path / "list.csv", rows)
    everyone = workforce(path, everyone=True)
    assert {t.code: len(t.rows) for t in everyone.tables} == {"RX7": 2, "RYC": 3}
    assert counts(workforce(path, code="RX7")) == {("clinical", "5"): (1, 0, 0)}
    with pytest.raises(Fault, match="2 organisations"):
        workforce(path)
    with pytest.raises(Fault) as caught:
        workforce(path, code="RAL")
    assert caught.value.status is ExitStatus.USAGE
    assert "RX7, RYC" in caught.value.action


def test_a_pivot_with_groups_side_by_side_is_added_up_without_its_totals(tmp_path: Path) -> None:
    rows = [
        ["Headcount of staff"],
        ["Staff Group", "Band", "White", "BME", "Not Stated", "Total"],
        ["Administrative and Clerical", "Band 2", 10, 2, 1, 13],
        [None, "Band 3", "1,005", "-", 0, 1005],
        ["Administrative and Clerical Total", None, 1015, 2, 1, 1018],
        ["Students", "Band 4", 3, 4, None, 7],
        ["Grand Total", None, 1018, 6, 1, 1025],
    ]
    imported = workforce(workbook(tmp_path / "pivot.xlsx", {"Pivot": rows}))
    assert counts(imported) == {
        ("non_clinical", "2"): (10, 2, 1), ("non_clinical", "3"): (1005, 0, 0),
        ("clinical", "4"): (3, 4, 0),
    }  # fmt: skip
    assert reconciled(imported)["left out: totals"] == 2
    assert reconciled(imported)["people counted"] == 1025


def test_a_pivot_with_a_row_for_each_ethnicity_is_added_up(tmp_path: Path) -> None:
    rows = [["Staff Group", "Pay Scale", "Ethnic Origin", "Headcount"],
            ["Students", "Band 4", "A White - British", "3"], ["Students", "Band 4", "N", "2"],
            ["Students", "Band 4", "B", "1"]]  # fmt: skip
    imported = workforce(text_file(tmp_path / "pivot.csv", rows, ";"))
    assert counts(imported) == {("clinical", "4"): (4, 2, 0)}


def test_a_suppressed_count_in_a_pivot_is_refused(tmp_path: Path) -> None:
    rows = [["Staff Group", "Band", "White", "BME"], ["Students", "Band 4", "3", "*"]]
    with pytest.raises(Fault, match="no whole number"):
        workforce(text_file(tmp_path / "pivot.csv", rows))


def test_a_column_of_many_values_is_not_taken_for_pay_scales(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wres_report.imports.row_list.MOST_VALUES", 3)
    rows = [HEAD, *([str(n), "Yes", "Students", f"Name{n}", "A"] for n in range(9))]
    with pytest.raises(Fault) as caught:
        workforce(text_file(tmp_path / "list.csv", rows))
    assert "Name" not in str(caught.value)


def test_a_column_of_names_that_is_taken_for_pay_scales_is_not_listed(tmp_path: Path) -> None:
    rows = [HEAD, *([str(n), "Yes", "Students", f"Name{n}", "A"] for n in range(80))]
    imported = workforce(text_file(tmp_path / "list.csv", rows))
    (asked,) = imported.undecided
    assert asked.people == 80
    assert "Name" not in str(imported.as_dict())
