"""Holds what a published document printed against what its data give."""
