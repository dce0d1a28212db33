"""Builds reports: the gate, the notebooks, the staged project, the documents, the manifest."""
