"""The settings of matplotlib, where it is loaded: each kernel has its own."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

BACKEND = "MPLBACKEND"
INLINE_BACKEND = "matplotlib_inline.backend_inline"
INLINE = f"module://{INLINE_BACKEND}"
UNSEEN = "agg"


@dataclass(frozen=True)
class PlotSettings:
    """rc: the rcParams, None for those of a new process. backend: what pyplot draws with, None if
    it has not been needed yet. figures: those that are open."""

    rc: dict[str, Any] | None = None
    backend: object = None
    figures: Any = field(default_factory=OrderedDict)

    @classmethod
    def now(cls) -> PlotSettings:
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is None:
            return cls()
        rc = dict(dict.items(matplotlib.rcParams))
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is None:
            return cls(rc)
        return cls(rc, pyplot._backend_mod, _open_figures().figs)

    def restore(self) -> None:
        matplotlib = sys.modules.get("matplotlib")
        if matplotlib is None:
            return
        # As plain dictionaries: they warn of some names, and resolve the backend when asked for it.
        dict.update(matplotlib.rcParams, self.rc or _new_rc(matplotlib))
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot._backend_mod = self.backend  # type: ignore[attr-defined]
            _open_figures().figs = self.figures


def load_drawing() -> None:
    """Load what the inline backend draws with, where pyplot is loaded.

    Not the inline backend itself: that it is loaded can be seen in the settings.
    """
    if "matplotlib.pyplot" in sys.modules:
        importlib.import_module("matplotlib.backends.backend_agg")


def forget_plots() -> None:
    """Let matplotlib look as in a new kernel, which chooses the inline backend."""
    if "matplotlib" in sys.modules:
        rc = _new_rc(sys.modules["matplotlib"])
        rc["backend"] = os.environ.get(BACKEND) or INLINE
        PlotSettings(rc).restore()


@contextlib.contextmanager
def drawing_unseen() -> Iterator[None]:
    """Let code draw without a trace in the settings, and without loading the inline backend."""
    kept, backend = PlotSettings.now(), os.environ.get(BACKEND)
    os.environ[BACKEND] = UNSEEN
    PlotSettings(kept.rc and kept.rc | {"backend": UNSEEN}).restore()
    try:
        yield
    finally:
        if backend is None:
            del os.environ[BACKEND]
        else:
            os.environ[BACKEND] = backend
        kept.restore()


def _open_figures() -> Any:
    return sys.modules["matplotlib._pylab_helpers"].Gcf


def _new_rc(matplotlib: Any) -> dict[str, Any]:
    rc = dict(dict.items(matplotlib.rcParamsOrig))
    if os.environ.get(BACKEND):
        rc["backend"] = os.environ[BACKEND]
    return rc
