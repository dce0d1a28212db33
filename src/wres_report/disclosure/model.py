"""All that is printed of a trust-year's counts, as one system of equations.

Every number that may be printed is an unknown of its own: a cell of a table, the total of a row,
a sum over bands. Equations tie them: a total is the sum of its parts. A number that is printed is
known; one that is hidden may be any that the equations and the bounds allow. So whether a hidden
number can be worked out is a question about this system alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

# Table, row and column of a number: ("workforce", "clinical/8a", "bme").
Name = tuple[str, str, str]


class Kind(Enum):
    """Who sees an unknown."""

    PRINTED = 1  # it stands in a table or behind a figure, unless it is hidden
    UNSEEN = 2  # it is in the data, but no table prints it
    SLACK = 3  # by how much one number is below another; no number of the report


@dataclass
class Model:
    """The unknowns of a trust-year, with the numbers that they truly have.

    numbers: the true ones, in steps of ``1 / steps`` people. minimum: counts from 1 up to below it
    are small. costs: what a reader loses with each. members: for each equation, its unknowns with
    their factors, the sum of which is 0; factors of one unknown are never 0. holds: for each
    unknown, the equations that it stands in. names: of the numbers printed; two names may be of
    one number. beside: for a number, another one and what the first costs where that is hidden:
    a share that is lost with either is lost once.
    """

    minimum: int
    numbers: list[int] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    members: list[dict[int, int]] = field(default_factory=list)
    holds: list[list[tuple[int, int]]] = field(default_factory=list)
    names: dict[Name, int] = field(default_factory=dict)
    beside: dict[int, tuple[int, int]] = field(default_factory=dict)

    def add(self, number: int, kind: Kind, steps: int = 1, cost: int = 0) -> int:
        """A new unknown; returns its place."""
        self.numbers.append(number)
        self.steps.append(steps)
        self.kinds.append(kind)
        self.costs.append(cost)
        self.holds.append([])
        return len(self.numbers) - 1

    def equate(self, factors: Mapping[int, int]) -> None:
        """Note that the numbers, times their factors, add up to 0.

        Raises ValueError where the true numbers do not.
        """
        if sum(self.numbers[i] * factor for i, factor in factors.items()):
            raise ValueError("an equation must hold for the true numbers")
        place = len(self.members)
        self.members.append(dict(factors))
        for i, factor in factors.items():
            self.holds[i].append((place, factor))

    def add_sum(self, parts: Sequence[int], kind: Kind = Kind.PRINTED) -> int:
        """The sum of unknowns of one step, as an unknown; a part alone is its own sum."""
        if len(parts) == 1:
            return parts[0]
        steps = self.steps[parts[0]] if parts else 1
        total = self.add(sum(self.numbers[i] for i in parts), kind, steps)
        self.equate({total: -1, **dict.fromkeys(parts, 1)})
        return total

    def bound(self, upper: int, parts: Sequence[int]) -> None:
        """Note, where it is true, that the parts together are no more than ``upper``.

        Where they are just as many, everybody takes it that they always are: the parts are all.
        """
        self._compare(upper, parts, exact=True)

    def at_most(self, upper: int, part: int) -> None:
        """Note, where it is true, that one number is no more than another."""
        self._compare(upper, (part,), exact=False)

    def _compare(self, upper: int, parts: Sequence[int], *, exact: bool) -> None:
        if upper in parts:
            return
        # In people, whatever the steps: cases may be counted in halves, staff are not.
        steps = max(self.steps[i] for i in (upper, *parts))
        factors = {i: steps // self.steps[i] for i in parts}
        factors[upper] = -(steps // self.steps[upper])
        left = -sum(self.numbers[i] * factor for i, factor in factors.items())
        if left > 0 or (left == 0 and not exact):
            factors[self.add(left, Kind.SLACK, steps)] = 1
        if left >= 0:
            self.equate(factors)

    def print_as(self, name: Name, place: int, cost: int) -> None:
        """Note that a number is printed under a name. Of two costs the higher one counts."""
        self.names[name] = place
        self.kinds[place] = Kind.PRINTED
        self.costs[place] = max(self.costs[place], cost)

    def is_small(self, place: int) -> bool:
        return 0 < self.numbers[place] < self.minimum * self.steps[place]

    @property
    def small(self) -> set[int]:
        """The printed numbers that nobody may see."""
        return {i for i in self.printed if self.is_small(i)}

    @property
    def printed(self) -> Iterable[int]:
        return (i for i, kind in enumerate(self.kinds) if kind is Kind.PRINTED)

    @property
    def guarded(self) -> set[int]:
        """The small numbers, those that no table prints among them."""
        return {
            i for i, kind in enumerate(self.kinds) if kind is not Kind.SLACK and self.is_small(i)
        }

    def bounds(self, place: int, *, told: bool = True) -> tuple[int, int | None]:
        """The least and the most that a number can be while it is not printed.

        told: whether the reader is taken to know even which of the hidden numbers are small and
        which had to go with them, which no page says. Otherwise each is known to be somebody.
        """
        if self.kinds[place] is not Kind.PRINTED:
            return 0, None
        if not told:
            return 1, None
        least = self.minimum * self.steps[place]
        return (1, least - 1) if self.is_small(place) else (least, None)
