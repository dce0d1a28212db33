"""The page of all reports in an outputs folder."""

from wres_report.index.write import write_index

__all__ = ["write_index"]
