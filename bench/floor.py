"""The floor: the same work as plain function calls in one warm process, and papermill beside it.

    python -m bench.floor plain|warm WORKSPACE RV9/2021 RUNS

prints, as JSON, seconds of one notebook: the nine together, divided by nine. They are two
processes, since one that is an IPython shell, as plain functions need it, cannot be forked.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import CodeType
from typing import Any

from bench import timing
from bench.timing import Measured
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.notebooks.jobs import Parameters, notebook_parameters
from wres_report.pipeline.notebooks.preparing import MODULES, warm_up


def plain(notebook: Path, parameters: Parameters) -> Callable[[], None]:
    """A function that does what the cells of a notebook do, and keeps what they show."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    code: list[CodeType] = [
        compile("".join(cell["source"]), notebook.name, "exec")
        for cell in cells
        if cell["cell_type"] == "code" and "parameters" not in cell["metadata"].get("tags", [])
    ]

    def run() -> None:
        names: dict[str, Any] = dict(parameters)
        for cell in code:
            exec(cell, names)  # the cells of our own notebook

    return run


def measure_plain(workspace: Workspace, trust_year: TrustYear, runs: int) -> Measured:
    """The cells of the nine notebooks as functions, in a process in which all is loaded."""
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.capture import capture_output

    InteractiveShell.instance()  # so that what is shown is made, as a kernel makes it
    for module in MODULES:
        import_module(module)
    warm_up()
    given = parameters(workspace, trust_year)
    plains = [plain(path, given) for path in paths(workspace)]

    def run() -> None:
        with capture_output():
            for one in plains:
                one()

    run()
    return timing.function(run, runs)


def measure_warm(workspace: Workspace, trust_year: TrustYear, runs: int) -> Measured:
    """The nine notebooks with papermill's engine ``warm``, in a process that is prepared."""
    import papermill

    import papermill_warm

    papermill_warm.prepare(MODULES, warm_up)
    given = parameters(workspace, trust_year)
    with tempfile.TemporaryDirectory() as folder:

        def run() -> None:
            for path in paths(workspace):
                papermill.execute_notebook(
                    path, Path(folder) / path.name, parameters=given, cwd=workspace.root,
                    engine_name="warm", progress_bar=False, request_save_on_cell_execute=False,
                )  # fmt: skip

        run()
        return timing.function(run, runs)


def parameters(workspace: Workspace, trust_year: TrustYear) -> Parameters:
    given = notebook_parameters(trust_year, read_params(workspace, trust_year))
    return {**given, "project": str(workspace.root)}


def paths(workspace: Workspace) -> list[Path]:
    return sorted(workspace.templates("notebooks").glob("*.ipynb"))


if __name__ == "__main__":
    ways = {"plain": measure_plain, "warm": measure_warm}
    country, named = Workspace(Path(sys.argv[2])), TrustYear.parse(sys.argv[3])
    nine = ways[sys.argv[1]](country, named, int(sys.argv[4]))
    count = len(paths(country))
    print(json.dumps({"wall": nine.wall / count, "cpu": nine.cpu / count}))
