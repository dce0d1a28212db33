"""What has changed since a report was built: told from its manifest, without building."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from wres_report.finished.files import MANIFEST, folder_of, own_hashes
from wres_report.finished.reading import listed
from wres_report.hashes import file_hash, json_hash
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import code_files, code_hashes, notebooks_run_with
from wres_report.pipeline.hashing import InputHashes
from wres_report.program import package_files, platform_name, versions
from wres_report.verify.manifest import CODE, QUARTO, Manifest


class Kind(StrEnum):
    """What it is that has changed, in the order in which it is told."""

    DATA = "data"
    SETTINGS = "settings"
    CODE = "code"
    VERSION = "version"
    KERNEL = "kernel"
    PLATFORM = "platform"
    OUTPUT = "output"


@dataclass(frozen=True)
class Change:
    """name: of the file or package. what: ``changed``, ``new``, ``gone``, or both versions."""

    kind: Kind
    name: str
    what: str

    @property
    def of_a_source(self) -> bool:
        """Whether another report is to be expected of it: all but the outputs are sources."""
        return self.kind is not Kind.OUTPUT

    def __str__(self) -> str:
        return f"{self.kind} {self.name}: {self.what}" if self.name else f"{self.kind}: {self.what}"

    def as_dict(self) -> dict[str, Any]:
        return {"kind": str(self.kind), "name": self.name, "what": self.what}


def changes_since(manifest: Manifest, workspace: Workspace, out: Path) -> list[Change]:
    """Whatever is no longer as the manifest has it: data, settings, code, versions, outputs."""
    return [
        *_inputs(manifest, workspace),
        *_code(manifest, workspace),
        *_surroundings(manifest),
        *_kernel(manifest),
        *_outputs(manifest, out),
    ]


def _inputs(manifest: Manifest, workspace: Workspace) -> Iterator[Change]:
    now = InputHashes(workspace).of(manifest.trust_year)
    for name, what in sorted(_unlike(manifest.inputs, now)):
        yield Change(Kind.SETTINGS if name.startswith("params/") else Kind.DATA, name, what)


def _code(manifest: Manifest, workspace: Workspace) -> Iterator[Change]:
    if not manifest.code_files:
        for part, what in _unlike(manifest.code, code_hashes(workspace)):
            yield Change(Kind.CODE, part, what)
        return
    now = code_files(workspace)
    for kind, files in manifest.code_files.items():
        for name, what in sorted(_unlike(files, now[kind])):
            yield Change(Kind.CODE, name, what)


def _surroundings(manifest: Manifest) -> Iterator[Change]:
    now = versions()
    for name in sorted(manifest.versions):
        then = manifest.versions[name]
        if now.get(name, then) != then:
            yield Change(Kind.VERSION, name, f"{then} → {now[name]}")
    if manifest.renderer == QUARTO:
        yield from _quarto(manifest)
    if manifest.platform != platform_name():
        yield Change(Kind.PLATFORM, "", f"{manifest.platform} → {platform_name()}")


def _quarto(manifest: Manifest) -> Iterator[Change]:
    from wres_report.report.renderers import find_quarto

    install = find_quarto()
    now = f"{QUARTO} {install.version}" if install else "no Quarto"
    if now != manifest.rendered_by:
        yield Change(Kind.VERSION, QUARTO, f"{manifest.rendered_by} → {now}")


def _kernel(manifest: Manifest) -> Iterator[Change]:
    """Where notebooks ran with another program than the manifest says that the report was made by.

    Their code can be told only by the program that made it; by another one its change is told.
    """
    for name, ran in sorted(manifest.kernel.items()):
        wanted = manifest.versions.get(name, ran)
        if name == CODE and manifest.code_files.get("package") == package_files():
            wanted = json_hash(notebooks_run_with()["code"])
        if ran != wanted:
            what = "another program" if name == CODE else f"{ran}, and {wanted} elsewhere"
            yield Change(Kind.KERNEL, name, what)


def _outputs(manifest: Manifest, out: Path) -> Iterator[Change]:
    folder = folder_of(out, manifest.trust_year)
    found = own_hashes(folder)
    found.pop(MANIFEST)
    for name, what in sorted(_unlike(manifest.outputs, found)):
        yield Change(Kind.OUTPUT, f"{manifest.trust_year}/{name}", what)
    digest = listed(out).get(str(manifest.trust_year))
    if digest is not None and digest != file_hash(folder / MANIFEST):
        name = f"{manifest.trust_year}/{MANIFEST}"
        yield Change(Kind.OUTPUT, name, f"not the one that {MANIFEST} of all reports lists")


def _unlike(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in then.keys() | now.keys():
        if name not in now:
            yield name, "gone"
        elif name not in then:
            yield name, "new"
        elif then[name] != now[name]:
            yield name, "changed"
