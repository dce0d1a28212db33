"""The action plans of a trust, and what became of them a year later."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from wres_report.demo.country import Subject, Trust
from wres_report.demo.settings import action_year, states_of, style_of
from wres_report.demo.words import library
from wres_report.demo.years import FIRST_YEAR
from wres_report.plans.model import GENERAL, Action

PARTS = (*map(str, range(1, 10)), GENERAL)
# So at most three under one indicator: the library has eight, enough for two plans in turn that
# share what is carried over and nothing else.
FEWEST, MOST = 5, 30


@dataclass(frozen=True)
class Shape:
    """How many actions a trust's plans have under each indicator, how many of them are carried
    over from the year before, and where in the library they begin; in the order of ``PARTS``."""

    counts: tuple[int, ...]
    carried: tuple[int, ...]
    starts: tuple[int, ...]

    def entries(self, part: int, year: int) -> range:
        """The places in the library, going round, of one indicator's actions in a year."""
        step = self.counts[part] - self.carried[part]
        first = self.starts[part] + step * (year - FIRST_YEAR)
        return range(first, first + self.counts[part])


@lru_cache(maxsize=8)
def plan_of(trust: Trust, year: int) -> tuple[Action, ...]:
    """The plan that the trust writes with its report on a WRES year.

    Actions of the year before that were not finished come first under their indicator.
    """
    shape, draw = _shape(trust), trust.draws(Subject.PLAN, year)
    actions = []
    for part, name in enumerate(PARTS):
        entries = library("actions")[name]
        for place, number in enumerate(shape.entries(part, year)):
            entry = entries["actions"][number % len(entries["actions"])]
            action = _action(entry, name, entries["theme"], _id(name, place), year, draw)
            if place < shape.carried[part]:
                # It stood at the end of last year's actions.
                before = _id(name, shape.counts[part] - shape.carried[part] + place)
                action = replace(action, carried_over_from=f"{action_year(year - 1)}: {before}")
            actions.append(_in_style(trust, action, draw))
    if draw.random() < 0.3:
        actions[-1] = replace(actions[-1], see_actions=(actions[0].id,))
    return tuple(actions)


def _in_style(trust: Trust, action: Action, draw: np.random.Generator) -> Action:
    """The action with what the trust's layout shows: its state, its priorities."""
    states, style = states_of(trust), style_of(trust)
    rag, begun = "", draw.random() < 0.3
    if style != "usual":
        if action.carried_over_from:
            rag = str(draw.choice(states["behind"]))
        else:
            rag = str(draw.choice(states["going"])) if begun else states["not_begun"]
    return replace(action, rag=rag, priorities=_priorities(action) if style == "priorities" else ())


def progress_of(trust: Trust, year: int) -> tuple[Action, ...]:
    """Last year's plan with what became of it; what is carried over is not finished."""
    draw = trust.draws(Subject.PROGRESS, year)
    states, words = states_of(trust), library("progress")
    goes_on = {action.carried_over_from.partition(": ")[2] for action in plan_of(trust, year)}
    told = []
    for action in plan_of(trust, year - 1):
        state = _state(draw, carried=action.id in goes_on)
        rag, progress = (str(draw.choice(of[state])) for of in (states, words))
        told.append(replace(action, rag=rag, progress=progress, priorities=()))
    return tuple(told)


def _state(draw: np.random.Generator, *, carried: bool) -> str:
    chance = draw.random()
    if carried:
        return "behind" if chance < 0.6 else "going"
    return "done" if chance < 0.8 else "going" if chance < 0.95 else "behind"


@lru_cache(maxsize=8)
def _shape(trust: Trust) -> Shape:
    draw = trust.draws(Subject.PLAN)
    wanted = int(draw.integers(FEWEST, MOST + 1))
    # One indicator after the other, over and over, in an order of the trust's own.
    order = [int(part) for part in draw.permutation(len(PARTS))]
    counts = [0] * len(PARTS)
    for number in range(wanted):
        counts[order[number % len(PARTS)]] += 1
    carried = [int(draw.random() < 0.4) if count > 1 else 0 for count in counts]
    starts = [int(draw.integers(0, 8)) for _ in PARTS]
    return Shape(tuple(counts), tuple(carried), tuple(starts))


def _id(part: str, place: int) -> str:
    return f"G{place + 1}" if part == GENERAL else f"{part}.{place + 1}"


def _action(
    entry: dict[str, Any], part: str, theme: str, id: str, year: int, draw: np.random.Generator
) -> Action:
    timeframe = str(draw.choice(_timeframes(year)))
    return Action(
        id=id,
        indicators=entry.get("indicators", part),
        theme=theme,
        objective=entry["objective"],
        action=entry["action"],
        sub_actions=tuple(entry.get("steps", ())),
        lead=(entry["lead"],),
        outcome=entry["outcome"],
        timeframe=entry.get("when", timeframe),
        monitoring=entry.get("watch", ""),
        priorities=(entry["hia"],) if "hia" in entry else (),
    )


def _priorities(action: Action) -> tuple[str, ...]:
    """The trust's own priority that the indicators belong to, and the High Impact Action."""
    own = (
        "P3" if action.indicators == GENERAL else "P2" if set(action.numbers) & {5, 6, 8} else "P1"
    )
    return (own, *action.priorities)


def _timeframes(year: int) -> list[str]:
    return [
        f"30 September {year}", f"October {year}", f"31 December {year}", f"February {year + 1}",
        f"31 March {year + 1}", "Q3", "Q4", "12 months", "12-18 months", "Quarterly", "Ongoing",
    ]  # fmt: skip
