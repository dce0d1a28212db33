"""Holds a trust's own words against the figures of its report. Read ``check_text`` first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wres_report.binding.literals import Literal, literals_in
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.documents import read_lines
from wres_report.claims.figures import Figure, Figures
from wres_report.claims.grammar import claims_of
from wres_report.claims.judging import judge_all
from wres_report.claims.passages import Collector, Passage
from wres_report.measures.value import rounded
from wres_report.narrative.variables import filled

INDICATOR_FILE = re.compile(r"indicator-(\d)\.md$")
NATIONAL_FILE = re.compile(r"national-picture\.md$")
MARK = 'mark it as one from outside: [{text}]{{.outside source="…"}}'


@dataclass(frozen=True)
class Remark:
    """One thing about the words. where: file and line. wrong: whether it stops a strict build."""

    where: str
    what: str
    action: str
    wrong: bool

    def __str__(self) -> str:
        return f"{self.where}: {self.what}\n  to do: {self.action}"


def check_text(
    text: str, where: str, variables: Mapping[str, str], figures: Figures
) -> list[Remark]:
    """What is to be said of a narrative file, in the order of its lines.

    A figure that is written out is right where its sentence says of which group, indicator and
    year it is, and the report has that figure; then the variable is suggested. Otherwise it is
    wrong, as is a word of direction that the figures contradict. Raises a narrative fault for a
    variable that there is not, and for a mark without a source.
    """
    printed = {key: " ".join(value.split()) for key, value in variables.items()}
    words = filled(text, printed, where)
    passages = _passages(words, where)
    findings = judge_all(claims_of(passages, figures.year), figures)
    remarks = []
    for literal in literals_in(text, where):
        known = list(_about(literal, passages, findings))
        remarks.append((literal.line, _remark(literal, known, where, printed, figures)))
    for finding in findings:
        # A number that a variable prints is what it is; only words are the author's own.
        of_words = not any(sign.isdigit() for sign in finding.found)
        if finding.verdict is Verdict.CONTRADICTS and of_words:
            line = finding.passage.place
            remarks.append((line, _contradicted(finding, f"{where}, line {line}")))
    return [remark for _, remark in sorted(remarks, key=lambda pair: pair[0])]


def _passages(words: str, where: str) -> list[Passage]:
    collector = Collector()
    of_indicator = INDICATOR_FILE.search(where)
    if of_indicator:
        collector.headings.add(1, f"Indicator {of_indicator[1]}")
    elif NATIONAL_FILE.search(where):
        collector.headings.add(1, "The national picture of race equality in the NHS")
    read_lines(list(enumerate(words.split("\n"), start=1)), collector)
    return collector.passages


def _about(
    literal: Literal, passages: Iterable[Passage], findings: Iterable[Finding]
) -> Iterator[Finding]:
    """The findings on a literal figure: on this number, in the last sentence that can hold it."""
    place = max(
        (p.place for p in passages if p.place <= literal.line and literal.text in p.text), default=0
    )
    for finding in findings:
        if finding.passage.place == place and finding.found == literal.number.printed:
            yield finding


def _remark(
    literal: Literal, known: list[Finding], where: str, printed: Mapping[str, str],
    figures: Figures,
) -> Remark:  # fmt: skip
    at = f"{where}, line {literal.line}"
    verdicts = {finding.verdict for finding in known}
    if Verdict.CONTRADICTS in verdicts:
        return _contradicted(next(f for f in known if f.verdict is Verdict.CONTRADICTS), at)
    if Verdict.AGREES in verdicts and (variable := _variable_for(literal, known, printed, figures)):
        what = f"The figure “{literal.text}” is right now, and would stay when the data changes."
        return Remark(at, what, f"Write {{{{< var {variable} >}}}}.", wrong=False)
    near = _nearest(literal, figures)
    what = f"The figure “{literal.text}” is written out, and which one it is cannot be told."
    nearest = f"Name a variable, {near} being the nearest, or " if near else "Name a variable, or "
    return Remark(at, what, f"{nearest}{MARK.format(text=literal.text)}.", wrong=True)


def _contradicted(finding: Finding, at: str) -> Remark:
    expected = f" The report has {finding.expected}." if finding.expected else ""
    what = f"“{finding.found}” is not what the figures say: {finding.why}{expected}"
    return Remark(at, what, "Correct the sentence; name the variable instead of a figure.", True)


def _variable_for(
    literal: Literal, known: list[Finding], printed: Mapping[str, str], figures: Figures
) -> str:
    """The variable of the indicator that prints as the literal does; empty where none does."""
    indicators = {finding.indicator for finding in known if finding.verdict is Verdict.AGREES}
    starts = tuple(f"i{indicator}." for indicator in indicators)
    starts += ("workforce.",) if 1 in indicators else ()
    fitting = [
        key
        for key, figure in figures.values.items()
        if key in printed and key.startswith(starts) and _fits(literal, figure)
    ]
    return min(fitting, key=len, default="")


def _fits(literal: Literal, figure: Figure) -> bool:
    """Whether it is the figure exactly as rounded: a variable prints no “about”."""
    number = literal.number
    return (
        figure.value is not None
        and _same_unit(literal, figure)
        and rounded(figure.value, number.decimals) == rounded(number.value, number.decimals)
    )


def _same_unit(literal: Literal, figure: Figure) -> bool:
    unit = literal.number.unit
    if unit in ("percent", "pp"):
        return figure.unit == unit
    return figure.unit in ("count", "ratio", "score")


def _nearest(literal: Literal, figures: Figures) -> str:
    """The variable whose value is nearest, with what it prints; empty where none has the unit."""
    known = [
        (abs(figure.value - literal.number.value), key, figure)
        for key, figure in figures.values.items()
        if figure.value is not None and _same_unit(literal, figure)
    ]
    if not known:
        return ""
    _, key, figure = min(known, key=lambda entry: entry[:2])
    return f"{key} ({figure.written()})"
