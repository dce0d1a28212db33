"""The steps of a report and their keys: a step is what it reads, and nothing else.

A key is the hash of all that goes into a step, by what it is: the data, the settings, the
program, the environment, the results of earlier steps. Two steps of one key give the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wres_report.disclosure.order import planned_for
from wres_report.finished.files import RESULTS
from wres_report.formats import FORMATS
from wres_report.hashes import json_hash
from wres_report.inputs.minimums import minimum_count_published
from wres_report.inputs.params import Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import COUNTRY
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import STANDARD, code_of, environment_of
from wres_report.pipeline.code import template_hashes as templates_in
from wres_report.pipeline.hashing import ABSENT, InputHashes
from wres_report.pipeline.notebook_reads import code_cells_hash, data_read
from wres_report.pipeline.notebooks.jobs import Parameters, notebook_parameters
from wres_report.program import package_hashes
from wres_report.standard import Indicator
from wres_report.store import StepRecord, Store

# Raised when the same parts are to give something else.
FORM = 1
GATE, STAGING = "gate", "staging"
PINS = "pins/"

# What a step reads, by kind of input and then by name.
Parts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Step:
    """name: ``gate``, a notebook's, ``staging``, or a format's. parts: all that it reads."""

    name: str
    parts: Parts

    @cached_property
    def key(self) -> str:
        return json_hash([FORM, self.name, self.parts])


@dataclass(frozen=True)
class Renderer:
    """The renderer of a build. name: ``quarto`` or ``embedded``. version: whatever tells two
    apart that may give different documents."""

    name: str
    version: str


class Steps:
    """Makes the steps of the trust-years of one build."""

    def __init__(self, workspace: Workspace, renderer: Renderer, inputs: InputHashes) -> None:
        self.workspace, self.renderer, self.inputs = workspace, renderer, inputs

    def gate(self, trust_year: TrustYear) -> Step:
        """Reads every table of this year and the last, the settings, and the suites."""
        before = self.workspace.relative(self.workspace.params_file(trust_year.previous))
        data = {
            name: digest
            for name, digest in self.inputs.of(trust_year).items()
            if "/narrative/" not in name
            and not name.startswith(PINS)
            and name not in (before, COUNTRY)
        }
        parts = {
            "data": data,
            "expectations": self._templates("expectations"),
            **_program("gate", self.workspace),
        }
        return Step(GATE, parts)

    @cached_property
    def gate_program(self) -> str:
        """Identifies all that the rules of the gate run with: the standard, code, versions."""
        return json_hash(_program("gate", self.workspace))

    def notebook(
        self, trust_year: TrustYear, name: str, indicators: Sequence[Indicator], params: Params
    ) -> Step:
        """Reads its own code, the settings as its parameters, and the tables that it names.

        name: of its file, without the ending. indicators: those that it measures.
        """
        standard = self.workspace.standard(trust_year)
        path = self.workspace.notebooks(standard) / f"{name}.ipynb"
        parameters: Parameters = notebook_parameters(trust_year, params)
        settings = {name: repr(value) for name, value in parameters.items()}
        tables = dict.fromkeys(table for i in indicators for table in i.tables)
        if planned_for(tables, standard):
            before = trust_year.previous
            minimum = minimum_count_published(self.workspace, before)
            settings[f"minimum_count of {before.year}"] = repr(minimum)
        parts = {
            "data": data_read(self.workspace, self.inputs, trust_year, indicators, path),
            "parameters": settings,
            "notebook": {path.name: code_cells_hash(path)},
            **_program("notebook", self.workspace),
        }
        return Step(name, parts)

    def staging(
        self, trust_year: TrustYear, gate: StepRecord, notebooks: Mapping[str, StepRecord],
        epoch: int,
    ) -> Step:  # fmt: skip
        """Reads everything of the trust-year: the report lists its inputs with their hashes."""
        results = {name: json_hash(dict(record.outputs)) for name, record in notebooks.items()}
        parts = {
            "data": self.inputs.of(trust_year),
            "results": results | {GATE: json_hash([dict(gate.outputs), dict(gate.facts)])},
            "template": self._templates("report"),
            "date": {"SOURCE_DATE_EPOCH": str(epoch)},
            **_program("staging", self.workspace),
        }
        return Step(STAGING, parts)

    def format(self, name: str, staged: StepRecord, epoch: int) -> Step:
        """Reads the staged project, as it would be read by ``quarto render``; a format that no
        renderer makes reads the results."""
        if FORMATS[name].writer:
            return self._written(name, staged, epoch)
        project = {path: d for path, d in staged.outputs.items() if path.startswith("report/")}
        parts = {
            "results": {STAGING: json_hash(project)},
            "renderer": {self.renderer.name: self.renderer.version},
            "date": {"SOURCE_DATE_EPOCH": str(epoch)},
            "code": code_of("format", Store(self.workspace.store)),
            "environment": environment_of("format", Store(self.workspace.store)),
        }
        return Step(name, parts)

    def _written(self, name: str, staged: StepRecord, epoch: int) -> Step:
        parts = {
            "results": {RESULTS: staged.outputs.get(RESULTS, ABSENT)},
            "date": {"SOURCE_DATE_EPOCH": str(epoch)},
            **_program(name, self.workspace),
        }
        return Step(name, parts)

    def _templates(self, name: str) -> dict[str, str]:
        hashes = templates_in(self.workspace.templates(name))
        return {f"{name}/{path}": digest for path, digest in hashes.items()}


def _program(step: str, workspace: Workspace) -> dict[str, Any]:
    own = {f"standards/{name}": d for name, d in templates_in(workspace.standards).items()}
    return {
        "standard": {STANDARD: package_hashes()[STANDARD], **own},
        "code": code_of(step, Store(workspace.store)),
        "environment": environment_of(step, Store(workspace.store)),
    }
