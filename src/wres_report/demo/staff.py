"""The workforce of a trust: who works in which band, year by year."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from wres_report.demo.country import REFERENCE_YEAR, Subject, Trust, logit

Numbers = npt.NDArray[np.float64]

# Band or grade: its share of the staff of its kind, and how much likelier its staff are BME than
# all staff, as a difference of log odds.
NON_CLINICAL = {
    "under_1": (0.004, 0.0), "1": (0.008, 0.0), "2": (0.203, -0.10), "3": (0.190, -0.25),
    "4": (0.157, -0.35), "5": (0.100, -0.35), "6": (0.076, -0.45), "7": (0.064, -0.60),
    "8a": (0.045, -0.80), "8b": (0.030, -0.95), "8c": (0.018, -1.10), "8d": (0.010, -1.20),
    "9": (0.005, -1.35), "vsm": (0.009, -1.25),
}  # fmt: skip
CLINICAL = {
    "under_1": (0.002, 0.0), "1": (0.001, 0.0), "2": (0.165, 0.15), "3": (0.130, 0.0),
    "4": (0.060, -0.15), "5": (0.283, 0.45), "6": (0.215, -0.05), "7": (0.098, -0.50),
    "8a": (0.030, -0.75), "8b": (0.009, -0.90), "8c": (0.004, -1.00), "8d": (0.0015, -1.10),
    "9": (0.0008, -1.20), "vsm": (0.0005, -1.20),
}  # fmt: skip
MEDICAL = {
    "consultant": (0.47, 0.65), "career_grade": (0.17, 1.25), "trainee": (0.33, 0.90),
    "other": (0.03, 0.70),
}  # fmt: skip
GRADES = {"non_clinical": NON_CLINICAL, "clinical": CLINICAL, "medical": MEDICAL}
CELLS = tuple((group, band) for group, bands in GRADES.items() for band in bands)
_SHARES = np.array([GRADES[group][band][0] for group, band in CELLS])
_LEANS = np.array([GRADES[group][band][1] for group, band in CELLS])
_NON_CLINICAL_SHARE = 0.24  # of the staff that are not medical
_SENIOR = 0.10  # of the consultants, those who are senior medical managers
# So many join and leave in a year that the staff of a band of n people changes by about half of
# the root of n; a third around what is expected of each of two years gives that.
_DEVIATION = 1 / 3


class People(NamedTuple):
    """A number of people by group."""

    white: float
    bme: float
    unknown: float

    @property
    def total(self) -> float:
        return self.white + self.bme + self.unknown


@dataclass(frozen=True)
class Staff:
    """The headcount of one year. rows: by staff group and band, totals left out."""

    rows: dict[tuple[str, str], People]

    @property
    def all(self) -> People:
        """Everyone once: senior medical managers are among the consultants."""
        counted = [people for (_, band), people in self.rows.items() if band != SENIOR_GRADE]
        return People(*(sum(group) for group in zip(*counted, strict=True)))


SENIOR_GRADE = "senior_medical_manager"


@lru_cache(maxsize=64)
def staff_of(trust: Trust, year: int) -> Staff:
    """The staff of a trust on 31 March of the year."""
    lasting = trust.draws(Subject.STAFF)
    shape = np.exp(0.18 * lasting.standard_normal(len(CELLS)))
    leans = _LEANS + 0.22 * lasting.standard_normal(len(CELLS))
    unknown = np.minimum(trust.unknown * np.exp(0.5 * lasting.standard_normal(len(CELLS))), 0.3)
    # Fewer records lack an ethnicity from year to year.
    unknown *= 0.96 ** (year - REFERENCE_YEAR)

    draw = trust.draws(Subject.STAFF, year)
    headcount = trust.headcount(year) * math.exp(0.006 * draw.standard_normal())
    expected = _shares(trust) * shape
    expected *= headcount / expected.sum()
    bme = _bme_shares(expected, leans, trust.bme_share(year))
    means = np.stack([(1 - unknown) * (1 - bme), (1 - unknown) * bme, unknown]) * expected
    deviations = _DEVIATION * np.sqrt(means) * draw.standard_normal(means.shape)
    counts = np.maximum(np.rint(means + deviations), 0)

    rows = {}
    for (group, band), white, bme_count, unknown_count in zip(CELLS, *counts.tolist(), strict=True):
        people = People(white, bme_count, unknown_count)
        rows[group, band] = people
        if band == "consultant":
            rows[group, SENIOR_GRADE] = _senior(people)
    return Staff(rows)


def _shares(trust: Trust) -> Numbers:
    medical = trust.kind.medical
    of_group = {
        "non_clinical": (1 - medical) * _NON_CLINICAL_SHARE,
        "clinical": (1 - medical) * (1 - _NON_CLINICAL_SHARE),
        "medical": medical,
    }
    shares: Numbers = _SHARES * np.array([of_group[group] for group, _ in CELLS])
    return shares


def _bme_shares(expected: Numbers, leans: Numbers, wanted: float) -> Numbers:
    """The BME share of each cell, such that the share of all staff is the one that is wanted."""
    weights = expected / expected.sum()
    level = logit(wanted)
    shares: Numbers = 1 / (1 + np.exp(-(level + leans)))
    for _ in range(6):  # Newton's method; this close to the answer three steps would do
        slope = float((weights * shares * (1 - shares)).sum())
        level += (wanted - float((weights * shares).sum())) / slope
        shares = 1 / (1 + np.exp(-(level + leans)))
    return shares


def _senior(consultants: People) -> People:
    # White consultants more often, so their number is rounded up and that of the others down.
    return People(
        float(math.ceil(_SENIOR * consultants.white)),
        float(math.floor(0.6 * _SENIOR * consultants.bme)),
        0.0,
    )
