"""Plants documented faults, so that people can try what the gate says of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wres_report.demo.country import Trust
from wres_report.demo.fault_kinds import KINDS, FaultKind
from wres_report.inputs.trust_year import TrustYear

# Of each two trusts one has a fault, in one of its years.
EVERY = 2


@dataclass(frozen=True)
class Planted:
    """A fault that was planted: where, what, and what should be said of it.

    file: from the workspace. command: the one that finds it. status: with which that ends.
    rule: of the gate, with its severity; both empty where the fault is none of the gate's.
    """

    trust_year: TrustYear
    file: str
    planted: str
    command: str
    status: int
    severity: str
    rule: str
    says: str

    COLUMNS: ClassVar = (
        "trust_year", "file", "planted", "command", "exit_status", "severity", "rule", "says",
    )  # fmt: skip

    @property
    def row(self) -> tuple[str, ...]:
        """The fault as a row of ``faults.csv``."""
        return (
            str(self.trust_year), self.file, self.planted, self.command, str(self.status),
            self.severity, self.rule, self.says,
        )  # fmt: skip


def plant(trust: Trust, year: int, years: range, files: dict[str, bytes]) -> Planted | None:
    """Plant the fault of a trust if it belongs into this year, by changing one of its files.

    files: those of the trust-year, by their path from the workspace.
    """
    if trust.index % EVERY != EVERY - 1:
        return None
    turn = trust.index // EVERY
    if year != years[-1 - turn % len(years)]:
        return None
    trust_year = TrustYear(trust.code, year)
    for step in range(len(KINDS)):
        kind = KINDS[(turn + step) % len(KINDS)]
        if kind.can_be_in(year, years):
            path = f"data/{trust_year}/{kind.file}"
            if kind.settings:
                path = f"params/{trust_year}.yaml"
            changed = kind.change(files[path]) if path in files else None
            if changed is not None:
                return _planted(kind, trust_year, path, changed, files)
    return None  # there is no kind that fits, so there is no fault


def _planted(
    kind: FaultKind, trust_year: TrustYear, path: str, changed: bytes, files: dict[str, bytes]
) -> Planted:
    del files[path]
    if kind.renamed:
        path = path.replace(kind.file, kind.renamed)
    if not kind.deleted:
        files[path] = changed
    return Planted(
        trust_year, path, kind.planted, kind.command, int(kind.status), kind.severity, kind.rule,
        kind.says,
    )  # fmt: skip
