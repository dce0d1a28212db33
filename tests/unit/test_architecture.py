"""Arrows between the packages point one way: down the list in ``layers.toml``."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest

import wres_report

ROOT = Path(wres_report.__file__).parent
LIST = Path(__file__).with_name("layers.toml")
LAYERS = [set(names) for names in tomllib.loads(LIST.read_text(encoding="utf-8"))["layers"]]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(path for path in ROOT.rglob("*.py") if "_workspace" not in path.parts)


def package_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return "wres_report" if parts == ("__init__",) else listed(".".join(parts))


def listed(name: str) -> str:
    """The line of a module: that of the package within a package, where it has one."""
    within = ".".join(name.split(".")[:2])
    return within if within in LEVEL else name.partition(".")[0]


def imported_packages(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names = [node.module]
            if node.module == "wres_report":
                names = [f"wres_report.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            head, _, tail = name.partition(".")
            if head == "wres_report":
                package = listed(tail)
                found.add(package if package in LEVEL else "wres_report")
    return found


def test_every_package_and_module_has_one_place_in_the_list() -> None:
    listed = [name for names in LAYERS for name in names]
    assert sorted(listed) == sorted({package_of(path) for path in MODULES})


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_packages_below_its_own(path: Path) -> None:
    own = package_of(path)
    upwards = {name for name in imported_packages(path) - {own} if LEVEL[name] <= LEVEL[own]}
    assert not upwards


def test_no_module_has_more_than_300_lines() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): count
        for path in MODULES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long
