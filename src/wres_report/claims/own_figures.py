"""What a sentence says against itself: it can be judged without any data.

A percentage against the counts beside it, a ratio against its own rates, a change in per cent
between two percentages that differ by so many points.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import NO_FACT, NO_TOPIC, OPEN, Decision
from wres_report.claims.figures import RATIOS
from wres_report.claims.printed import is_figure
from wres_report.claims.quantities import Quantity
from wres_report.claims.senses import Sense
from wres_report.claims.sentences import Sentence
from wres_report.measures.value import Unit, write

_OF = re.compile(
    r"^\s*(?:[a-z]+ ){0,2}(?:out of|of|from|among)\s+(?:the |our |a |its |all )*(?:total of )?$",
    re.I,
)
_PLAIN_STEP = re.compile(r"^\s*%?\s*(?:to|and)\s*$", re.I)
# Words between counts and percentage that make it another one.
_APART = re.compile(
    r"[;]|\. |\bcompar\w+|\bagainst\b|\bwhile\b|\bwhereas\b|\bbut\b|\band\b|\d", re.I
)
LEAST_COUNTED = 5
# “the two are 18.8 points apart”
MOST_SPOKEN = 4


def with_own_figures(sentence: Sentence, decisions: list[Decision]) -> list[Decision]:
    """The decisions; of numbers that no data judges, those that their own sentence refutes."""
    made = []
    for position, decision in enumerate(decisions):
        if decision.verdict is None or decision.fault is Fault.WRONG_VALUE:
            refuted = (
                _points_as_percent(sentence, decisions, position)
                or _percent_of_counts(sentence, decisions, position)
                or _ratio_of_rates(sentence, decisions, position)
                or _points_of_rates(sentence, decisions, position)
                or _step_of_counts(sentence, decisions, position)
            )
            decision = refuted or decision
        made.append(decision)
    return made


def _points_as_percent(
    sentence: Sentence, decisions: list[Decision], position: int
) -> Decision | None:
    """“dropped 8.84 %, from 32.0 % to 23.16 %”."""
    decision = decisions[position]
    here = decision.reading.quantity
    if here.unit != "percent" or decision.reading.used.sense is not Sense.CHANGE:
        return None
    for one, other in pairwise(decisions):
        first, second = one.reading.quantity, other.reading.quantity
        step = sentence.text[first.end : second.start]
        levels = first.unit in ("percent", "bare") and second.unit == "percent"
        if decision in (one, other) or not levels or not _PLAIN_STEP.match(step):
            continue
        points = second.value - first.value
        percent = 100 * points / first.value if first.value else 0.0
        if is_figure(here.number, points, absolute=True) and not is_figure(
            here.number, percent, absolute=True
        ):
            why = "The difference between two percentages is in percentage points, not in %."
            return _refuted(decision, Fault.PP_FOR_PERCENT, why, write(points, Unit.PP))
    return None


def _percent_of_counts(
    sentence: Sentence, decisions: list[Decision], position: int
) -> Decision | None:
    """“198 of 855, 25 %”."""
    decision = decisions[position]
    here = decision.reading.quantity
    if here.unit != "percent" or decision.reading.used.sense is not Sense.LEVEL or here.parts:
        return None
    if decision.verdict is None and decision.why not in (NO_FACT, NO_TOPIC, OPEN):
        return None
    counts = [d.reading.quantity for d in decisions if d.reading.quantity.unit == "count"]
    for some, every in pairwise(counts):
        if not _OF.match(sentence.text[some.end : every.start]):
            continue
        between = _between(sentence, here, some, every)
        if between is None or _APART.search(between) or len(between) > 60:
            continue
        if not every.value >= LEAST_COUNTED or some.value > every.value:
            continue
        share = 100 * some.value / every.value
        if is_figure(here.number, share) is False:
            why = f"{some.value:,.0f} of {every.value:,.0f} is another percentage."
            expected = write(share, Unit.PERCENT, max(1, here.number.decimals))
            return _refuted(decision, Fault.WRONG_VALUE, why, expected)
    return None


def _between(sentence: Sentence, here: Quantity, some: Quantity, every: Quantity) -> str | None:
    if every.end <= here.start:
        return sentence.text[every.end : here.start]
    return sentence.text[here.end : some.start] if here.end <= some.start else None


def _ratio_of_rates(
    sentence: Sentence, decisions: list[Decision], position: int
) -> Decision | None:
    """“19.6 % of White and 14.2 % of BME applicants were appointed, a ratio of 1.83”."""
    decision = decisions[position]
    here = decision.reading.quantity
    if here.unit not in ("bare", "times") or not set(decision.reading.clause.indicators) & set(
        RATIOS
    ):
        return None
    rates = {
        d.reading.groups[0]: d.reading.quantity
        for d in decisions
        if d.reading.quantity.unit == "percent" and d.reading.groups
        and d.reading.used.sense is Sense.LEVEL and not d.reading.quantity.number.loose
    }  # fmt: skip
    percents = [d for d in decisions if d.reading.quantity.unit == "percent"]
    if set(rates) != {"white", "bme"} or len(percents) != 2 or here.number.decimals == 0:
        return None
    if not re.search(r"\bratio\b|\blikel|\btimes\b", sentence.text, re.I):
        return None
    one, other = rates["white"], rates["bme"]
    if not one.value or not other.value or here.number.hedge:
        return None
    if any(_may_give(here, a, b) for a, b in ((one, other), (other, one))):
        return None
    why = "The two rates beside it give another ratio."
    return _refuted(decision, Fault.WRONG_VALUE, why, f"{one.value / other.value:.2f}")


_DIFFERENCE = re.compile(
    r"\b(?:difference|gap|disparity|distance|shortfall|margin) (?:of|is|was|being|:|"
    r"comes to|stands "
    r"at)\s*(?:\w+ )?$|\b(?:differ|separat\w+|divid\w+|part\w*)\b[^.;]{0,30}\bby (?:\w+ )?$|"
    r"[=:]\s*$",
    re.I,
)
_APART_BY = re.compile(r"\s*(?:apart|(?:gap|difference|disparity|divide|shortfall)\b)", re.I)


def _points_of_rates(
    sentence: Sentence, decisions: list[Decision], position: int
) -> Decision | None:
    """“at 14.2 % … at 19.6 %, a difference of 6.4 percentage points”."""
    decision = decisions[position]
    here, numbers = decision.reading.quantity, [d.reading.quantity for d in decisions]
    rates = [q for q in numbers if q.unit == "percent" and not q.number.loose and not q.parts]
    told = [q for q in numbers if q.unit in ("percent", "pp", "bare") or q.value > MOST_SPOKEN]
    if here.unit != "pp" or len(told) != 3 or len(rates) != 2 or here.number.hedge:
        return None
    apart = _DIFFERENCE.search(sentence.text[: here.start]) or _APART_BY.match(
        sentence.text[here.end :])  # fmt: skip
    if decision.reading.years or not apart:
        return None
    points = abs(rates[0].value - rates[1].value)
    slack = (rates[0].number.step + rates[1].number.step + here.number.step) / 2
    if abs(points - abs(here.value)) <= slack + 1e-9:
        return None
    why = "The two percentages beside it differ by other points."
    return _refuted(decision, Fault.WRONG_SUM, why, write(points, Unit.PP))


_FROM, _TO = (
    re.compile(r"\bfrom (?:\w+ )?$", re.I),
    re.compile(r"^(?: [\w’'-]+){0,2} to (?:\w+ )?$"),
)
_BY = re.compile(
    r"\b(?:by|that is|(?:an? )?(?:rise|increase|fall|drop|decrease|growth|gain|"
    r"reduction) of|up|down)\s+"
    r"(?:by )?$|[:–—(]\s*$", re.I,
)  # fmt: skip


def _step_of_counts(
    sentence: Sentence, decisions: list[Decision], position: int
) -> Decision | None:
    """“grew from 185 to 240 members, that is by 65”."""
    decision = decisions[position]
    here = decision.reading.quantity
    counts = [d.reading.quantity for d in decisions if d.reading.quantity.unit == "count"]
    if len(counts) != 3 or len(decisions) != 3 or here is not counts[2] or here.number.hedge:
        return None
    first, second = counts[:2]
    text = sentence.text
    if not _FROM.search(text[: first.start]) or not _TO.match(text[first.end : second.start]):
        return None
    step = abs(second.value - first.value)
    between = text[second.end : here.start]
    if here.value == step or not _BY.search(between) or ";" in between or ". " in between:
        return None
    why = f"From {first.value:,.0f} to {second.value:,.0f} is {step:,.0f}."
    return _refuted(decision, Fault.WRONG_SUM, why, f"{step:,.0f}")


def _may_give(here: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether rates that round to the two printed ones can have the ratio printed."""
    half = [q.number.step / 2 for q in (one, other)]
    least = (one.value - half[0]) / (other.value + half[1])
    most = (one.value + half[0]) / max(other.value - half[1], 1e-9)
    slack = here.number.step
    return least - slack <= here.value <= most + slack


def _refuted(decision: Decision, fault: Fault, why: str, expected: str) -> Decision:
    indicators = decision.reading.clause.indicators
    return replace(
        decision, verdict=Verdict.CONTRADICTS, fault=fault, why=why, expected=expected,
        indicator=indicators[0] if len(indicators) == 1 else 0, refuted=True,
    )  # fmt: skip
