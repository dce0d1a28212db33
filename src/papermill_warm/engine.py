"""The engine that papermill finds under the name ``warm``."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from nbclient.exceptions import DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, NotebookExecutionManager, papermill_engines
from papermill.log import logger

from papermill_warm.guards import MANAGER, reason_for_cold, reason_for_kernel
from papermill_warm.prepared import PreparedKernel, prepared_kernel

if TYPE_CHECKING:
    from papermill_warm.manager import ForkedKernel

NAME = "warm"
# What papermill and nbclient call the same thing.
RENAMED = ("input_path", "timeout", "startup_timeout")
# A fork has a manager already.
NOT_FOR_FORKS = (*RENAMED, MANAGER)
# Seconds in which nbclient handles what the kernel has sent before it died.
LAST_MESSAGES = 0.05

_told: set[str] = set()


class WarmEngine(NBClientEngine):  # type: ignore[misc]
    """Runs a notebook in a fork of this process, or as ``NBClientEngine`` where that cannot be.

    Takes the arguments of that engine, and ``memory_limit``: bytes of address space for the
    notebook, in which Python raises MemoryError beyond that.
    """

    @classmethod
    def execute_notebook(
        cls,
        nb: Any,
        kernel_name: str,
        *arguments: Any,
        memory_limit: int | None = None,
        **options: Any,
    ) -> Any:
        prepared, reason = _prepared_or_reason(kernel_name, options)
        if prepared is None:
            _tell(reason, memory_limit)
            return NBClientEngine.execute_notebook(nb, kernel_name, *arguments, **options)
        # Only now: where there is no fork, it cannot be imported.
        from papermill_warm.manager import ForkedKernel

        # Forked before papermill makes its progress bar, which may start a thread.
        with ForkedKernel(prepared, memory_limit) as kernel, _no_thread_of_progress():
            return super().execute_notebook(
                nb, kernel_name, *arguments, forked_kernel=kernel, **options
            )

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        forked_kernel: ForkedKernel,
        start_timeout: int = 60,
        execution_timeout: int | None = None,
        **options: Any,
    ) -> Any:
        timeout = execution_timeout or options.get("timeout")
        kept = {name: value for name, value in options.items() if name not in NOT_FOR_FORKS}
        client = WarmNotebookClient(
            nb_man,
            km=forked_kernel,
            kernel_name=kernel_name,
            log=logger,
            timeout=timeout,
            startup_timeout=start_timeout,
            **kept,
        )
        return client.execute()


class WarmNotebookClient(PapermillNotebookClient):  # type: ignore[misc]
    """The client of papermill, which is told when the kernel dies instead of asking each second."""

    km: ForkedKernel

    def execute(self, **options: Any) -> Any:
        try:
            return super().execute(**options)
        except DeadKernelError:
            cell = self.code_cells_executed
            place = f"in cell {cell}" if cell else "before the first cell"
            raise DeadKernelError(f"Kernel died: {self.km.how_it_ended()} {place}") from None

    async def _async_poll_kernel_alive(self) -> None:
        await self.km.ended()
        await asyncio.sleep(LAST_MESSAGES)
        self.task_poll_for_reply.cancel()


def register() -> None:
    """Tell papermill of the engine, for where this package is used without being installed."""
    papermill_engines.register(NAME, WarmEngine)


def _prepared_or_reason(
    kernel_name: str, options: dict[str, Any]
) -> tuple[PreparedKernel | None, str]:
    """What to fork for a notebook, or None and why there is nothing."""
    reason = reason_for_cold() or reason_for_kernel(kernel_name, options)
    if reason:
        return None, reason
    prepared = prepared_kernel()
    # What has been loaded now may have started threads.
    reason = reason_for_cold()
    return (None, reason) if reason else (prepared, "")


def _tell(reason: str, memory_limit: int | None) -> None:
    """Say once for each reason that notebooks run in a kernel of their own."""
    if memory_limit is not None:
        reason += "; the limit of memory is not kept"
    if reason not in _told:
        _told.add(reason)
        logger.warning(f"The notebook runs in a new kernel, without the warm engine: {reason}.")


@contextlib.contextmanager
def _no_thread_of_progress() -> Iterator[None]:
    """Keep progress bars from starting a thread that never ends: later notebooks need a fork."""
    from tqdm import tqdm  # type: ignore[import-untyped]

    interval = tqdm.monitor_interval
    tqdm.monitor_interval = 0
    try:
        yield
    finally:
        tqdm.monitor_interval = interval
