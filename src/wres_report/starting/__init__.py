"""Starts a trust-year: its settings, empty tables with all their rows, places for its words."""
