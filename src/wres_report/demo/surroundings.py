"""What is around the figures: the places that a trust serves, and facts that its text names."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.demo.country import Subject, Trust, expit, logit
from wres_report.demo.places import areas_around
from wres_report.measures.value import rounded

SOURCE = "Invented"
CENSUS_SHARE = 19.0  # BME residents of England, in percent, about as the census of 2021 has it


def locality_rows(trust: Trust) -> Iterator[list[str]]:
    """The rows of ``locality.csv``; they stay as they are from year to year."""
    draw = trust.draws(Subject.PLACE)
    areas = areas_around(trust.place, draw)
    people = trust.staff * 90 / len(areas)
    for number, area in enumerate(areas):
        population = int(people * draw.uniform(0.4, 1.6) / 100) * 100
        share = 100 * expit(logit(CENSUS_SHARE / 100) + trust.region.lean + draw.normal(0, 0.4))
        note = "The main site stands here" if not number else ""
        yield [
            area, str(population), f"{SOURCE}, mid-2021", str(rounded(max(share, 1.5), 1)),
            f"{SOURCE}, 2021", note,
        ]  # fmt: skip


def facts_rows(trust: Trust, year: int) -> Iterator[list[str]]:
    """The rows of ``facts.csv``."""
    draw = trust.draws(Subject.PLACE, year)
    staff = round(trust.headcount(year), -2)
    people = round(trust.staff * 90 / 1000)
    sites = max(1, round(trust.staff / draw.uniform(90, 110)))
    members = max(12, round(trust.staff * trust.bme_share(year) * draw.uniform(0.15, 0.25)))
    pairs = 4 + round(trust.staff / 500 * draw.uniform(0.8, 1.2))
    for key, number, display, rounded_off in (
        ("sites", sites, f"{sites:,}", False),
        ("staff_about", staff, f"{staff:,.0f}", True),
        ("population_thousand", people, f"{people:,} thousand", True),
        ("network_members", members, f"{members:,}", False),
        ("mentoring_pairs", pairs, f"{pairs:,}", False),
    ):
        source = f"{SOURCE}; rounded" if rounded_off else SOURCE
        yield [key, f"{number:.0f}", "count", display, source]
