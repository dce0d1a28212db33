"""Makes reports in this process, so that hundreds take minutes and a changed function is used.

The gate, the measures, the fragments, staging and pandoc are the program's own. Left out are
the store's keys, the processes around the notebooks, and the drawing of charts.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest import mock

import nbformat

from wres_report.finished.files import PROJECT, RESULTS
from wres_report.handover import clean_notebook, notebook_bytes, read_handovers
from wres_report.inputs.params import Params, read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.gate_step import GateTask, ToCheck, check_data
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.notebook_step import HANDOVER, NOTEBOOK
from wres_report.pipeline.notebooks.jobs import notebook_parameters
from wres_report.pipeline.outputs import write_files
from wres_report.pipeline.staging import stage_report
from wres_report.pipeline.staging_task import StagingTask
from wres_report.report.renderers import render
from wres_report.store import StepRecord, Store

EPOCH = 1_600_000_000
# A picture of one point: what a chart shows is tested elsewhere, what is said of it here.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)


class Quick:
    """The trust-years of one workspace, checked once and reported as often as is asked for."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace.open(root)
        self.store = Store(root / ".wres-truth")
        self.store.prepare()
        self.hashes = InputHashes(self.workspace)

    def checked(self, trust_years: Sequence[TrustYear]) -> dict[TrustYear, StepRecord]:
        """The records of the gate; a trust-year that it stops is not among them."""
        asked = [
            ToCheck(year, f"gate-{number}", self.params(year), self.hashes.of(year))
            for number, year in enumerate(trust_years)
        ]
        done = check_data(
            GateTask(self.workspace.root, self.store.root, asked, "truth", fresh=True)
        )
        return {one.trust_year: one.record for one in done if one.record is not None}

    def params(self, trust_year: TrustYear) -> Params:
        return read_params(self.workspace, trust_year)

    def report(self, trust_year: TrustYear, gate: StepRecord, out: Path) -> None:
        """Write ``index.html`` and ``results.json`` of a trust-year into the folder ``out``."""
        with drawing_left_out():
            notebooks = {
                name: self._notebook(trust_year, name)
                for name in self.workspace.standard(trust_year).in_notebooks()
            }
            staged = stage_report(
                StagingTask(
                    self.workspace.root, self.store.root, f"staging-{trust_year}".replace("/", "-"),
                    trust_year, self.params(trust_year), gate, notebooks,
                    self.hashes.of(trust_year), EPOCH,
                )
            )  # fmt: skip
        out.mkdir(parents=True, exist_ok=True)
        (out / "index.html").write_bytes(self._page(staged))
        (out / "results.json").write_bytes(self.store.objects.get(staged.outputs[RESULTS]))

    def _page(self, staged: StepRecord) -> bytes:
        project = {p: d for p, d in staged.outputs.items() if p.startswith(PROJECT)}
        with tempfile.TemporaryDirectory(prefix="wres-truth-") as folder:
            write_files(self.store, project, Path(folder))
            made = render(
                Path(folder) / PROJECT, ["html"], Path(folder) / "out",
                renderer="embedded", epoch=EPOCH, side_by_side=False,
            )  # fmt: skip
            return made.files["html"].read_bytes()

    def _notebook(self, trust_year: TrustYear, name: str) -> StepRecord:
        """Run the code of a notebook here, and keep what it shows and hands over."""
        standard = self.workspace.standard(trust_year)
        path = self.workspace.notebooks(standard) / f"{name}.ipynb"
        notebook = nbformat.read(path, as_version=4)
        names: dict[str, Any] = {}
        for cell in notebook.cells:
            if cell.cell_type != "code":
                continue
            with shown_into(cell):
                exec(compile(cell.source, str(path), "exec"), names)
            if "parameters" in cell.metadata.get("tags", []):
                names |= notebook_parameters(trust_year, self.params(trust_year))
                names["project"] = str(self.workspace.root)
        handovers = read_handovers(notebook, name)
        objects = self.store.objects
        return StepRecord({
            NOTEBOOK: objects.put(notebook_bytes(clean_notebook(notebook))),
            HANDOVER: objects.put(json.dumps([asdict(h) for h in handovers]).encode()),
        })  # fmt: skip


@contextmanager
def shown_into(cell: Any) -> Iterator[None]:
    """What a cell shows becomes its outputs, as a kernel would send them."""

    def shown(data: dict[str, Any], metadata: dict[str, Any] | None = None) -> None:
        cell.outputs.append(
            nbformat.v4.new_output("display_data", json.loads(json.dumps(data, default=_text)),
                                   metadata=json.loads(json.dumps(metadata or {})))
        )  # fmt: skip

    with mock.patch("wres_report.notebook.show.publish_display_data", shown):
        yield


def _text(content: Any) -> str:
    assert isinstance(content, bytes)
    import base64

    return base64.b64encode(content).decode()


@contextmanager
def drawing_left_out() -> Iterator[None]:
    """Charts are planned, and so are described, but none is painted."""
    with mock.patch("wres_report.notebook.show.as_png", return_value=POINT):
        yield
