"""Whether a notebook may run in a fork of this process, and why not."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from papermill_warm.holding import signals_held

TESTED_IPYKERNEL = 7
TASKS = Path("/proc/self/task")
# A thread of this name only waits for the end of a process: a fork misses nothing that it holds.
HARMLESS = "waits for the end of the parent"
# Arguments of papermill's own engine that speak of a kernel started by a command.
MANAGER = "kernel_manager_class"
FOREIGN_THREADS = "a library has started threads in this process that outlive a fork"
OF_PYARROW = (
    "; pyarrow does so unless JE_ARROW_MALLOC_CONF=background_thread:false is set before it is "
    "loaded, as papermill_warm does where it is imported before papermill"
)
ONLY_COLD = ("extra_arguments", MANAGER, "km")


def reason_for_cold() -> str:
    """Why this process cannot be forked for a notebook, empty if it can."""
    if not hasattr(os, "fork"):
        return "this system cannot fork a process"
    if os.environ.get("WRES_NO_FORK"):
        return "WRES_NO_FORK is set"
    if sys.platform == "darwin" and "matplotlib.backends._macosx" in sys.modules:
        return "the windows of macOS do not survive a fork"
    others = [t for t in threading.enumerate() if t is not threading.current_thread()]
    names = [thread.name for thread in others if thread.name != HARMLESS]
    if names:
        return f"this process has other threads: {', '.join(sorted(names))}"
    if threading.current_thread() is not threading.main_thread():
        return "it was asked for outside the main thread"
    if _has_foreign_threads():
        return FOREIGN_THREADS + (OF_PYARROW if "pyarrow" in sys.modules else "")
    return _reason_in_the_process()


def reason_for_kernel(kernel_name: str, arguments: Mapping[str, Any]) -> str:
    """Why a kernel of this name with these arguments of the engine cannot be a fork, or empty."""
    from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

    own = is_own_kernel(arguments)
    for name in ONLY_COLD:
        if arguments.get(name) and not (own and name == MANAGER):
            return f"the argument {name} is for a kernel with a process of its own"
    if own:
        return ""
    try:
        spec = KernelSpecManager().get_kernel_spec(kernel_name)
    except NoSuchKernel:
        return f"there is no kernel {kernel_name}"
    program = spec.argv[0] if spec.argv else ""
    if program not in {"python", "python3", _versioned_python(), sys.executable}:
        return f"the kernel {kernel_name} runs in another program: {program}"
    if not {"ipykernel_launcher", "ipykernel"} & set(spec.argv):
        return f"the kernel {kernel_name} is not ipykernel"
    if spec.env:
        return f"the kernel {kernel_name} sets environment variables"
    return ""


def is_own_kernel(arguments: Mapping[str, Any]) -> bool:
    """Whether the arguments of the engine ask for the kernel of ``papermill_warm.own``."""
    from papermill_warm.own import OwnKernelManager

    manager = arguments.get(MANAGER)
    return isinstance(manager, type) and issubclass(manager, OwnKernelManager)


def _reason_in_the_process() -> str:
    ipykernel = _version_of_ipykernel()
    if ipykernel.split(".")[0] != str(TESTED_IPYKERNEL):
        return f"ipykernel {ipykernel} is not of version {TESTED_IPYKERNEL}"
    shells = sys.modules.get("IPython.core.interactiveshell")
    if shells is not None and shells.InteractiveShell.initialized():
        return "this process is itself an IPython shell"
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return ""
    return "an event loop is running in this process"


def _has_foreign_threads() -> bool:
    """Whether there are threads that Python does not know and that do not mind a fork.

    A library that minds one, such as the OpenBLAS of numpy, ends its threads as soon as the process
    forks, and starts them again when it needs them. So the process is forked once for nothing.
    """
    if not TASKS.is_dir() or len(list(TASKS.iterdir())) == 1:
        return False
    with signals_held():
        child = os.fork()
        if child == 0:
            os._exit(0)
    os.waitpid(child, 0)
    return len(list(TASKS.iterdir())) > 1


@cache
def _version_of_ipykernel() -> str:
    return version("ipykernel")


def _versioned_python() -> str:
    return f"python{sys.version_info.major}.{sys.version_info.minor}"
