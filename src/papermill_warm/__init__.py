"""A papermill engine that runs each notebook in a fork of a prepared process.

A stock run starts a Python, loads the kernel and imports what the notebook imports; all of that
happens again for every notebook. Here it happens once, in :func:`prepare`, and each notebook runs
in a fork of the process that did it. The notebook is executed by the same code as always, nbclient
on one side and ipykernel on the other; only the way between them is a socket pair.

- On the command line: ``papermill --engine warm in.ipynb out.ipynb``.
- In Python: ``papermill.execute_notebook("in.ipynb", "out.ipynb", engine_name="warm")``.

The environment variable ``PAPERMILL_WARM_PRELOAD`` names modules to import before the first
notebook, separated by commas. Where a process cannot be forked safely, notebooks run in a kernel of
their own as without this engine; :func:`reason_for_cold` says why.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from papermill_warm.engine import WarmEngine, register
    from papermill_warm.guards import reason_for_cold
    from papermill_warm.own import OwnKernelManager
    from papermill_warm.prepared import prepare

# papermill loads pyarrow where it is installed, and the jemalloc in it then starts a thread that
# outlives a fork, unless it was told otherwise before. Whoever has set the variable is obeyed.
os.environ.setdefault("JE_ARROW_MALLOC_CONF", "background_thread:false")

__all__ = ["OwnKernelManager", "WarmEngine", "prepare", "reason_for_cold", "register"]
PLACES = {
    "WarmEngine": "engine",
    "register": "engine",
    "reason_for_cold": "guards",
    "prepare": "prepared",
    "OwnKernelManager": "own",
}


def __getattr__(name: str) -> object:
    """Load what is asked for: papermill asks for the engine while it is itself being imported."""
    if name not in PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if PLACES[name] == "engine":
        import papermill  # noqa: F401
    return getattr(import_module(f"{__name__}.{PLACES[name]}"), name)
