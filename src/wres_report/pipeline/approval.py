"""Says in a staged report what differs from the version that was approved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from wres_report.diff.compare import compare
from wres_report.diff.pins import read_pin
from wres_report.diff.reading import build_of
from wres_report.diff.since import since_approval
from wres_report.faults import input_fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.report.parts.approval import approval_part
from wres_report.report.staging import APPROVAL, write_yaml
from wres_report.yaml_loaders import SafeLoader

DRAFT, APPROVED, CHANGED = "draft", "approved", "changed"  # states that the cover has words for


def write_approval(
    staged: Path, pin: Path, where: str, trust_year: TrustYear, standards: Path
) -> None:
    """Write the box into the project of a report that is staged otherwise.

    staged: the folder with its results, workbook and project. pin: the build that was approved.
    where: how people call that file. standards: the workspace's own. Raises an input fault where
    it cannot be read or is of another trust-year.
    """
    pinned, approved = read_pin(pin, where)
    if pinned.trust_year != trust_year:
        raise input_fault(
            f"This pin is of {pinned.trust_year}, not of {trust_year}.", where,
            f"Remove it, or pin the build again: wres pin {trust_year}",
        )  # fmt: skip
    # The box says nothing of inputs and program, so the same manifest serves both.
    built = build_of(staged, pinned.manifest, str(trust_year))
    builds = (replace(build, standards=standards) for build in (pinned, built))
    since = since_approval(compare(*builds))
    text = approval_part(approved, since)
    _tell_on_the_cover(staged / "report" / "_quarto.yml", changed=bool(since.total))
    path = staged / "report" / "fragments" / f"{APPROVAL}.md"
    path.write_text(text, encoding="utf-8", newline="\n")


def _tell_on_the_cover(project: Path, *, changed: bool) -> None:
    """Let the cover say what the box says: a draft that was approved is a draft no longer."""
    settings = yaml.load(project.read_text(encoding="utf-8"), Loader=SafeLoader)
    if settings["wres"]["state"] == DRAFT:
        settings["wres"]["state"] = CHANGED if changed else APPROVED
        write_yaml(project, settings)
