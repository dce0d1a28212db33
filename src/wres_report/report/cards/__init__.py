"""Where each figure of a report comes from: definition, parts, rows, notebook cell and hash."""
