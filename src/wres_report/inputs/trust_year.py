"""A trust-year: organisation, year and standard, written ``RV9/2021`` or ``RV9/2021/wdes``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import total_ordering
from typing import Any

from wres_report.faults import usage_fault
from wres_report.standard import HOME

TRUST_YEAR_PATTERN = re.compile(
    r"^(?P<code>[A-Z0-9]{3,6})/(?P<year>20[0-9]{2})(?:/(?P<standard>[a-z][a-z0-9]{1,19}))?$"
)
# Names of devices: a folder that is called so cannot be opened under Windows.
WINDOWS_KEEPS = re.compile(r"CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9]")


@total_ordering
@dataclass(frozen=True)
class TrustYear:
    """code: the ODS organisation code. year: that of the 31 March snapshot. standard: the name of
    the standard that it is measured by; the one that trust-years are of by themselves goes without
    a name."""

    code: str
    year: int
    standard: str = HOME

    def __str__(self) -> str:
        """Also its place below ``data/`` and ``outputs/``."""
        return f"{self.code}/{self.year}{'' if self.standard == HOME else f'/{self.standard}'}"

    def __lt__(self, other: TrustYear) -> bool:
        """By code and year; the standard that needs no name comes first."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, bool, str]:
        return self.code, self.year, self.standard != HOME, self.standard

    @classmethod
    def parse(cls, text: str) -> TrustYear:
        """Read ``RV9/2021``; raise a usage fault for anything else.

        What a person types may have small letters, and the stroke of a folder under Windows.
        """
        code, *others = text.strip().replace("\\", "/").split("/")
        match = TRUST_YEAR_PATTERN.match("/".join([code.upper(), *others]))
        if match is None:
            raise usage_fault(
                f"“{text}” is not a trust-year.",
                action="Write the organisation code and the WRES year, for example RV9/2021.",
            )
        if WINDOWS_KEEPS.fullmatch(match["code"]):
            raise usage_fault(
                f"“{match['code']}” is a name that Windows keeps for itself, so no folder can have "
                "it there.",
                action="Write the organisation code as the ODS has it, for example RV9.",
            )
        return cls(match["code"], int(match["year"]), match["standard"] or HOME)

    @classmethod
    def of_results(cls, results: Mapping[str, Any]) -> TrustYear:
        """That of a ``results.json``; raises KeyError or a usage fault for none."""
        return cls.parse(f"{results['trust']}/{results['year']}/{results.get('standard', HOME)}")

    def in_results(self) -> dict[str, Any]:
        """As ``results.json`` has it: ``of_results`` reads it back."""
        named = {} if self.standard == HOME else {"standard": self.standard}
        return {"trust": self.code, "year": self.year, **named}

    @property
    def previous(self) -> TrustYear:
        return replace(self, year=self.year - 1)

    @property
    def name(self) -> str:
        """The name of its settings file, without the ending: ``2021`` or ``2021-wdes``."""
        return f"{self.year}{'' if self.standard == HOME else f'-{self.standard}'}"

    @property
    def snapshot(self) -> str:
        """The date of the workforce snapshot, as words."""
        return f"31 March {self.year}"

    @property
    def survey_year(self) -> int:
        """The NHS Staff Survey that belongs to this year is that of the autumn before."""
        return self.year - 1
