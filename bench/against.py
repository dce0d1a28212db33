"""Measures this project against another revision of itself: ``nox -s bench -- --against REV``.

The other revision stands in a work tree of git, in an environment of its own with the versions that
it was pinned with. The two build the same trust-years in turn, so that whatever else the machine
does falls on both; of each the quickest run counts. Seconds of processor are those of every
process of a build.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench import cases
from bench.cases import Country
from bench.timing import Measured

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Pair:
    """One thing measured twice: ``now`` by this revision, ``then`` by the other. limit: what now
    over then shall be at most, None where nothing is said."""

    what: str
    now: Measured
    then: Measured
    limit: float | None = None


@contextmanager
def revision(name: str, folder: Path) -> Iterator[str]:
    """The Python of an environment in which that revision is installed. folder: for both."""
    tree, environment = folder / "tree", folder / "environment"
    _run("git", "worktree", "add", "--quiet", "--detach", str(tree), name)
    try:
        venv.create(environment, with_pip=True)
        places = "Scripts" if sys.platform == "win32" else "bin"
        python = str(environment / places / "python")
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        _run(*pip, "--require-hashes", "-r", str(tree / "requirements" / "report.txt"))
        _run(*pip, "--no-deps", "--no-build-isolation", "-e", str(tree))
        yield python
    finally:
        _run("git", "worktree", "remove", "--force", str(tree))


def measure(country: Country, python: str, middle: int, runs: int) -> list[Pair]:
    """One trust-year and ``middle`` of them from nothing, and one cell of the survey changed."""
    other = replace(country, python=python, scratch=country.scratch / "other")
    other.scratch.mkdir(exist_ok=True)
    other.build_once()
    chosen = country.trust_years(middle)

    def one(which: Country) -> Measured:
        return which.build(chosen[:1])

    def many(which: Country) -> Measured:
        return which.build(chosen, "--jobs", "2")

    def cell(which: Country) -> Measured:
        return cases.one_cell(which, 1)["survey cell, page again"]

    return [
        _paired("one trust-year from nothing", one, country, other, runs, 0.55),
        _paired(f"{middle} trust-years from nothing", many, country, other, 1, 0.62),
        _paired("one survey cell changed, the page again", cell, country, other, runs, None),
    ]


def table(pairs: list[Pair], name: str) -> str:
    """The pairs as a table. name: of the other revision."""
    lines = [
        f"| What | now | {name} | clock | processor | wanted |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for pair in pairs:
        wanted = f"≤ {pair.limit:g}×" if pair.limit else ""
        lines.append(
            f"| {pair.what} | {pair.now.wall:.2f} s, {pair.now.cpu:.2f} s of processor "
            f"| {pair.then.wall:.2f} s, {pair.then.cpu:.2f} s of processor "
            f"| {pair.now.wall / pair.then.wall:.2f}× | {pair.now.cpu / pair.then.cpu:.2f}× "
            f"| {wanted} |"
        )
    return "\n".join(lines)


def _paired(
    what: str, work: Callable[[Country], Measured], country: Country, other: Country, runs: int,
    limit: float | None,
) -> Pair:  # fmt: skip
    both: tuple[list[Measured], list[Measured]] = ([], [])
    for _ in range(runs):
        for which, found in zip((country, other), both, strict=True):
            found.append(work(which))
    now, then = (
        Measured(min(m.wall for m in found), min(m.cpu for m in found), runs) for found in both
    )
    return Pair(what, now, then, limit)


def _run(*command: str, check: bool = True) -> None:
    subprocess.run(command, cwd=ROOT, check=check, stdout=subprocess.DEVNULL)
