"""A synthetic country: a workspace of invented trusts, for trying things and for scale.

Nothing in it describes a real trust. Everything follows from a seed and the number of a trust,
so a trust is the same in a small country and in a large one, whichever years are written.
"""

from wres_report.demo.writing import Country, write_country
from wres_report.demo.years import FIRST_YEAR, LAST_YEAR, parse_years

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Country", "parse_years", "write_country"]
