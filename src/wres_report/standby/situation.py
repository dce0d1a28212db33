"""What a command finds itself in: what must be alike for a prepared process, and what it takes
over. Light."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Mapping
from typing import Any

# Read by Python itself or by libraries in C, which nobody sees reading.
SEEN_BY_NOBODY = (
    "PYTHON", "LC_", "LANG", "LD_", "TZ", "OMP_", "OPENBLAS_", "MKL_", "BLIS_", "GOTO_", "KMP_",
    "NUMEXPR_", "JE_", "MALLOC_", "GLIBC_", "ARROW_", "MPL", "IPYTHON", "JUPYTER_", "PAPERMILL_",
    "NPY_", "NUMPY_", "PYARROW_", "COVERAGE_", "COV_", "WRES_NO_FORK", "FONTCONFIG_",
)  # fmt: skip
IGNORABLE = (
    signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP, signal.SIGUSR1,
    signal.SIGUSR2, signal.SIGPIPE, signal.SIGTTIN, signal.SIGTTOU,
)  # fmt: skip
LIMITS = sorted(name for name in dir(resource) if name.startswith("RLIMIT_"))


def identity() -> dict[str, Any]:
    """What nobody can take over: the Python and how it was started, and the groups of the user."""
    return {
        "executable": sys.executable,
        "prefix": sys.prefix,
        "flags": list(sys.flags),
        "warnings": list(sys.warnoptions),
        "options": {name: str(value) for name, value in sys._xoptions.items()},
        "path": own_path(),
        "groups": [os.getegid(), *sorted(os.getgroups())],
    }


def own_path() -> list[str]:
    """Where this Python finds modules, without the folder of the program or the current one."""
    return sys.path[0 if sys.flags.safe_path else 1 :]


def situation(environment: Mapping[str, str]) -> dict[str, Any]:
    """All of it. environment: the variables that the command was started with."""
    mask = os.umask(0o77)
    os.umask(mask)
    main: Any = sys.modules["__main__"]
    return {
        "identity": identity(),
        "environment": dict(environment),
        "arguments": list(sys.argv),
        "package": getattr(main, "__package__", None),
        "path": list(sys.path),
        "mask": mask,
        "limits": {name: _limit(name) for name in LIMITS},
        "ignored": [int(n) for n in IGNORABLE if signal.getsignal(n) is signal.SIG_IGN],
        "blocked": sorted(int(n) for n in signal.pthread_sigmask(signal.SIG_BLOCK, ())),
        "nice": os.getpriority(os.PRIO_PROCESS, 0),
        "processors": sorted(os.sched_getaffinity(0)),
    }


def _limit(name: str) -> list[int]:
    return list(resource.getrlimit(getattr(resource, name)))


def take_over_limits(told: Mapping[str, Any]) -> None:
    """Let this process have the limits of the one that told. Raises OSError or ValueError where
    the system does not let it."""
    for name in LIMITS:
        soft, hard = told["limits"][name]
        if _limit(name) != [soft, hard]:
            resource.setrlimit(getattr(resource, name), (soft, hard))
    if told["nice"] != os.getpriority(os.PRIO_PROCESS, 0):
        os.setpriority(os.PRIO_PROCESS, 0, told["nice"])
    os.sched_setaffinity(0, told["processors"])
    os.umask(told["mask"])


def may_take_over(told: Mapping[str, Any]) -> bool:
    """Whether this process may lower its limits to those of the one that told, or has the same."""
    hards = {name: _limit(name)[1] for name in LIMITS}
    return told["nice"] >= os.getpriority(os.PRIO_PROCESS, 0) and all(
        hard in (-1, told["limits"][name][1]) or 0 <= told["limits"][name][1] <= hard
        for name, hard in hards.items()
    )
