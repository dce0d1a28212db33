"""Cross-references between the actions of a plan: those that lead nowhere, or in a circle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def lead_nowhere(references: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """For each action the references to actions that the plan does not have.

    references: for each id the ids it refers to.
    """
    return {
        own: missing
        for own, others in references.items()
        if (missing := [other for other in others if other not in references])
    }


def circles(references: Mapping[str, Sequence[str]]) -> list[tuple[str, ...]]:
    """The circles of references, each once, from its first action in the plan's order.

    Every action that can be reached from itself is in one of them, by its shortest way back. One
    that refers to itself is a circle of one.
    """
    order = {name: number for number, name in enumerate(references)}
    found: list[tuple[str, ...]] = []
    for start in _within(references):
        if not any(start in circle for circle in found) and (way := _way_back(start, references)):
            first = way.index(min(way, key=order.__getitem__))
            found.append(way[first:] + way[:first])
    return found


def _within(references: Mapping[str, Sequence[str]]) -> list[str]:
    """The actions that may be in a circle: those left when what ends nowhere is taken away."""
    left = {own: {other for other in others if other in references}
            for own, others in references.items()}  # fmt: skip
    referring: dict[str, list[str]] = {own: [] for own in references}
    for own, others in left.items():
        for other in others:
            referring[other].append(own)
    ends = [own for own, others in left.items() if not others]
    while ends:
        end = ends.pop()
        del left[end]
        for own in referring[end]:
            left[own].discard(end)
            if not left[own]:
                ends.append(own)
    return list(left)


def _way_back(start: str, references: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest circle through an action; empty where it is in none."""
    came_from: dict[str, str] = {}
    reached = [start]
    for name in reached:  # grows as it is walked
        for other in references.get(name, ()):
            if other == start:
                way = [name]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if other not in came_from:
                came_from[other] = name
                reached.append(other)
    return ()
