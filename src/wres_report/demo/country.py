"""The trusts of a synthetic country: what each is, apart from the years."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from wres_report.demo.places import place_of
from wres_report.standard import load_standard

SMALLEST, LARGEST = 300, 25_000  # staff
LEAST_LEAN, MOST_LEAN = -1.75, 1.0  # BME shares of about 5% and of a half
REFERENCE_YEAR = 2021  # the year in which a trust has its own size


class Subject(IntEnum):
    """What is drawn. Each has a stream of its own, so that one can change without the others."""

    TRUST = 0
    STAFF = 1
    RECRUITMENT = 2
    DISCIPLINARY = 3
    TRAINING = 4
    SURVEY = 5
    BENCHMARK = 6
    BOARD = 7
    PLAN = 8
    PROGRESS = 9
    NARRATIVE = 10
    SETTINGS = 11
    PLACE = 12
    RAW = 13


@dataclass(frozen=True)
class Region:
    """A part of the country. lean: how much likelier its staff are BME than England's, as a
    difference of log odds. weight: its share of the trusts."""

    name: str
    lean: float
    weight: float


@dataclass(frozen=True)
class Kind:
    """What a trust provides.

    weight: the share of such trusts. staff: the median. spread: of the logarithm of the size.
    medical: the share of medical and dental staff. public: how much likelier its staff meet
    harassment by the public, as a difference of log odds.
    """

    name: str
    weight: float
    staff: int
    spread: float
    medical: float
    public: float


REGIONS = (
    Region("the Capital", 0.98, 0.17),
    Region("the Midshires", 0.20, 0.19),
    Region("the Southern Weald", -0.10, 0.17),
    Region("the Eastern Levels", -0.16, 0.12),
    Region("the Mill Towns", -0.22, 0.15),
    Region("the Western Moors", -0.87, 0.09),
    Region("the Northern Coast", -1.12, 0.11),
)
KINDS = (
    Kind("acute hospitals", 0.56, 6400, 0.55, 0.12, 0.0),
    Kind("mental health services", 0.23, 4200, 0.45, 0.05, 0.2),
    Kind("community services", 0.09, 1800, 0.70, 0.03, -0.4),
    Kind("an ambulance service", 0.05, 4600, 0.25, 0.004, 0.7),
    Kind("specialist hospitals", 0.07, 1300, 0.75, 0.13, -0.5),
)


@dataclass(frozen=True)
class Trust:
    """One trust.

    index: its number in the country, from 0. staff: in ``REFERENCE_YEAR``. growth: of its staff,
    a year. lean: as of a region. unknown: the share of staff without a recorded ethnicity.
    """

    seed: int
    index: int
    name: str
    place: str
    region: Region
    kind: Kind
    staff: float
    growth: float
    lean: float
    unknown: float

    @property
    def code(self) -> str:
        """Of five characters or six: the code of a real trust has three."""
        return f"ZZ{self.index + 1:03d}"

    def draws(self, subject: Subject, year: int = 0) -> np.random.Generator:
        """The random numbers of one subject in one year; year 0 for what lasts."""
        return np.random.default_rng((self.seed, self.index, int(subject), year))

    def headcount(self, year: int) -> float:
        """The staff to be expected in a year."""
        return float(self.staff * (1 + self.growth) ** (year - REFERENCE_YEAR))

    def bme_share(self, year: int) -> float:
        """The share of BME staff to be expected in a year, from 0 to 1."""
        return expit(logit(national_share(year)) + self.lean)


def trust_of(seed: int, index: int) -> Trust:
    """The trust of that number."""
    draw = np.random.default_rng((seed, index, int(Subject.TRUST)))
    region = REGIONS[draw.choice(len(REGIONS), p=[one.weight for one in REGIONS])]
    kind = KINDS[draw.choice(len(KINDS), p=[one.weight for one in KINDS])]
    size = kind.staff * math.exp(kind.spread * draw.standard_normal())
    place = place_of(index)
    return Trust(
        seed=seed,
        index=index,
        name=f"Synthetic Trust of {place}",
        place=place,
        region=region,
        kind=kind,
        staff=min(max(size, SMALLEST), LARGEST),
        growth=float(draw.normal(0.018, 0.012)),
        lean=min(max(region.lean + float(draw.normal(0, 0.28)), LEAST_LEAN), MOST_LEAN),
        unknown=float(draw.uniform(0.015, 0.08)),
    )


def national_share(year: int) -> float:
    """The BME share of England's NHS staff in a WRES year, from 0 to 1."""
    figure = load_standard().national("i1", "bme_percent", "bme", year)
    assert figure is not None  # the standard has one of 2016, before which no year is asked for
    # The share has grown by about two points a year since the last figure known.
    return (figure.value + 2 * (year - figure.wres_year)) / 100


def logit(share: float) -> float:
    return math.log(share / (1 - share))


def expit(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
