"""What the gate has found sound in earlier builds, as the store keeps it."""

from __future__ import annotations

from wres_report.inputs.trust_year import TrustYear
from wres_report.store import Store


class KeptSound:
    """One record for each trust-year: by suite, the key of what it last found nothing in.

    program: identifies all that the rules run with. fresh: whether earlier builds count for
    nothing. Nothing of the data is kept, and nothing of what was found.
    """

    def __init__(self, store: Store, program: str, *, fresh: bool) -> None:
        self.store, self.program, self.fresh = store, program, fresh
        self._known: dict[TrustYear, dict[str, str]] = {}
        self._noted: dict[TrustYear, dict[str, str]] = {}

    def key(self, trust_year: TrustYear, suite: str) -> str:
        return "" if self.fresh else self._of(trust_year).get(suite, "")

    def note(self, trust_year: TrustYear, suite: str, key: str) -> None:
        self._noted.setdefault(trust_year, {})[suite] = key

    def keep(self) -> None:
        """Write down what was noted, so that the next build has it."""
        for trust_year, keys in self._noted.items():
            found = {suite: key for suite, key in (self._of(trust_year) | keys).items() if key}
            if found != self._of(trust_year):
                self.store.keep_latest(_name(trust_year), {"sound": found})

    def _of(self, trust_year: TrustYear) -> dict[str, str]:
        if trust_year not in self._known:
            self._known[trust_year] = self.store.latest(_name(trust_year)).get("sound", {})
        return self._known[trust_year]


def _name(trust_year: TrustYear) -> str:
    return f"gate/{trust_year}"
