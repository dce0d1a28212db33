"""Loads large libraries in less time than they take by themselves."""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without_collecting() -> Iterator[None]:
    """Load without looking for garbage: there is hardly any, and the search takes a tenth."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


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
