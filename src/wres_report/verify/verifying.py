"""Verification, read as a table of contents: what has changed, build again, compare."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.faults import ExitStatus, Fault, gravest
from wres_report.finished.files import folder_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.verify.changes import Change, Kind, changes_since
from wres_report.verify.compare import Comparison, compare_folders
from wres_report.verify.elsewhere import Failure, Rebuilt, build_elsewhere
from wres_report.verify.manifest import Manifest, read_manifest
from wres_report.verify.ways import Way
from wres_report.words import counted


@dataclass
class Verification:
    """What became of one trust-year.

    fault: why it cannot be verified. changes: what is no longer as its manifest has it.
    comparisons, failures: by the name of the way; both empty where it was not built again.
    """

    trust_year: TrustYear
    fault: Fault | None = None
    changes: list[Change] = field(default_factory=list)
    comparisons: dict[str, Comparison] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)

    @property
    def differing(self) -> set[str]:
        """The files that some build did not give as they stand."""
        return {d.file for c in self.comparisons.values() for d in c.differences}

    @property
    def built_again(self) -> bool:
        return bool(self.comparisons or self.failures)

    @property
    def status(self) -> ExitStatus:
        found = [failure.status for failure in self.failures.values()]
        if self.fault is not None:
            found.append(self.fault.status)
        if self.changes or self.differing:
            found.append(ExitStatus.VERIFICATION_DIFFERS)
        return gravest(found)

    def as_dict(self) -> dict[str, Any]:
        return {
            "trust_year": str(self.trust_year),
            "status": int(self.status),
            "fault": self.fault
            and {"what": self.fault.what, "where": self.fault.where, "action": self.fault.action},
            "changes": [change.as_dict() for change in self.changes],
            "built_again": self.built_again,
            "ways": {
                **{way: comparison.as_dict() for way, comparison in self.comparisons.items()},
                **{
                    way: {"status": int(failure.status), "failed": list(failure.lines)}
                    for way, failure in self.failures.items()
                },
            },
        }


def verify(
    workspace: Workspace, trust_years: Sequence[TrustYear], out: Path, ways: Sequence[Way],
    say: Callable[[str], None], *, anyway: bool = False,
) -> list[Verification]:  # fmt: skip
    """Verify the reports that were built into ``out``; the one is not held up by the other.

    A report whose sources have changed is not built again unless ``anyway`` says so: that it
    would come out otherwise is known already. say: is told what is going on.
    """
    found, to_build = [], []
    for trust_year in trust_years:
        verification = Verification(trust_year)
        found.append(verification)
        try:
            manifest = read_manifest(out, trust_year)
        except Fault as fault:
            verification.fault = fault
            continue
        verification.changes = changes_since(manifest, workspace, out)
        if anyway or not any(change.of_a_source for change in verification.changes):
            to_build.append((verification, manifest))
    for way in ways if to_build else ():
        say(f"building {counted(len(to_build), 'report')} again, {way.name}: {way}")
        _verify_in(way, workspace, to_build, out)
    return found


def _verify_in(
    way: Way, workspace: Workspace, to_build: list[tuple[Verification, Manifest]], out: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix=f"wres-{way.name}-") as place:
        manifests = [manifest for _, manifest in to_build]
        rebuilt = build_elsewhere(workspace, manifests, way, Path(place))
        for verification, _ in to_build:
            _note(verification, way, rebuilt, out)


def _note(verification: Verification, way: Way, rebuilt: Rebuilt, out: Path) -> None:
    trust_year = verification.trust_year
    if trust_year in rebuilt.failed:
        verification.failures[way.name] = rebuilt.failed[trust_year]
        return
    verification.comparisons[way.name] = compare_folders(
        folder_of(out, trust_year),
        folder_of(rebuilt.out, trust_year),
        sources_changed=any(c.kind in (Kind.DATA, Kind.SETTINGS) for c in verification.changes),
    )
