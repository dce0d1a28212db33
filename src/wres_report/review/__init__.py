"""Brings a Word file that reviewers have commented and edited back to where its words come from."""
