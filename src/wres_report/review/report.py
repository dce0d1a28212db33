"""The report that was sent out: its paragraphs, its figures and what its variables print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from wres_report.diff.reading import read_outputs
from wres_report.faults import input_fault
from wres_report.finished.files import MANIFEST
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.sections import sections_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.variables import VARIABLE, quarto_name
from wres_report.report.anchors import LONGEST, plain
from wres_report.review.flow import Flow, Paragraph
from wres_report.review.reading import read_flow

WORD = "report.docx"


@dataclass
class SentReport:
    """flow: its Word file. results: ``results.json``. printed: what the variables print, by the
    name that Quarto knows them by."""

    workspace: Workspace
    trust_year: TrustYear
    flow: Flow
    results: Mapping[str, Any]
    printed: Mapping[str, str]
    sections: Mapping[str, str] = field(default_factory=dict)

    def variables(self, source: str) -> dict[str, str]:
        """What each variable of a source prints, by its key."""
        keys = dict.fromkeys(VARIABLE.findall(source))
        named = {key: quarto_name(key) for key in keys}
        return {key: self.printed[name] for key, name in named.items() if name in self.printed}

    def narrative_file(self, section: str) -> Path | None:
        """The file of the section that a bookmark names; None for none of this report."""
        name = self.sections.get(section)
        folder = self.workspace.data_folder(self.trust_year) / "narrative"
        return None if name is None else folder / f"{name}.md"

    @cached_property
    def keys(self) -> dict[str, str]:
        """The keys of the figures by the letters that a bookmark has of them."""
        return {plain(key): key for key in self.results["values"]}

    def figure_key(self, bookmark: str) -> str:
        """The key of the figure that a bookmark marks."""
        _, _, number, shown = bookmark.split("_", 3)
        if shown in self.keys:
            return self.keys[shown]
        cut = LONGEST - len(f"_fig_{number}_")
        return next((key for name, key in self.keys.items() if name[:cut] == shown), shown)

    def figures(self, paragraph: Paragraph) -> list[tuple[int, int, str]]:
        """Start, end and key of each figure of one of its paragraphs."""
        return [
            (start, end, self.figure_key(name))
            for name, start, end in paragraph.ranges
            if name.startswith("_fig_")
        ]

    def origin(self, key: str) -> str:
        """Where the value of a variable comes from, in words."""
        year = self.trust_year
        value = self.results["values"].get(key)
        if value is not None and value.get("source"):
            return ", ".join(value["source"])
        head = key.partition(".")[0]
        settings = self.workspace.relative(self.workspace.params_file(year))
        return {
            **{name: f"data/{year}/{name}.csv" for name in GIVEN},
            "term": settings, "report": settings, "trust": settings,
            "national": "the national figures of the standard",
        }.get(head, "the results")  # fmt: skip


def sent_report(
    workspace: Workspace, trust_year: TrustYear, out: Path, base: Path | None
) -> SentReport:
    """The report of a trust-year as it was sent out.

    out: the outputs folder. base: the Word file that reviewers were given, where it is not the one
    of the outputs. Raises an input fault where the report is not built, or cannot be read.
    """
    folder = out / str(trust_year)
    document = base or folder / WORD
    if not (folder / MANIFEST).is_file() or not document.is_file():
        raise input_fault(
            "The report that was sent out is not there to compare with.",
            document.as_posix(),
            f"Build it as it was: wres build {trust_year} --to docx",
        )
    build = read_outputs(folder, str(trust_year))
    sections = {plain(name): name for name in sections_of(workspace.standard(trust_year))}
    return SentReport(
        workspace, trust_year, read_flow(document), build.results, build.variables, sections
    )
