"""Shards: what one machine of several has built, and how their outputs become one.

A build with ``--shard`` leaves ``shards/I-of-N.json`` in its outputs folder. ``merge`` holds the
shards against each other, checks every output by its hash, and puts all into one folder.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.faults import ExitStatus, Fault, input_fault
from wres_report.finished.files import MANIFEST, own_hashes, reports_within
from wres_report.hashes import file_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import code_hashes
from wres_report.pipeline.options import Shard
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.outputs import json_bytes
from wres_report.pipeline.publish import aside
from wres_report.program import platform_name, versions

FOLDER = "shards"


@dataclass(frozen=True)
class ShardRecord:
    """What stands in a shard's file. place: the outputs folder that it was found in."""

    place: Path
    shard: Shard
    everything: tuple[str, ...]
    statuses: dict[str, int]
    manifests: dict[str, str]
    program: dict[str, Any]


def write_shard(
    workspace: Workspace, out: Path, shard: Shard, everything: Sequence[TrustYear],
    outcomes: Sequence[Outcome],
) -> None:  # fmt: skip
    """Write the record of a shard. everything: the trust-years of all shards together."""
    manifests = {
        str(o.trust_year): file_hash(_report(out, str(o.trust_year)) / MANIFEST)
        for o in outcomes
        if o.built
    }
    content = {
        "shard": str(shard),
        "everything": sorted(map(str, everything)),
        "statuses": {str(o.trust_year): int(o.status) for o in outcomes},
        "manifests": manifests,
        "program": {
            "code": code_hashes(workspace), "versions": versions(), "platform": platform_name(),
        },
    }  # fmt: skip
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    (out / FOLDER / f"{shard.index}-of-{shard.count}.json").write_bytes(json_bytes(content))


def merge(folders: Sequence[Path], out: Path) -> list[ShardRecord]:
    """Put the reports of all shards into ``out``; return their records, in order.

    Raises an input fault where a shard is missing, was made by another program or from another
    set of trust-years, or where an output is not what its manifest says.
    """
    records = sorted(
        (_read(path) for folder in folders for path in sorted((folder / FOLDER).glob("*.json"))),
        key=lambda record: record.shard.index,
    )
    _check_together(records, folders)
    for record in records:
        for trust_year, digest in record.manifests.items():
            folder = _report(record.place, trust_year)
            _check_whole(folder, digest, trust_year)
            if record.place.resolve() != out.resolve():
                with aside(_report(out, trust_year)) as target:
                    others = shutil.ignore_patterns(*reports_within(folder))
                    shutil.copytree(folder, target, dirs_exist_ok=True, ignore=others)
    return records


def _report(out: Path, trust_year: str) -> Path:
    return out.joinpath(*trust_year.split("/"))


def _read(path: Path) -> ShardRecord:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return ShardRecord(
            path.parents[1], Shard.parse(content["shard"]), tuple(content["everything"]),
            content["statuses"], content["manifests"], content["program"],
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, Fault):
        raise input_fault(
            "This record of a shard cannot be read.", str(path), "Build the shard again."
        ) from None


def _check_together(records: list[ShardRecord], folders: Sequence[Path]) -> None:
    if not records:
        listed = ", ".join(map(str, folders))
        raise input_fault(
            "There is no shard here.", listed,
            "Name the outputs folders of builds with --shard, each with its folder shards/.",
        )  # fmt: skip
    first = records[0]
    for record in records[1:]:
        for name in ("everything", "program"):
            if getattr(record, name) != getattr(first, name):
                what = {"everything": "from other trust-years", "program": "by another program"}
                raise input_fault(
                    f"Shard {record.shard} was made {what[name]} than shard {first.shard}.",
                    str(record.place),
                    "Build all shards from one state of the project, in one environment.",
                )
    wanted = {str(Shard(index, first.shard.count)) for index in range(1, first.shard.count + 1)}
    found = [str(record.shard) for record in records]
    missing = sorted(wanted - set(found), key=lambda text: int(text.partition("/")[0]))
    if missing or len(found) != len(set(found)) or set(found) - wanted:
        twice = sorted({text for text in found if found.count(text) > 1})
        raise input_fault(
            f"The shards do not make one whole: {_counted('missing', missing)}"
            f"{_counted('given twice', twice)}found {', '.join(found)}.",
            ", ".join(map(str, folders)),
            f"Give all {first.shard.count} shards of one build, each once.",
        )


def _counted(what: str, shards: list[str]) -> str:
    return f"{what} {', '.join(shards)}; " if shards else ""


def _check_whole(folder: Path, digest: str, trust_year: str) -> None:
    path = folder / MANIFEST
    whole = path.is_file() and file_hash(path) == digest
    if whole:
        outputs = json.loads(path.read_text(encoding="utf-8"))["outputs"]
        found = own_hashes(folder)
        found.pop(MANIFEST)
        whole = found == outputs
    if not whole:
        raise Fault(
            f"The outputs of {trust_year} are not what its manifest says.",
            str(folder),
            "Copy them again, or build the shard again.",
            ExitStatus.INPUT_MISSING,
        )
