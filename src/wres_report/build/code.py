"""What the program itself is: the hashes of its parts, and the versions of what it stands on."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wres_report.build.hashing import file_hash, files_below, json_hash, tree_hashes
from wres_report.inputs.workspace import Workspace

PACKAGE = Path(__file__).resolve().parents[1]
SOURCES = (".py", ".lua", ".yaml", ".csv", ".json", ".html", ".css", ".js", ".txt")
ENGINE = "papermill_warm"
STANDARD = "standard"
TEMPLATES = ("notebooks", "expectations", "report")

# What is at the bottom of every step.
_GROUND = (
    "__init__", "faults", "files", "inputs", "loading", "marks", "measures", "plans", "standard",
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
        "binding",
        "build",
        "claims",
        "diff",
        "fragments",
        "narrative",
        "plan_files",
        "provenance",
        "report",
        "store",
    ),
    "format": ("__init__", "faults", "files", "report", "typefaces", "words", "yaml_loaders"),
}
# The programs whose version can change what a report looks like.
DISTRIBUTIONS = (
    "wres-report", "pandas", "numpy", "scipy", "matplotlib", "seaborn", "great-expectations",
    "papermill", "ipykernel", "nbconvert", "pypandoc_binary", "typst", "openpyxl", "python-docx",
    "font-source-sans-pro", "ipython", "lxml", "nbclient", "nbformat", "pillow", "pyyaml",
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
def package_files() -> dict[str, str]:
    """Hash by path, from the folder that the packages stand in, of every file of the program."""
    return {name: file_hash(path) for name, path in program_files().items()}


def program_files() -> dict[str, Path]:
    """Every file of the program, by its path from the folder that the packages stand in."""
    files = {
        f"{PACKAGE.name}/{name}": path
        for name, path in files_below(PACKAGE)
        if name.endswith(SOURCES) and not name.startswith("_workspace/")
    }
    engine = importlib.util.find_spec(ENGINE)
    if engine is not None and engine.origin is not None:
        found = files_below(Path(engine.origin).parent)
        files |= {f"{ENGINE}/{name}": path for name, path in found if name.endswith(".py")}
    return files


@cache
def package_hashes() -> dict[str, str]:
    """One hash for each package and module at the top of ``wres_report``, and for the engine."""
    parts: dict[str, dict[str, str]] = {}
    for path, digest in package_files().items():
        package, _, name = path.partition("/")
        part = ENGINE if package == ENGINE else name.partition("/")[0].removesuffix(".py")
        parts.setdefault(part, {})[name] = digest
    return {part: json_hash(hashes) for part, hashes in sorted(parts.items())}


def code_of(step: str) -> dict[str, str]:
    """The hashes of the code that a kind of step runs, by package, the standard apart."""
    hashes = package_hashes()
    return {name: hashes[name] for name in sorted(CODE[step]) if name != STANDARD}


@cache
def template_hashes(folder: Path) -> dict[str, str]:
    """Hash by path of a folder of templates: ``notebooks``, ``expectations`` or ``report``."""
    return tree_hashes(folder)


def forget_templates() -> None:
    """Read the templates anew, in a process that builds more than once."""
    template_hashes.cache_clear()


def code_hashes(workspace: Workspace) -> dict[str, str]:
    """One hash for each part of the program that a report is made by, for its manifest."""
    parts = {"package": json_hash(package_hashes())}
    for name in TEMPLATES:
        parts[name] = json_hash(template_hashes(workspace.templates(name)))
    return parts


def code_files(workspace: Workspace) -> dict[str, dict[str, str]]:
    """Every file of the program with its hash, so that anybody can check it.

    ``package``: by path from the folder that the packages stand in. ``templates``: by path from
    the folder that ``notebooks``, ``expectations`` and ``report`` stand in.
    """
    templates = {
        f"{folder}/{name}": digest
        for folder in TEMPLATES
        for name, digest in template_hashes(workspace.templates(folder)).items()
    }
    return {"package": package_files(), "templates": templates}


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
