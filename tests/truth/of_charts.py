"""What stands over and under a chart: its finding, and whom its figures are of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.truth.facts import RATIOS, SURVEY
from tests.truth.of_lists import wrong_verdict
from tests.truth.of_plans import days_of, rows_of
from tests.truth.saying import Case, counted, differs, group_of, says, small_numbers_about

TITLES = {"No clear difference": "unclear", "Too few cases to tell": "few",
          "Counts not supplied": "no_counts", "Responses not supplied": "no_counts"}  # fmt: skip
# What is worse for BME staff is worse where they are likelier to meet it, or less likely to have it.
GOOD = ("be appointed from shortlisting", "take up training or CPD", "see equal opportunities")
MET = {2: GOOD[0], 3: "enter the disciplinary process", 4: GOOD[1],
       5: "meet harassment by the public", 6: "meet harassment by staff", 7: GOOD[2],
       8: "meet discrimination at work"}  # fmt: skip


@says(
    r"(No clear difference|Too few cases to tell|Counts not supplied|Responses not supplied): [^.]+"
)
def _title_of_none(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[case.indicator].code
    if ours != TITLES[match[1]]:
        yield f"indicator {case.indicator} is {ours}"


@says(
    r"(White|{G}) (?:staff|applicants) were (likelier|less likely)(?: than (White|{G}) staff)? to (.+)"
)
def _title(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[case.indicator].code
    if match[4] != MET[case.indicator]:
        yield f"indicator {case.indicator} is not about “{match[4]}”"
    of_bme = (group_of(match[1]) == "bme") == (match[2] == "likelier")
    wanted = "better" if of_bme == (match[4] in GOOD) else "worse"
    if ours != wanted:
        yield f"indicator {case.indicator} is {ours}, the title says {wanted}"


@says(r"{G} staff are (fewer|more) than their share in senior bands|{G} share of staff by band|"
      r"Where {G} staff work")  # fmt: skip
def _title_of_bands(case: Case, match: re.Match[str]) -> Iterator[str]:
    wanted = {"fewer": "worse", "more": "better"}.get(match[1])
    if wanted and case.weighed[1].code != wanted:
        yield f"indicator 1 is {case.weighed[1].code}"


@says(r"The voting board: (.+)")
def _title_of_board(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_verdict(case, 9, match[1])


@says(r"(?:{N} White and {N} {G} (shortlisted applicants|staff|responses); )?(?:year to 31 March (\d{4}); "
      r"Trust (?:recruitment|employee relations|training) records|(\d{4}) NHS Staff Survey)")  # fmt: skip
def _of_whom(case: Case, match: re.Match[str]) -> Iterator[str]:
    facts, year = case.facts, case.facts.year
    yield from differs("the year", match[4] or match[5], year if match[4] else year - 1)
    for group, printed in (("white", match[1]), ("bme", match[2])):
        if not printed:
            continue
        if case.indicator in SURVEY:
            ours = facts.answers(case.indicator, group, year - 1).responses
        else:
            rate = facts.cases(case.indicator, group) if case.indicator in RATIOS else None
            ours = rate.people if rate else None
        if ours is not None or not small_numbers_about(facts):
            yield from differs(f"{group} {match[3]}", printed, ours)


@says(
    r"(?:{N} (staff|voting members); )?31 March (\d{4}); (?:board register and )?Electronic Staff Record"
)
def _of_all(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("the year", match[3], case.facts.year)
    if match[1]:
        board = case.facts.board("voting")
        ours = case.facts.everyone() if match[2] == "staff" else board and board.people
        yield from differs(match[2], match[1], ours)


@says(r"(\w+) of (\w+) actions? (?:has|have) a due date")
def _with_days(case: Case, match: re.Match[str]) -> Iterator[str]:
    if (counted(match[1]), counted(match[2])) != (len(days_of(case)), len(rows_of(case))):
        yield f"{len(days_of(case))} of {len(rows_of(case))} have one"


@says(r"Action plan (\d{4}-\d{2}): the ids of the actions by due date")
def _of_the_plan(case: Case, match: re.Match[str]) -> Iterator[str]:
    year = case.facts.year
    told = str(case.facts.settings.get("action_year", f"{year}-{(year + 1) % 100:02d}"))
    if match[1] != told:
        yield f"the plan is of {told}"


@says(
    r"{N} (White|{G}) (responses|staff); (?:(\d{4}) NHS Staff Survey|31 March (\d{4}); Electronic Staff Record)"
)
def _of_one_group(case: Case, match: re.Match[str]) -> Iterator[str]:
    facts, year = case.facts, case.facts.year
    yield from differs("the year", match[4] or match[5], year - 1 if match[4] else year)
    answers, group = match[3] == "responses", group_of(match[2])
    ours = facts.answers(case.indicator, group, year - 1).responses if answers else (
        facts.staff(group))  # fmt: skip
    yield from differs(f"{group} {match[3]}", match[1], ours)
