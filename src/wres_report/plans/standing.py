"""How a plan stands: what is overdue, what is left open, who leads what, what it covers."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from wres_report.plans.layout import Layout
from wres_report.plans.model import GENERAL, Action
from wres_report.plans.timeframe import Timeframe, parse_timeframe

NO_STATE = "no state given"
# Two texts of an action that are this alike are one action carried over.
ALIKE = 0.9
# The 21 of "2020-21: 5.1" is no action.
PLAN_YEARS = re.compile(r"\b20\d\d\s*[-/–]\s*(?:20)?\d\d\b")


@dataclass(frozen=True)
class Standing:
    """A plan on one day.

    timeframes: by action id. done: the actions in a state of the legend that is done. overdue:
    those that were due before the day and are in another state. untold: those that were due
    before the day and have no state, so that no one can tell. states: how many actions are in
    each, in the legend's order. leads: actions by the role that leads them, the busiest first.
    covered: the actions that name an indicator, by its number; those for ``all`` are under
    each. general: actions that serve no indicator in particular.
    """

    actions: tuple[Action, ...]
    timeframes: Mapping[str, Timeframe]
    done: tuple[Action, ...]
    overdue: tuple[Action, ...]
    untold: tuple[Action, ...]
    states: Mapping[str, int]
    leads: Mapping[str, tuple[Action, ...]]
    covered: Mapping[int, tuple[Action, ...]]
    general: tuple[Action, ...]

    @property
    def without_lead(self) -> tuple[Action, ...]:
        """Those that name no one, nor an action that does."""
        return tuple(a for a in self.actions if not a.lead and not a.see_actions)

    @property
    def dated(self) -> tuple[Action, ...]:
        """The actions with a last day, the earliest first, then in the plan's order."""
        due = [(self.timeframes[a.id].due, a) for a in self.actions]
        return tuple(a for day, a in sorted(
            ((day, a) for day, a in due if day is not None), key=lambda pair: pair[0]
        ))  # fmt: skip

    def due(self, action: Action) -> date | None:
        return self.timeframes[action.id].due


def standing_of(
    actions: Iterable[Action], layout: Layout, plan_start: date, as_at: date,
    numbers: Iterable[int],
) -> Standing:  # fmt: skip
    """How the plan stands on the day ``as_at``.

    plan_start: the first day of the year that the plan is for. numbers: those of the indicators.
    """
    actions = tuple(actions)
    timeframes = {a.id: parse_timeframe(a.timeframe, plan_start) for a in actions}
    done = tuple(a for a in actions if _is_done(a, layout))
    late = [a for a in actions if (due := timeframes[a.id].due) is not None and due < as_at]
    return Standing(
        actions,
        timeframes,
        done,
        tuple(a for a in late if a.rag and a not in done),
        tuple(a for a in late if not a.rag),
        _states(actions, layout),
        _leads(actions),
        {n: tuple(a for a in actions if a.serves(n)) for n in numbers},
        tuple(a for a in actions if a.indicators == GENERAL),
    )


def _is_done(action: Action, layout: Layout) -> bool:
    state = layout.state(action.rag)
    return state is not None and state.done


def _states(actions: tuple[Action, ...], layout: Layout) -> dict[str, int]:
    counts = {state.state: 0 for state in layout.legend}
    for action in actions:
        state = layout.state(action.rag)
        name = state.state if state else action.rag or NO_STATE
        counts[name] = counts.get(name, 0) + 1
    return {name: count for name, count in counts.items() if count}


def _leads(actions: tuple[Action, ...]) -> dict[str, tuple[Action, ...]]:
    roles = dict.fromkeys(role for action in actions for role in action.lead)
    found = {role: tuple(a for a in actions if role in a.lead) for role in roles}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def carried_over(this: Iterable[Action], last: Iterable[Action]) -> dict[str, str]:
    """This year's actions that continue an earlier one: id to where it comes from.

    An action says so itself, or its words are those of an action of last year's plan.
    """
    this, left = tuple(this), list(last)
    found: dict[str, str] = {}
    # Word for word first: an old action is continued by one new action alone, and of several that
    # are much alike by the one that repeats it.
    for same in (_in_these_words, _same_words):
        for action in this:
            if action.id in found or action.carried_over_from:
                continue
            old = next((old for old in left if same(action, old)), None)
            if old is not None:
                found[action.id] = old.id
                left.remove(old)
    return {
        action.id: origin
        for action in this
        if (origin := action.carried_over_from or found.get(action.id))
    }


def left_open(
    this: Iterable[Action], last: Standing, carried: Mapping[str, str]
) -> tuple[Action, ...]:
    """Last year's actions in a state that is not done, which this year's plan does not continue."""
    this = tuple(this)
    named = PLAN_YEARS.sub(" ", " ".join(carried.values()))
    return tuple(
        old
        for old in last.actions
        if old.rag
        and old not in last.done
        and not re.search(rf"(?<![\w.]){re.escape(old.id)}(?!\w|\.\w)", named)
        and not any(_same_words(action, old) for action in this)
    )


def _in_these_words(one: Action, other: Action) -> bool:
    return bool(_plain(one.text)) and _plain(one.text) == _plain(other.text)


def _same_words(one: Action, other: Action) -> bool:
    a, b = _plain(one.text), _plain(other.text)
    return bool(a) if a == b else _alike(a, b)


# Every action is held against every action of last year, several times over.
@lru_cache(maxsize=1 << 17)
def _alike(a: str, b: str) -> bool:
    matcher = _matcher_for(b)
    matcher.set_seq1(a)
    # The quick bounds first: most pairs have nothing in common.
    return (
        matcher.real_quick_ratio() >= ALIKE
        and matcher.quick_ratio() >= ALIKE
        and matcher.ratio() >= ALIKE
    )


@lru_cache(maxsize=1 << 10)
def _matcher_for(text: str) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(None, "", text, autojunk=False)


@lru_cache(maxsize=1 << 12)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
