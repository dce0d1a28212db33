"""Results of the NHS Staff Survey of a trust, survey by survey."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from wres_report.demo.country import KINDS, Subject, Trust, expit, logit
from wres_report.measures.value import rounded

INDICATORS = (5, 6, 7, 8)
FIRST_SURVEY = 2015  # that of WRES 2016, with which the figures of England begin
SURVEYS = 4  # in one file: the latest, and those that give the trend
NEW_QUESTION = 2021  # the survey from which indicator 7 is on another basis
# About what England's reports show, in percent: White and BME, before and from NEW_QUESTION.
LEVELS = {
    5: ((27.0, 29.5), (27.0, 29.5)),
    6: ((23.0, 28.0), (22.0, 27.0)),
    7: ((87.0, 71.5), (58.5, 45.0)),
    8: ((6.3, 15.0), (6.5, 16.5)),
}
# How many of those who answer give a valid answer to the question, likewise.
ANSWERED = {5: (0.995, 0.995), 6: (0.99, 0.99), 7: (0.66, 0.985), 8: (0.98, 0.98)}
SAMPLE = 700  # a trust may ask so many of its staff rather than all
_BENCHMARK_INDEX = 10_000_000  # beyond the number of any trust


@dataclass(frozen=True)
class Result:
    """One row of ``survey.csv``. percent: empty where nobody answered."""

    indicator: int
    survey_year: int
    group: str
    percent: str
    responses: int
    benchmark_percent: str


def surveys_of(trust: Trust, year: int) -> list[Result]:
    """The surveys that the report on a WRES year shows, by indicator, the latest one last."""
    years = range(max(year - SURVEYS, FIRST_SURVEY), year)
    return [result for i in INDICATORS for survey in years for result in survey_of(trust, survey)
            if result.indicator == i]  # fmt: skip


@lru_cache(maxsize=64)
def survey_of(trust: Trust, survey_year: int) -> tuple[Result, ...]:
    """The results of one survey: White and BME for each indicator."""
    lasting = trust.draws(Subject.SURVEY)
    rate = min(max(float(lasting.normal(0.46, 0.08)), 0.25), 0.7)
    sampled = lasting.random() < 0.25
    leans = 0.18 * lasting.standard_normal((len(INDICATORS), 2))

    draw = trust.draws(Subject.SURVEY, survey_year)
    # The survey of an autumn belongs to the snapshot of the spring after it.
    staff, share = trust.headcount(survey_year + 1), trust.bme_share(survey_year + 1)
    asked = min(staff, SAMPLE) if sampled else staff
    answered = asked * rate * math.exp(0.03 * draw.standard_normal())
    groups = (answered * (1 - share) * (1 - trust.unknown), answered * share * 0.85)
    new = int(survey_year >= NEW_QUESTION)
    results = []
    for row, indicator in enumerate(INDICATORS):
        for column, group in enumerate(("white", "bme")):
            responses = int(groups[column] * ANSWERED[indicator][new])
            odds = _odds(trust.kind.public, indicator, survey_year, column)
            odds += leans[row, column] + 0.06 * draw.standard_normal()
            yes = int(draw.binomial(responses, expit(odds)))
            percent = str(rounded(100 * yes / responses, 1)) if responses else ""
            benchmark = _benchmarks(trust.seed, KINDS.index(trust.kind), survey_year)[row][column]
            results.append(Result(indicator, survey_year, group, percent, responses, benchmark))
    return tuple(results)


def _odds(public: float, indicator: int, survey_year: int, column: int) -> float:
    """The log odds of a yes that a trust of this kind has in the survey."""
    level = LEVELS[indicator][int(survey_year >= NEW_QUESTION)][column]
    lean = public if indicator == 5 else 0.0
    # Harassment has become a little rarer from survey to survey.
    drift = -0.015 * (survey_year - NEW_QUESTION) if indicator in (5, 6) else 0.0
    return logit(level / 100) + lean + drift


@lru_cache(maxsize=64)
def _benchmarks(seed: int, kind: int, survey_year: int) -> tuple[tuple[str, str], ...]:
    """The medians of all trusts of a kind, in percent, by indicator and group."""
    draw = np.random.default_rng(
        (seed, _BENCHMARK_INDEX + kind, int(Subject.BENCHMARK), survey_year)
    )
    noise = 0.03 * draw.standard_normal((len(INDICATORS), 2))
    return tuple(
        (
            _median(kind, indicator, survey_year, 0, noise[row, 0]),
            _median(kind, indicator, survey_year, 1, noise[row, 1]),
        )
        for row, indicator in enumerate(INDICATORS)
    )


def _median(kind: int, indicator: int, survey_year: int, column: int, noise: float) -> str:
    odds = _odds(KINDS[kind].public, indicator, survey_year, column)
    return str(rounded(100 * expit(odds + noise), 1))
