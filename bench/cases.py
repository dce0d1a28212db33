"""What is measured. Each case gives measurements by name; the ratios are taken of them later."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import stock, timing
from bench.timing import Measured
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

WRES = (sys.executable, "-m", "wres_report")
EMBEDDED = ("--renderer", "embedded")


@dataclass(frozen=True)
class Country:
    """A synthetic country and a folder for what is built of it. say: shows progress. python: the
    one that builds."""

    root: Path
    scratch: Path
    say: Callable[[str], None]
    python: str = sys.executable

    @property
    def workspace(self) -> Workspace:
        return Workspace(self.root)

    def trust_years(self, most: int) -> list[TrustYear]:
        return self.workspace.trust_years()[:most]

    def build_once(self) -> None:
        """Build a trust-year, unmeasured: Python then has kept the code of what it loads."""
        self.build(self.trust_years(1))

    def build(
        self, trust_years: Iterable[TrustYear], *more: str, fresh: bool = True, runs: int = 1,
        memory: bool = False, before: Callable[[], object] = lambda: None,
    ) -> Measured:  # fmt: skip
        """Measure a build. fresh: from nothing, else over what the last one has kept."""
        named = [str(trust_year) for trust_year in trust_years]
        self.say(f"building {len(named)} trust-years {' '.join(more)}")

        def clear() -> None:
            if fresh:
                for name in ("store", "outputs"):
                    shutil.rmtree(self.scratch / name, ignore_errors=True)
            before()

        return timing.command(
            [self.python, *WRES[1:], "build", *named, *EMBEDDED,
             "--out", str(self.scratch / "outputs"), *more],
            self.root, runs, memory=memory, before=clear,
            WRES_STORE=str(self.scratch / "store"),
        )  # fmt: skip


def one_notebook(country: Country, runs: int) -> dict[str, Measured]:
    """A notebook by papermill's command, its API with a new kernel, its engine, and plainly."""
    (first,) = country.trust_years(1)
    workspace = country.workspace
    country.say("one notebook, four ways")
    commands = stock.notebooks(workspace, first)
    notebook = sorted(workspace.templates("notebooks").glob("*.ipynb"))[1]
    api = _json([
        "-m", "bench.stock", "api", str(notebook), str(country.scratch / "api.ipynb"),
        str(workspace.root), str(first), str(runs),
    ])  # fmt: skip
    floor = {
        way: _json(["-m", "bench.floor", way, str(workspace.root), str(first), str(runs)])
        for way in ("plain", "warm")
    }
    return {
        "stock command": Measured(
            sum(m.wall for m in commands) / len(commands),
            sum(m.cpu for m in commands) / len(commands), len(commands),
        ),
        "stock API": Measured(api["wall"], api["cpu"], runs),
        "warm": Measured(floor["warm"]["wall"], floor["warm"]["cpu"], runs),
        "plain functions": Measured(floor["plain"]["wall"], floor["plain"]["cpu"], runs),
    }  # fmt: skip


def one_trust_year(country: Country, runs: int) -> dict[str, Measured]:
    """A report from nothing in three formats, by the stock commands and by ours."""
    results: dict[str, Measured] = {}
    stocks = []
    for trust_year in country.trust_years(3):
        ours = country.build([trust_year], runs=runs)
        results.setdefault("ours", ours)
        country.say(f"{trust_year} by the stock commands")
        parts = stock.notebooks(country.workspace, trust_year)
        parts.append(stock.gate(country.workspace, trust_year))
        project = country.scratch / "outputs" / trust_year.code / str(trust_year.year) / "report"
        parts += stock.documents(project).values()
        stocks.append(Measured(sum(p.wall for p in parts), sum(p.cpu for p in parts)))
    results["stock commands"] = Measured(
        sum(s.wall for s in stocks) / len(stocks), sum(s.cpu for s in stocks) / len(stocks),
        len(stocks),
    )  # fmt: skip
    return results


def one_cell(country: Country, runs: int) -> dict[str, Measured]:
    """A full build of one trust-year, then a cell of its survey changed and the page made again."""
    (first,) = country.trust_years(1)
    path = country.workspace.data_folder(first) / "survey.csv"
    kept = path.read_bytes()
    full = country.build([first], runs=runs)
    country.build([first], "--to", "html", fresh=False)
    turn = iter(range(1, 10**6))

    def change() -> None:
        lines = kept.decode().splitlines()
        cells = lines[1].split(",")
        cells[3] = f"{float(cells[3]) + next(turn) / 10:.1f}"
        path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n")

    try:
        again = country.build([first], "--to", "html", fresh=False, runs=runs, before=change)
    finally:
        path.write_bytes(kept)
    return {"full build": full, "survey cell, page again": again}


def many(country: Country, sizes: Iterable[int], runs: int) -> dict[str, Measured]:
    """By two workers from nothing, and then with nothing to do, for some numbers of trust-years."""
    results = {}
    for size in sizes:
        chosen = country.trust_years(size)
        results[f"{size} from nothing"] = country.build(chosen, "--jobs", "2", memory=True)
        results[f"{size} nothing to do"] = country.build(chosen, fresh=False, runs=max(runs, 3))
    results["interpreter"] = timing.command([sys.executable, "-c", "pass"], country.root, 5)
    results["hashing the inputs"] = timing.command(
        [sys.executable, "-c", HASH, str(country.root), str(max(sizes))], country.root, 3
    )
    return results


# Reads and hashes every input of the trust-years, and does nothing else.
HASH = """
import hashlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
years = sorted(root.glob("params/*/*.yaml"))[: int(sys.argv[2])]
for path in years:
    folder = root / "data" / path.parent.name / path.stem
    for file in (path, *folder.rglob("*.*")):
        hashlib.sha256(file.read_bytes()).hexdigest()
"""


def executors(country: Country, size: int) -> dict[str, Measured]:
    """The trust-years of one of ``many`` by one worker, and by two of dask.

    Raises RuntimeError where the table of all trusts is not the same bytes from either.
    """
    chosen = country.trust_years(size)
    by_one = country.build(chosen, "--jobs", "1")
    table, of_local = _table(country)
    by_dask = country.build(chosen, "--jobs", "2", "--executor", "dask")
    table_of_dask, of_dask = _table(country)
    if of_local != of_dask:
        raise RuntimeError("The table of all trusts differs between local workers and dask.")
    return {
        "one worker": by_one, "dask, two workers": by_dask,
        "table of local workers": table, "table of dask": table_of_dask,
    }  # fmt: skip


def _table(country: Country) -> tuple[Measured, dict[str, bytes]]:
    """The table of all trusts from what is built, and each of its files by name."""
    out = country.scratch / "table"
    shutil.rmtree(out, ignore_errors=True)
    command = [*WRES, "country", "--from", str(country.scratch / "outputs"), "--out", str(out)]
    measured = timing.command(command, country.root)
    return measured, {path.name: path.read_bytes() for path in out.iterdir()}


def gate(country: Country, size: int) -> dict[str, Measured]:
    """The gate over many trust-years at once, and over one at a time."""
    chosen = [str(trust_year) for trust_year in country.trust_years(size)]
    country.say(f"the gate, {size} trust-years")
    together = timing.command([*WRES, "check", *chosen], country.root)
    alone = timing.command([*WRES, "check", chosen[0]], country.root, 3)
    return {f"{size} together": together, "one alone": alone}


def _json(arguments: list[str]) -> Any:
    result = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True
    )
    return json.loads(result.stdout.splitlines()[-1])
