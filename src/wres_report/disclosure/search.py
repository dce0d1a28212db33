"""Looks for other numbers that would have given the same report.

A hidden number is safe where some other set of numbers, in which it differs, agrees with
everything that is printed. Such a set is found by moving the number by one and mending every
equation that this breaks, until none is broken. The set is the proof: it is whole numbers, and
every equation is checked in whole numbers.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence
from itertools import count

from wres_report.disclosure.model import Kind, Model

# By how much each number moves, by its place.
Moves = dict[int, int]

# What a broken equation counts for beside the costs, and how many sets to try. Nearly every search
# ends after three to thirty; where one goes on, haste beats thrift.
HASTE = (150, 200)
WAYS = ((8, 150), (25, 200), (150, 500))
FURTHEST = 1_000_000_000


class Search:
    """What may move in a model, and at what cost.

    hidden: the places of the numbers that are not printed. may_hide: the places of the printed
    ones that could be hidden as well. told: whether the reader is taken to know which of the
    hidden numbers are small.
    """

    def __init__(
        self, model: Model, hidden: Collection[int], may_hide: Collection[int], *,
        told: bool = True,
    ) -> None:  # fmt: skip
        self.model = model
        self.hidden = set(hidden)
        self.may_hide = {i for i in may_hide if model.numbers[i]}
        size = len(model.numbers)
        # How far each number may move down and up; not at all where it is printed for good.
        self._down, self._up, self._cost = [0] * size, [0] * size, [0] * size
        self._free = [False] * size
        for i, kind in enumerate(model.kinds):
            if kind is Kind.PRINTED and i not in self.hidden and i not in self.may_hide:
                continue
            least, most = model.bounds(i, told=told)
            self._down[i] = least - model.numbers[i]
            self._up[i] = FURTHEST if most is None else most - model.numbers[i]
            self._free[i] = kind is not Kind.PRINTED or i in self.hidden
            if not self._free[i]:
                self._cost[i] = self._price(i)

    def hide(self, places: Iterable[int]) -> None:
        """Let printed numbers be hidden from now on."""
        for i in places:
            self.hidden.add(i)
            self._free[i], self._cost[i] = True, 0
        for i in self.model.beside:
            if not self._free[i] and i in self.may_hide:
                self._cost[i] = self._price(i)

    def holds(self, moves: Moves) -> bool:
        """Whether the moves lead to numbers that agree with everything that is printed."""
        model = self.model
        return all(
            self._free[i] and self._down[i] <= by <= self._up[i] for i, by in moves.items()
        ) and not any(
            sum(factor * moves.get(i, 0) for i, factor in model.members[equation].items())
            for equation in {e for i in moves for e, _ in model.holds[i]}
        )

    def _price(self, place: int) -> int:
        other, cost = self.model.beside.get(place, (place, 0))
        return cost if other in self.hidden else self.model.costs[place]

    def another(self, place: int, known: Sequence[Moves] = ()) -> Moves | None:
        """Moves to another set of numbers in which the one at ``place`` differs.

        Where printed numbers are among those that move, they must be hidden; those of little cost
        are taken. known: moves that were found before, to begin with where nothing else leads on.
        Returns None where no such set was found.
        """
        own = [moves for moves in known if place in moves]
        ways: list[tuple[Sequence[Moves], int, int]] = [((), *way) for way in WAYS]
        if own:
            ways.insert(0, (own, *HASTE))
        if len(known) > len(own):
            ways.append((known, *HASTE))
        for starts, nearness, tries in ways:
            found = self._found(place, starts, nearness, tries, extra=True)
            if found is not None:
                return found
        return None

    def another_as_it_stands(self, place: int, tries: int) -> Moves | None:
        """Likewise, but no printed number moves."""
        return self._found(place, (), WAYS[0][0], tries, extra=False)

    def _found(
        self, place: int, starts: Sequence[Moves], nearness: int, tries: int, *, extra: bool
    ) -> Moves | None:
        order = count()
        # Priority, order of finding, cost so far, moves, broken equations with what they lack.
        queue: list[tuple[int, int, int, Moves, dict[int, int]]] = []
        seen: set[frozenset[tuple[int, int]]] = set()

        def push(cost: int, moves: Moves, broken: dict[int, int], more: Moves) -> None:
            moves = {**moves, **more}
            mark = frozenset(moves.items())
            if mark in seen:
                return
            seen.add(mark)
            broken = dict(broken)
            for i, by in more.items():
                cost += self._cost[i]
                for equation, factor in self.model.holds[i]:
                    lack = broken.pop(equation, 0) - factor * by
                    if lack:
                        broken[equation] = lack
            heapq.heappush(
                queue, (cost + nearness * len(broken), -next(order), cost, moves, broken)
            )

        for start in starts or ({},):
            for by in (1, -1):
                first = start if place in start else {**start, place: by}
                if all(self._may(i, move, extra) for i, move in first.items()):
                    push(0, {}, {}, first)
        for _ in range(tries):
            if not queue:
                return None
            _, _, cost, moves, broken = heapq.heappop(queue)
            if not broken:
                return moves
            for i, by in self._mending(moves, broken, extra):
                push(cost, moves, broken, {i: by})
        return None

    def _may(self, place: int, by: int, extra: bool) -> bool:
        return self._down[place] <= by <= self._up[place] and (extra or self._free[place])

    def _mending(self, moves: Moves, broken: dict[int, int], extra: bool) -> list[tuple[int, int]]:
        """The moves that mend the broken equation for which there are the fewest."""
        best: list[tuple[int, int]] | None = None
        down, up, free, members = self._down, self._up, self._free, self.model.members
        for equation, lack in broken.items():
            found = []
            for i, factor in members[equation].items():
                by = lack * factor if factor in (1, -1) else lack // factor
                if (
                    down[i] <= by <= up[i]
                    and i not in moves
                    and (extra or free[i])
                    and by * factor == lack
                ):
                    found.append((i, by))
            if best is None or len(found) < len(best):
                best = found
            if not best:
                break
        return best or []
