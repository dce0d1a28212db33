"""Actions that differ: new, closed, slipped, reworded, reassigned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from wres_report.diff.model import Build, Change
from wres_report.diff.words import marked, word_diff
from wres_report.plans.model import Action
from wres_report.plans.timeframe import parse_timeframe

Pair = tuple[Action, Action]

# Of the words of two actions this share is the same: enough to take one for the other where
# nothing else tells, and enough to believe an id, since a new year may give it anew.
ALIKE, RELATED = 0.6, 0.3
WORDY = ("objective", "theme", "rationale", "outcome", "monitoring", "progress", "note")
LISTED = ("indicators", "carried_over_from", "see_actions", "see_plans", "priorities")


def action_changes(old: Build, new: Build) -> Iterator[Change]:
    """This year's plan, then last year's with its progress; between two years the plan alone."""
    yield from _plan_changes(old, new, "actions", old.plan, new.plan)
    if old.trust_year == new.trust_year:
        yield from _plan_changes(old, new, "progress", old.last_plan, new.last_plan)


def _plan_changes(
    old: Build, new: Build, table: str, was: Sequence[Action], now: Sequence[Action]
) -> Iterator[Change]:
    two_years = old.trust_year != new.trust_year
    where = ", ".join(dict.fromkeys(f"data/{b.trust_year}/{table}.csv" for b in (old, new)))
    pairs = matched(was, now, two_years=two_years)
    gone = [action for action in was if all(action is not first for first, _ in pairs)]
    come = [action for action in now if all(action is not second for _, second in pairs)]
    for first, second in pairs:
        yield from _of_pair(table, first, second, (_plan_start(old), _plan_start(new)), where)
    # What became of an action of the earlier year stands in the plan of last year of the later.
    for action in gone:
        told = _became(action, new) if old.trust_year < new.trust_year else None
        yield Change(f"{table}/{action.id}", "action_closed", action.text, None, told, where=where)
    for action in come:
        told = _became(action, old) if new.trust_year < old.trust_year else None
        yield Change(f"{table}/{action.id}", "action_new", None, action.text, told, where=where)


def _became(action: Action, later: Build) -> str | None:
    states = (a.rag for a in later.last_plan if a.id == action.id and a.rag)
    return next((f"ended as: {state}" for state in states), None)


def matched(old: Iterable[Action], new: Iterable[Action], *, two_years: bool) -> list[Pair]:
    """The actions that are one and the same in both plans, in the order of the new one.

    By id first, then by the words. Between two years what an action says it goes on from comes
    before its id, and an id counts only where the words have something in common.
    """
    rest, waiting = list(old), list(new)
    pairs: list[Pair] = []

    def take(fits: Callable[[Action, Action], bool]) -> None:
        for second in list(waiting):
            first = next((action for action in rest if fits(action, second)), None)
            if first is not None:
                pairs.append((first, second))
                rest.remove(first)
                waiting.remove(second)

    if two_years:
        take(_goes_on)
        take(lambda a, b: a.id == b.id and likeness(a.text, b.text) >= RELATED)
    else:
        take(lambda a, b: a.id == b.id)
    for first, second in _most_alike(rest, waiting):
        if first in rest and second in waiting:
            pairs.append((first, second))
            rest.remove(first)
            waiting.remove(second)
    order = {id(action): place for place, action in enumerate(new)}
    return sorted(pairs, key=lambda pair: order[id(pair[1])])


def _goes_on(one: Action, other: Action) -> bool:
    """Whether one of two actions of different years says that it goes on from the other."""
    return _names(other.carried_over_from, one.id) or _names(one.carried_over_from, other.id)


def _names(text: str, id: str) -> bool:
    return bool(id) and re.search(rf"(?:^|[\s:;,]){re.escape(id)}$", text.strip()) is not None


def _most_alike(old: Sequence[Action], new: Sequence[Action]) -> list[Pair]:
    scored = [
        (-score, tuple(sorted((first.id, second.id))), (first, second))
        for first in old
        for second in new
        if (score := likeness(first.text, second.text)) >= ALIKE
    ]
    return [pair for _, _, pair in sorted(scored, key=lambda entry: entry[:2])]


def likeness(one: str, other: str) -> float:
    """The share of the words of two texts that stand in both, from 0 to 1; either way round."""
    a, b = (Counter(re.findall(r"\w+", text.casefold())) for text in (one, other))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _of_pair(
    table: str, old: Action, new: Action, starts: tuple[date, date], where: str
) -> Iterator[Change]:
    key = f"{table}/{', '.join(sorted({old.id, new.id}))}"
    if old.id != new.id:
        yield Change(f"{key}/id", "detail", old.id, new.id, where=where)
    yield from _text(f"{key}/action", "reworded", old.text, new.text, where)
    if old.lead != new.lead:
        was, now = _joined(old.lead), _joined(new.lead)
        yield Change(f"{key}/lead", "reassigned", was, now, where=where)
    yield from _timeframe(f"{key}/timeframe", old.timeframe, new.timeframe, starts, where)
    if old.rag != new.rag:
        yield Change(f"{key}/rag", "state", old.rag or None, new.rag or None, where=where)
    for column in WORDY:
        yield from _text(
            f"{key}/{column}", "detail", getattr(old, column), getattr(new, column), where
        )
    for column in LISTED:
        was, now = (_joined(getattr(action, column)) for action in (old, new))
        if was != now:
            yield Change(f"{key}/{column}", "detail", was, now, where=where)


def _text(key: str, kind: str, old: str, new: str, where: str) -> Iterator[Change]:
    stretches = word_diff(old, new)
    if stretches:
        change = marked(stretches) if old and new else None
        yield Change(key, kind, old or None, new or None, change, where=where, stretches=stretches)


def _timeframe(
    key: str, old: str, new: str, starts: tuple[date, date], where: str
) -> Iterator[Change]:
    """A due date that moved, in days; other words for when, as they stand."""
    if old == new:
        return
    was, now = (parse_timeframe(text, start).due for text, start in zip((old, new), starts,
                                                                         strict=True))  # fmt: skip
    kind, change = "timeframe", None
    if was is not None and now is not None and was != now:
        days = (now - was).days
        kind = "slipped" if days > 0 else "brought_forward"
        change = f"{'+' if days > 0 else '−'}{abs(days)} day{'' if abs(days) == 1 else 's'}"
    yield Change(key, kind, old or None, new or None, change, where=where)


def _plan_start(build: Build) -> date:
    """The first day of the year that the plan is for."""
    year = str(build.about.get("action_year", ""))[:4]
    return date(int(year) if year.isdigit() else build.trust_year.year, 4, 1)


def _joined(content: str | tuple[str, ...]) -> str | None:
    return (content if isinstance(content, str) else "; ".join(content)) or None
