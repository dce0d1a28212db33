"""The kernel of a program that runs notebooks for itself: always its own Python.

Jupyter looks for a kernel of the name ``python3`` in the folders of the user, of ``JUPYTER_PATH``
and of the environment, and takes the first, which may be another Python with other packages. A
program whose notebooks belong to it gives papermill this manager:

    papermill.execute_notebook(..., engine_name="warm", kernel_manager_class=OwnKernelManager)

The notebook then runs in a fork of the program, or, without the warm engine, in a new process of
the same Python.
"""

from __future__ import annotations

import ctypes
import signal
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from traitlets import Instance, default

DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of Linux
COMMAND = ("-m", "ipykernel_launcher", "-f", "{connection_file}")
# Otherwise a variable may name another one, which starts kernels elsewhere.
HERE = {"kernel_provisioner": {"provisioner_name": "local-provisioner", "config": {}}}


class OwnKernelSpecManager(KernelSpecManager):
    """Knows one kernel, whatever it is called: ipykernel in the Python that runs this program."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        return KernelSpec(
            argv=[sys.executable, *COMMAND],
            name=kernel_name,
            display_name="Python 3 (ipykernel)",
            language="python",
            metadata=HERE,
        )


class OwnKernelManager(AsyncKernelManager):
    """Starts kernels of ``OwnKernelSpecManager``, which end with this process where it is killed.

    A kernel looks for its parent once a second, but not before it has loaded everything.
    """

    kernel_spec_manager: Any = Instance(KernelSpecManager)

    async def start_kernel(self, **options: Any) -> None:  # type: ignore[override]
        """Start the kernel. options: as of the base class."""
        if sys.platform == "linux":
            options.setdefault("preexec_fn", _die_with_parent_of(_system()))
        await super().start_kernel(**options)

    @default("kernel_spec_manager")
    def _own_kernels_alone(self) -> OwnKernelSpecManager:
        return OwnKernelSpecManager(parent=self)


@cache
def _system() -> Any:
    # Loaded before the fork: between it and the start of a program little may be done.
    return ctypes.CDLL(None)


def _die_with_parent_of(system: Any) -> Callable[[], object]:
    return lambda: system.prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
