"""Keeps what a step made, unless what it read has changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wres_report.faults import input_fault
from wres_report.inputs.hash_key import TableHashes
from wres_report.inputs.workspace import Workspace
from wres_report.store import StepRecord, Store


def keep(
    store: Store, key: str, record: StepRecord, root: Path, inputs: Mapping[str, str]
) -> StepRecord:
    """Save the record under the key of its step and return it.

    inputs: hash by path from ``root`` of the files that the key was made from. Raises an input
    fault where one is another by now: what the step made might be of either.
    """
    hashes = TableHashes(Workspace(root))
    for name, digest in inputs.items():
        if hashes.again(name, root / name, digest) != digest:
            raise input_fault(
                "This file was changed while the report was being made.", name, "Build again."
            )
    store.save(key, record)
    return record
