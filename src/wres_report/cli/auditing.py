"""``wres audit``: the claims of a finished document, held against a trust-year."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from wres_report.claims.another import Another, another
from wres_report.claims.audit import findings_of, no_figures, read_claims
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.coverage import Coverage, coverage_of
from wres_report.claims.engine import Read
from wres_report.claims.figures import Figures, can_read, figures_of, read_results
from wres_report.claims.page import LOOKS, page
from wres_report.documents.passages import Document
from wres_report.documents.reading import read_document
from wres_report.faults import ExitStatus, input_fault, not_written, usage_fault
from wres_report.files import write_aside
from wres_report.finished.files import RESULTS, folder_of
from wres_report.formats import USUAL
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.options import BuildOptions
from wres_report.standard import Standard, load_standard
from wres_report.words import counted

# Where results are built that are not in the outputs folder, or are out of date there.
OWN_OUTPUTS = "audit"
LONGEST_SHOWN = 100
ITSELF = "itself"


@dataclass(frozen=True)
class Wishes:
    """What the command line says; fields as its options."""

    against: str
    as_json: bool
    html: Path | None
    out: Path | None
    project: Path


def audit(document: Path, wishes: Wishes) -> ExitStatus:
    """Print every claim of the document with its verdict; status 13 where one contradicts."""
    if wishes.html is not None and not wishes.html.absolute().parent.is_dir():
        raise usage_fault("There is no such folder.", wishes.html.parent.as_posix(), "Make it.")
    if wishes.html is not None and wishes.html.absolute() == document.absolute():
        raise usage_fault("The page would replace the document.", "--html", "Name another file.")
    opened = _opened(document, wishes)
    passages, standard = opened.passages, opened.standard
    reads = opened.read()
    findings = findings_of(reads, opened.figures, passages.place_word)
    coverage = coverage_of(reads)
    against = wishes.against or ITSELF
    if wishes.html is not None:
        _write(wishes.html, page(passages, findings, against, coverage, standard))
    if wishes.as_json:
        content = {
            "findings": [f.as_dict(passages.place_word) for f in findings],
            "coverage": coverage.as_dict(passages.place_word),
            "not_read": [str(entry) for entry in passages.not_read],
        }
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
    else:
        _show(passages, findings, against, wishes.html, standard.noun)
        _show_coverage(passages, coverage)
    wrong = any(finding.verdict is Verdict.CONTRADICTS for finding in findings)
    return ExitStatus.NARRATIVE_AT_FAULT if wrong else ExitStatus.DONE


@dataclass(frozen=True)
class _Opened:
    """A document, and the figures that it is held against. another: how a standard is read whose
    sentences the grammar knows with names exchanged. term: what the trust calls the group."""

    passages: Document
    figures: Figures
    standard: Standard
    another: Another | None = None
    term: str = ""

    def read(self) -> list[Read]:
        """Every passage with its findings."""
        if self.another is None:
            return read_claims(self.passages, self.figures)
        return list(self.another.read(self.passages.passages, self.figures, self.term))


def _opened(document: Path, wishes: Wishes) -> _Opened:
    """The document, and the figures that it is held against; none where no trust-year is named."""
    if not wishes.against:
        passages = read_document(document)
        return _Opened(passages, no_figures(passages), load_standard())
    workspace = Workspace.open(wishes.project)
    trust_year = TrustYear.parse(wishes.against)
    workspace.select((wishes.against,))
    standard = workspace.standard(trust_year)
    known = another(standard)
    if known is None and not can_read(standard):
        raise usage_fault(
            f"The audit does not know the sentences of the {standard.short} yet.",
            f"--against {wishes.against}",
            f"Say in standards/{standard.id}/audit.yaml how documents speak of it; that of the "
            "WDES shows how.",
        )
    passages = read_document(document)
    results = _results(workspace, trust_year, wishes.out)
    content, reported = read_results(results), rows_of(workspace, trust_year, "reported")
    if known is None:
        return _Opened(passages, figures_of(content, reported), standard)
    term = content.get("report", {}).get("term", standard.groups.term)
    return _Opened(passages, known.figures(content, reported), standard, known, term)


def _show_coverage(document: Document, coverage: Coverage) -> None:
    """How much was judged, why the rest was not, and what of the document was not read."""
    reasons = "".join(f"\n    {count} × {why}" for why, count in coverage.reasons)
    click.echo(f"{coverage.line}{':' if reasons else '.'}{reasons}")
    if document.not_read:
        click.echo(f"Not read: {', '.join(str(entry) for entry in document.not_read)}.")


def _write(path: Path, text: str) -> None:
    try:
        write_aside(path, text)
    except OSError as error:
        raise not_written(
            error, "The page", path.as_posix(),
            "Close the programs that have it open and see that the folder may be written to.",
        ) from None  # fmt: skip


def _results(workspace: Workspace, trust_year: TrustYear, out: Path | None) -> Path:
    """The results.json of the trust-year; built first where it is missing or out of date."""
    outputs = (out or workspace.outputs).resolve()
    own = workspace.store / OWN_OUTPUTS
    for folder in (outputs, own):
        if _is_current(workspace, trust_year, folder):
            return _results_in(folder, trust_year)
    click.echo(f"The results of {trust_year} are missing or out of date; building them.", err=True)
    return _build(workspace, trust_year, own)


def _results_in(folder: Path, trust_year: TrustYear) -> Path:
    return folder_of(folder, trust_year) / RESULTS


def _is_current(workspace: Workspace, trust_year: TrustYear, folder: Path) -> bool:
    """Whether a build into that folder, of whatever formats, would find its outputs there."""
    if not _results_in(folder, trust_year).is_file():
        return False
    from wres_report.pipeline.build import plan

    tried = [
        BuildOptions(folder, formats, renderer)
        for formats in (USUAL, ("html",))
        for renderer in ("auto", "embedded")
    ]
    return any(plan(workspace, [trust_year], options)[0].up_to_date for options in tried)


def _build(workspace: Workspace, trust_year: TrustYear, folder: Path) -> Path:
    from wres_report.pipeline.build import build
    from wres_report.pipeline.progress import Progress

    options = BuildOptions(folder, ("html",), "embedded")
    outcome = build(workspace, [trust_year], options, Progress(quiet=True))[0]
    if not outcome.built:
        told = [*outcome.findings, *map(str, outcome.faults)]
        raise input_fault(
            "\n".join([f"The results of {trust_year} cannot be built.", *told]),
            workspace.relative(workspace.data_folder(trust_year)),
            f"Put right what is told above; wres check {trust_year} shows it again.",
        )
    return _results_in(folder, trust_year)


def _show(
    document: Document, findings: Sequence[Finding], against: str, html: Path | None, noun: str
) -> None:
    for finding in findings:
        if finding.verdict is not Verdict.AGREES:
            _show_one(finding, document.place_word, noun)
    counts = Counter(finding.verdict for finding in findings)
    told = ", ".join(f"{counts[verdict]} {LOOKS[verdict][1]}" for verdict in LOOKS)
    click.echo(f"{document.name} against {against}: {counted(len(findings), 'claim')}: {told}.")
    if html is not None:
        click.echo(f"The document with its verdicts: {html.as_posix()}")
    else:
        click.echo("Add --html FILE for a page with every sentence and its verdict.")


def _show_one(finding: Finding, place_word: str, noun: str) -> None:
    shape, word = LOOKS[finding.verdict]
    where = f"{place_word} {finding.passage.place}"
    indicator = f"{noun} {finding.numbered}" if finding.numbered else f"no {noun}"
    fault = f" ({finding.fault.words})" if finding.fault else ""
    expected = f"; expected: {finding.expected}" if finding.expected else ""
    click.echo(f"{where}  {shape} {word}{fault}, {indicator}")
    click.echo(f"    {_short(finding.passage.text)}")
    click.echo(f"    found: {finding.found}{expected}")
    click.echo(f"    {finding.why}\n")


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
