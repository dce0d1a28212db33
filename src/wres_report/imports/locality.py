"""``locality.csv`` from the census: who lives in the areas that a trust serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from wres_report.faults import input_fault, usage_fault
from wres_report.imports.census import GROUPS, TOTAL, WHITE, Area, Census, read_census
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Certainty, Placement, plain
from wres_report.imports.model import Imported, Line, Remark, Table, Wishes
from wres_report.imports.showing import shown
from wres_report.imports.source import Source
from wres_report.inputs.tables import TABLES

COLUMNS = TABLES["locality"].columns
SHOWN = 8
# Codes of the Government Statistical Service, which have eight digits.
CODE = re.compile(r"[A-Z]\d{8}")
# The census moves single people between small areas so that nobody can be found: sums differ.
LARGEST_DIFFERENCE = 0.01


@dataclass(frozen=True)
class Wanted:
    """An area of the report. label: as it is printed. parts: names or codes that make it up."""

    label: str
    parts: tuple[str, ...]


def read_locality(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:  # noqa: ARG001
    """The wanted areas of a census file, each with its residents and the share of BME people.

    Raises an input fault where the file is no such table, and a usage fault where no area is
    named or one is not in the file.
    """
    census = read_census(source)
    wanted = [parse_area(text) for text in wishes.areas]
    if not wanted:
        raise usage_fault(
            f"This file has {len(census.areas):,} areas: say which ones the trust serves.",
            source.where,
            f"Add --area NAME for each, by name or code, such as {_some(census)}. Several make "
            'one with --area "Our area=E06000010,E06000011".',
        )
    rows: list[tuple[str, ...]] = []
    lines: list[Line] = []
    remarks: list[Remark] = []
    for one in wanted:
        parts = [_found(part, census, source.where) for part in one.parts]
        total, white = (_sum(parts, group, source.where) for group in (TOTAL, WHITE))
        if not total:
            raise input_fault(
                f"Nobody lives in “{one.label}” by this file.", source.where,
                "Take the areas anew; check the names and codes.",
            )  # fmt: skip
        rows.append(_row(one.label, total, white, census.year))
        lines.append(Line(f"usual residents of {one.label}", total))
        lines.append(Line("  of whom White", white))
        remarks += _differences(parts)
    rules = (
        "BME is everybody but those in the census group White, which holds White minorities.",
        "The population is that of the census: usual residents of all ages.",
    )
    columns = tuple(
        Placement(heading, index, meaning, Certainty.EXACT if meaning else Certainty.NONE)
        for heading, index, meaning in census.columns
    )
    lines.append(Line("areas in the file", len(census.areas)))
    if census.unread:
        lines.append(Line("rows of parts, shares and notes", census.unread))
    return Imported(
        "locality", source.where, f"{census.sheet}, {census.form}", columns,
        (Table("", COLUMNS, tuple(rows)),), tuple(lines), rules, tuple(remarks),
        decided={"areas": list(wishes.areas)},
    )  # fmt: skip


def parse_area(text: str) -> Wanted:
    """Read ``--area``: a name or a code, or a label of one's own and what makes it up.

    Raises a usage fault for a label without anything.
    """
    label, sign, rest = text.partition("=")
    if not sign:
        return Wanted(text.strip(), (text.strip(),))
    parts = tuple(part.strip() for part in rest.split(",") if part.strip())
    if not label.strip() or not parts:
        raise usage_fault(
            f"“{text}” names no area.", "--area", 'Write --area "Our area=E06000010,E06000011".'
        )
    return Wanted(label.strip(), parts)


def _shown(text: str) -> str:
    """A name or a code of an area; what is neither may be anything."""
    return text if CODE.fullmatch(text) else shown(text)


def _row(label: str, total: int, white: int, year: str) -> tuple[str, ...]:
    named = year if year.isdecimal() and len(year) == 4 else "2021"
    source = f"Census {named}, TS021"
    return (label, str(total), source, f"{100 * (total - white) / total:.1f}", source, "")


def _found(text: str, census: Census, where: str) -> Area:
    """The area with this code, or the only one with this name."""
    for area in census.areas:
        if area.code.casefold() == text.casefold():
            return area
    found = [area for area in census.areas if plain(area.name) == plain(text)]
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(_shown(area.code) for area in found[:SHOWN])
        raise usage_fault(
            f"{len(found)} areas of this file are called “{text}”.", where,
            f"Name one by its code: {codes}.",
        )  # fmt: skip
    names = {plain(area.name): area.name for area in census.areas}
    near = [names[name] for name in get_close_matches(plain(text), names, 3, 0.6)]
    near += [n for p, n in names.items() if f" {plain(text)} " in f" {p} " and n not in near]
    hint = (
        f"Is “{shown(near[0])}” meant? " if near else f"There are areas such as {_some(census)}. "
    )
    raise usage_fault(
        f"There is no area “{text}” in this file.", where,
        f"{hint}Districts, wards and counties stand in files of their own.",
    )  # fmt: skip


def _some(census: Census) -> str:
    return ", ".join(f"“{_shown(area.name or area.code)}”" for area in census.areas[:3])


def _sum(parts: Sequence[Area], group: str, where: str) -> int:
    missing = next((area for area in parts if group not in area.people), None)
    if missing is not None:
        raise input_fault(
            f"This file has no number for {_shown(missing.name or missing.code)}, {group}.", where,
            "Ask the API for the total (0) and the groups 1001 to 1005.",
        )  # fmt: skip
    return sum(area.people[group] for area in parts)


def _differences(parts: Sequence[Area]) -> Iterator[Remark]:
    """What is told where the five groups of an area do not add up to its total."""
    for area in parts:
        if set(GROUPS) <= area.people.keys():
            groups = sum(area.people[group] for group in GROUPS)
            name = _shown(area.name or area.code)
            if abs(groups - area.people[TOTAL]) > LARGEST_DIFFERENCE * area.people[TOTAL]:
                yield Remark(
                    "sums_differ",
                    f"The five groups of {name} add up to {groups:,}, and its total is "
                    f"{area.people[TOTAL]:,}. The census moves single people between small areas, "
                    "but not so many: check the file.",
                )
