"""Whether the outputs that stand are those that a build would make, without running anything."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

from wres_report.finished.files import MANIFEST
from wres_report.finished.reading import listed
from wres_report.hashes import file_hash, json_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import code_hashes
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.reasons import Reason, Why
from wres_report.pipeline.steps import FORM, Renderer
from wres_report.program import versions
from wres_report.store import Store


class Published:
    """What was put into one outputs folder, and from what.

    For each trust-year a fingerprint of all that can change its outputs, and of each file its
    size, time and hash. A file of the same size and time is taken for unchanged; of another
    time, its content decides.
    """

    def __init__(
        self, workspace: Workspace, store: Store, inputs: InputHashes, options: BuildOptions,
        renderer: Renderer,
    ) -> None:  # fmt: skip
        self.workspace, self.store, self.inputs = workspace, store, inputs
        self.options, self.renderer = options, renderer
        self._manifests: dict[str, str] = {}  # hash by trust-year, of those that were looked at
        self._place = hashlib.sha256(str(options.out).encode()).hexdigest()[:16]

    def folder(self, trust_year: TrustYear) -> Path:
        return self.options.out / str(trust_year)

    def stale(self, trust_year: TrustYear) -> Reason | None:
        """Why the outputs are to be written; None where they are what they would be."""
        kept = self.store.latest(self._name(trust_year))
        if not kept:
            return Reason(Why.FIRST)
        if kept["fingerprint"] != self.fingerprint(trust_year):
            return Reason(Why.RESULTS)
        self._manifests[str(trust_year)] = kept["files"][MANIFEST][-1]
        wrong = _first_changed(self.folder(trust_year), kept["files"])
        return Reason(Why.OUTPUT_MISSING, (f"{trust_year}/{wrong}",)) if wrong else None

    def note(self, trust_year: TrustYear, outputs: dict[str, str]) -> None:
        """Keep what stands in the outputs folder now. outputs: hash by path, the manifest too."""
        folder = self.folder(trust_year)
        files = {name: [*_size_and_time(folder / name), d] for name, d in outputs.items()}
        self._manifests[str(trust_year)] = outputs[MANIFEST]
        content = {"fingerprint": self.fingerprint(trust_year), "files": files}
        self.store.keep_latest(self._name(trust_year), content)

    def listed(self, outcomes: Iterable[Outcome]) -> bool:
        """Whether the manifest of the outputs folder lists each report that was built as it is."""
        listing = listed(self.options.out)
        built = [str(outcome.trust_year) for outcome in outcomes if outcome.built]
        return all(name in listing and listing[name] == self._manifests.get(name) for name in built)

    def fingerprint(self, trust_year: TrustYear) -> str:
        """Hash of everything that can change the outputs of a trust-year."""
        return json_hash([
            self._common, self.inputs.of(trust_year), self.options.epoch(trust_year),
        ])  # fmt: skip

    @cached_property
    def _common(self) -> list[Any]:
        renderer = [self.renderer.name, self.renderer.version]
        return [FORM, code_hashes(self.workspace), versions(), self.options.formats, renderer]

    def _name(self, trust_year: TrustYear) -> str:
        return f"published/{self._place}/{trust_year}"


def _first_changed(folder: Path, files: dict[str, list[Any]]) -> str:
    for name, (size, time, digest) in files.items():
        try:
            if [size, time] == _size_and_time(f"{folder}/{name}"):
                continue
            if digest == file_hash(folder / name):
                continue
        except OSError:
            pass
        return name
    return ""


def _size_and_time(path: Path | str) -> list[int]:
    found = os.stat(path)  # noqa: PTH116  (a tenth of the time of Path.stat, for 20,000 files)
    return [found.st_size, found.st_mtime_ns]
