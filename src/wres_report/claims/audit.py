"""The audit: from a document and known figures to findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.deciding import TO_COMPARE
from wres_report.claims.doubles import double_findings
from wres_report.claims.engine import Read
from wres_report.claims.figures import Figures
from wres_report.claims.own_name import read_all
from wres_report.documents.passages import Document

_DATED = re.compile(r"\b(?:March|WRES|snapshot|year to|survey)\b\D{0,12}(20[1-4]\d)\b", re.I)
_ANY_YEAR = re.compile(r"\b20[1-4]\d\b")


def read_claims(document: Document, figures: Figures) -> list[Read]:
    """Every passage of a document with its findings and with what was not judged."""
    return list(read_all(document.passages, figures))


def findings_of(reads: Sequence[Read], figures: Figures, place_word: str = "line") -> list[Finding]:
    """The findings in the order of the document.

    Where no figures are known, two figures for one thing are told. place_word: what a place counts.
    """
    found = _with_the_other_figure([finding for read in reads for finding in read.findings])
    if not figures.values:
        found += double_findings([told for read in reads for told in read.told], place_word)
        found.sort(key=lambda finding: finding.passage.place)
    return found


def _with_the_other_figure(findings: list[Finding]) -> list[Finding]:
    """The findings; a wrong benchmark says where the document itself prints the right one."""
    right = {
        finding.indicator: finding
        for finding in reversed(findings)
        if finding.verdict is Verdict.AGREES and finding.why.startswith(TO_COMPARE)
    }
    told = []
    for finding in findings:
        other = right.get(finding.indicator)
        if finding.fault is Fault.WRONG_BENCHMARK and other is not None:
            where = f"The document prints {other.found} as well, at {other.passage.place}."
            finding = replace(finding, why=f"{finding.why} {where}")
        told.append(finding)
    return told


def audit(document: Document, figures: Figures) -> list[Finding]:
    """Every claim of the document that can be told, with its verdict, in its order."""
    return findings_of(read_claims(document, figures), figures, document.place_word)


def no_figures(document: Document) -> Figures:
    """No figures at all, for the year that a document is about, as far as it tells."""
    texts = [passage.text for passage in document.passages]
    for pattern in (_DATED, _ANY_YEAR):
        years = Counter(int(found[-4:]) for text in texts for found in pattern.findall(text))
        if years:
            return Figures("", max(years, key=lambda year: (years[year], year)))
    return Figures("", 0)
