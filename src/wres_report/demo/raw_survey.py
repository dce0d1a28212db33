"""The benchmark workbook of a synthetic country's staff survey: its sheets and columns."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wres_report.demo.country import KINDS, Subject, Trust
from wres_report.demo.staff_survey import FIRST_SURVEY, INDICATORS, survey_of

# The sheet of each kind of trust, in the survey's words; two kinds of ours share none.
SHEETS = (
    "Acute&Acute Community Trusts", "MH&LD, MH, LD&Community Trusts", "Community Trusts",
    "Ambulance Trusts", "Acute Specialist Trusts",
)  # fmt: skip
STEMS = {
    5: "har_from_pat_eth_summary", 6: "har_from_staff_eth_summary", 7: "equal_eth_summary",
    8: "q16b_eth_summary",
}  # fmt: skip
# Question columns, which are weighted: about as many as the survey has.
QUESTIONS = tuple(f"q{number}{letter}" for number in range(1, 33) for letter in "abcd")
SURVEYS = 5
FEWEST = 10  # a result on fewer answers is not printed

Rows = Sequence[Sequence[object]]


def survey_sheets(trusts: Sequence[Trust], year: int) -> dict[str, Rows]:
    """The sheets of the workbook that is published before a WRES year, by their names."""
    surveys = range(max(year - SURVEYS, FIRST_SURVEY), year)
    groups = [["org_id", "org_name", "Benchmark group"]]
    groups += [[t.code, t.name, SHEETS[KINDS.index(t.kind)]] for t in trusts]
    sheets: dict[str, Rows] = {"Notes": _notes(surveys), "Organisation Benchmark groups": groups}
    for number, name in enumerate(SHEETS):
        members = [trust for trust in trusts if KINDS.index(trust.kind) == number]
        if members:
            sheets[name] = [_head(surveys), *(_row(trust, surveys) for trust in members)]
    return sheets


def _notes(surveys: range) -> Rows:
    return [
        ["Variable", "Description"],
        *(
            [f"{stem}_1", f"Indicator {number}, White, unweighted"]
            for number, stem in STEMS.items()
        ),
        ["", f"Invented data for the surveys of {surveys[0]} to {surveys[-1]}"],
    ]


def _head(surveys: range) -> list[str]:
    return [
        "org_id", "org_name",
        *(f"{question}{part}_{survey}" for question in QUESTIONS for survey in surveys
          for part in ("", "_n", "_sig")),
        *(f"{stem}{part}_{group}_{survey}" for stem in STEMS.values() for group in (1, 2)
          for survey in surveys for part in ("", "_n")),
    ]  # fmt: skip


def _row(trust: Trust, surveys: range) -> list[object]:
    draw = trust.draws(Subject.RAW)
    shares = draw.random((len(QUESTIONS), len(surveys)))
    row: list[object] = [trust.code, trust.name]
    answered = int(trust.staff * 0.46)
    for shares_of_question in np.round(shares, 6).tolist():
        for share in shares_of_question:
            row += [share, answered, "n"]
    results = {
        (r.indicator, r.group, survey): r for survey in surveys for r in survey_of(trust, survey)
    }
    for indicator in INDICATORS:
        for group in ("white", "bme"):
            for survey in surveys:
                row += _result(results[indicator, group, survey])
    return row


def _result(result: object) -> list[object]:
    percent = str(getattr(result, "percent", ""))
    responses = int(getattr(result, "responses", 0))
    if not percent or responses < FEWEST:
        return ["*", ""]
    yes = round(float(percent) * responses / 100)
    return [yes / responses, responses]
