"""What a synthetic country looks like: sizes, shares, names; the same for the same seed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest

from wres_report.demo.board import MOST_BME, board_of
from wres_report.demo.cases import disciplinary_of
from wres_report.demo.country import Trust, national_share, trust_of
from wres_report.demo.plan import FEWEST, MOST, plan_of, progress_of
from wres_report.demo.published import ratios_of
from wres_report.demo.settings import kind_of, states_of
from wres_report.demo.staff import staff_of
from wres_report.demo.staff_survey import survey_of, surveys_of
from wres_report.inputs.params_schema import KINDS, TERMS
from wres_report.inputs.trust_year import TrustYear

Files = dict[str, bytes]
ENGLAND = 212
YEARS = (2018, 2021, 2024)


def trusts_of(seed: int, count: int = ENGLAND) -> list[Trust]:
    return [trust_of(seed, index) for index in range(count)]


def rows(content: bytes) -> list[str]:
    return content.decode().splitlines()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_same_seed_gives_the_same_bytes(write: Callable[..., Files]) -> None:
    assert write(3, "2022-2023", 5, faults=True) == write(3, "2022-2023", 5, faults=True)


def test_another_seed_gives_other_figures(write: Callable[..., Files]) -> None:
    one, other = write(1, "2022", 5), write(1, "2022", 6)
    assert one["data/ZZ001/2022/workforce.csv"] != other["data/ZZ001/2022/workforce.csv"]


def test_a_trust_is_the_same_in_a_small_country_and_in_a_large_one(
    write: Callable[..., Files],
) -> None:
    small, large = write(2, "2021-2022", faults=True), write(6, "2021-2022", faults=True)
    for of_all in ("faults.csv", "data/trusts.csv"):
        assert set(rows(small.pop(of_all))) <= set(rows(large[of_all]))
    assert small.items() <= large.items()


def test_a_trust_year_is_the_same_whichever_years_are_written(write: Callable[..., Files]) -> None:
    assert write(3, "2023").items() <= write(3, "2021-2024").items()


def test_the_names_say_that_the_trusts_are_invented_and_no_two_are_alike() -> None:
    trusts = trusts_of(1, 2000)
    assert len({trust.name for trust in trusts}) == len({trust.code for trust in trusts}) == 2000
    assert all(trust.name.startswith("Synthetic Trust of ") for trust in trusts)


def test_no_code_is_one_that_a_real_trust_could_have() -> None:
    for index in (0, 211, 998, 999, 9998):
        code = trust_of(1, index).code
        assert TrustYear.parse(f"{code}/2021").code == code
        assert len(code) > 3


def test_every_report_says_that_its_data_is_invented(write: Callable[..., Files]) -> None:
    settings = [text for path, text in write(4, "2022").items() if path.startswith("params/")]
    assert len(settings) == 4
    assert all(b"\nsynthetic: true\n" in text for text in settings)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_share_of_bme_staff_is_near_that_of_england_in_each_year(seed: int) -> None:
    for year in YEARS:
        staff = [staff_of(trust, year).all for trust in trusts_of(seed)]
        share = sum(people.bme for people in staff) / sum(people.total for people in staff)
        assert share == pytest.approx(national_share(year), abs=0.03)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sizes_and_shares_are_as_far_apart_as_those_of_england(seed: int) -> None:
    staff = sorted(staff_of(trust, 2021).all.total for trust in trusts_of(seed))
    assert 250 < staff[0] < 1000
    assert 12_000 < staff[-1] < 27_000
    assert 3500 < staff[len(staff) // 2] < 6500
    shares = sorted(people.bme / people.total for people in
                    (staff_of(trust, 2023).all for trust in trusts_of(seed)))  # fmt: skip
    assert 0.03 < shares[0] < 0.10
    assert 0.40 < shares[-1] < 0.55


def test_there_are_fewer_bme_staff_in_senior_bands_and_more_among_doctors() -> None:
    def share(*cells: tuple[str, str]) -> float:
        people = [staff_of(t, 2022).rows[cell] for t in trusts_of(1) for cell in cells]
        return sum(p.bme for p in people) / sum(p.total for p in people)

    band_5, band_7, band_8b = (share(("clinical", band)) for band in ("5", "7", "8b"))
    assert band_5 > band_7 > band_8b
    assert share(("non_clinical", "vsm")) < share(("non_clinical", "4"))
    assert share(("medical", "consultant"), ("medical", "trainee")) > band_5


def test_a_trust_changes_by_a_few_per_cent_from_year_to_year() -> None:
    for trust in trusts_of(1, 60):
        before, after = staff_of(trust, 2022).all, staff_of(trust, 2023).all
        assert abs(after.total / before.total - 1) < 0.15
        assert abs(after.bme / after.total - before.bme / before.total) < 0.06


def test_ratios_scatter_around_those_of_england_and_cases_are_few() -> None:
    ratios = [ratios_of(trust, 2022) for trust in trusts_of(1)]
    for indicator, low, high in ((2, 1.35, 1.75), (3, 0.95, 1.5), (4, 1.0, 1.2)):
        known = sorted(ratio[indicator] for ratio in ratios if indicator in ratio)
        assert low < known[len(known) // 2] < high
        assert known[-1] - known[0] > 0.3
    rates = sorted(disciplinary_of(t, 2022).total / staff_of(t, 2022).all.total
                   for t in trusts_of(1))  # fmt: skip
    assert 0.008 < rates[len(rates) // 2] < 0.014
    assert rates[-10] < 0.022


def test_last_years_table_gives_the_figures_that_are_quoted_of_it(
    write: Callable[..., Files],
) -> None:
    files = write(5, "2021-2022")
    for number in range(1, 6):
        folder = f"data/ZZ00{number}"
        (total,) = (row for row in rows_of(files[f"{folder}/2021/workforce.csv"])
                    if row["staff_group"] == "all")  # fmt: skip
        quoted = {
            (row["measure"], row["group"]): row["value"]
            for row in rows_of(files[f"{folder}/2022/reported.csv"])
        }
        assert quoted["headcount", "bme"] == total["bme"]
        share = 100 * int(total["bme"]) / sum(int(total[g]) for g in ("white", "bme", "unknown"))
        assert float(quoted["percent", "bme"]) == pytest.approx(share, abs=0.05)


def test_a_survey_is_told_the_same_in_every_report_that_shows_it() -> None:
    trust = trust_of(1, 0)
    shared = set(surveys_of(trust, 2022)) & set(surveys_of(trust, 2023))
    assert {result.survey_year for result in shared} == {2019, 2020, 2021}
    assert len(shared) == 3 * 4 * 2


def test_the_new_question_of_indicator_7_has_a_level_of_its_own() -> None:
    for trust in trusts_of(1, 20):
        before, after = (
            {r.group: float(r.percent) for r in survey_of(trust, year) if r.indicator == 7}
            for year in (2020, 2021)
        )
        assert before["white"] - after["white"] > 15


def test_some_trusts_have_too_few_bme_answers_to_be_printed() -> None:
    answers = [r.responses for t in trusts_of(1) for r in survey_of(t, 2020) if r.group == "bme"]
    assert 0 < sum(responses < 11 for responses in answers) < len(answers) / 10


def test_a_board_has_nine_to_seventeen_members_and_changes_slowly() -> None:
    for trust in trusts_of(1):
        boards = [board_of(trust, year) for year in range(2018, 2026)]
        for board in boards:
            assert 9 <= board["total"].total <= 17
            assert 0 <= board["total"].bme <= MOST_BME
            for part in ("voting", "executive"):
                pairs = zip(board[part], board["total"], strict=True)
                assert all(members <= everyone for members, everyone in pairs)
        assert len({board["total"].total for board in boards}) == 1


def test_a_plan_has_five_to_thirty_actions_each_with_an_id_and_a_lead() -> None:
    sizes = set()
    for trust in trusts_of(1, 60):
        plan = plan_of(trust, 2023)
        sizes.add(len(plan))
        assert len({action.id for action in plan}) == len(plan)
        assert len({action.text for action in plan}) == len(plan)
        assert all(action.lead for action in plan)
    assert min(sizes) >= FEWEST
    assert max(sizes) <= MOST
    assert len(sizes) > 10


def test_progress_tells_of_last_years_actions_and_what_is_carried_over_is_unfinished() -> None:
    carried = 0
    for trust in trusts_of(1, 30):
        progress = {action.id: action for action in progress_of(trust, 2023)}
        last_year = {action.id: action.text for action in plan_of(trust, 2022)}
        assert {id: action.text for id, action in progress.items()} == last_year
        for action in plan_of(trust, 2023):
            if action.carried_over_from:
                before = progress[re.sub(r"^2022-23: ", "", action.carried_over_from)]
                assert before.text == action.text
                assert before.rag not in states_of(trust)["done"]
                carried += 1
    assert carried


def test_every_kind_of_report_and_every_word_for_the_group_is_used(
    write: Callable[..., Files],
) -> None:
    assert {kind_of(trust) for trust in trusts_of(1)} == set(KINDS)
    settings = b"".join(text for path, text in write(40, "2022").items() if "params" in path)
    assert {f"\nterm: {term}\n".encode() in settings for term in TERMS} == {True}
