"""A program that has settings of its own, and runs notebooks. See ``test_prepared.py``."""

from __future__ import annotations

import asyncio
import builtins
import gc
import json
import logging
import os
import signal
import sys
import threading
import warnings
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import papermill
from tqdm.auto import tqdm

import papermill_warm

NAMES = ("look", "number_1", "number_2")
del os.environ["OWN"]


def state() -> dict[str, Any]:
    return {
        "argv": sys.argv,
        "path": sys.path,
        "streams": [str(sys.stdout), str(sys.stderr), str(sys.stdin)],
        "hooks": [str(sys.displayhook), str(sys.excepthook), str(sys.breakpointhook)],
        "main": sys.modules["__main__"].__file__,
        "environment": dict(os.environ),
        "builtins": sorted(dir(builtins)),
        "filters": [str(one) for one in warnings.filters],
        "warned": [str(warnings.showwarning), str(warnings._showwarnmsg_impl)],  # type: ignore[attr-defined]
        "logging": [str(logging.root.handlers), logging.root.level, logging.getLogger("own").level],
        "rc": {name: str(value) for name, value in dict.items(matplotlib.rcParams)},
        "figures": plt.get_fignums(),
        "backend": matplotlib.get_backend(),
        "signals": [str(signal.getsignal(one)) for one in (signal.SIGINT, signal.SIGTERM)],
        "threads": [one.name for one in threading.enumerate()],
        "bar": tqdm.__name__,
        "shell": "get_ipython" in dir(builtins),
        "folder": str(Path.cwd()),
        "collecting": gc.get_threshold(),
        "policy": str(type(asyncio.get_event_loop_policy())),
    }


def draws() -> None:
    plt.rcParams["lines.linewidth"] = 7
    plt.plot([1, 2])


def main() -> None:
    logging.basicConfig(filename="log", format="%(message)s", level=logging.INFO)
    logging.getLogger("papermill").setLevel(logging.ERROR)
    plt.rcParams["lines.linewidth"] = 9
    plt.figure()
    sys.path.append("mine")
    gc.set_threshold(54_321)
    os.environ["BEFORE"] = "1"
    builtins.own = 1  # type: ignore[attr-defined]
    papermill_warm.register()
    with warnings.catch_warnings(record=True):
        found: dict[str, Any] = {"before": state()}
        logging.info("before")
        found["cold"] = [papermill_warm.reason_for_cold()]
        papermill_warm.prepare(("sqlite3",), draws)
        logging.info("prepared")
        for name in NAMES:
            executed = papermill.execute_notebook(
                f"in/{name}.ipynb", None, engine_name="warm", progress_bar={"disable": False}
            )
            found[name] = [cell.outputs for cell in executed.cells]
            found["cold"].append(papermill_warm.reason_for_cold())
        logging.info("after")
        found["after"] = state()
    found["log"] = Path("log").read_text(encoding="utf-8")
    Path("found.json").write_text(json.dumps(found, default=str), encoding="utf-8")


if __name__ == "__main__":
    main()
