"""Loads Great Expectations in half the time that it takes by itself."""

from __future__ import annotations

import gc
import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

# Brought in for two expectations that few suites use, and half of all that is loaded.
WHEN_USED = "scipy.stats"


def load_great_expectations() -> ModuleType:
    """Import it, with its reports on how it is used switched off."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    _load_when_used(WHEN_USED)
    with _without_collecting():
        import great_expectations
    return great_expectations


def _load_when_used(name: str) -> None:
    """Let a module of a package be loaded when something of it is first asked for."""
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


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Load without looking for garbage: there is hardly any, and the search takes a tenth."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
