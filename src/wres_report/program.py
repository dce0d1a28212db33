"""What this program is where it runs: its files, their hashes, and the versions it stands on."""

from __future__ import annotations

import importlib.util
import platform
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from wres_report.hashes import file_hash, files_below, json_hash

PACKAGE = Path(__file__).resolve().parent
SOURCES = (".py", ".lua", ".yaml", ".csv", ".json", ".html", ".css", ".js", ".toml", ".txt")
ENGINE = "papermill_warm"
# The programs whose version can change what a report looks like.
DISTRIBUTIONS = (
    "wres-report", "pandas", "numpy", "scipy", "matplotlib", "seaborn", "great-expectations",
    "papermill", "ipykernel", "nbconvert", "pypandoc_binary", "typst", "openpyxl",
    "font-source-sans-pro", "ipython", "lxml", "nbclient", "nbformat", "nh3", "pillow", "pyyaml",
)  # fmt: skip


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
        parts.setdefault(part_of(path), {})[path.partition("/")[2]] = digest
    return {part: json_hash(hashes) for part, hashes in sorted(parts.items())}


def part_of(path: str) -> str:
    """The package or module at the top of ``wres_report`` that a file of the program is of."""
    package, _, name = path.partition("/")
    return ENGINE if package == ENGINE else name.partition("/")[0].removesuffix(".py")


@cache
def versions(names: Iterable[str] = ("Python", *DISTRIBUTIONS)) -> dict[str, str]:
    """Programs by name, with their version; one that is not installed is ``absent``."""
    return {name: _version(name) for name in names}


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


def as_it_runs() -> dict[str, dict[str, str]]:
    """What runs in this process: ``versions`` by program, and ``code``, the hash of each part.

    A notebook hands it over, so that the build knows what it really ran with.
    """
    return {"versions": versions(), "code": package_hashes()}
