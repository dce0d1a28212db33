"""Documents as people see them: .docx, .html, .pdf, .md and .txt read into passages."""
