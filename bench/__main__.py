"""``nox -s bench``: measures, prints ratios, writes ``bench.json``, ``bench.md`` and ``bench.png``.

--page puts the table, with its date and machine, and the picture into docs/explanation/speed.md.
--against REV measures builds of this revision and of another one in turn, and nothing else.
--quick measures small numbers of trust-years, to see that all works; its ratios mean little.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import against, cases, imports, page
from bench import country as all_trusts
from bench.cases import Country
from bench.plot import draw
from bench.targets import Results, Target, targets
from bench.timing import Measured, count_all_below

TRUSTS, YEARS, SEED = 53, "2021-2024", 1  # 212 trust-years
SIZES, QUICK = (212, 50, 10), (4, 3, 2)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--against", metavar="REV")
    parser.add_argument("--page", action="store_true")
    parser.add_argument("--out", type=Path, default=Path("outputs/bench"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    count_all_below()
    # Otherwise each process of a build compiles the program anew, which nobody's does.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    large, middle, small = QUICK if options.quick else SIZES
    with tempfile.TemporaryDirectory(prefix="wres-bench-") as folder:
        country = _country(Path(folder), large)
        country.build_once()
        if options.against:
            return _against(country, options.against, Path(folder), options.out, options.quick)
        results = measure(country, large, middle, small, runs=1 if options.quick else 3)
    wanted = targets(large, middle, small)
    write(options.out, results, wanted)
    print(table(results, wanted))
    if options.page:
        page.renew(told(results, wanted), options.out / "bench.png")
    say(f"Measurements: {options.out / 'bench.json'}, picture: {options.out / 'bench.png'}")
    return 0


def _against(country: Country, name: str, folder: Path, out: Path, quick: bool) -> int:
    say(f"installing {name}")
    with against.revision(name, folder / "other") as python:
        pairs = against.measure(country, python, (QUICK if quick else SIZES)[1], 1 if quick else 3)
    told = against.table(pairs, name)
    (out / "against.md").write_text(told + "\n", encoding="utf-8")
    print(told)
    return 0


def say(text: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {text}", file=sys.stderr, flush=True)


def _country(folder: Path, large: int) -> Country:
    trusts = TRUSTS if large > TRUSTS else large
    say(f"writing a country of {trusts} trusts")
    subprocess.run(
        [*cases.WRES, "demo", "--trusts", str(trusts), "--years", YEARS, "--seed", str(SEED),
         "--out", str(folder / "country")],
        check=True, capture_output=True,
    )  # fmt: skip
    (folder / "scratch").mkdir()
    return Country(folder / "country", folder / "scratch", say)


def measure(country: Country, large: int, middle: int, small: int, runs: int) -> Results:
    """Every case, in turn."""
    results: dict[str, dict[str, Measured]] = {}
    results["one notebook"] = cases.one_notebook(country, runs)
    results["one trust-year"] = cases.one_trust_year(country, runs)
    results["one cell"] = cases.one_cell(country, runs)
    results["gate"] = cases.gate(country, large)
    results["many"] = cases.many(country, sorted({1, small, middle, large}), runs)
    results["executors"] = cases.executors(country, middle)
    results["executors"]["two workers"] = results["many"][f"{middle} from nothing"]
    folder = country.scratch / "imports"
    results["imports"] = imports.measure(folder, say, quick=runs == 1)
    results["country"] = all_trusts.measure(
        country.scratch / "all", country.scratch / "outputs", say, quick=runs == 1
    )
    return results


def write(out: Path, results: Results, wanted: list[Target]) -> None:
    ratios = {
        t.what: {"value": round(t.ratio(results), 3), "limit": t.limit, "at_least": t.least}
        for t in wanted
    }
    content = {
        "machine": {
            "processors": os.cpu_count(), "system": platform.platform(),
            "python": platform.python_version(),
        },
        "seconds": {
            case: {name: measured.as_dict() for name, measured in found.items()}
            for case, found in results.items()
        },
        "ratios": ratios,
    }  # fmt: skip
    (out / "bench.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    (out / "bench.md").write_text(told(results, wanted) + "\n", encoding="utf-8")
    draw(results, wanted, out / "bench.png")


def told(results: Results, wanted: list[Target]) -> str:
    """The table below a sentence on when and where it was measured."""
    return f"{page.conditions()}\n\n{table(results, wanted)}"


def table(results: Results, wanted: list[Target]) -> str:
    """The ratios as a table, each with what it must reach."""
    lines = ["| What | Measured | Wanted | |", "| --- | ---: | ---: | --- |"]
    for target in wanted:
        value = target.ratio(results)
        sign = "≥" if target.least else "≤"
        verdict = "reached" if target.reached(value) else "**not reached**"
        lines.append(
            f"| {target.what} | {value:.2f}{target.unit} | {sign} {target.limit:g}{target.unit} "
            f"| {verdict} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
