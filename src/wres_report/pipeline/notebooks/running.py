"""Runs one notebook with papermill: cold in a new kernel, or warm in a fork of this process."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from wres_report.faults import ExitStatus, Fault
from wres_report.pipeline.notebooks.jobs import NotebookJob, NotebookOutcome

# Long enough for the largest trust on a slow machine; a cell that takes longer hangs.
CELL_TIME_LIMIT = 300
# Kernels that start at the same moment may choose the same port, and one of them then dies.
KERNEL_STARTS = 3
ENGINES = {"warm": "warm", "cold": None}  # papermill's names of them
NO_KERNEL = "Kernel died before replying to kernel_info"


def run_notebook(job: NotebookJob) -> NotebookOutcome:
    """Run one notebook with papermill.

    papermill changes the process's directory while a notebook runs, so only one may run in a
    process at a time. What the kernel prints beside the notebook is shown only where it failed.
    """
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as noise,
        tempfile.TemporaryDirectory(prefix="wres-notebook-") as folder,
    ):
        output = Path(folder) / job.notebook.name
        try:
            with _kernel_output_into(noise.fileno()):
                return NotebookOutcome(job, _execute_with_a_kernel(job, output))
        except Exception as error:
            noise.seek(0)
            failed = output.read_bytes() if output.is_file() else b""
            return NotebookOutcome(job, None, _fault(job, error, noise.read()), failed)


def _execute_with_a_kernel(job: NotebookJob, output: Path) -> NotebookNode:
    """Execute the notebook; a kernel that dies before its first cell is started again."""
    for _ in range(KERNEL_STARTS - 1):
        try:
            return _execute(job, output)
        except RuntimeError as error:
            if str(error) != NO_KERNEL:
                raise
    return _execute(job, output)


def _execute(job: NotebookJob, output: Path) -> NotebookNode:
    import papermill

    import papermill_warm

    papermill_warm.register()
    logging.getLogger("papermill").setLevel(logging.ERROR)
    with _written_where_it_failed():
        executed: NotebookNode = papermill.execute_notebook(
            job.notebook,
            output,
            parameters=job.parameters,
            cwd=job.folder,
            engine_name=ENGINES[job.runner],
            progress_bar=False,
            log_output=False,
            request_save_on_cell_execute=False,
            execution_timeout=CELL_TIME_LIMIT,
            kernel_name="python3",
            kernel_manager_class=papermill_warm.OwnKernelManager,
        )
    return executed


@contextmanager
def _written_where_it_failed() -> Iterator[None]:
    """Let papermill write the file of a notebook that failed, for a person to look at.

    The notebook that ran is returned, and its file is made from that; to write it here as well
    takes a tenth of the time of a notebook.
    """
    from papermill import execute

    write: Any = execute.write_ipynb
    held: list[tuple[NotebookNode, str]] = []
    execute.write_ipynb = lambda notebook, path: held.append((notebook, path))
    try:
        yield
    except Exception:
        for notebook, path in held[-1:]:
            write(notebook, path)
        raise
    finally:
        execute.write_ipynb = write


@contextmanager
def _kernel_output_into(descriptor: int) -> Iterator[None]:
    """Let this process and the kernels it starts write their errors to ``descriptor``."""
    kept = os.dup(2)
    os.dup2(descriptor, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _fault(job: NotebookJob, error: Exception, noise: str) -> Fault:
    name = job.notebook.stem
    where, what = _place_and_words(error, job.notebook)
    tail = "".join(f"\n    {line}" for line in noise.strip().splitlines()[-3:])
    return Fault(
        f"The notebook {name} failed for {job.trust_year}: {what}"
        + (f"\n  the kernel said:{tail}" if tail and not where else ""),
        f"notebooks/{job.notebook.name}{where}",
        status=ExitStatus.NOTEBOOK_FAILED,
    )


def _place_and_words(error: Exception, template: Path) -> tuple[str, str]:
    """The cell a notebook failed in, and the error in one line."""
    ename: Any = getattr(error, "ename", None)
    if ename is not None:
        cell = getattr(error, "cell_index", None)
        number = "" if cell is None else f", cell {_number_in_template(cell, template)}"
        first_line = str(getattr(error, "evalue", "")).strip().splitlines()[:1]
        return number, ": ".join([str(ename), *first_line])
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return "", f"{type(error).__name__}: {lines[0]}"


def _number_in_template(index: int, template: Path) -> int:
    """The number, from 1, of a cell whose index papermill gives.

    papermill counts the cell of parameters that it put in behind the notebook's own.
    """
    cells = json.loads(template.read_text(encoding="utf-8"))["cells"]
    tagged = [i for i, cell in enumerate(cells) if "parameters" in cell["metadata"].get("tags", [])]
    injected_before = bool(tagged) and index > tagged[0]
    return index if injected_before else index + 1
