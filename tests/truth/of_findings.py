"""Sentences of the nine sections of evidence: the findings below each table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tests.truth.facts import HIGHER_IS_BETTER, RATIOS, SURVEY, Facts
from tests.truth.intervals import Rate, newcombe, wilson
from tests.truth.of_lists import code_of, wrong_verdict
from tests.truth.saying import (
    SHAPES,
    Case,
    differs,
    group_of,
    prints,
    says,
    small_numbers_about,
    value_of,
)
from tests.truth.weighing import EXACT, basis, moved

DID = (r"(?:were appointed|entered the formal disciplinary process|took up non-mandatory training "
       r"or CPD)")  # fmt: skip
EXPERIENCED = (r"(?:experienced (?:harassment, bullying or abuse from (?:patients, relatives or the "
               r"public|other staff)|discrimination from a manager, team leader or other colleague)|"
               r"believe the trust gives equal opportunities for career progression or promotion)")  # fmt: skip
DONE = {2: "were appointed", 3: "entered the formal disciplinary process",
        4: "took up non-mandatory training or CPD"}  # fmt: skip
FOUND = {
    5: "experienced harassment, bullying or abuse from patients, relatives or the public",
    6: "experienced harassment, bullying or abuse from other staff",
    7: "believe the trust gives equal opportunities for career progression or promotion",
    8: "experienced discrimination from a manager, team leader or other colleague",
}  # fmt: skip
# Two rates nearer than this are not held against “the same”, “higher” and “lower”.
NEAR = 1e-9


@says(r"([▲▼●◇◆□○]) ([^.]+)\.")
def _verdict(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_verdict(case, case.indicator, match[2])
    code = code_of(match[2], case.term)[0]
    if match[1] != SHAPES.get(code, "○"):
        yield f"the mark {match[1]} is not that of “{match[2]}”"


# Indicator 1


@says(r"{N} of {N} staff are {G}: (\S+)% of the workforce\.")
def _workforce(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("BME staff", match[1], case.facts.staff("bme"))
    yield from differs("all staff", match[2], case.facts.everyone())
    yield from differs("the share", match[3], case.facts.workforce_share())


@says(r"{G} staff are (\S+)% of the workforce\.")
def _share(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("the share", match[1], case.facts.workforce_share())


CHANGE = r"this year’s is (the same, to the decimals shown|(?:higher|lower)(?:, .+?)?)"


@says(rf"Last year the share was (\S+)%(?: \({{N}} people\))?; {CHANGE}\.")
def _last_share(case: Case, match: re.Match[str]) -> Iterator[str]:
    facts, last = case.facts, case.facts.year - 1
    before = facts.workforce_share(year=last)
    yield from differs("last year’s share", match[1], before)
    if match[2]:
        people = facts.staff("bme", last) or facts.reported(1, "headcount", "bme", last)
        yield from differs("people last year", match[2], people)
    yield from wrong_direction(facts.workforce_share(), before, match[3], match[1])
    now, then = _workforce_rate(facts, facts.year), _workforce_rate(facts, last)
    if now and then:
        way = _clearly(now, then, facts.level)
        yield from wrong_certainty(way, match[3])
        if ("improvement" in match[3] and way <= 0) or ("deterioration" in match[3] and way >= 0):
            yield f"the change is {way}"


def _workforce_rate(facts: Facts, year: int) -> Rate | None:
    bme, everyone = facts.staff("bme", year), facts.everyone(year)
    return Rate(bme, everyone) if bme is not None and everyone else None


def _clearly(now: Rate, then: Rate, level: float) -> int:
    low, high = newcombe(now, then, level)
    return 1 if low > 0 else -1 if high < 0 else 0


def wrong_certainty(way: int, said: str) -> Iterator[str]:
    """way: 0 where the change is within chance."""
    if "within chance" in said and way:
        yield "the change is beyond chance"
    if re.search(r"more than chance|improvement|deterioration", said) and not way:
        yield "the change is within chance"


def wrong_direction(
    now: float | None, before: float | None, said: str, printed: str
) -> Iterator[str]:
    if now is None or before is None:
        yield f"a change is told between {before} and {now}"
        return
    decimals = len(printed.split(".")[1]) if "." in printed else 0
    same = abs(now - before) <= 10**-decimals + NEAR
    way = "the same" if said.startswith("the same") else said.split(",")[0]
    if way == "the same" and not same:
        yield f"{now} is not the same as {before}"
    if (way == "higher" and now <= before) or (way == "lower" and now >= before):
        yield f"{now} is not {way} than {before}"


@says(r"In all NHS trusts it is (\S+)% \(England, WRES (\d{4})\)\.")
def _national_share(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_national(case, 1, "bme_percent", match[1], int(match[2]))


def wrong_national(
    case: Case, indicator: int, measure: str, printed: str, year: int
) -> Iterator[str]:
    facts = case.facts
    asked = int(str(facts.settings.get("national_year") or facts.year))
    rows = [r for r in facts.national if r["indicator"] == f"i{indicator}"
            and r["measure"] == measure and int(r["wres_year"]) <= asked
            and basis(indicator, int(r["wres_year"])) == basis(indicator, facts.year, facts)]  # fmt: skip
    if not rows:
        yield "there is no national figure to compare with"
        return
    newest = max(int(r["wres_year"]) for r in rows)
    if newest != year:
        yield f"the newest national figure is of {newest}"
    values = [float(r["value"]) for r in rows if int(r["wres_year"]) == year]
    if not any(prints(printed, v) for v in values):
        yield f"the national figure is {values}, not {printed}"


@says(r"At band 8a and above, VSM included, (\S+)% (?:\((\d+)% interval {N} to {N}\) )?of staff are "
      r"{G}(?:: (.+))?\.")  # fmt: skip
def _senior(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[1]
    yield from differs("the senior share", match[1], ours.figure)
    if match[2]:
        yield from differs("confidence", match[2], 100 * case.facts.level)
        yield from differs("the low end", match[3], ours.low)
        yield from differs("the high end", match[4], ours.high)
    codes = {"fewer than their share of the whole workforce": "worse",
             "more than their share of the whole workforce": "better",
             "not clearly apart from their share of the whole workforce": "unclear"}  # fmt: skip
    if match[5] and codes.get(match[5]) != ours.code:
        yield f"the senior bands are {ours.code}, not “{match[5]}”"


@says(r"Of all {G} staff, (\S+)% work at band 8a and above\.")
def _spread(case: Case, match: re.Match[str]) -> Iterator[str]:
    rows = case.facts.table("workforce")
    senior = [float(r["bme"]) for r in rows if r["band"] == "8a-vsm" and r["bme"]]
    everyone = case.facts.staff("bme")
    yield from differs("their share", match[1], 100 * sum(senior) / everyone if everyone else None)


@says(r"What share of those posts they hold cannot be told, since the White and unknown headcounts by band "
      r"are not supplied\.")  # fmt: skip
def _spread_alone(case: Case, match: re.Match[str]) -> Iterator[str]:
    if case.facts.senior() is not None:
        yield "the headcounts are supplied"


BANDS = {"under band 1": "under_1", "very senior manager": "vsm"}


@says(
    r"(Non-clinical|Clinical) bands in which {G} staff are clearly (fewer|more) than (\S+)%: (.+)\."
)
def _bands(case: Case, match: re.Match[str]) -> Iterator[str]:
    facts = case.facts
    share = facts.workforce_share()
    yield from differs("the share", match[3], share)
    said = {_band(name) for name in re.split(r", | and ", match[4])}
    clearly = set()
    for band, rate in facts.bands(match[1].lower().replace("-", "_")).items():
        low, high = (100 * end for end in wilson(rate, facts.level))
        if (high < (share or 0)) if match[2] == "fewer" else (low > (share or 100)):
            clearly.add(band)
    if said - clearly:
        yield f"not clearly {match[2]}: {sorted(said - clearly)}"
    if clearly - said and not small_numbers_about(facts):
        yield f"not named: {sorted(clearly - said)}"


def _band(name: str) -> str:
    return BANDS.get(name) or name.removeprefix("band ")


# Indicators 2 to 4


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
    if figure is None or abs(figure - 0.8) < NEAR or abs(figure - 1.25) < NEAR:
        return
    if (0.8 <= figure <= 1.25) != (match[1] == "stays within"):
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
    if ("above" in said and figure <= benchmark) or ("below" in said and figure >= benchmark):
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


# Indicators 5 to 8


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
        way = _clearly(rates[1], rates[0], case.facts.level)
        yield from wrong_certainty(way, match[5])
    elif match[5]:
        yield "chance cannot be weighed"


def wrong_trend(values: list[float], said: str) -> Iterator[str]:
    """The words for a row of years, such as “fell, then rose, and ends lower”."""
    ways = [1 if b > a else -1 if b < a else 0 for a, b in pairwise(values)]
    end = values[-1] - values[0]
    if "in each year" in said:
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


# Indicator 9


@says(r"{N} of {N} voting board members are {G} \((\S+)%\), against (\S+)% of the workforce: a difference "
      r"of {N} pp\.")  # fmt: skip
def _board(case: Case, match: re.Match[str]) -> Iterator[str]:
    board, share = case.facts.board("voting"), case.facts.workforce_share()
    if board is None or share is None:
        yield "the board is not supplied"
        return
    yield from differs("BME members", match[1], board.cases)
    yield from differs("members", match[2], board.people)
    yield from differs("their share", match[3], 100 * board.share)
    yield from differs("of the workforce", match[4], share)
    yield from differs("the difference", match[5], 100 * board.share - share)


@says(r"A voting board of {N} that mirrored the workforce would have {N} {G} members?\.")
def _mirroring(case: Case, match: re.Match[str]) -> Iterator[str]:
    board, share = case.facts.board("voting"), case.facts.workforce_share()
    yield from differs("members", match[1], board and board.people)
    if board and share is not None:
        yield from differs("mirroring", match[2], int(board.people * share / 100 + 0.5))


@says(
    r"The difference of voting members from the workforce is {N} pp(?:; last year it was {N} pp)?\."
)
def _difference(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("the difference", match[1], case.weighed[9].figure)
    if match[2]:
        yield from differs("last year’s difference", match[2], _board_last_year(case.facts))


@says(r"Last year the difference was {N} pp\.")
def _last_difference(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from differs("last year’s difference", match[1], _board_last_year(case.facts))


def _board_last_year(facts: Facts) -> float | None:
    last = facts.year - 1
    rows = [r for r in facts.table("board", last) if r["membership"] == "voting"]
    share = facts.workforce_share(year=last)
    ours = facts.reported(9, "voting_difference", "", last)
    if rows and share is not None:
        cells = [float(rows[0][g]) for g in ("white", "bme", "unknown") if rows[0][g]]
        if len(cells) == 3:
            ours = 100 * cells[1] / sum(cells) - share
    return ours


@says(r"Nationally (\S+)% of board members are {G} \(England, WRES (\d{4})\)\.")
def _national_board(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_national(case, 9, "board_bme_percent", match[1], int(match[2]))


# Any


@says(
    r"The trust did not supply the (?:data|figures) for this indicator\.|"
    r"The counts behind this indicator are not supplied; its figures are as published\."
)
def _not_supplied(case: Case, match: re.Match[str]) -> Iterator[str]:
    ours = case.weighed[case.indicator].code
    if "as published" in match[0]:
        if ours not in ("no_counts", "missing"):
            yield f"indicator {case.indicator} is {ours}"
    elif ours not in ("missing",):
        yield f"indicator {case.indicator} is {ours}"
