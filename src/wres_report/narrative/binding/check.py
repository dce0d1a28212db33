"""Holds a trust's own words against the figures of its report. Read ``check_text`` first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.claims.numbers import numbers_in
from wres_report.claims.own_name import read_all
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Passage
from wres_report.narrative.binding.literals import Literal, literals_in
from wres_report.narrative.binding.remark import Remark
from wres_report.narrative.binding.suggestions import nearest, variable_for
from wres_report.narrative.variables import filled

INDICATOR_FILE = re.compile(r"indicator-(\d+)\.md$")
NATIONAL_FILE = re.compile(r"national-picture\.md$")
MARK = 'mark it as one from outside: [{text}]{{.outside source="…"}}'


def check_text(
    text: str, where: str, variables: Mapping[str, str], figures: Figures | None
) -> list[Remark]:
    """What is to be said of a narrative file, in the order of its lines.

    A figure that is written out is right where its sentence says of which group, indicator and
    year it is, and a variable prints that figure as it stands; then the variable is suggested.
    Otherwise it is wrong, as is a word of direction that the figures contradict. figures: None for
    a standard whose sentences are not read: then what is written out is told, and not judged.
    Raises a narrative fault for a variable that there is not, and for a mark without a source.
    """
    printed = {key: " ".join(value.split()) for key, value in variables.items()}
    words = filled(text, printed, where)
    passages = _passages(words, where)
    reads = read_all(passages, figures) if figures is not None else []
    findings = [finding for read in reads for finding in read.findings]
    remarks = []
    for literal in literals_in(text, where):
        known = _about(literal, passages, findings)
        remarks.append((literal.line, _remark(literal, known, where, printed)))
    for finding in findings:
        # A number that a variable prints is what it is; only words are the author's own.
        of_words = not any(sign.isdigit() for sign in finding.found)
        if finding.verdict is Verdict.CONTRADICTS and of_words:
            line = finding.passage.place
            remarks.append((line, _contradicted(finding, f"{where}, line {line}")))
    return [remark for _, remark in sorted(remarks, key=lambda pair: pair[0])]


def told_apart(
    text: str, where: str, variables: Mapping[str, str], figures: Figures
) -> list[tuple[Literal, str]]:
    """Each figure that a text writes out, with the variable that its sentence tells it to be.

    The variable is empty where the sentence leaves open of which group, indicator or year the
    figure is, or says another one. Raises as ``check_text`` does.
    """
    printed = {key: " ".join(value.split()) for key, value in variables.items()}
    passages = _passages(filled(text, printed, where), where)
    findings = [finding for read in read_all(passages, figures) for finding in read.findings]
    found = []
    for literal in literals_in(text, where):
        known = _about(literal, passages, findings)
        right = bool(known) and known[0].verdict is Verdict.AGREES
        indicators = {finding.indicator for finding in known}
        found.append((literal, variable_for(literal, indicators, printed) if right else ""))
    return found


def _passages(words: str, where: str) -> list[Passage]:
    collector = Collector()
    of_indicator = INDICATOR_FILE.search(where)
    if of_indicator:
        collector.headings.add(1, f"Indicator {of_indicator[1]}")
    elif NATIONAL_FILE.search(where):
        collector.headings.add(1, "The national picture of race equality in the NHS")
    read_lines(list(enumerate(words.split("\n"), start=1)), collector)
    return collector.passages


def _about(literal: Literal, passages: list[Passage], findings: Iterable[Finding]) -> list[Finding]:
    """The findings on a literal figure; none unless all figures printed alike are told apart.

    The literal may be any of those that its paragraph prints alike, typed or by a variable, and
    what is known of one says nothing of another.
    """
    number = literal.number
    near = [p for p in passages if p.place <= literal.line and literal.text in p.text]
    if number is None or not near:
        return []
    alike = [p for p in passages if p.block == near[-1].block]
    printed = sum(n.text == number.text for p in alike for n in numbers_in(p.text))
    known = [f for f in findings if f.passage in alike and _prints(f, number.text)]
    wrong = [finding for finding in known if finding.verdict is Verdict.CONTRADICTS]
    right = [finding for finding in known if finding.verdict is Verdict.AGREES]
    told = {(id(finding.passage), finding.start) for finding in right}
    return wrong or (right if len(told) >= printed else [])


def _prints(finding: Finding, text: str) -> bool:
    """Whether a finding is on a number that is printed so, hedged or not."""
    return finding.found == text or finding.found.endswith(f" {text}")


def _remark(
    literal: Literal, known: list[Finding], where: str, printed: Mapping[str, str]
) -> Remark:
    at = f"{where}, line {literal.line}"
    if known and known[0].verdict is Verdict.CONTRADICTS:
        return _contradicted(known[0], at)
    indicators = {finding.indicator for finding in known}
    variable = variable_for(literal, indicators, printed) if known else ""
    if variable:
        what = f"The figure “{literal.text}” is right now, and would stay when the data changes."
        return Remark(at, what, f"Write {{{{< var {variable} >}}}}.", wrong=False)
    what = f"The figure “{literal.text}” is written out, and which one it is cannot be told."
    of_file = INDICATOR_FILE.search(where)
    near = nearest(literal, {int(of_file[1])} if of_file else indicators, printed)
    named = f"Name a variable, {near} being the nearest, or " if near else "Name a variable, or "
    return Remark(at, what, f"{named}{MARK.format(text=literal.text)}.", wrong=True)


def _contradicted(finding: Finding, at: str) -> Remark:
    expected = f" The report has {finding.expected}." if finding.expected else ""
    what = f"“{finding.found}” is not what the figures say: {finding.why}{expected}"
    return Remark(at, what, "Correct the sentence; name the variable instead of a figure.", True)
