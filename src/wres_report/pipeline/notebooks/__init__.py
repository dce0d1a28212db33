"""Runs notebooks for a trust-year: which, with what parameters, in which process."""
