"""What a figure is made of: two others, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wres_report.measures.value import Value

LESS, DIVIDED = "−", "÷"
# Figures are kept to ten decimals, so that a share and what is made of it differ behind these.
NEAR = 1e-6


@dataclass(frozen=True)
class Formula:
    """sign: ``−`` or ``÷``. parts: the keys of the two figures; none for a figure that is read."""

    sign: str = ""
    parts: tuple[str, ...] = ()

    def gives(self, value: Value, values: Mapping[str, Value]) -> bool:
        """Whether a figure is what the formula makes of the figures that are shown.

        A key tells what a figure should be made of; this, that it was. Last year's ratio may be
        as it was published, beside rates of another source.
        """
        if not self.parts or not all(part in values for part in self.parts):
            return False
        first, second = (values[part].number for part in self.parts)
        if self.sign == DIVIDED and not second:
            return False
        made = first / second if self.sign == DIVIDED else first - second
        return abs(made - value.number) <= NEAR * max(1.0, abs(made))


READ = Formula()
