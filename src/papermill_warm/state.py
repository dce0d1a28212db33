"""What a kernel sets in its process and a notebook can see.

The prepared process has two such states: its own, and that of a kernel that has not run a cell yet.
It takes on the second one while it prepares, and every fork takes it on for good.
"""

from __future__ import annotations

import builtins
import faulthandler
import gc
import importlib
import json
import logging
import os
import pdb
import subprocess
import sys
import warnings
import weakref
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

from traitlets.config import SingletonConfigurable

from papermill_warm.plots import INLINE_BACKEND, PlotSettings, forget_plots

# A kernel puts its own functions, streams and lists into these.
MODULES: tuple[ModuleType, ...] = (builtins, faulthandler, logging, pdb, sys, warnings)
# They look for a shell once, when they are imported, and keep to what they found: the backend shows
# no picture without one, and tqdm chooses a kind of bar.
LOOK_FOR_SHELL = (INLINE_BACKEND, "tqdm.auto", "tqdm.autonotebook")
KEPT = ("__main__", *LOOK_FOR_SHELL)
LOGGER_ATTRIBUTES = ("level", "propagate", "disabled")
# The folder of the program, or the current one, stands first where it is searched.
ASK = (
    "import builtins, gc, json, sys;"
    "print(json.dumps([sys.path[not sys.flags.safe_path:], [*vars(builtins)], gc.get_threshold()]))"
)


@dataclass(frozen=True)
class ProcessState:
    """The globals of a process. namespaces: of ``MODULES``. modules: those of ``KEPT``
    that are loaded.

    singletons: the one application, kernel and shell, by class. loggers: attributes and handlers.
    collecting: how often garbage is looked for, as ``gc.get_threshold`` tells it.
    """

    namespaces: dict[ModuleType, dict[str, Any]]
    modules: dict[str, ModuleType]
    singletons: dict[type[SingletonConfigurable], SingletonConfigurable | None]
    loggers: dict[logging.Logger, tuple[dict[str, Any], list[logging.Handler]]]
    plots: PlotSettings
    collecting: tuple[int, int, int]

    @classmethod
    def now(cls) -> ProcessState:
        return cls(
            {module: dict(vars(module)) for module in MODULES},
            {name: sys.modules[name] for name in KEPT if name in sys.modules},
            {owner: owner._instance for owner in _singletons()},
            {logger: _logger_state(logger) for logger in _loggers()},
            PlotSettings.now(),
            gc.get_threshold(),
        )

    def without_loggers_of(self, other: ProcessState) -> ProcessState:
        """This state, with only the loggers that are not as in the other one."""
        changed = {
            logger: state
            for logger, state in self.loggers.items()
            if logger is logging.root or other.loggers.get(logger) != state
        }
        return replace(self, loggers=changed)

    def restore(self) -> None:
        for module, namespace in self.namespaces.items():
            vars(module).update(namespace)
            for name in vars(module).keys() - namespace.keys():
                del vars(module)[name]
        _forget_lookers()
        sys.modules.update(self.modules)
        for owner in _singletons():
            owner._instance = self.singletons.get(owner)
        for logger, (attributes, handlers) in self.loggers.items():
            vars(logger).update(attributes)
            logger.handlers[:] = handlers
        _settings_have_changed()
        self.plots.restore()
        gc.set_threshold(*self.collecting)


def make_process_new(arguments: list[str]) -> None:
    """Let this process look as a Python that was started with ``arguments`` a moment ago.

    What libraries keep in themselves stays as it is.
    """
    for owner in _singletons():
        owner._instance = None
    sys.argv = arguments
    sys.path, names, collecting = _new_python()
    gc.set_threshold(*collecting)
    for name in vars(builtins).keys() - names:
        del vars(builtins)[name]
    _make_warnings_new()
    # Configuring the kernel's log closes the handlers in these, which belong to others.
    vars(logging).update(_handlers=weakref.WeakValueDictionary(), _handlerList=[])
    logging.root.handlers.clear()
    logging.root.level = logging.WARNING
    logging.disable(logging.NOTSET)
    _settings_have_changed()
    _forget_lookers()
    forget_plots()


def _forget_lookers() -> None:
    for name in LOOK_FOR_SHELL:
        sys.modules.pop(name, None)


def _singletons() -> list[Any]:
    """The classes of which there is one instance at most, as far as they are loaded."""
    found = [SingletonConfigurable]
    for owner in found:
        found += owner.__subclasses__()
    return found


def _loggers() -> list[logging.Logger]:
    named = logging.root.manager.loggerDict.values()
    return [logging.root, *(one for one in named if isinstance(one, logging.Logger))]


def _logger_state(logger: logging.Logger) -> tuple[dict[str, Any], list[logging.Handler]]:
    return {name: getattr(logger, name) for name in LOGGER_ATTRIBUTES}, list(logger.handlers)


def _settings_have_changed() -> None:
    """Have Python look again at what it remembers of filters of warnings and levels of loggers."""
    warnings._filters_mutated()  # type: ignore[attr-defined]
    logging.root.manager._clear_cache()  # type: ignore[attr-defined]


def _make_warnings_new() -> None:
    # Its functions may be replaced as well, by a program that records warnings.
    importlib.reload(warnings)
    warnings.filters = []
    for category in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
        warnings.simplefilter("ignore", category)
    warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
    options = os.environ.get("PYTHONWARNINGS", "")
    warnings._processoptions(options.split(",") if options else [])  # type: ignore[attr-defined]


def _new_python() -> tuple[list[str], list[str], list[int]]:
    """The ``sys.path``, the names of the builtins and how often garbage is looked for in a new
    Python, since the program that runs in this one may have changed its own."""
    answer = subprocess.run(
        [sys.executable, "-c", ASK], stdout=subprocess.PIPE, text=True, check=True
    )
    path, names, collecting = json.loads(answer.stdout.splitlines()[-1])
    return path, names, collecting
