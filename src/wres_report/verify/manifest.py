"""The manifest of a report: what it was made from, with what, and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.finished.files import MANIFEST, folder_of
from wres_report.finished.reading import NotWholeError, read_json
from wres_report.formats import FILES
from wres_report.inputs.trust_year import TrustYear

QUARTO = "quarto"
CODE = "code"

UNREADABLE = "This manifest cannot be read."


@dataclass(frozen=True)
class Manifest:
    """inputs, outputs: hash by path. code: one hash for each part of the program. code_files:
    hash by path, in ``package`` and ``templates``; empty in manifests of earlier versions.
    kernel: the versions that the notebooks found in their kernel, by program, and under ``code``
    one hash of the parts of the program that ran there; empty in manifests of earlier versions.
    epoch: the time written into the documents, None where the manifest does not say."""

    trust_year: TrustYear
    inputs: Mapping[str, str]
    outputs: Mapping[str, str]
    code: Mapping[str, str]
    code_files: Mapping[str, Mapping[str, str]]
    versions: Mapping[str, str]
    kernel: Mapping[str, str]
    platform: str
    rendered_by: str
    epoch: int | None

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats that the report was built in."""
        return tuple(name for name, file in FILES.items() if file in self.outputs)

    @property
    def renderer(self) -> str:
        """``quarto`` or ``embedded``."""
        return QUARTO if self.rendered_by.startswith(QUARTO) else "embedded"


def read_manifest(out: Path, trust_year: TrustYear) -> Manifest:
    """The manifest of a trust-year that was built into ``out``.

    Raises an input fault where there is none, or it is no manifest.
    """
    folder = folder_of(out, trust_year)
    where = (folder / MANIFEST).relative_to(out.parent).as_posix()
    build_it = f"Build it first: wres build {trust_year}"
    try:
        manifest = _understood(trust_year, read_json(folder, MANIFEST))
        if not manifest.formats:
            raise ValueError("it lists no document")
        return manifest
    except NotWholeError as error:
        what = f"{trust_year} has no manifest." if error.missing else UNREADABLE
        raise input_fault(what, where, build_it) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise input_fault(UNREADABLE, where, build_it) from None


def _understood(trust_year: TrustYear, content: dict[str, Any]) -> Manifest:
    environment = content["environment"]
    return Manifest(
        trust_year,
        dict(content["inputs"]),
        dict(content["outputs"]),
        dict(content["code"]),
        {kind: dict(files) for kind, files in content.get("code_files", {}).items()},
        dict(environment["versions"]),
        _kernel(environment.get("kernel")),
        str(environment["platform"]),
        str(environment["renderer"]),
        environment.get("source_date_epoch"),
    )


def _kernel(content: dict[str, Any] | None) -> dict[str, str]:
    return {CODE: content["code"], **content["versions"]} if content is not None else {}
