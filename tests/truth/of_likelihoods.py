"""Sentences of the sections of indicators 2 to 4: rates and relative likelihoods."""

import re
from collections.abc import Iterator

from tests.truth.facts import HIGHER_IS_BETTER, RATIOS, SURVEY
from tests.truth.intervals import wilson
from tests.truth.of_findings import NEAR, wrong_certainty, wrong_direction, wrong_national
from tests.truth.saying import (
    Case,
    differs,
    group_of,
    prints,
    says,
    small_numbers_about,
    value_of,
)
from tests.truth.weighing import EXACT, moved

DID = (r"(?:were appointed|entered the formal disciplinary process|took up non-mandatory training "
       r"or CPD)")  # fmt: skip
DONE = {2: "were appointed", 3: "entered the formal disciplinary process",
        4: "took up non-mandatory training or CPD"}  # fmt: skip


@says(rf"Of {{N}} White (?:shortlisted applicants|staff), (\S+)% ({DID}); of {{N}} {{G}} (?:shortlisted "
      r"applicants|staff), (\S+)%\.")  # fmt: skip
def _rates(case: Case, match: re.Match[str]) -> Iterator[str]:
    rates = {g: case.facts.cases(case.indicator, g) for g in ("white", "bme")}
    if match[3] != DONE[case.indicator]:
        yield f"“{match[3]}” is not what indicator {case.indicator} counts"
    for group, people, percent in (("white", 1, 2), ("bme", 4, 5)):
        rate = rates[group]
        yield from differs(f"{group} people", match[people], rate and rate.people)
        yield from differs(f"{group} per cent", match[percent], rate and 100 * rate.share)


@says(rf"(\S+)% of (White|{{G}}) (?:shortlisted applicants|staff) ({DID})\.")
def _rate(case: Case, match: re.Match[str]) -> Iterator[str]:
    group = group_of(match[2])
    rate = case.facts.cases(case.indicator, group)
    ours = 100 * rate.share if rate else case.facts.reported(case.indicator, "percent", group)
    yield from differs(f"{group} per cent", match[1], ours)
    if match[3] != DONE[case.indicator]:
        yield f"“{match[3]}” is not what indicator {case.indicator} counts"


@says(r"The relative likelihood, (White|{G}) ÷ (White|{G}), is (\S+?)(?: \((\d+)% interval {N} to {N}\))?"
      r", where 1\.00 is parity\.")  # fmt: skip
def _likelihood(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[case.indicator]
    if group_of(match[1]) != RATIOS[case.indicator][3] or match[1] == match[2]:
        yield f"the ratio is not {match[1]} ÷ {match[2]}"
    yield from differs("the ratio", match[3], ours.figure)
    if match[4]:
        yield from differs("confidence", match[4], 100 * case.facts.level)
        yield from differs("the low end", match[5], ours.low)
        yield from differs("the high end", match[6], ours.high)


@says(r"(White|{G}) (?:shortlisted applicants|staff) were the more likely: the interval leaves parity "
      r"out\.")  # fmt: skip
def _more_likely(case: Case, match: re.Match[str]) -> Iterator[str]:
    rates, ours = case.facts.rates(case.indicator), case.weighed[case.indicator]
    if rates is None or ours.low is None or ours.low <= 1 <= (ours.high or 0):
        yield "the interval does not leave parity out"
    else:
        likelier = "white" if rates["white"].share > rates["bme"].share else "bme"
        if likelier != group_of(match[1]):
            yield f"{likelier} people were the more likely"


@says(r"The interval includes (?:parity|0), so the two groups are not clearly apart\.")
def _not_apart(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.weighed[case.indicator].code not in ("unclear", "few"):
        yield f"indicator {case.indicator} is {case.weighed[case.indicator].code}"


@says(
    r"The ratio (stays within|is outside) 0\.80 to 1\.25, the range commonly read as not adverse\."
)
def _four_fifths(case: Case, match: re.Match[str]) -> Iterator[str]:
    figure = case.weighed[case.indicator].figure
    if figure is None or abs(figure - 0.795) < NEAR or abs(figure - 1.255) < NEAR:
        return
    # As it is printed: 1.25 is not outside of what ends at 1.25.
    if (0.795 < figure < 1.255) != (match[1] == "stays within"):
        yield f"the ratio is {figure}"


@says(r"With so few cases the ratio cannot be told from chance; one case more or less would change it "
      r"greatly\.")  # fmt: skip
def _few(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.weighed[case.indicator].code != "few":
        yield f"indicator {case.indicator} is {case.weighed[case.indicator].code}"


@says(
    r"It was published without its counts, so it cannot be told from chance\.|"
    r"The number of responses is not supplied, so it cannot be told from chance\."
)
def _without_counts(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.weighed[case.indicator].code != "no_counts":
        yield f"indicator {case.indicator} is {case.weighed[case.indicator].code}"


@says(r"The ratio is not calculable: nobody is in one of the two groups\.")
def _empty_group(case: Case, match: re.Match[str]) -> Iterator[str]:
    if not case.facts.an_empty_group(case.indicator):
        yield "neither group is empty"


@says(rf"The ratio is not calculable: nobody in the group it is divided by {DID}\.")
def _not_calculable(case: Case, match: re.Match[str]) -> Iterator[str]:
    top = RATIOS[case.indicator][3]
    below = case.facts.cases(case.indicator, "bme" if top == "white" else "white")
    if below is not None and below.cases:
        yield f"there are {below.cases} in the group it is divided by"


@says(r"The relative likelihood is not supplied, nor what it could be worked out from\.")
def _ratio_not_supplied(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.facts.ratio(case.indicator) is not None:
        yield f"the ratio is {case.facts.ratio(case.indicator)}"


@says(rf"How many people {DID} is not shown, since it would give a small number away\.|"
      r"What share of the workforce {G} (?:staff|people) are is not shown, since it would give a small "
      r"number away(?:, so the board cannot be set beside it)?\.|"
      r"Too few {G} staff answered this question for their percentage to be shown without the risk of "
      r"pointing to a person\.|"
      r"\* Not shown: a count from 1 to \d+, a survey figure on fewer than \d+ responses, or a figure that "
      r"would give such a one away\.")  # fmt: skip
def _hidden(case: Case, match: re.Match[str]) -> Iterator[str]:
    if not small_numbers_about(case.facts):
        yield "there is no small number to hide"
    if told := re.search(r"from 1 to (\d+), .+ than (\d+) responses", match[0]):
        yield from differs("hidden counts", told[1], case.facts.hides["count"] - 1)
        yield from differs("hidden responses", told[2], case.facts.hides["responses"])


@says(r"The national ratio is (\S+) \(England, WRES (\d{4})\); the trust’s is (.+)\.")
def _national_ratio(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_national(case, case.indicator, "ratio", match[1], int(match[2]))
    yield from wrong_side(case, value_of(match[1]), match[3])


def wrong_side(case: Case, benchmark: float, said: str) -> Iterator[str]:
    ours = case.weighed[case.indicator]
    figure, low, high = ours.figure, ours.low, ours.high
    if case.indicator in SURVEY:
        of = case.facts.answers(case.indicator, "bme", case.facts.year - 1)
        figure = of.percent
        low, high = (
            (100 * e for e in wilson(of.rate, case.facts.level)) if of.rate else (None, None)
        )
    if figure is None:
        yield "the trust has no figure"
        return
    printed = round(figure, 2 if case.indicator in RATIOS else 1)
    if ("above" in said and printed <= benchmark) or ("below" in said and printed >= benchmark):
        yield f"{figure} is not so against {benchmark}"
    if "the same" in said and abs(figure - benchmark) > 0.05:
        yield f"{figure} is not the same as {benchmark}"
    inside = None if low is None or high is None else low <= benchmark <= high
    if "within chance" in said and inside is False:
        yield f"{benchmark} lies outside {low} to {high}"
    if inside and re.search(r"(above|below) the benchmark(, which.*)?$", said):
        yield f"{benchmark} lies inside {low} to {high}"
    if "which is" in said:
        better = (figure < benchmark) != (case.indicator == HIGHER_IS_BETTER)
        if better != ("better" in said):
            yield f"{figure} against {benchmark} is {'better' if better else 'worse'}"


@says(r"Last year’s ratio (as published )?was (\S+); this year’s is (.+)\.")
def _last_ratio(case: Case, match: re.Match[str]) -> Iterator[str]:
    facts = case.facts
    now, before = facts.ratio(case.indicator), facts.ratio(case.indicator, facts.year - 1)
    yield from differs("last year’s ratio", match[2], before)
    if now is None or before is None:
        yield f"a change is told from {before} to {now}"
        return
    as_published = facts.rates(case.indicator, facts.year - 1) is None
    if as_published != bool(match[1]):
        yield f"last year’s counts are {'not ' if as_published else ''}supplied"
    said = match[3]
    nearer = _distance(before) - _distance(now)
    if ("closer" in said and nearer <= 0) or ("further" in said and nearer >= 0):
        yield f"{now} is not {said} than {before}"
    if ("closer" in said or "further" in said) and prints(match[2], now):
        yield f"both years are printed as {match[2]}, which is not {said}"
    if "as far" in said and abs(nearer) > 0.02:
        yield f"{now} is not as far from parity as {before}"
    if said.startswith(("higher", "lower", "the same")):
        yield from wrong_direction(now, before, said, match[2])
    way = moved(facts, case.indicator, facts.level)
    if way is not None:
        yield from wrong_certainty(way, said)
        if way == 0 and re.fullmatch(r"(closer to|further from) parity", said):
            yield "the change is within chance, and is not said to be"


def _distance(ratio: float) -> float:
    return max(ratio, 1 / ratio) - 1 if ratio else EXACT
