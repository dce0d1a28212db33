"""Binds the trust's own words to its figures: variables, and the check that they exist."""
