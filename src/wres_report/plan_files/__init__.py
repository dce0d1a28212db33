"""Action plans in files that people write: read from .xlsx, .docx and .csv, written as .xlsx."""
