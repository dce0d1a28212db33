"""SHA-256 of files and of everything that a report is made from."""

from __future__ import annotations

import hashlib
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

PACKAGE = Path(__file__).resolve().parents[1]
# The programs whose version can change what a report looks like.
DISTRIBUTIONS = (
    "wres-report", "pandas", "numpy", "scipy", "matplotlib", "seaborn", "great-expectations",
    "papermill", "ipykernel", "nbconvert", "pypandoc_binary", "typst", "openpyxl", "python-docx",
)  # fmt: skip


def file_hash(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def input_files(workspace: Workspace, trust_year: TrustYear) -> list[Path]:
    """Every file of the workspace that belongs to a trust-year, and last year's tables."""
    files = [workspace.params_file(trust_year)]
    files += sorted(path for path in workspace.data_folder(trust_year).rglob("*") if path.is_file())
    files += sorted(workspace.data_folder(trust_year.previous).glob("*.csv"))
    return [path for path in files if path.is_file()]


def code_hashes(workspace: Workspace) -> dict[str, str]:
    """One hash for each part of the program that a report is made by."""
    parts = {
        "package": [p for p in PACKAGE.rglob("*") if p.suffix in {".py", ".lua", ".yaml", ".csv"}],
        "notebooks": list(workspace.templates("notebooks").glob("*.ipynb")),
        "expectations": list(workspace.templates("expectations").glob("*.json")),
        "report": [p for p in workspace.templates("report").rglob("*") if p.is_file()],
    }
    return {name: _tree_hash(files) for name, files in parts.items()}


def versions() -> dict[str, str]:
    """Programs by name, with their version."""
    found = {"Python": platform.python_version()}
    return found | {name: version(name) for name in DISTRIBUTIONS}


def platform_name() -> str:
    return f"{sys.platform} {platform.machine()}"


def _tree_hash(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(files, key=lambda p: p.as_posix()):
        if "_workspace" in path.parts or "__pycache__" in path.parts:
            continue
        digest.update(f"{path.name}\0{file_hash(path)}\n".encode())
    return digest.hexdigest()
