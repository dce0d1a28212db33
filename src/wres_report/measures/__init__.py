"""The measures of the standard as pure functions: numbers in, :class:`Value` out."""

from wres_report.measures.value import Status, Unit, Value

__all__ = ["Status", "Unit", "Value"]
