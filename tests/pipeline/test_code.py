"""What each kind of step runs is what its key counts as code and as environment."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wres_report.pipeline import closure, code
from wres_report.pipeline.closure import DISTRIBUTION_OF, STARTS, closures, imports_of
from wres_report.pipeline.code import code_of, environment_of
from wres_report.program import DISTRIBUTIONS, ENGINE, PACKAGE, package_files, package_hashes
from wres_report.store import Store

MODULES = sorted(file for file in package_files() if file.endswith(".py"))
# Loads the modules that a step begins with, and tells which of ours and of others are loaded.
LOADED = """
import sys
from importlib import import_module
for name in sys.argv[1:]:
    if name.startswith("papermill_warm"):
        import papermill  # it loads its engines, this one among them
    import_module(name)
print(*{name for name in sys.modules if not name.startswith("_")})
"""


@pytest.mark.parametrize("step", STARTS)
def test_a_step_counts_every_module_that_is_loaded_with_it(step: str) -> None:
    names = [file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
             for file in STARTS[step]]  # fmt: skip
    told = subprocess.run(
        [sys.executable, "-c", LOADED, *names], capture_output=True, text=True, check=True
    )
    loaded = set(told.stdout.split())
    own = {name for name in loaded if name.partition(".")[0] in (PACKAGE.name, ENGINE)}
    counted = {file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
               for file in closures()[step].modules}  # fmt: skip
    assert own
    assert own <= counted
    others = {DISTRIBUTION_OF[name] for name in loaded if name in DISTRIBUTION_OF}
    assert others <= set(environment_of(step))


def test_the_gate_counts_what_tells_it_which_letters_the_fonts_have() -> None:
    assert {"matplotlib", "font-source-sans-pro", "great-expectations"} <= set(
        environment_of("gate")
    )


def test_what_a_module_names_is_read_from_its_text_as_python_reads_it() -> None:
    assert {file: imports_of(file) for file in MODULES} == {
        file: _as_python_reads(file) for file in MODULES
    }


def _as_python_reads(file: str) -> set[str]:
    path = PACKAGE.parent / file
    package = ".".join(Path(file).parent.parts)
    own = package.partition(".")[0]
    beside = {other.name: f"{package}.{other.stem}" for other in path.parent.glob("*.py")}
    found = {own, package}
    for node in _run(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            module = f"{package}.{node.module or ''}".rstrip(".") if node.level else node.module
            found |= {str(module), *(f"{module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if node.value in beside:
                found.add(beside[node.value])
            elif re.fullmatch(rf"{own}\.[\w./]+", node.value):
                found.add(node.value)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            given = str(node.args[0].value)
            found |= {given} & set(DISTRIBUTION_OF)
    return found


def _run(tree: ast.AST) -> Iterator[ast.AST]:
    """Every part of a module but what is there for the checker of types alone."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            waiting += node.orelse
        else:
            waiting += ast.iter_child_nodes(node)


def test_a_step_counts_no_module_that_it_does_not_load() -> None:
    modules = closures()["format"].modules
    assert "wres_report/report/renderers.py" in modules
    assert not any(file.startswith("wres_report/gate/") for file in modules)
    assert "distributed" not in environment_of("notebook")


def test_what_stands_beside_a_module_counts_with_it() -> None:
    modules = closures()["staging"].modules
    assert {"wres_report/claims/topics.toml", "wres_report/claims/lexicon.txt"} <= modules
    assert "wres_report/report/typst_compile.py" in closures()["format"].modules
    assert any(file.startswith("wres_report/report/lua/") for file in closures()["format"].modules)


def test_a_changed_module_changes_the_steps_that_load_it_and_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = {step: code_of(step) for step in STARTS}
    code._hashes_by_part.cache_clear()
    changed = package_files() | {"wres_report/gate/plans.py": "0" * 64}
    monkeypatch.setattr(code, "package_files", lambda: changed)
    after = {step: code_of(step) for step in STARTS}
    code._hashes_by_part.cache_clear()
    assert before["gate"]["gate"] != after["gate"]["gate"]
    assert before["format"] == after["format"]
    assert before["notebook"] == after["notebook"]


def test_every_module_that_is_not_ours_has_a_distribution() -> None:
    standard_library = sys.stdlib_module_names
    found = {name.partition(".")[0] for file in MODULES for name in imports_of(file)}
    others = found - standard_library - {PACKAGE.name, ENGINE, "ipykernel_launcher"}
    assert others - set(DISTRIBUTION_OF) == set()


def test_what_a_step_prints_or_may_be_used_in_a_notebook_counts_whatever_is_imported() -> None:
    found = closures()
    assert {"wres-report", "seaborn", "scipy"} <= found["notebook"].distributions
    assert set(DISTRIBUTIONS) <= found["staging"].distributions


def test_the_store_keeps_what_was_found_until_the_program_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path)
    monkeypatch.setattr(closure, "_known", {})
    found = closures(store)
    monkeypatch.setattr(closure, "_known", {})
    monkeypatch.setattr(closure, "closure_of", lambda *_: pytest.fail("it was kept"))
    assert closures(store) == found
    monkeypatch.setattr(closure, "_known", {})
    monkeypatch.setattr(closure, "program_hash", lambda: "of another version of pandas")
    with pytest.raises(pytest.fail.Exception):
        closures(store)


def test_an_import_for_types_alone_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(closure, "PACKAGE", tmp_path / "wres_report")
    file = tmp_path / "wres_report" / "gate" / "new.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        "if TYPE_CHECKING:\n    from wres_report.charts import board\nelse:\n    import numpy\n"
        "def later():\n    from wres_report.store import Store\n"
    )
    names = imports_of("wres_report/gate/new.py")
    assert {"numpy", "wres_report.store"} <= names
    assert not any(re.match(r"wres_report\.charts", name) for name in names)


def test_the_hashes_of_the_code_name_every_package() -> None:
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert packages - {"_workspace"} <= set(package_hashes())
