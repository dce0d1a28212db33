"""The manifest of a report: what it was made from, with what, and what came out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.build.outputs import MANIFEST
from wres_report.faults import input_fault
from wres_report.formats import FILES
from wres_report.inputs.trust_year import TrustYear

QUARTO = "quarto"
CODE = "code"


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


def report_folder(out: Path, trust_year: TrustYear) -> Path:
    """Where the outputs of a trust-year stand below an outputs folder."""
    return out / str(trust_year)


def read_manifest(out: Path, trust_year: TrustYear) -> Manifest:
    """The manifest of a trust-year that was built into ``out``.

    Raises an input fault where there is none, or it is no manifest.
    """
    path = report_folder(out, trust_year) / MANIFEST
    where = path.relative_to(out.parent).as_posix()
    build_it = f"Build it first: wres build {trust_year}"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        manifest = _understood(trust_year, content)
        if not manifest.formats:
            raise ValueError("it lists no document")
        return manifest
    except FileNotFoundError:
        raise input_fault(f"{trust_year} has no manifest.", where, build_it) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise input_fault("This manifest cannot be read.", where, build_it) from None


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
