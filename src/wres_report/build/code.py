"""What the program itself is: the hashes of its parts, and the versions of what it stands on."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wres_report.build.hashing import json_hash, tree_hashes
from wres_report.inputs.workspace import Workspace

PACKAGE = Path(__file__).resolve().parents[1]
SOURCES = (".py", ".lua", ".yaml", ".csv", ".json", ".html", ".css", ".js")
ENGINE = "papermill_warm"
STANDARD = "standard"

# What is at the bottom of every step.
_GROUND = (
    "__init__", "faults", "files", "inputs", "loading", "measures", "plans", "standard",
    "typefaces", "words", "yaml_loaders",
)  # fmt: skip
_NOTEBOOK = (*_GROUND, "charts", "execution", "markdown", "mime", "notebook", ENGINE)
# The parts of the program that each step runs, by package; ``tests/build/test_code.py`` holds
# them against what the modules import.
CODE = {
    "gate": (*_GROUND, "gate"),
    "notebook": _NOTEBOOK,
    "staging": (
        *_NOTEBOOK,
        "build",
        "diff",
        "fragments",
        "narrative",
        "plan_files",
        "report",
        "store",
    ),
    "format": ("__init__", "faults", "files", "report", "typefaces", "words", "yaml_loaders"),
}
# The programs whose version can change what a report looks like.
DISTRIBUTIONS = (
    "wres-report", "pandas", "numpy", "scipy", "matplotlib", "seaborn", "great-expectations",
    "papermill", "ipykernel", "nbconvert", "pypandoc_binary", "typst", "openpyxl", "python-docx",
)  # fmt: skip
_MEASURING = ("Python", "numpy", "pandas")
ENVIRONMENT = {
    "gate": (*_MEASURING, "great-expectations"),
    "notebook": (
        *_MEASURING, "scipy", "matplotlib", "seaborn", "pillow", "font-source-sans-pro",
        "papermill", "nbclient", "nbformat", "nbconvert", "ipykernel", "ipython",
    ),
    "format": ("Python", "lxml", "pyyaml"),
}  # fmt: skip


@cache
def package_hashes() -> dict[str, str]:
    """One hash for each package and module at the top of ``wres_report``, and for the engine."""
    parts: dict[str, dict[str, str]] = {}
    for name, digest in tree_hashes(PACKAGE).items():
        if name.endswith(SOURCES) and not name.startswith("_workspace/"):
            part = name.partition("/")[0].removesuffix(".py")
            parts.setdefault(part, {})[name] = digest
    engine = importlib.util.find_spec(ENGINE)
    if engine is not None and engine.origin is not None:
        found = tree_hashes(Path(engine.origin).parent)
        parts[ENGINE] = {name: digest for name, digest in found.items() if name.endswith(".py")}
    return {part: json_hash(hashes) for part, hashes in sorted(parts.items())}


def code_of(step: str) -> dict[str, str]:
    """The hashes of the code that a kind of step runs, by package, the standard apart."""
    hashes = package_hashes()
    return {name: hashes[name] for name in sorted(CODE[step]) if name != STANDARD}


@cache
def template_hashes(folder: Path) -> dict[str, str]:
    """Hash by path of a folder of templates: ``notebooks``, ``expectations`` or ``report``."""
    return tree_hashes(folder)


def code_hashes(workspace: Workspace) -> dict[str, str]:
    """One hash for each part of the program that a report is made by, for its manifest."""
    parts = {"package": json_hash(package_hashes())}
    for name in ("notebooks", "expectations", "report"):
        parts[name] = json_hash(template_hashes(workspace.templates(name)))
    return parts


@cache
def versions(names: Iterable[str] = ("Python", *DISTRIBUTIONS)) -> dict[str, str]:
    """Programs by name, with their version; one that is not installed is ``absent``."""
    return {name: _version(name) for name in names}


def environment_of(step: str) -> dict[str, str]:
    """The versions that what a kind of step makes depends on, and the platform."""
    names = ENVIRONMENT.get(step, ("Python", *DISTRIBUTIONS))
    return {"platform": platform_name(), **versions(tuple(names))}


def platform_name() -> str:
    return f"{sys.platform} {platform.machine()}"


@cache
def _version(name: str) -> str:
    if name == "Python":
        return platform.python_version()
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
