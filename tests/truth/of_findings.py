"""Sentences of the nine sections of evidence: what stands in several, and those of indicator 1."""

import re
from collections.abc import Iterator

from tests.truth.facts import SENIOR, Facts
from tests.truth.intervals import Rate, newcombe, wilson
from tests.truth.of_lists import code_of, wrong_verdict
from tests.truth.saying import (
    SHAPES,
    Case,
    differs,
    disagrees,
    prints,
    says,
    small_numbers_about,
)
from tests.truth.weighing import basis

# Two rates nearer than this are not held against “the same”, “higher” and “lower”.
NEAR = 1e-9


@says(r"([▲▼●◇◆□○]) ([^.]+)\.")
def _verdict(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from wrong_verdict(case, case.indicator, match[2])
    code = code_of(match[2], case.term)[0]
    if match[1] != SHAPES.get(code, "○"):
        yield f"the mark {match[1]} is not that of “{match[2]}”"


@says(r"{N} of {N} staff (?:is|are) {G}: (\S+)% of the workforce\.")
def _workforce(case: Case, match: re.Match[str]) -> Iterator[str]:
    yield from disagrees(match[0], "staff", match[1])
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
        way = clearly(now, then, facts.level)
        yield from wrong_certainty(way, match[3])
        if ("improvement" in match[3] and way <= 0) or ("deterioration" in match[3] and way >= 0):
            yield f"the change is {way}"


def _workforce_rate(facts: Facts, year: int) -> Rate | None:
    bme, everyone = facts.staff("bme", year), facts.everyone(year)
    return Rate(bme, everyone) if bme is not None and everyone else None


def clearly(now: Rate, then: Rate, level: float) -> int:
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


@says(r"In all NHS trusts {G} staff are (\S+)% of the workforce \(England, WRES (\d{4})\)\.")
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
    bands = [r for r in rows if r["staff_group"] in ("clinical", "non_clinical")
             and r["band"] in SENIOR and r["bme"]]  # fmt: skip
    cluster = [r for r in rows if r["band"] == "8a-vsm" and r["bme"]]
    senior = [float(r["bme"]) for r in bands or cluster]
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
