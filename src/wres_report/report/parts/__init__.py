"""The parts of the report that are made from its results, as Markdown files."""
