"""Loads large libraries in less time than they take by themselves."""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast

SELDOM = 50_000  # new objects that are still there


@contextmanager
def without_collecting() -> Iterator[None]:
    """Load without looking for garbage: there is hardly any, and the search takes a tenth.

    Where a process looks for it seldom, what it has loaded is not looked through later either: all
    of it would be at the next object that is made.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if gc.get_threshold()[0] == SELDOM:
            gc.freeze()
        if enabled:
            gc.enable()


def collect_seldom() -> None:
    """Look for garbage in this process after 50,000 new objects, not after 700 as Python does.

    For a process that holds hundreds of thousands of objects of its libraries, makes some hundred
    thousand more in a second, and then ends or waits: to look through them takes a sixth of it.
    """
    gc.set_threshold(SELDOM)


class Later(ModuleType):
    """A module that is loaded when it is first asked for something that it does not have yet.

    Python's own ``LazyLoader`` loads it as soon as a second module imports it, since the import
    looks at ``__spec__``; that stands here from the start. ``__path__`` does not: who looks for it
    is about to import a part of the package, which must be loaded before its parts.
    """

    def __getattr__(self, name: str) -> object:
        spec = object.__getattribute__(self, "__spec__")
        self.__class__ = ModuleType  # type: ignore[assignment]
        vars(self).update(vars(importlib.util.module_from_spec(spec)))
        with without_collecting():
            spec.loader.exec_module(self)
        return getattr(self, name)


def load_when_used(name: str) -> None:
    """Let a module, or a package with all that it loads, be loaded when it is first asked for
    something.

    For what a library brings in for a few who need it. Nothing happens where it is loaded already
    or not installed.
    """
    if name in sys.modules:
        return
    package, _, own = name.rpartition(".")
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = Later(name)
    module.__spec__ = spec
    sys.modules[name] = module
    # As the import of a module does: who asks its package for it must not import it again.
    if package:
        setattr(sys.modules[package], own, module)


@contextmanager
def names_when_used(packages: Collection[str]) -> Iterator[None]:
    """Let packages that are loaded meanwhile take a name from their own modules when it is used.

    packages: each with an ``__init__`` that gathers names of modules below it. What the rest of
    that file uses is imported as it stands; any other name is there as soon as it is asked for.
    """
    finder = _Gatherers(packages)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Gatherers(MetaPathFinder):
    def __init__(self, packages: Collection[str]) -> None:
        self.packages = packages

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self.packages else None
        if spec is None or type(spec.loader) is not SourceFileLoader:
            return None
        spec.loader = _NamesLater(name, spec.loader.path)
        return spec


class _NamesLater(SourceFileLoader):
    """Loads a package without the names that its own ``__init__`` does not use."""

    def exec_module(self, module: ModuleType) -> None:
        import ast

        tree = ast.parse(self.get_data(self.path))
        later = _taken_out(tree, module.__name__)

        def look(name: str) -> object:
            if name not in later:
                raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}")
            of, own = later[name]
            value = getattr(importlib.import_module(of), own)
            setattr(module, name, value)
            return value

        vars(module)["__getattr__"] = look
        vars(module)["__dir__"] = lambda: sorted({*vars(module), *later})
        exec(compile(tree, self.path, "exec", dont_inherit=True), vars(module))


def _taken_out(tree: ast.Module, package: str) -> dict[str, tuple[str, str]]:
    """Take imports of names that are not used here out of the file; the module and the name there,
    by the name here."""
    import ast

    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    later = {}
    for statement in list(tree.body):
        if not isinstance(statement, ast.ImportFrom):
            continue
        of = "." * statement.level + (statement.module or "")
        of = importlib.util.resolve_name(of, package) if statement.level else of
        names = {alias.asname or alias.name: (of, alias.name) for alias in statement.names}
        if of.startswith(f"{package}.") and used.isdisjoint(names) and "*" not in names:
            later.update(names)
            tree.body.remove(statement)
    return later
