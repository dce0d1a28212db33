"""The passages of a document, for modules that still look for them here."""

from wres_report.documents.passages import Collector, Document, Passage, sentences

__all__ = ["Collector", "Document", "Passage", "sentences"]
