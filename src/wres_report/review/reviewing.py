"""A reviewed Word file, brought back: every comment and every change with its place."""

from __future__ import annotations

from pathlib import Path

from wres_report.review.added import added_findings
from wres_report.review.belonging import check_belongs
from wres_report.review.flow import Flow
from wres_report.review.generated import generated_findings, generated_place
from wres_report.review.inlaid import inlaid_findings
from wres_report.review.matching import Matched, match
from wres_report.review.model import Finding, Review, State
from wres_report.review.own_words import (
    moved_sources,
    own_findings,
    own_hunks,
    own_text,
)
from wres_report.review.placing import Placing
from wres_report.review.plan_rows import row_findings
from wres_report.review.plans import plan_review
from wres_report.review.reading import read_flow
from wres_report.review.remarks import comment_findings
from wres_report.review.report import SentReport
from wres_report.review.unwritten import said_in_place, unwritten_findings
from wres_report.words import counted

ANOTHER = (
    "This file was made from another build than the one in the outputs folder, so its paragraphs "
    "are known by their words alone, and what differs between the two builds looks like an "
    "untracked change. Name the file that was sent out with --base."
)
MOVED = "The paragraph stands in another place; the program decides where it is printed."


def review(report: SentReport, document: Path, *, removing: bool = False) -> Review:
    """All comments and changes of a reviewed file, with what can be written into the sources.

    removing: whether rows of a plan that were deleted are to be taken out of its file. Raises a
    usage fault where the file is another report, or none.
    """
    reviewed = read_flow(document)
    check_belongs(report, reviewed, document)
    matched = match(report.flow, reviewed)
    result = Review(str(report.trust_year), document.name)
    if reviewed.digest != report.flow.digest:
        result.remarks.append(ANOTHER)
    own = {unit.section: own_text(report, unit) for unit in matched.units if unit.section}
    hunks = {section: own_hunks(text, reviewed) for section, text in own.items()}
    moved = moved_sources([(own[section], found) for section, found in hunks.items()])
    plans = plan_review(report, matched.units, reviewed)
    placing = Placing(plans, reviewed, matched, own)
    result.findings += comment_findings(placing)
    unwritten = said_in_place(report)
    for unit in matched.units:
        if unit.section:
            found, change = own_findings(report, own[unit.section], hunks[unit.section], moved)
            result.findings += found
            result.files += [change] if change is not None else []
        elif (plan := plans.plan_at(unit.before[0])) is not None:
            result.findings += plans.findings(plan, unit, reviewed)
        elif section := unwritten.get(report.flow.paragraphs[unit.before[0]].whole.strip()):
            result.findings += unwritten_findings(report, section, unit, reviewed)
        else:
            result.findings += generated_findings(report, unit, reviewed)
    found, rows = row_findings(plans, reviewed, matched, removing=removing)
    result.findings += found
    result.files += plans.files()
    result.books += plans.books()
    result.findings += added_findings(placing, rows)
    result.findings += inlaid_findings(report.flow, placing)
    result.findings += _moved(report, matched)
    looks = _looks(reviewed)
    if looks:
        result.remarks.append(looks)
    return result


def _moved(report: SentReport, matched: Matched) -> list[Finding]:
    """Generated paragraphs that were put elsewhere without tracking."""
    generated = {n for unit in matched.units if not unit.section for n in unit.before}
    return [
        Finding("move", generated_place(report, matched.of[n]), State.REFUSED,
                report.flow.paragraphs[matched.of[n]].whole, tracked=False, reason=MOVED)
        for n in sorted(matched.moved)
        if matched.of[n] in generated
    ]  # fmt: skip


def _looks(reviewed: Flow) -> str:
    """Changes of format, which the report's own styles decide: counted, with their authors."""
    changes = reviewed.formats
    if not changes:
        return ""
    by = ", ".join(dict.fromkeys(c.author for c in changes if c.author)) or "no author"
    told = counted(len(changes), "tracked change")
    return f"{told} of format by {by} not taken over: the report has styles of its own."
