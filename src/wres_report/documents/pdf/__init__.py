"""PDF files: words with their places put together again into lines, columns, tables and text."""
