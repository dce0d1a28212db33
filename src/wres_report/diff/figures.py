"""Figures that differ: by how much, and whether chance alone could have done it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from wres_report.diff.model import Build, Change, Tier
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.given.tables import GIVEN
from wres_report.measures.gaps import ONE_SIDED, change
from wres_report.measures.value import DECIMALS, Status, Unit, Value, absent, rounded, write
from wres_report.standard import read_key

Placed = tuple[Tier, Change]

MOST_DECIMALS = 10  # as many as results.json holds
OF_TABLES = tuple(f"{name}." for name in GIVEN)
PLAN = "plan."
NO_VALUE = absent(Unit.COUNT)
SHOWN = "shown"  # told of a figure that the other build suppresses


def is_benchmark(key: str) -> bool:
    return read_key(key).benchmark


def _of_another_year(key: str) -> bool:
    """Whether one report says it of the year before it or of a further one: between two years
    the other report says it."""
    read = read_key(key)
    return bool(read.form or read.year)


def figure_changes(old: Build, new: Build) -> Iterator[Placed]:
    """Verdicts, figures and facts that differ, each with its tier.

    Between two builds of one year chance has no meaning: a changed figure is a changed figure.
    Between two years a figure within chance goes to a tier of its own. Benchmarks are left out,
    and between two years what tells of an earlier year.
    """
    yield from ((Tier.HEADLINES, verdict) for verdict in _verdicts(old, new))
    two_years = old.trust_year != new.trust_year
    headlines = _headline_keys(old, new)
    found: list[Placed] = []
    for key in sorted({*old.values, *new.values}):
        if key.startswith(PLAN):
            continue
        if is_benchmark(key) or (two_years and _of_another_year(key)):
            continue
        one = figure_change(key, old, new)
        if one is not None:
            tier = Tier.HEADLINES if key in headlines else Tier.FIGURES
            found.append((Tier.NOISE if one.within_noise else tier, one))
    yield from sorted(found, key=lambda placed: _gravity(placed[1], old, new))
    yield from ((Tier.FIGURES, fact) for fact in _facts(old, new))
    yield from ((Tier.WORDS, counts) for counts in _counts_of_the_plan(old, new))


def _gravity(change: Change, old: Build, new: Build) -> tuple[bool, bool, float]:
    """Beyond chance comes first, then what cannot be weighed, headcounts after shares; of equal
    ones the larger change."""
    was, now = old.values.get(change.key), new.values.get(change.key)
    unit = (now or was or NO_VALUE).unit
    return change.within_noise is None, unit is Unit.COUNT, -_size(was, now)


def _size(was: Value | None, now: Value | None) -> float:
    """How large a change is, so that changes of several units can be put in an order.

    5 percentage points weigh as much as a ratio that is a quarter larger; a figure that came or
    went weighs most.
    """
    if was is None or now is None or not (was.ok and now.ok) or was.unit is not now.unit:
        return math.inf
    if was.unit is Unit.RATIO and min(was.number, now.number) > 0:
        return abs(math.log(now.number / was.number)) / math.log(1.25)
    if was.unit is Unit.COUNT:
        return abs(now.number - was.number) / max(abs(was.number), abs(now.number), 1)
    return abs(now.number - was.number) / 5


def _counts_of_the_plan(old: Build, new: Build) -> Iterator[Change]:
    """What a plan adds up to, as one change: its actions are told one by one."""
    keys = sorted(key for key in {*old.values, *new.values} if key.startswith(PLAN))
    printed = [(key, _printed(old.values.get(key)), _printed(new.values.get(key))) for key in keys]
    changed = [(_counted(key, new), was, now) for key, was, now in printed if was != now]
    if changed:
        before = ", ".join(f"{name}: {was}" for name, was, _ in changed if was is not None)
        after = ", ".join(f"{name}: {now}" for name, _, now in changed if now is not None)
        where = f"data/{new.trust_year}/actions.csv"
        yield Change("plan", "counts", before or None, after or None, where=where)


def _counted(key: str, build: Build) -> str:
    """What a count of the plan counts: “carried over”, “indicator 2”."""
    name = key.removeprefix(PLAN)
    indicator = build.standard.of_key(f"{name}.")
    if indicator is not None:
        return f"{build.standard.noun} {indicator.label}"
    return name.replace("_", " ")


def figure_change(key: str, old: Build, new: Build, kind: str = "figure") -> Change | None:
    """One figure that differs; None where it is the same in both builds."""
    return value_change(
        key, old.values.get(key), new.values.get(key),
        by_chance=old.trust_year != new.trust_year, comparable=_one_basis(key, old, new), kind=kind,
    )  # fmt: skip


def value_change(
    key: str, was: Value | None, now: Value | None, *, by_chance: bool, comparable: bool = True,
    kind: str = "figure",
) -> Change | None:  # fmt: skip
    """How two values of one figure differ; None where they do not.

    by_chance: whether the two could differ by chance, as those of two years can. comparable:
    whether they are measured on one basis; otherwise no change is told.
    """
    where = ", ".join(dict.fromkeys((*(was.source if was else ()), *(now.source if now else ()))))
    if was is None or now is None or not (was.ok and now.ok) or was.unit is not now.unit:
        before, after = _printed(was), _printed(now)
        if before == after:
            return None
        if not by_chance and was is not None and now is not None:
            before, after = _hidden_in_both(was, now)
        return Change(key, kind, before, after, where=where)
    if was.value == now.value:
        if by_chance or (was.low, was.high, was.n) == (now.low, now.high, now.n):
            return None
        return Change(key, "interval", _in_full(was), _in_full(now), where=where)
    if not comparable:
        where = "; ".join(part for part in (where, "measured on another basis") if part)
        return Change(key, kind, was.display, now.display, where=where)
    difference = change(now, was)
    decimals = _telling_decimals(was, now, difference.number)
    return Change(
        key,
        kind,
        write(was.number, was.unit, decimals[0]),
        write(now.number, now.unit, decimals[1]),
        _signed(difference, decimals[2]),
        _within(difference) if by_chance else None,
        where,
    )


def _within(difference: Value) -> bool | None:
    """Whether the interval of a change holds 0; None where a side of it has no interval."""
    if difference.low is None or difference.high is None:
        return None
    if difference.low <= 0 <= difference.high:
        return True
    return None if difference.note == ONE_SIDED else False


def _one_basis(key: str, old: Build, new: Build) -> bool:
    """Whether both years measure the figure on one basis, as the standard has it."""
    indicator = new.standard.of_key(key)
    if indicator is None or old.trust_year == new.trust_year:
        return True
    years = (old.trust_year.year, new.trust_year.year)
    return len({indicator.version(year).basis for year in years}) == 1


def _headline_keys(old: Build, new: Build) -> set[str]:
    """The figure that stands for each indicator; one group's where no gap was supplied."""
    standard = new.standard
    keys = {indicator.headline_key for indicator in standard.indicators}
    for indicator in standard.indicators:
        one_group = kind_of(indicator).one_group(standard, indicator)
        gaps = [b.values.get(indicator.headline_key) for b in (old, new)]
        if one_group and not any(gap is not None and gap.ok for gap in gaps):
            keys.add(one_group)
    return keys


def _verdicts(old: Build, new: Build) -> Iterator[Change]:
    verdicts = [build.results.get("verdicts", {}) for build in (old, new)]
    for indicator in new.standard.indicators:
        was, now = (_verdict_words(found.get(indicator.id)) for found in verdicts)
        if was != now:
            key = indicator.headline_key
            sources = [s for b in (old, new) if key in b.values for s in b.values[key].source]
            where = ", ".join(dict.fromkeys(sources))
            yield Change(f"{indicator.id}.verdict", "verdict", was, now, where=where)


def _verdict_words(verdict: dict[str, str] | None) -> str | None:
    return f"{verdict['shape']} {verdict['words']}" if verdict else None


def _facts(old: Build, new: Build) -> Iterator[Change]:
    """Figures that a trust gives as they stand, in ``facts.csv`` and ``locality.csv``."""
    for key in sorted({*old.variables, *new.variables}):
        was, now = old.variables.get(key), new.variables.get(key)
        if key.startswith(OF_TABLES) and was != now:
            where = f"data/{new.trust_year}/{key.partition('.')[0]}.csv"
            yield Change(key, "fact", was, now, where=where)


def _printed(value: Value | None) -> str | None:
    return None if value is None else value.display


def _hidden_in_both(was: Value, now: Value) -> tuple[str, str]:
    """How two values of one figure are printed where one may be suppressed.

    What one build of a year hides, another that showed it must not tell.
    """
    suppressed = Status.SUPPRESSED in (was.status, now.status)
    before, after = (SHOWN if suppressed and v.ok else v.display for v in (was, now))
    return before, after


def _in_full(value: Value) -> str:
    more = [value.display_interval, f"n {value.n:,}" if value.n is not None else ""]
    inside = ", ".join(part for part in more if part)
    return f"{value.display} ({inside})" if inside else value.display


def _telling_decimals(was: Value, now: Value, difference: float) -> tuple[int, int, int]:
    """Decimals of the old, the new and the change: as printed, or as many as show a change."""
    usual = [DECIMALS[v.unit] if v.decimals is None else v.decimals for v in (was, now)]
    shown = max(usual)
    if was.display != now.display and rounded(difference, shown) != 0:
        return usual[0], usual[1], shown
    while shown < MOST_DECIMALS and not rounded(difference, shown):
        shown += 1
    while shown < MOST_DECIMALS and rounded(was.number, shown) == rounded(now.number, shown):
        shown += 1
    return shown, shown, shown


def _signed(difference: Value, decimals: int) -> str:
    text = write(difference.number, difference.unit, decimals)
    signed = difference.unit is Unit.PP or difference.number < 0
    return text if signed else f"+{text}"
