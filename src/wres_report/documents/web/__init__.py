"""Web pages, read as a browser shows them."""
