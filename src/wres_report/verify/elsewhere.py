"""Builds trust-years again in another place, with nothing there but what their manifests name."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.hash_key import key_file
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import TEMPLATES, template_hashes
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.options import snapshot_epoch
from wres_report.processes import run_with_all_its_own
from wres_report.verify.manifest import Manifest
from wres_report.verify.ways import Way, surroundings

TAIL = 25  # lines of what a build said that are told where it ended badly


@dataclass(frozen=True)
class Failure:
    """Why a trust-year was not built again. lines: as the build itself would say it."""

    status: ExitStatus
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Rebuilt:
    """out: the outputs folder of the new build. failed: the trust-years that are not in it."""

    out: Path
    failed: Mapping[TrustYear, Failure]


def build_elsewhere(
    workspace: Workspace, manifests: Sequence[Manifest], way: Way, place: Path
) -> Rebuilt:
    """Build trust-years again below ``place``, an empty folder, as their manifests say.

    The new workspace has only the inputs of these trust-years and the workspace's own templates,
    so a build that read anything else would not find it. Its store is empty at first.
    """
    root, out = place / "workspace", place / "outputs"
    copy_inputs(workspace, [manifest.trust_year for manifest in manifests], root)
    (place / "home").mkdir()
    failed: dict[TrustYear, Failure] = {}
    for group in _built_alike(manifests):
        failed |= _build(group, way, root, out, place)
    return Rebuilt(out, failed)


def copy_inputs(workspace: Workspace, trust_years: Iterable[TrustYear], root: Path) -> None:
    """Copy what the trust-years are made from: inputs, templates and the workspace's standards."""
    hashes = InputHashes(workspace)
    names = {name for trust_year in trust_years for name in hashes.of(trust_year)}
    for folder in TEMPLATES:
        templates = workspace.templates(folder)
        if templates == workspace.root / folder:
            names |= {f"{folder}/{name}" for name in template_hashes(templates)}
    names |= {f"standards/{name}" for name in template_hashes(workspace.standards)}
    (root / "data").mkdir(parents=True)
    if key := key_file(workspace):
        # Without it the hashes of the new build would be others.
        shutil.copyfile(key, root / "data" / key.name)
    for name in sorted(names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(workspace.root / name, root / name)


def _built_alike(manifests: Sequence[Manifest]) -> list[list[Manifest]]:
    """The trust-years that one build can make: of the same formats, renderer and date."""
    groups: dict[tuple[Any, ...], list[Manifest]] = {}
    for manifest in manifests:
        key = (manifest.formats, manifest.renderer, _given_epoch(manifest))
        groups.setdefault(key, []).append(manifest)
    return list(groups.values())


def _given_epoch(manifest: Manifest) -> int | None:
    """The date that was given for the build; None where it is that of the snapshot."""
    return None if manifest.epoch == snapshot_epoch(manifest.trust_year) else manifest.epoch


def _build(
    group: Sequence[Manifest], way: Way, root: Path, out: Path, place: Path
) -> dict[TrustYear, Failure]:
    first = group[0]
    done = run_with_all_its_own(
        [
            sys.executable, "-m", "wres_report", "build",
            *(str(manifest.trust_year) for manifest in group),
            "--to", ",".join(first.formats), "--renderer", first.renderer, "--out", str(out),
            "--runner", way.runner, "--jobs", str(way.jobs), "--json",
        ],
        cwd=root,
        env=surroundings(way, place / "home", place / "store", _given_epoch(first)),
    )  # fmt: skip
    try:
        outcomes = {TrustYear.parse(o["trust_year"]): o for o in json.loads(done.stdout)}
    except ValueError:  # it ended before it could say what became of each
        outcomes = {}
    as_a_whole = Failure(_status(done.returncode), tuple(done.stderr.splitlines()[-TAIL:]))
    failed = {}
    for trust_year in (manifest.trust_year for manifest in group):
        outcome = outcomes.get(trust_year)
        if outcome is None:
            failed[trust_year] = as_a_whole
        elif outcome["status"]:
            failed[trust_year] = Failure(_status(outcome["status"]), _reasons(outcome))
    return failed


def _status(number: int) -> ExitStatus:
    known = {int(status) for status in ExitStatus} - {0}
    return ExitStatus(number) if number in known else ExitStatus.PROGRAM_FAULT


def _reasons(outcome: Mapping[str, Any]) -> tuple[str, ...]:
    faults = [Fault(f["what"], f["where"], f["action"]) for f in outcome["faults"]]
    text = "\n".join([*outcome["findings"], *map(str, faults)])
    return tuple(text.splitlines())
