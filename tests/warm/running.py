"""Runs all notebooks of a folder in one process, as a person's own program would.

    python -m tests.warm.running ENGINE FOLDER OUTPUT [JSON]

ENGINE: warm or cold. JSON: arguments of papermill for all notebooks, and ``prepare``, the modules
to prepare. A file ``NAME.json`` beside a notebook has arguments for it alone. Beside each executed
notebook stands ``NAME.raised``: what was raised, empty where nothing was.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import papermill


def run_all(engine: str, folder: Path, output: Path, options: dict[str, Any]) -> None:
    modules = options.pop("prepare", ())
    if engine == "warm":
        import papermill_warm

        papermill_warm.register()
        papermill_warm.prepare(modules)
    for path in sorted(folder.glob("*.ipynb")):
        own = path.with_suffix(".json")
        given = json.loads(own.read_text(encoding="utf-8")) if own.is_file() else {}
        raised = run_one(engine, path, output / path.name, options | given)
        (output / f"{path.stem}.raised").write_text(raised, encoding="utf-8")


def run_one(engine: str, path: Path, output: Path, options: dict[str, Any]) -> str:
    try:
        papermill.execute_notebook(
            path,
            output,
            engine_name="warm" if engine == "warm" else None,
            progress_bar=False,
            **options,
        )
    except Exception as error:
        return f"{type(error).__module__}.{type(error).__name__}: {error}"
    return ""


if __name__ == "__main__":
    arguments = json.loads(sys.argv[4]) if len(sys.argv) > 4 else {}
    run_all(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), arguments)
