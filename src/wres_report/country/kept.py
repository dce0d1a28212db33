"""What an earlier national report was made from, so that only what has changed is made again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wres_report.country.findings import Finding
from wres_report.country.making import Country, epoch_of
from wres_report.country.tables import FINDINGS, findings_of_csv
from wres_report.hashes import file_hash, json_hash, tree_hashes
from wres_report.inputs.workspace import NATIONAL
from wres_report.peers.figure import Figure
from wres_report.peers.nation import YEARS
from wres_report.peers.reading import FIGURES, figures_of_csv
from wres_report.program import package_hashes, versions
from wres_report.standard import HOME, Standard, load_standard
from wres_report.standard.loading import FOLDER as PACKAGED

if TYPE_CHECKING:
    from nbformat import NotebookNode

KIND = NATIONAL
NOTEBOOKS, MANIFEST = "notebooks", "national.json"
FORM = {"key": str, "notebooks": dict, "outputs": dict, "inputs": dict, "formats": list,
        "renderer": dict, "standard": str}  # fmt: skip


@dataclass(frozen=True)
class Table:
    """What the report is made from: the figures of the table, and what was found in it.

    standard: that of the figures.
    """

    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...]
    standard: Standard = field(default_factory=load_standard)

    @cached_property
    def year(self) -> int:
        """The newest, which the report is about."""
        return max(figure.year for figure in self.figures)

    @property
    def years(self) -> range:
        """Those that the report tells of."""
        return range(self.year - YEARS + 1, self.year + 1)

    @property
    def epoch(self) -> int:
        return epoch_of(self.year)


def table_of(country: Country) -> Table:
    return Table(country.figures, tuple(country.findings), country.standard)


def read_table(folder: Path, standard: Standard) -> Table:
    """The table as a folder holds it; raises an input fault or OSError where it cannot be read."""
    figures = tuple(figures_of_csv(folder / FIGURES))
    return Table(figures, tuple(findings_of_csv(folder / FINDINGS)), standard)


def notebook_keys(table: Table, templates: Path) -> dict[str, str]:
    """The key of each notebook, by name: a hash of all that its outcome hangs on."""
    rows: dict[str, list[Figure]] = {}
    for figure in table.figures:
        if figure.year in table.years:
            rows.setdefault(figure.indicator, []).append(figure)
    program, of = _program(), _own(table.standard)
    return {
        name: json_hash([
            file_hash(templates / f"{name}.ipynb"), table.year,
            [row for indicator in indicators for row in rows.get(indicator.id, [])], program, *of,
        ])
        for name, indicators in table.standard.in_notebooks().items()
    }  # fmt: skip


def report_key(
    table: Table, notebooks: Mapping[str, bytes], template: Path, renderer: tuple[str, str],
    formats: Sequence[str],
) -> str:  # fmt: skip
    """The key of the project and its documents. notebooks: the executed ones, as files by name.

    renderer: its name and version.
    """
    rows = [figure for figure in table.figures if figure.year in table.years]
    texts = {name: content.decode() for name, content in notebooks.items()}
    return json_hash([
        json_hash(texts), json_hash(rows), table.findings, tree_hashes(template), _program(),
        renderer, sorted(formats), *_own(table.standard),
    ])  # fmt: skip


def comes_with_program(standard: Standard) -> bool:
    """Whether a standard is no workspace's own."""
    return standard.folder.parent == PACKAGED


def _own(standard: Standard) -> list[dict[str, str]]:
    """What a standard that does not come with the program is made of."""
    return [] if comes_with_program(standard) else [tree_hashes(standard.folder)]


def _program() -> list[Any]:
    return [package_hashes(), versions()]


def kept_of(folder: Path) -> dict[str, Any]:
    """What an earlier report says of itself; nothing where there is none, or none of this form."""
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    found.setdefault("standard", HOME)  # one that was made before there was another says nothing
    fits = all(isinstance(found.get(key), kind) for key, kind in FORM.items())
    return found if fits and isinstance(found["renderer"].get("name"), str) else {}


def kept_notebook(
    folder: Path, before: Mapping[str, Any], name: str, key: str
) -> NotebookNode | None:
    """The notebook of an earlier report as it ran; None where it is to run."""
    place = f"{NOTEBOOKS}/{name}.ipynb"
    if not before or before["notebooks"].get(name) != key or not _is_same(folder, before, place):
        return None
    import nbformat

    text = (folder / place).read_text(encoding="utf-8")
    found: NotebookNode = nbformat.reads(text, as_version=4)
    return found


def is_whole(folder: Path, before: Mapping[str, Any]) -> bool:
    """Whether every file of an earlier report is as it was written."""
    return all(_is_same(folder, before, name) for name in before["outputs"])


def _is_same(folder: Path, before: Mapping[str, Any], name: str) -> bool:
    path = folder / name
    return path.is_file() and file_hash(path) == before["outputs"].get(name)
