"""What an invented trust counts and is told under any standard, by the levels of that standard.

The staff are those of the trust's bands in ``staff``, parted into the groups of the standard.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from wres_report.demo.board import board_of as seats_of
from wres_report.demo.cases import recruitment_of
from wres_report.demo.country import REFERENCE_YEAR, Subject, Trust, expit, logit
from wres_report.demo.levels import Levels, levels_of
from wres_report.demo.staff import GRADES, SENIOR_GRADE, staff_of
from wres_report.indicators.kinds import asked_of, kind_of
from wres_report.measures.counts import Counts
from wres_report.measures.value import rounded
from wres_report.standard import Indicator, Standard

SURVEYS = 4  # in one file: the latest, and those that give the trend
AVERAGE = "two_year_average"
_TERM = 5  # years that a member of the board stays
_RATE = 0.46  # of those who are asked, who answer the survey
_MOST = 0.97  # of a group to whom anything happens


@dataclass(frozen=True)
class Answer:
    """A row of ``survey.csv``. column: the one of its figure, ``percent`` or ``score``."""

    indicator: Indicator
    survey_year: int
    group: str
    column: str
    figure: str
    responses: int
    benchmark: str


@dataclass(frozen=True)
class Records:
    """A trust under a standard. Everything follows from the trust, the standard and the year."""

    trust: Trust
    standard: Standard

    @property
    def levels(self) -> Levels:
        return levels_of(self.standard)

    @property
    def first_year(self) -> int:
        """The first year that the standard defines all its indicators for."""
        return max(i.versions[0].since for i in self.standard.indicators)

    def draws(self, subject: Subject, year: int = 0, of: str = "") -> np.random.Generator:
        """Random numbers that no other standard draws; year 0 for what lasts. of: an indicator."""
        lasting = (self.trust.seed, self.trust.index, int(subject), year)
        return np.random.default_rng((*lasting, *f"{self.standard.id} {of}".encode()))

    def share(self, year: int) -> float:
        """The share of the group under study in the staff to be expected, from 0 to 1."""
        about = self.levels.workforce
        share = about["share"] + about["a_year"] * (year - REFERENCE_YEAR)
        lean = about["apart"] * self.draws(Subject.TRUST).standard_normal()
        return expit(logit(min(max(share, 0.5), 95) / 100) + lean)

    def staff(self, year: int) -> dict[tuple[str, str], Counts]:
        """The headcounts by staff group and band on 31 March."""
        return _staff(self, year)

    def all_staff(self, year: int) -> Counts:
        return sum(self.staff(year).values(), Counts(0, 0, 0))

    def people(self, indicator: Indicator, year: int) -> Counts:
        """Those to whom a likelihood's event may happen: the staff, or the applicants."""
        if indicator.people is None:
            return self.all_staff(year)
        number = recruitment_of(self.trust, year).shortlisted.total
        share = self.levels.likelihood[indicator.id]["people"] / 100
        draw = self.draws(Subject.RECRUITMENT, year)
        own = expit(logit(share) + logit(self.share(year)) - logit(self._usual(year)))
        unknown = draw.uniform(0.02, 0.06)
        parts = (1 - unknown) * (1 - own), (1 - unknown) * own, unknown
        return _of_three(float(draw.poisson(number * part)) for part in parts)

    def cases(self, indicator: Indicator, year: int) -> Counts:
        """Those to whom it happened, as the standard counts them in that year."""
        now = self._cases(indicator, year)
        if indicator.version(year).basis != AVERAGE:
            return now
        then = self._cases(indicator, year - 1)
        pairs = ((now.of(role), then.of(role)) for role in ("comparator", "study", "unknown"))
        return _of_three((((a or 0) + (b or 0)) / 2 for a, b in pairs))

    def board(self, year: int) -> dict[str, Counts]:
        """The members by membership: total, voting, executive."""
        own, unknown = self.levels.board["share"] / 100, self.levels.board["unknown"] / 100
        seats = {name: int(people.total) for name, people in seats_of(self.trust, year).items()}
        offsets = self.draws(Subject.BOARD).integers(0, _TERM, size=seats["total"])
        members = []
        for seat in range(seats["total"]):
            holder = int((year + offsets[seat]) // _TERM)
            chance = self.draws(Subject.BOARD, holder, str(seat)).random()
            members.append("study" if chance < own else
                           "unknown" if chance > 1 - unknown else "comparator")  # fmt: skip
        return {
            name: _of_three(float(members[:count].count(role))
                           for role in ("comparator", "study", "unknown"))
            for name, count in seats.items()
        }  # fmt: skip

    def answers(self, year: int) -> Iterator[Answer]:
        """The rows of the survey that the report of a year shows, the latest survey last."""
        for indicator, column in asked_of(self.standard):
            for survey_year in range(max(year - SURVEYS, self.first_year - 1), year):
                yield from self._answers(indicator, column, survey_year)

    def _usual(self, year: int) -> float:
        about = self.levels.workforce
        return float(about["share"] + about["a_year"] * (year - REFERENCE_YEAR)) / 100

    def _cases(self, indicator: Indicator, year: int) -> Counts:
        level = self.levels.likelihood[indicator.id]
        lasting = self.draws(Subject.DISCIPLINARY, of=indicator.id)
        ratio = level["ratio"] * math.exp(level["apart"] * lasting.standard_normal())
        rate = level["rate"] / 100 * math.exp(0.2 * lasting.standard_normal())
        times = ratio if indicator.top == self.standard.groups.study else 1 / ratio
        people, draw = (
            self.people(indicator, year),
            self.draws(Subject.DISCIPLINARY, year, indicator.id),
        )
        return _of_three(
            (
                float(draw.binomial(int(number or 0), min(chance, _MOST)))
                for number, chance in (
                    (people.comparator, rate),
                    (people.study, rate * times),
                    (people.unknown, rate),
                )
            )
        )

    def _answers(self, indicator: Indicator, column: str, survey_year: int) -> Iterator[Answer]:
        level, groups = self.levels.survey[indicator.id], self.standard.groups
        asked = (groups.study,) if kind_of(indicator).one_group_alone else groups.pair
        about = self.levels.answers
        lean = about["apart"] * self.draws(Subject.SURVEY).standard_normal()
        share = expit(logit(about["share"] / 100) + lean)
        draw = self.draws(Subject.SURVEY, survey_year, indicator.id)
        leans = 0.12 * self.draws(Subject.SURVEY, of=indicator.id).standard_normal(2)
        leans += 0.05 * draw.standard_normal(2)
        staff = self.trust.headcount(survey_year + 1) * _RATE
        for group in asked:
            side = groups.pair.index(group)
            part = share if group == groups.study else 1 - share
            responses = int(staff * part * level["valid"] / 100)
            usual = float(level[group])
            if column == "percent":
                odds = logit(usual / 100) + leans[side]
                yes = int(draw.binomial(responses, expit(odds)))
                figure = str(rounded(100 * yes / responses, 1)) if responses else ""
            else:
                figure = str(rounded(usual + leans[side], 1))
            yield Answer(
                indicator, survey_year, group, column, figure, responses, str(rounded(usual, 1))
            )


def _of_three(numbers: Iterable[float]) -> Counts:
    comparator, study, unknown = numbers
    return Counts(comparator, study, unknown)


@lru_cache(maxsize=64)
def _staff(records: Records, year: int) -> dict[tuple[str, str], Counts]:
    standard, about = records.standard, records.levels.workforce
    lasting, draw = records.draws(Subject.STAFF), records.draws(Subject.STAFF, year)
    low, high = about["unknown"]
    unknown = lasting.uniform(low, high) / 100 * 0.97 ** (year - REFERENCE_YEAR)
    leans = {
        band: lean for name, lean in records.levels.clusters.items()
        for cluster in standard.clusters if cluster.id == name for band in cluster.members
    }  # fmt: skip
    found: dict[tuple[str, str], Counts] = {}
    for (group, band), number in _cells(records, year).items():
        lean = leans.get(band, 0.0) + 0.15 * lasting.standard_normal()
        own = expit(logit(records.share(year)) + lean)
        means = np.array([(1 - unknown) * (1 - own), (1 - unknown) * own, unknown]) * number
        counts = np.maximum(np.rint(means + np.sqrt(means) * draw.standard_normal(3) / 3), 0)
        found[group, band] = _of_three(counts.tolist())
    return found


def _cells(records: Records, year: int) -> dict[tuple[str, str], float]:
    """The headcount by staff group and band, in bands that the standard has; each once.

    A grade that it does not have is counted in the last that it has of that staff group.
    """
    standard = records.standard
    names = {band.id for band in (*standard.bands, *standard.medical_grades)}
    found: dict[tuple[str, str], float] = {}
    for (group, band), people in staff_of(records.trust, year).rows.items():
        if band != SENIOR_GRADE:
            kept = [name for name in GRADES[group] if name in names]
            name = band if band in kept else kept[-1]
            found[group, name] = found.get((group, name), 0.0) + people.total
    return found
