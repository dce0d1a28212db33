"""A figure of ours that a published one is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """display: as we print it."""

    value: float
    unit: str
    display: str
