"""Totals of the workforce table: from bands where they are given, else from the row ``all``."""

from __future__ import annotations

import pandas as pd
import pytest

from wres_report.inputs.headcounts import WorkforceTable, counts_of
from wres_report.measures.counts import Counts
from wres_report.standard import load_standard

NAN = float("nan")


def table(*rows: tuple) -> WorkforceTable:
    """Rows of (staff group, band, White, BME, unknown)."""
    columns = ["staff_group", "band", "white", "bme", "unknown"]
    frame = pd.DataFrame(rows, columns=columns)
    for name in columns[2:]:
        frame[name] = frame[name].astype("float64")
    return WorkforceTable(frame, load_standard())


def test_counts_are_those_of_the_row_that_is_asked_for():
    frame = pd.DataFrame(
        {"stage": ["shortlisted", "appointed"], "white": [9.0, 4], "bme": [8.0, 3],
         "unknown": [7.0, NAN]}
    )  # fmt: skip
    assert counts_of(frame, load_standard().groups, stage="appointed") == Counts(4, 3, None)
    assert counts_of(frame, load_standard().groups, stage="interviewed") == Counts()
    assert counts_of(None, load_standard().groups, stage="appointed") == Counts()


def test_a_group_is_the_sum_of_its_bands_whatever_its_row_all_says():
    workforce = table(
        ("clinical", "2", 10, 5, 1), ("clinical", "3", 20, 6, 2), ("clinical", "all", 999, 99, 9)
    )
    assert workforce.group("clinical") == Counts(30, 11, 3)


def test_a_group_without_bands_is_its_row_all():
    assert table(("clinical", "all", 30, 11, 3)).group("clinical") == Counts(30, 11, 3)


def test_incomplete_bands_fall_back_to_the_row_all():
    workforce = table(("clinical", "2", NAN, 5, NAN), ("clinical", "all", 30, 11, 3))
    assert workforce.group("clinical") == Counts(30, 11, 3)


def test_a_grade_that_is_part_of_another_is_never_added():
    workforce = table(
        ("medical", "consultant", 99, 61, 8),
        ("medical", "senior_medical_manager", 10, 2, 0),
        ("medical", "trainee", 60, 49, 9),
    )
    assert workforce.group("medical") == Counts(159, 110, 17)
    assert workforce.band("medical", "senior_medical_manager") == Counts(10, 2, 0)


def test_the_workforce_is_the_sum_of_its_three_groups():
    workforce = table(
        ("non_clinical", "all", 10, 1, 1),
        ("clinical", "2", 20, 2, 2),
        ("medical", "other", 30, 3, 3),
        ("all", "all", 999, 99, 9),
    )
    assert workforce.total() == Counts(60, 6, 6)


def test_with_a_group_missing_the_workforce_is_the_row_of_all_staff():
    workforce = table(("clinical", "2", 20, 2, 2), ("all", "all", 100, 10, 5))
    assert workforce.total() == Counts(100, 10, 5)


def test_bands_of_all_staff_make_up_the_workforce():
    assert table(("all", "2", 20, 2, 2), ("all", "vsm", 3, 1, 0)).total() == Counts(23, 3, 2)


def test_without_a_row_of_all_staff_the_groups_that_are_there_are_the_workforce():
    # An ambulance trust, for example, has no medical staff.
    workforce = table(("clinical", "2", 20, 2, 2), ("non_clinical", "2", 5, 1, 0))
    assert workforce.total() == Counts(25, 3, 2)


def test_without_a_table_nothing_is_supplied():
    workforce = WorkforceTable(None, load_standard())
    assert workforce.total() == Counts()
    assert workforce.group("clinical") == Counts()
    assert workforce.cluster("all", "8a-vsm") == Counts()
    assert not workforce.has_bands("clinical")


def test_a_band_of_all_staff_is_clinical_and_non_clinical_together():
    workforce = table(("clinical", "2", 20, 2, 2), ("non_clinical", "2", 5, 1, 0))
    assert workforce.band("all", "2") == Counts(25, 3, 2)
    assert workforce.band("clinical", "2") == Counts(20, 2, 2)
    assert workforce.band("all", "3") == Counts()


def test_a_band_given_for_all_staff_is_taken_as_given():
    workforce = table(("all", "2", 30, 4, 2), ("clinical", "2", 20, 2, 2))
    assert workforce.band("all", "2") == Counts(30, 4, 2)


def test_a_cluster_is_the_sum_of_its_bands_or_else_its_own_row():
    bands = table(
        ("clinical", "5", 5, 5, 5), ("clinical", "6", 6, 6, 6), ("clinical", "2", 1, 1, 1)
    )
    assert bands.cluster("clinical", "5-7") == Counts(11, 11, 11)
    own = table(("all", "5-7", NAN, 39, NAN))
    assert own.cluster("all", "5-7") == Counts(None, 39, None)
    parts = table(("clinical", "5-7", 10, 5, 1), ("non_clinical", "5-7", 4, 2, 0))
    assert parts.cluster("all", "5-7") == Counts(14, 7, 1)


def test_a_complete_cluster_is_not_lost_to_bands_that_are_incomplete():
    workforce = table(("clinical", "5", NAN, 5, NAN), ("clinical", "5-7", 40, 12, 2))
    assert workforce.cluster("clinical", "5-7") == Counts(40, 12, 2)
    alone = table(("clinical", "5", NAN, 5, NAN))
    assert alone.cluster("clinical", "5-7") == Counts(None, 5, None)


# Clinical, non-clinical and medical staff without the row of all staff.
PARTS = (
    ("clinical", "2", 20, 2, 2), ("clinical", "7", 324, 53, 13),
    ("non_clinical", "2", 5, 1, 0), ("medical", "trainee", 7, 3, 1),
)  # fmt: skip


def test_an_empty_cell_makes_the_total_not_supplied_and_drops_no_staff():
    parts = [*PARTS]
    parts[1] = ("clinical", "7", NAN, 53, 13)
    assert table(*parts).group("clinical") == Counts(None, 55, 15)
    assert table(*parts).total() == Counts(None, 59, 16)
    assert table(*parts, ("all", "all", 356, 59, 16)).total() == Counts(356, 59, 16)
    assert table(*parts, ("clinical", "all", 344, NAN, NAN)).total() == Counts(356, 59, 16)


@pytest.mark.parametrize("group", ["clinical", "non_clinical"])
def test_without_a_staff_group_that_every_trust_has_there_is_no_total(group):
    rows = [row for row in PARTS if row[0] != group]
    assert table(*rows).total() == Counts()
    assert table(*rows, ("all", "all", 356, 59, 16)).total() == Counts(356, 59, 16)


def test_bands_of_all_staff_leave_out_medical_staff_which_are_added():
    bands = [("all", "2", 20, 2, 2), ("all", "vsm", 3, 1, 0)]
    medical = [("medical", "trainee", 7, 3, 1), ("medical", "other", NAN, 1, 0)]
    assert table(*bands, medical[0]).total() == Counts(30, 6, 3)
    assert table(*bands, *medical).total() == Counts(None, 7, 3)


def test_clusters_of_all_staff_make_up_the_workforce_where_all_are_given():
    clusters = [("all", "1-4", 20, 2, 2), ("all", "5-7", 3, 1, 0), ("all", "8a-vsm", 2, 1, 0)]
    assert table(*clusters, ("medical", "all", 7, 3, 1)).total() == Counts(32, 7, 3)
    assert table(*clusters[:2]).total() == Counts()
    own = [("clinical", *row[1:]) for row in clusters]
    assert table(*own).group("clinical") == Counts(25, 4, 2)
    assert table(*own[:2]).group("clinical") == Counts()


def test_a_band_of_all_staff_is_not_one_group_alone():
    workforce = table(("clinical", "8a", 20, 2, 2), ("non_clinical", "all", 50, 3, 1))
    assert workforce.band("all", "8a") == Counts()
    assert workforce.cluster("all", "8a-vsm") == Counts()
    both = table(("clinical", "8a", 20, 2, 2), ("non_clinical", "8a-vsm", 5, 3, 1))
    assert both.cluster("all", "8a-vsm") == Counts(25, 5, 3)


def test_a_band_that_one_group_does_not_have_is_the_other_groups():
    workforce = table(
        ("clinical", "8a", 20, 2, 2), ("clinical", "9", 3, 0, 0), ("non_clinical", "8a", 5, 3, 1)
    )
    assert workforce.band("all", "9") == Counts(3, 0, 0)
    assert workforce.cluster("all", "8a-vsm") == Counts(28, 5, 3)


@pytest.mark.parametrize(
    ("row", "group", "has"),
    [
        (("clinical", "5", 1, 1, 1), "clinical", True),
        (("clinical", "5-7", 1, 1, 1), "clinical", False),
        (("clinical", "5", 1, NAN, 1), "clinical", False),
        (("medical", "trainee", 1, 1, 1), "medical", True),
        (("medical", "all", 1, 1, 1), "medical", False),
    ],
)
def test_a_group_has_bands_only_where_single_ones_are_given(row, group, has):
    assert table(row).has_bands(group) is has
