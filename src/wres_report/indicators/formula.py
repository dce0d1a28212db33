"""What a figure is made of: two others, and what is done with them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

LESS, DIVIDED = "−", "÷"


@dataclass(frozen=True)
class Formula:
    """sign: ``−`` or ``÷``. parts: the keys of the two figures; none for a figure that is read."""

    sign: str = ""
    parts: tuple[str, ...] = ()

    def is_shown(self, keys: Container[str]) -> bool:
        """Whether both figures are among those that are shown."""
        return bool(self.parts) and all(part in keys for part in self.parts)


READ = Formula()
