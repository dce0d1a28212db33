"""Whether a file that came back is the report it is said to be, before anything is made of it.

The program's own bookmark settles it. Where another build or another program has left none that
agrees, the properties of the file tell the trust and the year; where those are gone too, the
paragraphs of a sentence or more do: those of another trust's report are other words.
"""

from __future__ import annotations

from pathlib import Path

from wres_report.faults import Fault, usage_fault
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.review.flow import Flow
from wres_report.review.matching import is_told
from wres_report.review.report import SentReport
from wres_report.words import counted

# Headings, labels and figures are alike in all reports; a sentence is not.
SENTENCE = 40  # signs
# Measured: two builds of one report, far apart, share 78% of such paragraphs; the reports of two
# trusts 34%, which are what the program says to all; a paper that was never a report none.
SAME_REPORT = 0.45
RUNNING = ("header", "footer")  # names of trust and standard, alike in other papers
TRUST, YEARS, YEARS_PART = "Trust", "Years", " · "


def check_belongs(report: SentReport, reviewed: Flow, document: Path) -> None:
    """Raise a usage fault where the file is another report, or none."""
    if reviewed.digest and reviewed.digest == report.flow.digest:
        return
    here, there = _told_of(report.flow), _told_of(reviewed)
    if here and there:
        if here != there:
            raise _another(report, there, document)
        return
    _check_words(report, reviewed, document)


def _told_of(flow: Flow) -> tuple[str, str] | None:
    """The trust and the year that the properties tell; None where they do not."""
    trust = " ".join(flow.properties.get(TRUST, "").split())
    year = flow.properties.get(YEARS, "").partition(YEARS_PART)[0].strip()
    return (trust, year) if trust and year else None


def _another(report: SentReport, told: tuple[str, str], document: Path) -> Fault:
    trust, year = told
    named = _name_of(report.workspace, trust, year)
    return usage_fault(
        f"This is the report of {f'{named} (' if named else ''}{trust}, {year}"
        f"{')' if named else ''}, not of {report.trust_year}.",
        document.as_posix(),
        f"Say whose it is: --of {named}." if named
        else f"Name the file that came back of {report.trust_year}. If this is it, and the trust "
        "has another name now, name the file that was sent out with --base.",
    )  # fmt: skip


def _name_of(workspace: Workspace, trust: str, year: str) -> str:
    """The trust-year of the workspace whose settings have that name; empty where none has."""
    for one in workspace.trust_years():
        if str(one.year) not in year or workspace.standard(one).short not in year:
            continue
        if _trust_named(workspace, one) == trust:
            return str(one)
    return ""


def _trust_named(workspace: Workspace, one: TrustYear) -> str:
    try:
        return " ".join(read_params(workspace, one).name.split())
    except Fault:  # its settings are not what is asked about
        return ""


def _check_words(report: SentReport, reviewed: Flow, document: Path) -> None:
    known = {p.whole for p in report.flow.paragraphs if is_told(p)}
    told = [p.original for p in reviewed.paragraphs
            if p.part not in RUNNING and is_told(p) and p.original.strip()]  # fmt: skip
    sentences = [text for text in told if len(text) >= SENTENCE] or told
    found = sum(text in known for text in sentences)
    if sentences and found >= SAME_REPORT * len(sentences):
        return
    share = f"{found or 'none'} of its {counted(len(sentences), 'paragraph')} of a sentence or more"
    what = (
        f"This is not a report of wres: {share} is one of {report.trust_year}'s."
        if not found
        else f"This is not the report of {report.trust_year}: only {share} "
        f"{'is one' if found == 1 else 'are those'} of it."
    )
    raise usage_fault(
        what, document.as_posix(),
        "Name the Word file that came back. If this is it, and it was made from another build, "
        "name the one that was sent out with --base.",
    )  # fmt: skip
