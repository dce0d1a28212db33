"""What a person decided about a file: kept beside the data, and used again next year.

``data/<code>/<year>/imports/<table>.yaml``. It belongs to the workspace alone: the hash in it is
never printed and never part of a report.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from wres_report.faults import input_fault
from wres_report.files import write_aside
from wres_report.imports.meanings import plain
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.readers import FIXED
from wres_report.inputs.text import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import DECISIONS
from wres_report.inputs.workspace import Workspace
from wres_report.yaml_loaders import SafeLoader

YEARS_BACK = 3
BLOCK = 1 << 20


@dataclass(frozen=True)
class Decided:
    """The decisions of one import. trust_year: of which. sha256: of the file that was read; empty
    where it is not known. columns, values, areas: as ``Wishes``."""

    table: str
    trust_year: TrustYear
    file: str
    sheet: str = ""
    code: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)
    areas: tuple[str, ...] = ()
    sha256: str = ""

    def is_of(self, file: Path) -> bool:
        """Whether it is the very file that was imported then, whatever it is called now."""
        return bool(self.sha256) and self.sha256 == sha256_of(file)


def decided_path(workspace: Workspace, trust_year: TrustYear, table: str) -> Path:
    return workspace.data_folder(trust_year) / DECISIONS / f"{table}.yaml"


def last_decided(workspace: Workspace, trust_year: TrustYear, table: str) -> Decided | None:
    """The decisions of this year, or of the nearest year before it that has any."""
    for year in range(trust_year.year, trust_year.year - YEARS_BACK - 1, -1):
        found = read_decided(workspace, replace(trust_year, year=year), table)
        if found is not None:
            return found
    return None


def read_decided(workspace: Workspace, trust_year: TrustYear, table: str) -> Decided | None:
    """The decisions of one year; None where there are none.

    Raises an input fault for a file that is not as this package writes it.
    """
    path = decided_path(workspace, trust_year, table)
    if not path.is_file():
        return None
    where = workspace.relative(path)
    try:
        content = yaml.load(read_text(path, where), Loader=SafeLoader)
        return Decided(
            table, trust_year, str(content["file"]), str(content.get("sheet") or ""),
            str(content.get("code") or ""),
            {plain(str(h)): str(m or "") for h, m in (content.get("columns") or {}).items()},
            {plain(str(v)): str(m) for v, m in (content.get("values") or {}).items()},
            tuple(map(str, content.get("areas") or ())), str(content.get("sha256") or ""),
        )  # fmt: skip
    except (yaml.YAMLError, KeyError, TypeError, AttributeError):
        raise input_fault(
            "This file of decisions is not as an import writes it.", where,
            "Delete it, and import the file again.",
        ) from None  # fmt: skip


def write_decided(
    workspace: Workspace, trust_year: TrustYear, file: Path, imported: Imported, wishes: Wishes
) -> None:
    """Write what was decided, aside and then renamed."""
    path = decided_path(workspace, trust_year, imported.table)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_aside(path, as_yaml(file, imported, wishes))


def as_yaml(file: Path, imported: Imported, wishes: Wishes) -> str:
    """The decisions as text."""
    content: dict[str, Any] = {
        "table": imported.table, "file": file.name, "sha256": sha256_of(file),
        "sheet": wishes.sheet, "code": wishes.code, **imported.decided,
    }  # fmt: skip
    if imported.table not in FIXED:
        content["columns"] = {
            p.heading: p.meaning for p in imported.columns
            if p.heading and (p.meaning or plain(p.heading) in wishes.told)
            and p.meaning != "group"
        }  # fmt: skip
    if wishes.values:
        content["values"] = dict(wishes.values)
    head = "# How this table was imported; wres import again uses it for next year's file.\n"
    kept = {key: value for key, value in content.items() if value not in ("", {})}
    text: str = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
    return head + text


def sha256_of(file: Path) -> str:
    """The hash of a file's bytes, in hexadecimal digits."""
    digest = hashlib.sha256()
    with file.open("rb") as content:
        while block := content.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
