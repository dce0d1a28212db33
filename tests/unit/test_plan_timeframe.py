"""When an action is due: every way in which plans say it, and the slips in it."""

from __future__ import annotations

from datetime import date

import pytest

from wres_report.plans.timeframe import DATED, Kind, parse_timeframe

START = date(2021, 4, 1)


def due(text: str) -> tuple[Kind, str]:
    frame = parse_timeframe(text, START)
    assert frame.text == text
    assert frame.dated == (frame.kind in DATED) == (frame.due is not None)
    return frame.kind, str(frame.due or "")


DAYS = {
    "31 March 2022": "2022-03-31",
    "1st of May 2021": "2021-05-01",
    "2nd June, 2021": "2021-06-02",
    "3rd Sept. 2021": "2021-09-03",
    "30 Nov 21": "2021-11-30",
    "Friday 31 March 2023": "2023-03-31",
    "by the 31st March 2022": "2022-03-31",
    "w/c 4 April 2022": "2022-04-04",
    "20 July": "2021-07-20",
    "20 February": "2022-02-20",
    "29 February 2024": "2024-02-29",
    "March 31, 2022": "2022-03-31",
    "March 31st 2022": "2022-03-31",
    "Dec. 1st": "2021-12-01",
    "Aug 31": "2021-08-31",
    "May 12": "2021-05-12",
    "04/03/2022": "2022-03-04",
    "4.3.2022": "2022-03-04",
    "31-3-22": "2022-03-31",
    "31/03/22": "2022-03-31",
    "2022-03-31": "2022-03-31",
    "31-Mar-22": "2022-03-31",
    "31-Mar-2022": "2022-03-31",
    "10 to 12 March 2022": "2022-03-12",
    "1 June 2021 – 30 September 2021": "2021-09-30",
    "30 September 2021 (was 30 June 2021)": "2021-09-30",
    "Draft in May 2021, final version 30 June 2021": "2021-06-30",
    "See 5.2; by 31/03/2022": "2022-03-31",
    "٣١ March 2022": "2022-03-31",
}
MONTHS = {
    "March 2022": "2022-03-31",
    "Sept 2021": "2021-09-30",
    "Mar 22": "2022-03-31",
    "Mar-22": "2022-03-31",
    "by end of March": "2022-03-31",
    "April": "2021-04-30",
    "May": "2021-05-31",
    "2021-12": "2021-12-31",
    "February 2024": "2024-02-29",
    "October to December 2021": "2021-12-31",
    "March/April 2022": "2022-04-30",
    "Jul–Sep 2021": "2021-09-30",
    "ongoing until March 2022": "2022-03-31",
    "Quarterly from April 2021 to March 2022": "2022-03-31",
}
QUARTERS = {
    "Q1": "2021-06-30",
    "q2 2021": "2021-09-30",
    "Quarter 3": "2021-12-31",
    "Q4": "2022-03-31",
    "Q4 2021-22": "2022-03-31",
    "Q1 2022/23": "2022-06-30",
    "Q1 22/23": "2022-06-30",
    "2022/23 Q1": "2022-06-30",
    "2022-23, Q1 and Q2": "2022-09-30",
    "Q2/Q3": "2021-12-31",
}
YEARS = {
    "2021": "2021-12-31",
    "by the end of 2022": "2022-12-31",
    "2021-22": "2022-03-31",
    "2021/22": "2022-03-31",
    "2021/2022": "2022-03-31",
    "2099-00": "2100-03-31",
    "2020-21 to 2021-22": "2022-03-31",
}
SPANS = {
    "12 months": "2022-03-31",
    "12-18 months": "2022-09-30",
    "12 – 18 months": "2022-09-30",
    "6 to 9 months": "2021-12-31",
    "Within 6 months": "2021-09-30",
    "12-month programme": "2022-03-31",
    "1 year": "2022-03-31",
    "3 years": "2024-03-31",
    "6 weeks": "2021-05-12",
}
DATED_TEXTS = [
    (text, kind, day)
    for kind, texts in (
        (Kind.DAY, DAYS), (Kind.MONTH, MONTHS), (Kind.QUARTER, QUARTERS),
        (Kind.YEAR, YEARS), (Kind.SPAN, SPANS),
    )
    for text, day in texts.items()
]  # fmt: skip
UNDATED = {
    Kind.RECURRING: [
        "Quarterly", "monthly", "Weekly", "every 6 months", "Every six months", "6-monthly",
        "Half-yearly", "twice a year", "Each quarter", "annually", "once per year",
        "Quarterly from April 2021", "Monthly, starting 1 June 2021",
    ],
    Kind.ONGOING: ["Ongoing", "on-going", "Immediate / ongoing", "continuous",
                   "ongoing since 2019", "from April", "Starting May 2021"],
    Kind.CONDITION: [
        "As vacancies occur", "Dependent on NHSI", "subject to funding",
        "Whenever a vacancy arises", "once the policy is agreed", "If funded",
        "as soon as possible",
    ],
    Kind.REFERENCE: ["See 5.2 and 6.1", "(see 5.2)", "As above", "ditto", "Refer to the plan",
                     "See 1.2.21"],
    Kind.WORDS: [
        "Network attendance", "TBC", "-", "n/a", "may be", "maybe", "it may", "Mark 2021",
        "Marking 2021", "5 many", "2 members 2021", "covid-19", "Summer 2021", "2021-25",
        "24 hours", "step 1-2", "😀",
    ],
    Kind.NONE: ["", " ", "\n\t", "\u00a0"],
}  # fmt: skip
# What is no date, and the nearest that is one.
SLIPS = {
    "31 Febuary": "28 February 2022",
    "31 February 2022": "28 February 2022",
    "30 Feb": "28 February 2022",
    "29 February 2022": "28 February 2022",
    "31st June 2021": "30 June 2021",
    "32/01/2021": "31 January 2021",
    "0 March 2022": "1 March 2022",
    "31-Feb-22": "28 February 2022",
    "31/13/2021": "a month from 1 to 12",
    "12/31/2021": "31 December 2021",
    "00/00/0000": "a month from 1 to 12",
    "2021-13": "a month from 1 to 12",
    "2021-00": "a month from 1 to 12",
    "2021-02-30": "28 February 2021",
    "Setpember 2021": "September 2021",
    "Agust 2021": "August 2021",
    "by Janurary 2022": "January 2022",
    "31 Decmber 2021": "31 December 2021",
    "1 Marchh": "1 March 2022",
    "31 March 2202": "a year such as 2022",
    "31 March 20222": "a year such as 2022",
    "March 202": "a year such as 2022",
    "31/03/2202": "a year such as 2022",
    "Q7": "a quarter from Q1 to Q4",
    "Q5 2021": "a quarter from Q1 to Q4",
    "31 June 2021 or 31 July 2021": "30 June 2021",
}


@pytest.mark.parametrize(("text", "kind", "day"), DATED_TEXTS)
def test_a_date_is_read_to_its_last_day(text: str, kind: Kind, day: str) -> None:
    assert due(text) == (kind, day)


@pytest.mark.parametrize(
    ("text", "kind"), [(text, kind) for kind, texts in UNDATED.items() for text in texts]
)
def test_what_never_falls_due_has_no_day(text: str, kind: Kind) -> None:
    assert due(text) == (kind, "")


@pytest.mark.parametrize(("text", "meant"), SLIPS.items())
def test_a_slip_in_a_date_is_no_date_and_the_nearest_one_is_named(text: str, meant: str) -> None:
    frame = parse_timeframe(text, START)
    assert (frame.kind, frame.due, frame.meant) == (Kind.NOT_A_DATE, None, meant)


def test_capitals_dashes_and_spaces_make_no_difference() -> None:
    assert due("  31\u00a0MARCH\n2022 ") == (Kind.DAY, "2022-03-31")
    assert due("12−18 Months") == due("12–18 months") == due("12 - 18 months")


@pytest.mark.parametrize(("start", "day"), [(2020, "2020-04-30"), (2023, "2023-04-30")])
def test_a_month_without_a_year_is_that_of_the_plan(start: int, day: str) -> None:
    assert str(parse_timeframe("April", date(start, 4, 1)).due) == day


def test_the_29th_of_february_is_a_day_in_the_plan_of_a_leap_year_alone() -> None:
    assert str(parse_timeframe("29 Feb", date(2023, 4, 1)).due) == "2024-02-29"
    assert parse_timeframe("29 Feb", date(2022, 4, 1)).kind is Kind.NOT_A_DATE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Qtr 3 2016/17", "2016-12-31"), ("Qtr. 3 16/17", "2016-12-31"),
        ("3rd quarter 2016/17", "2016-12-31"), ("Qtr 4 2016/17", "2017-03-31"),
        ("last quarter of 2021/22", "2022-03-31"), ("H1 2021/22", "2021-09-30"),
        ("second half of 2021/22", "2022-03-31"), ("end of Qtr 2", "2021-09-30"),
    ],
)  # fmt: skip
def test_a_quarter_is_that_of_a_financial_year_however_it_is_written(text: str, day: str) -> None:
    assert due(text) == (Kind.QUARTER, day)


@pytest.mark.parametrize("text", ["Mar '24", "Mar ’24", "March'24", "Mar24", "Mar/24"])
def test_a_year_of_two_digits_may_be_parted_from_its_month_by_a_sign(text: str) -> None:
    assert due(text) == (Kind.MONTH, "2024-03-31")


def test_a_date_with_its_year_first_is_read() -> None:
    assert due("2025/12/31") == (Kind.DAY, "2025-12-31")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("45382", "31 March 2024"), ("45382.0", "31 March 2024"), ("12/31/2025", "31 December 2025")],
)
def test_what_a_spreadsheet_made_of_a_date_is_named_as_the_date(text: str, meant: str) -> None:
    frame = parse_timeframe(text, START)
    assert (frame.kind, frame.meant) == (Kind.NOT_A_DATE, meant)


@pytest.mark.parametrize(
    "text",
    ["• Launch by June\n• Review in September", "1. Draft by May\n2. Launch by September",
     "- Policy, Jun 2021\n- Training, Sept '21", "• June • September 2021"],
)  # fmt: skip
def test_the_parts_of_a_list_may_each_end_in_a_date_and_the_last_counts(text: str) -> None:
    assert due(text) == (Kind.MONTH, "2021-09-30")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Apr-Jun", "2021-06-30"), ("April to June", "2021-06-30"),
        ("Nov – Jan 2023", "2023-01-31"),
        ("03/2022", "2022-03-31"), ("FY22/23", "2023-03-31"), ("FY 2022-23", "2023-03-31"),
    ],
)  # fmt: skip
def test_months_in_figures_spans_of_months_and_letters_of_a_year_are_dates(
    text: str, day: str
) -> None:
    assert str(parse_timeframe(text, date(2021, 4, 1)).due) == day


@pytest.mark.parametrize("text", ["Sep 2022 onwards", "April onwards", "13/2022", "see 3/2022"])
def test_what_only_looks_like_an_end_has_no_day(text: str) -> None:
    assert parse_timeframe(text, date(2021, 4, 1)).due is None
