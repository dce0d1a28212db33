"""Runs notebooks for a trust-year and reads what they hand over."""
