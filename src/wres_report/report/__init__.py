"""Stages the Quarto project of a report and renders it."""
