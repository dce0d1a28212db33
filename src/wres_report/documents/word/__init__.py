"""Word documents, read from their XML as Word shows them with all changes accepted."""
