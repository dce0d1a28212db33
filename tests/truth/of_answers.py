"""Sentences of the sections of indicators 5 to 8: answers of the staff survey."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.truth.of_findings import clearly, wrong_certainty, wrong_direction
from tests.truth.of_likelihoods import wrong_side
from tests.truth.of_lists import wrong_verdict
from tests.truth.saying import (
    Case,
    differs,
    group_of,
    says,
    small_numbers_about,
)
from tests.truth.weighing import basis, moved

EXPERIENCED = (r"(?:experienced (?:harassment, bullying or abuse from (?:patients, relatives or the "
               r"public|other staff)|discrimination from a manager, team leader or other colleague)|"
               r"believe the trust gives equal opportunities for career progression or promotion)")  # fmt: skip
FOUND = {
    5: "experienced harassment, bullying or abuse from patients, relatives or the public",
    6: "experienced harassment, bullying or abuse from other staff",
    7: "believe the trust gives equal opportunities for career progression or promotion",
    8: "experienced discrimination from a manager, team leader or other colleague",
}  # fmt: skip


@says(rf"(?:([▲▼●◇○]) ([^.]+)\. )?(\S+)% of (White|{{G}}) respondents (?:and (\S+)% of (White|{{G}}) "
      rf"respondents )?({EXPERIENCED})\.")  # fmt: skip
def _respondents(case: Case, match: re.Match[str]) -> Iterator[str]:
    if match[2]:
        yield from wrong_verdict(case, case.indicator, match[2])
    for percent, who in ((match[3], match[4]), (match[5], match[6])):
        if percent:
            of = case.facts.answers(case.indicator, group_of(who), case.facts.year - 1)
            yield from differs(f"{who} per cent", percent, of.percent)
    if match[4] == match[6]:
        yield "one group is named twice"
    if match[7] != FOUND[case.indicator]:
        yield f"“{match[7]}” is not what indicator {case.indicator} asks"


@says(r"The gap, {G} minus White, is {N} pp(?: \((\d+)% interval {N} to {N}\))?\.")
def _gap(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[case.indicator]
    yield from differs("the gap", match[1], ours.figure)
    if match[2]:
        yield from differs("confidence", match[2], 100 * case.facts.level)
        yield from differs("the low end", match[3], ours.low)
        yield from differs("the high end", match[4], ours.high)


@says(r"The interval leaves 0 out: the experience is (better|worse) for {G} staff\.")
def _experience(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.weighed[case.indicator].code != match[1]:
        yield f"indicator {case.indicator} is {case.weighed[case.indicator].code}"


@says(r"The White responses are not supplied, so their figure is taken as exact\.")
def _exact(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.facts.answers(case.indicator, "white", case.facts.year - 1).responses:
        yield "the White responses are supplied"


@says(r"The figure of (White|{G}) respondents is not supplied\.")
def _one_group(case: Case, match: re.Match[str]) -> Iterator[str]:
    of = case.facts.answers(case.indicator, group_of(match[1]), case.facts.year - 1)
    if of.percent is not None:
        yield f"it is {of.percent}"


@says(r"The {G} figure was (\S+)% last year; this year’s is (.+)\.")
def _last_answers(case: Case, match: re.Match[str]) -> Iterator[str]:
    year = case.facts.year
    now, before = (case.facts.answers(case.indicator, "bme", year - n) for n in (1, 2))
    yield from differs("last year’s figure", match[1], before.percent)
    if match[2] in ("not supplied", "suppressed"):
        if match[2] == "suppressed" and not small_numbers_about(case.facts):
            yield "there is no small number to hide"
        if match[2] == "not supplied" and now.percent is not None:
            yield f"it is {now.percent}"
        return
    if not match[2].startswith(("the same", "higher", "lower")):
        yield f"“{match[2]}” says nothing of this year’s"
    yield from wrong_direction(now.percent, before.percent, match[2], match[1])
    if basis(case.indicator, year) != basis(case.indicator, year - 1):
        yield "the two years were not asked alike"
    way = moved(case.facts, case.indicator, case.facts.level)
    if way is not None:
        yield from wrong_certainty(way, match[2])
        if way == 0 and match[2] in ("higher", "lower"):
            yield "the change is within chance, and is not said to be"


@says(r"The median of the benchmark group for {G} staff is (\S+)%; the trust’s figure is (.+)\.")
def _median(case: Case, match: re.Match[str]) -> Iterator[str]:
    of = case.facts.answers(case.indicator, "bme", case.facts.year - 1)
    yield from differs("the median", match[1], of.benchmark)
    if of.benchmark is not None:
        yield from wrong_side(case, of.benchmark, match[2])


@says(r"Between the (\d{4}) and (\d{4}) surveys the (White|{G}) figure (.+?)(?:, (a change within chance|"
      r"more than chance))?\.")  # fmt: skip
def _trend(case: Case, match: re.Match[str]) -> Iterator[str]:
    first, last = int(match[1]), int(match[2])
    group = group_of(match[3])
    answers = [case.facts.answers(case.indicator, group, y) for y in range(first, last + 1)]
    rows = {r["survey_year"] for r in case.facts.table("survey")
            if (r["indicator"], r["group"]) == (str(case.indicator), group)}  # fmt: skip
    answers[1:-1] = [a for y, a in zip(range(first + 1, last), answers[1:-1], strict=True)
                     if str(y) in rows]  # fmt: skip
    if basis(case.indicator, first + 1) != basis(case.indicator, last + 1):
        yield "the years were not asked alike"
    if case.facts.answers(case.indicator, group, first).percent is None:
        yield f"there is no figure of {first}"
    known = [a.percent for a in answers if a.percent is not None]
    if len(known) > 1:
        yield from wrong_trend(known, match[4])
    rates = answers[0].rate, answers[-1].rate
    if match[5] and rates[0] and rates[1]:
        way = clearly(rates[1], rates[0], case.facts.level)
        yield from wrong_certainty(way, match[5])
    elif match[5]:
        yield "chance cannot be weighed"


def wrong_trend(values: list[float], said: str) -> Iterator[str]:
    """The words for a row of years, such as “fell, then rose, and ends lower”."""
    ways = [1 if b > a else -1 if b < a else 0 for a, b in pairwise(values)]
    end = values[-1] - values[0]
    if re.fullmatch(r"(rose|fell) in each year", said):
        wanted = {"rose": 1, "fell": -1}[said.split()[0]]
        if set(ways) != {wanted}:
            yield f"it did not go one way in each year: {values}"
        return
    if found := re.fullmatch(r"(rose|fell), though not in each year", said):
        if set(ways) != {0, {"rose": 1, "fell": -1}[found[1]]}:
            yield f"not so: {values}"
        return
    turns = [way for i, way in enumerate(w for w in ways if w) if i == 0 or
             way != [w for w in ways if w][i - 1]]  # fmt: skip
    words = {"rose": 1, "fell": -1}
    body = re.sub(r", and ends (higher|lower|where it began)$", "", said)
    ends = re.search(r"and ends (higher|lower|where it began)$", said)
    if ends and not {"higher": end > 0, "lower": end < 0}.get(ends[1], end == 0):
        yield f"it does not end {ends[1]}: {values}"
    if found := re.fullmatch(r"(rose|fell) at first, then went up and down", body):
        if not turns or turns[0] != words[found[1]] or len(turns) < 3:
            yield f"not so: {values}"
    elif body.startswith("stayed the same"):
        if any(ways):
            yield f"it did not stay the same: {values}"
    else:
        parts = [words.get(w) for w in re.split(r", then ", body)]
        if parts != turns:
            yield f"the turns are {turns}, not “{body}”: {values}"
