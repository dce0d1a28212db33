"""The audit: from a document and known figures to findings."""

from __future__ import annotations

from wres_report.claims.claim import Finding
from wres_report.claims.figures import Figures
from wres_report.claims.grammar import claims_of
from wres_report.claims.judging import judge_all
from wres_report.claims.passages import Document


def audit(document: Document, figures: Figures) -> list[Finding]:
    """Every claim of the document that can be told, with its verdict, in its order."""
    return judge_all(claims_of(document.passages, figures.year), figures)
