"""The sections that hold a trust's own words, by the names of their files."""

from __future__ import annotations

import re

from wres_report.standard import Standard

BEFORE = ("preface", "foreword", "introduction", "locality", "indicators", "leadership")
AFTER = ("conclusions", "next-steps", "communications", "national-picture")
OF_INDICATOR = re.compile(r"indicator-([1-9][0-9]?)")


def section_of(number: int, part: str = "") -> str:
    """The section of an indicator, ``indicator-2``, or of a part that is told in words."""
    return f"indicator-{number}" + (f"-{part}" if part else "")


def sections_of(standard: Standard) -> tuple[str, ...]:
    """Every section of a report, in order."""
    told = [section_of(i.number, i.part) for i in standard.of_kind("told")]
    return (*BEFORE, *dict.fromkeys([*map(section_of, standard.numbers), *told]), *AFTER)


def number_of(section: str) -> int | None:
    """The number of the indicator that a section is about; None for any other section."""
    match = OF_INDICATOR.fullmatch(section)
    return int(match[1]) if match else None
