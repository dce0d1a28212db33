"""Loads large libraries in less time than they take by themselves."""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


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


def load_when_used(name: str) -> None:
    """Let a module of a package be loaded when something of it is first asked for.

    For what a library brings in for a few who need it. Nothing happens where it is loaded already
    or not installed.
    """
    if name in sys.modules:
        return
    package, _, own = name.rpartition(".")
    spec = importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    loader = importlib.util.LazyLoader(spec.loader)
    spec.loader = loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    loader.exec_module(module)
    # As the import of a module does: who asks its package for it must not import it again.
    setattr(sys.modules[package], own, module)
