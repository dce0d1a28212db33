"""The description of a finished report, read with the library that others read it with."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from rocrate.rocrate import ROCrate

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def folder(built: Path) -> Path:
    return built / "ZZX/2021"


@pytest.fixture(scope="module")
def crate(folder: Path) -> ROCrate:
    return ROCrate(str(folder))


def ids(found: Any) -> list[str]:
    return [entity.id for entity in (found if isinstance(found, list) else [found])]


def test_every_file_of_the_outputs_is_described_with_its_hash(folder: Path, crate: ROCrate) -> None:
    found = {e.id: e.properties().get("sha256") for e in crate.get_by_type("File", exact=True)}
    files = [path for path in folder.rglob("*") if path.is_file()]
    names = {path.relative_to(folder).as_posix() for path in files}
    assert set(found) == names - {"ro-crate-metadata.json"}
    for name, digest in found.items():
        content = (folder / name).read_bytes()
        assert digest == (None if name == "manifest.json" else hashlib.sha256(content).hexdigest())


def test_every_input_is_described_with_its_hash(folder: Path, crate: ROCrate) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for path, digest in manifest["inputs"].items():
        keyed = digest.startswith("hmac-sha256:")
        assert crate.get(f"#{path}")["identifier" if keyed else "sha256"] == digest


def test_a_figure_of_the_page_can_be_followed_to_the_data(crate: ROCrate) -> None:
    made_by = {result: action for action in crate.get_by_type("CreateAction")
               for result in ids(action["result"])}  # fmt: skip
    rendering = made_by["index.html"]
    assert rendering["instrument"]["name"].startswith("pandoc")
    staging = made_by[ids(rendering["object"])[0]]
    assert {"notebooks/2_shortlisting.ipynb", "quality.json"} <= set(ids(staging["object"]))
    run = made_by["notebooks/2_shortlisting.ipynb"]
    assert run["instrument"].id == "#notebooks/2_shortlisting.ipynb"
    assert "#data/ZZX/2021/recruitment.csv" in ids(run["object"])
    assert "#data/ZZX/2021/survey.csv" not in ids(run["object"])
    assert "#data/ZZX/2021/recruitment.csv" in ids(made_by["quality.json"]["object"])


def test_every_entity_that_is_named_is_described(folder: Path) -> None:
    graph = json.loads((folder / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    described = [entity["@id"] for entity in graph]
    assert len(described) == len(set(described))
    for entity in graph:
        for found in entity.values():
            for reference in found if isinstance(found, list) else [found]:
                if (
                    isinstance(reference, dict)
                    and reference["@id"] != "https://w3id.org/ro/crate/1.1"
                ):
                    assert reference["@id"] in described


def test_the_report_has_what_the_specification_asks_of_it(crate: ROCrate) -> None:
    root = crate.root_dataset.properties()
    assert root["name"] == "Workforce Race Equality Standard 2021, Example Synthetic NHS Trust"
    assert {"description", "datePublished", "license", "hasPart", "conformsTo"} <= set(root)
