"""The reader of documents, for modules that still look for it here."""

from wres_report.documents.lines import heading_of, read_lines
from wres_report.documents.reading import read_document

__all__ = ["heading_of", "read_document", "read_lines"]
