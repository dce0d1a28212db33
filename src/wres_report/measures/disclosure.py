"""What is a small number, and what stands in the place of a figure that is not shown.

Which others must go with the small ones is told by ``wres_report.disclosure``.
"""

from __future__ import annotations

from wres_report.measures.value import Status, Value, absent


def is_small(number: float | None, minimum: int) -> bool:
    """Whether a count is shown to nobody: from 1 up to below the minimum. Zero is shown."""
    return number is not None and 0 < number < minimum


def hide_if(value: Value, hidden: bool, why: str = "small number") -> Value:
    """The figure, or a suppressed one in its place."""
    if hidden and value.ok:
        return absent(value.unit, Status.SUPPRESSED, why)
    return value
