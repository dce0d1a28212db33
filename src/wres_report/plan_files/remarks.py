"""Gathers what a person should know of an import; nothing is lost without a remark."""

from __future__ import annotations

from wres_report.plan_files.grid import Remark


class Remarks:
    """Remarks in the order in which they first come up, those of the same words as one."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[str]] = {}

    def add(self, kind: str, text: str, place: str = "") -> None:
        """Say something, or say it of one place more."""
        places = self._found.setdefault((kind, text), [])
        if place and place not in places:
            places.append(place)

    def all(self) -> tuple[Remark, ...]:
        """Every remark, once."""
        return tuple(
            Remark(kind, text, tuple(places)) for (kind, text), places in self._found.items()
        )
