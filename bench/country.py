"""All trusts in one table, from built results: 212 trusts of ten years.

The results are those of the trust-years that were built before, copied under other codes and
years: as large, as many and as different as those of a country.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from bench import timing
from bench.timing import Measured

TRUSTS, YEARS = 212, range(2016, 2026)
QUICK = (6, range(2024, 2026))
GROUPS, REGIONS = 5, 7


def measure(
    folder: Path, built: Path, say: Callable[[str], None], *, quick: bool
) -> dict[str, Measured]:
    """The table, the summary, the standings and the workbook. built: an outputs folder."""
    trusts, years = QUICK if quick else (TRUSTS, YEARS)
    say(f"copying results for {trusts} trusts of {len(years)} years")
    write_results(folder, built, trusts, years)
    say("all trusts in one table")
    command = [sys.executable, "-m", "wres_report", "country", "--out", "table"]
    return {"table": timing.command(command, folder, 1 if quick else 3, memory=True)}


def write_results(folder: Path, built: Path, trusts: int, years: range) -> None:
    """A workspace with the results of a country, and no data."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    found = sorted(built.glob("*/*/results.json"))
    results = cycle(json.loads(path.read_text(encoding="utf-8")) for path in found)
    register = ["code,benchmark_group,region"]
    for number in range(trusts):
        code = f"ZZ{number + 1:03d}"
        register.append(f"{code},Group {number % GROUPS},Region {number % REGIONS}")
        for year in years:
            place = folder / "outputs" / code / str(year)
            place.mkdir(parents=True)
            content = {**next(results), "trust": code, "year": year}
            (place / "results.json").write_text(json.dumps(content), encoding="utf-8")
            (place / "manifest.json").write_text("{}", encoding="utf-8")
    text = "\n".join(register) + "\n"
    (folder / "data" / "trusts.csv").write_text(text, encoding="utf-8")
