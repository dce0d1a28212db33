"""Reads a finished build back from its outputs folder."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from wres_report.diff.model import Build, Picture
from wres_report.faults import Fault, input_fault
from wres_report.finished.files import MANIFEST, PLANS, PROJECT, RESULTS
from wres_report.finished.reading import BUILD_AGAIN, NotWholeError, read_plans, read_whole
from wres_report.inputs.trust_year import TrustYear
from wres_report.markdown import unescape_words
from wres_report.marks import without_spans
from wres_report.report.own_words import without_own_words
from wres_report.report.parts.slides import CHART_START
from wres_report.yaml_loaders import SafeLoader

# What reading a file of another form ends in.
UNLIKE = (KeyError, TypeError, ValueError, AttributeError, OSError, yaml.YAMLError)
LABEL = re.compile(r"^#\|\s*label:\s*(\S+)", re.MULTILINE)
CHART = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(charts/([\w.-]+)\)(?:\{[^}]*?fig-alt=\"([^\"]*)\")?")
# A paragraph of the method begins with what it defines.
DEFINED = re.compile(r"\*\*(.+?)\.\*\*\s+(.*)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_outputs(folder: Path, name: str) -> Build:
    """The build whose outputs stand in a folder. name: how people call it.

    Raises an input fault where it is not a whole build, or where a file that is read is not the
    one that its manifest lists.
    """
    manifest = read_whole(folder, MANIFEST, name)
    outputs = manifest.get("outputs")
    if not isinstance(outputs, dict) or RESULTS not in outputs:
        raise input_fault(
            "This manifest lists no outputs of a report.", f"{name}/{MANIFEST}", BUILD_AGAIN
        )
    for path, digest in outputs.items():
        if path in (RESULTS, PLANS) or path.startswith(PROJECT):
            check_hash(folder / path, str(digest), f"{name}/{path}")
    return build_of(folder, manifest, name)


def check_hash(path: Path, digest: str, where: str) -> None:
    """Raise an input fault where a file is missing or is not what the manifest says."""
    try:
        same = hashlib.sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        raise input_fault(
            "This file of the build is missing or cannot be read.", where, BUILD_AGAIN
        ) from None
    if not same:
        raise input_fault(
            f"This file is not what its {MANIFEST} says: it was changed after the build.", where,
            BUILD_AGAIN,
        )  # fmt: skip


def build_of(folder: Path, manifest: Mapping[str, Any], name: str) -> Build:
    """The build whose results, workbook and staged project stand in a folder."""
    results = read_whole(folder, RESULTS, name)
    project = folder / PROJECT
    try:
        build = Build(
            name,
            TrustYear.of_results(results),
            results,
            manifest,
            _variables(project / "_variables.yml"),
            {path.stem: text for path in sorted((project / "narrative").glob("*.md"))
             if (text := _words(path))},
            dict(_method(project / "fragments" / "method.md")),
            *read_plans(folder),
            dict(_pictures(project)),
        )  # fmt: skip
        assert build.values is not None
    except (Fault, NotWholeError, *UNLIKE):
        raise input_fault(
            "This build cannot be read: one of its files has another form than this version "
            "writes.", name, BUILD_AGAIN,
        ) from None  # fmt: skip
    return build


def _words(path: Path) -> str:
    """A text of the trust's as it wrote it, without comments and marks."""
    text = without_own_words(path.read_text(encoding="utf-8"))
    return without_spans(COMMENT.sub("", text)).strip()


def _variables(path: Path) -> dict[str, str]:
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=SafeLoader)
    return {
        f"{head}.{tail}": unescape_words(str(text))
        for head, branch in tree.items()
        for tail, text in branch.items()
    }


def _method(path: Path) -> Iterator[tuple[str, str]]:
    if not path.is_file():
        return
    for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
        match = DEFINED.match(paragraph.strip())
        if match:
            yield match[1].partition(",")[0].lower(), " ".join(match[2].split())


def _pictures(project: Path) -> Iterator[tuple[str, Picture]]:
    """The charts of the executed notebooks by label, and those of the summary by file name."""
    for path in sorted((project / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            label = LABEL.search("".join(cell["source"]))
            for output in cell.get("outputs", ()):
                data = output.get("data", {})
                if label and "image/png" in data:
                    content = base64.b64decode("".join(data["image/png"]))
                    yield label[1], _picture("".join(data.get("text/plain", "")), content)
    alternatives = {
        name: re.sub(r"\\(.)", r"\1", alt or caption)
        for path in (project / "fragments").glob("*.md")
        for caption, name, alt in CHART.findall(path.read_text(encoding="utf-8"))
    }
    for path in sorted((project / "charts").glob("*.png")):
        if path.name.startswith(CHART_START):
            continue  # on a slide is what the notebook drew
        yield path.name, _picture(alternatives.get(path.name, ""), path.read_bytes())


def _picture(alt: str, content: bytes) -> Picture:
    return Picture(alt, hashlib.sha256(content).hexdigest(), content)
