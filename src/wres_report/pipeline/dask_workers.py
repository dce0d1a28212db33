"""Runs the steps of a build on the workers of dask.distributed.

A worker of dask has threads, so it cannot fork. Each keeps a process beside it, which is prepared
once and serves for as long as the worker does.
"""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.faults import ExitStatus, Fault, input_fault
from wres_report.hashes import json_hash
from wres_report.pipeline.local_workers import local_workers
from wres_report.pipeline.pool import Workers
from wres_report.program import package_hashes, platform_name, versions

CONNECT_LIMIT = 15  # seconds
_one_at_a_time = threading.Lock()  # a worker may have several threads
# Tasks for each worker: while it does one, the next is on its way.
FOR_EACH = 2


@contextmanager
def dask_workers(address: str, jobs: int, shared: Path) -> Iterator[Workers]:
    """The workers of the cluster at ``address``, or on a cluster of ``jobs`` workers made here.

    shared: the folder of the workspace, which every worker must see under the same path.
    Raises an input fault where dask is not installed, the scheduler does not answer, or a worker
    differs from this machine in program or environment.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError:
        raise input_fault(
            "dask.distributed is not installed.", "--executor dask",
            'Install it: python -m pip install "wres-report[dask]". Without it, --executor local '
            "uses all processors of this machine.",
        ) from None  # fmt: skip
    with ExitStack() as stack:
        # A daemon may have no processes of its own, and each worker has two.
        stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
        place: Any = address
        if not address:
            place = stack.enter_context(
                LocalCluster(
                    n_workers=jobs, threads_per_worker=1, dashboard_address=None,
                    silence_logs="ERROR",
                )
            )  # fmt: skip
        try:
            client = stack.enter_context(Client(place, timeout=CONNECT_LIMIT))
        except (OSError, ValueError) as error:
            raise input_fault(
                f"The scheduler of dask does not answer: {error}.", f"--executor dask:{address}",
                "Check that it runs, and that the address is like tcp://127.0.0.1:8786.",
            ) from None  # fmt: skip
        said = client.run(describe, str(shared), on_error="return")
        _refuse_others(said, describe(str(shared)))
        stack.callback(client.run, end_process)
        size = FOR_EACH * len(client.scheduler_info(n_workers=-1)["workers"])
        yield Workers(_InProcesses(client), size)


class _InProcesses(Executor):
    """Submits to whichever worker is free, for the process that it keeps."""

    def __init__(self, client: Any) -> None:
        self.executor = client.get_executor(pure=False)

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = self.executor.submit(in_process, function, *args, **kwargs)
        return future


def in_process(function: Callable[..., Any], *args: Any) -> Any:
    """Run a function in the process that this worker keeps."""
    with _one_at_a_time:
        _, own = _process()
    try:
        return own.submit(function, *args).result()
    except BrokenProcessPool:
        end_process()  # the next task has a new one
        raise


@cache
def _process() -> tuple[ExitStack, Workers]:
    stack = ExitStack()
    return stack, stack.enter_context(local_workers(1))


def end_process() -> None:
    """End the process that this worker keeps."""
    if _process.cache_info().currsize:
        stack, _ = _process()
        _process.cache_clear()
        stack.close()


def describe(shared: str) -> dict[str, str]:
    """What must be the same on every worker, and what it must be able to do."""
    daemon = multiprocessing.current_process().daemon
    return {
        "platform": platform_name(),
        "program": json_hash(package_hashes()),
        **{f"version of {name}": version for name, version in versions().items()},
        "folder of the workspace": "seen" if (Path(shared) / "data").is_dir() else "not seen",
        "processes of its own": "forbidden" if daemon else "allowed",
    }


def _refuse_others(workers: dict[str, Any], here: dict[str, str]) -> None:
    """Raise where a worker differs: what it made would not be what is made here."""
    if not workers:
        raise input_fault(
            "The cluster has no workers.", "--executor", "Start some: dask worker ADDRESS."
        )
    wanted = here | {"processes of its own": "allowed"}
    for address, found in sorted(workers.items()):
        if isinstance(found, Exception):
            raise input_fault(
                f"The worker {address} cannot run this build: {found}.", "--executor",
                _advice("program"),
            )  # fmt: skip
        for name, value in wanted.items():
            if found.get(name) != value:
                raise Fault(
                    f"The worker {address} is not fit for this build: {name} is "
                    f"{found.get(name, 'unknown')}, and must be {value}.",
                    "--executor",
                    _advice(name),
                    ExitStatus.INPUT_MISSING,
                )


def _advice(name: str) -> str:
    if name == "processes of its own":
        return "Start it with DASK_DISTRIBUTED__WORKER__DAEMON=False, or with --no-nanny."
    if name == "folder of the workspace":
        return "Give the worker the same folder under the same path, as on a shared drive."
    return "Install on the worker what is installed here: requirements/report.txt and the package."
