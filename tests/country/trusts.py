"""Figures of invented trusts as a table of all trusts holds them, beside which one can be set."""

from __future__ import annotations

from pathlib import Path

from wres_report.country.tables import write_csv
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.trusts import Organisation
from wres_report.measures.codec import value_as_json
from wres_report.measures.gaps import gap, survey_percent
from wres_report.measures.likelihood import Cases, rate, relative_likelihood
from wres_report.measures.value import count
from wres_report.peers.figure import COLUMNS, Figure
from wres_report.peers.of_results import figures_of

GROUPS = ("Acute", "Community")
REGIONS = ("London", 'North "West" {{< var x >}} <b>|')
TABLE = "data/country/country.csv"


def figures_of_trust(
    code: str, year: int, appointed: tuple[int, int], answered: tuple[int, int] = (400, 120),
    *, number: int = 0, staff: int = 2000, synthetic: bool = True,
) -> list[Figure]:  # fmt: skip
    """Indicators 1, 2 and 5 of a trust, and its workforce.

    appointed: White and BME of 500 and 200 shortlisted. answered: of the survey. number: of the
    trust, which its shares go by.
    """
    white, bme = Cases(appointed[0], 500), Cases(appointed[1], 200)
    shares = survey_percent(20.0 + number / 4, answered[0]), survey_percent(30.0, answered[1])
    values = {
        "workforce.total": count(staff),
        "i1.bme_percent": rate(Cases(staff // 5 + number, staff)),
        "i2.ratio": relative_likelihood(white, bme),
        "i2.white_percent": rate(white),
        "i2.bme_percent": rate(bme),
        "i5.white_percent": shares[0],
        "i5.bme_percent": shares[1],
        "i5.gap": gap(shares[1], shares[0]),
    }
    known = Organisation(code, f"Trust {code}", GROUPS[number % 2], REGIONS[number % 2])
    entries = {key: value_as_json(value) for key, value in values.items()}
    return list(figures_of(entries, TrustYear(code, year), known, "x", synthetic=synthetic))


def a_dozen(year: int, *, synthetic: bool = True) -> list[Figure]:
    """Twelve trusts, whose ratios and sizes rise with their numbers."""
    return [
        figure
        for number in range(12)
        for figure in figures_of_trust(
            f"ZZ{number:02}", year, (100 + 5 * number, 40), number=number,
            staff=1000 + 200 * number, synthetic=synthetic,
        )
    ]  # fmt: skip


def write_table(root: Path, figures: list[Figure]) -> Path:
    path = root / TABLE
    path.parent.mkdir(parents=True, exist_ok=True)
    write_csv(path, list(COLUMNS), figures)
    return path
