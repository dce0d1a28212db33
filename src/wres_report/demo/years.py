"""The WRES years of a synthetic country, as the command names them: ``2021-2024`` or ``2023``."""

from __future__ import annotations

import re

from wres_report.faults import usage_fault

# A report looks back on up to two years, and England's figures, to which a country is fitted,
# begin in 2016. In 2026 indicator 7 changes its basis, and nothing is known of its level then.
FIRST_YEAR, LAST_YEAR = 2018, 2025
YEARS = re.compile(r"^\s*([0-9]{4})\s*(?:[-–]\s*([0-9]{4})\s*)?$")


def parse_years(text: str) -> range:
    """The years from the first to the last; raises a usage fault for anything else."""
    match = YEARS.match(text)
    if match:
        first, last = int(match[1]), int(match[2] or match[1])
        if FIRST_YEAR <= first <= last <= LAST_YEAR:
            return range(first, last + 1)
    raise usage_fault(
        f"“{text}” names no years that a synthetic country can have.",
        where="--years",
        action=f"Write one WRES year, or the first and the last, from {FIRST_YEAR} to "
        f"{LAST_YEAR}: 2023, or 2021-2024.",
    )
