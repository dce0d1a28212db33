"""The last steps of a trust-year: renders the formats that are lacking, and puts all in place."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from wres_report.faults import Fault
from wres_report.finished.downloads import with_downloads
from wres_report.finished.files import MANIFEST, PROJECT, QUALITY, RESULTS
from wres_report.formats import FILES, FORMATS, RENDERED
from wres_report.hashes import file_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.crate import CRATE, crate_of
from wres_report.pipeline.outcome import guarded
from wres_report.pipeline.outputs import json_bytes, write_files
from wres_report.pipeline.publish import aside
from wres_report.report.renderers import render
from wres_report.store import StepRecord, Store

PAGE = FILES["html"]
NOT_RENDERED = "embedded"  # where no document was asked for that a renderer makes


@dataclass(frozen=True)
class DocumentTask:
    """What the documents of a trust-year need.

    keys: the key of each format that is to be rendered. kept: the formats that the store has.
    target: where the outputs are to stand. manifest: what it says beside the outputs' hashes.
    title: of the report, with its trust. reads: the inputs that each step reads, by its name.
    side_by_side: whether the formats may be written at the same time.
    """

    store: Path
    trust_year: TrustYear
    gate: StepRecord
    staged: StepRecord
    keys: Mapping[str, str]
    kept: Mapping[str, StepRecord]
    target: Path
    renderer: str
    epoch: int
    manifest: Mapping[str, Any]
    title: str
    reads: Mapping[str, list[str]]
    side_by_side: bool


@dataclass(frozen=True)
class DocumentDone:
    """outputs: hash by path of all that now stands in the outputs folder. renderer: in words."""

    trust_year: TrustYear
    outputs: Mapping[str, str] = field(default_factory=dict)
    renderer: str = ""
    fault: Fault | None = None


def make_documents(task: DocumentTask) -> DocumentDone:
    """Render what is lacking and put the outputs of the trust-year in place, all or none."""
    done, fault = guarded(lambda: _make(task))
    return done or DocumentDone(task.trust_year, fault=fault)


def _make(task: DocumentTask) -> DocumentDone:
    store = Store(task.store)
    lacking = [name for name in task.keys if name in RENDERED]
    records = dict(task.kept) | (_render(store, task, lacking) if lacking else {})
    for name in set(task.keys) - set(lacking):
        records[name] = _write(store, task, name)
    files = {**task.staged.outputs, QUALITY: task.gate.outputs[QUALITY]}
    for record in records.values():
        files |= record.outputs
    versions = [record.facts["renderer"] for record in records.values()]
    version = next(filter(None, versions), NOT_RENDERED)
    return DocumentDone(task.trust_year, _publish(store, task, files, version), version)


def _render(store: Store, task: DocumentTask, lacking: Sequence[str]) -> dict[str, StepRecord]:
    """Render the lacking formats in one go, since they share the reading of the text."""
    project = {p: d for p, d in task.staged.outputs.items() if p.startswith(PROJECT)}
    with tempfile.TemporaryDirectory(prefix="wres-documents-") as folder:
        write_files(store, project, Path(folder))
        rendered = render(
            Path(folder) / PROJECT, lacking, Path(folder) / "out",
            renderer=task.renderer, epoch=task.epoch, side_by_side=task.side_by_side,
        )  # fmt: skip
        records = {
            name: StepRecord(
                {FILES[name]: store.objects.put_file(path)}, {"renderer": rendered.version}
            )
            for name, path in rendered.files.items()
        }
    for name, record in records.items():
        store.save(task.keys[name], record)
    return records


def _write(store: Store, task: DocumentTask, name: str) -> StepRecord:
    """Make a format that no renderer makes, from the results."""
    results = json.loads(store.objects.get(task.staged.outputs[RESULTS]))
    with tempfile.TemporaryDirectory(prefix="wres-documents-") as folder:
        path = Path(folder) / FILES[name]
        import_module(f"wres_report.{FORMATS[name].writer}").write(results, path, task.epoch)
        record = StepRecord({FILES[name]: store.objects.put_file(path)}, {"renderer": ""})
    store.save(task.keys[name], record)
    return record


def _publish(
    store: Store, task: DocumentTask, files: Mapping[str, str], version: str
) -> dict[str, str]:
    manifest = dict(task.manifest)
    manifest["environment"] = {**manifest["environment"], "renderer": version}
    with aside(task.target) as folder:
        write_files(store, files, folder)
        if PAGE in files:
            files = {**files, PAGE: _with_downloads(folder, files)}
        described = manifest | {"outputs": dict(sorted(files.items()))}
        (folder / CRATE).write_bytes(json_bytes(crate_of(task.title, described, task.reads)))
        files = {**files, CRATE: file_hash(folder / CRATE)}
        manifest["outputs"] = dict(sorted(files.items()))
        (folder / MANIFEST).write_bytes(json_bytes(manifest))
        return {**files, MANIFEST: file_hash(folder / MANIFEST)}


def _with_downloads(folder: Path, files: Mapping[str, str]) -> str:
    """Name in the page what is put beside it; the hash of the page as it is then."""
    page = folder / PAGE
    text = with_downloads(page.read_text(encoding="utf-8"), {name: name for name in files})
    page.write_text(text, encoding="utf-8", newline="\n")
    return file_hash(page)
