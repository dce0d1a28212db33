"""The trust's own words, chosen from the library; every figure in them is a variable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.demo.cases import recruitment_of
from wres_report.demo.country import Subject, Trust
from wres_report.demo.places import areas_around
from wres_report.demo.published import ratios_of
from wres_report.demo.settings import is_stricter, kind_of
from wres_report.demo.staff import staff_of
from wres_report.demo.staff_survey import survey_of
from wres_report.demo.words import library

VARIABLE = re.compile(r"\{\{< var (\S+) >\}\}")
# What every report prints, whatever its figures are.
CERTAIN = re.compile(
    r"(trust|report|term|facts|plan)\..*|national\.(year|i1\.bme_percent|i2\.ratio)|workforce\.total"
)
# On fewer people a figure may be hidden, under any of the settings that the trusts have.
ENOUGH = 40


def narrative_of(trust: Trust, year: int) -> Iterator[tuple[str, str]]:
    """The sections that the trust writes, by their file's name without its ending."""
    draw = trust.draws(Subject.NARRATIVE, year)
    printed = set(_printed(trust, year))
    kind = kind_of(trust)
    for section, wordings in library("narrative").items():
        # Drawn for every section, so that the kind of report does not change the words.
        chance = draw.random()
        if not _has(kind, section):
            continue
        usable = [words for words in wordings if _can_print(words, printed)]
        yield section, usable[int(chance * len(usable))].strip() + "\n"
    if kind == "full":
        yield "locality", _locality(trust)


def _has(kind: str, section: str) -> bool:
    if section == "preface":
        return kind == "action-plan with preface"
    return kind == "full"


def _can_print(words: str, printed: set[str]) -> bool:
    names = VARIABLE.findall(words)
    return all(name in printed or CERTAIN.fullmatch(name) for name in names)


def _printed(trust: Trust, year: int) -> Iterator[str]:
    """The figures that are sure to be printed, as far as the library names them."""
    staff, before = staff_of(trust, year), staff_of(trust, year - 1)
    if staff.all.bme >= ENOUGH and not is_stricter(trust):
        yield from ("i1.bme_percent", "i9.voting_difference")
        if before.all.bme >= ENOUGH:
            yield "i1.bme_percent.previous"
    senior = [
        people for (group, band), people in staff.rows.items()
        if group != "medical" and (band.startswith("8") or band in ("9", "vsm"))
    ]  # fmt: skip
    if sum(people.bme for people in senior) >= ENOUGH and not is_stricter(trust):
        yield "i1.senior_bme_percent"
    now, then = ratios_of(trust, year), ratios_of(trust, year - 1)
    for indicator in now:
        yield f"i{indicator}.ratio"
    if 2 in now and 2 in then and recruitment_of(trust, year - 1).appointed.bme >= ENOUGH:
        yield "i2.ratio.previous"
    results = survey_of(trust, year - 1)
    for indicator in (5, 6, 7, 8):
        fewest = min(r.responses for r in results if r.indicator == indicator)
        if fewest >= ENOUGH:
            yield f"i{indicator}.gap"
            yield f"i{indicator}.bme_percent"
            yield f"i{indicator}.white_percent"


def _locality(trust: Trust) -> str:
    first, second, *_ = areas_around(trust.place, trust.draws(Subject.PLACE))
    share, other = (
        f"{{{{< var locality.{area.lower().replace(' ', '_')}.bme_percent >}}}}"
        for area in (first, second)
    )
    return (
        "We run {{< var facts.sites >}} sites for some {{< var facts.population_thousand >}} "
        "people and employ around {{< var facts.staff_about >}} staff. People from "
        "{{< var term.short >}} communities make up "
        f"{share} of the population of {first} and {other} of that of {second}.\n"
    )
