"""The kernel that notebooks run in: the Python of this program, and nothing that is put before it.

What is asked here is asked before any notebook runs, and by ``wres doctor``.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path

from wres_report.faults import ExitStatus, Fault, input_fault

# Without these no notebook runs.
NEEDED = ("ipykernel", "ipykernel_launcher", "papermill", "nbclient")
DISTRIBUTION = {"ipykernel_launcher": "ipykernel"}
LIMIT = 120  # seconds, for a kernel to say what it is
ASK = (
    "import ipykernel.kernelapp, json; from wres_report.program import as_it_runs;"
    "print(json.dumps(as_it_runs()))"
)


def missing() -> list[str]:
    """The packages that notebooks cannot run without and that are not installed. Loads none."""
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    return sorted({DISTRIBUTION.get(name, name) for name in lacking})


def check_kernel() -> None:
    """Raise an input fault where no notebook can run in this Python."""
    if lacking := missing():
        raise input_fault(
            f"Notebooks cannot run: {' and '.join(lacking)} is not installed in this Python.",
            sys.executable,
            f'"{sys.executable}" -m pip install {" ".join(lacking)}; wres doctor says what else '
            "is missing.",
        )


def keep_out_of_kernels(environment: MutableMapping[str, str], folder: Path) -> None:
    """Change the variables of a process so that the kernels it starts are this program's.

    folder: an empty one, for IPython in place of the user's, whose start-up files and settings
    would run before each notebook. Paths are meant from where the program was started.
    """
    environment["IPYTHONDIR"] = str(folder)
    environment.pop("PYTHONSTARTUP", None)
    if path := environment.get("PYTHONPATH", ""):
        folders = [str(Path(part).absolute()) for part in path.split(os.pathsep)]
        environment["PYTHONPATH"] = os.pathsep.join(folders)


def ask_kernel(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """What a new kernel finds itself to run: see ``wres_report.program.as_it_runs``.

    folder: the workspace, which a kernel runs in. Raises a fault where it cannot be loaded.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-c", ASK], cwd=folder, capture_output=True, text=True,
            encoding="utf-8", errors="replace", check=True, timeout=LIMIT,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        found: Mapping[str, Mapping[str, str]] = json.loads(done.stdout.splitlines()[-1])
    except subprocess.CalledProcessError as error:
        said = str(error.stderr).strip().splitlines()[-1:]
        raise _does_not_start(" ".join(said)) from None
    except (OSError, ValueError, IndexError, subprocess.TimeoutExpired) as error:
        raise _does_not_start(str(error)) from None
    return found


def _does_not_start(why: str) -> Fault:
    return Fault(
        f"The kernel of the notebooks does not start: {why}",
        sys.executable,
        f'"{sys.executable}" -m pip install --force-reinstall ipykernel',
        ExitStatus.INPUT_MISSING,
    )
