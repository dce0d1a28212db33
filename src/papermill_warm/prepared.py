"""The prepared process: it has loaded what every notebook needs, and runs none itself."""

from __future__ import annotations

import atexit
import importlib
import importlib.util
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from papermill_warm.guards import reason_for_cold
from papermill_warm.plots import drawing_unseen, load_drawing
from papermill_warm.state import ProcessState, make_process_new

if TYPE_CHECKING:
    from papermill_warm.kernel import IPKernelApp

PRELOAD = "PAPERMILL_WARM_PRELOAD"
# What IPython and ipykernel load when they first need it, and nearly every notebook does.
LOADED_LATE = (
    "IPython.core.logger",
    "IPython.core.magics.execution",
    "IPython.core.pylabtools",
    "encodings.unicode_escape",
    "ipykernel.kernelspec",
    "pexpect",
    "tornado.platform.asyncio",
)
# What nbclient starts a kernel with. The file is not there: nobody connects.
KERNEL_ARGUMENTS = ["-f", "kernel-warm.json", "--HistoryManager.hist_file=:memory:"]


class PreparedKernel:
    """A kernel that has run no cell, in a process that goes on without it.

    app: its application. state: what the process looks like for it. environment: the variables
    that it, and the modules loaded for it, have set.
    """

    def __init__(self) -> None:
        self.app: IPKernelApp
        self.state: ProcessState
        self.environment: dict[str, str] = {}
        with self._kept():
            make_process_new([_launcher(), *KERNEL_ARGUMENTS])
            # Only now, so that it finds a new process; and where there is no fork, it cannot be.
            from papermill_warm.kernel import IPKernelApp

            self.app = IPKernelApp.instance()
            self.app.initialize(KERNEL_ARGUMENTS)  # type: ignore[no-untyped-call]
            # Signatures are for messages that others could send as well.
            self.app.session.key = b""
            _load(LOADED_LATE)
            # Not for the end of this process.
            atexit.unregister(self.app.shell.atexit_operations)

    def load(self, modules: Iterable[str], warm_up: Callable[[], object] | None = None) -> None:
        """Load modules as a notebook would, and call ``warm_up`` then. Raises ImportError."""
        with self._kept():
            self.take_on()
            _load(modules)
            load_drawing()
            if warm_up is not None:
                with drawing_unseen():
                    warm_up()

    def take_on(self) -> None:
        """Let this process look as the kernel's from now on."""
        os.environ.update(self.environment)
        self.state.restore()

    @contextmanager
    def _kept(self) -> Iterator[None]:
        own, variables = ProcessState.now(), dict(os.environ)
        try:
            yield
        finally:
            self.state = ProcessState.now().without_loggers_of(own)
            self.environment |= {
                name: value for name, value in os.environ.items() if variables.get(name) != value
            }
            for name in os.environ.keys() - variables.keys():
                del os.environ[name]
            os.environ.update(variables)
            own.restore()


def _launcher() -> str:
    """The file that a kernel is started with."""
    spec = importlib.util.find_spec("ipykernel_launcher")
    return str(spec.origin) if spec is not None else ""


def _load(modules: Iterable[str]) -> None:
    for name in modules:
        importlib.import_module(name)


_prepared: PreparedKernel | None = None


def prepare(modules: Iterable[str] = (), warm_up: Callable[[], object] | None = None) -> None:
    """Load a kernel and what notebooks import, for all notebooks that this process will run.

    modules: names of what notebooks import. warm_up: called once afterwards, to fill caches, as by
    drawing a figure; what it draws and what it sets in matplotlib's rcParams is undone.

    Does nothing where this process cannot be forked. May be called again, for more modules. Raises
    ImportError for a module that there is not.
    """
    global _prepared
    if reason_for_cold():
        return
    if _prepared is None:
        _prepared = PreparedKernel()
    _prepared.load(modules, warm_up)


def prepared_kernel() -> PreparedKernel | None:
    """What ``prepare`` has made. If nobody has called it, it is called with the modules that the
    environment names. None where this process cannot be forked."""
    if _prepared is None:
        names = os.environ.get(PRELOAD, "").split(",")
        prepare(name.strip() for name in names if name.strip())
    return _prepared
