"""Chooses which numbers to hide beside the small ones, so that none of them can be worked out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from wres_report.disclosure.model import Kind, Model
from wres_report.disclosure.search import Moves, Search

# How long to look for a way to show a number again; most of those hidden are needed.
TRIES_TO_SHOW = 60


@dataclass(frozen=True)
class Proof:
    """Moves to other numbers that would have given the same report.

    told: whether they keep to what a reader would know who was told which of the hidden numbers
    are small.
    """

    moves: Moves
    told: bool


@dataclass
class Choice:
    """What is hidden of a model, and the proof for each that it cannot be worked out.

    hidden: the places of the printed numbers that are not shown. proofs: for each of them, and
    for each small number that no table prints.
    """

    model: Model
    hidden: set[int] = field(default_factory=set)
    proofs: dict[int, Proof] = field(default_factory=dict)

    @property
    def unproved(self) -> list[int]:
        return sorted((self.hidden | self.model.guarded) - self.proofs.keys())

    def hide(self, may_hide: Collection[int]) -> None:
        """Hide the small numbers among ``may_hide``, and as many of the others as it takes.

        What is hidden already stays so, and is proved anew where the model has grown.
        """
        own = set(may_hide)
        self.hidden |= self.model.small & own
        if not (self.hidden or self.model.guarded):
            return
        # A minimum of 2 hides ones alone, so whoever is told which number is small knows it.
        knowing = (True, False) if self.model.minimum > 2 else (False,)
        searches = {told: Search(self.model, self.hidden, own, told=told) for told in knowing}
        before = self.proofs
        self.proofs = {
            i: proof
            for i, proof in self.proofs.items()
            if proof.told in searches and searches[proof.told].holds(proof.moves)
        }
        known = list({id(proof): proof.moves for proof in before.values()}.values())
        while self.unproved:
            if not all(self._prove(searches, i, known) for i in self.unproved):
                # The last resort: nothing of these tables but their zeros.
                self._hide(searches, searches[False].may_hide)
                for i in self.unproved:
                    self._prove(searches, i, known)
                break
        self._show_again(own)

    def _prove(self, searches: Mapping[bool, Search], place: int, known: Sequence[Moves]) -> bool:
        """Find a proof for a number, hiding what it takes; False where there is none.

        known: moves that were proofs before the model grew.
        """
        if place in self.proofs:
            return True
        for told, search in searches.items():
            moves = search.another(place, known)
            if moves is not None:
                printed = {i for i in moves if self.model.kinds[i] is Kind.PRINTED}
                self._hide(searches, printed - self.hidden)
                proof = Proof(moves, told)
                self.proofs |= dict.fromkeys(self._proved_by(moves) - self.proofs.keys(), proof)
                return True
        return False

    def _hide(self, searches: Mapping[bool, Search], places: Collection[int]) -> None:
        self.hidden |= set(places)
        for search in searches.values():
            search.hide(places)

    def _proved_by(self, moves: Moves) -> set[int]:
        """The moves prove every number that they move."""
        return {i for i in moves if i in self.hidden or self.model.is_small(i)}

    def _show_again(self, own: set[int]) -> None:
        """Show the numbers again that were hidden early and turn out not to be needed."""
        extra = (self.hidden & own) - self.model.small
        for place in sorted(extra, key=lambda i: (-self.model.costs[i], i)):
            proofs = self._proofs_without(place)
            if proofs is not None:
                self.hidden.discard(place)
                self.proofs = proofs

    def _proofs_without(self, place: int) -> dict[int, Proof] | None:
        """Proofs of the other numbers where this one is shown; None where one has none."""
        kept = {i: proof for i, proof in self.proofs.items() if place not in proof.moves}
        lacking = sorted(self.proofs.keys() - kept.keys() - {place})
        if not lacking:
            return kept
        searches = {
            told: Search(self.model, self.hidden - {place}, (), told=told)
            for told in {self.proofs[i].told for i in lacking}
        }
        for i in lacking:
            if i in kept:
                continue
            told = self.proofs[i].told
            moves = searches[told].another_as_it_stands(i, TRIES_TO_SHOW)
            if moves is None:
                return None
            kept |= {j: Proof(moves, told) for j in self._proved_by(moves) if j not in kept}
        return kept
