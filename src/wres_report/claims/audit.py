"""The audit: from a document and known figures to findings."""

from __future__ import annotations

from wres_report.claims.claim import Finding
from wres_report.claims.engine import Read, read_all
from wres_report.claims.figures import Figures
from wres_report.claims.passages import Document


def read_document_claims(document: Document, figures: Figures) -> list[Read]:
    """Every passage of a document with its findings and with what was not judged."""
    return list(read_all(document.passages, figures))


def audit(document: Document, figures: Figures) -> list[Finding]:
    """Every claim of the document that can be told, with its verdict, in its order."""
    return [f for read in read_document_claims(document, figures) for f in read.findings]
