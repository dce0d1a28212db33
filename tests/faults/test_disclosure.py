"""The stranger who reads finished reports: finds what is told, and finds nothing in ours."""

from __future__ import annotations

import json
from hashlib import sha256
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faults import disclosure
from faults.count_system import COLUMNS, GROUPS, ContradictionError, Count, Published, System
from faults.published_counts import read_output, read_results, read_rows, read_workbook
from faults.small_trusts import write_small_trust
from tests.conftest import Command

MEDICAL = ("consultant", "senior_medical_manager", "career_grade", "trainee", "other")


def test_nothing_that_the_shipped_reports_hide_can_be_recovered(built: Path) -> None:
    said = Published()
    for year in disclosure.YEARS:
        disclosure.read_outputs(built / "ZZX" / str(year), year, said)
    root = built.parent
    truth = disclosure.true_counts(root / "data/ZZX")
    assert disclosure.recovered(said, truth) == []
    assert len(said.hidden) > 50  # or nothing was read
    assert len(said.exact) > 200
    assert disclosure.tried_hashes(root, "ZZX") == []
    assert disclosure.told_by_gate(root, "ZZX", said) == []


def test_nothing_that_small_trusts_hide_can_be_recovered_from_their_notebooks(
    tmp_path: Path,
) -> None:
    random = Random(5)
    for code in ("SM000", "SM001", "SM002"):
        write_small_trust(tmp_path, code, disclosure.YEARS, random)
        outcome = disclosure.attacked(tmp_path, code, whole=False)
        assert not outcome.bad, outcome.detail


def test_a_workbook_of_figures_tells_what_its_results_tell(workspace: Path, wres: Command) -> None:
    done = wres("build", "ZZX/2021", "--to", "results", folder=workspace)
    assert done.returncode == 0, done.stderr
    folder = workspace / "outputs/ZZX/2021"
    from_json, from_workbook = Published(), Published()
    read_results(json.loads((folder / "results.json").read_text("utf-8")), 2021, from_json)
    read_workbook(folder / "results.xlsx", 2021, from_workbook)
    # What a share is a part of stands in the page and in results.json alone.
    assert from_workbook.exact.items() <= from_json.exact.items()
    assert len(from_workbook.exact) > 100
    assert from_workbook.hidden == from_json.hidden
    assert from_workbook.behind == from_json.behind


def test_what_stands_behind_an_interval_with_all_its_decimals_is_not_hidden() -> None:
    told = {"value": 1.38, "low": 1.1, "high": 1.7, "unit": "ratio", "status": "ok"}
    said = Published()
    read_results({"values": {"i2.ratio": told}}, 2021, said)
    hidden = Count(2021, "appointed", "bme")
    said.hidden.add(hidden)
    truth = {Count(2021, row, c): 10 for row in ("shortlisted", "appointed") for c in COLUMNS}
    assert disclosure.recovered(said, truth) == [f"{hidden} stands behind the interval of i2.ratio"]


def rows_of(*rows: str) -> list[str]:
    return [f"medical/{row}" for row in rows]


def test_a_row_of_which_does_not_count_towards_the_total() -> None:
    """144 - 61 - 30 - 49 = 4, whatever stands in the row of which."""
    said = Published()
    numbers = {"consultant": 61, "career_grade": 30, "trainee": 49, "all": 144}
    for row, number in numbers.items():
        said.is_exactly(Count(2021, f"medical/{row}", "bme"), number, "a table")
    other = Count(2021, "medical/other", "bme")
    said.hidden |= {other, Count(2021, "medical/senior_medical_manager", "bme")}
    system = System(said, {2021: rows_of(*MEDICAL, "all")})
    assert system.ranges([other]) == {other: (4, 4)}


@given(st.lists(st.integers(0, 4), min_size=6, max_size=6), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_count_is_told_where_trying_all_numbers_leaves_one(
    cells: list[int], dice: Random
) -> None:
    """Two bands of three groups, with sums; up to four counts hidden and some sums not printed."""
    rows, numbers = ("clinical/1", "clinical/2"), {}
    for row, three in zip(rows, (cells[:3], cells[3:]), strict=True):
        numbers |= {Count(2021, row, group): n for group, n in zip(GROUPS, three, strict=True)}
        numbers[Count(2021, row, "total")] = sum(three)
    inner = [count for count in numbers if count.column != "total"]
    for column in COLUMNS:
        numbers[Count(2021, "clinical/all", column)] = sum(
            numbers[Count(2021, row, column)] for row in rows
        )
    hidden = dice.sample([c for c in inner if numbers[c]], k=min(4, sum(map(bool, cells))))
    sums = [count for count in numbers if count not in inner]
    silent = set(dice.sample(sums, k=dice.randint(0, 3)))
    said = Published()
    said.hidden |= set(hidden)
    for count, number in numbers.items():
        if count not in said.hidden | silent:
            said.is_exactly(count, number, "a table")

    def fits(tried: dict[Count, int]) -> bool:
        known = {**{count: numbers[count] for count in inner}, **tried}
        for count in sums:
            among = [c for c in inner if count.row in (c.row, "clinical/all")
                     and count.column in (c.column, "total")]  # fmt: skip
            if count not in silent and sum(known[c] for c in among) != numbers[count]:
                return False
        return True

    left = [
        dict(zip(hidden, tried, strict=True)) for tried in product(range(1, 10), repeat=len(hidden))
    ]
    left = [tried for tried in left if fits(tried)]
    found = System(said, {2021: [*rows, "clinical/all"]}).ranges(hidden)
    for count in hidden:
        assert (found[count][0] == found[count][1]) == (len({t[count] for t in left}) == 1)


def test_a_total_of_three_over_three_people_tells_them_all() -> None:
    said = Published()
    cells = [Count(2021, "clinical/9", column) for column in ("white", "bme", "unknown")]
    said.hidden |= set(cells)
    said.is_exactly(Count(2021, "clinical/9", "total"), 3, "a table")
    found = System(said, {2021: ["clinical/9"]}).ranges(cells)
    assert set(found.values()) == {(1, 1)}


def test_a_share_of_a_known_whole_tells_its_part_and_an_interval_its_whole() -> None:
    part, whole = Count(2021, "clinical/9", "bme"), Count(2021, "clinical/9", "total")
    key = "i1.clinical_9_bme_percent"
    figure = {"status": "ok", "value": 100 * 3 / 40, "low": None, "high": None}
    said = Published()
    said.is_exactly(whole, 40, "a table")
    read_results({"values": {key: figure}}, 2021, said)
    assert System(said, {2021: ["clinical/9"]}).ranges([part]) == {part: (3, 3)}

    low, high = 2.5835175, 19.8642136  # Wilson's, of 3 in 40
    said = Published()
    read_results({"values": {key: figure | {"low": low, "high": high}}}, 2021, said)
    assert said.exact == {whole: 40}


def test_a_ratio_tells_the_one_count_of_four_that_is_hidden() -> None:
    said = Published()
    for row, column, number in (
        ("all", "bme", 100), ("all", "white", 400), ("entered", "white", 20),
    ):  # fmt: skip
        said.is_exactly(Count(2021, row, column), number, "a table")
    ratio = {"status": "ok", "value": 0.8, "low": None, "high": None}
    read_results({"values": {"i3.ratio": ratio}}, 2021, said)
    bme = Count(2021, "entered", "bme")
    assert System(said, {2021: ["all", "entered"]}).ranges([bme]) == {bme: (4, 4)}


def test_a_table_is_read_with_its_stars_and_zeros() -> None:
    said = Published()
    table = "| Band | White | BME | Not stated | Total | BME share |\n| :-- | --: | --: | --: |\n"
    table += (
        "| Band 8b | 34 | \\* | 0 | 1,038 | \\* |\n| **Clinical, all** | 50 | 7 | 0 | 57 | 12.3% |"
    )
    read_output({"text/plain": table}, "Clinical staff by band", 2021, said, "a notebook")
    assert {str(count): number for count, number in said.exact.items()} == {
        "2021 clinical/8b white": 34, "2021 clinical/8b unknown": 0,
        "2021 clinical/8b total": 1038, "2021 clinical/all white": 50,
        "2021 clinical/all bme": 7, "2021 clinical/all unknown": 0, "2021 clinical/all total": 57,
    }  # fmt: skip
    assert said.hidden == {Count(2021, "clinical/8b", "bme")}
    assert len(said.lines) == 2  # both ends of the share


def test_two_places_that_differ_are_told() -> None:
    said = Published()
    for number in ("34", "35"):
        rows = [["Band", "White"], ["Band 8b", number]]
        read_rows(rows, "Clinical staff by band", 2021, said, f"file {number}")
    assert said.contradictions == ["2021 clinical/8b white: 34 (file 34), 35 (file 35)"]
    with pytest.raises(AssertionError, match="file 35"):
        disclosure.recovered(said, {})


def test_numbers_that_fit_nothing_are_no_proof_that_nothing_is_told() -> None:
    said = Published()
    said.is_exactly(Count(2021, "clinical/9", "total"), 3, "a table")
    said.is_exactly(Count(2021, "clinical/9", "bme"), 4, "a table")
    with pytest.raises(ContradictionError):
        System(said, {2021: ["clinical/9"]}).ranges([Count(2021, "clinical/9", "white")])


def test_a_plain_hash_of_a_small_table_and_a_number_in_a_finding_are_found(
    tmp_path: Path,
) -> None:
    write_small_trust(tmp_path, "SM000", disclosure.YEARS, Random(1))
    table = tmp_path / "data/SM000/2021/disciplinary.csv"
    out = tmp_path / "outputs/SM000/2021"
    out.mkdir(parents=True)
    (tmp_path / "outputs/index.html").write_text("", encoding="utf-8")
    assert disclosure.tried_hashes(tmp_path, "SM000") == []
    short = sha256(table.read_bytes()).hexdigest()[:12]
    (out / "manifest.json").write_text(json.dumps({"input": short}), encoding="utf-8")
    found = [told for told in disclosure.tried_hashes(tmp_path, "SM000") if " of 2021 " in told]
    assert len(found) == 1

    table.write_text("measure,white,bme,unknown\nentered,12,3,1\n", encoding="utf-8")
    finding = {
        "rule": "swapped", "file": "data/SM000/2021/disciplinary.csv", "row": 2,
        "found": "White 12, BME fewer than 5", "expected": "near last year's White 9, BME 3",
    }  # fmt: skip
    said = Published(hidden={Count(2021, "entered", "bme")})
    folder = tmp_path / "data/SM000"
    assert len(disclosure.numbers_told([finding], folder, said)) == 1
    assert disclosure.numbers_told([finding | {"expected": "fewer"}], folder, said) == []
