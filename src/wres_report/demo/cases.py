"""Recruitment, the disciplinary process and training of a trust, year by year."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from wres_report.demo.country import REFERENCE_YEAR, Subject, Trust, expit, logit
from wres_report.demo.staff import People, staff_of
from wres_report.standard import load_standard


class Recruitment(NamedTuple):
    """Applicants in the year to 31 March."""

    shortlisted: People
    appointed: People


@lru_cache(maxsize=64)
def recruitment_of(trust: Trust, year: int) -> Recruitment:
    """The applicants of a trust in the year to 31 March of the WRES year."""
    lasting = trust.draws(Subject.RECRUITMENT)
    hired_share, for_each_post = lasting.uniform(0.10, 0.17), lasting.uniform(4.0, 7.0)
    lean, favour = 0.5 + 0.2 * lasting.standard_normal(), 0.2 * lasting.standard_normal()
    unknown = lasting.uniform(0.02, 0.06)

    draw = trust.draws(Subject.RECRUITMENT, year)
    posts = trust.headcount(year) * hired_share * math.exp(0.07 * draw.standard_normal())
    applicants = posts * for_each_post
    # Shortlists have grown more diverse faster than the workforce.
    bme = expit(logit(trust.bme_share(year)) + lean + 0.06 * (year - REFERENCE_YEAR))
    shares = np.array([(1 - unknown) * (1 - bme), (1 - unknown) * bme, unknown])
    shortlisted = draw.poisson(applicants * shares)

    ratio = national_ratio("i2", year) * math.exp(favour + 0.09 * draw.standard_normal())
    chances = np.array([1, 1 / ratio, 2 / (1 + ratio)])
    rate = min(posts / max(float((shortlisted * chances).sum()), 1.0), 1 / float(chances.max()))
    appointed = draw.binomial(shortlisted, rate * chances)
    return Recruitment(_people(shortlisted), _people(appointed))


@lru_cache(maxsize=64)
def disciplinary_of(trust: Trust, year: int) -> People:
    """Staff who entered the formal disciplinary process in the year to 31 March."""
    lasting = trust.draws(Subject.DISCIPLINARY)
    rate = 0.0105 * math.exp(0.3 * lasting.standard_normal())
    favour = 0.3 * lasting.standard_normal()

    draw = trust.draws(Subject.DISCIPLINARY, year)
    ratio = national_ratio("i3", year) * math.exp(favour)
    staff = np.array(staff_of(trust, year).all)
    expected = staff * rate * np.array([1, ratio, 1])
    return _people(np.minimum(draw.poisson(expected), staff))


def training_of(trust: Trust, year: int) -> People:
    """Staff who took up training that is not mandatory, each counted once."""
    lasting = trust.draws(Subject.TRAINING)
    uptake, favour = lasting.uniform(0.25, 0.75), 0.1 * lasting.standard_normal()

    draw = trust.draws(Subject.TRAINING, year)
    ratio = national_ratio("i4", year) ** 0.6 * math.exp(favour + 0.03 * draw.standard_normal())
    uptake *= math.exp(0.05 * draw.standard_normal())
    staff = np.array(staff_of(trust, year).all, dtype=int)
    return _people(draw.binomial(staff, np.minimum(uptake * np.array([1, 1 / ratio, 0.9]), 0.97)))


def national_ratio(indicator: str, year: int) -> float:
    """England's ratio of the year, or of the last year before it that is known."""
    figure = load_standard().national(indicator, "ratio", "", year)
    assert figure is not None  # each basis begins with a year that has one
    return figure.value


def _people(numbers: np.ndarray) -> People:
    return People(*(float(number) for number in numbers))
