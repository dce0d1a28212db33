"""What each kind of step runs is what its key counts as code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import wres_report
from wres_report.build.code import CODE
from wres_report.program import package_hashes

ROOT = Path(wres_report.__file__).parent
# Where each kind of step starts.
STARTS = {
    "gate": ("gate/__init__.py", "gate/running.py"),
    "notebook": ("notebook/__init__.py", "execution/running.py", "execution/handover.py"),
    "staging": ("build/staging.py",),
    "format": ("report/renderers.py",),
}


def module_file(name: str) -> Path | None:
    path = ROOT.parent / Path(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return file
    return None


def imports_of(path: Path) -> set[str]:
    found = set()
    package = ".".join(path.relative_to(ROOT.parent).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = f"{package}.{node.module or ''}".rstrip(".") if node.level else node.module
            found.add(str(module))
            found |= {f"{module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.startswith("wres_report")}


def packages_reached(starts: tuple[str, ...]) -> set[str]:
    """Every package and module at the top of ``wres_report`` that the starts import."""
    waiting = [ROOT / start for start in starts]
    seen: set[Path] = set()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        waiting += [file for name in imports_of(path) if (file := module_file(name))]
    return {path.relative_to(ROOT).with_suffix("").parts[0] for path in seen}


@pytest.mark.parametrize("step", CODE)
def test_a_step_counts_every_package_that_it_imports(step: str) -> None:
    missing = packages_reached(STARTS[step]) - set(CODE[step])
    assert not missing


def test_the_hashes_of_the_code_name_every_package() -> None:
    hashes = package_hashes()
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"_workspace"} <= set(hashes)
    assert {name for names in CODE.values() for name in names} <= set(hashes)
