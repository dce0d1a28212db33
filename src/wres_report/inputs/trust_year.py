"""A trust-year: an organisation code and a WRES year, written ``RV9/2021``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.faults import usage_fault

TRUST_YEAR_PATTERN = re.compile(r"^(?P<code>[A-Z0-9]{3,6})/(?P<year>20[0-9]{2})$")


@dataclass(frozen=True, order=True)
class TrustYear:
    """code: the ODS organisation code. year: the WRES year, that of the 31 March snapshot."""

    code: str
    year: int

    def __str__(self) -> str:
        return f"{self.code}/{self.year}"

    @classmethod
    def parse(cls, text: str) -> TrustYear:
        """Read ``RV9/2021``; raise a usage fault for anything else."""
        match = TRUST_YEAR_PATTERN.match(text)
        if match is None:
            raise usage_fault(
                f"“{text}” is not a trust-year.",
                action="Write the organisation code and the WRES year, for example RV9/2021.",
            )
        return cls(match["code"], int(match["year"]))

    @property
    def previous(self) -> TrustYear:
        return TrustYear(self.code, self.year - 1)

    @property
    def snapshot(self) -> str:
        """The date of the workforce snapshot, as words."""
        return f"31 March {self.year}"

    @property
    def survey_year(self) -> int:
        """The NHS Staff Survey that belongs to this WRES year is that of the autumn before."""
        return self.year - 1
