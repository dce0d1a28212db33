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

    An action that refers to itself is a circle of one.
    """
    found: dict[frozenset[str], tuple[str, ...]] = {}
    done: set[str] = set()
    for start in references:
        if start in done:
            continue
        # Walked without recursion: a chain may be as long as the plan.
        path, on_path = [start], {start: 0}
        branches = [iter(references[start])]
        while branches:
            following = next(branches[-1], None)
            if following is None:
                branches.pop()
                done.add(path[-1])
                del on_path[path.pop()]
            elif following in on_path:
                circle = tuple(path[on_path[following] :])
                found.setdefault(frozenset(circle), _from_first(circle, references))
            elif following in references and following not in done:
                on_path[following] = len(path)
                path.append(following)
                branches.append(iter(references[following]))
    return list(found.values())


def _from_first(
    circle: tuple[str, ...], references: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    order = {name: number for number, name in enumerate(references)}
    start = min(range(len(circle)), key=lambda index: order[circle[index]])
    return circle[start:] + circle[:start]
