"""Small trusts with many small counts: a few hundred staff, whole tables, two years."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from pathlib import Path
from random import Random

from faults.count_system import BANDS

SHARES = dict(
    zip(BANDS, (0.5, 1, 20, 16, 11, 20, 15, 9, 4, 2, 1, 0.6, 0.3, 0.4), strict=True)
)  # of a hundred
GRADES = {"consultant": 47, "career_grade": 17, "trainee": 33, "other": 3}
SETTINGS = "name: Small Synthetic Trust {code}\nsynthetic: true\n"

People = tuple[int, int, int]


def write_small_trust(root: Path, code: str, years: Sequence[int], random: Random) -> None:
    """Write the tables and settings of each year; the later ones differ a little."""
    staff = random.randint(60, 700)
    bme = random.uniform(0.03, 0.35)
    workforce = _workforce(staff, bme, random)
    for number, year in enumerate(years):
        if number:
            workforce = {row: _moved(people, random) for row, people in workforce.items()}
        _write_year(root, code, year, workforce, bme, random)


def _workforce(staff: int, bme: float, random: Random) -> dict[tuple[str, str], People]:
    medical = random.choice((0.0, 0.03, 0.12))
    weights = {
        **{("non_clinical", band): (1 - medical) * 0.3 * share for band, share in SHARES.items()},
        **{("clinical", band): (1 - medical) * 0.7 * share for band, share in SHARES.items()},
        **{("medical", grade): medical * share for grade, share in GRADES.items() if medical},
    }
    found = {}
    for (group, band), weight in weights.items():
        expected = staff * weight / 100 * exp(random.gauss(0, 0.4))
        lean = min(0.9, bme * exp(random.gauss(0.6 if group == "medical" else 0, 0.4)))
        found[group, band] = (
            _near(expected * (1 - lean) * 0.95, random),
            _near(expected * lean * 0.95, random),
            _near(expected * 0.05, random),
        )
    return found


def _near(expected: float, random: Random) -> int:
    return max(0, round(random.gauss(expected, expected**0.5)))


def _moved(people: People, random: Random) -> People:
    white, bme, unknown = (max(0, n + random.choice((-1, 0, 0, 0, 0, 1))) for n in people)
    return white, bme, unknown


def _write_year(
    root: Path,
    code: str,
    year: int,
    workforce: dict[tuple[str, str], People],
    bme: float,
    random: Random,
) -> None:
    folder = root / "data" / code / str(year)
    folder.mkdir(parents=True)
    (root / "params" / code).mkdir(parents=True, exist_ok=True)
    (root / f"params/{code}/{year}.yaml").write_text(SETTINGS.format(code=code), encoding="utf-8")
    lines = ["staff_group,band,white,bme,unknown"]
    for (group, band), people in workforce.items():
        lines.append(_line(group, band, *people))
        if band == "consultant":
            white, of_bme, _ = people
            senior = (random.randint(0, min(4, white)), random.randint(0, min(3, of_bme)), 0)
            lines.append(_line(group, "senior_medical_manager", *senior))
    _write(folder / "workforce.csv", lines)
    total = tuple(sum(column) for column in zip(*workforce.values(), strict=True))
    entered = _of(total, random.uniform(0.005, 0.04), random)
    _write(folder / "disciplinary.csv", ["measure,white,bme,unknown,basis",
                                         _line("entered", *entered, "year_end")])  # fmt: skip
    accessed = _of(total, random.uniform(0.1, 0.7), random)
    _write(folder / "training.csv", ["measure,white,bme,unknown", _line("accessed", *accessed)])
    applied = sum(total) * random.uniform(0.2, 1.0)
    shares = ((1 - bme) * 0.95, bme * 0.95, 0.05)
    shortlisted = tuple(_near(applied * share, random) for share in shares)
    appointed = _of(shortlisted, random.uniform(0.1, 0.3), random)
    _write(folder / "recruitment.csv", ["stage,white,bme,unknown",
                                        _line("shortlisted", *shortlisted),
                                        _line("appointed", *appointed)])  # fmt: skip


def _of(whole: Sequence[int], rate: float, random: Random) -> tuple[int, ...]:
    return tuple(sum(random.random() < rate for _ in range(number)) for number in whole)


def _line(*cells: object) -> str:
    return ",".join(map(str, cells))


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
