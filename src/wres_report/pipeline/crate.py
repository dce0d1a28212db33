"""Describes the outputs of a report as an RO-Crate, for programs that know no manifest of ours.

RO-Crate 1.1 is a vocabulary for a folder of files and how they came about; its profile Process
Run Crate 0.5 has one action for each run of a program. Nothing in it is a time of day, so that
the same report has the same description.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from wres_report.finished.files import (
    MANIFEST,
    NOTEBOOKS,
    PLANS,
    PLANS_WORKBOOK,
    PROJECT,
    QUALITY,
    RESULTS,
)
from wres_report.formats import FILES
from wres_report.inputs.hash_key import KEYED

CRATE = "ro-crate-metadata.json"
SPECIFICATION = "https://w3id.org/ro/crate/1.1"
PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
CONTEXT = [f"{SPECIFICATION}/context", "https://w3id.org/ro/terms/workflow-run/context"]
MEDIA_TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".lua": "text/x-lua",
    ".md": "text/markdown",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".qmd": "text/markdown",
    ".typ": "text/x-typst",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
}
Entity = dict[str, Any]


def crate_of(
    name: str, manifest: Mapping[str, Any], reads: Mapping[str, Iterable[str]]
) -> dict[str, Any]:
    """The content of ``ro-crate-metadata.json``.

    name: of the report. manifest: with its outputs. reads: the inputs that each step reads, by
    the step's name; a notebook's is that of its file without the ending.
    """
    outputs: Mapping[str, str] = manifest["outputs"]
    actions = _actions(outputs, reads)
    return {
        "@context": CONTEXT,
        "@graph": [
            {
                "@id": CRATE,
                "@type": "CreativeWork",
                "conformsTo": _ref(SPECIFICATION),
                "about": _ref("./"),
            },
            _root(name, manifest, [str(action["@id"]) for action in actions]),
            {
                "@id": PROFILE,
                "@type": "CreativeWork",
                "name": "Process Run Crate",
                "version": "0.5",
            },
            {"@id": "#licence", "@type": "CreativeWork", "name": "No licence is stated"},
            _project(outputs),
            *(_file(path, digest) for path, digest in outputs.items()),
            {"@id": MANIFEST, "@type": "File", "name": MANIFEST,
             "encodingFormat": "application/json"},
            *(_input(path, digest) for path, digest in manifest["inputs"].items()),
            *_programs(manifest, reads),
            *actions,
        ],
    }  # fmt: skip


def _root(name: str, manifest: Mapping[str, Any], actions: list[str]) -> Entity:
    day = datetime.fromtimestamp(manifest["environment"]["source_date_epoch"], UTC).date()
    top = [path for path in manifest["outputs"] if not path.startswith(PROJECT)]
    return {
        "@id": "./",
        "@type": "Dataset",
        "conformsTo": _ref(PROFILE),
        "name": name,
        "description": "The report in each format, its figures, what the checks of its data found, "
        "the notebooks as they ran, and the project that it is rendered from.",
        "datePublished": day.isoformat(),
        "license": _ref("#licence"),
        "hasPart": _refs([*top, MANIFEST, PROJECT]),
        "mentions": _refs(actions),
    }


def _project(outputs: Mapping[str, str]) -> Entity:
    parts = [path for path in outputs if path.startswith(PROJECT)]
    return {"@id": PROJECT, "@type": "Dataset", "name": "Quarto project", "hasPart": _refs(parts)}


def _file(path: str, digest: str) -> Entity:
    entity = {"@id": path, "@type": "File", "name": PurePosixPath(path).name, "sha256": digest}
    kind = MEDIA_TYPES.get(PurePosixPath(path).suffix)
    return entity | ({"encodingFormat": kind} if kind else {})


def _input(path: str, digest: str) -> Entity:
    """An input stays in the workspace, so it is told of and is no file of the crate."""
    about = {"@id": f"#{path}", "@type": "CreativeWork", "name": path}
    # The context knows no keyed hash; an identifier may be of any form.
    return about | {"identifier" if digest.startswith(KEYED) else "sha256": digest}


def _programs(manifest: Mapping[str, Any], reads: Mapping[str, Iterable[str]]) -> list[Entity]:
    """The programs that ran, and the notebooks as the code that they are."""
    versions = manifest["environment"]["versions"]
    named = ("wres-report", "great-expectations", "papermill")
    templates = manifest["code_files"]["templates"]
    return [
        *(
            {"@id": f"#{name}", "@type": "SoftwareApplication", "name": name,
             "softwareVersion": versions[name]}
            for name in named if name in versions
        ),
        {"@id": "#renderer", "@type": "SoftwareApplication",
         "name": manifest["environment"]["renderer"]},
        *(
            {"@id": f"#{path}", "@type": "SoftwareSourceCode", "name": path,
             "programmingLanguage": "Python", "runtimePlatform": f"Python {versions['Python']}",
             "sha256": templates[path]}
            for step in reads if (path := f"{NOTEBOOKS}{step}.ipynb") in templates
        ),
    ]  # fmt: skip


def _actions(outputs: Mapping[str, str], reads: Mapping[str, Iterable[str]]) -> list[Entity]:
    executed = [path for path in outputs if path.startswith(NOTEBOOKS)]
    documents = [path for path in FILES.values() if path in outputs]
    staged = [path for path in (RESULTS, PLANS, PLANS_WORKBOOK) if path in outputs]
    return [
        _action("gate", "The data was checked", "#great-expectations",
                _inputs(reads, "gate"), [QUALITY]),
        *(
            _action(f"run/{PurePosixPath(path).stem}", f"{PurePosixPath(path).name} was run",
                    f"#{path}", _inputs(reads, PurePosixPath(path).stem), [path])
            for path in executed
        ),
        _action("staging", "Words were bound to figures", "#wres-report",
                [*_inputs(reads, "staging"), *executed, QUALITY], [*staged, PROJECT]),
        _action("rendering", "The documents were rendered", "#renderer", [PROJECT], documents),
    ]  # fmt: skip


def _action(
    name: str, words: str, instrument: str, objects: Iterable[str], results: Iterable[str]
) -> Entity:
    return {
        "@id": f"#{name}",
        "@type": "CreateAction",
        "name": words,
        "instrument": _ref(instrument),
        "object": _refs(objects),
        "result": _refs(results),
    }


def _inputs(reads: Mapping[str, Iterable[str]], step: str) -> list[str]:
    return [f"#{path}" for path in reads.get(step, ())]


def _ref(name: str) -> Entity:
    return {"@id": name}


def _refs(names: Iterable[str]) -> list[Entity]:
    return [_ref(name) for name in names]
