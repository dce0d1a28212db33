"""The settings of matplotlib, where it is loaded: each kernel has its own."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

BACKEND = "MPLBACKEND"
INLINE_BACKEND = "matplotlib_inline.backend_inline"
UNSEEN = "agg"


@dataclass(frozen=True)
class PlotSettings:
    """rc: the rcParams. backend: what pyplot draws with. Both None: those of a new process."""

    rc: dict[str, Any] | None = None
    backend: object = None

    @classmethod
    def now(cls) -> PlotSettings:
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is None:
            return cls()
        pyplot = sys.modules.get("matplotlib.pyplot")
        return cls(dict(dict.items(matplotlib.rcParams)), getattr(pyplot, "_backend_mod", None))

    def restore(self) -> None:
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is None:
            return
        # As plain dictionaries: they warn of some names, and resolve the backend when asked for it.
        dict.update(matplotlib.rcParams, self.rc or _new_rc(matplotlib))
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot._backend_mod = self.backend  # type: ignore[attr-defined]


def load_drawing() -> None:
    """Load what the inline backend draws with, where pyplot is loaded.

    Not the inline backend itself: that it is loaded can be seen in the settings.
    """
    if "matplotlib.pyplot" in sys.modules:
        importlib.import_module("matplotlib.backends.backend_agg")


@contextlib.contextmanager
def drawing_unseen() -> Iterator[None]:
    """Let code draw without a trace in the settings, and without loading the inline backend."""
    kept, backend = PlotSettings.now(), os.environ.get(BACKEND)
    os.environ[BACKEND] = UNSEEN
    PlotSettings((kept.rc or {}) | {"backend": UNSEEN} if kept.rc else None).restore()
    try:
        yield
    finally:
        if "matplotlib.pyplot" in sys.modules:
            sys.modules["matplotlib.pyplot"].close("all")
        if backend is None:
            del os.environ[BACKEND]
        else:
            os.environ[BACKEND] = backend
        kept.restore()


def _new_rc(matplotlib: Any) -> dict[str, Any]:
    rc = dict(dict.items(matplotlib.rcParamsOrig))
    if os.environ.get(BACKEND):
        rc["backend"] = os.environ[BACKEND]
    return rc
