"""Proves that a report can be built again: elsewhere, under another hat, with the same bytes."""
