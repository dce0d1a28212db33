"""Indicator 1 as its notebook measures it."""

from __future__ import annotations

import pytest

from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.representation.shown import staff_group_table
from wres_report.marks import unmarked
from wres_report.measures import Status

BANDS = ["under_1", *"1234567", "8a", "8b", "8c", "8d", "9", "vsm"]
FULL = [
    *(f"{group},{band},{white},{bme},20"
      for group in ("clinical", "non_clinical")
      for band, white, bme in zip(BANDS, range(200, 60, -10), range(90, 20, -5), strict=True)),
    "medical,consultant,99,61,8",
    "medical,senior_medical_manager,30,12,6",
    "medical,trainee,60,49,9",
]  # fmt: skip
# Every trust has non-clinical staff; without a row of them there is no total.
NOBODY = "non_clinical,2,0,0,0"
HUMBER = [
    "all,all,2643,143,243",
    "all,1-4,,63,",
    "all,5-7,,39,",
    "all,8a-vsm,,10,",
    "non_clinical,all,,22,",
    "clinical,all,,90,",
    "medical,all,,31,",
]


def measure(data):
    return measure_representation(data, data.workforce)


def test_headcounts_alone_give_the_overall_share_and_the_spread(make_year):
    result = measure(make_year(workforce=HUMBER))
    shown = {key: value.display for key, value in result.values.items() if value.ok}
    assert shown["workforce.total"] == "3,029"
    assert shown["i1.bme_percent"] == "4.7%"
    assert shown["i1.cluster_1_4_share"] == "44.1%"
    assert shown["i1.cluster_5_7_share"] == "27.3%"
    assert shown["i1.cluster_8a_vsm_share"] == "7.0%"
    assert shown["i1.medical_share"] == "21.7%"
    assert (shown["i1.non_clinical_bme"], shown["i1.clinical_bme"]) == ("22", "90")
    assert result["senior_bme_percent"].status is Status.NOT_SUPPLIED
    assert result.verdict.words() == "bands not supplied"
    assert any("cannot be told" in sentence for sentence in result.finding)


def test_every_band_that_is_given_has_its_share(make_year):
    result = measure(make_year(workforce=FULL))
    assert result["clinical_under_1_bme_percent"].number == pytest.approx(100 * 90 / 310)
    assert result["non_clinical_8a_bme_percent"].ok
    assert result["medical_senior_medical_manager_bme_percent"].display == "25.0%"
    assert result.get("medical_career_grade_bme_percent") is None
    assert result.values["workforce.bme"].number == 2 * sum(range(90, 20, -5)) + 61 + 49


def test_the_disparity_ratios_come_from_single_bands(make_year):
    result = measure(make_year(workforce=FULL))
    lower_bme, upper_bme = sum(range(90, 60, -5)), sum(range(50, 20, -5))
    lower_white, upper_white = sum(range(200, 140, -10)), sum(range(120, 60, -10))
    expected = (lower_bme / upper_bme) / (lower_white / upper_white)
    # Two decimals and no n, so that the tiers cannot be worked out of it.
    assert result["disparity_lower_upper"].number == round(expected, 2)
    assert result["disparity_lower_upper"].n is None
    assert measure(make_year(workforce=HUMBER))["disparity_lower_upper"].status is (
        Status.NOT_SUPPLIED
    )


def test_a_tier_without_bme_staff_gives_no_disparity_ratio(make_year):
    rows = ["clinical,5,50,20,9", "non_clinical,5,50,20,9", "clinical,8a,50,0,9"]
    result = measure(make_year(workforce=rows))
    assert result["disparity_lower_upper"].status is Status.NOT_CALCULABLE


@pytest.mark.parametrize(
    ("senior", "code", "sentence"),
    [
        ("clinical,8a,900,10,0", "worse", "fewer than their share"),
        ("clinical,8a,80,20,0", "no_clear_difference", "not clearly apart"),
        ("clinical,8a,100,900,0", "better", "more than their share"),
    ],
)
def test_senior_bands_are_held_against_the_whole_workforce(make_year, senior, code, sentence):
    rows = [senior, "clinical,2,800,200,0", "non_clinical,2,800,200,0", "medical,all,0,0,0"]
    result = measure(make_year(workforce=rows))
    assert result.verdict.code == code
    assert any(sentence in found for found in result.finding)


def test_no_senior_staff_at_all_is_not_calculable(make_year):
    result = measure(make_year(workforce=["clinical,8a,0,0,0", "clinical,2,80,20,0", NOBODY]))
    assert result.verdict.code == "not_calculable"


def test_no_bme_staff_in_senior_bands_is_a_share_of_zero(make_year):
    result = measure(make_year(workforce=["clinical,8a,300,0,0", "clinical,2,80,20,0", NOBODY]))
    assert result["senior_bme_percent"].display == "0.0%"
    assert result.verdict.code == "worse"
    assert any("clearly fewer" in s and "band 8a" in s for s in result.finding)


def test_several_bands_are_listed_as_people_list_them(make_year):
    rows = [*(f"clinical,{b},300,0,0" for b in ("8a", "8b", "8c")), "clinical,2,300,300,0", NOBODY]
    found = " ".join(measure(make_year(workforce=rows)).finding)
    assert "band 8a, band 8b and band 8c" in found


def test_small_senior_numbers_are_suppressed(make_year):
    result = measure(make_year(workforce=["clinical,8a,50,3,0", "clinical,2,80,20,7", NOBODY]))
    assert result["senior_bme_percent"].status is Status.SUPPRESSED
    assert result["cluster_8a_vsm_bme"].status is Status.SUPPRESSED
    assert result["clinical_8a_bme_percent"].status is Status.SUPPRESSED
    assert result.verdict.code == "suppressed"


def test_a_hidden_total_is_told_by_no_share_and_no_table(make_year):
    # With 1 of unknown ethnicity 25.3% of the staff are BME, with 4 it would be 25.2%.
    result = measure(make_year(workforce=["clinical,2,300,90,3", "clinical,3,200,80,0", NOBODY]))
    assert result.values["workforce.total"].status is Status.SUPPRESSED
    for key in ("i1.bme_percent", "i1.white_percent"):
        assert result.values[key].status is Status.SUPPRESSED
    last = unmarked(staff_group_table(result)).splitlines()[-1]
    assert last == "| **All staff** | 500 | 170 | \\* | \\* | \\* |"


def test_a_share_that_would_be_printed_the_same_is_shown_without_its_total(make_year):
    rows = ["clinical,2,3000,900,3", "clinical,3,2000,800,0", NOBODY]
    result = measure(make_year(workforce=rows))
    assert result.values["workforce.total"].status is Status.SUPPRESSED
    share = result.values["i1.bme_percent"]
    assert (share.number, share.display) == (25.4, "25.4%")
    assert share.n is share.numerator is share.low is share.high is None


def test_with_the_disclosure_rules_off_small_numbers_are_shown(make_year):
    data = make_year(
        workforce=["clinical,8a,50,3,0", "clinical,2,80,20,7", NOBODY],
        settings={"minimum_count": 1},
    )
    result = measure(data)
    assert all(value.status is not Status.SUPPRESSED for value in result.values.values())
    assert result["cluster_8a_vsm_bme"].display == "3"


def sums(result, names):
    """The counts of the parts that are shown, and how many are not."""
    parts = [result[f"{name}_bme"] for name in names]
    return [part.number for part in parts if part.ok], sum(not part.ok for part in parts)


@pytest.mark.parametrize(
    "rows",
    [
        ["non_clinical,all,60,3,0", "clinical,all,200,40,7", "medical,all,30,10,5"],
        ["non_clinical,all,60,30,0", "clinical,all,200,40,7", "medical,all,30,2,5"],
        ["clinical,8a,60,3,0", "clinical,2,80,20,7", "clinical,5,70,30,9", "medical,all,30,20,5",
         "non_clinical,2,10,9,0"],
    ],
)  # fmt: skip
def test_a_hidden_part_of_the_workforce_is_not_the_total_less_the_parts_shown(make_year, rows):
    result = measure(make_year(workforce=rows))
    total = result.values["workforce.bme"].number
    clusters = ("cluster_1_4", "cluster_5_7", "cluster_8a_vsm", "medical")
    for names in (("non_clinical", "clinical", "medical"), clusters):
        if any(result[f"{n}_bme"].status is Status.NOT_SUPPLIED for n in names):
            continue
        shown, hidden = sums(result, names)
        assert hidden != 1, f"{names}: {total} - {sum(shown)} tells the hidden one"
        for name in names:
            for key in (f"{name}_share", f"{name}_bme_percent"):
                value = result.get(key)
                assert value is None or value.ok <= result[f"{name}_bme"].ok, key


def test_nothing_supplied_is_said_and_stops_nothing(make_year):
    result = measure(make_year())
    own = {k: v for k, v in result.values.items() if not k.endswith(".benchmark")}
    assert {value.status for value in own.values()} == {Status.NOT_SUPPLIED}
    assert result.verdict.words() == "not supplied"
    assert result.finding == ["The trust did not supply the figures for this indicator."]


def test_an_empty_workforce_is_not_calculable(make_year):
    result = measure(make_year(workforce=["all,all,0,0,0"]))
    assert result["bme_percent"].status is Status.NOT_CALCULABLE


def test_last_year_comes_from_its_folder_figure_by_figure(make_year):
    make_year(2020, workforce=["all,all,2400,116,100"])
    result = measure(make_year(2021, workforce=HUMBER))
    assert result.values["workforce.bme.previous"].display == "116"
    assert result.values["workforce.bme.change"].display == "27"
    assert result["bme_percent.previous"].number == pytest.approx(100 * 116 / 2616)
    assert any("(116 people)" in sentence for sentence in result.finding)


def test_without_last_years_folder_the_published_figures_are_taken(make_year):
    reported = [
        "1,headcount,2020,bme,116,count,Report",
        "1,headcount,2020,,2500,count,Report",
        "1,percent,2020,bme,4.7,percent,Report",
    ]
    result = measure(make_year(2021, workforce=HUMBER, reported=reported))
    assert result.values["workforce.bme.previous"].number == 116
    assert result.values["workforce.total.previous"].number == 2500
    assert result["bme_percent.previous"].display == "4.7%"
    assert result.words["i1.movement"] == "the same, to the decimals shown"


def test_a_published_share_stands_in_for_a_workforce_that_is_not_supplied(make_year):
    result = measure(make_year(reported=["1,percent,2021,bme,4.7,percent,Report"]))
    assert result["bme_percent"].display == "4.7%"
    assert result["bme_percent"].source == ("data/ZZX/2021/reported.csv",)
    assert result.finding[0] == "BME staff are 4.7% of the workforce."


def test_the_national_share_stands_beside(make_year):
    result = measure(make_year(workforce=HUMBER, settings={"national_year": 2020}))
    assert result["bme_percent.benchmark"].display == "21.0%"
    assert any("England, WRES 2020" in sentence for sentence in result.finding)
